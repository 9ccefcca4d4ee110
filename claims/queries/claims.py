"""Claims: the tree of a codebook with its counts, paths, and the claims that a person sees or tags with."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import QuerySet

from claims.models import Annotation, Claim, Codebook, User
from claims.queries.codebooks import codebooks_tagged_by
from claims.queries.counting import Counting, distinct
from claims.queries.rights import annotations_seen_by, codebooks_of
from claims.text.folding import fold_text

PATH_SIGN = " / "  # between the names of a path, as in exports


@dataclass(slots=True)
class ClaimNode:
    """One claim or group in its tree, with how many statements, or utterances, carry it, by stance."""

    claim: Claim
    #: 0 at the top
    depth: int
    #: the names from the top down, the claim's own last
    path: str
    #: stance → how many are tagged so, each counted once however many coders tagged it
    by_stance: dict[str, int] = field(default_factory=dict)
    #: how many are tagged with it in any stance
    total: int = 0
    children: list["ClaimNode"] = field(default_factory=list)


def tree_of_claims(
    codebook: Codebook,
    *,
    user: User,
    with_retired: bool = False,
    counting: Counting = Counting.STATEMENTS,
) -> list[ClaimNode]:
    """Return the claims of a codebook from the top down, each before those under it.

    Their tags are counted as far as ``user`` sees them.
    """
    claims = Claim.objects.filter(codebook=codebook).order_by("position", "id")
    if not with_retired:
        claims = claims.standing()
    by_parent: dict[int | None, list[Claim]] = defaultdict(list)
    kept = list(claims)
    ids = {claim.pk for claim in kept}
    for claim in kept:
        by_parent[claim.parent_id if claim.parent_id in ids else None].append(claim)
    nodes: list[ClaimNode] = []
    _walk(by_parent, nodes, parent=None, above=None)
    _count(nodes, annotations_seen_by(user).filter(codebook=codebook, statement__is_live=True), counting)
    return nodes


def paths_of_claims(claims: Iterable[Claim]) -> dict[int, str]:
    """Return the path of each of ``claims``, which must hold their parents too, by id."""
    by_id = {claim.pk: claim for claim in claims}
    paths: dict[int, str] = {}
    for claim in by_id.values():
        names = [claim.name]
        above = by_id.get(claim.parent_id or 0)
        while above is not None:
            names.append(above.name)
            above = by_id.get(above.parent_id or 0)
        paths[claim.pk] = PATH_SIGN.join(reversed(names))
    return paths


def claims_seen_by(user: User) -> QuerySet[Claim]:
    """Return the claims and groups of the codebooks that ``user`` is a member of, retired ones too."""
    return Claim.objects.filter(codebook__in=codebooks_of(user))


def claims_to_tag_with(user: User) -> QuerySet[Claim]:
    """Return the claims that ``user`` may tag with: no groups, none retired, of her codebooks."""
    return Claim.objects.taggable().filter(codebook__in=codebooks_tagged_by(user))


def claims_named(claims: QuerySet[Claim], words: str) -> QuerySet[Claim]:
    """Return those of ``claims`` whose name holds every one of ``words``."""
    for word in fold_text(words).split():
        claims = claims.filter(name_folded__contains=word)
    return claims


def _walk(
    by_parent: dict[int | None, list[Claim]],
    nodes: list[ClaimNode],
    *,
    parent: int | None,
    above: ClaimNode | None,
) -> None:
    for claim in by_parent.get(parent, []):
        path = claim.name if above is None else above.path + PATH_SIGN + claim.name
        node = ClaimNode(claim=claim, depth=0 if above is None else above.depth + 1, path=path)
        if above is not None:
            above.children.append(node)
        nodes.append(node)
        _walk(by_parent, nodes, parent=claim.pk, above=node)


def _count(nodes: list[ClaimNode], tags: QuerySet[Annotation], counting: Counting) -> None:
    by_claim = {node.claim.pk: node for node in nodes}
    for row in tags.values("claim", "stance").annotate(n=distinct(counting, "statement")):
        if row["claim"] in by_claim:
            by_claim[row["claim"]].by_stance[row["stance"]] = row["n"]
    in_all = tags.values_list("claim").annotate(n=distinct(counting, "statement"))
    for claim_id, total in in_all:
        if claim_id in by_claim:
            by_claim[claim_id].total = total
