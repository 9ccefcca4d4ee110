"""Decisions: a row per coder and statement that she is done with, "no claim" included."""

from collections.abc import Iterator

from django.db.models import QuerySet

from claims.exports.coders import pseudonyms
from claims.exports.columns import Column, Kind, Row, Table, choice, chunks, in_small_letters, integer, text
from claims.models import Decision, User
from claims.queries.rights import decisions_seen_by

COLUMNS = (
    integer("decision_id", "Identifies the decision; stays the same."),
    integer("statement_id", "The statement."),
    integer("codebook_id", "Identifies the codebook."),
    text("codebook", "The codebook."),
    text("coder", "Pseudonym of who decided."),
    choice("outcome", "Its claims are tagged, or it has no claim of the codebook.", Decision.Outcome),
    Column("decided_at", Kind.TIME, "When it was decided."),
    integer("codebook_version", "Number of the codebook version it was made under."),
)


def _seen_by(user: User | None) -> QuerySet[Decision]:
    seen = Decision.objects.all() if user is None else decisions_seen_by(user)
    return seen.made().filter(statement__is_live=True)  # type: ignore[attr-defined]


def _shape(decisions: QuerySet[Decision]) -> Iterator[Row]:
    coders = pseudonyms()
    for decision in chunks(decisions.select_related("codebook", "version")):
        yield {
            "decision_id": decision.pk,
            "statement_id": decision.statement_id,
            "codebook_id": decision.codebook_id,
            "codebook": decision.codebook.name,
            "coder": coders[decision.codebook_id, decision.coder_id],
            "outcome": in_small_letters(decision.outcome),
            "decided_at": decision.decided_at,
            "codebook_version": None if decision.version is None else decision.version.number,
        }


DECISIONS = Table(
    name="decisions",
    words="One row per coder and statement that she is done with; “no claim” counts as done.",
    columns=COLUMNS,
    seen_by=_seen_by,
    shape=_shape,
)
