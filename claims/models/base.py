"""What several tables share: who made a row, and where its history is kept."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

#: the day of rows without one: SQLite's indexes know no NULLS LAST, and PostgreSQL sorts nulls the other way
UNKNOWN_DAY = date(1, 1, 1)


class Made(models.Model):
    """A row that a program found, a person made, or a program found and a person changed."""

    #: the program's run that made the row; empty if a person did
    run = models.ForeignKey("claims.Run", models.PROTECT, null=True, blank=True, related_name="+")
    #: the person who made or last changed the row; a program leaves such a row alone
    touched_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    touched_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_was_made_by_somebody",
                condition=Q(run__isnull=False) | Q(touched_by__isnull=False),
            ),
            models.CheckConstraint(
                name="%(class)s_touched_by_and_at_together",
                condition=Q(touched_by__isnull=True, touched_at__isnull=True)
                | Q(touched_by__isnull=False, touched_at__isnull=False),
            ),
        ]

    @property
    def is_touched(self) -> bool:
        """Whether a person answers for this row."""
        return self.touched_by_id is not None


class WithChange(models.Model):
    """The Change that a history record belongs to; the state before the first one belongs to none."""

    change = models.ForeignKey("claims.Change", models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True


def history(*, leave_out: tuple[str, ...] = ()) -> HistoricalRecords:
    """Return the history of a model: every state that a person gave a row, with its Change.

    ``leave_out`` names the columns that are copies or long texts that never change.
    """
    return HistoricalRecords(bases=[WithChange], excluded_fields=list(leave_out))


def ordered_span(prefix: str = "") -> Q:
    """Return the condition that a span is a span: ``0 <= start < end``."""
    return Q(**{f"{prefix}start__gte": 0, f"{prefix}end__gt": F(f"{prefix}start")})


def span_or_none(prefix: str) -> Q:
    """Return the condition that an optional span is whole or absent."""
    absent = Q(**{f"{prefix}start__isnull": True, f"{prefix}end__isnull": True})
    return absent | (
        Q(**{f"{prefix}start__isnull": False, f"{prefix}end__isnull": False}) & ordered_span(prefix)
    )
