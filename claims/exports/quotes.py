"""Quotes: a row per quote; and, for the other tables, where words stand in their article."""

from collections.abc import Iterator

from django.db.models import QuerySet

from claims.exports.articles import PUBLISHED_COLUMNS, published
from claims.exports.attributions import SPEAKER_COLUMNS, named_first, speakers_of
from claims.exports.columns import (
    MADE_BY,
    Column,
    Kind,
    Row,
    Table,
    choice,
    chunks,
    in_small_letters,
    integer,
    made_by,
    text,
    words_of_article,
)
from claims.models import Form, Quote, Statement, User
from claims.models import Kind as QuoteKind

SPAN_COLUMNS = (
    integer("start", "First character in the article's text, in Unicode code points from 0."),
    integer("end", "Character after the last one."),
    Column("parts", Kind.LIST, "The unbroken stretches [start, end] that the words are cut from."),
)


def span(row: Quote | Statement) -> Row:
    """Return the cells of ``SPAN_COLUMNS``."""
    return {"start": row.start, "end": row.end, "parts": row.parts}


COLUMNS = (
    integer("quote_id", "Identifies the quote; stays the same."),
    integer("article_id", "The article it stands in."),
    *SPEAKER_COLUMNS,
    words_of_article("title", "Title of the article."),
    *PUBLISHED_COLUMNS,
    *SPAN_COLUMNS,
    words_of_article("text", "The words of the quote: its parts, joined."),
    Column("quoted", Kind.LIST, "The stretches [start, end] inside quotation marks."),
    choice("kind", "Whose words they are: the speaker's, the writer's report of them, or both.", QuoteKind),
    choice("form", "How the quote is marked in the article.", Form),
    integer("inside", "The quote that this one stands inside of."),
    integer("cue_start", "First character of the words that introduce it."),
    integer("cue_end", "Character after them."),
    integer("via_start", "First character of the words that name the medium it came through."),
    integer("via_end", "Character after them."),
    text("rule", "The rule that found it; empty if a person added it."),
    Column("confidence", Kind.NUMBER, "0 to 1: how often a quote like this one has the right speaker."),
    MADE_BY,
)


def _seen_by(user: User | None) -> QuerySet[Quote]:
    return Quote.objects.live()


def _shape(quotes: QuerySet[Quote]) -> Iterator[Row]:
    selected = quotes.select_related("article__outlet").defer("article__text")
    for quote in chunks(selected, *speakers_of("")):
        yield {
            "quote_id": quote.pk,
            "article_id": quote.article_id,
            **named_first(quote, quote.article.day).cells(),
            "title": quote.article.title or None,
            **published(quote.article),
            **span(quote),
            "text": quote.exact,
            "quoted": quote.quoted,
            "kind": in_small_letters(quote.kind),
            "form": in_small_letters(quote.form),
            "inside": quote.inside_id,
            "cue_start": quote.cue_start,
            "cue_end": quote.cue_end,
            "via_start": quote.via_start,
            "via_end": quote.via_end,
            "rule": quote.rule or None,
            "confidence": quote.confidence,
            "made_by": made_by(quote),
        }


QUOTES = Table(
    name="quotes",
    words="One row per quote.",
    columns=COLUMNS,
    seen_by=_seen_by,
    shape=_shape,
    filters="quotes",
)
