"""Quotes: what one speaker is reported to have said at one place of an article, and who that is."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from claims.models.base import UNKNOWN_DAY, Made, history, ordered_span, span_or_none

#: below it a quote stands on the list "to check"
SURE = 0.8


class Kind(models.TextChoices):
    """Whose words a quote holds."""

    DIRECT = "DIRECT", "direct"
    MIXED = "MIXED", "mixed"
    INDIRECT = "INDIRECT", "indirect"


class Form(models.TextChoices):
    """How a quote is marked in the article."""

    MARKS = "MARKS", "marks"
    DASH = "DASH", "dash"
    TRANSCRIPT = "TRANSCRIPT", "transcript"
    COLON = "COLON", "colon"
    HEADLINE = "HEADLINE", "headline"
    REPORTED = "REPORTED", "reported"


class QuoteQuerySet(models.QuerySet["Quote"]):
    """Quotes as the pages ask for them."""

    def live(self) -> "QuoteQuerySet":
        """Return the quotes that stand, of the newest version of their article."""
        return self.filter(is_live=True)

    def untouched(self) -> "QuoteQuerySet":
        """Return the quotes that no person has looked at."""
        return self.filter(touched_at__isnull=True)

    def unsure(self) -> "QuoteQuerySet":
        """Return the quotes that no person has looked at and the program is unsure of."""
        return self.live().untouched().filter(confidence__lt=SURE)


class Quote(Made):
    """One quote. Its span is taken once: a rejected quote blocks the return of the same span."""

    class Status(models.TextChoices):
        STANDING = "STANDING", "standing"
        #: by a person
        REJECTED = "REJECTED", "rejected"
        #: by a program that no longer finds it
        WITHDRAWN = "WITHDRAWN", "withdrawn"

    #: the article the words stand in; offsets count in its stored text
    article = models.ForeignKey("claims.Article", models.PROTECT, related_name="quotes", db_index=False)
    #: hull of the parts
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    #: [[start, end], …], rising and disjoint
    parts = models.JSONField()
    #: the stretches inside quotation marks; of a speech its paragraphs; of indirect speech none
    quoted = models.JSONField(default=list, blank=True)
    #: the words themselves, kept so that they can be searched and a shifted offset shows
    exact = models.TextField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    form = models.CharField(max_length=10, choices=Form.choices)
    #: the quote that this one stands inside of, if any
    inside = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="nested")
    cue_start = models.PositiveIntegerField(null=True, blank=True)
    cue_end = models.PositiveIntegerField(null=True, blank=True)
    #: the medium that carried the statement
    via_start = models.PositiveIntegerField(null=True, blank=True)
    via_end = models.PositiveIntegerField(null=True, blank=True)
    #: the rule that found it; empty for a quote that a person added
    rule = models.CharField(max_length=60, blank=True)
    #: 0..1, calibrated: how often a quote like this one has the right speaker; 1 for a person's
    confidence = models.FloatField()
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.STANDING)
    is_live = models.BooleanField(default=True)
    #: copies of the article's
    day = models.DateField(default=UNKNOWN_DAY)
    outlet = models.ForeignKey(
        "claims.Outlet", models.PROTECT, null=True, blank=True, related_name="quotes", db_index=False
    )

    history = history(leave_out=("exact", "day", "outlet"))
    objects: ClassVar = QuoteQuerySet.as_manager()

    class Meta(Made.Meta):
        abstract = False
        constraints = [
            *Made.Meta.constraints,
            models.CheckConstraint(name="quote_start_before_end", condition=ordered_span()),
            models.CheckConstraint(name="quote_cue_is_a_span", condition=span_or_none("cue_")),
            models.CheckConstraint(name="quote_via_is_a_span", condition=span_or_none("via_")),
            models.UniqueConstraint(name="quote_span_once_per_article", fields=["article", "start", "end"]),
            models.CheckConstraint(
                name="quote_confidence_is_0_to_1", condition=Q(confidence__gte=0, confidence__lte=1)
            ),
            models.CheckConstraint(
                name="quote_live_is_standing", condition=Q(is_live=False) | Q(status="STANDING")
            ),
        ]
        indexes = [
            # the list of quotes, newest first; of one outlet
            models.Index(name="quote_by_day", fields=["day", "id"], condition=Q(is_live=True)),
            # how many there are without those of copies
            models.Index(name="quote_by_article", fields=["article"], condition=Q(is_live=True)),
            models.Index(
                name="quote_of_outlet_by_day", fields=["outlet", "day", "id"], condition=Q(is_live=True)
            ),
            # the list "to check", least certain first; asked by the time of touching, since SQLite takes
            # the index on who touched for the narrower one, and sorts the whole corpus
            models.Index(
                name="quote_to_check",
                fields=["confidence", "id"],
                condition=Q(is_live=True, touched_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"quote {self.pk} in article {self.article_id}"

    @property
    def is_unsure(self) -> bool:
        """Whether it stands on the list "to check"."""
        return not self.is_touched and self.confidence < SURE


class AttributionQuerySet(models.QuerySet["Attribution"]):
    """Attributions as the pages ask for them."""

    def live(self) -> "AttributionQuerySet":
        """Return the attributions that stand on live quotes."""
        return self.filter(is_live=True)

    def named(self) -> "AttributionQuerySet":
        """Return those that stand with their speakers, the one who is named first being first."""
        return self.live().select_related("speaker").order_by("order", "id")


class Attribution(Made):
    """The link quote → speaker. One without a speaker says: unknown."""

    quote = models.ForeignKey(Quote, models.PROTECT, related_name="attributions", db_index=False)
    speaker = models.ForeignKey(
        "claims.Speaker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="attributions",
        db_index=False,
    )
    #: the name it went by; set together with the speaker, and always one of the speaker's names
    alias = models.ForeignKey(
        "claims.Alias", models.PROTECT, null=True, blank=True, related_name="attributions"
    )
    #: 0 for the first named, 1 for the second ("Smith and Jones said")
    order = models.PositiveSmallIntegerField(default=0)
    mention_start = models.PositiveIntegerField(null=True, blank=True)
    mention_end = models.PositiveIntegerField(null=True, blank=True)
    #: the words that name the speaker
    mention = models.TextField(blank=True)
    rule = models.CharField(max_length=60, blank=True)
    confidence = models.FloatField()
    is_live = models.BooleanField(default=True)
    #: copy of the article's
    day = models.DateField(default=UNKNOWN_DAY)

    history = history(leave_out=("day",))
    objects: ClassVar = AttributionQuerySet.as_manager()

    class Meta(Made.Meta):
        abstract = False
        constraints = [
            *Made.Meta.constraints,
            models.CheckConstraint(
                name="attribution_alias_and_speaker_together",
                condition=Q(alias__isnull=True, speaker__isnull=True)
                | Q(alias__isnull=False, speaker__isnull=False),
            ),
            models.CheckConstraint(name="attribution_mention_is_a_span", condition=span_or_none("mention_")),
            models.CheckConstraint(
                name="attribution_confidence_is_0_to_1", condition=Q(confidence__gte=0, confidence__lte=1)
            ),
            models.UniqueConstraint(
                name="attribution_speaker_once_per_quote",
                fields=["quote", "speaker"],
                condition=Q(is_live=True, speaker__isnull=False),
            ),
            models.UniqueConstraint(
                name="attribution_unknown_once_per_quote",
                fields=["quote"],
                condition=Q(is_live=True, speaker__isnull=True),
            ),
        ]
        indexes = [
            # one speaker's quotes over time
            models.Index(
                name="attribution_of_speaker", fields=["speaker", "day", "quote"], condition=Q(is_live=True)
            ),
            # the speakers of a quote, in order
            models.Index(name="attribution_of_quote", fields=["quote", "order"]),
        ]

    def __str__(self) -> str:
        return f"quote {self.quote_id} → speaker {self.speaker_id or 'unknown'}"


class ExpectedChange(models.Model):
    """What running the extractor again would change at one place of one article. Derived: a preview."""

    class Kind(models.TextChoices):
        NEW = "NEW", "new"
        LOST = "LOST", "lost"
        MOVED = "MOVED", "moved"
        SPEAKER = "SPEAKER", "other speaker"
        #: kind, statements, certainty, rule, mention
        DETAILS = "DETAILS", "other details"

    #: the run that looked and wrote nothing else
    run = models.ForeignKey("claims.Run", models.CASCADE, related_name="expected_changes", db_index=False)
    article = models.ForeignKey("claims.Article", models.CASCADE, related_name="+")
    #: the stored quote; empty for a new one
    quote = models.ForeignKey(Quote, models.CASCADE, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=7, choices=Kind.choices)
    #: the rule that answers for it: of the quote as it would be, else as it is
    rule = models.CharField(max_length=60, blank=True)
    #: {"parts", "kind", "rule", "speakers", "confidence"} as stored and as it would be; empty if none
    was = models.JSONField(default=dict, blank=True)
    would_be = models.JSONField(default=dict, blank=True)

    class Meta:
        indexes = [models.Index(name="expected_change_of_run", fields=["run", "kind", "id"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} in article {self.article_id}"


class QuoteFold(models.Model):
    """The folded words of a quote, for search."""

    quote = models.OneToOneField(Quote, models.CASCADE, primary_key=True, related_name="fold")
    folded = models.TextField()

    def __str__(self) -> str:
        return f"folded quote {self.quote_id}"
