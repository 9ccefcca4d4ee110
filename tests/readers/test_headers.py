"""The header of a table, as a page shows it before reading."""

import io
import zipfile

import openpyxl
import pytest

from claims.readers import guess_mapping, read_header

TABLE = """ID;Headline;Pub_Date;Body Text;Odd
1;A title;2025-03-04;Some words;x
2;B title;2025-03-05;More words;y
"""


def test_a_table_shows_columns_rows_mapping_and_encoding():
    header = read_header("a.csv", TABLE.encode())

    assert header is not None
    assert header.columns == ("ID", "Headline", "Pub_Date", "Body Text", "Odd")
    assert header.sample_rows[1] == ("2", "B title", "2025-03-05", "More words", "y")
    assert header.mapping == {
        "external_id": "ID",
        "title": "Headline",
        "published": "Pub_Date",
        "text": "Body Text",
    }
    assert (header.encoding, header.delimiter) == ("utf-8", ";")


def test_a_spreadsheet_and_json_show_the_same():
    book = openpyxl.Workbook()
    for row in (["Headline", "Story"], ["A", "Some words"]):
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)

    sheet = read_header("a.xlsx", data.getvalue())
    lines = read_header("a.jsonl", b'{"Headline": "A", "Story": "Some words"}\n')

    assert sheet is not None and lines is not None
    assert sheet.columns == lines.columns == ("Headline", "Story")
    assert sheet.sample_rows == lines.sample_rows == (("A", "Some words"),)
    assert sheet.mapping == lines.mapping == {"title": "Headline", "text": "Story"}


def test_a_zip_file_shows_its_first_table():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("a.txt", "words")
        packed.writestr("b.csv", TABLE)

    header = read_header("a.zip", data.getvalue())

    assert header is not None and header.place == "a.zip: b.csv"


@pytest.mark.parametrize(
    ("name", "data"), [("a.txt", b"words"), ("a.xlsx", b"broken"), ("a.csv", b""), ("a.json", b"{")]
)
def test_what_is_no_table_shows_none(name, data):
    assert read_header(name, data) is None


@pytest.mark.parametrize(
    ("header", "field", "column"),
    [
        (["date", "publish_date", "text"], "published", "publish_date"),
        (["Source Domain", "text"], "outlet", "Source Domain"),
        (["source", "source_domain", "text"], "outlet", "source"),
        (["MainText"], "text", "MainText"),
        (["Заголовок", "Текст", "Дата"], "published", "Дата"),
        (["stories_id", "title"], "external_id", "stories_id"),
    ],
)
def test_guess_mapping_compares_names_without_case_space_and_underscore(header, field, column):
    assert guess_mapping(header)[field] == column


def test_guess_mapping_leaves_out_what_no_column_holds():
    assert guess_mapping(["year", "month", "Unnamed: 0"]) == {}
