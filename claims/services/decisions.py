"""Decisions: a coder is done with a statement in a codebook, by her tags or because it has no claim."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from claims.models import Annotation, Change, Codebook, CodebookVersion, Decision, Statement, User
from claims.queries.codebooks import version_in_use
from claims.services.bulk_changes import insert_many, update_many
from claims.services.changes import begin_change, save_changed, save_new
from claims.services.recounts import batches
from claims.services.rights import hold_tagger


class UnableToDecide(Exception):
    """The decision cannot be made; the words say why and what to do."""


@transaction.atomic
def decide(*, statement: Statement, codebook: Codebook, outcome: str, by: User) -> Decision:
    """Record that ``by`` is done with a statement: its claims are tagged, or it has none.

    Deciding the same again changes nothing and leaves no trace.

    :raises UnableToDecide: if the outcome and the tags that stand disagree, or the statement does not
        stand any more.
    """
    hold_tagger(by, codebook)
    outcome = Decision.Outcome(outcome)
    if not statement.is_live:
        raise UnableToDecide("This statement does not stand any more. Go on to the next one.")
    tags = Annotation.objects.standing().filter(statement=statement, codebook=codebook, coder=by).count()
    if outcome == Decision.Outcome.NO_CLAIM and tags:
        word = "tag" if tags == 1 else "tags"
        raise UnableToDecide(f"The statement has {tags} {word} of yours. Take them back, then decide.")
    if outcome == Decision.Outcome.CLAIMS and not tags:
        raise UnableToDecide("The statement has no tag of yours. Tag it, or decide that it has no claim.")
    decision = Decision.objects.filter(statement=statement, codebook=codebook, coder=by).first()
    if decision is not None and decision.outcome == outcome:
        return decision
    words = f"decided on statement {statement.pk}: {outcome.label}"
    change = begin_change(verb="decide", words=words, by=by)
    return record_decision(
        change,
        statement=statement,
        codebook=codebook,
        coder=by,
        outcome=outcome,
        version=version_in_use(codebook),
    )


@transaction.atomic
def reopen_decision(*, decision: Decision, by: User) -> Decision:
    """Take back that ``by`` is done with a statement; its tags stay.

    :raises UnableToDecide: if it is another coder's decision.
    """
    hold_tagger(by, decision.codebook)
    if decision.coder_id != by.pk:
        raise UnableToDecide("Only the coder who decided takes it back.")
    words = f"reopened statement {decision.statement_id}"
    change = begin_change(verb="reopen_decision", words=words, by=by)
    return record_decision(
        change,
        statement=decision.statement,
        codebook=decision.codebook,
        coder=by,
        outcome="",
        version=None,
    )


def record_claims(
    change: Change,
    *,
    statements: Collection[Statement],
    codebook: Codebook,
    coder: User,
    version: CodebookVersion | None,
) -> None:
    """Write as part of ``change`` that a coder tagged many statements, without a query for each."""
    outcome, now = Decision.Outcome.CLAIMS, timezone.now()
    known: dict[int, Decision] = {}
    for some in batches(statement.pk for statement in statements):
        decided = Decision.objects.select_for_update().filter(codebook=codebook, coder=coder)
        known.update((row.statement_id, row) for row in decided.filter(statement__in=some))
    changed = [row for row in known.values() if row.outcome != outcome]
    for decision in changed:
        decision.outcome, decision.decided_at, decision.version = outcome, now, version
        decision.revision += 1
    update_many(change, changed, fields=["outcome", "decided_at", "version", "revision"])
    fresh = [
        Decision(
            codebook=codebook, statement=row, coder=coder, outcome=outcome, decided_at=now, version=version
        )
        for row in statements
        if row.pk not in known
    ]
    insert_many(change, fresh)


def record_decision(
    change: Change,
    *,
    statement: Statement,
    codebook: Codebook,
    coder: User,
    outcome: str,
    version: CodebookVersion | None,
) -> Decision:
    """Write a coder's decision as part of another service's ``change``; "" means: undecided again."""
    decided = Decision.objects.select_for_update()
    decision = decided.filter(codebook=codebook, statement=statement, coder=coder).first()
    decided_at = timezone.now() if outcome else None
    if decision is None:
        decision = Decision(
            codebook=codebook,
            statement=statement,
            coder=coder,
            outcome=outcome,
            decided_at=decided_at,
            version=version,
        )
        save_new(change, decision)
    elif decision.outcome != outcome:
        decision.outcome, decision.decided_at, decision.version = outcome, decided_at, version
        decision.revision += 1
        save_changed(change, decision, fields=["outcome", "decided_at", "version", "revision"])
    return decision
