"""Carry-over: what it would do, what it does, and how it goes back."""

import pytest
from zeal import zeal_context

from claims.models import Annotation
from claims.queries.carry_over import CarryState, carry_over_preview
from claims.services.annotations import retire_annotation, tag_statement
from claims.services.carry_over import UnableToCarryOver, carry_over
from claims.services.changes import undo_change
from claims.services.rights import NotAllowed
from tests.studies import Study, build_study

pytestmark = pytest.mark.django_db


@pytest.fixture
def study() -> Study:
    return build_study()


def tag(study: Study, number: int, stance: str = "SUPPORTS", by: str = "jon", note: str = "") -> Annotation:
    return tag_statement(
        statement=study.statements[number],
        claim=study.claims["signed"],
        stance=stance,
        note=note,
        by=study.people[by],
    )


def preview(study: Study, *tags: Annotation, by: str = "jon", min_score: float = 0.7):
    rows = carry_over_preview(tags, by=study.people[by], min_score=min_score)
    return [(row.statement.number, row.state) for row in rows]


def test_preview_lists_matched_statements_best_first_and_warns_of_contradictions(study):
    rows = preview(study, tag(study, 1))

    assert rows == [(3, CarryState.NEW), (4, CarryState.CONTRADICTION)]


def test_preview_goes_against_the_order_of_a_match_too(study):
    assert preview(study, tag(study, 3)) == [(1, CarryState.NEW)]


def test_preview_says_what_is_tagged_already(study):
    tag(study, 3)

    assert (3, CarryState.ALREADY_TAGGED) in preview(study, tag(study, 1))


def test_preview_says_where_the_coder_tagged_another_stance(study):
    tag(study, 3, "OPPOSES")

    assert (3, CarryState.CONFLICT) in preview(study, tag(study, 1))


def test_another_coders_tag_is_in_nobodys_way(study):
    tag(study, 3, "OPPOSES", by="ada")

    assert (3, CarryState.NEW) in preview(study, tag(study, 1))


def test_weak_matches_wait_for_a_lower_score(study):
    source = tag(study, 2)

    assert preview(study, source) == []
    assert preview(study, source, min_score=0.3) == [(5, CarryState.NEW)]


def test_a_verdict_outweighs_the_programs_score(study):
    weak, strong = study.matches[2, 5], study.matches[1, 3]
    weak.verdict, strong.verdict = "SAME_CLAIM", "UNRELATED"
    weak.save()
    strong.save()

    assert preview(study, tag(study, 2)) == [(5, CarryState.NEW)]
    assert (3, CarryState.NEW) not in preview(study, tag(study, 1))


def test_a_statement_two_tags_lead_to_is_listed_once(study):
    second = tag(study, 4)

    rows = preview(study, tag(study, 1), second)

    assert [number for number, _ in rows].count(1) <= 1


def test_carried_tags_name_where_they_come_from(study):
    source = tag(study, 1, note="said twice")

    carry_over(pairs=[(source, study.statements[3])], by=study.people["jon"])

    carried = Annotation.objects.standing().get(statement=study.statements[3])
    assert (carried.carried_from, carried.way) == (source, Annotation.Way.CARRIED)
    assert (carried.stance, carried.note) == ("SUPPORTS", "")


def test_one_undo_takes_all_carried_tags_back(study):
    source = tag(study, 1)
    pairs = [(source, study.statements[3]), (source, study.statements[4])]

    with zeal_context():
        change = carry_over(pairs=pairs, by=study.people["jon"])
    assert change.words == "carried 2 tags over to matched statements"
    undo_change(change=change, by=study.people["jon"])

    assert list(Annotation.objects.standing()) == [source]


def test_carrying_over_twice_tags_once(study):
    pairs = [(tag(study, 1), study.statements[3])]
    carry_over(pairs=pairs, by=study.people["jon"])

    with pytest.raises(UnableToCarryOver, match="Nothing to carry over"):
        carry_over(pairs=pairs, by=study.people["jon"])


def test_statements_without_a_match_get_no_tag(study):
    with pytest.raises(UnableToCarryOver, match="No match joins"):
        carry_over(pairs=[(tag(study, 1), study.statements[2])], by=study.people["jon"])


def test_a_tag_taken_back_is_not_carried(study):
    source = retire_annotation(annotation=tag(study, 1), by=study.people["jon"])

    with pytest.raises(UnableToCarryOver, match="taken back"):
        carry_over(pairs=[(source, study.statements[3])], by=study.people["jon"])


@pytest.mark.parametrize("stranger", ["rui", "olga"])
def test_readers_and_strangers_carry_nothing(study, stranger):
    with pytest.raises(NotAllowed):
        carry_over(pairs=[(tag(study, 1), study.statements[3])], by=study.people[stranger])
