"""Find the line of a page that is the article's title.

The title stands twice (in the browser's title and above the text), or nearest above the date line, or is
the first line. Programs add the site's name behind it ("Title - Norvand Today", "Title | Radio Halden").
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claims.text.furniture import SECTIONS, LineKind, Sorted
from claims.text.outlets_of_pages import OUTLET_SHAPE

MIN_WORDS, MAX_WORDS = 2, 45
USUAL_WORDS = range(4, 31)
MAX_TITLE = 300  # characters
LOOK_ABOVE = 60  # lines above the body; a menu with all sections of a site stands higher
MIN_TWICE_WORDS = 3  # menu entries of one or two words stand twice too
NEAR_DATE = 4  # lines between title and date line: section, byline, share buttons
FAR_PER_LINE, FAR_AT_MOST = 0.3, 8.0  # a menu entry stands twice too, but far above the text
BELOW_TITLE = 4.0  # the second line of a title stands nearer to the date
TRAIL = re.compile(r" [»›>/|] ")  # "Home » News » Politics"
MIN_SCORE = 4.0
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


def site_variants(text: str) -> list[str]:
    """Return a title as it stands, and without one or two names of a site or section behind or before it."""
    forms = [text]
    for _ in range(MAX_SITES_BEHIND):
        title, site = split_site(forms[-1])
        if not site:
            break
        forms.append(title)
    before = SITE_BEFORE.match(text)
    if before:
        forms.append(text[before.end() :])
    return forms


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
    counted = Counter(fold_title(line.line.text) for line in lines)
    sites = _sites(lines)
    until = min(len(lines), body.start + 2)
    first_date = next(
        (i for i in range(max(0, body.start - LOOK_ABOVE), len(lines)) if lines[i].kind is LineKind.DATE),
        None,
    )
    best: tuple[float, int] | None = None
    for place in range(max(0, body.start - LOOK_ABOVE), until):
        if not _can_be_title(lines[place]):
            continue
        score = _score(lines, place, body, first_date, counted, sites)
        if score >= MIN_SCORE and (best is None or score >= best[0]):
            best = score, place
    if best is None:
        return None
    text = lines[best[1]].line.text
    title, site = split_site(text)
    if site and (fold_title(title) in counted or _is_site(site, lines, best[1])):
        return FoundTitle(best[1], title, site)
    return FoundTitle(best[1], text, sites.get(fold_title(text), ""))


def _can_be_title(line: Sorted) -> bool:
    text = line.line.text
    return (
        line.kind in (LineKind.SHORT, LineKind.PROSE, LineKind.SPEECH)
        and MIN_WORDS <= line.line.words <= MAX_WORDS
        and len(text) <= MAX_TITLE
        and not text.endswith((":", ",", ";"))
        and text.casefold() not in SECTIONS
    )


def _score(
    lines: Sequence[Sorted],
    place: int,
    body: range,
    first_date: int | None,
    counted: Counter[str],
    sites: dict[str, str],
) -> float:
    line = lines[place].line
    folded = fold_title(line.text)
    score = 2.0 if line.words in USUAL_WORDS else -2.0
    if line.words >= MIN_TWICE_WORDS and (counted[folded] > 1 or folded in sites):
        score += 6
    if first_date is not None and first_date - NEAR_DATE <= place < first_date:
        score += 4 - 0.5 * sum(_is_rival(between) for between in lines[place + 1 : first_date])
    if place == 0:
        score += 3
    until = first_date if first_date is not None and place < first_date < body.start else body.start
    between = sum(line.kind is LineKind.SHORT for line in lines[place + 1 : until])
    above_body = (line.kind is LineKind.SHORT for line in lines[place + 1 : body.start])
    score -= min(FAR_AT_MOST, FAR_PER_LINE * between)
    if 0 <= body.start - place <= NEAR_DATE:
        score += 1
    if place and _is_title_like(lines[place - 1]) and counted[folded] == 1:
        score -= BELOW_TITLE
    if line.text.isupper() and OUTLET_SHAPE.search(line.text):
        score -= 4
    if not between and (place >= body.start or not any(above_body)):
        score += 2
    if line.holds_sentences and counted[folded] == 1:
        score -= 6
    elif line.text.endswith("."):
        score -= 1.5
    if line.opens_speech:
        score -= 1
    return score


def _is_title_like(line: Sorted) -> bool:
    """Say whether a line may be a title with the next one as its second line."""
    ends = line.line.text[-1] in ".:;," or TRAIL.search(line.line.text) is not None
    return line.kind in (LineKind.SHORT, LineKind.PROSE) and line.line.words > USUAL_WORDS.start and not ends


def _is_rival(line: Sorted) -> bool:
    return line.kind in (LineKind.SHORT, LineKind.PROSE) and line.line.words >= USUAL_WORDS.start


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
