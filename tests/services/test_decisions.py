"""Decisions: done with a statement, by tags or because it has no claim."""

import pytest

from claims.models import Change, Decision
from claims.services.annotations import retire_annotation, tag_statement
from claims.services.changes import undo_change
from claims.services.decisions import UnableToDecide, decide, reopen_decision
from claims.services.rights import NotAllowed
from tests.studies import Study, build_study

pytestmark = pytest.mark.django_db


@pytest.fixture
def study() -> Study:
    return build_study()


def no_claim(study: Study, number: int, by: str) -> Decision:
    return decide(
        statement=study.statements[number],
        codebook=study.codebook,
        outcome=Decision.Outcome.NO_CLAIM,
        by=study.people[by],
    )


def outcome(study: Study, number: int, coder: str) -> str:
    return Decision.objects.get(statement=study.statements[number], coder=study.people[coder]).outcome


def test_no_claim_is_kept_with_time_and_version(study):
    decision = no_claim(study, 5, "jon")

    assert decision.decided_at is not None
    assert decision.version.number == 1


def test_the_same_decision_again_leaves_no_trace(study):
    no_claim(study, 5, "jon")
    changes = Change.objects.count()

    no_claim(study, 5, "jon")

    assert Change.objects.count() == changes


def test_a_tag_decides(study):
    tag_statement(
        statement=study.statements[1], claim=study.claims["signed"], stance="SUPPORTS", by=study.people["jon"]
    )

    assert outcome(study, 1, "jon") == "CLAIMS"


def test_a_tag_turns_no_claim_around(study):
    no_claim(study, 1, "jon")

    tag_statement(
        statement=study.statements[1], claim=study.claims["signed"], stance="SUPPORTS", by=study.people["jon"]
    )

    assert outcome(study, 1, "jon") == "CLAIMS"


def test_taking_back_the_only_tag_leaves_the_statement_undecided(study):
    tag = tag_statement(
        statement=study.statements[1], claim=study.claims["signed"], stance="SUPPORTS", by=study.people["jon"]
    )

    retire_annotation(annotation=tag, by=study.people["jon"])

    assert outcome(study, 1, "jon") == ""


def test_no_claim_is_refused_beside_a_tag(study):
    tag_statement(
        statement=study.statements[1], claim=study.claims["signed"], stance="SUPPORTS", by=study.people["jon"]
    )

    with pytest.raises(UnableToDecide, match="1 tag of yours"):
        no_claim(study, 1, "jon")


def test_claims_is_refused_without_a_tag(study):
    with pytest.raises(UnableToDecide, match="no tag of yours"):
        decide(
            statement=study.statements[1], codebook=study.codebook, outcome="CLAIMS", by=study.people["jon"]
        )


def test_a_reader_decides_nothing(study):
    with pytest.raises(NotAllowed):
        no_claim(study, 1, "rui")


def test_a_coder_reopens_only_her_own_decision(study):
    decision = no_claim(study, 5, "jon")

    with pytest.raises(UnableToDecide, match="Only the coder"):
        reopen_decision(decision=decision, by=study.people["ada"])
    reopen_decision(decision=decision, by=study.people["jon"])

    assert outcome(study, 5, "jon") == ""


def test_undo_takes_a_decision_back(study):
    no_claim(study, 5, "jon")

    undo_change(change=Change.objects.latest("id"), by=study.people["jon"])

    assert outcome(study, 5, "jon") == ""
