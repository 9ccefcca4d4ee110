"""Claims: added, changed, moved, merged and retired. Nothing of a codebook is deleted."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max

from claims.models import Annotation, Change, Claim, Codebook, User
from claims.models.claim import ClaimQuerySet
from claims.services.changes import begin_change, save_changed, save_new
from claims.services.rights import require_lead
from claims.text.folding import fold_text

#: single keys that the pages leave free for claims
CLAIM_KEYS = frozenset("123456789acefhilpqrtvw")
MAX_NAME = 80  # characters; a claim's name stands on buttons and in tables
TEXTS = ("definition", "take", "leave", "examples")


class UnableToChangeClaim(Exception):
    """The claim cannot be changed so; the words say why and what to do."""


@transaction.atomic
def add_claim(
    *,
    codebook: Codebook,
    name: str,
    parent: Claim | None = None,
    is_group: bool = False,
    key: str = "",
    definition: str = "",
    take: str = "",
    leave: str = "",
    examples: str = "",
    by: User,
) -> Claim:
    """Add a claim, or a group, as the last one under ``parent``.

    :raises UnableToChangeClaim: if the name or key is taken or does not fit, or the parent is not of
        this codebook.
    """
    require_lead(by, codebook)
    if parent is not None:
        _refuse_parent(codebook, parent)
    claim = Claim(
        codebook=codebook,
        parent=parent,
        position=_next_position(codebook, parent),
        is_group=is_group,
        definition=definition.strip(),
        take=take.strip(),
        leave=leave.strip(),
        examples=examples.strip(),
    )
    _give_name(claim, name)
    _give_key(claim, key)
    change = begin_change(verb="add_claim", words=f"added the {_kind(claim)} “{claim}”", by=by)
    save_new(change, claim)
    return claim


@transaction.atomic
def change_claim(*, claim: Claim, by: User, **fields: str) -> Claim:
    """Change the name, key, definition, takes, leaves or examples of a claim; its tags stay with it.

    :raises UnableToChangeClaim: if the name or key is taken or does not fit.
    """
    unknown = set(fields) - {"name", "key", *TEXTS}
    if unknown:
        raise ValueError(f"a claim has no {', '.join(sorted(unknown))} to change")
    require_lead(by, claim.codebook)
    claim = _locked(claim)
    old_name = claim.name
    if "name" in fields:
        _give_name(claim, fields["name"])
    if "key" in fields:
        _give_key(claim, fields["key"])
    for field in TEXTS:
        if field in fields:
            setattr(claim, field, fields[field].strip())
    words = f"changed “{old_name}”" + (f" to “{claim}”" if claim.name != old_name else "")
    change = begin_change(verb="change_claim", words=words, by=by)
    save_changed(change, claim, fields={*fields, "name_folded"} if "name" in fields else fields)
    return claim


@transaction.atomic
def retire_claim(*, claim: Claim, by: User) -> Claim:
    """Take a claim out of use: no new tags; the tags it has stay and are counted.

    :raises UnableToChangeClaim: if claims that are in use stand under it.
    """
    require_lead(by, claim.codebook)
    claim = _locked(claim)
    below = claim.children.standing().count()
    if below:
        raise UnableToChangeClaim(f"{below} stand under “{claim}”. Move or retire them first.")
    change = begin_change(verb="retire_claim", words=f"retired the {_kind(claim)} “{claim}”", by=by)
    claim.is_retired = True
    save_changed(change, claim, fields=["is_retired"])
    return claim


@transaction.atomic
def move_claim(*, claim: Claim, parent: Claim | None, position: int, by: User) -> Claim:
    """Put a claim under ``parent`` (or at the top), as number ``position`` (from 0) of what stands there.

    :raises UnableToChangeClaim: if it would stand under itself.
    """
    require_lead(by, claim.codebook)
    claim = _locked(claim)
    if parent is not None:
        _refuse_parent(claim.codebook, parent)
        _refuse_circle(claim, parent)
    under = f"under “{parent}”" if parent else "to the top"
    change = begin_change(verb="move_claim", words=f"moved “{claim}” {under}", by=by)
    siblings = _children(claim.codebook, parent).exclude(pk=claim.pk).order_by("position", "id")
    order = list(siblings)
    order.insert(max(0, position), claim)
    for place, sibling in enumerate(order):
        moved = sibling is claim
        if moved or sibling.position != place:
            sibling.position = place
            if moved:
                sibling.parent = parent
            save_changed(change, sibling, fields=["position", "parent"] if moved else ["position"])
    return claim


@transaction.atomic
def merge_claims(*, claims: Sequence[Claim], into: Claim, by: User) -> Change:
    """Move all tags of ``claims`` to ``into`` and retire them; what stands under them moves along.

    Where a coder tagged one statement with two of them, the tag of ``into`` (or else the first one
    made) stays, and the other is taken back. One undo takes back all of it.

    :raises UnableToChangeClaim: if they are not of one codebook, or a claim would go into a group.
    """
    require_lead(by, into.codebook)
    merged = [_locked(claim) for claim in claims if claim.pk != into.pk]
    if not merged:
        raise UnableToChangeClaim("Choose at least one claim besides the one that stays.")
    for claim in merged:
        _refuse_merge(claim, into)
    names = ", ".join(f"“{claim}”" for claim in merged)
    change = begin_change(verb="merge_claims", words=f"merged {names} into “{into}”", by=by)
    for claim in merged:
        _move_tags(change, claim, into)
        _move_children(change, claim, into)
        claim.is_retired, claim.merged_into = True, into
        save_changed(change, claim, fields=["is_retired", "merged_into"])
    return change


def _move_tags(change: Change, claim: Claim, into: Claim) -> None:
    standing = Annotation.objects.standing()
    taken = set(standing.filter(claim=into).values_list("statement_id", "coder_id"))
    for annotation in standing.filter(claim=claim).order_by("id"):
        annotation.revision += 1
        if (annotation.statement_id, annotation.coder_id) in taken:
            annotation.retired_at, annotation.retired_by = change.at, change.by
            save_changed(change, annotation, fields=["retired_at", "retired_by", "revision"])
        else:
            annotation.claim = into
            save_changed(change, annotation, fields=["claim", "revision"])


def _move_children(change: Change, claim: Claim, into: Claim) -> None:
    position = _next_position(into.codebook, into)
    for place, child in enumerate(claim.children.order_by("position", "id"), start=position):
        child.parent, child.position = into, place
        save_changed(change, child, fields=["parent", "position"])


def _refuse_merge(claim: Claim, into: Claim) -> None:
    if claim.codebook_id != into.codebook_id:
        raise UnableToChangeClaim("Claims of two codebooks cannot be merged. Choose claims of one.")
    if into.is_retired or claim.is_retired:
        raise UnableToChangeClaim("A retired claim cannot be merged. Choose claims that are in use.")
    if claim.is_group != into.is_group:
        raise UnableToChangeClaim("A group takes no tag: merge claims with claims and groups with groups.")
    _refuse_circle(claim, into)


def _refuse_circle(claim: Claim, parent: Claim) -> None:
    above: Claim | None = parent
    while above is not None:
        if above.pk == claim.pk:
            raise UnableToChangeClaim(f"“{parent}” stands under “{claim}”: choose another place.")
        above = above.parent


def _refuse_parent(codebook: Codebook, parent: Claim) -> None:
    if parent.codebook_id != codebook.pk:
        raise UnableToChangeClaim(f"“{parent}” is of another codebook. Choose one of “{codebook}”.")
    if parent.is_retired:
        raise UnableToChangeClaim(f"“{parent}” is retired. Choose a claim or group that is in use.")


def _give_name(claim: Claim, name: str) -> None:
    name = " ".join(name.split())
    folded = fold_text(name)
    if not folded:
        raise UnableToChangeClaim(f"A {_kind(claim)} needs a name. Type one.")
    if max(len(name), len(folded)) > MAX_NAME:
        raise UnableToChangeClaim(
            f"The name has {len(name)} characters; {MAX_NAME} fit on a button. Shorten it."
        )
    if _others(claim).filter(name_folded=folded).exists():
        raise UnableToChangeClaim(f"The codebook has “{name}” already. Give another name.")
    claim.name, claim.name_folded = name, folded


def _give_key(claim: Claim, key: str) -> None:
    key = key.strip().lower()
    if key and key not in CLAIM_KEYS:
        raise UnableToChangeClaim(f"“{key}” is no key for a claim. Free are: {' '.join(sorted(CLAIM_KEYS))}")
    if key and claim.is_group:
        raise UnableToChangeClaim("A group takes no tag, so it has no key.")
    holder = _others(claim).filter(key=key).first() if key else None
    if holder is not None:
        raise UnableToChangeClaim(f"The key {key} belongs to “{holder}”. Choose another.")
    claim.key = key


def _others(claim: Claim) -> ClaimQuerySet:
    return Claim.objects.standing().filter(codebook=claim.codebook).exclude(pk=claim.pk)


def _children(codebook: Codebook, parent: Claim | None) -> ClaimQuerySet:
    return Claim.objects.standing().filter(codebook=codebook, parent=parent)


def _next_position(codebook: Codebook, parent: Claim | None) -> int:
    last = _children(codebook, parent).aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


def _locked(claim: Claim) -> Claim:
    return Claim.objects.select_for_update().select_related("codebook").get(pk=claim.pk)


def _kind(claim: Claim) -> str:
    return "group" if claim.is_group else "claim"
