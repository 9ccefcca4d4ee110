"""The check finds what constraints cannot see; a recount mends what it says it mends."""

import io

import pytest
from django.core.management import CommandError, call_command

from claims.models import (
    Alias,
    Article,
    ArticleFold,
    Attribution,
    Kind,
    Match,
    Original,
    Quote,
    QuoteFold,
    Run,
    Speaker,
    Statement,
    StatementTerms,
    Utterance,
    Verdict,
)
from claims.services.matches import judge_match, match_articles
from claims.services.quotes import change_kind, reject_quote
from claims.services.speakers import merge_speakers
from claims.text.found import FoundSpeaker
from tests.services.corpus import OKARRIN, VOSK, find, make_article, make_run, make_user, write

pytestmark = pytest.mark.django_db

TREATY = "A peace treaty between Kessaria and Norvand will be signed in Halden this year."
BODY = (
    f"“{TREATY} It is a calendar,” said President Ilyana Vosk. "
    "“Nobody serious expects it,” said Anselm Okarrin."
)


@pytest.fixture
def corpus():
    """Three articles, matched, with a merge, a verdict, a correction and a rejection."""
    for outlet in ("Radio Halden", "Kess Telegraph", "Norvand Today"):
        article = make_article(BODY, title="Vosk on the treaty", outlet=outlet)
        text = article.text
        speech = find(
            text,
            f"{TREATY} It is a calendar,",
            VOSK,
            statements=(TREATY, "It is a calendar,"),
            mention="President Ilyana Vosk",
        )
        speaker = OKARRIN if outlet != "Norvand Today" else FoundSpeaker("Okarrin")
        write(article, speech, find(text, "Nobody serious expects it,", speaker))
    match_articles(articles=Article.objects.without_matches_run(), run=make_run(Run.Program.MATCHES))
    coder = make_user()
    full, short = Speaker.objects.get(name="Anselm Okarrin"), Speaker.objects.get(name="Okarrin")
    merge_speakers(speakers=[short], into=full, by=coder)
    judge_match(match=Match.objects.first(), kind=Verdict.Kind.SAME_STATEMENT, by=coder)
    change_kind(quote=Quote.objects.earliest("id"), kind=Kind.MIXED, by=coder)
    reject_quote(quote=Quote.objects.latest("id"), by=coder)


def check():
    out = io.StringIO()
    try:
        call_command("check_corpus", stdout=out, stderr=io.StringIO())
    except CommandError:
        return out.getvalue()
    return ""


def first(model, **conditions):
    return model.objects.filter(**conditions).order_by("id").first()


def test_a_corpus_made_by_services_has_no_finding(corpus):
    assert check() == ""


def test_nothing_is_found_in_an_empty_corpus():
    assert check() == ""


def test_a_recount_of_what_is_right_changes_nothing(corpus):
    out = io.StringIO()

    call_command("recount", stdout=out, stderr=io.StringIO())

    assert "Nothing was wrong" in out.getvalue()


# what no recount can make right: the words and who answers for them
DAMAGES = {
    "another text": (Article, {"text": BODY}, "hash differs"),
    "another length": (Article, {"length": 5000}, "length"),
    "another title": (Article, {"title": "Okarrin"}, "begin with the title"),
    "another original": (Original, {"sha256": "0" * 64}, "original"),
    "a shifted quote": (Quote, {"parts": [[0, 9]]}, "start and end are not those"),
    "other words of a quote": (Quote, {"exact": "We will never sign."}, "not those that stand"),
    "parts that are none": (Quote, {"parts": [[1]]}, "cannot be read"),
    "a quote behind the article": (Quote, {"parts": [[1, 9000]], "start": 1, "end": 9000}, "ends behind"),
    "marks outside of the quote": (Quote, {"quoted": [[0, 9000]]}, "lies outside"),
    "a cue behind the article": (Quote, {"cue_start": 1, "cue_end": 9000}, "cue"),
    "another mention": (Attribution, {"mention": "the envoy"}, "mention"),
    "other words of a statement": (Statement, {"exact": "We will never sign."}, "not those that stand"),
    "a correction around the services": (Quote, {"kind": Kind.INDIRECT}, "history"),
    "a verdict around the services": (Verdict, {"kind": Verdict.Kind.UNRELATED}, "history"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damage_is_found_and_named(corpus, damage):
    model, values, words = DAMAGES[damage]
    row = first(model)
    model.objects.filter(pk=row.pk).update(**values)

    found = check()

    line = next(line for line in found.splitlines() if words in line)
    named = row.article_id if model is Original else row.pk
    assert f" {named}: " in line
    assert "Mend: " in line


def test_parts_that_overlap_are_found(corpus):
    quote = first(Quote)
    middle = quote.start + 5
    Quote.objects.filter(pk=quote.pk).update(parts=[[quote.start, middle], [middle - 1, quote.end]])

    assert "do not rise, or overlap" in check()


def test_a_statement_outside_of_its_quote_is_found(corpus):
    Statement.objects.filter(pk=first(Statement).pk).update(quote=Quote.objects.live().order_by("id")[1])

    assert "does not lie inside the parts of its quote" in check()


def test_a_live_quote_without_attribution_is_found(corpus):
    quote = first(Quote, is_live=True)
    Attribution.objects.filter(quote=quote).update(is_live=False)

    assert f"quote {quote.pk}: it has no attribution" in check()


def test_a_correction_whose_history_is_lost_is_found(corpus):
    quote = first(Quote)
    Quote.history.filter(id=quote.pk).delete()

    assert f"quote {quote.pk}: a person made or changed it, and it has no history" in check()


COPIES = {
    "the day of an article": (Article, {"day": "2020-01-01"}),
    "the words of an article for search": (ArticleFold, {"folded": "never"}),
    "the words of a quote for search": (QuoteFold, {"folded": "never"}),
    "the day of a quote": (Quote, {"day": "2020-01-01"}),
    "a hidden quote": (Quote, {"is_live": False}),
    "the day of an attribution": (Attribution, {"day": "2020-01-01"}),
    "the number of a statement": (Statement, {"number": 77}),
    "the hash of a statement": (Statement, {"words_hash": "0" * 64}),
    "a hidden statement": (Statement, {"is_live": False}),
    "the count of a speaker": (Speaker, {"quote_count": 77}),
    "the last day of a speaker": (Speaker, {"last_day": "2020-01-01"}),
    "the count of a name": (Alias, {"mentions": 77}),
    "what a name is looked up by": (Alias, {"name_folded": "never"}),
    "the verdict of a match": (Match, {"verdict": ""}),
    "the score of a match": (Match, {"score": 0.31}),
    "what an index is built from": (StatementTerms, {"is_live": False}),
    "the count of an utterance": (Utterance, {"statements": 77}),
    "a hidden utterance": (Utterance, {"is_live": False}),
}


@pytest.mark.parametrize("copy", COPIES)
def test_a_wrong_copy_is_found_and_a_recount_mends_it(corpus, copy):
    model, values = COPIES[copy]
    model.objects.filter(pk=model.objects.order_by("pk").first().pk).update(**values)
    found = check()

    call_command("recount", stdout=io.StringIO(), stderr=io.StringIO())

    assert "manage.py recount" in found
    assert check() == ""


def test_an_attribution_to_another_speaker_than_its_name_is_found_and_mended(corpus):
    attribution = first(Attribution, speaker__name="Ilyana Vosk")
    other = Speaker.objects.get(name="Okarrin")
    Attribution.objects.filter(pk=attribution.pk).update(speaker=other)
    found = check()

    call_command("recount", stdout=io.StringIO(), stderr=io.StringIO())

    assert "the name it goes by is another speaker" in found
    assert check() == ""


def test_a_shown_match_of_a_hidden_statement_is_found_and_mended(corpus):
    match = Match.objects.live().order_by("-id").first()
    statement = Statement.objects.get(pk=match.right_id)
    Statement.objects.filter(pk=statement.pk).update(status=Statement.Status.WITHDRAWN, is_live=False)
    found = check()

    call_command("recount", stdout=io.StringIO(), stderr=io.StringIO())

    assert f"match {match.pk}: it is shown" in found
    assert check() == ""
