"""An article with its quotes as plain text, for a person to read on a terminal or in a file."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from claims.models import Article
from claims.models.base import UNKNOWN_DAY
from claims.queries.local_time import offset_words, published_locally
from claims.queries.quotes import ShownQuote, quotes_of_article
from claims.readers.documents import Document
from claims.text.found import FoundQuote
from claims.text.spans import Span

WIDTH = 88
INDENT = "    "
BAR = "│ "


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the quotes."""

    title: str
    #: outlet, time, section, agency and the like, those that are known
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetQuote:
    """One quote as it is printed."""

    #: name and position; none if unknown
    speakers: tuple[tuple[str, str], ...]
    #: kind, form, rule, confidence, and who changed it
    facts: tuple[str, ...]
    mention: str
    cue: str
    via: str
    parts: tuple[Span, ...]
    #: number and start of each statement
    statements: tuple[tuple[int, int], ...]
    is_nested: bool = False


def sheet_of_article(article: Article) -> str:
    """Return a stored article with its live quotes."""
    facts = (
        article.outlet.name if article.outlet else "outlet unknown",
        _moment(published_locally(article), None if article.day == UNKNOWN_DAY else article.day),
        f"section {article.section}" if article.section else "",
        f"agency {article.agency.name}" if article.agency else "",
        article.byline,
        article.url,
        f"{article.length:,} characters",
    )
    head = Head(article.title, tuple(fact for fact in facts if fact))
    quotes = [_quote_of_rows(article.text, shown) for shown in quotes_of_article(article)]
    return "\n".join(_lines(article.text, head, quotes)) + "\n"


def sheet_of_document(document: Document, found: Sequence[FoundQuote]) -> str:
    """Return a document that was read but not stored, with the quotes found in it."""
    facts = (
        document.outlet or "outlet unknown",
        _moment(document.published_at, document.published_on),
        f"section {document.section}" if document.section else "",
        f"agency {document.agency}" if document.agency else "",
        document.byline,
        document.url,
        f"{len(document.text):,} characters",
        *(f"note: {warning}" for warning in document.warnings),
    )
    head = Head(document.title, tuple(fact for fact in facts if fact))
    numbers = _numbers(found)
    quotes = [_quote_found(document.text, quote, numbers) for quote in sorted(found, key=_reading_order)]
    return "\n".join(_lines(document.text, head, quotes)) + "\n"


def _reading_order(quote: FoundQuote) -> tuple[int, int]:
    return quote.span.start, -quote.span.end


def _numbers(found: Iterable[FoundQuote]) -> dict[tuple[Span, ...], int]:
    """Number the statements as they would be stored."""
    cuts = {cut for quote in found for cut in quote.statements}
    return {
        cut: number
        for number, cut in enumerate(sorted(cuts, key=lambda cut: (cut[0].start, -cut[-1].end)), 1)
    }


def _quote_of_rows(text: str, shown: ShownQuote) -> SheetQuote:
    quote = shown.quote
    facts = [quote.get_kind_display(), quote.get_form_display(), quote.rule, f"{quote.confidence:.2f}"]
    if quote.touched_by is not None:
        facts.append(f"by {quote.touched_by.shown_name}")
    return SheetQuote(
        speakers=tuple((speaker.speaker.name, speaker.position) for speaker in shown.speakers),
        facts=tuple(fact for fact in facts if fact),
        mention=shown.attribution.mention if shown.attribution else "",
        cue=text[quote.cue_start : quote.cue_end] if quote.cue_start is not None else "",
        via=text[quote.via_start : quote.via_end] if quote.via_start is not None else "",
        parts=shown.spans,
        statements=tuple((statement.number, statement.start) for statement in shown.statements),
        is_nested=quote.inside_id is not None,
    )


def _quote_found(text: str, quote: FoundQuote, numbers: dict[tuple[Span, ...], int]) -> SheetQuote:
    return SheetQuote(
        speakers=tuple((speaker.name, speaker.position) for speaker in quote.speakers),
        facts=(quote.kind.value, quote.form.value, quote.rule, f"{quote.confidence:.2f}"),
        mention=quote.mention.cut(text) if quote.mention else "",
        cue=quote.cue.cut(text) if quote.cue else "",
        via=quote.via.cut(text) if quote.via else "",
        parts=quote.parts,
        statements=tuple((numbers[cut], cut[0].start) for cut in quote.statements),
        is_nested=quote.inside is not None,
    )


def _lines(text: str, head: Head, quotes: Sequence[SheetQuote]) -> Iterator[str]:
    yield from textwrap.wrap(head.title or "(no title)", WIDTH)
    yield from textwrap.wrap(" · ".join(head.facts), WIDTH)
    yield "─" * WIDTH
    yield _count(quotes)
    for quote in quotes:
        yield ""
        yield from _lines_of_quote(text, quote)


def _count(quotes: Sequence[SheetQuote]) -> str:
    if not quotes:
        return "No quotes were found."
    speakers = {name for quote in quotes for name, _ in quote.speakers}
    statements = len({start for quote in quotes for _, start in quote.statements})
    unknown = sum(not quote.speakers for quote in quotes)
    counted = (
        f"{_plural(len(quotes), 'quote')} by {_plural(len(speakers), 'known speaker')}, "
        f"{_plural(statements, 'statement')}"
    )
    return counted + (f"; the speaker of {_plural(unknown, 'quote')} is not known" if unknown else "")


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _lines_of_quote(text: str, quote: SheetQuote) -> Iterator[str]:
    named = [f"{name} ({position})" if position else name for name, position in quote.speakers]
    margin = INDENT if quote.is_nested else ""
    yield from _wrapped(" and ".join(named) or "Speaker not known", margin, margin)
    yield margin + INDENT + " · ".join(quote.facts) + (" · inside the quote above" if quote.is_nested else "")
    for label, words in (("mention", quote.mention), ("cue", quote.cue), ("via", quote.via)):
        if words:
            yield from _wrapped(
                f"{label:<8} “{_one_line(words)}”", margin + INDENT, margin + INDENT + " " * 9
            )
    for paragraph in _numbered(text, quote).split("\n\n"):
        yield from _wrapped(_one_line(paragraph), margin + INDENT + BAR, margin + INDENT + BAR)


def _wrapped(words: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(words, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _numbered(text: str, quote: SheetQuote) -> str:
    """Return the words of a quote with each statement's number before its first word."""
    starts = {start: number for number, start in quote.statements}
    pieces: list[str] = []
    last: Span | None = None
    for part in quote.parts:
        if last is not None:
            pieces.append("\n\n" if "\n\n" in text[last.end : part.start] else " … ")
        at = part.start
        for start in sorted(place for place in starts if part.start <= place < part.end):
            pieces += [text[at:start], f"[{starts[start]}] "]
            at = start
        pieces.append(text[at : part.end])
        last = part
    return "".join(pieces)


def _moment(at: datetime | None, on: date | None) -> str:
    """Return a time of publication in words, by the outlet's clock."""
    if at is not None:
        offset = offset_words(at)
        return f"{at:%Y-%m-%d %H:%M} ({offset})" if offset else f"{at:%Y-%m-%d %H:%M}"
    return str(on) if on is not None else "day unknown"
