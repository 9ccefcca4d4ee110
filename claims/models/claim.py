"""Claims: what can be asserted or rejected, in a tree."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from claims.models.base import history
from claims.models.codebook import Codebook


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Claims as the pages ask for them."""

    def standing(self) -> "ClaimQuerySet":
        """Return the claims and groups that were not retired."""
        return self.filter(is_retired=False)

    def taggable(self) -> "ClaimQuerySet":
        """Return the standing claims that take a tag."""
        return self.standing().filter(is_group=False)


class Claim(models.Model):
    """An entry of a codebook. A group is a heading in the tree and takes no tag."""

    codebook = models.ForeignKey(Codebook, models.PROTECT, related_name="claims")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    #: order among the children of one parent
    position = models.PositiveIntegerField(default=0)
    name = models.CharField(max_length=80)
    name_folded = models.CharField(max_length=80)
    #: the single key that its codebook gives it
    key = models.CharField(max_length=1, blank=True)
    is_group = models.BooleanField(default=False)
    is_retired = models.BooleanField(default=False)
    definition = models.TextField(blank=True)
    #: what it takes, what it leaves
    take = models.TextField("takes", blank=True)
    leave = models.TextField("leaves", blank=True)
    examples = models.TextField(blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged_from")

    history = history()
    objects: ClassVar = ClaimQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="claim_name_once_per_codebook",
                fields=["codebook", "name_folded"],
                condition=Q(is_retired=False),
            ),
            models.UniqueConstraint(
                name="claim_key_once_per_codebook",
                fields=["codebook", "key"],
                condition=Q(is_retired=False) & ~Q(key=""),
            ),
            models.CheckConstraint(name="claim_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="claim_is_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
            ),
            models.CheckConstraint(
                name="claim_merged_is_retired", condition=Q(merged_into__isnull=True) | Q(is_retired=True)
            ),
        ]

    def __str__(self) -> str:
        return self.name
