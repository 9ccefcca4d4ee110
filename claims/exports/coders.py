"""Coders: a row per member of a codebook, by pseudonym; and, for the other tables, the pseudonyms."""

from collections.abc import Iterator

from django.db.models import QuerySet

from claims.exports.columns import Column, Kind, Row, Table, choice, chunks, in_small_letters, integer, text
from claims.models import Membership, User
from claims.queries.rights import codebooks_of

COLUMNS = (
    integer("codebook_id", "Identifies the codebook."),
    text("codebook", "The codebook."),
    text("coder", "Pseudonym of the person; the other tables name her so."),
    choice("role", "What she may do in the codebook.", Membership.Role),
    Column("ended_at", Kind.TIME, "When she left; empty for members."),
)


def pseudonyms() -> dict[tuple[int, int], str]:
    """Return the pseudonym of each user in each codebook, by (codebook id, user id)."""
    rows = Membership.objects.values_list("codebook_id", "user_id", "pseudonym")
    return {(codebook_id, user_id): pseudonym for codebook_id, user_id, pseudonym in rows}


def _seen_by(user: User | None) -> QuerySet[Membership]:
    members = Membership.objects.all()
    return members if user is None else members.filter(codebook__in=codebooks_of(user))


def _shape(members: QuerySet[Membership]) -> Iterator[Row]:
    for member in chunks(members.select_related("codebook")):
        yield {
            "codebook_id": member.codebook_id,
            "codebook": member.codebook.name,
            "coder": member.pseudonym,
            "role": in_small_letters(member.role),
            "ended_at": member.ended_at,
        }


CODERS = Table(
    name="coders",
    words="One row per member of a codebook, under the pseudonym that exports name her by.",
    columns=COLUMNS,
    seen_by=_seen_by,
    shape=_shape,
)
