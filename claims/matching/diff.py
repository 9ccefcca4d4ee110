"""Where two statements differ, word by word, for showing them side by side.

Each side gets marks in its own order: a stretch is shared, differs, negates, is another number or the
opposite of a word on the other side. Shared are the terms in the same order, and those that merely stand
elsewhere.
"""

from enum import StrEnum
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from claims.matching.terms import Terms, guess_language, read_terms
from claims.matching.words import folded_opposites


class MarkKind(StrEnum):
    """What a stretch of a statement is beside the other statement."""

    SHARED = "shared"
    DIFFERS = "differs"
    NEGATION = "negation"
    NUMBER = "number"
    OPPOSITE = "opposite"


class Mark(NamedTuple):
    """A stretch of one statement's text, in code points, half-open."""

    start: int
    end: int
    kind: MarkKind


def find_differences(left: str, right: str, language: str = "") -> tuple[list[Mark], list[Mark]]:
    """Mark the words of two statements.

    Marks rise and do not overlap; neighbouring words of one kind are one mark, with the blanks between
    them. What is no word (blanks, marks of punctuation at the ends) is not marked.
    """
    language = language or guess_language(left, right)
    both = read_terms(left, language), read_terms(right, language)
    left_in_order, right_in_order = _in_order(both[0].words, both[1].words)
    return _marks(both[0], left_in_order, both[1]), _marks(both[1], right_in_order, both[0])


def _in_order(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[set[int], set[int]]:
    """Return the places of the terms that both sides have in the same order."""
    blocks = LCSseq.opcodes(left, right)
    equal = [block for block in blocks if block.tag == "equal"]
    return (
        {place for block in equal for place in range(block.src_start, block.src_end)},
        {place for block in equal for place in range(block.dest_start, block.dest_end)},
    )


def _marks(terms: Terms, in_order: set[int], other: Terms) -> list[Mark]:
    marks: list[Mark] = []
    others = set(other.words)
    for place, (word, (start, end)) in enumerate(zip(terms.words, terms.spans, strict=True)):
        is_shared = place in in_order or word in others
        kind = MarkKind.SHARED if is_shared else _kind_of_difference(word, terms, other)
        if marks and start < marks[-1].end:
            # one written word of two terms ("won't"): what differs in it shows
            kind = marks[-1].kind if kind is MarkKind.SHARED else kind
            marks[-1] = Mark(marks[-1].start, end, kind)
        elif marks and marks[-1].kind is kind:
            marks[-1] = Mark(marks[-1].start, end, kind)
        else:
            marks.append(Mark(start, end, kind))
    return marks


def _kind_of_difference(word: str, terms: Terms, other: Terms) -> MarkKind:
    if word in terms.negations and not other.negations:
        return MarkKind.NEGATION
    if word in terms.numbers and other.numbers:
        return MarkKind.NUMBER
    if not folded_opposites(terms.language).get(word, frozenset()).isdisjoint(other.words):
        return MarkKind.OPPOSITE
    return MarkKind.DIFFERS
