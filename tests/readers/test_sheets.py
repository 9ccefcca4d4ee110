"""XLSX spreadsheets: sheets, dates, and files made to do harm."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from claims.readers import Document, Limits, Refusal

HEADER = ["Headline", "Story", "Pub date", "Source"]
ROW = [
    "“No paper” says minister",
    "“There is no paper,” he said.",
    datetime(2025, 6, 18, 14, 20),
    "Kess Telegraph",
]


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return the workbook with one part replaced."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, content if entry == name else old.read(entry))
    return changed.getvalue()


def test_a_row_gives_a_document_with_its_date(read):
    (document,) = read("a.xlsx", workbook(Articles=[HEADER, ROW]))

    assert document.place == "a.xlsx, row 2"
    assert (document.title, document.outlet) == ("“No paper” says minister", "Kess Telegraph")
    assert document.published_at == datetime(2025, 6, 18, 14, 20)


def test_a_date_without_a_time_gives_the_day(read):
    (document,) = read("a.xlsx", workbook(Articles=[HEADER, [*ROW[:2], date(2025, 6, 18), "Kess"]]))

    assert (document.published_on, document.published_at) == (date(2025, 6, 18), None)


def test_sheets_with_a_text_column_are_read_and_named(read):
    found = read("a.xlsx", workbook(Notes=[["Remember the milk"]], One=[HEADER, ROW], Two=[HEADER, ROW]))

    assert [one.place for one in found] == ["a.xlsx, sheet “One”, row 2", "a.xlsx, sheet “Two”, row 2"]


def test_a_spreadsheet_without_a_text_column_lists_its_columns(read):
    (refusal,) = read("a.xlsx", workbook(Articles=[["Headline", "When"], ["A", "B"]]))

    assert isinstance(refusal, Refusal) and "“Headline”, “When”" in refusal.helps


def test_numbers_become_words_without_a_fraction(read):
    (document,) = read("a.xlsx", workbook(Articles=[["id", "text"], [17.0, "Some words."]]))

    assert document.external_id == "17"


@pytest.mark.parametrize("data", [b"", b"no spreadsheet", b"PK\x03\x04 broken"])
def test_what_is_no_spreadsheet_is_refused(read, data):
    (refusal,) = read("a.xlsx", data)

    assert isinstance(refusal, Refusal) and refusal.code == "bad_table"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_in_the_xml_is_refused(read, encoding):
    evil = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'.encode(
        encoding
    )

    (refusal,) = read("a.xlsx", with_part(workbook(A=[HEADER, ROW]), "xl/worksheets/sheet1.xml", evil))

    assert isinstance(refusal, Refusal) and refusal.code == "dangerous"


def test_a_part_that_unpacks_beyond_the_limit_is_refused(read):
    bomb = with_part(workbook(A=[HEADER, ROW]), "xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * 2_000_000)

    (refusal,) = read("a.xlsx", bomb, limits=Limits(sheet_part=1_000_000))

    assert isinstance(refusal, Refusal) and refusal.code == "too_large"


def test_empty_rows_end_the_table(read):
    rows = [HEADER, ROW, *([[None]] * 30), ROW]

    found = read("a.xlsx", workbook(A=rows), limits=Limits(empty_rows=20))

    assert len([one for one in found if isinstance(one, Document)]) == 1
