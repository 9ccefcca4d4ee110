"""Quotes of one article never share words: a partial quote's clause ends where another quote begins.

Enter at ``keep_apart``.
"""

from collections.abc import Sequence
from dataclasses import replace

from claims.text.found import Kind
from claims.text.raw import RawQuote
from claims.text.spans import Span, hull

#: quotes on each side that can reach into a clause
NEIGHBOURS = 8
#: marks and points that are left at the edge of a clause that was cut
EDGE = " \u00a0\t\"“”„«»‟'‘’`,;:.—–-("


def keep_apart(text: str, quotes: Sequence[RawQuote]) -> list[RawQuote]:
    """Return the quotes, in order, with the clauses of partial ones cut where another quote stands."""
    kept: list[RawQuote] = []
    for at, quote in enumerate(quotes):
        if quote.kind is Kind.MIXED:
            before = [part for other in kept[-NEIGHBOURS:] for part in other.parts]
            after = [
                span for other in quotes[at + 1 : at + 1 + NEIGHBOURS] for span in other.quoted or other.parts
            ]
            quote = _cut(text, quote, before + after)
        kept.append(quote)
    return kept


def _cut(text: str, quote: RawQuote, others: Sequence[Span]) -> RawQuote:
    whole, marked = hull(quote.parts), hull(quote.quoted)
    taken = [span for span in others if span.overlaps(whole)]
    start = max((span.end for span in taken if span.end <= marked.start), default=whole.start)
    end = min((span.start for span in taken if span.start >= marked.end), default=whole.end)
    if (start, end) == (whole.start, whole.end):
        return quote
    while start < marked.start and text[start] in EDGE:
        start += 1
    while end > marked.end and text[end - 1] in EDGE:
        end -= 1
    if len(quote.quoted) == 1 and start >= marked.start and end <= marked.end:
        return replace(quote, parts=quote.quoted)
    first, last = _with_marks(text, marked, start, end)
    return replace(quote, parts=(Span(first, last),))


def _with_marks(text: str, marked: Span, start: int, end: int) -> tuple[int, int]:
    """Give a clause back the marks of its own words that its cut edges lost."""
    first = start - 1 if start == marked.start and text[start - 1 : start] in EDGE.strip() else start
    last = end + 1 if end == marked.end and text[end : end + 1] in EDGE.strip() else end
    return max(0, first), min(len(text), last)
