"""What a speaker said once is one utterance, whatever is printed, judged and undone."""

from datetime import date

import pytest

from claims.models import Article, Change, Match, Run, Statement, Utterance, Verdict
from claims.services.matches import judge_match, match_articles
from claims.services.quotes import reject_quote, set_speakers
from claims.services.undo import undo
from claims.services.utterances import regroup_utterances
from tests.services.corpus import OKARRIN, VOSK, find, make_article, make_run, make_user, write

pytestmark = pytest.mark.django_db

TREATY = "A peace treaty between Kessaria and Norvand will be signed in Halden this year."


@pytest.fixture
def coder():
    return make_user()


def say(outlet, day, speaker=VOSK, words=TREATY):
    article = make_article(f"“{words}” said the head of the delegation.", outlet=outlet, day=day)
    write(article, find(article.text, words, speaker))
    match_articles(articles=Article.objects.without_matches_run(), run=make_run(Run.Program.MATCHES))


def groups():
    """The outlets of each live utterance."""
    return [
        list(utterance.members.live().order_by("id").values_list("article__outlet__name", flat=True))
        for utterance in Utterance.objects.filter(is_live=True).order_by("id")
    ]


@pytest.fixture
def printed_twice():
    say("Radio Halden", date(2026, 3, 14))
    say("Kess Telegraph", date(2026, 3, 13))


@pytest.mark.parametrize(
    ("second", "utterances"),
    [("even its seventh article is less bad than it was,", 1), ("Article 7 is less bad than it was,", 2)],
)
def test_a_direct_quote_joins_a_longer_one_only_as_a_cut_of_it(second, utterances):
    # told to reporters in the evening, and on the telephone the day after: twice said
    whole = (
        "The Halden text is a fair basis, and even its seventh article is less bad than it was in January."
    )
    say("Norvand Today", date(2026, 3, 15), words=whole)
    say("LakesWire", date(2026, 3, 16), words=second)

    assert Match.objects.get().relation == Match.Relation.CONTAINED
    assert Utterance.objects.filter(is_live=True).count() == utterances


def test_the_same_words_of_the_same_speaker_are_one_utterance(printed_twice):
    utterance = Utterance.objects.get()

    assert groups() == [["Radio Halden", "Kess Telegraph"]]
    assert (utterance.statements, utterance.outlets) == (2, 2)
    assert (utterance.first_day, utterance.last_day) == (date(2026, 3, 13), date(2026, 3, 14))
    assert utterance.first.article.outlet.name == "Kess Telegraph"


def test_the_same_words_of_another_speaker_are_another_utterance(printed_twice):
    say("Norvand Today", date(2026, 3, 14), OKARRIN)

    assert groups() == [["Radio Halden", "Kess Telegraph"], ["Norvand Today"]]


def test_an_utterance_keeps_its_id_while_it_grows(printed_twice):
    before = Utterance.objects.get().pk

    say("Norvand Today", date(2026, 3, 15))

    assert Utterance.objects.get(is_live=True).pk == before


def test_a_verdict_joins_two_utterances_and_the_old_address_leads_on(printed_twice, coder):
    say("Norvand Today", date(2026, 3, 14), OKARRIN)
    link = Match.objects.filter(right__article__outlet__name="Norvand Today").first()

    judge_match(match=link, kind=Verdict.Kind.SAME_STATEMENT, by=coder)

    assert groups() == [["Radio Halden", "Kess Telegraph", "Norvand Today"]]
    first, second = Utterance.objects.order_by("id")
    assert (second.is_live, second.merged_into) == (False, first)


def test_undoing_the_verdict_gives_the_utterance_its_old_id_back(printed_twice, coder):
    say("Norvand Today", date(2026, 3, 14), OKARRIN)
    before = list(Utterance.objects.order_by("id").values())
    link = Match.objects.filter(right__article__outlet__name="Norvand Today").first()
    judge_match(match=link, kind=Verdict.Kind.SAME_STATEMENT, by=coder)

    undo(change=Change.objects.latest("id"), by=coder)

    assert list(Utterance.objects.order_by("id").values()) == before


def test_a_verdict_parts_what_a_match_joined(printed_twice, coder):
    judge_match(match=Match.objects.get(), kind=Verdict.Kind.UNRELATED, by=coder)

    assert groups() == [["Radio Halden"], ["Kess Telegraph"]]


def test_what_people_parted_stays_apart_when_all_is_grouped_anew(printed_twice, coder):
    judge_match(match=Match.objects.get(), kind=Verdict.Kind.UNRELATED, by=coder)

    regroup_utterances()

    assert groups() == [["Radio Halden"], ["Kess Telegraph"]]


def test_grouping_anew_changes_nothing_that_is_right(printed_twice):
    say("Norvand Today", date(2026, 3, 14), OKARRIN)

    assert regroup_utterances() == 0


def test_a_rejected_quote_leaves_its_utterance(printed_twice, coder):
    quote = Statement.objects.get(article__outlet__name="Radio Halden").quote

    reject_quote(quote=quote, by=coder)

    assert groups() == [["Kess Telegraph"]]
    assert Utterance.objects.get().statements == 1


def test_a_statement_of_another_speaker_leaves_its_utterance(printed_twice, coder):
    quote = Statement.objects.get(article__outlet__name="Radio Halden").quote

    set_speakers(quote=quote, speakers=[], by=coder)

    assert sorted(groups()) == [["Kess Telegraph"], ["Radio Halden"]]
