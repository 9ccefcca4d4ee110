"""Compare an article that another program chose from a page with the whole page: put back what it missed.

Programs that extract articles from HTML leave out leads, turns and short paragraphs that look like boxes to
them. A line comes back where its neighbours prove it: between title and first paragraph, or in a small hole
between two paragraphs, if the line filter takes it for the article's too.
"""

from collections.abc import Sequence
from dataclasses import replace

from claims.text.clean import CleanPage
from claims.text.cuts import Cut, list_cuts
from claims.text.furniture import MOSTLY_LINKED, LineKind, Sorted, sort_lines
from claims.text.lines import Line
from claims.text.titles_of_pages import fold_title

MAX_HEAD = 20  # lines between title and text: date, byline, buttons
MAX_HOLE = 3  # lines; more is a box
MIN_LEAD_WORDS = 8
#: markup of lines that come back: paragraphs, headings and quotes, not captions, items and cells
TEXT_MARKUP = ("", "head", "quote")


def complete(page: CleanPage, lines: Sequence[Line], whole: CleanPage) -> CleanPage:
    """Return ``page`` with the paragraphs that were missed, and with everything else on the page as cuts.

    :param lines: all lines of the page that ``page`` is a part of.
    :param whole: what the line filter alone makes of these lines.
    """
    filled = replace(page, paragraphs=_fill(page, sort_lines(lines), whole))
    return replace(filled, left_out=_cuts_around(filled, lines))


def _fill(page: CleanPage, lines: Sequence[Sorted], whole: CleanPage) -> tuple[str, ...]:
    """Return the paragraphs of ``page`` with those of ``lines`` that belong before and between them."""
    folded = [fold_title(line.line.text) for line in lines]
    places = {folded[place]: place for place in range(len(folded) - 1, -1, -1)}
    taken = fold_title(page.text)
    by_filter = {fold_title(text) for text in whole.paragraphs}
    paragraphs: list[str] = []
    last: int | None = None
    for number, paragraph in enumerate(page.paragraphs):
        place = places.get(fold_title(paragraph))
        if place is not None and last is not None and last < place:
            paragraphs += _hole(lines[last + 1 : place], folded[last + 1 : place], by_filter, taken)
        elif place is not None and number == 0:
            paragraphs += _lead(lines[:place], folded[:place], fold_title(page.title), taken)
        paragraphs.append(paragraph)
        last = place
    return tuple(paragraphs)


def _hole(lines: Sequence[Sorted], folded: Sequence[str], by_filter: set[str], taken: str) -> list[str]:
    """Return the lines between two paragraphs if all of them are the article's by the line filter."""
    if len(lines) > MAX_HOLE or not all(map(_can_come_back, lines)):
        return []
    if not by_filter.issuperset(folded) or any(words in taken for words in folded):
        return []
    return [line.line.text for line in lines]


def _lead(lines: Sequence[Sorted], folded: Sequence[str], title: str, taken: str) -> list[str]:
    """Return the one line of prose or speech between the title and the first paragraph, if there is one."""
    if title not in folded:
        return []
    above = max(place for place, words in enumerate(folded) if words == title)
    between = list(zip(lines[above + 1 :], folded[above + 1 :], strict=True))
    leads = [
        line
        for line, words in between
        if _can_come_back(line) and words not in taken and line.line.words >= MIN_LEAD_WORDS
    ]
    return [leads[0].line.text] if len(leads) == 1 and len(between) <= MAX_HEAD else []


def _can_come_back(line: Sorted) -> bool:
    is_text = line.kind in (LineKind.PROSE, LineKind.SPEECH) and line.line.markup in TEXT_MARKUP
    return is_text and line.line.linked < MOSTLY_LINKED and not line.is_like_offer


def _cuts_around(page: CleanPage, lines: Sequence[Line]) -> tuple[Cut, ...]:
    """Return the lines of the whole page that are not in the article, with the reason of each."""
    sorted_lines = sort_lines(lines)
    words = {fold_title(text) for text in (page.title, *page.paragraphs)}
    kept = {place for place, line in enumerate(sorted_lines) if fold_title(line.line.text) in words}
    body = range(min(kept, default=0), max(kept, default=-1) + 1)
    return list_cuts(sorted_lines, body, kept=kept)
