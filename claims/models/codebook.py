"""Codebooks: the studies on the corpus, their members and published versions."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.base import history


class Codebook(models.Model):
    """The claims of one study. Everything said about them is seen by its members alone."""

    name = models.CharField(max_length=200, unique=True)
    description = models.TextField(blank=True)
    #: ISO 639-1 code of the definitions
    language = models.CharField(max_length=8, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)

    history = history()

    def __str__(self) -> str:
        return self.name


class CodebookVersion(models.Model):
    """A moment: the claims as they stood then are read from their history."""

    codebook = models.ForeignKey(Codebook, models.PROTECT, related_name="versions", db_index=False)
    number = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="codebook_version_number_once", fields=["codebook", "number"])
        ]

    def __str__(self) -> str:
        return f"{self.codebook_id}, version {self.number}"


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships as the rights ask for them."""

    def current(self) -> "MembershipQuerySet":
        """Return the memberships that have not ended, of codebooks that are not retired."""
        return self.filter(ended_at__isnull=True, codebook__retired_at__isnull=True)


class Membership(models.Model):
    """What a person may do in a codebook."""

    class Role(models.TextChoices):
        #: changes the codebook and all of its annotations
        LEAD = "LEAD", "lead"
        #: tags, and changes only her own
        CODER = "CODER", "coder"
        #: changes nothing
        READER = "READER", "reader"

    codebook = models.ForeignKey(Codebook, models.PROTECT, related_name="memberships", db_index=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=6, choices=Role.choices)
    #: how exports name the person
    pseudonym = models.CharField(max_length=80)
    ended_at = models.DateTimeField(null=True, blank=True)

    history = history()
    objects: ClassVar = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="membership_once_per_user", fields=["codebook", "user"]),
            models.UniqueConstraint(name="membership_pseudonym_once", fields=["codebook", "pseudonym"]),
            models.CheckConstraint(name="membership_has_a_pseudonym", condition=~Q(pseudonym="")),
        ]

    def __str__(self) -> str:
        return f"{self.pseudonym}: {self.get_role_display()} of codebook {self.codebook_id}"

    @property
    def may_tag(self) -> bool:
        """Whether this member makes annotations."""
        return self.role in (self.Role.LEAD, self.Role.CODER)
