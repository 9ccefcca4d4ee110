"""Date lines of pages in many forms: day, time of day, zone; and which of several dates is the first one."""

import csv
import os
from datetime import date
from pathlib import Path

import pytest

from claims.text.dates import Label, choose_date, find_dates, find_order, has_words_beside_dates, is_relative

SHARED = os.environ.get("ON_RECORD_SHARED")


def read(lines: str) -> str:
    """Return the date of publication that the lines give, as the tables write it."""
    found = choose_date(one for line in lines.split("\n") for one in find_dates(line))
    if found is None:
        return "none"
    if found.day is None:
        return "ambiguous"
    return found.at.isoformat(timespec="minutes") if found.at else found.day.isoformat()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("14 March 2026", "2026-03-14"),
        ("March 14, 2026", "2026-03-14"),
        ("Saturday, 14th March 2026", "2026-03-14"),
        ("14 MAR 2026", "2026-03-14"),
        ("14-Mar-2026", "2026-03-14"),
        ("2026.03.14", "2026-03-14"),
        ("2026/3/14", "2026-03-14"),
        ("14. März 2026", "2026-03-14"),
        ("1er mars 2026", "2026-03-01"),
        ("14 de marzo de 2026", "2026-03-14"),
        ("14 марта 2026 г.", "2026-03-14"),
        ("14 mart 2026", "2026-03-14"),
        ("14 Mart 2026 Cumartesi", "2026-03-14"),
        ("14.03.2026", "2026-03-14"),
        ("14. 3. 2026", "2026-03-14"),
        ("14 березня 2026", "2026-03-14"),
    ],
)
def test_find_dates_reads_the_days_of_many_languages(line, expected):
    assert read(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("14 March 2026 - 23:12", "2026-03-14T23:12"),
        ("CHRONICLE  14 March 2026 - 23:12", "2026-03-14T23:12"),
        ("March 14, 2026 at 6:41 a.m.", "2026-03-14T06:41"),
        ("March 14, 2026 / 6:41 PM / Halden News", "2026-03-14T18:41"),
        ("14 March 2026 • 12:16pm", "2026-03-14T12:16"),
        ("March 14, 2026 12:05 AM", "2026-03-14T00:05"),
        ("14.03.2026, 19.18 Uhr", "2026-03-14T19:18"),
        ("14. März 2026 um 13:22 Uhr", "2026-03-14T13:22"),
        ("18:34 14.03.2026", "2026-03-14T18:34"),
        ("19:05, 14 марта 2026", "2026-03-14T19:05"),
        ("Sat 6:45 PM, Mar 14, 2026 |", "2026-03-14T18:45"),
        ("2026-03-14 11:48:27", "2026-03-14T11:48"),
        ("le 14 mars 2026 à 18h07", "2026-03-14T18:07"),
        ("Samedi 14 mars 2026 à 18 h 07", "2026-03-14T18:07"),
    ],
)
def test_find_dates_reads_the_time_of_day_on_either_side(line, expected):
    assert read(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("14 Mar 2026 07:44 GMT", "2026-03-14T07:44+00:00"),
        ("Updated 0415 GMT (1215 HKT) March 14, 2026", "2026-03-14T04:15+00:00"),
        ("March 14, 2026 11:09 PM EST", "2026-03-14T23:09-05:00"),
        ("January 14, 2026, 4:05 pm PT (7:05 pm ET)", "2026-01-14T16:05-08:00"),
        ("July 14, 2026, 4:05 pm ET", "2026-07-14T16:05-04:00"),
        ("14 March 2026 17:32 (UTC+2)", "2026-03-14T17:32+02:00"),
        ("2026-03-14T19:13:00+04:00", "2026-03-14T19:13+04:00"),
        ("2026-03-14T19:13:00-05:30", "2026-03-14T19:13-05:30"),
        ("Mar 14, 2026 01:41 PM IST", "2026-03-14T13:41+05:30"),
        ("14 марта 2026 г. 10:00 МСК", "2026-03-14T10:00+03:00"),
    ],
)
def test_find_dates_keeps_the_zone_that_is_printed(line, expected):
    assert read(line) == expected


def test_a_place_behind_the_time_is_no_zone():
    (found,) = find_dates("Saturday 14 March 2026 11:42, UK")

    assert found.at is not None and found.at.tzinfo is None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Published 14 March 2026 10:12 | Updated 15 March 2026 11:30", "2026-03-14T10:12"),
        ("Updated on: March 15, 2026 9:00 AM\nFirst published on March 14, 2026 8:00 AM", "2026-03-14T08:00"),
        ("14 Mar 2026 18.54 GMT Last modified on 15 Mar 2026 19.02 GMT", "2026-03-14T18:54+00:00"),
        ("Aktualisiert: 15.03.2026\nErstellt: 14.03.2026", "2026-03-14"),
        ("Stand: 15.03.2026", "2026-03-15"),
        ("Publié le 05/03/2026 à 18h07, mis à jour le 06/03/2026 à 09h12", "2026-03-05T18:07"),
    ],
)
def test_choose_date_takes_published_before_updated(lines, expected):
    assert read(lines) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Mar 14, 20265:45 AM", "2026-03-14T05:45"),
        ("Published Sat, Mar 14 20264:29 AM ESTUpdated an hour ago", "2026-03-14T04:29-05:00"),
        ("martes, 14 de marzo de 202600:00 hs", "2026-03-14T00:00"),
    ],
)
def test_find_dates_reads_a_time_that_lost_its_line_break(line, expected):
    assert read(line) == expected


def test_a_day_that_can_be_read_in_two_ways_is_not_guessed():
    assert read("05/03/2026") == "ambiguous"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("25/03/2026 22:46", "2026-03-25T22:46"),
        ("3/25/2026", "2026-03-25"),
        ("05/05/2026", "2026-05-05"),
        ("03/05/26 06:56 AM EST", "2026-03-05T06:56-05:00"),
        ("Publié le 05/03/2026 à 18h07", "2026-03-05T18:07"),
        ("05.03.2026", "2026-03-05"),
    ],
)
def test_what_the_line_itself_proves_is_no_guess(line, expected):
    assert read(line) == expected


def test_the_order_that_the_caller_knows_decides():
    assert find_dates("05/03/2026", day_first=True)[0].day == date(2026, 3, 5)
    assert find_dates("05/03/2026", day_first=False)[0].day == date(2026, 5, 3)


def test_an_order_that_gives_no_day_does_not_hide_the_one_that_does():
    assert find_dates("25/03/2026", day_first=False)[0].day == date(2026, 3, 25)


@pytest.mark.parametrize(
    ("lines", "order"),
    [
        (["05/03/2026", "17/03/2026"], True),
        (["05/03/2026", "03/17/2026"], False),
        (["05/03/2026", "06/03/2026"], None),
        (["17/03/2026", "03/17/2026"], None),
        (["17.03.2026"], None),
    ],
)
def test_find_order_is_told_by_a_proof_and_by_no_contradiction(lines, order):
    assert find_order(lines) is order


@pytest.mark.parametrize(
    "line",
    [
        "13 hours ago",
        "Yesterday 2:45PM",
        "вчера, 19:05",
        "Baku, March 5, AZERTAC",
        "31 February 2026",
        "Chapter 14",
    ],
)
def test_nothing_is_completed_from_the_day_of_reading(line):
    assert read(line) == "none"


def test_is_relative_tells_lines_that_need_the_day_of_reading():
    assert is_relative("vor 3 Tagen")
    assert not is_relative("14 March 2026")


def test_has_words_beside_dates_tells_date_lines_from_sentences():
    bare = "Published: Saturday, 14 March 2026, 10:12 GMT"
    told = "The treaty was signed on 14 March 2026."

    assert not has_words_beside_dates(bare, find_dates(bare))
    assert has_words_beside_dates(told, find_dates(told))


def test_labels_say_what_a_date_is():
    labels = [one.label for one in find_dates("Posted 14 March 2026, edited 15 March 2026")]

    assert labels == [Label.PUBLISHED, Label.UPDATED]


@pytest.mark.skipif(not SHARED, reason="ON_RECORD_SHARED names no folder with the forms of date lines")
def test_all_collected_forms_are_read():
    path = Path(SHARED or ".", "data", "articles", "date_lines.tsv")
    wrong = []
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            given = row["example"].replace("(below: ", "\n")
            expected = "none" if row["expected"].startswith("needs") else row["expected"].removesuffix(":27")
            if read(given) != expected:
                wrong.append((row["example"], expected, read(given)))

    assert wrong == []
