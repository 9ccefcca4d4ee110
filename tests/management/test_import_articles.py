"""The command import_articles: what a person says of the files, and the copies that it finds."""

import io
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from claims.models import Article, CopyGroup
from tests.matching.test_copies import WIRE

pytestmark = pytest.mark.django_db
TABLE = "headline,body,date\nFerrymen ask,Die Fährleute wollen einen Stuhl am Tisch.,03/04/2026\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Return a table in which no row tells which number is the day."""
    path = tmp_path / "a.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def run(*arguments: str) -> str:
    """Call the command and return what it prints."""
    out = io.StringIO()
    call_command("import_articles", *arguments, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def test_a_day_that_can_be_read_in_two_ways_stays_unknown_and_is_told(table: Path) -> None:
    said = run(str(table))

    assert "can be read in two ways" in said
    assert Article.objects.get().published_on is None


@pytest.mark.parametrize(
    ("order", "expected"), [("day-first", date(2026, 4, 3)), ("month-first", date(2026, 3, 4))]
)
def test_the_order_of_dates_can_be_said(table: Path, order: str, expected: date) -> None:
    run(str(table), "--dates", order)

    assert Article.objects.get().published_on == expected


def test_the_language_of_a_whole_import_can_be_said(table: Path) -> None:
    run(str(table), "--language", "DE")

    assert Article.objects.get().language == "de"


def test_what_is_no_language_is_refused(table: Path) -> None:
    with pytest.raises(CommandError, match="two letters"):
        run(str(table), "--language", "german")


def test_copies_are_found_at_the_end_of_an_import(tmp_path: Path) -> None:
    for outlet in ("LakesWire", "Norvand Today"):
        (tmp_path / outlet).mkdir()
        (tmp_path / outlet / "a.txt").write_text(f"Nine hours in Halden\n\n{WIRE}", encoding="utf-8")
        run(str(tmp_path / outlet), "--outlet", outlet)

    assert CopyGroup.objects.get().articles.count() == 2
