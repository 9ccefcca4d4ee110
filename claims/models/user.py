"""People with an account."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A person who reads, codes or leads; rights hang on the memberships of codebooks."""

    class Theme(models.TextChoices):
        SYSTEM = "SYSTEM", "as the system"
        LIGHT = "LIGHT", "light"
        DARK = "DARK", "dark"

    #: whether single keys work outside of fields (WCAG 2.1.4)
    keys_on = models.BooleanField("single keys work", default=True)
    #: whether coding goes to the next statement after each tag: kept for coding in sets; no page asks yet
    moves_on_after_tag = models.BooleanField("move on after a tag", default=False)
    theme = models.CharField(max_length=6, choices=Theme.choices, default=Theme.SYSTEM)
    #: IANA name; times on pages are shown in it
    time_zone = models.CharField(max_length=64, default="UTC")

    def __str__(self) -> str:
        return self.username

    @property
    def shown_name(self) -> str:
        """The name to show: the full one if there is one."""
        return self.get_full_name() or self.username
