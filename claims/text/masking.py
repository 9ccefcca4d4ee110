"""Paragraphs whose marked words are hidden, so that verbs inside them mislead nobody.

Each run of marked words is replaced by one character, GAP. Positions in the masked text are turned back
into positions in the article by ``Masked.span``.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.text.marks import Run
from claims.text.spans import Span

#: stands for one run; the article's own ones are taken for spaces
GAP = "\ufffc"
TERMINAL = ".?!…,;:-—"


@dataclass(frozen=True)
class Masked:
    """One paragraph with GAP for each run of marked words."""

    text: str
    runs: Sequence[Run]
    #: where each GAP stands in ``text``
    places: tuple[int, ...]
    #: where in the article the paragraph begins
    start: int
    #: for each run, the point it ends with, inside its marks or right after them; "" if none
    endings: tuple[str, ...]

    @cached_property
    def _shifts(self) -> list[int]:
        """By how much a position after each GAP lies further in the article than in ``text``."""
        total = self.start
        shifts = []
        for run in self.runs:
            total += run.end - run.start - 1
            shifts.append(total)
        return shifts

    def at(self, position: int) -> int:
        """Return the article's position of the character at ``position``."""
        before = bisect_left(self.places, position)
        return position + (self._shifts[before - 1] if before else self.start)

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the article that ``text[start:end]`` stands for."""
        last = bisect_right(self.places, end - 1)
        return Span(self.at(start), end + (self._shifts[last - 1] if last else self.start))

    def runs_in(self, start: int, end: int) -> range:
        """Return the numbers of the runs whose GAP lies in ``text[start:end]``."""
        return range(bisect_left(self.places, start), bisect_left(self.places, end))


def mask(text: str, paragraph: Span, runs: Sequence[Run]) -> Masked:
    """Hide the marked words of a paragraph."""
    pieces: list[str] = []
    places: list[int] = []
    length = 0
    at = paragraph.start
    for run in runs:
        before = _plain(text[at : run.start])
        pieces += [before, GAP]
        places.append(length + len(before))
        length += len(before) + 1
        at = run.end
    pieces.append(_plain(text[at : paragraph.end]))
    endings = tuple(_ending(text, run) for run in runs)
    return Masked("".join(pieces), runs, tuple(places), paragraph.start, endings)


def _plain(words: str) -> str:
    """Every kind of space, and GAP where the article itself has it, as a plain space."""
    for space in SPACES:
        words = words.replace(space, " ")
    return words


SPACES = (GAP, "\u00a0", "\u202f", "\t")


def _ending(text: str, run: Run) -> str:
    words = text[run.inner.start : run.inner.end].rstrip("\"“”'’ »«")
    if words[-1:] and words[-1:] in TERMINAL:
        return words[-1]
    following = text[run.end : run.end + 1]
    return following if following in (".", "?", "!", ",") else ""
