"""Drawings: where the bars and marks of a chart stand, as attributes of SVG.

Supports stand above the line and come first, opposes below and last, on every chart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

from claims.models import Claim, Stance
from claims.queries.counting import Counting
from claims.queries.stances import StanceCounts

#: of the drawing of months: its sides and its base line
WIDTH, TOP, BASE, BOTTOM, LEFT = 960, 24, 150, 276, 40
MAX_MONTHS = 60  # the last five years; narrower bars cannot be told apart
MAX_LABELS = 8  # of months under the bars
#: of the drawing of marks: where the names of claims end, the first row, and the way between two rows
NAMES, FIRST_ROW, ROW = 300, 30, 36
MAX_ROWS = 6  # claims drawn; the table has all
MAX_NAME = 42  # characters of a claim's name beside its row


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a month's statements of one stance."""

    stance: str
    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class Text:
    """A word of a chart and where it stands."""

    x: str
    y: str
    words: str


@dataclass(frozen=True, slots=True)
class MonthChart:
    """Supports and opposes by month."""

    bars: tuple[Bar, ...]
    months: tuple[Text, ...]
    #: of the two lines above and below the base: their places and the count they stand for
    lines: tuple[Text, ...]
    label: str
    #: the same as a table: month, counts
    table: tuple[tuple[date, StanceCounts], ...]
    base: int = BASE
    width: int = WIDTH
    height: int = BOTTOM + 24


@dataclass(frozen=True, slots=True)
class Mark:
    """One tagged statement."""

    stance: str
    #: the outline
    path: str


@dataclass(frozen=True, slots=True)
class MarkRow:
    """The marks of one claim on its line."""

    name: str
    y: int
    text_y: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class MarkChart:
    """What a speaker said on some claims, statement by statement."""

    rows: tuple[MarkRow, ...]
    days: tuple[Text, ...]
    label: str
    height: int
    width: int = WIDTH
    names: int = NAMES


def draw_months(
    counts: Mapping[date, StanceCounts], counting: Counting = Counting.STATEMENTS
) -> MonthChart | None:
    """Draw supports and opposes by month; None if there are fewer than two months with either."""
    told = {month: row for month, row in counts.items() if row.supports or row.opposes}
    if len(told) < 2:
        return None
    months = _months_between(min(told), max(told))[-MAX_MONTHS:]
    highest = max(max(row.supports, row.opposes) for row in told.values())
    step = (WIDTH - LEFT - 10) / len(months)
    unit = (BASE - TOP) / highest
    bars: list[Bar] = []
    for place, month in enumerate(months):
        row = told.get(month, StanceCounts())
        x, width = f"{LEFT + 10 + place * step:.1f}", f"{step * 0.72:.1f}"
        for stance, count in ((Stance.SUPPORTS, row.supports), (Stance.OPPOSES, row.opposes)):
            top = BASE - count * unit if stance == Stance.SUPPORTS else BASE
            if count:
                bars.append(Bar(stance.lower(), x, f"{top:.1f}", width, f"{count * unit:.1f}"))
    every = -(-len(months) // MAX_LABELS)
    shown = [
        Text(f"{LEFT + 10 + place * step:.1f}", str(BOTTOM + 16), date_format(month, "M Y"))
        for place, month in enumerate(months)
        if place % every == 0
    ]
    lines = (Text("", str(TOP), str(highest)), Text("", str(BOTTOM), str(highest)))
    label = (
        f"{counting.capitalize()} by month from {date_format(months[0], 'F Y')} "
        f"to {date_format(months[-1], 'F Y')}: "
        f"{sum(row.supports for row in told.values())} support, "
        f"{sum(row.opposes for row in told.values())} oppose."
    )
    table = tuple((month, row) for month, row in counts.items() if month >= months[0])
    return MonthChart(tuple(bars), tuple(shown), lines, label, table)


def draw_marks(
    claims: Sequence[Claim],
    days: Mapping[int, Sequence[tuple[date, str]]],
    counting: Counting = Counting.STATEMENTS,
) -> MarkChart | None:
    """Draw the tagged statements, or utterances, of some claims over time; None if all are of one day."""
    told = [claim for claim in claims[:MAX_ROWS] if days.get(claim.pk)]
    all_days = [day for claim in told for day, _ in days[claim.pk]]
    if not all_days or min(all_days) == max(all_days):
        return None
    first, last = min(all_days), max(all_days)
    scale = (WIDTH - NAMES - 30) / (last - first).days
    rows = []
    for place, claim in enumerate(told):
        y = FIRST_ROW + place * ROW
        marks = [
            Mark(stance.lower(), _outline(stance, NAMES + 15 + (day - first).days * scale, y))
            for day, stance in days[claim.pk]
        ]
        name = claim.name if len(claim.name) <= MAX_NAME else claim.name[: MAX_NAME - 1] + "…"
        rows.append(MarkRow(name, y, y + 4, tuple(marks)))
    height = FIRST_ROW + len(told) * ROW + 20
    ends = tuple(
        Text(f"{NAMES + 15 + (day - first).days * scale:.1f}", str(height - 6), date_format(day, "j M Y"))
        for day in (first, last)
    )
    label = f"Tagged {counting} on {len(told)} claims from {ends[0].words} to {ends[1].words}."
    return MarkChart(tuple(rows), ends, label, height)


def _outline(stance: str, x: float, y: int) -> str:
    """Return the outline of a mark: up above the line, down below it, a square or a diamond on it."""
    if stance == Stance.SUPPORTS:
        return f"M{x:.1f} {y - 12}l6 11h-12Z"
    if stance == Stance.OPPOSES:
        return f"M{x:.1f} {y + 12}l6 -11h-12Z"
    if stance == Stance.NEUTRAL:
        return f"M{x - 4:.1f} {y - 4}h8v8h-8Z"
    return f"M{x:.1f} {y - 5}l5 5l-5 5l-5 -5Z"


def _months_between(first: date, last: date) -> list[date]:
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [date(month // 12, month % 12 + 1, 1) for month in months]
