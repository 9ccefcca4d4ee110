"""Charts of stances: supports above the line, opposes below, nothing drawn where nothing can be seen."""

from datetime import date

from claims.models import Claim
from claims.queries.stances import StanceCounts
from claims.web.drawings import BASE, draw_marks, draw_months


def counts(supports: int, opposes: int) -> StanceCounts:
    return StanceCounts({"SUPPORTS": supports, "OPPOSES": opposes, "NEUTRAL": 0, "UNCLEAR": 0})


def test_supports_stand_above_the_base_line_and_opposes_below() -> None:
    chart = draw_months({date(2025, 11, 1): counts(4, 1), date(2026, 2, 1): counts(2, 0)})

    assert chart is not None
    above = [bar for bar in chart.bars if bar.stance == "supports"]
    below = [bar for bar in chart.bars if bar.stance == "opposes"]
    assert [float(bar.y) + float(bar.height) for bar in above] == [BASE, BASE]
    assert [float(bar.y) for bar in below] == [BASE]
    assert float(above[0].height) == 2 * float(above[1].height)


def test_months_without_statements_keep_their_place() -> None:
    chart = draw_months({date(2025, 11, 1): counts(1, 0), date(2026, 2, 1): counts(1, 0)})

    assert chart is not None
    assert [month.words for month in chart.months] == ["Nov 2025", "Dec 2025", "Jan 2026", "Feb 2026"]


def test_one_month_alone_is_no_chart() -> None:
    assert draw_months({date(2026, 2, 1): counts(3, 3)}) is None
    assert draw_months({}) is None


def test_marks_stand_by_day_on_the_line_of_their_claim() -> None:
    claim = Claim(pk=7, name="Observers should stay")
    days = {7: [(date(2026, 1, 1), "OPPOSES"), (date(2026, 3, 1), "SUPPORTS")]}

    chart = draw_marks([claim], days)

    assert chart is not None
    first, last = chart.rows[0].marks
    assert (first.stance, last.stance) == ("opposes", "supports")
    assert float(first.path[1:].split()[0]) < float(last.path[1:].split()[0])


def test_statements_of_one_day_are_no_chart() -> None:
    claim = Claim(pk=7, name="Observers should stay")

    assert draw_marks([claim], {7: [(date(2026, 1, 1), "OPPOSES")]}) is None
    assert draw_marks([], {}) is None
