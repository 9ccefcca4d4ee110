"""What a person selected in an article, read as a quote: parts, marked stretches, statements, form."""

import re
from dataclasses import dataclass

from claims.models import Form, Kind
from claims.text.languages import pack_for
from claims.text.segments import paragraphs
from claims.text.spans import Span
from claims.text.statements import cut_statements

#: marks that stand around a direct quote and do not belong to its words
MARKS = '"“”„‟«»‹›‘’‚'
DASHES = "-–—―"
#: a stretch inside marks; it holds no other mark, so that the pattern is linear
MARKED = re.compile(r"[\"“„«]([^\"“”„«»]+)[\"”“»]")


class UnableToSelect(Exception):
    """The selected words cannot be a quote; the words say why and what to do."""


@dataclass(frozen=True, slots=True)
class Selected:
    """A selection as a quote."""

    parts: tuple[Span, ...]
    quoted: tuple[Span, ...]
    statements: tuple[tuple[Span, ...], ...]
    form: Form


def read_selection(text: str, body_start: int, start: int, end: int, kind: str, language: str) -> Selected:
    """Read the words from ``start`` to ``end`` as a quote of a kind.

    Each paragraph is a part. A direct quote's parts are trimmed of outer marks and an introducing dash.

    :raises UnableToSelect: if nothing is selected, or headline and body together are.
    """
    if not 0 <= start < end <= len(text):
        raise UnableToSelect("Select the words of the quote in the article.")
    if start < body_start < end:
        raise UnableToSelect(
            "A quote stands in the headline or in the body. Select the words in one of them."
        )
    pieces = [span for span in paragraphs(text[:end], start) if span.start < end]
    if kind == Kind.DIRECT:
        pieces = [trimmed for span in pieces if (trimmed := _without_marks(text, span)) is not None]
    parts = tuple(pieces)
    statements = cut_statements(text, parts, pack_for(text, language))
    if not statements:
        raise UnableToSelect("The selected words hold no letter. Select the words of the quote.")
    return Selected(parts, _quoted(text, parts, kind), statements, _form(text, parts[0], body_start, kind))


def _without_marks(text: str, span: Span) -> Span | None:
    """Return a span without outer marks, dash and blanks; a mark of a pair inside it stays."""
    start, end = span.start, span.end
    while start < end and (text[start] in DASHES or text[start].isspace()):
        start += 1
    if start < end and text[start] in MARKS:
        start += 1
    if start < end and text[end - 1] in MARKS and not _is_apostrophe(text, end - 1):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _is_apostrophe(text: str, place: int) -> bool:
    """Say whether the mark at a place ends a word of its own ("the others’")."""
    return text[place] == "’" and place > 0 and text[place - 1].isalpha()


def _quoted(text: str, parts: tuple[Span, ...], kind: str) -> tuple[Span, ...]:
    if kind == Kind.DIRECT:
        return parts
    if kind == Kind.INDIRECT:
        return ()
    found = (match.span(1) for part in parts for match in MARKED.finditer(text, part.start, part.end))
    return tuple(Span(start, end) for start, end in found)


def _form(text: str, first: Span, body_start: int, kind: str) -> Form:
    """Return how the quote is marked, as far as what stands before it tells."""
    if first.start < body_start:
        return Form.HEADLINE
    if kind != Kind.DIRECT:
        return Form.MARKS if kind == Kind.MIXED else Form.REPORTED
    before = text[max(0, first.start - 3) : first.start].rstrip()
    if before.endswith(tuple(DASHES)):
        return Form.DASH
    return Form.COLON if before.endswith(":") else Form.MARKS
