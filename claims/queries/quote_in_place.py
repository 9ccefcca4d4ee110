"""A quote in its place: its words marked in the paragraphs that hold them, with one before and after."""

from dataclasses import dataclass
from itertools import pairwise

from claims.models import Quote
from claims.text.spans import Span

PARAGRAPH_BREAK = "\n\n"
MAX_BESIDE = 600  # characters of the paragraph before and after; longer ones are cut


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a paragraph."""

    text: str
    is_quote: bool


@dataclass(frozen=True, slots=True)
class InPlace:
    """What is shown: paragraphs of stretches, and whether the article goes on around them."""

    paragraphs: tuple[tuple[Stretch, ...], ...]
    is_cut_before: bool
    is_cut_after: bool


def quote_in_place(quote: Quote) -> InPlace:
    """Return the paragraphs around a quote; the quote's article must have been selected with it."""
    text = quote.article.text
    first = _paragraph_start(text, quote.start)
    last = _paragraph_end(text, quote.end)
    before = max(_paragraph_start(text, first - len(PARAGRAPH_BREAK)) if first else 0, first - MAX_BESIDE)
    after = min(_paragraph_end(text, last + len(PARAGRAPH_BREAK)), last + MAX_BESIDE)
    parts = [Span(start, end) for start, end in quote.parts]
    return InPlace(
        paragraphs=tuple(_stretches(text, span, parts) for span in _paragraphs(text, before, after)),
        is_cut_before=before > 0,
        is_cut_after=after < len(text),
    )


def _paragraph_start(text: str, place: int) -> int:
    found = text.rfind(PARAGRAPH_BREAK, 0, max(place, 0))
    return 0 if found < 0 else found + len(PARAGRAPH_BREAK)


def _paragraph_end(text: str, place: int) -> int:
    found = text.find(PARAGRAPH_BREAK, place)
    return len(text) if found < 0 else found


def _paragraphs(text: str, start: int, end: int) -> list[Span]:
    spans = []
    while start < end:
        stop = min(_paragraph_end(text, start), end)
        if stop > start:
            spans.append(Span(start, stop))
        start = stop + len(PARAGRAPH_BREAK)
    return spans


def _stretches(text: str, paragraph: Span, parts: list[Span]) -> tuple[Stretch, ...]:
    inside = [part for part in parts if part.start < paragraph.end and part.end > paragraph.start]
    borders = {paragraph.start, paragraph.end}
    for part in inside:
        borders |= {max(part.start, paragraph.start), min(part.end, paragraph.end)}
    return tuple(
        Stretch(text[start:end], any(part.start <= start and end <= part.end for part in inside))
        for start, end in pairwise(sorted(borders))
    )
