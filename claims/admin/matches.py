"""Matches: pairs of statements; judged on their page."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.safestring import SafeString

from claims.admin.cells import words
from claims.admin.downloads import DownloadActions
from claims.admin.filters import (
    RelationFilter,
    ScoreFilter,
    SpeakerFilter,
    VerdictFilter,
)
from claims.models import Match
from claims.queries.explanations import explanation_in_words
from claims.queries.filters import MatchFilter


class MatchAdmin(DownloadActions):
    """The matches, the surest first."""

    filterset = MatchFilter
    table_name = "matches"
    list_display = ("left_shown", "right_shown", "score_shown", "relation", "why", "verdict_shown")
    list_filter = (VerdictFilter, RelationFilter, ScoreFilter, SpeakerFilter)
    list_select_related = ("left", "right")
    ordering = ("-score", "-id")

    def rows(self, request: HttpRequest) -> QuerySet[Match]:
        """Return the matches between statements that stand."""
        return Match.objects.live()

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Lead on to the page of the statement, where its matches stand side by side."""
        match = self.get_object(request, object_id)
        if request.method == "POST":
            raise PermissionDenied("Matches are judged on the page of a statement.")
        return HttpResponseRedirect(reverse("statement", args=[match.left_id]))

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
        """Return the latest verdict."""
        return match.get_verdict_display() or "–"
