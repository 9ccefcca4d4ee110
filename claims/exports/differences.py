"""Differences: a row per two nearly identical statements that carry different claims or stances."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from claims.exports.coders import pseudonyms
from claims.exports.columns import CHUNK, Column, Kind, Row, Table, integer, text, words_of_article
from claims.models import Annotation, Claim, Codebook, Statement, User
from claims.queries.consistency import Difference, Said
from claims.queries.rights import annotations_seen_by

COLUMNS = (
    text("codebook", "The codebook that the claims belong to."),
    Column(
        "differ", Kind.CHOICE, "What differs: the stance on a claim, or which claims.", ("stance", "claim")
    ),
    integer("left_id", "The one statement."),
    integer("right_id", "The other statement."),
    text("left_coder", "Pseudonym of who tagged the one."),
    text("right_coder", "Pseudonym of who tagged the other; often the same person."),
    Column("left_tags", Kind.LIST, "What the one carries, “claim: stance” each; none is “no claim”."),
    Column("right_tags", Kind.LIST, "What the other carries."),
    integer("utterance_id", "The utterance that both are of; empty if a match links them."),
    integer("match_id", "The match that links them; empty if they are one utterance."),
    words_of_article("left_text", "The words of the one statement."),
    words_of_article("right_text", "The words of the other."),
)


def _seen_by(user: User | None) -> QuerySet[Annotation]:
    """Return the tags that are compared; the filters make rows of them."""
    return Annotation.objects.standing() if user is None else annotations_seen_by(user)


def _shape(differences: Any) -> Iterator[Row]:
    found: list[Difference] = list(differences)
    coders = pseudonyms()
    books = dict(Codebook.objects.values_list("id", "name"))
    claims = dict(Claim.objects.values_list("id", "name"))
    for place in range(0, len(found), CHUNK):
        some = found[place : place + CHUNK]
        ids = {said.statement for one in some for said in (one.left, one.right)}
        texts = dict(Statement.objects.filter(pk__in=ids).values_list("id", "exact"))
        for one in some:
            yield {
                "codebook": books[one.codebook],
                "differ": one.kind.lower(),
                "left_id": one.left.statement,
                "right_id": one.right.statement,
                "left_coder": coders[one.codebook, one.left.coder],
                "right_coder": coders[one.codebook, one.right.coder],
                "left_tags": _tags(one.left, claims),
                "right_tags": _tags(one.right, claims),
                "utterance_id": one.left.utterance if one.match is None else None,
                "match_id": one.match,
                "left_text": texts[one.left.statement],
                "right_text": texts[one.right.statement],
            }


def _tags(said: Said, claims: dict[int, str]) -> list[str]:
    return [f"{claims[claim]}: {stance.lower()}" for claim, stance in said.tags]


DIFFERENCES = Table(
    name="differences",
    words="One row per two nearly identical statements that carry different claims or stances.",
    columns=COLUMNS,
    seen_by=_seen_by,
    shape=_shape,
    filters="differences",
)
