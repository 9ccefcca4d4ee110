"""Annotations: statements tagged with claims, changed and taken back, one by one or many at once."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from claims.models import (
    Annotation,
    Certainty,
    Change,
    Claim,
    Codebook,
    CodebookVersion,
    Decision,
    Stance,
    Statement,
    User,
)
from claims.queries.codebooks import version_in_use
from claims.services.changes import begin_change, save_changed, save_new
from claims.services.decisions import record_decision
from claims.services.rights import NotAllowed, hold_tagger, require_lead, require_tagger


class UnableToTag(Exception):
    """The tag cannot be made; the words say why, ``existing`` is the tag in its way, if one is."""

    def __init__(self, words: str, existing: Annotation | None = None) -> None:
        super().__init__(words)
        self.existing = existing


class UnableToChangeAnnotation(Exception):
    """Somebody changed the annotation meanwhile; ``current`` is how it stands now."""

    def __init__(self, words: str, current: Annotation) -> None:
        super().__init__(words)
        self.current = current


@transaction.atomic
def tag_statement(
    *,
    statement: Statement,
    claim: Claim,
    stance: str,
    by: User,
    certainty: str = Certainty.CERTAIN,
    note: str = "",
    token: UUID | None = None,
    way: str = Annotation.Way.TAGGED,
    carried_from: Annotation | None = None,
) -> Annotation:
    """Tag a statement with a claim and a stance; it counts as decided from then on.

    The same ``token`` again (a double click, a form sent twice) returns the annotation it made.

    :raises UnableToTag: if the claim takes no tags, the statement does not stand any more, or the coder
        tagged it with this claim already.
    """
    hold_tagger(by, claim.codebook)
    sent_before = _made_with(token, by)
    if sent_before is not None:
        return sent_before
    _refuse_claim(claim)
    _refuse_statement(statement, claim, by)
    annotation = new_annotation(
        statement=statement,
        claim=claim,
        stance=stance,
        certainty=certainty,
        note=note,
        by=by,
        version=version_in_use(claim.codebook),
    )
    annotation.token, annotation.way, annotation.carried_from = token, Annotation.Way(way), carried_from
    words = f"tagged statement {statement.pk}: {annotation.get_stance_display()} “{claim}”"
    save_annotation(begin_change(verb="tag_statement", words=words, by=by), annotation)
    return annotation


@transaction.atomic
def change_annotation(
    *,
    annotation: Annotation,
    by: User,
    revision: int,
    stance: str | None = None,
    certainty: str | None = None,
    note: str | None = None,
) -> Annotation:
    """Change the stance, certainty or note of a tag.

    :param revision: the revision that ``by`` was looking at.
    :raises UnableToChangeAnnotation: if it was changed or taken back since.
    """
    annotation = _locked(annotation)
    _require_own_or_lead(annotation, by)
    _refuse_if_changed(annotation, revision)
    given = {
        "stance": None if stance is None else Stance(stance),
        "certainty": None if certainty is None else Certainty(certainty),
        "note": None if note is None else note.strip(),
    }
    changed = {
        name: value
        for name, value in given.items()
        if value is not None and value != getattr(annotation, name)
    }
    if not changed:
        return annotation
    for name, value in changed.items():
        setattr(annotation, name, value)
    annotation.revision += 1
    words = f"changed the tag “{annotation.claim}” on statement {annotation.statement_id}"
    change = begin_change(verb="change_annotation", words=words, by=by)
    save_changed(change, annotation, fields=[*changed, "revision"])
    return annotation


@transaction.atomic
def retire_annotation(*, annotation: Annotation, by: User, revision: int | None = None) -> Annotation:
    """Take a tag back. Without any other tag of its coder the statement is undecided again.

    :raises UnableToChangeAnnotation: if it was changed since ``revision``, or taken back already.
    """
    annotation = _locked(annotation)
    _require_own_or_lead(annotation, by)
    _refuse_if_changed(annotation, annotation.revision if revision is None else revision)
    words = f"took back the tag “{annotation.claim}” on statement {annotation.statement_id}"
    change = begin_change(verb="retire_annotation", words=words, by=by)
    retire_as_part_of(change, annotation)
    return annotation


@transaction.atomic
def retire_annotations(*, annotations: Iterable[Annotation], by: User) -> Change:
    """Take many tags back, as one Change that one undo brings back.

    :raises UnableToTag: if there is none left to take back.
    :raises NotAllowed: if one of them is another coder's, and ``by`` is no lead.
    """
    ids = [annotation.pk for annotation in annotations]
    locked = Annotation.objects.standing().select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk")
    left = list(locked.select_related("claim", "codebook", "statement", "coder"))
    if not left:
        raise UnableToTag("Nothing to take back: none of these tags stands any more.")
    for codebook, is_own in {(row.codebook, row.coder_id == by.pk) for row in left}:
        if is_own:
            require_tagger(by, codebook)
        else:
            _require_lead_for_others(by, codebook)
    counted = "1 tag" if len(left) == 1 else f"{len(left):,} tags"
    change = begin_change(verb="retire_annotations", words=f"took back {counted}", by=by)
    for annotation in left:
        retire_as_part_of(change, annotation)
    return change


@transaction.atomic
def tag_statements(
    *,
    statements: Iterable[Statement],
    claim: Claim,
    stance: str,
    by: User,
    certainty: str = Certainty.CERTAIN,
    note: str = "",
) -> Change:
    """Tag many statements at once, as one Change that one undo takes back.

    Statements that ``by`` tagged with this claim already are left as they are.

    :raises UnableToTag: if the claim takes no tags, or there is no statement left to tag.
    """
    hold_tagger(by, claim.codebook)
    _refuse_claim(claim)
    tagged = set(
        Annotation.objects.standing().filter(claim=claim, coder=by).values_list("statement_id", flat=True)
    )
    chosen = {statement.pk: statement for statement in statements}
    left = [row for row in chosen.values() if row.pk not in tagged and row.is_live]
    if not left:
        raise UnableToTag(f"Nothing to tag: all that stand have your tag “{claim}” already.")
    label = Stance(stance).label
    counted = "1 statement" if len(left) == 1 else f"{len(left):,} statements"
    change = begin_change(verb="tag_statements", words=f"tagged {counted}: {label} “{claim}”", by=by)
    version = version_in_use(claim.codebook)
    for statement in left:
        annotation = new_annotation(
            statement=statement,
            claim=claim,
            stance=stance,
            certainty=certainty,
            note=note,
            by=by,
            version=version,
        )
        save_annotation(change, annotation)
    return change


def new_annotation(
    *,
    statement: Statement,
    claim: Claim,
    stance: str,
    certainty: str,
    note: str,
    by: User,
    version: CodebookVersion | None,
) -> Annotation:
    """Return an annotation that is not saved yet."""
    return Annotation(
        codebook=claim.codebook,
        statement=statement,
        claim=claim,
        coder=by,
        stance=Stance(stance),
        certainty=Certainty(certainty),
        note=note.strip(),
        version=version,
    )


def save_annotation(change: Change, annotation: Annotation) -> None:
    """Insert an annotation and its coder's decision as part of ``change``."""
    save_new(change, annotation)
    record_decision(
        change,
        statement=annotation.statement,
        codebook=annotation.codebook,
        coder=annotation.coder,
        outcome=Decision.Outcome.CLAIMS,
        version=annotation.version,
    )


def retire_as_part_of(change: Change, annotation: Annotation) -> None:
    """Take an annotation back as part of ``change``, and the decision with the last one."""
    annotation.retired_at, annotation.retired_by = change.at, change.by
    annotation.revision += 1
    save_changed(change, annotation, fields=["retired_at", "retired_by", "revision"])
    others = Annotation.objects.standing().filter(
        statement=annotation.statement_id, codebook=annotation.codebook_id, coder=annotation.coder_id
    )
    if not others.exists():
        record_decision(
            change,
            statement=annotation.statement,
            codebook=annotation.codebook,
            coder=annotation.coder,
            outcome="",
            version=None,
        )


def _made_with(token: UUID | None, by: User) -> Annotation | None:
    if token is None:
        return None
    annotation = Annotation.objects.filter(token=token).first()
    if annotation is not None and annotation.coder_id != by.pk:
        raise UnableToTag("This form belongs to another coder. Open the page again.")
    return annotation


def _refuse_claim(claim: Claim) -> None:
    if claim.is_group:
        raise UnableToTag(f"“{claim}” is a group and takes no tag. Choose a claim under it.")
    if claim.is_retired:
        raise UnableToTag(f"“{claim}” is retired. Choose a claim that is in use.")


def _refuse_statement(statement: Statement, claim: Claim, by: User) -> None:
    if not statement.is_live:
        raise UnableToTag("This statement does not stand any more. Open its article again.")
    existing = Annotation.objects.standing().filter(statement=statement, claim=claim, coder=by).first()
    if existing is not None:
        stance = existing.get_stance_display()
        raise UnableToTag(f"You tagged it already: {stance} “{claim}”. Change that tag instead.", existing)


def _require_own_or_lead(annotation: Annotation, by: User) -> None:
    if annotation.coder_id == by.pk:
        require_tagger(by, annotation.codebook)
    else:
        _require_lead_for_others(by, annotation.codebook)


def _require_lead_for_others(by: User, codebook: Codebook) -> None:
    try:
        require_lead(by, codebook)
    except NotAllowed as refusal:
        raise NotAllowed("Another coder's tag is changed by her, or by a lead.") from refusal


def _refuse_if_changed(annotation: Annotation, revision: int) -> None:
    if annotation.retired_at is not None:
        raise UnableToChangeAnnotation(
            "This tag was taken back meanwhile. Tag the statement anew instead.", annotation
        )
    if annotation.revision != revision:
        raise UnableToChangeAnnotation(
            f"This tag was changed meanwhile: it says {annotation.get_stance_display()}, "
            f"{annotation.get_certainty_display()} now. Look at it, then change it again.",
            annotation,
        )


def _locked(annotation: Annotation) -> Annotation:
    locked = Annotation.objects.select_for_update(of=("self",))
    return locked.select_related("claim", "codebook", "statement", "coder").get(pk=annotation.pk)
