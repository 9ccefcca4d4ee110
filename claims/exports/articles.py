"""Articles: a row per article; and, for the other tables, where something was published."""

from collections.abc import Iterator

from django.db.models import QuerySet

from claims.exports.columns import Column, Kind, Row, Table, chunks, integer, text, words_of_article
from claims.models import Article, User

PUBLISHED_COLUMNS = (
    text("outlet", "Who published the article."),
    Column("published_on", Kind.DATE, "Local day of publication; empty if unknown."),
    Column("published_at", Kind.TIME, "Moment of publication, where the time of day is known."),
    text("url", "Address of the article."),
)


def published(article: Article) -> Row:
    """Return the cells of ``PUBLISHED_COLUMNS``; the outlet must have been selected with the article."""
    return {
        "outlet": None if article.outlet is None else article.outlet.name,
        "published_on": article.published_on,
        "published_at": article.published_at,
        "url": article.url or None,
    }


COLUMNS = (
    integer("article_id", "Identifies the article; stays the same."),
    words_of_article("title", "The title; empty if there is none."),
    *PUBLISHED_COLUMNS,
    integer("outlet_id", "Identifies the outlet."),
    text("agency", "The wire service that the article credits."),
    text("language", "ISO 639-1 code of the language."),
    text("section", "Section of the outlet, as printed."),
    text("byline", "Who wrote it, as printed."),
    text("external_id", "The identifier that the imported file gave."),
    text("published_raw", "The words from which day and time were read."),
    integer("version", "1 for the first version; a corrected article counts on."),
    integer("replaces", "The article that this one corrects."),
    integer("copies", "Articles with the same number here are copies of one text."),
    integer("length", "Characters (Unicode code points) of the text."),
    integer("body_start", "First character of the body; what stands before is the title."),
    text("text_hash", "SHA-256 of the text in UTF-8."),
    Column("stored_at", Kind.TIME, "When it was stored."),
    words_of_article("text", "Title, blank line, body. All offsets of all tables count in it."),
)


def _seen_by(user: User | None) -> QuerySet[Article]:
    return Article.objects.filter(is_live=True)


def _shape(articles: QuerySet[Article]) -> Iterator[Row]:
    for article in chunks(articles.select_related("outlet", "agency")):
        yield {
            "article_id": article.pk,
            "title": article.title or None,
            **published(article),
            "outlet_id": article.outlet_id,
            "agency": None if article.agency is None else article.agency.name,
            "language": article.language or None,
            "section": article.section or None,
            "byline": article.byline or None,
            "external_id": article.external_id or None,
            "published_raw": article.published_raw or None,
            "version": article.version,
            "replaces": article.replaces_id,
            "copies": article.copies_id,
            "length": article.length,
            "body_start": article.body_start,
            "text_hash": article.text_hash,
            "stored_at": article.stored_at,
            "text": article.text,
        }


ARTICLES = Table(
    name="articles",
    words="One row per article, in its newest version.",
    columns=COLUMNS,
    seen_by=_seen_by,
    shape=_shape,
    filters="articles",
)
