"""Read what stands between a page's title and its text: date, section, byline, outlet."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.text.agencies import match_dateline
from claims.text.bylines import find_byline
from claims.text.dates import (
    FoundDate,
    add_clock,
    choose_date,
    find_clocks,
    find_dates,
    is_label,
    is_relative,
)
from claims.text.furniture import SECTIONS, LineKind, Sorted
from claims.text.outlets_of_pages import find_outlet

PARAGRAPHS_WITH_DATE = 5  # of the body, whose head may be a date ("27 août 2012. - ")
MAX_HEAD_WORDS = 8  # of a byline, a section, an outlet
MAX_SECTION_WORDS = 3
CREDIT_LINES = 4  # lines below the body that may name the interviewer
FOOT_LINES = 40  # lines below the body in which "Publication date: …" is looked for

PIECES = re.compile(r" ?[|·•»>] ?| / ")
BREADCRUMB = re.compile(r" [>»/] ")  # "Home / The Valley"


#: lines around a title whose dates count; a sentence may tell of any day
DATED_KINDS = (LineKind.DATE, LineKind.SHORT, LineKind.BYLINE, LineKind.CREDIT, LineKind.OFFER)
#: what stands between a date and the first sentence of a paragraph
AFTER_DATE = ("-", "–", "—", "/", ":")
MAX_DATELINE_PLACE = 45  # characters of "ORRIN, Norvand, " before a date


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines around a title tell."""

    found: FoundDate | None = None
    #: the line that the date was read from
    raw: str = ""
    is_relative: bool = False
    section: str = ""
    byline: str = ""
    outlet: str = ""


def read_head(
    lines: Sequence[Sorted],
    title: int | None,
    zone: Sequence[int],
    body: range,
    *,
    day_first: bool | None,
    site: str = "",
) -> Head:
    """Read the lines around the title.

    :param zone: places of the head's lines, from a few lines above the title on.
    :param body: from the first to the last line of the text.
    :param day_first: which number of 05/03/2024 is the day, if the page or its language tells.
    :param site: the site's name where it stood behind the title.
    """
    around = [lines[place] for place in zone if place != title]
    below = [lines[place].line.text for place in zone if title is None or place > title]
    above = [lines[place].line.text for place in zone if title is not None and place < title]
    foot = [line.line.text for line in lines[body.stop : body.stop + CREDIT_LINES]]
    found, raw = _published(lines, around, body, day_first)
    relative = any(line.kind is LineKind.DATE and is_relative(line.line.text) for line in around)
    return Head(
        found=found,
        raw=raw,
        is_relative=found is None and relative,
        section=_section(above, below, found, raw),
        byline=find_byline([*(line.line.text for line in around), *foot]),
        outlet=site or find_outlet(below, lines),
    )


def _published(
    lines: Sequence[Sorted], zone: Sequence[Sorted], body: range, day_first: bool | None
) -> tuple[FoundDate | None, str]:
    """Return the date of publication and its line: around the title, at a paragraph's head, or below."""
    dated: list[tuple[FoundDate, str]] = []
    for number, line in enumerate(zone):
        if line.kind not in DATED_KINDS:
            continue
        after = zone[number + 1].line.text if number + 1 < len(zone) else ""
        dated += [
            (_with_clock_below(one, line.line.text, after), line.line.text)
            for one in find_dates(line.line.text, day_first=day_first)
        ]
    if not dated:
        dated = [*_dated_heads(lines, body, day_first), *_dated_foot(lines, body, day_first)][:1]
    best = choose_date(one for one, _ in dated)
    raw = next((text for one, text in dated if one is best), "")
    return best, raw


def _with_clock_below(found: FoundDate, line: str, after: str) -> FoundDate:
    """Return the date with the time of day that makes up the whole next line."""
    if found.at is None and found.end == len(line.rstrip()) and len(after) <= MAX_CLOCK_LINE:
        clocks = find_clocks(after)
        if clocks and clocks[0].start == 0 and clocks[0].end == len(after):
            return add_clock(found, clocks[0])
    return found


MAX_CLOCK_LINE = 20  # characters


def _dated_heads(
    lines: Sequence[Sorted], body: range, day_first: bool | None
) -> Iterable[tuple[FoundDate, str]]:
    """Yield dates that open one of the first paragraphs ("29 mai 2012. - …"), or stand in its dateline."""
    for line in [lines[place] for place in body[:PARAGRAPHS_WITH_DATE]]:
        text = line.line.text[:120]
        dateline = match_dateline(text)
        for one in find_dates(
            text[: dateline.end()] if dateline else text, day_first=True if dateline else day_first
        ):
            opens = one.start == 0 or (
                one.start <= MAX_DATELINE_PLACE and text[0].isupper() and text[one.start - 2] in ",(–-—"
            )
            if dateline or (opens and text[one.end :].lstrip(" .)").startswith(AFTER_DATE)):
                yield one, text[: one.end]


def _dated_foot(
    lines: Sequence[Sorted], body: range, day_first: bool | None
) -> Iterable[tuple[FoundDate, str]]:
    """Yield dates below the body that are said to be those of publication."""
    for line in lines[body.stop : body.stop + FOOT_LINES]:
        if len(line.line.text) <= 120:
            for one in find_dates(line.line.text, day_first=day_first):
                if one.label == 0:
                    yield one, line.line.text


def _section(above: Sequence[str], below: Sequence[str], found: FoundDate | None, raw: str) -> str:
    """Return the section: before the date on its line, else on a line below the title or right above it."""
    if found:
        before = raw[: found.start].strip(" -–—|·•/,:")
        is_named = before.casefold() in SECTIONS or (before.isupper() and not is_label(before))
        if before and len(before.split()) <= MAX_SECTION_WORDS and is_named:
            return before
    for text in [*below, *above[-1:]]:
        named = [piece for piece in PIECES.split(text) if piece.casefold() in SECTIONS]
        if named and len(text.split()) <= MAX_HEAD_WORDS:
            return named[-1]
    trail = above[-1] if above and BREADCRUMB.search(above[-1]) else ""
    return PIECES.split(trail)[-1] if len(trail.split()) <= MAX_HEAD_WORDS else ""
