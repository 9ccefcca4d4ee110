"""Articles: what is stored; read here, and with its quotes on its page."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.admin.cells import day_cell, words
from claims.admin.downloads import DownloadActions
from claims.admin.filters import CopiesFilter, DaysFilter, OutletFilter
from claims.models import Article
from claims.queries.filters import ArticleFilter
from claims.queries.search import articles_with_words


class ArticleAdmin(DownloadActions):
    """The articles, newest first."""

    filterset = ArticleFilter
    table_name = "articles"
    list_display = ("shown", "outlet", "published", "language", "section", "length", "version")
    list_filter = (OutletFilter, DaysFilter, CopiesFilter)
    search_fields = ("title",)
    search_help_text = "Words of the article"
    ordering = ("-day", "-id")
    fields = (
        "on_its_page",
        "title",
        "outlet",
        "agency",
        "published_on",
        "published_at",
        "published_raw",
        "language",
        "section",
        "byline",
        "url",
        "external_id",
        "version",
        "length",
        "text_hash",
        "stored_at",
    )

    def rows(self, request: HttpRequest) -> QuerySet[Article]:
        """Return the articles in their newest version; the long text is left in the database."""
        return Article.objects.live().select_related("outlet").defer("text")

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> tuple[str, ...]:
        """Return all fields: a stored article never changes."""
        return self.fields

    def search(self, rows: QuerySet, words: str) -> QuerySet:
        """Search in the whole text."""
        return articles_with_words(rows, words)

    @admin.display(description="Title", ordering="title")
    def shown(self, article: Article) -> SafeString:
        """Return the title."""
        return words(article.title or "(no title)")

    @admin.display(description="Published", ordering="day")
    def published(self, article: Article) -> str:
        """Return the day of publication."""
        return day_cell(article.day)

    @admin.display(description="Text and quotes")
    def on_its_page(self, article: Article) -> SafeString:
        """Return the way to the article's page."""
        return format_html('<a href="{}">Read it with its quotes</a>', reverse("article", args=[article.pk]))
