"""Statements: a row per statement; and, for the annotations, the columns of theirs."""

from collections.abc import Iterator

from django.db.models import QuerySet

from claims.exports.articles import PUBLISHED_COLUMNS, published
from claims.exports.attributions import SPEAKER_COLUMNS, named_first, speakers_of
from claims.exports.columns import (
    Row,
    Table,
    choice,
    chunks,
    in_small_letters,
    integer,
    words_of_article,
)
from claims.exports.quotes import SPAN_COLUMNS, span
from claims.models import Kind as QuoteKind
from claims.models import Statement, User

UTTERANCE = integer(
    "utterance_id", "Statements with the same number are one utterance, printed several times."
)
WORDS = words_of_article("text", "The words of the statement: its parts, joined.")

COLUMNS = (
    integer("statement_id", "Identifies the statement; stays the same."),
    integer("quote_id", "The quote it is a sentence of."),
    integer("article_id", "The article it stands in."),
    UTTERANCE,
    integer("number", "Place among the statements of the article, from 1."),
    *SPEAKER_COLUMNS,
    *PUBLISHED_COLUMNS,
    *SPAN_COLUMNS,
    WORDS,
    choice("kind", "Kind of the quote.", QuoteKind),
)


def _seen_by(user: User | None) -> QuerySet[Statement]:
    return Statement.objects.live()


def _shape(statements: QuerySet[Statement]) -> Iterator[Row]:
    selected = statements.select_related("quote", "article__outlet").defer("article__text")
    for statement in chunks(selected, *speakers_of("quote__")):
        yield {
            "statement_id": statement.pk,
            "quote_id": statement.quote_id,
            "article_id": statement.article_id,
            "utterance_id": statement.utterance_id,
            "number": statement.number or None,
            **named_first(statement.quote, statement.article.day).cells(),
            **published(statement.article),
            **span(statement),
            "text": statement.exact,
            "kind": in_small_letters(statement.quote.kind),
        }


STATEMENTS = Table(
    name="statements",
    words="One row per statement, the sentence-sized unit that is tagged and matched.",
    columns=COLUMNS,
    seen_by=_seen_by,
    shape=_shape,
    filters="statements",
)
