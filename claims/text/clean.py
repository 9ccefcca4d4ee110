"""From a page to its article: title, moment, section, agency, outlet, body; what was left out, and why.

One line filter serves pasted text and saved HTML. Enter at ``clean_page`` with the page's lines; what the
caller knows better (from a page's markup) is passed in as ``Known`` and wins.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from claims.text.agencies import agency_of, find_agency, match_dateline
from claims.text.body_of_pages import find_body
from claims.text.cuts import Cut, list_cuts
from claims.text.date_words import DAY_FIRST
from claims.text.dates import find_order, in_local_time
from claims.text.furniture import LineKind, Sorted, sort_lines
from claims.text.heads import Head, read_head
from claims.text.language import guess_language
from claims.text.lines import Line
from claims.text.outlets_of_pages import OUTLET_SHAPE
from claims.text.titles_of_pages import FoundTitle, find_title, fold_title

FOOT_LINES = 6  # lines below the body that may credit an agency
HEAD_LINES = 8  # at the beginning of the body, in which the date line may stand below a lead
ABOVE_TITLE = 6  # lines above the title that may hold section, outlet or date
MIN_LEAD_WORDS = 8  # a line right below the title that is as long belongs to the article
MIN_CHARACTERS_TO_GUESS = 200  # below this the markup knows the language better
#: kinds of lines that are cut wherever they stand
FURNITURE = (LineKind.OFFER, LineKind.CREDIT, LineKind.LINK)

PARAGRAPH = "\n\n"
NO_DATE = "no date of publication found"


@dataclass(frozen=True, slots=True)
class Known:
    """What the page's markup tells; "" and None mean that it does not."""

    title: str = ""
    outlet: str = ""
    #: day, or moment if the markup gives a time of day
    published: date | datetime | None = None
    byline: str = ""
    section: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class CleanPage:
    """An article as it came out of a page; ``paragraphs`` is empty if the page holds none."""

    title: str
    paragraphs: tuple[str, ...]
    published_on: date | None = None
    published_at: datetime | None = None
    published_raw: str = ""
    section: str = ""
    agency: str = ""
    byline: str = ""
    outlet: str = ""
    language: str = ""
    left_out: tuple[Cut, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text as it is stored: title, blank line, body."""
        return PARAGRAPH.join([self.title, *self.paragraphs] if self.title else self.paragraphs)

    @property
    def body_start(self) -> int:
        """Where the body begins in ``text``."""
        return len(self.title) + len(PARAGRAPH) if self.title else 0


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the parts of an article stand among a page's lines."""

    page: Sequence[Sorted]
    title: FoundTitle | None
    #: from the first to the last line of the text
    body: range
    #: places of the lines around the title, none of them the article's
    head: Sequence[int]
    #: places of the article's lines
    kept: Sequence[int]
    #: places of lines inside the body that are not the article's → why
    reasons: dict[int, str]

    @property
    def title_place(self) -> int | None:
        """The title's place; None if there is no title, or it stands on no line."""
        return self.title.place if self.title and self.title.place >= 0 else None


def clean_page(lines: Sequence[Line], known: Known | None = None, *, is_article: bool = False) -> CleanPage:
    """Return the article that stands among the lines of a page.

    :param is_article: the lines are an article already, chosen by another program; only what is at its end
        and between its paragraphs is looked at.
    """
    known = known or Known()
    page = sort_lines(lines)
    core = find_body(page)
    if not core:
        return CleanPage("", (), left_out=list_cuts(page, range(0)))
    layout = _lay_out(page, core, _title(page, core, known), is_article)
    language = _language(" ".join(page[place].line.text for place in layout.kept), known)
    head = read_head(
        page,
        layout.title_place,
        layout.head,
        layout.body,
        day_first=_day_first(lines, language),
        site=layout.title.site if layout.title else "",
    )
    return _put_together(layout, known, head, language)


def _lay_out(page: Sequence[Sorted], core: range, title: FoundTitle | None, is_article: bool) -> _Layout:
    place = title.place if title and title.place >= 0 else None
    anchor = _anchor(page, core, place, is_article)
    body = core if anchor is None else _grow_up(page, core, anchor)
    head_end = _head_end(page, body)
    kept, reasons = _keep(page, body, head_end)
    top = next(number for number in (place, anchor, body.start) if number is not None)
    around = range(max(0, top - ABOVE_TITLE), head_end)
    taken = set(kept)
    return _Layout(page, title, body, [number for number in around if number not in taken], kept, reasons)


def _language(text: str, known: Known) -> str:
    """Return the language of the text; what the markup says counts where the text is too short to tell."""
    if known.language and len(text) < MIN_CHARACTERS_TO_GUESS:
        return known.language
    return guess_language(text) or known.language


def _day_first(lines: Sequence[Line], language: str) -> bool | None:
    """Say which number of 05/03/2024 is the day: by the page's other dates, else by its language."""
    proven = find_order(line.text for line in lines)
    if proven is None and language in DAY_FIRST:
        return True
    return proven


def _title(page: Sequence[Sorted], core: range, known: Known) -> FoundTitle | None:
    """Return the title: the known one, its place -1 if no line has it, else the best line."""
    if not known.title:
        found = find_title(page, core)
        is_all = found and found.place >= core.start and not _goes_on(page, range(found.place + 1, core.stop))
        return None if is_all else found
    folded = fold_title(known.title)
    places = [
        place
        for place in range(min(len(page), core.start + 3))
        if fold_title(page[place].line.text) == folded
    ]
    return FoundTitle(places[-1] if places else -1, known.title)


def _goes_on(page: Sequence[Sorted], places: range) -> bool:
    return any(page[place].is_article or page[place].kind is LineKind.SHORT for place in places)


def _anchor(page: Sequence[Sorted], core: range, title: int | None, is_article: bool) -> int | None:
    """Return the place below which the article begins: its title's, else that of a date line close above."""
    if title is not None:
        return title
    if is_article:
        return -1
    close = range(core.start - 1, max(-1, core.start - 1 - HEAD_LINES), -1)
    return next((place for place in close if page[place].kind is LineKind.DATE), None)


def _grow_up(page: Sequence[Sorted], core: range, anchor: int) -> range:
    """Return the body from the first line of the article below the anchor on; a lead above the date is in."""
    for place in range(anchor + 1, core.stop):
        line = page[place]
        is_lead = place == anchor + 1 and line.kind is LineKind.SHORT and line.line.words >= MIN_LEAD_WORDS
        is_lead = is_lead and not OUTLET_SHAPE.search(line.line.text)
        if line.is_article or is_lead:
            return range(place, core.stop)
    return core


def _head_end(page: Sequence[Sorted], body: range) -> int:
    """Return the place of the first line of the text below the date line, where that stands below a lead."""
    dates = [place for place in body[:HEAD_LINES] if page[place].kind is LineKind.DATE]
    if not dates:
        return body.start
    return next((place for place in range(dates[-1], body.stop) if page[place].is_article), body.start)


def _keep(page: Sequence[Sorted], body: range, head_end: int) -> tuple[list[int], dict[int, str]]:
    """Return the places of the lines that are the article's, and why others between them are not."""
    kept: list[int] = []
    reasons: dict[int, str] = {}
    below_heading = ""
    for place in body:
        line = page[place]
        if line.kind is LineKind.HEADING:
            below_heading = line.reason
        elif line.is_article:
            below_heading = ""
        if below_heading and line.kind is not LineKind.BREAK:
            reasons[place] = below_heading
        elif line.kind in FURNITURE:
            reasons[place] = line.reason
        elif place < head_end and not line.is_article and place != body.start:
            reasons[place] = line.reason or "line between title and text"
        else:
            kept.append(place)
    return kept, reasons


def _put_together(layout: _Layout, known: Known, head: Head, language: str) -> CleanPage:
    page, title, body = layout.page, layout.title, layout.body
    paragraphs = [page[place].line.text for place in layout.kept]
    left_out = list_cuts(page, body, title, layout.kept, layout.reasons)
    dateline = match_dateline(paragraphs[0])
    agency = _agency(layout, paragraphs)
    if dateline and paragraphs[0][dateline.end() :].strip():
        left_out = (*left_out, Cut(dateline[0].strip(), f"dateline of {agency_of(dateline)}"))
        paragraphs[0] = paragraphs[0][dateline.end() :].lstrip()
    on, at, raw = _published(known, head)
    return CleanPage(
        title=title.text if title else "",
        paragraphs=tuple(paragraphs),
        published_on=on,
        published_at=at,
        published_raw=raw,
        section=known.section or head.section,
        agency=agency,
        byline=known.byline or head.byline,
        outlet=known.outlet or head.outlet,
        language=language,
        left_out=left_out,
        warnings=tuple(_warnings(title, on, head)),
    )


def _agency(layout: _Layout, paragraphs: Sequence[str]) -> str:
    """Return the agency credited in the head, in the text, or right below it."""
    first = layout.kept[0]
    below_title = -1 if layout.title_place is None else layout.title_place
    head = [layout.page[place].line.text for place in range(below_title + 1, first)]
    foot = [line.line.text for line in layout.page[layout.body.stop : layout.body.stop + FOOT_LINES]]
    return find_agency(head[-HEAD_LINES:], paragraphs, foot)


def _published(known: Known, head: Head) -> tuple[date | None, datetime | None, str]:
    """Return day, moment and the words they come from; the markup wins, the page may add the time."""
    found = head.found
    if isinstance(known.published, datetime):
        moment = in_local_time(known.published, found.at if found else None)
        return moment.date(), moment, known.published.isoformat()
    if known.published and (found is None or found.day != known.published):
        return known.published, None, known.published.isoformat()
    if found is None:
        return None, None, ""
    return found.day, found.at, head.raw


def _warnings(title: FoundTitle | None, day: date | None, head: Head) -> list[str]:
    warnings = []
    if title is None:
        warnings.append("no title found")
    if day is None and head.found:
        warnings.append(f"the day in “{head.raw}” can be read in two ways; none was taken")
    elif day is None and head.is_relative:
        warnings.append("the page dates itself only by the day it was read; no date was taken")
    elif day is None:
        warnings.append(NO_DATE)
    return warnings
