"""Statements: the sentence-sized units that are tagged and matched."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from claims.models.base import UNKNOWN_DAY, Made, history, ordered_span


class StatementQuerySet(models.QuerySet["Statement"]):
    """Statements as the pages ask for them."""

    def live(self) -> "StatementQuerySet":
        """Return the statements of live quotes that stand."""
        return self.filter(is_live=True)


class Statement(Made):
    """One sentence-sized unit of a quote. Its borders stand still once somebody tagged it."""

    class Status(models.TextChoices):
        STANDING = "STANDING", "standing"
        REJECTED = "REJECTED", "rejected"
        WITHDRAWN = "WITHDRAWN", "withdrawn"
        #: this and the next are for borders that a person moves; no service does so yet
        SPLIT = "SPLIT", "split"
        JOINED = "JOINED", "joined"

    quote = models.ForeignKey("claims.Quote", models.PROTECT, related_name="statements", db_index=False)
    #: copy of the quote's
    article = models.ForeignKey("claims.Article", models.PROTECT, related_name="statements", db_index=False)
    #: copy: place among the live statements of the article, from 1
    number = models.PositiveIntegerField(default=0)
    #: hull of the parts
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    parts = models.JSONField()
    exact = models.TextField()
    #: SHA-256 of the folded words: statements of the very same words
    words_hash = models.CharField(max_length=64)
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.STANDING)
    is_live = models.BooleanField(default=True)
    #: copy of the article's
    day = models.DateField(default=UNKNOWN_DAY)
    utterance = models.ForeignKey(
        "claims.Utterance",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="members",
        db_index=False,
    )

    history = history(leave_out=("article", "number", "exact", "words_hash", "day", "utterance"))
    objects: ClassVar = StatementQuerySet.as_manager()

    class Meta(Made.Meta):
        abstract = False
        constraints = [
            *Made.Meta.constraints,
            models.CheckConstraint(name="statement_start_before_end", condition=ordered_span()),
            models.UniqueConstraint(
                name="statement_span_once_per_quote",
                fields=["quote", "start", "end"],
                condition=Q(is_live=True),
            ),
            models.CheckConstraint(
                name="statement_live_is_standing", condition=Q(is_live=False) | Q(status="STANDING")
            ),
        ]
        indexes = [
            # the coding queue and lists by day
            models.Index(name="statement_by_day", fields=["day", "id"], condition=Q(is_live=True)),
            # how many there are without those of copies
            models.Index(name="statement_by_article", fields=["article"], condition=Q(is_live=True)),
            # an article's page, a quote's statements
            models.Index(name="statement_of_article", fields=["article", "start"]),
            models.Index(name="statement_of_quote", fields=["quote", "start"]),
            # an utterance's statements, first appearance first
            models.Index(name="statement_of_utterance", fields=["utterance", "day", "id"]),
            # the very same words elsewhere
            models.Index(name="statement_of_words", fields=["words_hash"]),
        ]

    def __str__(self) -> str:
        return f"statement {self.pk} of quote {self.quote_id}"


class StatementTerms(models.Model):
    """The terms of a statement, as the matching index reads them."""

    statement = models.OneToOneField(Statement, models.CASCADE, primary_key=True, related_name="terms")
    terms = models.BinaryField()
    #: of the folding rules; terms of another version are made anew
    version = models.PositiveSmallIntegerField()
    #: copy of the statement's
    is_live = models.BooleanField(default=True)
    #: rises with every change of the row: who holds an index reads what was written since
    #: (``services.terms``)
    stamp = models.BigIntegerField(default=0)
    #: came back, or has other words: later statements were compared without it
    is_changed = models.BooleanField(default=False)

    class Meta:
        indexes = [
            # what an index that is held has not seen
            models.Index(name="statement_terms_by_stamp", fields=["stamp"])
        ]

    def __str__(self) -> str:
        return f"terms of statement {self.statement_id}"


class StatementVector(models.Model):
    """The meaning of a statement as one sentence-embedding model gives it."""

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="vectors")
    #: the model's name, as the settings say it
    model = models.CharField(max_length=200)
    #: little-endian float16 numbers of length 1 together
    vector = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="statement_vector_once_per_model", fields=["model", "statement"])
        ]

    def __str__(self) -> str:
        return f"vector of statement {self.statement_id} by {self.model}"


class Utterance(models.Model):
    """What a speaker said once, however many articles print it. Its id is an address and survives."""

    first = models.ForeignKey(Statement, models.CASCADE, related_name="+")
    first_day = models.DateField(default=UNKNOWN_DAY)
    last_day = models.DateField(default=UNKNOWN_DAY)
    #: how many live statements, in how many outlets
    statements = models.PositiveIntegerField(default=1)
    outlets = models.PositiveIntegerField(default=1)
    #: an old address leads on
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="merged_from"
    )
    is_live = models.BooleanField(default=True)

    class Meta:
        indexes = [
            # the largest utterances
            models.Index(name="utterance_by_size", fields=["statements", "id"], condition=Q(is_live=True)),
            # the latest ones
            models.Index(name="utterance_by_day", fields=["first_day", "id"], condition=Q(is_live=True)),
        ]

    def __str__(self) -> str:
        return f"utterance {self.pk}"
