"""Claims: a row per claim or group of a codebook; and, for the other tables, its path in the tree."""

from collections.abc import Iterator

from django.db.models import QuerySet

from claims.exports.columns import Column, Kind, Row, Table, chunks, integer, text
from claims.models import Claim, User
from claims.queries.claims import claims_seen_by, paths_of_claims

COLUMNS = (
    integer("claim_id", "Identifies the claim; stays the same where it is renamed or moved."),
    integer("codebook_id", "Identifies the codebook."),
    text("codebook", "The codebook."),
    integer("parent_id", "The claim or group that it stands under; empty at the top."),
    integer("position", "Place among those under the same parent, from 0."),
    text("claim", "Name of the claim."),
    text("claim_path", "The names from the top of the tree down to it, with “ / ” between."),
    Column("is_group", Kind.YES_NO, "Whether it is a heading that takes no tag."),
    text("key", "The single key that its codebook gives it."),
    text("definition", "What it means."),
    text("takes", "What is to be tagged with it."),
    text("leaves", "What is not."),
    text("examples", "Examples with their stance."),
    Column("is_retired", Kind.YES_NO, "Whether it takes no new tags any more."),
    integer("merged_into", "The claim that its tags were moved to."),
)


def claim_paths() -> dict[int, str]:
    """Return the path of every claim there is, by id."""
    return paths_of_claims(Claim.objects.only("id", "name", "parent_id"))


def _seen_by(user: User | None) -> QuerySet[Claim]:
    return Claim.objects.all() if user is None else claims_seen_by(user)


def _shape(claims: QuerySet[Claim]) -> Iterator[Row]:
    paths = claim_paths()
    for claim in chunks(claims.select_related("codebook")):
        yield {
            "claim_id": claim.pk,
            "codebook_id": claim.codebook_id,
            "codebook": claim.codebook.name,
            "parent_id": claim.parent_id,
            "position": claim.position,
            "claim": claim.name,
            "claim_path": paths[claim.pk],
            "is_group": claim.is_group,
            "key": claim.key or None,
            "definition": claim.definition or None,
            "takes": claim.take or None,
            "leaves": claim.leave or None,
            "examples": claim.examples or None,
            "is_retired": claim.is_retired,
            "merged_into": claim.merged_into_id,
        }


CLAIMS = Table(
    name="claims",
    words="The codebook: one row per claim or group, retired ones included.",
    columns=COLUMNS,
    seen_by=_seen_by,
    shape=_shape,
)
