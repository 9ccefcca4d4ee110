"""Matches: pairs of statements; judged on their page."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString

from claims.admin.cells import words
from claims.admin.filters import (
    BetweenCopiesFilter,
    RelationFilter,
    ScoreFilter,
    SpeakerFilter,
    VerdictFilter,
)
from claims.admin.leading_on import LeadingOn
from claims.models import Match
from claims.queries.explanations import explanation_in_words
from claims.queries.filters import MatchFilter


class MatchAdmin(LeadingOn):
    """The matches, the surest first."""

    filterset = MatchFilter
    table_name = "matches"
    worked_on = "Matches are judged on the page of a statement."
    list_display = ("left_shown", "right_shown", "score_shown", "relation", "why", "verdict_shown")
    list_filter = (VerdictFilter, RelationFilter, ScoreFilter, SpeakerFilter, BetweenCopiesFilter)
    list_select_related = ("left", "right")
    ordering = ("-score", "-id")

    def rows(self, request: HttpRequest) -> QuerySet[Match]:
        """Return the matches between statements that stand."""
        return Match.objects.live()

    def page_of(self, row: Match) -> str:
        """Return the page of the statement where the match stands side by side with others."""
        return reverse("statement", args=[row.left_id])

    @admin.display(description="Statement")
    def left_shown(self, match: Match) -> SafeString:
        """Return the beginning of the one."""
        return words(match.left.exact)

    @admin.display(description="Resembles")
    def right_shown(self, match: Match) -> SafeString:
        """Return the beginning of the other."""
        return words(match.right.exact)

    @admin.display(description="Score", ordering="score")
    def score_shown(self, match: Match) -> str:
        """Return the score."""
        return f"{match.score:.2f}"

    @admin.display(description="Why")
    def why(self, match: Match) -> str:
        """Return what the score counted."""
        return explanation_in_words(match)

    @admin.display(description="Verdict", ordering="verdict")
    def verdict_shown(self, match: Match) -> str:
        """Return what the reviewers say."""
        return match.get_verdict_display() or "–"
