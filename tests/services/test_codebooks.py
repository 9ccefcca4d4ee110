"""Codebooks: made, given members, published, loaded."""

import tomllib
from pathlib import Path

import pytest

from claims.models import Change, Claim, Codebook, Membership, User
from claims.services.changes import undo_change
from claims.services.codebooks import (
    UnableToChangeCodebook,
    add_member,
    change_codebook,
    create_codebook,
    end_membership,
    load_codebook,
    publish_version,
)
from claims.services.rights import NotAllowed

pytestmark = pytest.mark.django_db
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def mira() -> User:
    return User.objects.create_user("mira")


@pytest.fixture
def jon() -> User:
    return User.objects.create_user("jon")


@pytest.fixture
def codebook(mira) -> Codebook:
    return create_codebook(name="Lume talks", by=mira)


def test_who_makes_a_codebook_leads_it(codebook, mira):
    member = Membership.objects.get(codebook=codebook, user=mira)
    assert member.role == Membership.Role.LEAD


def test_two_codebooks_of_one_name_are_refused(codebook, mira):
    with pytest.raises(UnableToChangeCodebook, match="already"):
        create_codebook(name=" Lume  talks ", by=mira)


def test_lead_renames_the_codebook(codebook, mira):
    change_codebook(codebook=codebook, name="Lume valley", description="", language="en", by=mira)

    codebook.refresh_from_db()
    assert codebook.name == "Lume valley"


@pytest.mark.parametrize(("role", "enters"), [("LEAD", True), ("CODER", True), ("READER", False)], ids=str)
def test_leads_and_coders_get_into_the_administration(codebook, mira, jon, role, enters):
    add_member(codebook=codebook, user=jon, role=role, by=mira)

    jon.refresh_from_db()
    assert jon.is_staff is enters


def test_members_get_pseudonyms_of_their_own(codebook, mira, jon):
    first = add_member(codebook=codebook, user=jon, role="CODER", by=mira)
    second = add_member(codebook=codebook, user=User.objects.create_user("ada"), role="CODER", by=mira)

    assert {first.pseudonym, second.pseudonym} == {"Coder 1", "Coder 2"}


def test_a_pseudonym_belongs_to_one_member(codebook, mira, jon):
    add_member(codebook=codebook, user=jon, role="CODER", pseudonym="North", by=mira)

    with pytest.raises(UnableToChangeCodebook, match="North"):
        add_member(
            codebook=codebook, user=User.objects.create_user("ada"), role="CODER", pseudonym="North", by=mira
        )


def test_a_member_who_comes_back_keeps_her_pseudonym(codebook, mira, jon):
    member = add_member(codebook=codebook, user=jon, role="CODER", pseudonym="North", by=mira)
    end_membership(membership=member, by=mira)

    again = add_member(codebook=codebook, user=jon, role="READER", by=mira)

    assert (again.pk, again.pseudonym, again.ended_at) == (member.pk, "North", None)


def test_undo_of_a_new_member_lets_him_out_again(codebook, mira, jon):
    member = add_member(codebook=codebook, user=jon, role="CODER", by=mira)

    undo_change(change=Change.objects.latest("id"), by=mira)

    member.refresh_from_db()
    assert member.ended_at is not None


def test_a_coder_adds_nobody(codebook, mira, jon):
    add_member(codebook=codebook, user=jon, role="CODER", by=mira)

    with pytest.raises(NotAllowed):
        add_member(codebook=codebook, user=User.objects.create_user("ada"), role="CODER", by=jon)


def test_the_last_lead_stays(codebook, mira):
    with pytest.raises(UnableToChangeCodebook, match="at least one lead"):
        end_membership(membership=codebook.memberships.get(), by=mira)
    with pytest.raises(UnableToChangeCodebook, match="at least one lead"):
        add_member(codebook=codebook, user=mira, role="READER", by=mira)


def test_versions_are_numbered_from_one(codebook, mira):
    publish_version(codebook=codebook, by=mira)
    second = publish_version(codebook=codebook, note="claim 3 split", by=mira)

    assert (second.number, second.note) == (2, "claim 3 split")


def test_the_sample_codebook_is_loaded_as_a_tree_and_published(mira):
    description = tomllib.loads((SEEDS / "codebook.toml").read_text(encoding="utf-8"))

    codebook = load_codebook(description=description, by=mira)

    article_7 = Claim.objects.get(codebook=codebook, name="Article 7 (guarantors) is acceptable")
    assert article_7.parent.name == "The Halden text is a fair basis"
    assert article_7.parent.parent.is_group
    assert "“A guarantor who borders on us is not a guarantor.” (opposes)" in article_7.examples
    assert codebook.versions.count() == 1


def test_a_codebook_loaded_twice_is_there_once(mira):
    description = tomllib.loads((SEEDS / "codebook.toml").read_text(encoding="utf-8"))
    load_codebook(description=description, by=mira)
    before = (Claim.objects.count(), Change.objects.count())

    load_codebook(description=description, by=mira)

    assert (Claim.objects.count(), Change.objects.count()) == before


def test_a_claim_under_nothing_is_refused_by_name(mira):
    description = {"codebook": {"name": "X"}, "claims": [{"name": "It rains", "parent": "Weather"}]}

    with pytest.raises(UnableToChangeCodebook, match="“It rains” stands under “Weather”"):
        load_codebook(description=description, by=mira)
