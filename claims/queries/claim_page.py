"""Claims: who says what of one claim, and its neighbours in the tree."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from claims.models import Annotation, Claim, Speaker, User
from claims.queries.counting import Counting
from claims.queries.rights import annotations_seen_by
from claims.queries.row_filters import with_claims_below
from claims.queries.stances import SPEAKER, StanceLine, lines_by, tags_by_speaker

SHOWN_SPEAKERS = 12  # on a claim's page


@dataclass(frozen=True, slots=True)
class SpeakerOfClaim:
    """A speaker with the stances on one claim."""

    speaker: Speaker
    line: StanceLine


def tags_of_claim(claim: Claim, *, user: User) -> QuerySet[Annotation]:
    """Return the standing tags that ``user`` sees with a claim, or, of a group, with the claims below it."""
    claims = with_claims_below([claim]) if claim.is_group else [claim.pk]
    return annotations_seen_by(user).filter(claim__in=claims, statement__is_live=True)


def speakers_of_claim(
    tags: QuerySet[Annotation], counting: Counting = Counting.STATEMENTS
) -> tuple[list[SpeakerOfClaim], int]:
    """Return the speakers who said it most often, and how many speakers there are in all."""
    lines = lines_by(tags_by_speaker(tags), SPEAKER, counting)
    speakers = Speaker.objects.in_bulk([line.key for line in lines[:SHOWN_SPEAKERS]])
    return [SpeakerOfClaim(speakers[line.key], line) for line in lines[:SHOWN_SPEAKERS]], len(lines)


def path_to(claim: Claim) -> list[Claim]:
    """Return the groups and claims above a claim, from the top down."""
    by_id = {row.pk: row for row in Claim.objects.filter(codebook=claim.codebook_id)}
    path: list[Claim] = []
    above = by_id.get(claim.parent_id or 0)
    while above is not None and above not in path:
        path.insert(0, above)
        above = by_id.get(above.parent_id or 0)
    return path


def neighbours_of(claim: Claim) -> list[Claim]:
    """Return the other standing claims under the same parent, and those below the claim."""
    near = Claim.objects.standing().filter(codebook=claim.codebook_id)
    siblings = near.filter(parent=claim.parent_id).exclude(pk=claim.pk) if claim.parent_id else near.none()
    return [*near.filter(parent=claim).order_by("position", "id"), *siblings.order_by("position", "id")]


def stances_by_statement(tags: Iterable[Annotation]) -> dict[int, list[str]]:
    """Return the different stances that coders gave each statement, in the order of their tags."""
    found: dict[int, list[str]] = {}
    for tag in tags:
        stances = found.setdefault(tag.statement_id, [])
        if tag.stance not in stances:
            stances.append(tag.stance)
    return found
