"""Matches: two statements that resemble each other, and what reviewers say of it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, When

from claims.models.base import history

#: matches below are not stored; matches below the second are not shown unless asked for
STORED_FROM = 0.3
SHOWN_FROM = 0.7
#: a possible contradiction says less that the two are the same the more it contradicts: it is shown from here
CONTRADICTIONS_SHOWN_FROM = 0.4


class VerdictKind(models.TextChoices):
    """What a reviewer says of two statements."""

    SAME_STATEMENT = "SAME_STATEMENT", "same statement"
    SAME_CLAIM = "SAME_CLAIM", "same claim"
    CONTRADICTS = "CONTRADICTS", "contradicts"
    UNRELATED = "UNRELATED", "unrelated"


#: what stands on a match whose reviewers say different things
DIFFER = "DIFFER"


def worth_showing(min_score: float) -> Q:
    """Return the condition that a match is shown from this score on; possible contradictions earlier."""
    questioned = Q(relation="CONTRADICTION", score__gte=min(min_score, CONTRADICTIONS_SHOWN_FROM))
    return Q(score__gte=min_score) | questioned | ~Q(verdict="")


class MatchQuerySet(models.QuerySet["Match"]):
    """Matches as the pages ask for them."""

    def live(self) -> "MatchQuerySet":
        """Return the matches between live statements."""
        return self.filter(is_live=True)

    def shown(self, min_score: float = SHOWN_FROM) -> "MatchQuerySet":
        """Return the live matches worth showing, and all that a person judged."""
        return self.live().filter(worth_showing(min_score))

    def below(self, min_score: float) -> "MatchQuerySet":
        """Return the live matches that ``shown`` leaves out."""
        return self.live().exclude(worth_showing(min_score))

    def waiting(self) -> "MatchQuerySet":
        """Return the live matches that wait for a verdict, without those that others stand for."""
        return self.live().filter(verdict="", score__gte=SHOWN_FROM, reach__gt=0)

    def disputed(self) -> "MatchQuerySet":
        """Return the live matches whose reviewers differ; nothing is joined or carried along them."""
        return self.live().filter(verdict=DIFFER, verdict__gt="")  # as the condition of the index says it


class Match(models.Model):
    """Two statements that resemble each other. A link: it never hides a statement."""

    class Relation(models.TextChoices):
        SAME_WORDS = "SAME_WORDS", "same words"
        CONTAINED = "CONTAINED", "contained"
        REWORDED = "REWORDED", "reworded"
        #: a question, never a finding
        CONTRADICTION = "CONTRADICTION", "contradiction?"

    class Method(models.TextChoices):
        WORDS = "WORDS", "by words"
        #: by the optional extra alone: the words would not have been enough
        MEANING = "MEANING", "by meaning"
        PERSON = "PERSON", "by a person"

    #: the statement with the smaller id
    left = models.ForeignKey(
        "claims.Statement", models.PROTECT, related_name="matches_as_left", db_index=False
    )
    right = models.ForeignKey(
        "claims.Statement", models.PROTECT, related_name="matches_as_right", db_index=False
    )
    #: 0..1, calibrated: how often two statements like these say the same
    score = models.FloatField()
    #: the score as the shipped model gave it
    raw_score = models.FloatField()
    relation = models.CharField(max_length=13, choices=Relation.choices)
    method = models.CharField(max_length=7, choices=Method.choices, default=Method.WORDS)
    #: what the score counted; put into words where it is shown
    features = models.JSONField(default=dict, blank=True)
    negation_differs = models.BooleanField(default=False)
    numbers_differ = models.BooleanField(default=False)
    languages_differ = models.BooleanField(default=False)
    run = models.ForeignKey("claims.Run", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    is_live = models.BooleanField(default=True)
    #: copy: what the reviewers' latest verdicts come to: what all or more than half of them say, else that
    #: they differ; empty if nobody judged it
    verdict = models.CharField(
        max_length=14, choices=[*VerdictKind.choices, (DIFFER, "reviewers differ")], blank=True
    )
    #: copy: how much hangs on a verdict, by how many statements the two utterances have; 0 where another
    #: match stands for this one, since a statement of it stands in a copy (``services.reach``)
    reach = models.FloatField(default=1.0)
    #: how much a verdict would help: the nearer the score is to where matches begin to count, the likelier
    #: it is that the program counts wrongly, once for each that hangs on it
    worth = models.GeneratedField(
        expression=Case(
            When(score__gte=SHOWN_FROM, then=(1.0 - F("score")) / (1.0 - SHOWN_FROM)),
            default=F("score") / SHOWN_FROM,
        )
        * F("reach"),
        output_field=models.FloatField(),
        db_persist=True,
    )

    objects: ClassVar = MatchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "matches"
        constraints = [
            models.UniqueConstraint(name="match_pair_once", fields=["left", "right"]),
            models.CheckConstraint(name="match_left_before_right", condition=Q(left__lt=F("right"))),
            models.CheckConstraint(
                name="match_score_is_0_to_1",
                condition=Q(score__gte=0, score__lte=1, raw_score__gte=0, raw_score__lte=1),
            ),
            models.CheckConstraint(
                name="match_was_made_by_somebody", condition=Q(run__isnull=False) | Q(by__isnull=False)
            ),
        ]
        indexes = [
            # a statement's matches, best first: each side is asked apart; and the list by statement
            models.Index(name="match_of_left", fields=["left", "-score", "id"], condition=Q(is_live=True)),
            models.Index(name="match_of_right", fields=["right", "score"], condition=Q(is_live=True)),
            # those that come back with a statement; by the left side they are found by the pair
            models.Index(name="match_hidden_of_right", fields=["right"], condition=Q(is_live=False)),
            # the review queue, surest or least sure first; the reach is there to leave copies out by
            models.Index(
                name="match_to_review", fields=["score", "id", "reach"], condition=Q(is_live=True, verdict="")
            ),
            # the same by what helps most; the score is there to be narrowed by
            models.Index(
                name="match_by_worth", fields=["-worth", "id", "score"], condition=Q(is_live=True, verdict="")
            ),
            # what was judged, and where reviewers differ
            models.Index(name="match_judged", fields=["verdict", "id"], condition=Q(verdict__gt="")),
        ]

    def __str__(self) -> str:
        return f"match {self.left_id}–{self.right_id}"


class VerdictQuerySet(models.QuerySet["Verdict"]):
    """Verdicts as the pages ask for them."""

    def standing(self) -> "VerdictQuerySet":
        """Return each reviewer's latest verdict on each match."""
        return self.filter(is_latest=True)


class Verdict(models.Model):
    """One reviewer's word on a match. Corpus-wide; an earlier one by the same reviewer stays."""

    Kind = VerdictKind

    match = models.ForeignKey(Match, models.PROTECT, related_name="verdicts")
    kind = models.CharField(max_length=14, choices=VerdictKind.choices)
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="verdicts")
    at = models.DateTimeField(auto_now_add=True)
    is_latest = models.BooleanField(default=True)
    #: of the page's form: posted twice, stored once
    token = models.UUIDField(null=True, blank=True, unique=True)

    history = history()
    objects: ClassVar = VerdictQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="verdict_latest_once_per_reviewer",
                fields=["match", "by"],
                condition=Q(is_latest=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: match {self.match_id}, by {self.by_id}"


class ScoreCalibration(models.Model):
    """What the verdicts of this corpus taught the scores; earlier ones stay."""

    #: of the shipped score's logit (``claims.matching.scoring.Calibration``)
    slope = models.FloatField()
    shift = models.FloatField()
    #: how many verdicts it was fitted to
    verdicts = models.PositiveIntegerField()
    #: mean squared error of the scores against those verdicts: of the shipped ones, of the new ones
    brier_before = models.FloatField()
    brier_after = models.FloatField()
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    is_in_use = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="score_calibration_one_in_use", fields=["is_in_use"], condition=Q(is_in_use=True)
            ),
            models.CheckConstraint(name="score_calibration_keeps_the_order", condition=Q(slope__gt=0)),
        ]

    def __str__(self) -> str:
        return f"calibration {self.pk}, by {self.verdicts} verdicts"
