"""How much hangs on a verdict, and the order of the queue that follows from it."""

import pytest

from claims.models import Article, CopyGroup, Match, Statement, Utterance
from claims.services.joins import join_statements, part_statements
from claims.services.matches import judge_match
from claims.services.reach import FOLDED, WITHIN_ONE, measure_reach, reach_of
from claims.services.undo import undo
from tests.studies import Study, build_study

pytestmark = pytest.mark.django_db


@pytest.fixture
def study() -> Study:
    return build_study()


def give_utterance(statements: list[Statement], size: int) -> None:
    utterance = Utterance.objects.create(first=statements[0], statements=size)
    Statement.objects.filter(pk__in=[row.pk for row in statements]).update(utterance=utterance)


def reach(study: Study, left: int, right: int) -> float:
    return Match.objects.get(pk=study.matches[left, right].pk).reach


def test_more_hangs_on_larger_utterances():
    assert reach_of(1, 1) == 1.0
    assert reach_of(12, 3) > reach_of(3, 3) > reach_of(2, 1) > 1.0


def test_a_match_within_one_utterance_weighs_less_than_one_between_two(study):
    give_utterance([study.statements[1], study.statements[3]], 2)
    give_utterance([study.statements[4]], 8)

    assert measure_reach() == 2

    assert reach(study, 1, 3) == WITHIN_ONE
    assert reach(study, 1, 4) == reach_of(2, 8)
    assert reach(study, 2, 5) == 1.0
    assert measure_reach() == 0


def test_only_the_matches_of_the_given_statements_are_measured(study):
    give_utterance([study.statements[1]], 4)
    give_utterance([study.statements[2]], 4)

    assert measure_reach([study.statements[5].pk]) == 1

    assert (reach(study, 1, 3), reach(study, 2, 5)) == (1.0, reach_of(4, 1))


@pytest.mark.parametrize(("less", "more"), [(0.99, 0.72), (0.3, 0.69), (0.99, 0.5), (0.9, 0.8)])
def test_a_verdict_helps_more_the_nearer_a_score_is_to_where_matches_begin_to_count(less, more, study):
    one, other = study.matches[1, 3], study.matches[1, 4]
    Match.objects.filter(pk=one.pk).update(score=less)
    Match.objects.filter(pk=other.pk).update(score=more)

    assert Match.objects.get(pk=one.pk).worth < Match.objects.get(pk=other.pk).worth


def make_copy(study: Study, of: int, number: int, kind: str) -> None:
    """Let the article of one statement be a copy of that of another."""
    group = CopyGroup.objects.create(first=study.statements[of].article)
    Article.objects.filter(pk=study.statements[of].article_id).update(copies=group)
    Article.objects.filter(pk=study.statements[number].article_id).update(copies=group, copy_kind=kind)


def test_nothing_hangs_on_a_match_between_copies_or_of_a_copy(study):
    make_copy(study, 4, 3, "EXACT")

    measure_reach()

    assert (reach(study, 1, 3), reach(study, 1, 4)) == (FOLDED, 1.0)
    assert Match.objects.get(pk=study.matches[1, 3].pk).worth == 0


def test_what_only_a_copy_with_changes_has_is_not_folded(study):
    make_copy(study, 4, 3, "NEAR")
    measure_reach()
    assert reach(study, 1, 3) == 1.0

    utterance = Utterance.objects.create(first=study.statements[4], statements=2)
    Statement.objects.filter(pk=study.statements[3].pk).update(utterance=utterance)
    measure_reach()
    assert reach(study, 1, 3) == FOLDED  # its first print is compared in its place


def test_what_people_join_part_and_undo_is_measured_at_once(study):
    """1 and 3 come together by a verdict; 2 stands by itself with its match with 5."""
    jon, one, other = study.people["jon"], study.statements[1], study.statements[3]

    judge_match(match=study.matches[1, 3], kind="SAME_STATEMENT", by=jon)
    assert reach(study, 1, 4) == reach_of(2, 1)

    change = part_statements(statements=[other], by=jon)
    assert reach(study, 1, 4) == 1.0

    undo(change=change, by=jon)
    assert reach(study, 1, 4) == reach_of(2, 1)

    join_statements(left=one, right=study.statements[2], by=jon)
    assert (reach(study, 1, 4), reach(study, 2, 5)) == (reach_of(3, 1), reach_of(3, 1))


def test_a_verdict_is_felt_by_statements_that_it_is_not_about(study):
    jon = study.people["jon"]
    join_statements(left=study.statements[1], right=study.statements[2], by=jon)

    judge_match(match=study.matches[1, 3], kind="SAME_STATEMENT", by=jon)

    assert reach(study, 2, 5) == reach_of(3, 1)
