"""Decisions: who is done with which statement; made by tagging, or by “no claim”."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from claims.admin.base import user_of
from claims.admin.cells import words
from claims.admin.downloads import DownloadActions
from claims.models import Decision
from claims.queries.codebooks import with_pseudonyms
from claims.queries.rights import decisions_seen_by


class DecisionAdmin(DownloadActions):
    """The decisions of one's codebooks, the last one first."""

    table_name = "decisions"
    list_display = ("shown", "outcome", "codebook", "coder_shown", "decided_at")
    list_display_links = None
    list_filter = ("outcome",)
    list_select_related = ("statement", "codebook")
    ordering = ("-decided_at", "-id")

    def rows(self, request: HttpRequest) -> QuerySet[Decision]:
        """Return the decisions that this person may see."""
        return with_pseudonyms(decisions_seen_by(user_of(request)).made())  # type: ignore[attr-defined]

    @admin.display(description="Statement")
    def shown(self, decision: Decision) -> SafeString:
        """Return the beginning of the words."""
        return words(decision.statement.exact)

    @admin.display(description="Coder", ordering="pseudonym")
    def coder_shown(self, decision: Decision) -> str:
        """Return the coder's pseudonym."""
        return str(decision.pseudonym)  # type: ignore[attr-defined]
