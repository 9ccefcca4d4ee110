"""The one corpus of an installation."""

import uuid

from django.db import models
from django.db.models import Q


class Corpus(models.Model):
    """What the installation holds; its uuid seeds the identifiers that exports carry."""

    uuid = models.UUIDField(default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    institution = models.CharField(max_length=200, blank=True)
    #: IANA name; days are counted in it where an outlet has none
    time_zone = models.CharField(max_length=64, default="UTC")

    class Meta:
        verbose_name_plural = "corpora"
        constraints = [models.CheckConstraint(name="corpus_is_one", condition=Q(id=1))]

    def __str__(self) -> str:
        return self.name
