"""Codebooks: made, given members, published, and loaded from a description."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from claims.models import Claim, Codebook, CodebookVersion, Membership, User
from claims.services.changes import begin_change, save_changed, save_new
from claims.services.claims import add_claim
from claims.services.rights import require_lead

TAGGING_ROLES = (Membership.Role.LEAD, Membership.Role.CODER)


class UnableToChangeCodebook(Exception):
    """The codebook cannot be changed so; the words say why and what to do."""


@transaction.atomic
def create_codebook(*, name: str, description: str = "", language: str = "", by: User) -> Codebook:
    """Make a codebook; ``by`` becomes its first lead.

    :raises UnableToChangeCodebook: if there is a codebook of that name, or no name.
    """
    name = _codebook_name(name)
    change = begin_change(verb="create_codebook", words=f"made the codebook “{name}”", by=by)
    codebook = Codebook(name=name, description=description.strip(), language=language)
    save_new(change, codebook)
    save_new(
        change,
        Membership(
            codebook=codebook, user=by, role=Membership.Role.LEAD, pseudonym=_free_pseudonym(codebook, "Lead")
        ),
    )
    _let_into_administration(by)
    return codebook


@transaction.atomic
def change_codebook(*, codebook: Codebook, name: str, description: str, language: str, by: User) -> Codebook:
    """Give a codebook another name, description or language.

    :raises UnableToChangeCodebook: if there is another codebook of that name, or no name.
    """
    require_lead(by, codebook)
    codebook = Codebook.objects.select_for_update().get(pk=codebook.pk)
    codebook.name = _codebook_name(name, besides=codebook)
    codebook.description, codebook.language = description.strip(), language
    change = begin_change(verb="change_codebook", words=f"changed the codebook “{codebook}”", by=by)
    save_changed(change, codebook, fields=["name", "description", "language"])
    return codebook


@transaction.atomic
def add_member(*, codebook: Codebook, user: User, role: str, pseudonym: str = "", by: User) -> Membership:
    """Let ``user`` into a codebook, or give a member another role.

    A member who had left comes back under the old pseudonym unless a new one is given. Without a
    pseudonym the first free one is taken ("Coder 1").

    :raises UnableToChangeCodebook: if the pseudonym is another member's, or no lead would be left.
    """
    require_lead(by, codebook)
    role = Membership.Role(role)
    member = Membership.objects.filter(codebook=codebook, user=user).first()
    pseudonym = pseudonym.strip() or (
        member.pseudonym if member else _free_pseudonym(codebook, role.label.capitalize())
    )
    others = Membership.objects.filter(codebook=codebook).exclude(user=user)
    if others.filter(pseudonym=pseudonym).exists():
        raise UnableToChangeCodebook(f"Another member goes by “{pseudonym}”. Give another pseudonym.")
    change = begin_change(
        verb="add_member", words=f"made {user.shown_name} a {role.label} of “{codebook}”", by=by
    )
    if member is None:
        member = Membership(codebook=codebook, user=user, role=role, pseudonym=pseudonym)
        save_new(change, member)
    else:
        if role != Membership.Role.LEAD:
            _refuse_if_last_lead(member)
        member.role, member.pseudonym, member.ended_at = role, pseudonym, None
        save_changed(change, member, fields=["role", "pseudonym", "ended_at"])
    if role in TAGGING_ROLES:
        _let_into_administration(user)
    return member


@transaction.atomic
def end_membership(*, membership: Membership, by: User) -> Membership:
    """Take a member out of a codebook; her annotations stay.

    :raises UnableToChangeCodebook: if no lead would be left.
    """
    require_lead(by, membership.codebook)
    _refuse_if_last_lead(membership)
    change = begin_change(
        verb="end_membership",
        words=f"took {membership.pseudonym} out of “{membership.codebook}”",
        by=by,
    )
    membership.ended_at = timezone.now()
    save_changed(change, membership, fields=["ended_at"])
    return membership


@transaction.atomic
def publish_version(*, codebook: Codebook, note: str = "", by: User) -> CodebookVersion:
    """Publish the claims as they stand now; annotations made from here on carry the new version."""
    require_lead(by, codebook)
    last = codebook.versions.aggregate(number=Max("number"))["number"] or 0
    return CodebookVersion.objects.create(
        codebook=codebook, number=last + 1, published_at=timezone.now(), by=by, note=note.strip()
    )


@transaction.atomic
def load_codebook(*, description: dict[str, Any], by: User) -> Codebook:
    """Make the codebook that ``description`` tells, with its claims, and publish it.

    ``description`` has ``codebook`` (name, description, language), ``groups`` (name, definition, and
    parent if it stands inside another) and ``claims`` (name, parent, key, definition, take, leave, and
    examples: a list of words and stance), parents before their children. A codebook of that name that
    is there already is returned as it is: loading twice changes nothing.
    """
    about = description["codebook"]
    codebook = Codebook.objects.filter(name=about["name"]).first()
    if codebook is not None:
        return codebook
    codebook = create_codebook(
        name=about["name"],
        description=about.get("description", ""),
        language=about.get("language", ""),
        by=by,
    )
    made: dict[str, Claim] = {}
    entries = [(row, True) for row in description.get("groups", [])]
    entries += [(row, False) for row in description.get("claims", [])]
    for row, is_group in entries:
        made[row["name"]] = add_claim(
            codebook=codebook,
            parent=_parent(made, row),
            is_group=is_group,
            **{name: row.get(name, "") for name in ("name", "key", "definition", "take", "leave")},
            examples="\n".join(_example(example) for example in row.get("examples", [])),
            by=by,
        )
    publish_version(codebook=codebook, note="as loaded", by=by)
    return codebook


def _parent(made: dict[str, Claim], row: dict[str, Any]) -> Claim | None:
    name = row.get("parent", "")
    if not name:
        return None
    if name not in made:
        raise UnableToChangeCodebook(
            f"“{row['name']}” stands under “{name}”, which the codebook does not have before it. "
            f"Move “{name}” up."
        )
    return made[name]


def _example(example: dict[str, str]) -> str:
    return f"“{example['words']}” ({example['stance']})"


def _codebook_name(name: str, besides: Codebook | None = None) -> str:
    name = " ".join(name.split())
    if not name:
        raise UnableToChangeCodebook("A codebook needs a name. Type one.")
    others = Codebook.objects.filter(name=name)
    if besides is not None:
        others = others.exclude(pk=besides.pk)
    if others.exists():
        raise UnableToChangeCodebook(f"There is a codebook named “{name}” already. Give another name.")
    return name


def _free_pseudonym(codebook: Codebook, stem: str) -> str:
    taken = set(Membership.objects.filter(codebook=codebook).values_list("pseudonym", flat=True))
    return next(name for number in range(1, len(taken) + 2) if (name := f"{stem} {number}") not in taken)


def _refuse_if_last_lead(member: Membership) -> None:
    if member.role != Membership.Role.LEAD:
        return
    leads = Membership.objects.current().filter(codebook=member.codebook, role=Membership.Role.LEAD)
    if not leads.exclude(pk=member.pk).exists():
        raise UnableToChangeCodebook("A codebook keeps at least one lead. Make somebody else a lead first.")


def _let_into_administration(user: User) -> None:
    if not user.is_staff:
        user.is_staff = True
        user.save(update_fields=["is_staff"])
