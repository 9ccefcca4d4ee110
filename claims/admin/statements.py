"""Statements: the list that is filtered, selected from, and tagged."""

from collections import Counter
from typing import Any

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from claims.admin.base import user_of
from claims.admin.bulk_tagging import ask_and_tag
from claims.admin.carrying_over import preview_and_carry
from claims.admin.cells import day_cell, speakers_cell, stance_cell, words
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
    StanceFilter,
    TaggedFilter,
)
from claims.admin.leading_on import LeadingOn
from claims.models import Annotation, Attribution, Quote, Statement
from claims.queries.annotations import own_tags
from claims.queries.filters import StatementFilter
from claims.queries.rights import annotations_seen_by
from claims.queries.search import quotes_with_words


class StatementAdmin(LeadingOn):
    """The statements, newest first, with their tags."""

    filterset = StatementFilter
    table_name = "statements"
    worked_on = "Statements are tagged on the page of their quote."
    list_display = ("shown", "speakers", "tags", "kind", "outlet", "published", "sureness")
    list_filter = (
        TaggedFilter,
        SpeakerFilter,
        OutletFilter,
        ArticleFilter,
        ClaimFilter,
        StanceFilter,
        CoderFilter,
        DaysFilter,
        CopiesFilter,
        KindFilter,
        ConfidenceFilter,
    )
    list_select_related = ("quote__outlet",)
    search_fields = ("exact",)
    search_help_text = "Words of the quote"
    ordering = ("-day", "-id")
    actions = ("tag_selected", "carry_over", *LeadingOn.actions)

    def rows(self, request: HttpRequest) -> QuerySet[Statement]:
        """Return the statements that stand, with their speakers and the tags this person may see."""
        seen = annotations_seen_by(user_of(request)).select_related("claim").order_by("id")
        return Statement.objects.live().prefetch_related(
            Prefetch("quote__attributions", queryset=Attribution.objects.named()),
            Prefetch("annotations", queryset=seen, to_attr="seen_tags"),
        )

    def search(self, rows: QuerySet, words: str) -> QuerySet:
        """Search for all of the words in the quotes."""
        quotes = quotes_with_words(Quote.objects.live(), words)
        return rows.filter(quote__in=quotes.order_by().values("pk"))

    def page_of(self, row: Statement) -> str:
        """Return the page of the quote, where the statement stands in its place and is tagged."""
        return f"{reverse('admin:claims_quote_change', args=[row.quote_id])}#statement-{row.pk}"

    @admin.action(description="Tag selected statements…", permissions=["tag"])
    def tag_selected(self, request: HttpRequest, queryset: QuerySet[Statement]) -> HttpResponse | None:
        """Ask for claim and stance, then tag all selected statements in one change."""
        return ask_and_tag(self, request, queryset)

    @admin.action(description="Carry tags over to matched statements…", permissions=["tag"])
    def carry_over(self, request: HttpRequest, queryset: QuerySet[Statement]) -> HttpResponse | None:
        """Show where the coder's own tags on the selected statements would go, then carry them over."""
        chosen = queryset.order_by().values("pk")
        own: QuerySet[Annotation] = own_tags(user_of(request)).filter(statement__in=chosen)
        return preview_and_carry(self, request, own)

    @admin.display(description="Statement")
    def shown(self, statement: Statement) -> SafeString:
        """Return the beginning of the words."""
        return words(statement.exact)

    @admin.display(description="Speaker")
    def speakers(self, statement: Statement) -> SafeString:
        """Return the speakers of the quote."""
        return speakers_cell(statement.quote.attributions.all())

    @admin.display(description="Tags")
    def tags(self, statement: Any) -> SafeString | str:
        """Return the claims with their stances, and how many coders gave each where it is not one."""
        given = Counter((tag.stance, tag.get_stance_display(), tag.claim.name) for tag in statement.seen_tags)
        cells = [
            (stance_cell(stance, label), claim, f" ({count})" if count > 1 else "")
            for (stance, label, claim), count in given.items()
        ]
        return format_html_join(", ", "{} {}{}", cells) or "–"

    @admin.display(description="Kind", ordering="quote__kind")
    def kind(self, statement: Statement) -> str:
        """Return the kind of the quote."""
        return statement.quote.get_kind_display()

    @admin.display(description="Outlet")
    def outlet(self, statement: Statement) -> str:
        """Return the outlet."""
        outlet = statement.quote.outlet
        return outlet.name if outlet is not None else "unknown"

    @admin.display(description="Published", ordering="day")
    def published(self, statement: Statement) -> str:
        """Return the day of publication."""
        return day_cell(statement.day)

    @admin.display(description="Confidence", ordering="quote__confidence")
    def sureness(self, statement: Statement) -> str:
        """Return how sure the program is of the quote."""
        return f"{statement.quote.confidence:.2f}"
