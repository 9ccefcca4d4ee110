"""Quotes as pages and commands show them: with speakers, positions at the time, and statements.

``show_quotes`` gathers what hangs on quotes in four queries, however many there are; ``article_passages``
cuts an article's text into paragraphs and pieces, each knowing which quotes and statements it belongs to.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import QuerySet

from claims.models import Annotation, Article, Attribution, Quote, Speaker, Statement, User
from claims.queries.paragraphs import paragraph_spans
from claims.queries.rights import annotations_seen_by
from claims.queries.speakers import position_at, positions_of, shown_position
from claims.queries.statements import spans_of
from claims.text.spans import Span


@dataclass(frozen=True, slots=True)
class ShownSpeaker:
    """One speaker of a quote, with what the speaker was at the time."""

    speaker: Speaker
    attribution: Attribution
    #: in words; empty if unknown
    position: str


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """A quote with what hangs on it."""

    quote: Quote
    #: in order; none if unknown
    speakers: tuple[ShownSpeaker, ...]
    #: the one that says "unknown", or the first speaker's
    attribution: Attribution | None
    #: the live ones, in reading order
    statements: tuple[Statement, ...]

    @property
    def is_attributed(self) -> bool:
        """Whether the speaker is known."""
        return bool(self.speakers)

    @property
    def slot(self) -> int:
        """Colour and shape: the first speaker's, 0 if unknown."""
        return self.speakers[0].speaker.slot if self.speakers else 0

    @property
    def spans(self) -> tuple[Span, ...]:
        """The parts as spans."""
        return spans_of(self.quote.parts)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that belongs to the same quotes and statements from end to end."""

    start: int
    text: str
    #: "quote", "mention", "cue", "via", or "" for the writer's own words
    role: str
    #: the quote, and inside of it the innermost one if they are nested
    quote: ShownQuote | None = None
    nested: ShownQuote | None = None
    #: the statement it belongs to, and those whose first words it holds
    statement: Statement | None = None
    opens: tuple[Statement, ...] = ()
    #: the quotes whose first words it holds
    begins: tuple[ShownQuote, ...] = ()


@dataclass(frozen=True, slots=True)
class InMargin:
    """A quote named in the margin beside a paragraph."""

    shown: ShownQuote
    #: whether it began in an earlier paragraph
    is_continued: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article with its margin."""

    start: int
    is_title: bool
    pieces: tuple[Piece, ...]
    margin: tuple[InMargin, ...]
    #: of the statements that begin here, in order; only those that the reader may see
    tags: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class _Layer:
    """One stretch and what it means."""

    span: Span
    role: str
    shown: ShownQuote
    statement: Statement | None = None


def quotes_of_article(article: Article) -> list[ShownQuote]:
    """Return the live quotes of an article in reading order, outer ones before those inside."""
    quotes = Quote.objects.live().filter(article=article).select_related("touched_by")
    return show_quotes(quotes.order_by("start", "-end"))


def rejected_quotes(article: Article) -> QuerySet[Quote]:
    """Return the quotes of an article that a person rejected, in reading order."""
    rejected = Quote.objects.filter(article=article, status=Quote.Status.REJECTED)
    return rejected.select_related("touched_by").order_by("start")


def show_quotes(quotes: Iterable[Quote]) -> list[ShownQuote]:
    """Return quotes with their speakers, positions at the time and statements, in the same order."""
    rows = list(quotes)
    ids = [quote.pk for quote in rows]
    attributions: dict[int, list[Attribution]] = defaultdict(list)
    live = Attribution.objects.live().filter(quote__in=ids).select_related("speaker", "touched_by")
    for attribution in live.order_by("order", "id"):
        attributions[attribution.quote_id].append(attribution)
    statements: dict[int, list[Statement]] = defaultdict(list)
    for statement in Statement.objects.live().filter(quote__in=ids).order_by("start", "id"):
        statements[statement.quote_id].append(statement)
    known = {row.speaker_id for some in attributions.values() for row in some if row.speaker_id is not None}
    positions = positions_of(known)
    return [
        ShownQuote(
            quote=quote,
            speakers=tuple(
                ShownSpeaker(
                    row.speaker, row, shown_position(position_at(positions[row.speaker.pk], quote.day))
                )
                for row in attributions[quote.pk]
                if row.speaker is not None
            ),
            attribution=next(iter(attributions[quote.pk]), None),
            statements=tuple(statements[quote.pk]),
        )
        for quote in rows
    ]


def article_passages(
    article: Article, user: User, quotes: Sequence[ShownQuote] | None = None
) -> list[Paragraph]:
    """Cut an article into its paragraphs, with everything that the article page marks in them.

    The pieces of all paragraphs, joined by blank lines, are the article's text.

    :param quotes: as ``quotes_of_article`` gives them, if the caller has them already.
    """
    shown = quotes_of_article(article) if quotes is None else quotes
    tags: dict[int, list[Annotation]] = defaultdict(list)
    seen = annotations_seen_by(user).filter(statement__article=article, statement__is_live=True)
    for tag in seen.select_related("claim", "coder", "statement").order_by("statement__start", "id"):
        tags[tag.statement_id].append(tag)
    layers = [layer for quote in shown for layer in _layers_of(quote)]
    paragraphs = paragraph_spans(article.text)
    pieces = _pieces(article.text, paragraphs, layers)
    return [
        Paragraph(
            start=span.start,
            is_title=span.start < article.body_start,
            pieces=tuple(pieces[span]),
            margin=_margin(pieces[span]),
            tags=tuple(tag for piece in pieces[span] for opened in piece.opens for tag in tags[opened.pk]),
        )
        for span in paragraphs
    ]


def _layers_of(shown: ShownQuote) -> list[_Layer]:
    quote = shown.quote
    layers = [_Layer(span, "quote", shown) for span in shown.spans]
    for statement in shown.statements:
        layers.extend(_Layer(Span(start, end), "quote", shown, statement) for start, end in statement.parts)
    if quote.cue_start is not None and quote.cue_end is not None:
        layers.append(_Layer(Span(quote.cue_start, quote.cue_end), "cue", shown))
    if quote.via_start is not None and quote.via_end is not None:
        layers.append(_Layer(Span(quote.via_start, quote.via_end), "via", shown))
    mentioned = shown.attribution
    if mentioned and mentioned.mention_start is not None and mentioned.mention_end is not None:
        layers.append(_Layer(Span(mentioned.mention_start, mentioned.mention_end), "mention", shown))
    return layers


def _pieces(text: str, paragraphs: Sequence[Span], layers: Sequence[_Layer]) -> dict[Span, list[Piece]]:
    """Sweep once over the text, from border to border, with the layers that lie there."""
    starting: dict[int, list[_Layer]] = defaultdict(list)
    borders = {place for span in paragraphs for place in (span.start, span.end)}
    for layer in layers:
        starting[layer.span.start].append(layer)
        borders |= {layer.span.start, layer.span.end}
    pieces: dict[Span, list[Piece]] = {span: [] for span in paragraphs}
    waiting = iter(paragraphs)
    paragraph = next(waiting, None)
    here: list[_Layer] = []
    for left, right in pairwise(sorted(borders)):
        here = [layer for layer in here if layer.span.end > left] + starting[left]
        while paragraph is not None and paragraph.end <= left:
            paragraph = next(waiting, None)
        if paragraph is not None and paragraph.start <= left:
            pieces[paragraph].append(_piece(text, Span(left, right), here))
    return pieces


def _piece(text: str, span: Span, here: Sequence[_Layer]) -> Piece:
    quotes = [layer for layer in here if layer.role == "quote"]
    if not quotes:
        roles = [layer.role for layer in here]
        role = next((role for role in ("mention", "cue", "via") if role in roles), "")
        return Piece(span.start, span.cut(text), role)
    nested = sorted({layer.shown.quote.pk: layer.shown for layer in quotes}.values(), key=_outer_first)
    spoken = [layer for layer in quotes if layer.statement is not None]
    innermost = max(spoken, key=lambda layer: _outer_first(layer.shown), default=None)
    return Piece(
        start=span.start,
        text=span.cut(text),
        role="quote",
        quote=nested[0],
        nested=nested[-1] if len(nested) > 1 else None,
        statement=innermost.statement if innermost else None,
        opens=tuple(
            layer.statement for layer in spoken if layer.statement and layer.statement.start == span.start
        ),
        begins=tuple(shown for shown in nested if shown.quote.start == span.start),
    )


def _outer_first(shown: ShownQuote) -> tuple[int, int]:
    return shown.quote.start, -shown.quote.end


def _margin(pieces: Iterable[Piece]) -> tuple[InMargin, ...]:
    begun: dict[int, InMargin] = {}
    for piece in pieces:
        for shown in (piece.quote, piece.nested):
            if shown is not None and shown.quote.pk not in begun:
                begun[shown.quote.pk] = InMargin(shown, is_continued=shown.quote.start != piece.start)
    return tuple(begun.values())
