"""Find the moments that a line of a page prints: day, time of day, zone, and whether it is the first one.

``find_dates`` reads one line or the head of a paragraph. Days that can be read in two ways (05/03/2024) come
back as ambiguous, unless the line or the caller says which number is the day. Nothing is ever completed from
today's date: a line without a year gives no date. Every pattern is bounded, so the time is linear.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from enum import IntEnum
from zoneinfo import ZoneInfo

from claims.text.date_words import (
    MONTH_FIRST_ZONES,
    MONTHS,
    PUBLISHED,
    PUBLISHED_ABROAD,
    RELATIVE,
    UPDATED,
    UPDATED_ABROAD,
    WEEKDAYS,
    ZONE_PLACES,
    ZONES,
)

CENTURY = 2000  # of a year in two digits
MAX_GAP = 40  # characters between a day and its time of day
FARTHEST_ZONE = timedelta(hours=14)
QUARTER = timedelta(minutes=15)  # zones differ by multiples of it


class Label(IntEnum):
    """What the words before a date say about it; the smallest is the best answer for "published"."""

    PUBLISHED = 0
    PLAIN = 1
    UPDATED = 2


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as printed."""

    start: int
    end: int
    at: time
    zone: str = ""
    is_twelve_hour: bool = False


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day in a line, with its time of day if there is one."""

    start: int
    end: int
    #: None if the day can be read in two ways
    day: date | None
    #: naive if the line prints no zone; None without a time of day
    at: datetime | None = None
    label: Label = Label.PLAIN

    @property
    def is_ambiguous(self) -> bool:
        """Say whether day and month cannot be told apart."""
        return self.day is None


# ------------------------------------------------------------------ patterns

YEAR = r"(?:1[89]|20)\d\d"
#: no further digit, but for a time of day that lost the line break before it: "Mar 5, 20245:45 AM"
YEAR_END = r"(?:(?!\d)|(?=\d{1,2}[:.]\d\d))"
NAME = r"[^\W\d_]{3,12}"
#: "05/03/2024", "05.03.24"
NUMERIC_DAY = (
    r"(?<![\d.,:-])(?<!\d/)(?P<a4>\d{1,2})(?P<s4>\. ?|[/-])(?P<b4>\d{1,2})(?P=s4)"
    rf"(?P<y4>{YEAR}{YEAR_END}|\d\d(?![\d:.]))"
)
NUMERIC_DAY_PATTERN = re.compile(NUMERIC_DAY)
#: "2024-03-05", "5th of March, 2024", "March 5, 2024", and the numeric ones
DAY_PATTERN = re.compile(
    rf"(?P<y1>{YEAR})[-./](?P<m1>\d{{1,2}})[-./](?P<d1>\d{{1,2}})(?!\d)"
    r"|(?<![\d.,/-])(?P<d2>\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?:\s{1,3}|-|/)(?:de\s|of\s|del\s)?"
    rf"(?P<n2>{NAME})[.,]{{0,2}}(?:\s{{1,3}}|-|/)(?:de\s|del\s|of\s)?(?P<y2>{YEAR}){YEAR_END}"
    rf"|(?<![^\W\d_])(?P<n3>{NAME})\.?\s{{1,3}}(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}"
    rf"(?P<y3>{YEAR}){YEAR_END}"
    rf"|{NUMERIC_DAY}"
)

_ZONE_NAMES = "|".join(sorted((name.upper() for name in [*ZONES, *ZONE_PLACES]), key=len, reverse=True))
#: "+04:00", "(UTC+2)", "GMT", "(EST)"
_ZONE = (
    r"(?:\s?\(?(?:(?:GMT|UTC)\s?)?(?P<sign>[+−-])(?P<zh>\d\d?)(?::?(?P<zm>[0-5]\d))?(?!\d)\)?"
    rf"|\s{{0,2}}\(?(?P<zone>{_ZONE_NAMES})(?![a-z])\)?)?"
)
_HOUR = r"[01]?\d|2[0-3]"
#: "18:07", "18.07", "18h07", "6:07 p.m."; "6pm"; "1807 GMT"
_CLOCK = (
    rf"(?:(?P<h1>{_HOUR})(?P<sep>[:.hH]| h )(?P<m1>[0-5]\d)(?::(?P<s1>[0-5]\d)(?:\.\d{{1,6}})?)?(?!\d)"
    r"(?:\s?(?P<half1>[aApP])\.?\s?[mM](?![^\W_])\.?)?"
    r"|(?P<h2>1[0-2]|0?[1-9])\s?(?P<half2>[aApP])\.?[mM](?![^\W_])\.?"
    rf"|(?P<h3>[01]\d|2[0-3])(?P<m3>[0-5]\d)(?=\s?(?:{_ZONE_NAMES})\b))"
    rf"(?:\s?(?:Uhr|hrs?|hs)(?!\w))?{_ZONE}"
)
CLOCK_PATTERN = re.compile(rf"(?<![\d:.,/]){_CLOCK}")
CLOCK_HERE = re.compile(_CLOCK)  # also where the line break before it was lost
#: words and signs that may stand between a day and its time of day
BETWEEN = WEEKDAYS | {
    "at", "um", "à", "a", "las", "en", "on", "am", "den", "the", "в", "kl", "klo", "saat", "saatı", "às",
    "ore", "г", "год", "года", "t", "uhr", "time",
}  # fmt: skip
WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
BRACKETED_CLOCK = re.compile(r"\([^()]{1,20}\)")
LABEL_WORDS = {
    **dict.fromkeys((*UPDATED, *UPDATED_ABROAD), Label.UPDATED),
    **dict.fromkeys((*PUBLISHED, *PUBLISHED_ABROAD), Label.PUBLISHED),
}
LABELS = re.compile("|".join(re.escape(word) for word in sorted(LABEL_WORDS, key=len, reverse=True)))
#: words and forms of a line in a language that puts the day first
DAY_FIRST_SIGNS = re.compile(
    "|".join(map(re.escape, (*PUBLISHED_ABROAD, *UPDATED_ABROAD))) + r"|\b\d\d?h\d\d\b|\buhr\b"
)
RELATIVES = re.compile(r"\b(?:" + "|".join(re.escape(word) for word in RELATIVE) + r")\b")


# ------------------------------------------------------------------ what others call


def find_dates(line: str, *, day_first: bool | None = None) -> list[FoundDate]:
    """Return the dates of one line in the order they stand.

    :param day_first: which number of 05/03/2024 is the day; None leaves it open.
    """
    clocks = find_clocks(line)
    if day_first is None and DAY_FIRST_SIGNS.search(line.casefold()):
        day_first = True
    found: list[FoundDate] = []
    after = 0
    for match in DAY_PATTERN.finditer(line):
        clock = _clock_of(line, match, clocks, after)
        readings = _readings(match, day_first, clock)
        if not readings:
            continue
        start, end = match.span()
        if clock:
            start, end = min(start, clock.start), max(end, clock.end)
        day = readings[0] if len(readings) == 1 else None
        found.append(FoundDate(start, end, day, _moment(day, clock), _label(line[after:start])))
        after = end
    return found


def find_clocks(line: str) -> list[Clock]:
    """Return the times of day in one line in the order they stand."""
    return [clock for match in CLOCK_PATTERN.finditer(line) if (clock := _clock(match))]


def add_clock(found: FoundDate, clock: Clock) -> FoundDate:
    """Return ``found`` with the time of day that stands on a line of its own next to it."""
    return FoundDate(found.start, found.end, found.day, _moment(found.day, clock), found.label)


def choose_date(found: Iterable[FoundDate]) -> FoundDate | None:
    """Return the date at which the text appeared: published before plain before updated, then the first."""
    return min(found, key=lambda one: one.label, default=None)


def find_order(lines: Iterable[str]) -> bool | None:
    """Say whether the day stands first in dates like 05/03/2024, if others in ``lines`` prove it.

    None if nothing proves it, or if the proofs contradict each other.
    """
    orders: set[bool] = set()
    for line in lines:
        for match in NUMERIC_DAY_PATTERN.finditer(line):
            first, second = int(match["a4"]), int(match["b4"])
            if match["s4"] in "/-" and 12 < first <= 31 and second <= 12:
                orders.add(True)
            elif match["s4"] in "/-" and 12 < second <= 31 and first <= 12:
                orders.add(False)
    return orders.pop() if len(orders) == 1 else None


def in_local_time(moment: datetime, printed: datetime | None) -> datetime:
    """Return a moment that a page's markup gives in UTC in the page's own time, if the page prints that too.

    A quarter past midnight in Halden is still the day before in UTC; the day that readers saw counts.
    """
    if printed is None or printed.tzinfo or moment.utcoffset() != timedelta(0):
        return moment
    away = printed - moment.replace(tzinfo=None, second=0, microsecond=0)
    if abs(away) > FARTHEST_ZONE or away % QUARTER:
        return moment
    return moment.astimezone(timezone(away))


def is_label(text: str) -> bool:
    """Say whether the text is what stands before a date ("Published")."""
    return text.casefold() in LABEL_WORDS


def is_relative(line: str) -> bool:
    """Say whether the line gives a moment only by its distance from the day of reading."""
    return bool(RELATIVES.search(line.casefold()))


def has_words_beside_dates(line: str, found: Iterable[FoundDate]) -> bool:
    """Say whether the line holds more than dates, times of day, weekdays and their labels."""
    rest = list(line)
    spans = [(one.start, one.end) for one in found] + [(one.start, one.end) for one in find_clocks(line)]
    for start, end in spans:
        rest[start:end] = " " * (end - start)
    words = WORDS.findall(LABELS.sub(" ", "".join(rest).casefold()))
    return any(word not in BETWEEN for word in words)


# ------------------------------------------------------------------ parts


def _readings(match: re.Match[str], day_first: bool | None, clock: Clock | None) -> list[date]:
    """Return the days that a match can mean: none, one, or two where day and month cannot be told apart."""
    if match["y1"]:
        return _days(int(match["y1"]), (int(match["m1"]), int(match["d1"])))
    if match["n2"] or match["n3"]:
        name, day, year = ("n2", "d2", "y2") if match["n2"] else ("n3", "d3", "y3")
        return _days(int(match[year]), (MONTHS.get(match[name].lower(), 0), int(match[day])))
    first, second = int(match["a4"]), int(match["b4"])
    year_given = int(match["y4"]) + (CENTURY if len(match["y4"]) == 2 else 0)
    if match["s4"].startswith("."):
        return _days(year_given, (second, first))
    if clock and (clock.is_twelve_hour or clock.zone.lower() in MONTH_FIRST_ZONES):
        day_first = False
    orders = {True: [(second, first)], False: [(first, second)], None: [(second, first), (first, second)]}
    return _days(year_given, *orders[day_first]) or _days(year_given, *orders[None])


def _days(year: int, *months_and_days: tuple[int, int]) -> list[date]:
    """Return the days among these that there are, each once."""
    days = []
    for month, day in months_and_days:
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    return list(dict.fromkeys(days))


def _clock(match: re.Match[str]) -> Clock | None:
    hour = int(match["h1"] or match["h2"] or match["h3"])
    minute = int(match["m1"] or match["m3"] or 0)
    half = (match["half1"] or match["half2"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = match["zone"] or ""
    if match["sign"]:
        sign = "+" if match["sign"] == "+" else "-"
        zone = f"{sign}{int(match['zh']):02}:{match['zm'] or '00'}"
    at = time(hour, minute, int(match["s1"] or 0))
    return Clock(match.start(), match.end(), at, zone, bool(half))


def _clock_of(line: str, day: re.Match[str], clocks: list[Clock], after: int) -> Clock | None:
    """Return the time of day that belongs to a day: right behind it, else right before it."""
    glued = CLOCK_HERE.match(line, day.end())
    if glued:
        return _clock(glued)
    for clock in clocks:
        if clock.start >= day.end():
            if clock.start - day.end() <= MAX_GAP and _is_gap(line[day.end() : clock.start]):
                return clock
            break
    earlier = [clock for clock in clocks if clock.start >= after and clock.end <= day.start()]
    for number, clock in enumerate(earlier):
        gap = line[clock.end : day.start()]
        if len(gap) <= MAX_GAP and _is_gap(BRACKETED_CLOCK.sub("", gap) if earlier[number + 1 :] else gap):
            return clock
    return None


def _is_gap(between: str) -> bool:
    return not any(char.isdigit() for char in between) and all(
        word in BETWEEN for word in WORDS.findall(between.casefold())
    )


def _label(before: str) -> Label:
    found = LABELS.findall(before.casefold())
    return LABEL_WORDS[found[-1]] if found else Label.PLAIN


def _moment(day: date | None, clock: Clock | None) -> datetime | None:
    return datetime.combine(day, clock.at, _zone(clock.zone, day, clock.at)) if day and clock else None


def _zone(zone: str, day: date, at: time) -> tzinfo | None:
    """Return the fixed offset that a printed zone meant on that day; None if none is printed."""
    if not zone:
        return None
    if zone[0] in "+-":
        offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
        return timezone(-offset if zone[0] == "-" else offset) if offset < timedelta(hours=24) else None
    name = zone.lower()
    if name in ZONES:
        return timezone(ZONES[name])
    offset = datetime.combine(day, at, ZoneInfo(ZONE_PLACES[name])).utcoffset() or timedelta(0)
    return timezone(offset)
