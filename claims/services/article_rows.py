"""The rows of an article's quotes, who answers for them, and what an extraction wants them to hold."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from claims.models import Alias, Annotation, Article, Attribution, Decision, Quote, Statement, Verdict
from claims.queries.statements import hash_words, parts_of
from claims.services.differences import (
    Change,
    Place,
    Side,
    StoredQuote,
    Wanted,
    count_spared,
    find_differences,
)
from claims.services.differences import place_found as place_spans
from claims.services.resolving import Resolver
from claims.text.found import FoundQuote
from claims.text.spans import Span, cut_parts, hull

RULE_LENGTH = 60  # of the column

Columns = dict[str, Any]


@dataclass(slots=True)
class ArticleRows:
    """The stored quotes of one article with what hangs on them."""

    article: Article
    quotes: dict[Span, Quote] = field(default_factory=dict)
    attributions: dict[int, list[Attribution]] = field(default_factory=lambda: defaultdict(list))
    statements: dict[int, list[Statement]] = field(default_factory=lambda: defaultdict(list))
    #: the quotes that people did something with
    held: set[int] = field(default_factory=set)

    def stored(self) -> list[StoredQuote]:
        """Return the quotes as the laws ask for them."""
        return [
            StoredQuote(
                number=row.pk,
                span=span,
                is_standing=row.status == Quote.Status.STANDING,
                is_held=row.pk in self.held,
                is_inside=row.inside_id is not None,
                side=self._side(span, row),
            )
            for span, row in self.quotes.items()
        ]

    def _side(self, span: Span, row: Quote) -> Side:
        live = [attribution for attribution in self.attributions[row.pk] if attribution.is_live]
        speakers = tuple(
            (named.speaker_id, named.speaker.name if named.speaker is not None else "") for named in live
        )
        return Side(span, row.parts, row.kind, row.rule, row.confidence, speakers)


def load_rows(articles: Sequence[Article]) -> list[ArticleRows]:
    """Return the rows of each article, asked for all articles together."""
    loaded = {article.pk: ArticleRows(article) for article in articles}
    article_of: dict[int, int] = {}
    for quote in Quote.objects.filter(article__in=loaded).order_by("id"):
        loaded[quote.article_id].quotes[Span(quote.start, quote.end)] = quote
        article_of[quote.pk] = quote.article_id
    if article_of:
        named = Attribution.objects.filter(quote__article__in=loaded).select_related("speaker")
        for attribution in named.order_by("order", "id"):
            rows = loaded[article_of[attribution.quote_id]]
            rows.attributions[attribution.quote_id].append(attribution)
        for statement in Statement.objects.filter(article__in=loaded).order_by("start", "id"):
            loaded[statement.article_id].statements[statement.quote_id].append(statement)
        for rows in loaded.values():
            rows.held = _touched(rows)
        for number in _used(loaded):
            loaded[article_of[number]].held.add(number)
    return [loaded[article.pk] for article in articles]


def _touched(rows: ArticleRows) -> set[int]:
    held = {quote.pk for quote in rows.quotes.values() if quote.is_touched}
    for hanging_on in (rows.attributions, rows.statements):
        held |= {key for key, hanging in hanging_on.items() if any(row.is_touched for row in hanging)}
    return held


def _used(articles: Iterable[int]) -> set[int]:
    """Return the quotes of articles whose statements somebody tagged, decided on or judged."""
    ids = list(articles)
    # a tag leaves a decision behind, even when it is taken back
    did_something: tuple[QuerySet, ...] = (
        Annotation.objects.standing().filter(statement__article__in=ids).values_list("statement__quote"),
        Decision.objects.filter(statement__article__in=ids).values_list("statement__quote"),
        Verdict.objects.filter(match__left__article__in=ids).values_list("match__left__quote"),
        Verdict.objects.filter(match__right__article__in=ids).values_list("match__right__quote"),
    )
    return {quote for quotes in did_something for (quote,) in quotes.distinct()}


class Comparison:
    """What was found in an article, beside its rows: what becomes of each found quote, and what differs."""

    def __init__(self, rows: ArticleRows, found: Sequence[FoundQuote], resolver: Resolver) -> None:
        self.rows, self.found, self.resolver = rows, found, resolver
        self.stored = rows.stored()
        self.places: list[Place] = place_spans(self.stored, [quote.span for quote in found])
        by_number = {row.pk: row for row in rows.quotes.values()}
        #: the stored row of each found quote; None for a new one and for one that is kept out
        self.quotes = [by_number[place.quote] if place.quote is not None else None for place in self.places]
        wanted = [self._wanted(*each) for each in zip(found, self.quotes, strict=True)]
        self.changes: list[Change] = find_differences(self.stored, wanted, self.places)
        self.spared = count_spared(self.stored, wanted, self.places)

    def _wanted(self, quote: FoundQuote, row: Quote | None) -> Wanted:
        named = aliases_of(quote, self.resolver)
        speakers = tuple(
            (number, alias.speaker.name if alias is not None else "") for number, alias in named.items()
        )
        columns = quote_columns(self.rows.article, quote)
        side = Side(
            quote.span, columns["parts"], columns["kind"], columns["rule"], columns["confidence"], speakers
        )
        return Wanted(side, row is not None and self._has_other_details(quote, row, columns))

    def _has_other_details(self, quote: FoundQuote, row: Quote, columns: Columns) -> bool:
        outer = self._outer_of(quote)
        if row.inside_id != outer or differs(row, columns):
            return True
        kept = {attribution.speaker_id: attribution for attribution in self.rows.attributions[row.pk]}
        article = self.rows.article
        for order, (speaker, alias) in enumerate(aliases_of(quote, self.resolver).items()):
            attribution = kept.get(speaker)
            if attribution is None or differs(attribution, attribution_columns(article, quote, alias, order)):
                return True
        statements = best_by_span(self.rows.statements[row.pk])
        wanted = {hull(parts): parts for parts in quote.statements}
        if any(
            statement.status == Statement.Status.STANDING and span not in wanted
            for span, statement in statements.items()
        ):
            return True
        return any(
            span not in statements or differs(statements[span], statement_columns(article, parts))
            for span, parts in wanted.items()
        )

    def _outer_of(self, quote: FoundQuote) -> int | None:
        """Return the row around a quote; 0 for one that is not stored yet."""
        if quote.inside is None or self.places[quote.inside].is_kept_out:
            return None
        return self.places[quote.inside].quote or 0


def aliases_of(quote: FoundQuote, resolver: Resolver) -> dict[int | None, Alias | None]:
    """Return the speakers of a found quote with the names they go by, in order; {None: None} says unknown."""
    named = {alias.speaker_id if alias else None: alias for alias in map(resolver.alias_of, quote.speakers)}
    return named or {None: None}


def quote_columns(article: Article, quote: FoundQuote) -> Columns:
    """Return what a found quote's row holds."""
    return {
        "parts": parts_of(quote.parts),
        "quoted": parts_of(quote.quoted),
        "exact": cut_parts(article.text, quote.parts),
        "kind": quote.kind.value.upper(),
        "form": quote.form.value.upper(),
        "cue_start": quote.cue.start if quote.cue else None,
        "cue_end": quote.cue.end if quote.cue else None,
        "via_start": quote.via.start if quote.via else None,
        "via_end": quote.via.end if quote.via else None,
        "rule": quote.rule[:RULE_LENGTH],
        "confidence": quote.confidence,
        "status": Quote.Status.STANDING,
        "is_live": article.is_live,
        "day": article.day,
        "outlet_id": article.outlet_id,
    }


def attribution_columns(article: Article, quote: FoundQuote, alias: Alias | None, order: int) -> Columns:
    """Return what the row of one of a found quote's speakers holds."""
    return {
        "speaker_id": alias.speaker_id if alias else None,
        "alias_id": alias.pk if alias else None,
        "order": order,
        "mention_start": quote.mention.start if quote.mention else None,
        "mention_end": quote.mention.end if quote.mention else None,
        "mention": quote.mention.cut(article.text) if quote.mention else "",
        "rule": quote.rule[:RULE_LENGTH],
        "confidence": quote.confidence,
        "is_live": article.is_live,
        "day": article.day,
    }


def statement_columns(article: Article, parts: tuple[Span, ...]) -> Columns:
    """Return what the row of one of a found quote's statements holds."""
    exact = cut_parts(article.text, parts)
    return {
        "article_id": article.pk,
        "parts": parts_of(parts),
        "exact": exact,
        "words_hash": hash_words(exact),
        "status": Statement.Status.STANDING,
        "is_live": article.is_live,
        "day": article.day,
    }


def differs(row: Quote | Attribution | Statement, columns: Columns) -> bool:
    """Say whether any column of a row has another value."""
    return any(getattr(row, name) != value for name, value in columns.items())


def set_columns(row: Quote | Attribution | Statement, columns: Columns) -> bool:
    """Set columns of a row. Returns whether any had another value."""
    is_changed = False
    for name, value in columns.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
            is_changed = True
    return is_changed


def best_by_span(statements: Iterable[Statement]) -> dict[Span, Statement]:
    """Return for each span the statement to keep: the standing one, else the last that was withdrawn."""
    best: dict[Span, Statement] = {}
    for statement in statements:
        span = Span(statement.start, statement.end)
        known = best.get(span)
        if statement.status == Statement.Status.STANDING or (
            statement.status == Statement.Status.WITHDRAWN
            and (known is None or known.status != Statement.Status.STANDING)
        ):
            best[span] = statement
    return best
