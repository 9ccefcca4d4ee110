"""Copies: articles that are one text, printed by several outlets, with changes and cuts or without.

What: ``read_text`` turns an article's text into what is compared; its ``fingerprints`` are a few hashes by
which an index finds the articles that share a stretch of words with it; ``compare`` says of two texts
whether they are copies, of which kind, and by which share of words. Why: a wire story that forty outlets
print is one text, and what is said in it was said once. Where to enter: ``read_text``, ``compare``.

Method: the fingerprints are chosen by winnowing (Schleimer, Wilkerson and Aiken 2003, "Winnowing: local
algorithms for document fingerprinting"): of each ``WINDOW`` neighbouring runs of ``SHINGLE`` words the one
with the smallest hash. Two texts with ``SHINGLE + WINDOW - 1`` words in common in a row share one for
certain. The share of words in common is containment (Broder 1997, "On the resemblance and containment of
documents"), counted in words that stand in a run of ``RUN`` words of the other text.

The rule. Two texts are copies if at least ``MIN_SHARE`` of the shorter one's words stand in the longer one,
*and* at least ``MIN_OWN_SHARE`` of its words outside of quotation marks: a press agency's and a newspaper's
own article on one speech share its words and are two texts. They are EXACT if all words are the same in the
same order, NEAR if the same holds for the longer one's words, else CUT: the shorter one is the other with
words left out. A cut keeps the story's beginning (news are written to be cut from the end): what is in
common begins within the first quarter of the longer text, or is half of it. So the items of a round-up are
no copies of it, but for its first one. Texts made from one form with new figures (weather, shares, results)
are no copies: most numbers of the shorter one must stand in the longer one too.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from claims.matching.terms import term_hash
from claims.text.folding import fold_text
from claims.text.marks import find_runs
from claims.text.spans import Span

#: words of a text that are read; an article of 2 MB is no wire story
MAX_WORDS = 20_000
#: words of one fingerprint: shorter runs are phrases of the trade, longer ones miss corrected texts
SHINGLE = 6
#: neighbouring runs of which one is kept: two in 33, so some 30 for an article of 500 words
WINDOW = 32
#: words in a row that count as common: a changed word costs itself and little more
RUN = 4
#: fewer words than this are a headline or a caption, and are a copy only where they are the same
MIN_WORDS = 25
#: and fewer than this are "Video" or "Read more"
MIN_SAME_WORDS = 5
#: with fewer words outside of quotation marks, the whole text decides
MIN_OWN_WORDS = 20
MIN_SHARE = 0.75
MIN_OWN_SHARE = 0.7
#: part of the longer text that stands in the shorter one, from which nothing was cut
MIN_WHOLE = 0.75
#: the beginning that a cut keeps, of the longer text and in words; or the part of the longer text
BEGINNING, BEGINNING_WORDS, LARGE_PART = 0.25, 60, 0.5
#: numbers from which a text may be a form, and the part of them that a copy keeps
MIN_NUMBERS, MIN_NUMBER_SHARE = 5, 0.6
#: a fingerprint is stored in as many bits: half of them would do for a million articles, and 48 are small
BITS = 48

#: letters of scripts that write no blanks are words of their own
ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
WORD = re.compile(rf"[{ALONE}]|[^\W_{ALONE}]+")
PARAGRAPH = re.compile(r"[^\n]+")
#: odd multipliers of the rolling hash and of the mixing after it (Steele, Lea and Flood 2014, "SplitMix64")
FACTOR = np.uint64(0x9E3779B97F4A7C15)
MIX_ONE, MIX_TWO = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)

Hashes = NDArray[np.uint64]
Marked = NDArray[np.bool_]


class CopyKind(Enum):
    """How two articles are one text."""

    EXACT = "exact"
    NEAR = "near"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text as it is compared: arrays with an entry for each word."""

    #: of the folded words
    words: Hashes
    #: whether a word stands inside quotation marks
    is_quoted: Marked
    #: whether a word is a number
    is_number: Marked
    #: hashes by which copies are found, rising
    fingerprints: tuple[int, ...]
    #: for each fingerprint in the text's order: where its words begin
    places: NDArray[np.intp]
    #: the fingerprint at each of these places
    placed: Hashes


@dataclass(frozen=True, slots=True)
class Copy:
    """Two texts that are one."""

    kind: CopyKind
    #: part of the shorter text's words that stand in the longer one, 0..1
    share: float


def read_text(body: str) -> ReadText:
    """Read an article's body, without its headline, in time linear in its length.

    Only the first ``MAX_WORDS`` words count. The same text gives the same on every machine.
    """
    words: list[int] = []
    quoted: list[bool] = []
    number: list[bool] = []
    for stretch, is_quoted in _stretches(body):
        for found in WORD.finditer(fold_text(stretch)):
            word = found.group()
            words.append(term_hash(word))
            quoted.append(is_quoted)
            number.append(word[0].isdigit())
        if len(words) >= MAX_WORDS:
            break
    hashes = np.array(words[:MAX_WORDS], dtype=np.uint64)
    places, placed = _winnow(_runs(hashes, SHINGLE))
    return ReadText(
        words=hashes,
        is_quoted=np.array(quoted[:MAX_WORDS], dtype=np.bool_),
        is_number=np.array(number[:MAX_WORDS], dtype=np.bool_),
        fingerprints=tuple(sorted({int(value) for value in placed})),
        places=places,
        placed=placed,
    )


def compare(left: ReadText, right: ReadText, *, stopped: Collection[int] = ()) -> Copy | None:
    """Say whether two texts are copies of each other, by the rule above; the order does not matter.

    :param stopped: fingerprints of boilerplate that very many articles have: words under them, between two of
        them that are neighbours in a text, and common words in a window beside such two count for nothing.
    """
    if len(left.words) == len(right.words) and np.array_equal(left.words, right.words):
        return Copy(CopyKind.EXACT, 1.0) if len(left.words) >= MIN_SAME_WORDS else None
    in_right, in_left = _common(left.words, right.words), _common(right.words, left.words)
    counts_left, counts_right = _counts(left, in_right, stopped), _counts(right, in_left, stopped)
    if counts_left.sum() > counts_right.sum():
        left, right, in_left, in_right = right, left, in_right, in_left
        counts_left, counts_right = counts_right, counts_left
    if counts_left.sum() < MIN_WORDS:
        return None
    share = _share(in_right, counts_left)
    if share < MIN_SHARE or not _shares_its_own(left, counts_left, in_right):
        return None
    if not _shares_numbers(left, right, counts_left):
        return None
    part = _share(in_left, counts_right)
    if part >= MIN_WHOLE:
        return Copy(CopyKind.NEAR, share)
    is_cut = part >= LARGE_PART or _keeps_beginning(in_left, counts_right)
    return Copy(CopyKind.CUT, share) if is_cut else None


def share_in_common(left: ReadText, right: ReadText) -> float:
    """Return the part of the shorter text's words that stand in the longer one, 0..1."""
    shorter, longer = sorted((left, right), key=lambda text: len(text.words))
    return _share(_common(shorter.words, longer.words), np.ones(len(shorter.words), dtype=np.bool_))


def _stretches(body: str) -> list[tuple[str, bool]]:
    """Return the text in pieces, each inside or outside of quotation marks, in order."""
    paragraphs = [Span(found.start(), found.end()) for found in PARAGRAPH.finditer(body)]
    pieces: list[tuple[str, bool]] = []
    for paragraph, runs in zip(paragraphs, find_runs(body, paragraphs), strict=True):
        at = paragraph.start
        for run in runs:
            pieces.append((body[at : run.start], False))
            pieces.append((body[run.start : run.end], True))
            at = run.end
        pieces.append((body[at : paragraph.end], False))
    return pieces


def _runs(words: Hashes, length: int) -> Hashes:
    """Return the hash of each run of ``length`` words; of all words together if there are fewer."""
    if not len(words):
        return words
    length = min(length, len(words))
    count = len(words) - length + 1
    sums = np.zeros(count, dtype=np.uint64)
    for offset in range(length):  # of whole arrays: overflow wraps, as it should
        sums = sums * FACTOR + words[offset : offset + count]
    sums ^= sums >> np.uint64(30)
    sums *= MIX_ONE
    sums ^= sums >> np.uint64(27)
    sums *= MIX_TWO
    return sums ^ (sums >> np.uint64(31))


def _winnow(runs: Hashes) -> tuple[NDArray[np.intp], Hashes]:
    """Return the places of the smallest run of every window, the last of equal ones, and their values."""
    if not len(runs):
        return np.zeros(0, dtype=np.intp), runs
    values = runs >> np.uint64(64 - BITS)
    window = min(WINDOW, len(values))
    views = np.lib.stride_tricks.sliding_window_view(values, window)
    last = window - 1 - np.argmin(views[:, ::-1], axis=1)
    places = np.unique(last + np.arange(len(views)))
    return places, values[places]


def _counts(text: ReadText, is_common: Marked, stopped: Collection[int]) -> Marked:
    """Return which words count: those that do not stand in boilerplate."""
    counts = np.ones(len(text.words), dtype=np.bool_)
    if not stopped:
        return counts
    is_stopped = np.isin(text.placed, np.fromiter(stopped, dtype=np.uint64))
    for number in np.flatnonzero(is_stopped):
        begin, end = text.places[number], text.places[number] + SHINGLE
        goes_on = number + 1 < len(is_stopped) and is_stopped[number + 1]
        if goes_on:
            end = text.places[number + 1]
        counts[begin:end] = False
        if not (goes_on or (number and is_stopped[number - 1])):
            continue  # one alone is a phrase of the trade, not a stretch of standing lines
        for beside in (slice(max(0, begin - WINDOW), begin), slice(end, end + WINDOW)):
            counts[beside] &= ~is_common[beside]
    return counts


def _common(words: Hashes, others: Hashes) -> Marked:
    """Return which of the words stand in a run that the others have too."""
    is_common = np.zeros(len(words), dtype=np.bool_)
    if min(len(words), len(others)) < RUN:
        return is_common
    found = np.flatnonzero(np.isin(_runs(words, RUN), _runs(others, RUN)))
    for offset in range(RUN):
        is_common[found + offset] = True
    return is_common


def _share(is_common: Marked, counts: Marked) -> float:
    total = int(counts.sum())
    return float((is_common & counts).sum()) / total if total else 0.0


def _shares_its_own(text: ReadText, counts: Marked, is_common: Marked) -> bool:
    """Say whether the words outside of quotation marks are common too, where there are enough to tell."""
    own = counts & ~text.is_quoted
    return own.sum() < MIN_OWN_WORDS or _share(is_common, own) >= MIN_OWN_SHARE


def _shares_numbers(text: ReadText, other: ReadText, counts: Marked) -> bool:
    numbers = text.words[text.is_number & counts]
    if len(numbers) < MIN_NUMBERS:
        return True
    return float(np.isin(numbers, other.words[other.is_number]).mean()) >= MIN_NUMBER_SHARE


def _keeps_beginning(is_common: Marked, counts: Marked) -> bool:
    """Say whether what is common begins near the beginning of the longer text."""
    begins = int(np.flatnonzero(is_common & counts)[0])
    before = int(counts[:begins].sum())
    return before <= max(BEGINNING_WORDS, BEGINNING * int(counts.sum()))
