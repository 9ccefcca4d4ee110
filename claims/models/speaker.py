"""Speakers: who is quoted, under which names, in which positions."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.models.base import UNKNOWN_DAY, Made, history


class SpeakerQuerySet(models.QuerySet["Speaker"]):
    """Speakers as the pages ask for them."""

    def live(self) -> "SpeakerQuerySet":
        """Return the speakers that were not merged into another or retired."""
        return self.filter(is_live=True)


class Speaker(Made):
    """A person or an organisation that is quoted. Names may repeat: identity is never a string."""

    class Kind(models.TextChoices):
        PERSON = "PERSON", "person"
        ORGANISATION = "ORGANISATION", "organisation"
        #: "a spokesman for X", kept apart from X
        UNNAMED = "UNNAMED", "unnamed"

    #: the canonical name
    name = models.CharField(max_length=200)
    #: what tells two of one name apart ("the minister")
    told_apart_by = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.PERSON)
    country = models.CharField(max_length=80, blank=True)
    #: ISO 639-1 code of the name
    language = models.CharField(max_length=8, blank=True)
    #: 1–8: colour and shape of the most quoted; all others share 0
    slot = models.PositiveSmallIntegerField(default=0)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged_from")
    is_live = models.BooleanField(default=True)
    #: copies, for lists: live quotes, and the day of the last one
    quote_count = models.PositiveIntegerField(default=0)
    last_day = models.DateField(default=UNKNOWN_DAY)
    #: copies, for the same: live statements, and the utterances that they print
    statement_count = models.PositiveIntegerField(default=0)
    utterance_count = models.PositiveIntegerField(default=0)

    history = history(leave_out=("slot", "quote_count", "last_day", "statement_count", "utterance_count"))
    objects: ClassVar = SpeakerQuerySet.as_manager()

    class Meta(Made.Meta):
        abstract = False
        constraints = [
            *Made.Meta.constraints,
            models.UniqueConstraint(
                name="speaker_slot_belongs_to_one", fields=["slot"], condition=Q(slot__gt=0)
            ),
            models.CheckConstraint(name="speaker_slot_is_0_to_8", condition=Q(slot__lte=8)),
            models.CheckConstraint(name="speaker_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="speaker_merged_is_not_live", condition=Q(merged_into__isnull=True) | Q(is_live=False)
            ),
        ]
        indexes = [
            # the list of speakers, most quoted first; of one country
            models.Index(name="speaker_by_quotes", fields=["quote_count", "id"], condition=Q(is_live=True)),
            models.Index(
                name="speaker_by_statements", fields=["statement_count", "id"], condition=Q(is_live=True)
            ),
            models.Index(
                name="speaker_by_utterances", fields=["utterance_count", "id"], condition=Q(is_live=True)
            ),
            models.Index(
                name="speaker_of_country", fields=["country", "quote_count"], condition=Q(is_live=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.told_apart_by})" if self.told_apart_by else self.name


class AliasQuerySet(models.QuerySet["Alias"]):
    """Names as the resolver asks for them."""

    def resolving(self) -> "AliasQuerySet":
        """Return the names that may stand for their speaker in any article."""
        return self.filter(resolves=True, speaker__is_live=True)


class Alias(Made):
    """One name of a speaker, the canonical one included."""

    class Kind(models.TextChoices):
        NAME = "NAME", "name"
        DESCRIPTION = "DESCRIPTION", "description"

    speaker = models.ForeignKey(Speaker, models.PROTECT, related_name="aliases", db_index=False)
    name = models.CharField(max_length=200)
    #: folded across spellings and scripts; two speakers under one = unknown
    name_folded = models.CharField(max_length=200)
    kind = models.CharField(max_length=11, choices=Kind.choices, default=Kind.NAME)
    #: whether this name alone means this speaker, in any article (a bare surname does not)
    resolves = models.BooleanField(default=True)
    #: copy: live attributions under this name
    mentions = models.PositiveIntegerField(default=0)

    history = history(leave_out=("mentions",))
    objects: ClassVar = AliasQuerySet.as_manager()

    class Meta(Made.Meta):
        abstract = False
        verbose_name_plural = "aliases"
        constraints = [
            *Made.Meta.constraints,
            models.UniqueConstraint(name="alias_once_per_speaker", fields=["speaker", "name"]),
            models.CheckConstraint(name="alias_has_a_name", condition=~Q(name="")),
        ]
        indexes = [
            # resolving a mention, and search by name
            models.Index(name="alias_by_folded_name", fields=["name_folded"])
        ]

    def __str__(self) -> str:
        return f"{self.name} → speaker {self.speaker_id}"


class Position(Made):
    """What a speaker was at a time: an office, an affiliation, or both. Past ones stay."""

    class Precision(models.TextChoices):
        DAY = "DAY", "day"
        MONTH = "MONTH", "month"
        YEAR = "YEAR", "year"

    speaker = models.ForeignKey(Speaker, models.PROTECT, related_name="positions", db_index=False)
    #: "President of Kessaria"; empty for a mere affiliation
    title = models.CharField(max_length=200, blank=True)
    organisation = models.ForeignKey(Speaker, models.PROTECT, null=True, blank=True, related_name="members")
    country = models.CharField(max_length=80, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    starts_to = models.CharField(max_length=5, choices=Precision.choices, default=Precision.DAY)
    ends_on = models.DateField(null=True, blank=True)
    ends_to = models.CharField(max_length=5, choices=Precision.choices, default=Precision.DAY)
    is_live = models.BooleanField(default=True)

    history = history()

    class Meta(Made.Meta):
        abstract = False
        constraints = [
            *Made.Meta.constraints,
            models.CheckConstraint(
                name="position_starts_before_it_ends",
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(starts_on__lte=F("ends_on")),
            ),
            models.CheckConstraint(
                name="position_says_something", condition=~Q(title="") | Q(organisation__isnull=False)
            ),
        ]
        indexes = [
            # a speaker's positions over time; the one at the time of a quote
            models.Index(name="position_of_speaker", fields=["speaker", "starts_on"])
        ]

    def __str__(self) -> str:
        return f"{self.title or self.organisation} (position {self.pk})"


class SpeakerPairQuerySet(models.QuerySet["SpeakerPair"]):
    """Pairs as the page of proposals asks for them."""

    def waiting(self) -> "SpeakerPairQuerySet":
        """Return the proposed pairs that nobody answered and whose speakers both stand, likeliest first."""
        both = self.filter(answer="", score__gt=0, left__is_live=True, right__is_live=True)
        return both.order_by("-score", "id")


class SpeakerPair(models.Model):
    """Two speakers that may be one. A person's answer stays: what was kept apart is never proposed again."""

    class Answer(models.TextChoices):
        MERGE = "MERGE", "one person"
        APART = "APART", "kept apart"

    #: the speaker with the smaller id
    left = models.ForeignKey(Speaker, models.PROTECT, related_name="pairs_as_left", db_index=False)
    right = models.ForeignKey(Speaker, models.PROTECT, related_name="pairs_as_right")
    #: 0..1: how likely the names are one speaker's; 0 for a pair that no program proposes
    score = models.FloatField()
    #: why they are proposed, as a short word that pages put into a sentence ("spelling", "surname")
    reason = models.CharField(max_length=20)
    run = models.ForeignKey("claims.Run", models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.CharField(max_length=5, choices=Answer.choices, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(null=True, blank=True)

    history = history(leave_out=("score", "reason"))
    objects: ClassVar = SpeakerPairQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="speaker_pair_once", fields=["left", "right"]),
            models.CheckConstraint(name="speaker_pair_left_before_right", condition=Q(left__lt=F("right"))),
            models.CheckConstraint(
                name="speaker_pair_score_is_0_to_1", condition=Q(score__gte=0, score__lte=1)
            ),
            models.CheckConstraint(
                name="speaker_pair_answered_by_and_at_together",
                condition=Q(answer="", by__isnull=True, at__isnull=True)
                | (~Q(answer="") & Q(by__isnull=False, at__isnull=False)),
            ),
        ]
        indexes = [
            # the proposals, likeliest first
            models.Index(name="speaker_pair_waiting", fields=["score", "id"], condition=Q(answer=""))
        ]

    def __str__(self) -> str:
        return f"speakers {self.left_id} and {self.right_id}"
