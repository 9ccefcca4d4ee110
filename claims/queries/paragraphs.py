"""Paragraphs of a stored text: what stands between two blank lines, outer spaces included.

The paragraphs of a text, joined by blank lines, are the text. (``claims.text.segments`` has the trimmed
ones that quotes are looked for in.)
"""

from claims.text.spans import Span

PARAGRAPH_BREAK = "\n\n"


def paragraph_start(text: str, place: int) -> int:
    """Return where the paragraph begins that holds the character at ``place``."""
    found = text.rfind(PARAGRAPH_BREAK, 0, max(place, 0))
    return 0 if found < 0 else found + len(PARAGRAPH_BREAK)


def paragraph_end(text: str, place: int) -> int:
    """Return where the paragraph ends that holds the character at ``place``."""
    found = text.find(PARAGRAPH_BREAK, place)
    return len(text) if found < 0 else found


def paragraph_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the paragraphs between two places; those that reach beyond are cut there."""
    end = len(text) if end is None else end
    spans: list[Span] = []
    while start < end:
        stop = min(paragraph_end(text, start), end)
        if stop > start:
            spans.append(Span(start, stop))
        start = stop + len(PARAGRAPH_BREAK)
    return spans
