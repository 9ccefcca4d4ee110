"""Decisions: that a coder is done with a statement in a codebook."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.base import history


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions as the queue and the progress ask for them."""

    def made(self) -> "DecisionQuerySet":
        """Return the decisions that were made."""
        return self.filter(decided_at__isnull=False)


class Decision(models.Model):
    """One coder's "done" with one statement: "done" and "no claim" live here, and are what is counted."""

    class Outcome(models.TextChoices):
        CLAIMS = "CLAIMS", "claims"
        NO_CLAIM = "NO_CLAIM", "no claim"

    #: copy of the membership's
    codebook = models.ForeignKey("claims.Codebook", models.PROTECT, related_name="decisions", db_index=False)
    statement = models.ForeignKey(
        "claims.Statement", models.PROTECT, related_name="decisions", db_index=False
    )
    coder = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="decisions", db_index=False
    )
    #: place in the coder's queue
    position = models.PositiveIntegerField(default=0)
    #: empty while undecided
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    #: codebook version it was made under
    version = models.ForeignKey(
        "claims.CodebookVersion", models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: grows with each change, so that two windows do not overwrite each other
    revision = models.PositiveIntegerField(default=1)

    history = history(leave_out=("codebook",))
    objects: ClassVar = DecisionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="decision_once_per_coder", fields=["codebook", "statement", "coder"]
            ),
            models.CheckConstraint(
                name="decision_outcome_and_time_together",
                condition=Q(outcome="", decided_at__isnull=True)
                | (~Q(outcome="") & Q(decided_at__isnull=False)),
            ),
        ]
        indexes = [
            # a coder's queue
            models.Index(
                name="decision_waiting",
                fields=["coder", "position", "id"],
                condition=Q(decided_at__isnull=True),
            ),
            models.Index(name="decision_of_statement", fields=["statement"]),
        ]

    def __str__(self) -> str:
        return f"decision on statement {self.statement_id} by coder {self.coder_id}"
