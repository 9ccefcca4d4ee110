"""Runs of quotation marks: where marked words begin and end, in every usual style.

Enter at ``find_runs``. A run never leaves its paragraph: a mark that is never closed costs one paragraph.
Words that go on over several paragraphs come as one run per paragraph, each but the first ``continues``,
whether the later paragraphs are opened again or not. Runs inside runs are not given.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.text.spans import Span

#: two apostrophes or two grave accents are a mark, as in texts from a typewriter
MARK = re.compile("'''?|``|[\"„“”‟«»]")
SINGLE = re.compile(r"[‘’‚‹›']")
ALWAYS_OPEN = frozenset({"``", "„", "‟"})
#: the marks that can close what a mark opened
CLOSERS = {
    '"': frozenset('"”“'),
    "''": frozenset({"''", '"'}),
    "``": frozenset({"''", '"', "”"}),
    "“": frozenset('”"“'),
    "”": frozenset('”"'),
    "„": frozenset('“”"'),
    "‟": frozenset('”"'),
    "«": frozenset("»"),
    "»": frozenset("«»"),
}
TWO, THREE = "''", "'''"
BEFORE_OPENING = frozenset("([{—–-:,;/’'\"“«…")
#: paragraphs that words may run through without an opening mark until the mark that closes them
MAX_UNOPENED = 12
#: the words of a run in single marks at least; shorter ones are too often an apostrophe
MIN_SINGLE_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Run:
    """One unbroken stretch of marked words within one paragraph."""

    #: with the marks
    start: int
    end: int
    #: without them
    inner: Span
    is_closed: bool = True
    #: goes on with the words of the run before
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    sign: str
    #: the characters beside it; a space at the paragraph's ends
    before: str
    after: str

    @property
    def may_open(self) -> bool:
        if self.sign in ALWAYS_OPEN:
            return True
        if self.before == "=":  # the value of an attribute, in a piece of a page's source
            return False
        if self.sign == "«":
            return not self.before.isalnum()
        if self.after.isspace() and self.after != "\u00a0":
            return False
        if self.sign == "“":
            return True
        if self.sign == "”":
            return False
        return not self.before.isalnum() and (
            self.before.isspace() or self.before in BEFORE_OPENING or self.after.isalnum()
        )

    @property
    def looks_opening(self) -> bool:
        return self.after.isalnum() and not self.before.isalnum()


def find_runs(text: str, paragraphs: Sequence[Span]) -> list[list[Run]]:
    """Find the outermost runs of marked words, paragraph by paragraph."""
    has_double = any(MARK.search(text, p.start, p.end) for p in paragraphs)
    find = _double_runs if has_double else _single_runs
    found: list[list[Run]] = []
    stray: list[int | None] = []
    for paragraph in paragraphs:
        runs, stray_close = find(text, paragraph)
        found.append(runs)
        stray.append(stray_close)
    _join_paragraphs(text, paragraphs, found, stray)
    return found


# ------------------------------------------------------------------ one paragraph


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    for match in MARK.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        sign = match.group()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        if sign == THREE:  # an inner single mark beside the two outer ones
            start, end = (start, end - 1) if before.isspace() else (start + 1, end)
            sign = TWO
        yield _Mark(start, end, sign, before, after)


def _double_runs(text: str, paragraph: Span) -> tuple[list[Run], int | None]:
    """The runs of one paragraph, and where a mark closes words that no mark of it opened."""
    runs: list[Run] = []
    opened: _Mark | None = None
    depth = 0
    stray: int | None = None
    for mark in _marks(text, paragraph):
        if opened is None:
            if mark.may_open:
                opened, depth = mark, 1
            elif stray is None and not runs:
                stray = mark.start
        elif _opens_inside(opened, mark):
            depth += 1
        elif mark.sign in CLOSERS[opened.sign]:
            depth -= 1
            if depth == 0:
                _add(runs, text, opened.start, mark.end, opened.end, mark.start)
                opened = None
    if opened is not None:
        _add(runs, text, opened.start, paragraph.end, opened.end, paragraph.end, is_closed=False)
    return runs, stray


def _opens_inside(opened: _Mark, mark: _Mark) -> bool:
    """Say whether a mark opens a run inside the one that is open, of the same or a likely mistaken style."""
    if mark.sign in ALWAYS_OPEN:
        return mark.sign == opened.sign
    if mark.sign == opened.sign and mark.sign in "“«":
        return mark.may_open and mark.looks_opening
    if mark.sign in "“«":
        return mark.sign in CLOSERS[opened.sign] and opened.sign != "„" and mark.looks_opening
    return False


def _add(
    runs: list[Run], text: str, start: int, end: int, begin: int, until: int, *, is_closed: bool = True
) -> None:
    while begin < until and text[begin].isspace():
        begin += 1
    while until > begin and text[until - 1].isspace():
        until -= 1
    if begin < until:
        runs.append(Run(start, end, Span(begin, until), is_closed))


def _single_runs(text: str, paragraph: Span) -> tuple[list[Run], int | None]:
    """Runs in single marks, for articles that have no double ones; apostrophes do not close them."""
    runs: list[Run] = []
    opened: int | None = None
    likely: int | None = None
    for match in SINGLE.finditer(text, paragraph.start, paragraph.end):
        at = match.start()
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + 1] if at + 1 < paragraph.end else " "
        opens = (
            (match.group() in "‘‚‹'" or match.group() == "›") and not before.isalnum() and not after.isspace()
        )
        if opened is None:
            if opens and before not in ".,!?":
                opened, likely = at, None
            continue
        if after.isalnum() or opens:
            continue
        likely = at
        if before in ".,!?…" or before != "s":
            if at - opened > MIN_SINGLE_LETTERS:
                _add(runs, text, opened, at + 1, opened + 1, at)
            opened = likely = None
    if opened is not None and likely is not None and likely - opened > MIN_SINGLE_LETTERS:
        _add(runs, text, opened, likely + 1, opened + 1, likely)
    return runs, None


# ------------------------------------------------------------------ over paragraphs


def _join_paragraphs(
    text: str, paragraphs: Sequence[Span], found: list[list[Run]], stray: Sequence[int | None]
) -> None:
    """Mark what goes on with the words of the paragraph before, and fill in paragraphs not opened again."""
    place = 0
    while place < len(paragraphs) - 1:
        runs = found[place]
        if runs and not runs[-1].is_closed:
            following = found[place + 1]
            if following and following[0].start == paragraphs[place + 1].start:
                following[0] = _continuing(following[0])
            else:
                place = _fill_unopened(text, paragraphs, found, stray, place)
                continue
        place += 1


def _fill_unopened(
    text: str, paragraphs: Sequence[Span], found: list[list[Run]], stray: Sequence[int | None], place: int
) -> int:
    """Take the paragraphs up to one with a stray closing mark for the open words; return the next place."""
    for end in range(place + 1, min(place + 1 + MAX_UNOPENED, len(paragraphs))):
        close = stray[end]
        if close is not None:
            for between in range(place + 1, end):
                whole = paragraphs[between]
                found[between] = [Run(whole.start, whole.end, whole, is_closed=False, continues=True)]
            start = paragraphs[end].start
            if close > start:
                found[end].insert(0, Run(start, close + 1, Span(start, close), continues=True))
            return end
        if found[end]:
            break
    return place + 1


def _continuing(run: Run) -> Run:
    return Run(run.start, run.end, run.inner, run.is_closed, continues=True)
