"""Speakers: who is quoted; named, merged and split on their pages."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.admin.cells import day_cell, speaker_cell
from claims.admin.downloads import DownloadActions
from claims.admin.filters import SpeakerKindFilter
from claims.models import Alias, Position, Speaker
from claims.queries.filters import SpeakerFilter, names_like


class ReadOnlyInline(admin.TabularInline):
    """Rows that hang on another one, to be read."""

    template = "admin/rows_below.html"
    extra = 0
    can_delete = False

    def has_view_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Say yes: who sees the row sees what hangs on it."""
        return True

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Say no: services make these rows."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Say no: services change these rows."""
        return False


class AliasInline(ReadOnlyInline):
    """The names of a speaker."""

    model = Alias
    fields = ("name", "kind", "resolves", "mentions")


class PositionInline(ReadOnlyInline):
    """The positions of a speaker."""

    model = Position
    fk_name = "speaker"
    fields = ("title", "organisation", "country", "starts_on", "ends_on")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Position]:
        """Return the positions that were not taken back."""
        return super().get_queryset(request).filter(is_live=True).select_related("organisation")


class SpeakerAdmin(DownloadActions):
    """The speakers, most quoted first."""

    filterset = SpeakerFilter
    table_name = "speakers"
    list_display = ("shown", "kind", "country", "quote_count", "last_quoted")
    list_filter = (SpeakerKindFilter,)
    search_fields = ("name",)
    search_help_text = "Name or alias, in any spelling or alphabet"
    ordering = ("-quote_count", "id")
    fields = (
        "on_its_page",
        "name",
        "told_apart_by",
        "kind",
        "country",
        "language",
        "quote_count",
        "last_quoted",
    )
    inlines = (AliasInline, PositionInline)

    def rows(self, request: HttpRequest) -> QuerySet[Speaker]:
        """Return the speakers that were not merged into another."""
        return Speaker.objects.live()

    def get_readonly_fields(self, request: HttpRequest, obj: Speaker | None = None) -> tuple[str, ...]:
        """Return all fields: speakers are changed on their pages."""
        return self.fields

    def search(self, rows: QuerySet, words: str) -> QuerySet:
        """Search in all names, across spellings and alphabets."""
        return rows.filter(pk__in=names_like(words).values("speaker"))

    @admin.display(description="Speaker", ordering="name")
    def shown(self, speaker: Speaker) -> SafeString:
        """Return the name in colour and shape."""
        return speaker_cell(speaker)

    @admin.display(description="Last quoted", ordering="last_day")
    def last_quoted(self, speaker: Speaker) -> str:
        """Return the day of the last quote."""
        return day_cell(speaker.last_day)

    @admin.display(description="Quotes and names")
    def on_its_page(self, speaker: Speaker) -> SafeString:
        """Return the way to the speaker's page."""
        return format_html(
            '<a href="{}">Read all quotes; rename, merge, split</a>', reverse("speaker", args=[speaker.pk])
        )
