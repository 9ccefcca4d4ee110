"""Carry-over: a coder's tags go to matched statements, many at once, and one undo takes all back."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction

from claims.models import Annotation, Change, Claim, Codebook, Statement, User
from claims.queries.carry_form import CarryPage
from claims.queries.carry_over import MAX_AT_ONCE, pairs_that_lead
from claims.queries.codebooks import version_in_use
from claims.services.annotations import new_annotation
from claims.services.bulk_changes import insert_many
from claims.services.changes import begin_change
from claims.services.decisions import record_claims
from claims.services.recounts import batches
from claims.services.rights import hold_tagger

Pair = tuple[Annotation, Statement]


class UnableToCarryOver(Exception):
    """The tags cannot be carried over; the words say why and what to do."""


def carry_chosen(*, shown: CarryPage, by: User) -> Change:
    """Carry over what a person chose in a preview; the surest, where it is too much for one act.

    :raises UnableToCarryOver: if the preview is not what she was looking at, or if nothing is chosen.
    """
    if not shown.is_what_was_shown:
        raise UnableToCarryOver(
            "The preview is another one by now: matches, tags or the cut-off changed. Look at it, then carry "
            "over."
        )
    if not shown.chosen:
        raise UnableToCarryOver("Choose at least one statement that would get the tag.")
    return carry_over(pairs=[row.pair for row in shown.for_one_act], by=by)


@transaction.atomic
def carry_over(*, pairs: Iterable[tuple[int, int]], by: User) -> Change:
    """Give each statement the tag of the annotation beside it: same claim, stance and certainty.

    The new tags are those of ``by``, name the annotation they come from, and have no note. A statement
    that ``by`` tagged with the claim already is left as it is.

    :param pairs: numbers of an annotation and of the statement that it is carried to.
    :raises UnableToCarryOver: if nothing joins a pair, a tag was taken back, a statement does not stand,
        there are too many for one act, or nothing is left to do.
    """
    chosen = _read(dict.fromkeys(pairs))
    for annotation in {annotation.pk: annotation for annotation, _ in chosen}.values():
        _refuse_source(annotation)
    codebooks = {annotation.codebook for annotation, _ in chosen}
    for codebook in sorted(codebooks, key=lambda row: row.pk):
        hold_tagger(by, codebook)
    _refuse_unmatched(chosen)
    left = _without_tagged(chosen, by)
    if not left:
        raise UnableToCarryOver("Nothing to carry over: all chosen statements have these tags of yours.")
    counted = "1 tag" if len(left) == 1 else f"{len(left):,} tags"
    change = begin_change(verb="carry_over", words=f"carried {counted} over to matched statements", by=by)
    by_codebook: dict[Codebook, list[Pair]] = defaultdict(list)
    for annotation, statement in left:
        by_codebook[annotation.codebook].append((annotation, statement))
    for codebook, some in by_codebook.items():
        _write(change, some, codebook, by)
    return change


def _read(pairs: Iterable[tuple[int, int]]) -> list[Pair]:
    """Return the pairs as they stand in the database now, each claim once per statement."""
    ids = list(pairs)
    if len(ids) > MAX_AT_ONCE:
        raise UnableToCarryOver(
            f"These are {len(ids):,} tags; one act carries {MAX_AT_ONCE:,} at most. Raise the cut-off or "
            "narrow the list, then carry the rest: what has the tag already is not offered again."
        )
    annotations: dict[int, Annotation] = {}
    for some in batches(pair[0] for pair in ids):
        annotations |= Annotation.objects.select_related("claim__codebook", "codebook").in_bulk(some)
    statements: dict[int, Statement] = {}
    for some in batches(pair[1] for pair in ids):
        statements |= Statement.objects.live().in_bulk(some)
    if any(pair[0] not in annotations or pair[1] not in statements for pair in ids):
        raise UnableToCarryOver("A chosen statement does not stand any more. Look at the preview again.")
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
    wanted = {(annotation.statement_id, statement.pk) for annotation, statement in pairs}
    missing = wanted - pairs_that_lead(wanted)
    if missing:
        left, right = sorted(min(missing))
        raise UnableToCarryOver(f"No match joins statements {left} and {right}. Look at the preview again.")


def _without_tagged(pairs: list[Pair], by: User) -> list[Pair]:
    claims = {annotation.claim_id for annotation, _ in pairs}
    tagged: set[tuple[int, int]] = set()
    for some in batches(statement.pk for _, statement in pairs):
        tags = Annotation.objects.standing().filter(coder=by, claim__in=claims, statement__in=some)
        tagged.update(tags.values_list("claim_id", "statement_id"))
    return [pair for pair in pairs if (pair[0].claim_id, pair[1].pk) not in tagged]


def _write(change: Change, pairs: list[Pair], codebook: Codebook, by: User) -> None:
    version = version_in_use(codebook)
    carried = []
    for annotation, statement in pairs:
        made = new_annotation(
            statement=statement,
            claim=annotation.claim,
            stance=annotation.stance,
            certainty=annotation.certainty,
            note="",
            by=by,
            version=version,
        )
        made.way, made.carried_from = Annotation.Way.CARRIED, annotation
        carried.append(made)
    insert_many(change, carried)
    statements = {statement.pk: statement for _, statement in pairs}
    record_claims(change, statements=statements.values(), codebook=codebook, coder=by, version=version)
