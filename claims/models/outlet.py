"""Outlets: who published an article."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from claims.models.base import history


class OutletQuerySet(models.QuerySet["Outlet"]):
    """Outlets as the pages ask for them."""

    def standing(self) -> "OutletQuerySet":
        """Return the outlets that were not merged into another."""
        return self.filter(merged_into__isnull=True)


class Outlet(models.Model):
    """A news site, an agency, a ministry's press office. Not a "source": that is the speaker."""

    class Kind(models.TextChoices):
        NEWS = "NEWS", "news site"
        PAPER = "PAPER", "newspaper"
        BROADCASTER = "BROADCASTER", "broadcaster"
        AGENCY = "AGENCY", "agency"
        OFFICE = "OFFICE", "press office"
        OTHER = "OTHER", "other"

    name = models.CharField(max_length=200)
    #: folded, for looking up
    name_folded = models.CharField(max_length=200, unique=True)
    domain = models.CharField(max_length=253, blank=True)
    kind = models.CharField(max_length=11, choices=Kind.choices, default=Kind.NEWS)
    country = models.CharField(max_length=80, blank=True)
    #: ISO 639-1 code
    language = models.CharField(max_length=8, blank=True)
    #: IANA name; times without a zone are read in it
    time_zone = models.CharField(max_length=64, blank=True)
    #: a merged outlet's name still resolves to the one it went into
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged_from")

    history = history()
    objects: ClassVar = OutletQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="outlet_domain_belongs_to_one", fields=["domain"], condition=~Q(domain="")
            ),
            models.CheckConstraint(name="outlet_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="outlet_not_merged_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=models.F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.name
