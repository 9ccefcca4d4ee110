"""Carry-over: to which matched statements a tag would go, and what stands in its way.

Along a match a tag goes from one statement to the other. It is offered where the two say the same by
the program's score or by a reviewer's verdict; it is never offered across a verdict "unrelated" or where
reviewers differ, and it is shown but not chosen where the two may contradict each other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from django.db.models import Prefetch

from claims.models import Annotation, Attribution, Match, Statement, User, VerdictKind
from claims.models.match import DIFFER, SHOWN_FROM

SAME = (VerdictKind.SAME_STATEMENT, VerdictKind.SAME_CLAIM)


class CarryState(Enum):
    """What carrying one tag to one statement would do."""

    #: the statement would get the tag
    NEW = "would be tagged"
    #: the coder tagged it with the same claim and stance
    ALREADY_TAGGED = "tagged so already"
    #: the coder tagged it with the same claim in another stance
    CONFLICT = "tagged with another stance"
    #: the match may be a contradiction: the stance must be looked at
    CONTRADICTION = "may contradict: tag it by hand"


@dataclass(frozen=True, slots=True)
class CarryRow:
    """One tag, one statement it may be carried to, and the match between the two."""

    annotation: Annotation
    statement: Statement
    match: Match
    state: CarryState
    #: the coder's own tag that stands on the statement already
    standing: Annotation | None = None

    @property
    def is_new(self) -> bool:
        """Whether carrying over would tag the statement."""
        return self.state is CarryState.NEW

    @property
    def pair(self) -> tuple[int, int]:
        """The annotation's and the statement's id."""
        return self.annotation.pk, self.statement.pk


def carry_over_preview(
    annotations: Iterable[Annotation], *, by: User, min_score: float = SHOWN_FROM
) -> list[CarryRow]:
    """Return what carrying ``annotations`` over would do if ``by`` did it, the surest matches first.

    A statement that two of the annotations would tag with the same claim is listed once, under the
    better match.
    """
    sources = list(annotations)
    by_statement: dict[int, list[Annotation]] = {}
    for annotation in sources:
        by_statement.setdefault(annotation.statement_id, []).append(annotation)
    matches = matches_to_carry_along(list(by_statement), min_score=min_score)
    others = {match.right_id for match in matches} | {match.left_id for match in matches}
    targets = _statements(others)
    standing = _own_tags(targets, sources, by)
    rows: list[CarryRow] = []
    seen: set[tuple[int, int]] = set()
    for match in matches:
        for source_id, target_id in ((match.left_id, match.right_id), (match.right_id, match.left_id)):
            for annotation in by_statement.get(source_id, []):
                target = targets.get(target_id)
                if target is None or (annotation.claim_id, target_id) in seen:
                    continue
                seen.add((annotation.claim_id, target_id))
                own = standing.get((target_id, annotation.claim_id))
                if own is not None and own.pk == annotation.pk:
                    continue
                state = _state(annotation, match, own)
                rows.append(CarryRow(annotation, target, match, state, own))
    return rows


def matches_to_carry_along(statement_ids: Sequence[int], *, min_score: float = SHOWN_FROM) -> list[Match]:
    """Return the live matches of these statements that tags may go along, the best first."""
    along = Match.objects.shown(min_score).exclude(verdict__in=(VerdictKind.UNRELATED, DIFFER))
    found = {match.pk: match for match in along.filter(left__in=statement_ids)}
    found |= {match.pk: match for match in along.filter(right__in=statement_ids)}
    return sorted(
        found.values(),
        key=lambda match: (match.verdict not in SAME, -match.score, match.left_id, match.right_id),
    )


def may_contradict(match: Match) -> bool:
    """Say whether a tag's stance may be the wrong one at the other end of a match."""
    if match.verdict:
        return match.verdict not in SAME
    return match.relation == Match.Relation.CONTRADICTION or match.negation_differs


def _state(annotation: Annotation, match: Match, own: Annotation | None) -> CarryState:
    if own is not None:
        return CarryState.ALREADY_TAGGED if own.stance == annotation.stance else CarryState.CONFLICT
    return CarryState.CONTRADICTION if may_contradict(match) else CarryState.NEW


def _statements(ids: Iterable[int]) -> dict[int, Statement]:
    named = Attribution.objects.named()
    statements = Statement.objects.live().select_related("quote__outlet").filter(pk__in=list(ids))
    prefetched = statements.prefetch_related(Prefetch("quote__attributions", queryset=named))
    return {statement.pk: statement for statement in prefetched}


def _own_tags(
    targets: Iterable[int], sources: Sequence[Annotation], by: User
) -> dict[tuple[int, int], Annotation]:
    claims = {annotation.claim_id for annotation in sources}
    tags = Annotation.objects.standing().filter(statement__in=list(targets), claim__in=claims, coder=by)
    return {(tag.statement_id, tag.claim_id): tag for tag in tags}
