"""Full-text search over folded words, on both databases."""

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from claims.models import Article, Quote
from claims.text.folding import fold_text

MAX_WORDS = 12  # of one query; more narrow nothing and cost time


def search_terms(words: str) -> list[str]:
    """Return the folded terms of what a person typed: words, and phrases in straight marks, in order."""
    terms: list[str] = []
    for place, piece in enumerate(words.replace("“", '"').replace("”", '"').split('"')):
        bare = "".join(char if char.isalnum() else " " for char in fold_text(piece))
        if place % 2 and bare.split():
            terms.append(" ".join(bare.split()))
        else:
            terms.extend(bare.split())
    return terms[:MAX_WORDS]


def quotes_with_words(quotes: QuerySet[Quote], words: str) -> QuerySet[Quote]:
    """Return those of ``quotes`` that hold every word of ``words`` (the last may be a beginning)."""
    return _with_words(quotes, "claims_quotefold", "quote_id", words)


def articles_with_words(articles: QuerySet[Article], words: str) -> QuerySet[Article]:
    """Return those of ``articles`` whose text holds every word of ``words`` (the last may be a beginning)."""
    return _with_words(articles, "claims_articlefold", "article_id", words)


def _with_words(rows: QuerySet, table: str, key: str, words: str) -> QuerySet:
    terms = search_terms(words)
    if not terms:
        return rows
    if connection.vendor == "sqlite":
        query = " ".join(f'"{term}"' for term in terms) + "*"
        found = RawSQL(f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH %s", [query])  # noqa: S608, S611
    else:
        phrases = [" <-> ".join(term.split()) for term in terms]
        query = " & ".join(f"({phrase})" for phrase in phrases[:-1])
        query = f"{query} & ({phrases[-1]}:*)" if query else f"{phrases[-1]}:*"
        sql = f"SELECT {key} FROM {table} WHERE to_tsvector('simple', folded) @@ to_tsquery('simple', %s)"  # noqa: S608
        found = RawSQL(sql, [query])  # noqa: S611
    return rows.filter(pk__in=found)
