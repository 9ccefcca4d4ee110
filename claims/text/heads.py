"""Read what stands between a page's title and its text: date, section, byline, outlet."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.text.agencies import match_dateline
from claims.text.dates import FoundDate, add_clock, choose_date, find_clocks, find_dates, is_relative
from claims.text.furniture import SECTIONS, LineKind, Sorted
from claims.text.furniture_words import EVERY_LANGUAGE
from claims.text.titles_of_pages import fold_title

PARAGRAPHS_WITH_DATE = 3  # of the body, whose head may be a date ("27 août 2012. - ")
MAX_HEAD_WORDS = 8  # of a byline, a section, an outlet
MAX_OWNER_WORDS = 6
MAX_LINE = 200  # characters of a line that are looked at
CREDIT_LINES = 4  # lines below the body that may name the interviewer
FOOT_LINES = 40  # lines below the body in which "Publication date: …" is looked for

NAME = r"[^\W\d_a-z][\w.'’-]{0,30}"
FULL_NAME = rf"{NAME}(?: (?:de |van |von |al-|bin |ibn )?{NAME}){{0,4}}"
NAMES = rf"{FULL_NAME}(?:(?:,| and| und| et| y| и| və) {FULL_NAME}){{0,3}}"
_BY = "|".join(re.escape(word) for pack in EVERY_LANGUAGE for word in pack.bylines)
BYLINE = re.compile(rf"(?:^|[-–—|·•,/] ?)(?i:{_BY})\s{{1,2}}(?P<names>{NAMES})(?=$| ?[-–—|·•,/(]|\s\d)")
INTERVIEWER = re.compile(rf"(?i:interview|text|author|autor|автор|editor)\s?: (?P<names>{NAMES})$")
OUTLET_SHAPE = re.compile(
    r"(?i)\b(?:news|times|post|herald|observer|telegraph|tribune|gazette|guardian|journal|today|radio|tv|"
    r"television|ministry|agency|wire|chronicle|mirror|review|weekly|daily|press service|press office|media|"
    r"broadcasting|magazine|zeitung|tageblatt|anzeiger|nachrichten|rundschau|kurier|courrier|gazeta|газета|"
    r"вести|новости|xəbər|haber)\b|blatt$|wire$|news$"
)
DOMAIN = re.compile(r"(?:www\.)?[\w-]{2,60}(?:\.[\w-]{2,20}){1,3}$")
RIGHTS = re.compile(
    r"(?i)\ball rights reserved\b|\balle rechte vorbehalten\b|copyright|\b(?:19|20)\d\d\b|©|\(c\)|[-–—,]"
)
PIECES = re.compile(r" ?[|·•»>] ?| / ")
BREADCRUMB = re.compile(r" [>»/] ")  # "Home / The Valley"
COPYRIGHT = re.compile(r"(?i)©|\(c\) |copyright")


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
        byline=_byline([*(line.line.text for line in around), *foot]),
        outlet=site or _outlet(below, lines),
    )


def _published(
    lines: Sequence[Sorted], zone: Sequence[Sorted], body: range, day_first: bool | None
) -> tuple[FoundDate | None, str]:
    """Return the date of publication and its line: around the title, at a paragraph's head, or below."""
    dated: list[tuple[FoundDate, str]] = []
    for number, line in enumerate(zone):
        if line.kind not in (LineKind.DATE, LineKind.SHORT, LineKind.CREDIT, LineKind.OFFER):
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
            if dateline or (one.start == 0 and text[one.end :].lstrip(" .").startswith(("-", "–", "—", "/"))):
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
        if before and len(before.split()) <= 3 and (before.isupper() or before.casefold() in SECTIONS):
            return before
    for text in [*below, *above[-1:]]:
        named = [piece for piece in PIECES.split(text) if piece.casefold() in SECTIONS]
        if named and len(text.split()) <= MAX_HEAD_WORDS:
            return named[-1]
    trail = above[-1] if above and BREADCRUMB.search(above[-1]) else ""
    return PIECES.split(trail)[-1] if len(trail.split()) <= MAX_HEAD_WORDS else ""


def _byline(texts: Iterable[str]) -> str:
    for text in texts:
        found = BYLINE.search(text[:MAX_LINE]) or INTERVIEWER.match(text[:MAX_LINE])
        if found:
            return found["names"].rstrip(".,")
    return ""


def _outlet(below: Sequence[str], lines: Sequence[Sorted]) -> str:
    """Return the outlet: a line below the title with the shape of one, else the copyright's owner."""
    owners = _owners(lines)
    known = {fold_title(owner) for owner in owners}
    for text in below:
        for piece in PIECES.split(text[:MAX_LINE]):
            looks_right = fold_title(piece) in known or OUTLET_SHAPE.search(piece) or DOMAIN.match(piece)
            if looks_right and len(piece.split()) <= MAX_HEAD_WORDS and not _is_other(piece):
                return piece
    return owners[0] if owners else ""


def _is_other(piece: str) -> bool:
    return piece.casefold() in SECTIONS or bool(BYLINE.search(piece) or find_dates(piece))


def _owners(lines: Sequence[Sorted]) -> list[str]:
    """Return whom the page's copyright lines name."""
    owners = []
    for line in lines:
        text = line.line.text[:MAX_LINE]
        if line.kind is LineKind.CREDIT and COPYRIGHT.search(text):
            owner = " ".join(RIGHTS.sub(" ", text).split()).strip(" .")
            if 0 < len(owner.split()) <= MAX_OWNER_WORDS:
                owners.append(owner)
    return owners
