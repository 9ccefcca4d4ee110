"""The related statements of one: one match for all prints of an utterance, unless somebody judged more."""

import pytest
from django.http import QueryDict

from claims.models import Match, Statement, Utterance, VerdictKind
from claims.queries.related import Related, read_related, related_to
from tests.studies import Study, build_study

pytestmark = pytest.mark.django_db


@pytest.fixture
def study() -> Study:
    return build_study()


def related(study: Study, asked: str = "") -> Related:
    statement = Statement.objects.select_related("article").get(pk=study.statements[1].pk)
    return related_to(statement, read_related(QueryDict(asked)))


def let_be_one(study: Study, *numbers: int) -> None:
    """Let statements be prints of one utterance."""
    rows = [study.statements[number] for number in numbers]
    utterance = Utterance.objects.create(first=rows[0], statements=len(rows))
    Statement.objects.filter(pk__in=[row.pk for row in rows]).update(utterance=utterance)


def test_the_surest_match_stands_for_all_prints_of_an_utterance(study):
    let_be_one(study, 3, 4)

    shown = related(study)

    assert list(shown.matches) == [study.matches[1, 3]]
    assert shown.stands_for == {study.matches[1, 3].pk: 1}
    assert len(related(study, "prints=each").matches) == 2


def test_what_was_judged_is_shown_beside_the_match_that_stands_for_it(study):
    let_be_one(study, 3, 4)
    Match.objects.filter(pk=study.matches[1, 4].pk).update(verdict=VerdictKind.UNRELATED)

    assert list(related(study).matches) == [study.matches[1, 3], study.matches[1, 4]]


def test_the_statements_own_prints_are_counted_and_left_out(study):
    let_be_one(study, 1, 3)

    shown = related(study)

    assert list(shown.matches) == [study.matches[1, 4]]
    assert (shown.own_prints, shown.count) == (1, 2)
