"""Carry-over: a coder's tags go to matched statements, many at once, and one undo takes all back."""

from collections.abc import Iterable

from django.db import transaction

from claims.models import Annotation, Change, Claim, Statement, User
from claims.queries.carry_over import matches_to_carry_along
from claims.queries.codebooks import version_in_use
from claims.services.annotations import new_annotation, save_annotation
from claims.services.changes import begin_change
from claims.services.rights import hold_tagger

Pair = tuple[Annotation, Statement]


class UnableToCarryOver(Exception):
    """The tags cannot be carried over; the words say why and what to do."""


@transaction.atomic
def carry_over(*, pairs: Iterable[tuple[Annotation, Statement]], by: User) -> Change:
    """Give each statement the tag of the annotation beside it: same claim, stance and certainty.

    The new tags are those of ``by``, name the annotation they come from, and have no note. A statement
    that ``by`` tagged with the claim already is left as it is.

    :raises UnableToCarryOver: if no match joins a pair, a tag was taken back, or nothing is left to do.
    """
    chosen = _reload(pairs)
    for annotation, statement in chosen:
        _refuse_source(annotation)
        if not statement.is_live:
            raise UnableToCarryOver("A chosen statement does not stand any more. Look at the preview again.")
    codebooks = {annotation.codebook for annotation, _ in chosen}
    for codebook in codebooks:
        hold_tagger(by, codebook)
    _refuse_unmatched(chosen)
    left = _without_tagged(chosen, by)
    if not left:
        raise UnableToCarryOver("Nothing to carry over: all chosen statements have these tags of yours.")
    counted = "1 tag" if len(left) == 1 else f"{len(left):,} tags"
    change = begin_change(verb="carry_over", words=f"carried {counted} over to matched statements", by=by)
    versions = {codebook: version_in_use(codebook) for codebook in codebooks}
    for annotation, statement in left:
        carried = new_annotation(
            statement=statement,
            claim=annotation.claim,
            stance=annotation.stance,
            certainty=annotation.certainty,
            note="",
            by=by,
            version=versions[annotation.codebook],
        )
        carried.way, carried.carried_from = Annotation.Way.CARRIED, annotation
        save_annotation(change, carried)
    return change


def _reload(pairs: Iterable[tuple[Annotation, Statement]]) -> list[Pair]:
    """Return the pairs as they stand in the database now, each claim once per statement."""
    ids = [(annotation.pk, statement.pk) for annotation, statement in pairs]
    annotations = Annotation.objects.select_related("claim", "codebook").in_bulk([pair[0] for pair in ids])
    statements = Statement.objects.in_bulk([pair[1] for pair in ids])
    once: dict[tuple[int, int], Pair] = {}
    for annotation_id, statement_id in ids:
        annotation = annotations[annotation_id]
        once.setdefault((annotation.claim_id, statement_id), (annotation, statements[statement_id]))
    return list(once.values())


def _refuse_source(annotation: Annotation) -> None:
    claim: Claim = annotation.claim
    if annotation.retired_at is not None:
        raise UnableToCarryOver(f"The tag “{claim}” was taken back meanwhile. Look at the preview again.")
    if claim.is_retired or claim.is_group:
        raise UnableToCarryOver(f"“{claim}” takes no tags any more. Leave its tags out.")


def _refuse_unmatched(pairs: list[Pair]) -> None:
    wanted = {
        (min(annotation.statement_id, statement.pk), max(annotation.statement_id, statement.pk))
        for annotation, statement in pairs
    }
    matches = matches_to_carry_along([left for left, _ in wanted], min_score=0)
    missing = wanted - {(match.left_id, match.right_id) for match in matches}
    if missing:
        left, right = min(missing)
        raise UnableToCarryOver(f"No match joins statements {left} and {right}. Look at the preview again.")


def _without_tagged(pairs: list[Pair], by: User) -> list[Pair]:
    tags = Annotation.objects.standing().filter(
        coder=by,
        claim__in={annotation.claim_id for annotation, _ in pairs},
        statement__in={statement.pk for _, statement in pairs},
    )
    tagged = set(tags.values_list("claim_id", "statement_id"))
    return [pair for pair in pairs if (pair[0].claim_id, pair[1].pk) not in tagged]
