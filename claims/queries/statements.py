"""Statements: how stored parts are read, and what the very same words are found by."""

import hashlib
from collections.abc import Iterable, Sequence

from claims.text.folding import fold_text
from claims.text.spans import Span


def hash_words(exact: str) -> str:
    """Return what statements of the very same words are found by: SHA-256 of the folded words."""
    return hashlib.sha256(fold_text(exact).encode()).hexdigest()


def parts_of(spans: Iterable[Span]) -> list[list[int]]:
    """Return spans as they are stored."""
    return [[span.start, span.end] for span in spans]


def spans_of(parts: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    """Return stored parts as spans.

    :raises ValueError: if one is no pair of numbers, or no span.
    """
    spans = []
    for part in parts:
        if len(part) != 2 or not all(isinstance(place, int) for place in part):
            raise ValueError(f"a part is [start, end], not {part!r}")
        spans.append(Span(part[0], part[1]))
    return tuple(spans)
