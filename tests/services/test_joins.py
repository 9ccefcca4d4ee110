"""Utterances that people join and part: one act, one undo, and a re-run keeps what was said."""

from datetime import date

import pytest

from claims.models import Article, Change, Match, Run, Statement, Utterance, Verdict
from claims.queries.copies_check import check_matches, check_utterances
from claims.services.extracting import extract_all
from claims.services.joins import MAX_PAIRS, UnableToJoin, UnableToPart, join_statements, part_statements
from claims.services.matches import judge_match
from claims.services.over_corpus import match_all
from claims.services.quotes import reject_quote, restore_quote
from claims.services.recounting import recount_corpus
from claims.services.rights import NotAllowed
from claims.services.undo import undo
from tests.services.corpus import OKARRIN, VOSK, find, make_article, make_run, make_user, write

pytestmark = pytest.mark.django_db

TREATY = "A peace treaty between Kessaria and Norvand will be signed in Halden this year."
ROAD = "The road over the Sella pass stays closed until the last mine is found."


@pytest.fixture
def coder():
    return make_user()


def say(outlet, words=TREATY, speaker=VOSK, day=date(2026, 3, 14)):
    article = make_article(f"“{words}” said the head of the delegation.", outlet=outlet, day=day)
    write(article, find(article.text, words, speaker))
    match_articles_that_wait()
    return Statement.objects.get(article=article)


def match_articles_that_wait():
    from claims.services.matches import match_articles

    match_articles(articles=Article.objects.without_matches_run(), run=make_run(Run.Program.MATCHES))


def groups():
    """The outlets of each live utterance, by the first of them."""
    return sorted(
        sorted(utterance.members.live().values_list("article__outlet__name", flat=True))
        for utterance in Utterance.objects.filter(is_live=True)
    )


@pytest.fixture
def printed():
    """One sentence in three outlets, and another sentence of the same speaker."""
    return {name: say(name) for name in ("Radio", "Post", "Echo")} | {"Sabah": say("Sabah", ROAD)}


def last_change():
    return Change.objects.latest("id")


def test_a_statement_is_parted_from_all_the_others_at_once(printed, coder):
    part_statements(statements=[printed["Post"]], by=coder)

    assert groups() == [["Echo", "Radio"], ["Post"], ["Sabah"]]
    assert Verdict.objects.standing().filter(kind="UNRELATED").count() == 2


def test_statements_that_are_parted_together_stay_together(printed, coder):
    part_statements(statements=[printed["Post"], printed["Echo"]], by=coder)

    assert groups() == [["Echo", "Post"], ["Radio"], ["Sabah"]]


def test_one_undo_takes_a_parting_back(printed, coder):
    before = list(Utterance.objects.order_by("id").values())
    change = part_statements(statements=[printed["Post"]], by=coder)
    parted = Utterance.objects.latest("id")

    undo(change=change, by=coder)

    assert list(Utterance.objects.exclude(pk=parted.pk).order_by("id").values()) == before
    parted.refresh_from_db()
    assert (parted.is_live, parted.merged_into) == (False, printed["Radio"].utterance)
    assert not Verdict.objects.standing().exists()


def test_two_statements_that_nothing_links_are_joined_by_a_match_of_a_persons(printed, coder):
    assert not Match.objects.filter(right=printed["Sabah"]).exists()

    kept = join_statements(left=printed["Radio"], right=printed["Sabah"], by=coder)

    assert groups() == [["Echo", "Post", "Radio", "Sabah"]]
    assert kept == Utterance.objects.get(is_live=True)
    match = Match.objects.get(method=Match.Method.PERSON)
    assert (match.left, match.right, match.by) == (printed["Radio"], printed["Sabah"], coder)
    assert match.verdict == "SAME_STATEMENT"


def test_a_join_that_is_undone_leaves_no_link_and_can_be_made_again(printed, coder):
    join_statements(left=printed["Radio"], right=printed["Sabah"], by=coder)

    undo(change=last_change(), by=coder)

    assert groups() == [["Echo", "Post", "Radio"], ["Sabah"]]
    assert not Match.objects.live().filter(method=Match.Method.PERSON).exists()
    assert not [*check_matches(), *check_utterances()]
    join_statements(left=printed["Radio"], right=printed["Sabah"], by=coder)
    assert groups() == [["Echo", "Post", "Radio", "Sabah"]]


def test_undoing_the_undoing_links_again(printed, coder):
    join_statements(left=printed["Radio"], right=printed["Sabah"], by=coder)
    undo(change=last_change(), by=coder)

    undo(change=last_change(), by=coder)

    assert groups() == [["Echo", "Post", "Radio", "Sabah"]]


def test_statements_of_two_speakers_are_joined_over_the_match_that_there_is(printed, coder):
    other = say("Norvand Today", speaker=OKARRIN)

    join_statements(left=printed["Echo"], right=other, by=coder)

    assert ["Echo", "Norvand Today", "Post", "Radio"] in groups()
    assert not Match.objects.filter(method=Match.Method.PERSON).exists()


def test_one_who_parted_may_join_again(printed, coder):
    part_statements(statements=[printed["Post"]], by=coder)
    parted = Statement.objects.get(pk=printed["Post"].pk)

    join_statements(left=parted, right=printed["Radio"], by=coder)

    assert groups() == [["Echo", "Post", "Radio"], ["Sabah"]]


def test_what_another_reviewer_parted_is_not_joined_behind_her_back(printed, coder):
    part_statements(statements=[printed["Post"]], by=coder)
    parted = Statement.objects.get(pk=printed["Post"].pk)

    with pytest.raises(UnableToJoin, match=r"unrelated\. Ask about it"):
        join_statements(left=parted, right=printed["Radio"], by=make_user("ada"))

    assert groups() == [["Echo", "Radio"], ["Post"], ["Sabah"]]


def test_a_statement_that_does_not_stand_is_not_joined(printed, coder):
    reject_quote(quote=printed["Sabah"].quote, by=coder)

    with pytest.raises(UnableToJoin, match="does not stand"):
        join_statements(left=printed["Radio"], right=printed["Sabah"], by=coder)


def test_what_is_one_already_is_not_joined(printed, coder):
    with pytest.raises(UnableToJoin, match="one utterance already"):
        join_statements(left=printed["Radio"], right=printed["Echo"], by=coder)


def test_not_all_statements_can_be_parted(printed, coder):
    with pytest.raises(UnableToPart, match="Leave at least one"):
        part_statements(statements=[printed["Radio"], printed["Post"], printed["Echo"]], by=coder)


def test_statements_of_two_utterances_are_not_parted(printed, coder):
    with pytest.raises(UnableToPart, match="not of one utterance"):
        part_statements(statements=[printed["Radio"], printed["Sabah"]], by=coder)


def test_too_many_pairs_are_refused_with_their_number(printed, coder, monkeypatch):
    monkeypatch.setattr("claims.services.joins.MAX_PAIRS", 1)

    with pytest.raises(UnableToPart, match="2 pairs to judge, more than 1"):
        part_statements(statements=[printed["Post"]], by=coder)
    assert MAX_PAIRS > 1


def test_readers_neither_join_nor_part(printed):
    reader = make_user("rui", role="READER")

    with pytest.raises(NotAllowed):
        join_statements(left=printed["Radio"], right=printed["Sabah"], by=reader)
    with pytest.raises(NotAllowed):
        part_statements(statements=[printed["Post"]], by=reader)


def test_matching_all_again_keeps_what_people_joined_and_parted(printed, coder):
    part_statements(statements=[printed["Post"]], by=coder)
    join_statements(left=printed["Radio"], right=printed["Sabah"], by=coder)
    before = groups(), list(Utterance.objects.order_by("id").values())

    match_all()
    recount_corpus()

    assert (groups(), list(Utterance.objects.order_by("id").values())) == before
    assert groups() == [["Echo", "Radio", "Sabah"], ["Post"]]


def test_extracting_all_again_keeps_what_people_joined_and_parted(printed, coder):
    part_statements(statements=[printed["Post"]], by=coder)
    join_statements(left=printed["Radio"], right=printed["Sabah"], by=coder)

    extract_all()
    match_all()

    kept = {name: Statement.objects.get(pk=row.pk) for name, row in printed.items()}
    assert all(row.is_live for row in kept.values())
    assert kept["Radio"].utterance_id == kept["Sabah"].utterance_id == kept["Echo"].utterance_id
    assert kept["Post"].utterance_id != kept["Radio"].utterance_id


def test_a_join_goes_with_a_rejected_quote_and_comes_back_with_it(printed, coder):
    join_statements(left=printed["Radio"], right=printed["Sabah"], by=coder)

    reject_quote(quote=printed["Sabah"].quote, by=coder)
    assert groups() == [["Echo", "Post", "Radio"]]

    restore_quote(quote=printed["Sabah"].quote, by=coder)
    assert groups() == [["Echo", "Post", "Radio", "Sabah"]]


def test_a_new_print_of_parted_words_does_not_draw_them_together(printed, coder):
    part_statements(statements=[printed["Post"]], by=coder)

    say("Tribune")

    apart = Statement.objects.get(pk=printed["Post"].pk)
    assert apart.utterance_id != Statement.objects.get(pk=printed["Radio"].pk).utterance_id


def test_a_pair_that_only_a_person_linked_is_scored_by_a_later_run_once_the_word_is_taken_back(coder):
    one, other = say("Radio"), say("Post")
    Match.objects.filter(left=one, right=other).update(
        method=Match.Method.PERSON, by=coder, run=None, score=0, raw_score=0, is_live=False, features={}
    )

    match_all()

    match = Match.objects.get(left=one, right=other)
    assert (match.is_live, match.method) == (True, Match.Method.WORDS)
    assert match.score > 0.9


def test_a_verdict_on_one_pair_is_undone_as_before(printed, coder):
    match = Match.objects.get(left=printed["Radio"], right=printed["Post"])
    judge_match(match=match, kind="UNRELATED", by=coder)

    undo(change=last_change(), by=coder)

    assert groups() == [["Echo", "Post", "Radio"], ["Sabah"]]
