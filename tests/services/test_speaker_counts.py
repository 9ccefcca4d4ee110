"""How many statements and utterances a speaker has: right after every act, without counting all anew."""

from datetime import date
from importlib import import_module

import pytest
from django.db import connection

from claims.models import Article, Change, Run, Speaker, Statement
from claims.queries.copies_check import check_speakers
from claims.services.joins import join_statements, part_statements
from claims.services.matches import match_articles
from claims.services.quotes import reject_quote, restore_quote, set_speakers
from claims.services.recounts import recount_speakers
from claims.services.speakers import merge_speakers
from claims.services.undo import undo
from tests.services.corpus import OKARRIN, VOSK, find, make_article, make_run, make_user, write

pytestmark = pytest.mark.django_db

TREATY = "A peace treaty between Kessaria and Norvand will be signed in Halden this year."
ROAD = "The road over the Sella pass stays closed until the last mine is found."


@pytest.fixture
def coder():
    return make_user()


def say(outlet, *sentences, speakers=(VOSK,), day=date(2026, 3, 14)):
    words = " ".join(sentences)
    article = make_article(f"“{words}” said the head of the delegation.", outlet=outlet, day=day)
    write(article, find(article.text, words, *speakers, statements=sentences))
    return article


def match():
    match_articles(articles=Article.objects.without_matches_run(), run=make_run(Run.Program.MATCHES))


def counts(name="Ilyana Vosk"):
    """Statements and utterances of a speaker; the check must find nothing wrong."""
    wrong = [finding for finding in check_speakers() if "statements" in finding.problem]
    assert not wrong
    speaker = Speaker.objects.get(name=name)
    return speaker.statement_count, speaker.utterance_count


def test_what_is_not_grouped_yet_counts_as_its_own(coder):
    say("Radio", TREATY, ROAD)
    say("Post", TREATY)

    assert counts() == (3, 3)


def test_matching_counts_what_is_printed_twice_once(coder):
    say("Radio", TREATY, ROAD)
    say("Post", TREATY)

    match()

    assert counts() == (3, 2)


def test_joining_parting_and_undoing_move_the_count(coder):
    say("Radio", TREATY)
    say("Post", TREATY)
    say("Echo", ROAD)
    match()
    radio, post, echo = Statement.objects.order_by("id")

    part_statements(statements=[post], by=coder)
    assert counts() == (3, 3)
    undo(change=Change.objects.latest("id"), by=coder)
    assert counts() == (3, 2)
    join_statements(left=Statement.objects.get(pk=radio.pk), right=echo, by=coder)
    assert counts() == (3, 1)


def test_a_rejected_quote_is_counted_no_more_and_comes_back(coder):
    say("Radio", TREATY, ROAD)
    say("Post", TREATY)
    match()
    quote = Statement.objects.filter(exact=ROAD).get().quote

    reject_quote(quote=quote, by=coder)
    assert counts() == (1, 1)

    restore_quote(quote=quote, by=coder)
    assert counts() == (3, 2)


def test_another_speaker_takes_the_count_along(coder):
    say("Radio", TREATY)
    say("Post", TREATY)
    say("Echo", ROAD, speakers=(OKARRIN,))
    match()

    set_speakers(
        quote=Statement.objects.get(article__outlet__name="Post").quote,
        speakers=[Speaker.objects.get(name="Anselm Okarrin")],
        by=coder,
    )

    assert counts() == (1, 1)
    assert counts("Anselm Okarrin") == (2, 2)


def test_speakers_who_are_merged_have_their_utterances_together(coder):
    say("Radio", TREATY)
    say("Post", TREATY, speakers=(OKARRIN,))
    match()
    vosk, okarrin = Speaker.objects.get(name="Ilyana Vosk"), Speaker.objects.get(name="Anselm Okarrin")

    merge_speakers(speakers=[okarrin], into=vosk, by=coder)
    assert counts() == (2, 1)

    undo(change=Change.objects.latest("id"), by=coder)
    assert counts() == counts("Anselm Okarrin") == (1, 1)


def test_each_of_two_speakers_of_a_quote_has_its_statements(coder):
    say("Radio", TREATY, ROAD, speakers=(VOSK, OKARRIN))
    match()

    assert counts() == counts("Anselm Okarrin") == (2, 2)


def test_a_new_extraction_counts_what_it_found(coder):
    article = say("Radio", TREATY, ROAD)
    say("Post", TREATY)
    match()

    write(article, find(article.text, TREATY, VOSK))
    assert counts() == (2, 2)

    match()
    assert counts() == (2, 1)


def test_the_migration_counts_as_a_recount_does(coder):
    say("Radio", TREATY, ROAD, speakers=(VOSK, OKARRIN))
    say("Post", TREATY)
    match()
    Speaker.objects.update(statement_count=0, utterance_count=0)

    with connection.cursor() as cursor:
        cursor.execute(import_module("claims.migrations.0010_count_statements_of_speakers").COUNT)

    assert recount_speakers() == 0
    assert counts() == (3, 2)
