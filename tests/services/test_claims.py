"""Claims: added, changed, moved, merged, retired."""

import pytest

from claims.models import Annotation
from claims.services.annotations import tag_statement
from claims.services.changes import undo_change
from claims.services.claims import (
    UnableToChangeClaim,
    add_claim,
    change_claim,
    merge_claims,
    move_claim,
    retire_claim,
)
from claims.services.rights import NotAllowed
from tests.studies import Study, build_study

pytestmark = pytest.mark.django_db


@pytest.fixture
def study() -> Study:
    return build_study()


def test_names_differ_by_more_than_case_and_accents(study):
    with pytest.raises(UnableToChangeClaim, match="already"):
        add_claim(codebook=study.codebook, name="The Séllà ROAD should open", by=study.people["mira"])


def test_a_key_arms_one_claim(study):
    with pytest.raises(UnableToChangeClaim, match="The other side delays"):
        change_claim(claim=study.claims["opens"], key="3", by=study.people["mira"])


@pytest.mark.parametrize("key", ["s", "o", "n", "u", "j", "0", "?"])
def test_keys_of_the_workbench_are_no_claims_keys(study, key):
    with pytest.raises(UnableToChangeClaim, match="is no key"):
        change_claim(claim=study.claims["opens"], key=key, by=study.people["mira"])


def test_a_group_has_no_key(study):
    with pytest.raises(UnableToChangeClaim, match="group"):
        change_claim(claim=study.claims["road"], key="9", by=study.people["mira"])


def test_a_name_too_long_for_a_button_is_refused(study):
    with pytest.raises(UnableToChangeClaim, match="81 characters"):
        change_claim(claim=study.claims["opens"], name="x" * 81, by=study.people["mira"])


def test_only_a_lead_changes_claims(study):
    with pytest.raises(NotAllowed):
        change_claim(claim=study.claims["opens"], name="The road opens", by=study.people["jon"])


def test_a_renamed_claim_keeps_its_tags(study):
    tag = tag_statement(
        statement=study.statements[2], claim=study.claims["opens"], stance="OPPOSES", by=study.people["jon"]
    )

    change_claim(claim=study.claims["opens"], name="The road opens", by=study.people["mira"])

    tag.refresh_from_db()
    assert tag.claim.name == "The road opens"


def test_a_claim_of_another_codebook_is_no_parent(study):
    with pytest.raises(UnableToChangeClaim, match="another codebook"):
        add_claim(codebook=study.codebook, name="Dams", parent=study.claims["water"], by=study.people["mira"])


def test_a_claim_moves_to_its_place_among_the_others(study):
    move_claim(
        claim=study.claims["opens"], parent=study.claims["treaty"], position=1, by=study.people["mira"]
    )

    names = [claim.name for claim in study.claims["treaty"].children.order_by("position")]
    assert names == ["A peace treaty will be signed", "The Sella road should open", "The other side delays"]


def test_a_group_does_not_move_under_its_own_claim(study):
    with pytest.raises(UnableToChangeClaim, match="stands under"):
        move_claim(
            claim=study.claims["treaty"], parent=study.claims["signed"], position=0, by=study.people["mira"]
        )


def test_a_group_with_claims_in_use_is_not_retired(study):
    with pytest.raises(UnableToChangeClaim, match="2 stand under"):
        retire_claim(claim=study.claims["treaty"], by=study.people["mira"])


def test_a_retired_claim_frees_its_name_and_key(study):
    retire_claim(claim=study.claims["opens"], by=study.people["mira"])

    again = add_claim(
        codebook=study.codebook, name="The Sella road should open", key="8", by=study.people["mira"]
    )

    assert again.pk != study.claims["opens"].pk


def tag(study, statement, claim, stance, coder) -> Annotation:
    return tag_statement(
        statement=study.statements[statement],
        claim=study.claims[claim],
        stance=stance,
        by=study.people[coder],
    )


def test_merged_claims_bring_their_tags_and_one_undo_takes_them_back(study):
    moved = tag(study, 1, "delays", "SUPPORTS", "jon")

    change = merge_claims(
        claims=[study.claims["delays"]], into=study.claims["signed"], by=study.people["mira"]
    )
    moved.refresh_from_db()
    merged_claim = moved.claim
    undo_change(change=change, by=study.people["mira"])
    moved.refresh_from_db()

    assert (merged_claim, moved.claim) == (study.claims["signed"], study.claims["delays"])


def test_a_coders_two_tags_become_one_when_claims_merge(study):
    kept = tag(study, 1, "signed", "SUPPORTS", "jon")
    double = tag(study, 1, "delays", "OPPOSES", "jon")
    others = tag(study, 1, "delays", "OPPOSES", "ada")

    merge_claims(claims=[study.claims["delays"]], into=study.claims["signed"], by=study.people["mira"])

    standing = Annotation.objects.standing().order_by("id")
    assert list(standing) == [kept, others]
    double.refresh_from_db()
    assert double.retired_by == study.people["mira"]


def test_a_claim_with_tags_does_not_go_into_a_group(study):
    with pytest.raises(UnableToChangeClaim, match="group takes no tag"):
        merge_claims(claims=[study.claims["opens"]], into=study.claims["treaty"], by=study.people["mira"])
