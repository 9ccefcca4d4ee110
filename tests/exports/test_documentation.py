"""The page of exports says what the files hold today."""

from pathlib import Path

from claims.exports.documentation import exports_in_markdown
from claims.exports.tables import TABLES

PAGE = Path(__file__).parents[2] / "docs" / "exports.md"


def test_the_page_is_up_to_date():
    told = PAGE.read_text(encoding="utf-8")

    assert told == exports_in_markdown(), "run: manage.py export --documentation --output docs/exports.md"


def test_each_table_has_its_heading():
    page = exports_in_markdown()

    assert all(f"\n## {name}\n" in page for name in TABLES)
