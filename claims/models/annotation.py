"""Annotations: one coder's claim on a statement, with a stance."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.base import history


class Stance(models.TextChoices):
    """How the speaker stands to the claim."""

    SUPPORTS = "SUPPORTS", "supports"
    OPPOSES = "OPPOSES", "opposes"
    NEUTRAL = "NEUTRAL", "neutral"
    UNCLEAR = "UNCLEAR", "unclear"


class Certainty(models.TextChoices):
    """How sure the coder is."""

    CERTAIN = "CERTAIN", "certain"
    NOT_CERTAIN = "NOT_CERTAIN", "not certain"


class AnnotationQuerySet(models.QuerySet["Annotation"]):
    """Annotations as the pages ask for them."""

    def standing(self) -> "AnnotationQuerySet":
        """Return the annotations that were not taken back."""
        return self.filter(retired_at__isnull=True)


class Annotation(models.Model):
    """One coder's tag. Nothing but its coder, or a lead of the codebook, changes it."""

    class Way(models.TextChoices):
        TAGGED = "TAGGED", "tagged"
        #: for a proposal that its coder accepts
        TAKEN_OVER = "TAKEN_OVER", "taken over"
        CARRIED = "CARRIED", "carried over"
        IMPORTED = "IMPORTED", "imported"

    #: copy of the claim's
    codebook = models.ForeignKey(
        "claims.Codebook", models.PROTECT, related_name="annotations", db_index=False
    )
    statement = models.ForeignKey(
        "claims.Statement", models.PROTECT, related_name="annotations", db_index=False
    )
    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="annotations", db_index=False)
    coder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="annotations")
    stance = models.CharField(max_length=8, choices=Stance.choices)
    certainty = models.CharField(max_length=11, choices=Certainty.choices, default=Certainty.CERTAIN)
    note = models.TextField(blank=True)
    #: codebook version it was made under
    version = models.ForeignKey(
        "claims.CodebookVersion", models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: the annotation it was carried over from
    carried_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="carried_to")
    way = models.CharField(max_length=10, choices=Way.choices, default=Way.TAGGED)
    #: of the page's form: posted twice, stored once
    token = models.UUIDField(null=True, blank=True, unique=True)
    #: grows with each change, so that two windows do not overwrite each other
    revision = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True)
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    history = history(leave_out=("codebook",))
    objects: ClassVar = AnnotationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="annotation_claim_once_per_coder",
                fields=["statement", "claim", "coder"],
                condition=Q(retired_at__isnull=True),
            ),
            models.CheckConstraint(
                name="annotation_retired_by_and_at_together",
                condition=Q(retired_at__isnull=True, retired_by__isnull=True)
                | Q(retired_at__isnull=False, retired_by__isnull=False),
            ),
        ]
        indexes = [
            # a claim's statements
            models.Index(
                name="annotation_of_claim",
                fields=["claim", "statement"],
                condition=Q(retired_at__isnull=True),
            ),
            # a statement's tags
            models.Index(
                name="annotation_of_statement", fields=["statement"], condition=Q(retired_at__isnull=True)
            ),
            # a coder's last tags
            models.Index(
                name="annotation_of_coder",
                fields=["codebook", "coder", "made_at"],
                condition=Q(retired_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"annotation {self.pk}: statement {self.statement_id}, claim {self.claim_id}"
