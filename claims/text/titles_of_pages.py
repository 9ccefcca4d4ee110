"""Find the line of a page that is the article's title.

The title stands twice (in the browser's title and above the text), or nearest above the date line, or is
the first line. Programs add the site's name behind it ("Title - Norvand Today", "Title | Radio Halden").
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claims.text.furniture import BUTTONS, SECTIONS, LineKind, Sorted
from claims.text.outlets_of_pages import OUTLET_SHAPE

MIN_WORDS, MAX_WORDS = 2, 45
USUAL_WORDS = range(4, 31)
MAX_TITLE = 300  # characters
LOOK_ABOVE = 60  # lines above the body; a menu with all sections of a site stands higher
MIN_TWICE_WORDS = 3  # menu entries of one or two words stand twice too
NEAR_DATE = 4  # lines between title and date line: section, byline, share buttons
FAR_PER_LINE, FAR_AT_MOST = 0.3, 8.0  # a menu entry stands twice too, but far above the text
#: "Jane Roe", "Jane Roe, Political Correspondent"
PERSON_LINE = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]{0,20} ){1,3}[^\W\d_a-z][\w'’-]{1,20}(?:, [^\W\d_][\w ]{2,40})?$"
)
LONG_SENTENCE = 12  # words; a lead, rather than a title with a full stop
BELOW_DATE = 2.0  # some pages print the date above the title
DATE_BELOW_LEAD = 6  # lines of the body among which the date line may be
INSIDE_BODY = 6  # first lines of the best stretch that may still be its title
LIST_LINES = 6
IN_LIST = 3.0  # a line that follows two like it
BELOW_TITLE = 5.0  # the second line of a title stands nearer to the date
TRAIL = re.compile(r" [»›>/|] ")  # "Home » News » Politics"
MIN_SCORE = 3.5
SITE_SEPARATOR = re.compile(r" (?:[-–—|•·:]|::|»|«) (?=[^-–—|•·»«]{2,60}$)")
SITE_BEFORE = re.compile(r"(?P<site>[^-–—|•·»«:]{2,40}) (?:[|»•·]|::) (?=\S)")
MAX_SITE_WORDS = 6
MAX_SITES_BEHIND = 2  # "Title | Section | Site"
WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class FoundTitle:
    """The title's place among the lines, its words, and the site's name that stood behind it."""

    place: int
    text: str
    site: str = ""


@dataclass(frozen=True, slots=True)
class _Context:
    """What the lines of a page are compared with."""

    lines: Sequence[Sorted]
    body: range
    #: how often a line's words stand on the page, and in its part above the body
    counted: Counter[str]
    counted_above: Counter[str]
    #: titles that stand with a site's name behind them → that name
    sites: dict[str, str]
    #: place of the date line next above the body
    date: int | None

    def stands_twice(self, text: str) -> bool:
        """Say whether a line stands twice above the text, or once more with a site's name behind it."""
        folded = fold_title(text)
        is_lead = text.endswith(".") and len(text.split()) > LONG_SENTENCE  # repeated as a summary
        return folded in self.sites or (self.counted_above[folded] > 1 and not is_lead)


def fold_title(text: str) -> str:
    """Return the words of a title in small letters, for comparing."""
    return " ".join(WORDS.findall(text.casefold()))


def split_site(text: str) -> tuple[str, str]:
    """Return a browser title as the title proper and the site's name; the name is "" if there is none."""
    cuts = list(SITE_SEPARATOR.finditer(text))
    if not cuts:
        return text, ""
    title, site = text[: cuts[-1].start()].strip(), text[cuts[-1].end() :].strip()
    if not title or len(site.split()) > MAX_SITE_WORDS:
        return text, ""
    return title, site


def without_sites(text: str) -> str:
    """Return a browser's title without the names of site and section behind it ("Title | Section | Site")."""
    for _ in range(MAX_SITES_BEHIND):
        text = split_site(text)[0]
    return text


def site_variants(text: str) -> list[str]:
    """Return a title as it stands, and without one or two names of a site or section behind or before it."""
    forms = [text, split_site(text)[0], without_sites(text)]
    before = SITE_BEFORE.match(text)
    if before:
        forms.append(text[before.end() :])
    return list(dict.fromkeys(forms))


def site_beside(text: str, title: str) -> str:
    """Return the site's name that stands behind or before ``title`` in a browser's title, "" if none does."""
    behind, site = split_site(text)
    if site and fold_title(title) in (fold_title(behind), fold_title(split_site(behind)[0])):
        return site
    before = SITE_BEFORE.match(text)
    if before and fold_title(text[before.end() :]) == fold_title(title):
        return before["site"].strip()
    return ""


def find_title(lines: Sequence[Sorted], body: range) -> FoundTitle | None:
    """Return the best line above ``body``, or its first, that can be the title; None if there is none."""
    context = _look_around(lines, body)
    until = min(len(lines), body.start + INSIDE_BODY)
    best: tuple[float, int] | None = None
    for place in range(max(0, body.start - LOOK_ABOVE), until):
        is_inside = place > body.start + 1 and not context.stands_twice(lines[place].line.text)
        if is_inside or not _can_be_title(lines[place]):
            continue
        score = _score(context, place)
        if score >= MIN_SCORE and (best is None or score >= best[0]):
            best = score, place
    if best is None:
        return None
    text = lines[best[1]].line.text
    title, site = split_site(text)
    if site and (fold_title(title) in context.counted or _is_site(site, lines, best[1])):
        return FoundTitle(best[1], title, site)
    return FoundTitle(best[1], text, context.sites.get(fold_title(text), ""))


def _can_be_title(line: Sorted) -> bool:
    text = line.line.text
    return (
        line.kind in (LineKind.SHORT, LineKind.PROSE, LineKind.SPEECH)
        and MIN_WORDS <= line.line.words <= MAX_WORDS
        and len(text) <= MAX_TITLE
        and not text.endswith((":", ",", ";"))
        and text.casefold() not in SECTIONS
        and not is_trail(text)
    )


def _look_around(lines: Sequence[Sorted], body: range) -> _Context:
    above = [line for line in lines[: body.start + INSIDE_BODY] if len(line.line.text) <= MAX_TITLE]
    dates = [
        place
        for place in range(max(0, body.start - LOOK_ABOVE), min(len(lines), body.start + DATE_BELOW_LEAD))
        if lines[place].kind is LineKind.DATE
    ]
    before = [place for place in dates if place < body.start]
    return _Context(
        lines,
        body,
        counted=Counter(fold_title(line.line.text) for line in lines),
        counted_above=Counter(fold_title(line.line.text) for line in above),
        sites=_sites(lines),
        date=before[-1] if before else dates[0] if dates else None,
    )


def _score(page: _Context, place: int) -> float:
    """Return what speaks for a line being the title."""
    line = page.lines[place].line
    folded = fold_title(line.text)
    score = 2.0 if line.words in USUAL_WORDS else -1.0 if line.words < USUAL_WORDS.start else 0.5
    stands_twice = page.stands_twice(line.text)
    if line.words >= MIN_TWICE_WORDS:
        score += 6 if stands_twice else 1.5 if page.counted[folded] > 1 else 0
    score += _score_of_place(page, place)
    if not stands_twice:
        score -= _score_of_neighbours(page.lines, place)
    if PERSON_LINE.match(line.text):
        score -= 5
    if line.text.isupper() and OUTLET_SHAPE.search(line.text):
        score -= 4
    if line.holds_sentences and not stands_twice:
        score -= 6
    elif line.text.endswith("."):
        score -= 3 if line.words > LONG_SENTENCE else 1.5
    return score - line.opens_speech


def _score_of_place(page: _Context, place: int) -> float:
    """Return what speaks for the place: first on the page, near the date line, right above the body."""
    score = 3.0 if place == 0 else 0.0
    date, start = page.date, page.body.start
    if date is not None and date - NEAR_DATE <= place < date:
        score += 4 - sum(_is_rival(between) for between in page.lines[place + 1 : date])
    until = date if date is not None and place < date < start else start
    between = sum(line.kind is LineKind.SHORT for line in page.lines[place + 1 : until])
    score -= min(FAR_AT_MOST, FAR_PER_LINE * between)
    if 0 <= start - place <= NEAR_DATE:
        score += 1
    above_body = (_is_rival(line) for line in page.lines[place + 1 : start])
    if place >= start or not any(above_body):
        score += 2
    if date is not None and date < place < start and place - date <= NEAR_DATE:
        score += 0 if any(map(_is_rival, page.lines[date + 1 : place])) else BELOW_DATE
    return score


def _score_of_neighbours(lines: Sequence[Sorted], place: int) -> float:
    """Return what speaks against a line because of the two above: a title's second line, or in a list."""
    if _is_below_heading(lines, place):
        return IN_LIST
    one_above = place > 0 and _is_title_like(lines[place - 1])
    two_above = place > 1 and _is_title_like(lines[place - 2])
    if one_above:
        return IN_LIST if two_above else BELOW_TITLE
    return 0.0


def is_trail(text: str) -> bool:
    """Say whether a line is a breadcrumb trail ("Home / News / Politics")."""
    pieces = TRAIL.split(text)
    return len(pieces) > 1 and (len(pieces) > 2 or pieces[0].casefold() in SECTIONS | BUTTONS)


def _is_below_heading(lines: Sequence[Sorted], place: int) -> bool:
    """Say whether a list's heading stands a few lines above, with nothing but short lines between."""
    for above in range(place - 1, max(-1, place - 1 - LIST_LINES), -1):
        if lines[above].kind is LineKind.HEADING:
            return True
        if lines[above].kind is not LineKind.SHORT or is_trail(lines[above].line.text):
            return False
    return False


def _is_title_like(line: Sorted) -> bool:
    """Say whether a line may be a title with the next one as its second line."""
    ends = line.line.text[-1] in ".:;," or TRAIL.search(line.line.text) is not None
    return line.kind in (LineKind.SHORT, LineKind.PROSE) and line.line.words > USUAL_WORDS.start and not ends


def _is_rival(line: Sorted) -> bool:
    is_long_enough = line.kind in (LineKind.SHORT, LineKind.PROSE) and line.line.words >= USUAL_WORDS.start
    return is_long_enough and not line.line.text.endswith(".") and not PERSON_LINE.match(line.line.text)


def _sites(lines: Sequence[Sorted]) -> dict[str, str]:
    """Return, for every title that stands with a site's name behind it, that name."""
    sites: dict[str, str] = {}
    for line in lines:
        if (
            line.kind in (LineKind.SHORT, LineKind.PROSE, LineKind.SPEECH)
            and len(line.line.text) <= MAX_TITLE
        ):
            title, site = split_site(line.line.text)
            if site:
                sites.setdefault(fold_title(title), site)
    return sites


def _is_site(name: str, lines: Sequence[Sorted], place: int) -> bool:
    """Say whether ``name`` is printed elsewhere on the page, on a line of its own or in its copyright."""
    small = name.casefold()
    return any(
        small == line.line.text.casefold()
        or (line.kind is LineKind.CREDIT and small in line.line.text.casefold())
        for number, line in enumerate(lines)
        if number != place
    )
