"""Imports: what was handed over, and what became of each document of it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class Import(models.Model):
    """One hand-over of files; a preview until it is stored."""

    class Kind(models.TextChoices):
        COMMAND = "COMMAND", "by command"
        UPLOAD = "UPLOAD", "by upload page"

    class Dates(models.TextChoices):
        DAY_FIRST = "DAY_FIRST", "day first: 31/12/2026"
        MONTH_FIRST = "MONTH_FIRST", "month first: 12/31/2026"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    #: the file, folder or upload as its owner calls it
    name = models.CharField(max_length=500)
    #: where an upload lies until it is stored: a name of our own inside the uploads folder
    file = models.CharField(max_length=200, blank=True)
    encoding = models.CharField(max_length=40, blank=True)
    #: hash of a table's column names: the next table of the same columns proposes the same mapping
    header_hash = models.CharField(max_length=64, blank=True)
    #: our fields → the table's columns
    mapping = models.JSONField(default=dict, blank=True)
    #: how days are read that can be read in two ways, where no row tells; empty: not at all
    dates = models.CharField(max_length=11, choices=Dates.choices, blank=True)
    #: of all documents, as the person says; empty: each document's own
    language = models.CharField(max_length=8, blank=True)
    #: outcome → number of documents
    counts = models.JSONField(default=dict, blank=True)
    #: the outlet named by the person, for documents that name none
    outlet = models.ForeignKey("claims.Outlet", models.PROTECT, null=True, blank=True, related_name="imports")
    job = models.ForeignKey("claims.Job", models.PROTECT, null=True, blank=True, related_name="imports")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="imports"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    stored_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            # the last mapping of a table with the same columns
            models.Index(name="import_same_columns", fields=["header_hash", "id"])
        ]

    def __str__(self) -> str:
        return f"import {self.pk}: {self.name}"


class ImportItemQuerySet(models.QuerySet["ImportItem"]):
    """Items as the report asks for them."""

    def refused(self) -> "ImportItemQuerySet":
        """Return the items that were not stored, with their reasons."""
        return self.filter(outcome=ImportItem.Outcome.REFUSED)


class ImportItem(models.Model):
    """One document of an import and what became of it."""

    class Outcome(models.TextChoices):
        #: of a preview's rows, which are shown and not kept
        WAITING = "WAITING", "will be stored"
        STORED = "STORED", "stored"
        ALREADY_THERE = "ALREADY_THERE", "already there"
        #: for a corrected article that takes the place of an earlier one; an import never does so by itself
        NEW_VERSION = "NEW_VERSION", "new version"
        REFUSED = "REFUSED", "refused"

    imported = models.ForeignKey(
        Import, models.PROTECT, related_name="items", db_index=False, db_column="import_id"
    )
    #: file, or file and row
    place = models.CharField(max_length=700)
    outcome = models.CharField(max_length=13, choices=Outcome.choices)
    article = models.ForeignKey(
        "claims.Article", models.PROTECT, null=True, blank=True, related_name="import_items"
    )
    #: short name of the problem, for counting
    problem = models.CharField(max_length=40, blank=True)
    #: what is wrong, and what helps
    words = models.TextField(blank=True)
    helps = models.TextField(blank=True)
    warnings = models.JSONField(default=list, blank=True)

    objects: ClassVar = ImportItemQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="import_item_once_per_place", fields=["imported", "place"]),
            models.CheckConstraint(
                name="import_item_stored_has_its_article",
                condition=Q(outcome__in=["WAITING", "REFUSED"]) | Q(article__isnull=False),
            ),
            models.CheckConstraint(
                name="import_item_refused_says_why",
                condition=~Q(outcome="REFUSED") | ~Q(words=""),
            ),
        ]
        indexes = [
            # the report's lists by outcome
            models.Index(name="import_item_by_outcome", fields=["imported", "outcome", "id"])
        ]

    def __str__(self) -> str:
        return f"{self.place}: {self.get_outcome_display()}"
