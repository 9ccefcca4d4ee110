"""Files: CSV, XLSX and JSON Lines as researchers' programs read them, the same bytes for the same data."""

import csv
import io
import json
from datetime import date

import openpyxl
import pandas
import pytest

from claims.exports import writers
from claims.exports.columns import Column, Kind
from claims.exports.dictionary import dictionary_rows
from claims.exports.files import dictionary_pieces, export
from claims.exports.tables import TABLES, UnableToExport, find_table
from claims.exports.writers import FORMATS, write_csv, write_xlsx
from claims.services.claims import change_claim
from claims.text.formulas import unshield
from tests.exports.world import build_tagged_study
from tests.studies import Study


@pytest.fixture
def study(db) -> Study:
    return build_tagged_study()


def file_of(name: str, format: str, **more) -> bytes:
    stream = io.BytesIO()
    export(name, format, {}, None, stream, **more)
    return stream.getvalue()


def csv_rows(data: bytes) -> list[dict]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", TABLES)
def test_same_data_same_bytes(study, name, format):
    assert file_of(name, format) == file_of(name, format)


def test_csv_begins_with_a_byte_order_mark_and_ends_its_lines_as_the_standard_says(study):
    data = file_of("speakers", "csv")

    assert data.startswith(b"\xef\xbb\xbfspeaker_id,speaker,")
    assert data.endswith(b"\r\n")


def test_csv_neutralises_what_a_spreadsheet_would_run(study):
    texts = [row["text"] for row in csv_rows(file_of("statements", "csv"))]

    assert texts[3:] == ["'- No peace treaty will be signed this year.", "'=We shall see"]


def test_a_codebook_with_a_formula_for_a_name_is_neutralised(study):
    change_claim(claim=study.claims["opens"], name="=HYPERLINK(0)", by=study.people["mira"])

    assert "'=HYPERLINK(0)" in [row["claim"] for row in csv_rows(file_of("claims", "csv"))]


def test_shielded_texts_come_back_exactly(study):
    exact = [json.loads(line)["text"] for line in file_of("statements", "jsonl").splitlines()]

    assert [unshield(row["text"]) for row in csv_rows(file_of("statements", "csv"))] == exact


def test_json_lines_are_exact_and_typed(study):
    rows = [json.loads(line) for line in file_of("statements", "jsonl").splitlines()]

    assert rows[4]["text"] == "=We shall see"
    assert rows[4]["parts"] == [[study.statements[5].start, study.statements[5].end]]
    assert rows[4]["speaker"] is None


def test_xlsx_has_no_formula_and_its_dictionary_on_the_second_sheet(study):
    book = openpyxl.load_workbook(io.BytesIO(file_of("annotations", "xlsx")))

    assert book.sheetnames == ["data", "dictionary"]
    assert not [cell for row in book["data"].iter_rows() for cell in row if cell.data_type == "f"]
    assert [row[0].value for row in book["dictionary"].iter_rows(min_row=2)] == [
        column.name for column in find_table("annotations").columns
    ]


def test_xlsx_keeps_texts_as_texts_and_numbers_as_numbers(study):
    sheet = openpyxl.load_workbook(io.BytesIO(file_of("statements", "xlsx")))["data"]
    names = [cell.value for cell in sheet[1]]
    last = dict(zip(names, sheet[6], strict=True))

    assert (last["text"].data_type, last["text"].value) == ("s", "=We shall see")
    assert last["start"].value == study.statements[5].start


def test_xlsx_says_where_it_cut_a_cell():
    column = Column("text", Kind.TEXT, "Words.")

    data = b"".join(write_xlsx((column,), [{"text": "x" * 40_000}]))

    cell = openpyxl.load_workbook(io.BytesIO(data))["data"]["A2"].value
    assert len(cell) == 32_767
    assert cell.endswith("x… [cut]")


def test_a_sheet_that_is_too_small_is_refused_and_not_cut(study, monkeypatch):
    monkeypatch.setattr(writers, "MAX_SHEET_ROWS", 3)

    with pytest.raises(UnableToExport, match="Take CSV or JSON Lines"):
        file_of("statements", "xlsx")


def test_line_breaks_marks_and_separators_survive_csv():
    column = Column("text", Kind.TEXT, "Words.")
    words = 'He said: "No",\nthen; left.'

    data = b"".join(write_csv((column,), [{"text": words}]))

    assert csv_rows(data) == [{"text": words}]


@pytest.mark.parametrize("name", TABLES)
def test_texts_of_articles_can_be_left_out(study, name):
    table = find_table(name)

    lines = file_of(name, "jsonl", texts=False).splitlines()

    kept = [column.name for column in table.columns if not column.is_text]
    assert all(list(json.loads(line)) == kept for line in lines)
    assert not [line for line in lines if b"stays closed" in line or b"We shall see" in line]


READ_AS = {
    Kind.INTEGER: "Int64",
    Kind.NUMBER: "float64",
    Kind.YES_NO: "bool",
    Kind.TEXT: "string",
    Kind.CHOICE: "string",
    Kind.LIST: "string",
    Kind.DATE: "string",
    Kind.TIME: "string",
}


@pytest.mark.parametrize("name", TABLES)
def test_pandas_reads_the_columns_as_their_dictionary_says(study, name):
    columns = find_table(name).columns

    frame = pandas.read_csv(
        io.BytesIO(file_of(name, "csv")), dtype={column.name: READ_AS[column.kind] for column in columns}
    )

    assert list(frame.columns) == [column.name for column in columns]
    for column in columns:
        cells = frame[column.name].dropna()
        if column.kind is Kind.CHOICE:
            assert set(cells) <= set(column.choices), column.name
        elif column.kind is Kind.DATE:
            assert all(date.fromisoformat(cell) for cell in cells), column.name
        elif column.kind is Kind.TIME:
            assert pandas.to_datetime(cells, utc=True).notna().all(), column.name
        elif column.kind is Kind.LIST:
            assert all(isinstance(json.loads(cell), list) for cell in cells), column.name


@pytest.mark.parametrize("name", TABLES)
def test_pandas_reads_xlsx_with_the_same_columns(study, name):
    frame = pandas.read_excel(io.BytesIO(file_of(name, "xlsx")))

    columns = find_table(name).columns
    assert list(frame.columns) == [column.name for column in columns]
    for column in columns:
        if len(frame) and column.kind is Kind.INTEGER and frame[column.name].notna().all():
            assert frame[column.name].dtype.kind == "i", column.name


def test_a_dictionary_names_each_column_with_its_choices():
    rows = csv_rows(b"".join(dictionary_pieces(find_table("annotations"))))

    stance = next(row for row in rows if row["column"] == "stance")
    assert stance["choices"] == "supports opposes neutral unclear"
    assert len(rows) == len(find_table("annotations").columns)


def test_every_column_has_a_sentence():
    for table in TABLES.values():
        for row in dictionary_rows(table.columns):
            assert row["meaning"].endswith("."), (table.name, row["column"])


def test_a_format_there_is_not_is_refused_with_those_there_are(study):
    with pytest.raises(UnableToExport, match="csv, xlsx, jsonl"):
        file_of("quotes", "pdf")
