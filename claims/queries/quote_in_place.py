"""A quote in its place: its words marked in the paragraphs that hold them, with one before and after."""

from dataclasses import dataclass
from itertools import pairwise

from claims.models import Quote
from claims.queries.paragraphs import PARAGRAPH_BREAK, paragraph_end, paragraph_spans, paragraph_start
from claims.text.spans import Span

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
    first = paragraph_start(text, quote.start)
    last = paragraph_end(text, quote.end)
    before = max(paragraph_start(text, first - len(PARAGRAPH_BREAK)) if first else 0, first - MAX_BESIDE)
    after = min(paragraph_end(text, last + len(PARAGRAPH_BREAK)), last + MAX_BESIDE)
    parts = [Span(start, end) for start, end in quote.parts]
    return InPlace(
        paragraphs=tuple(_stretches(text, span, parts) for span in paragraph_spans(text, before, after)),
        is_cut_before=before > 0,
        is_cut_after=after < len(text),
    )


def _stretches(text: str, paragraph: Span, parts: list[Span]) -> tuple[Stretch, ...]:
    inside = [part for part in parts if part.start < paragraph.end and part.end > paragraph.start]
    borders = {paragraph.start, paragraph.end}
    for part in inside:
        borders |= {max(part.start, paragraph.start), min(part.end, paragraph.end)}
    return tuple(
        Stretch(text[start:end], any(part.start <= start and end <= part.end for part in inside))
        for start, end in pairwise(sorted(borders))
    )
