"""Positions in an article's text.

Offsets count Unicode code points from 0; ranges are half-open. Everything that the text room
finds is given as spans of the text it was handed, so ``span.cut(text)`` gives the words.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A non-empty stretch of a text: ``0 <= start < end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}, {self.end}")

    def cut(self, text: str) -> str:
        """Return the words of this span."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Span":
        """Return this span moved ``by`` code points."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Say whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


def hull(parts: Iterable[Span]) -> Span:
    """Return the smallest span that holds all ``parts``.

    :raises ValueError: if there are none.
    """
    found = list(parts)
    if not found:
        raise ValueError("no parts, no hull")
    return Span(min(part.start for part in found), max(part.end for part in found))


def cut_parts(text: str, parts: Iterable[Span]) -> str:
    """Return the words of ``parts``, joined by one space, or by the paragraph break that lies between.

    This is what a quote's or statement's stored ``exact`` equals.
    """
    words: list[str] = []
    last: Span | None = None
    for part in parts:
        if last is not None:
            words.append("\n\n" if "\n\n" in text[last.end : part.start] else " ")
        words.append(part.cut(text))
        last = part
    return "".join(words)
