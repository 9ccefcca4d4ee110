"""Carry-over: what it would do, what it does, and how it goes back."""

import pytest
from zeal import zeal_context

from claims.models import Annotation, Decision, Match, Statement, Utterance
from claims.queries.carry_over import CarryState, carry_rows, plan_carry_over
from claims.services.annotations import retire_annotation, tag_statement
from claims.services.carry_over import UnableToCarryOver, carry_over
from claims.services.changes import save_quietly, undo_change
from claims.services.decisions import decide
from claims.services.rights import NotAllowed
from claims.services.undo import undo
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


def plan(*tags: Annotation, study: Study, by: str = "jon", cut: str = "0.7"):
    rows = Annotation.objects.filter(pk__in=[row.pk for row in tags])
    return plan_carry_over(rows, by=study.people[by], cut=cut)


def preview(study: Study, *tags: Annotation, by: str = "jon", cut: str = "0.7"):
    made = plan(*tags, study=study, by=by, cut=cut)
    return [(row.statement.number, row.state) for row in carry_rows([*made.new, *made.apart, *made.done])]


def carry(source: Annotation, *statements, by):
    return carry_over(pairs=[(source.pk, statement.pk) for statement in statements], by=by)


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
    assert preview(study, source, cut="0.3") == [(5, CarryState.NEW)]


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

    carry(source, study.statements[3], by=study.people["jon"])

    carried = Annotation.objects.standing().get(statement=study.statements[3])
    assert (carried.carried_from, carried.way) == (source, Annotation.Way.CARRIED)
    assert (carried.stance, carried.note) == ("SUPPORTS", "")


def test_one_undo_takes_all_carried_tags_back(study):
    source = tag(study, 1)

    with zeal_context():
        change = carry(source, study.statements[3], study.statements[4], by=study.people["jon"])
    assert change.words == "carried 2 tags over to matched statements"
    undo_change(change=change, by=study.people["jon"])

    assert list(Annotation.objects.standing()) == [source]


def test_carrying_over_twice_tags_once(study):
    source = tag(study, 1)
    carry(source, study.statements[3], by=study.people["jon"])

    with pytest.raises(UnableToCarryOver, match="Nothing to carry over"):
        carry(source, study.statements[3], by=study.people["jon"])


def test_statements_without_a_match_get_no_tag(study):
    with pytest.raises(UnableToCarryOver, match="No match joins"):
        carry(tag(study, 1), study.statements[2], by=study.people["jon"])


def test_a_tag_taken_back_is_not_carried(study):
    source = retire_annotation(annotation=tag(study, 1), by=study.people["jon"])

    with pytest.raises(UnableToCarryOver, match="taken back"):
        carry(source, study.statements[3], by=study.people["jon"])


@pytest.mark.parametrize("stranger", ["rui", "olga"])
def test_readers_and_strangers_carry_nothing(study, stranger):
    with pytest.raises(NotAllowed):
        carry(tag(study, 1), study.statements[3], by=study.people[stranger])


def counts(made):
    return {line.band.value: line.count for line in made.bands if line.count}


def test_bands_are_counted_below_the_cut_off_too_and_what_people_judged_stands_apart(study):
    Match.objects.filter(pk=study.matches[1, 4].pk).update(relation="REWORDED", score=0.72)
    source = tag(study, 1)

    assert counts(plan(source, study=study)) == {"0.9": 1, "0.7": 1}
    assert preview(study, source, cut="0.8") == [(3, CarryState.NEW)]
    assert counts(plan(source, study=study, cut="0.8")) == {"0.9": 1, "0.7": 1}

    Match.objects.filter(pk=study.matches[1, 4].pk).update(verdict="SAME_CLAIM")
    judged = plan(source, study=study, cut="judged")
    assert counts(judged) == {"judged": 1, "0.9": 1}
    assert [row.statement for row in judged.new] == [study.statements[4].pk]


def test_tags_with_different_stances_that_lead_to_one_statement_are_set_apart(study):
    Match.objects.filter(pk=study.matches[1, 4].pk).update(relation="REWORDED")
    one, other = tag(study, 3), tag(study, 4, "OPPOSES")

    assert preview(study, one, other, by="ada") == [(1, CarryState.STANCES_DIFFER)]
    # the weaker one lies below the cut-off
    assert preview(study, one, other, by="ada", cut="0.9") == [(1, CarryState.NEW)]


def test_statements_of_one_utterance_that_no_match_links_get_the_tag_too(study):
    utterance = Utterance.objects.create(first=study.statements[1], statements=2)
    Statement.objects.filter(pk__in=[study.statements[2].pk, study.statements[3].pk]).update(
        utterance=utterance
    )
    source = tag(study, 3)

    assert (2, CarryState.NEW) in preview(study, source, cut="judged")
    carry(source, study.statements[2], by=study.people["jon"])
    assert Annotation.objects.standing().filter(statement=study.statements[2]).exists()


def test_a_statement_that_had_no_claim_is_decided_anew_and_undo_brings_the_decision_back(study):
    jon = study.people["jon"]
    decide(statement=study.statements[3], codebook=study.codebook, outcome="NO_CLAIM", by=jon)
    source = tag(study, 1)

    change = carry(source, study.statements[3], by=jon)
    decision = Decision.objects.get(statement=study.statements[3])
    assert decision.outcome == "CLAIMS"

    undo(change=change, by=jon)
    decision.refresh_from_db()
    assert decision.outcome == "NO_CLAIM"


def test_too_many_at_once_are_refused_with_the_limit(study, monkeypatch):
    monkeypatch.setattr("claims.services.carry_over.MAX_AT_ONCE", 1)

    with pytest.raises(UnableToCarryOver, match="2 tags; one act carries 1 at most"):
        carry(tag(study, 1), study.statements[3], study.statements[4], by=study.people["jon"])


def test_many_tags_cost_no_query_each(study, django_assert_max_num_queries):
    source = tag(study, 1)
    copies = [copy_of(study.statements[3]) for _ in range(40)]
    for number in copies:
        Match.objects.create(
            left=study.statements[1],
            right=number,
            score=0.95,
            raw_score=0.95,
            relation="SAME_WORDS",
            run=study.matches[1, 3].run,
        )

    with django_assert_max_num_queries(30):
        made = plan(source, study=study)
        assert len(carry_rows(made.new)) == 41
    with django_assert_max_num_queries(40):
        change = carry(source, *copies, by=study.people["jon"])
    assert Annotation.objects.standing().count() == 41

    with django_assert_max_num_queries(70):
        undo(change=change, by=study.people["jon"])
    assert list(Annotation.objects.standing()) == [source]


def copy_of(statement: Statement) -> Statement:
    last = Statement.objects.filter(quote=statement.quote).latest("end")
    row = Statement.objects.get(pk=statement.pk)
    row.pk, row.start, row.end = None, last.start, last.end + 1
    save_quietly(row)
    return row
