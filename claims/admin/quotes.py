"""Quotes: read in their place, and tagged statement by statement."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.admin.base import answer_change, may_tag, user_of
from claims.admin.cells import day_cell, speakers_cell, words
from claims.admin.downloads import DownloadActions
from claims.admin.filters import (
    ArticleFilter,
    ClaimFilter,
    CoderFilter,
    ConfidenceFilter,
    CopiesFilter,
    DaysFilter,
    KindFilter,
    OutletFilter,
    SpeakerFilter,
    StatusFilter,
    TaggedFilter,
)
from claims.admin.tag_form import StatementTagForm, chosen_claims
from claims.models import Attribution, Quote, Statement
from claims.queries.annotations import tags_of_statements
from claims.queries.filters import QuoteFilter
from claims.queries.quote_in_place import quote_in_place
from claims.queries.search import quotes_with_words
from claims.services.annotations import UnableToTag


class QuoteAdmin(DownloadActions):
    """The quotes, newest first; a quote's page takes the tags of its statements."""

    filterset = QuoteFilter
    table_name = "quotes"
    list_display = (
        "shown",
        "speakers",
        "kind",
        "outlet",
        "published",
        "offsets",
        "sureness",
        "made_by",
    )
    list_filter = (
        TaggedFilter,
        SpeakerFilter,
        OutletFilter,
        ArticleFilter,
        ClaimFilter,
        CoderFilter,
        DaysFilter,
        CopiesFilter,
        KindFilter,
        ConfidenceFilter,
        StatusFilter,
    )
    list_select_related = ("outlet", "touched_by")
    search_fields = ("exact",)
    search_help_text = "Words of the quote"
    ordering = ("-day", "-id")

    def rows(self, request: HttpRequest) -> QuerySet[Quote]:
        """Return the quotes that stand, with their speakers."""
        return Quote.objects.live().prefetch_related(
            Prefetch("attributions", queryset=Attribution.objects.named())
        )

    def search(self, rows: QuerySet, words: str) -> QuerySet:
        """Search for all of the words."""
        return quotes_with_words(rows, words)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show a quote in its place, and take the tags of its statements."""
        quote = self.get_object(request, object_id)
        if not self.has_view_permission(request, quote):
            raise PermissionDenied
        forms = self._forms(request, quote)
        if request.method == "POST":
            if not may_tag(request):
                raise PermissionDenied("Leads and coders tag.")
            wrong = [form for form in forms if not form.is_valid()]  # each is asked, so that each shows why
            if not wrong and self._save(request, forms):
                return HttpResponseRedirect(request.get_full_path())
        context = {
            **self.admin_site.each_context(request),
            "title": "Quote and its statements",
            "opts": self.opts,
            "quote": quote,
            "place": quote_in_place(quote),
            "forms": forms,
            "may_tag": may_tag(request),
            "media": self.media,
        }
        status = 422 if request.method == "POST" else 200
        return TemplateResponse(request, "admin/claims/quote/change_form.html", context, status=status)

    def _forms(self, request: HttpRequest, quote: Quote) -> list[StatementTagForm]:
        statements = list(Statement.objects.live().filter(quote=quote).order_by("start"))
        tags = tags_of_statements([statement.pk for statement in statements], user=user_of(request))
        chosen = chosen_claims(request)
        return [
            StatementTagForm(
                request.POST or None,
                prefix=f"statement-{statement.pk}",
                statement=statement,
                tags=tags.get(statement.pk, []),
                request=request,
                site=self.admin_site,
                chosen=chosen,
            )
            for statement in statements
        ]

    def _save(self, request: HttpRequest, forms: list[StatementTagForm]) -> bool:
        """Make the tags of all filled forms, or none of them. Returns whether all went well."""

        def save_all() -> None:
            with transaction.atomic():
                for form in forms:
                    form.save(request)

        return answer_change(request, save_all, refusals=(UnableToTag,))

    @admin.display(description="Quote")
    def shown(self, quote: Quote) -> SafeString:
        """Return the beginning of the words."""
        return words(quote.exact)

    @admin.display(description="Speaker")
    def speakers(self, quote: Quote) -> SafeString:
        """Return the speakers."""
        return speakers_cell(quote.attributions.all())

    @admin.display(description="Published", ordering="day")
    def published(self, quote: Quote) -> str:
        """Return the day of publication."""
        return day_cell(quote.day)

    @admin.display(description="Offsets")
    def offsets(self, quote: Quote) -> SafeString:
        """Return where it stands in the article's text."""
        return format_html('<span class="nowrap">{}–{}</span>', f"{quote.start:,}", f"{quote.end:,}")

    @admin.display(description="Confidence", ordering="confidence")
    def sureness(self, quote: Quote) -> str:
        """Return how sure the program is."""
        return f"{quote.confidence:.2f}"

    @admin.display(description="Made by")
    def made_by(self, quote: Quote) -> str:
        """Return who answers for it: a person, or the rule that found it."""
        return quote.touched_by.shown_name if quote.touched_by is not None else quote.rule
