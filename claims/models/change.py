"""Changes: what somebody did in one act, so that it can be shown and undone as one."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Change(models.Model):
    """One act of a person (or, rarely, of a program) that changed rows which history is kept of."""

    #: the service that did it ("merge_speakers")
    verb = models.CharField(max_length=40)
    #: what was done, in words ("merged 2 speakers into Ilyana Vosk")
    words = models.TextField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="changes",
        db_index=False,
    )
    run = models.ForeignKey("claims.Run", models.PROTECT, null=True, blank=True, related_name="changes")
    at = models.DateTimeField(auto_now_add=True)
    #: the change that this one takes back
    undoes = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="undone_by")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="change_by_a_person_or_a_program",
                condition=Q(by__isnull=False, run__isnull=True) | Q(by__isnull=True, run__isnull=False),
            )
        ]
        indexes = [
            # a person's last changes, for undo and for the history page
            models.Index(name="change_of_person", fields=["by", "id"])
        ]

    def __str__(self) -> str:
        return f"change {self.pk}: {self.words}"
