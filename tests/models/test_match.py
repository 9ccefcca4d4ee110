"""Which matches are shown: from a score on, possible contradictions earlier, judged ones always."""

import pytest

from claims.models import Match
from tests.world import build_world

pytestmark = pytest.mark.django_db


def test_possible_contradiction_is_shown_below_the_score_of_other_matches():
    match = build_world().matches["signed–not"]
    Match.objects.filter(pk=match.pk).update(score=0.5)

    assert match in Match.objects.shown()
    assert match not in Match.objects.below(0.7)


def test_other_match_of_the_same_score_is_left_for_who_asks_for_it():
    match = build_world().matches["signed–within"]
    Match.objects.filter(pk=match.pk).update(score=0.5)

    assert match not in Match.objects.shown()
    assert match in Match.objects.below(0.7)
    assert match in Match.objects.shown(0.5)


def test_judged_match_is_shown_whatever_its_score():
    match = build_world().matches["signed–within"]
    Match.objects.filter(pk=match.pk).update(score=0.31, verdict="SAME_CLAIM")

    assert match in Match.objects.shown()
