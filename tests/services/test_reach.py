"""How much hangs on a verdict, and the order of the queue that follows from it."""

import pytest

from claims.models import Match, Statement, Utterance
from claims.services.reach import WITHIN_ONE, measure_reach, reach_of
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
