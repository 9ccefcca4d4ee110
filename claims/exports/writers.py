"""Writers: rows into CSV, XLSX or JSON Lines, piece by piece, the same bytes for the same rows."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from tempfile import TemporaryFile
from typing import Any, BinaryIO

import xlsxwriter

from claims.exports.cells import as_json, as_text
from claims.exports.columns import Column, Kind, Row
from claims.exports.dictionary import DICTIONARY_COLUMNS, dictionary_rows
from claims.text.formulas import shield

BOM = "\ufeff"  # without it a spreadsheet takes UTF-8 for the system's own encoding
PIECE = 64 * 1024  # bytes read at once from a finished file
MAX_SHEET_ROWS = 1_048_576  # of XLSX, the head included
MAX_SHEET_CELL = 32_767  # characters of a cell of XLSX
CUT_SIGN = "… [cut]"
#: XLSX holds the moment it was made; a fixed one keeps same data the same bytes
FIXED_MOMENT = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


class TooManyRows(Exception):
    """A spreadsheet file has no room for all rows; CSV and JSON Lines have."""


class _Line:
    """A file of one line: what ``csv`` writes is handed on at once."""

    def write(self, line: str) -> str:
        """Return the line."""
        return line


def write_csv(columns: tuple[Column, ...], rows: Iterable[Row]) -> Iterator[bytes]:
    """Return the pieces of a CSV file: UTF-8 with BOM, RFC 4180, formulas neutralised."""
    writer = csv.writer(_Line())
    head: Any = writer.writerow([column.name for column in columns])
    yield (BOM + head).encode()
    for row in rows:
        line: Any = writer.writerow([_csv_cell(row[column.name]) for column in columns])
        yield line.encode()


def _csv_cell(value: Any) -> str:
    return shield(value) if isinstance(value, str) else as_text(value)


def write_json_lines(columns: tuple[Column, ...], rows: Iterable[Row]) -> Iterator[bytes]:
    """Return the pieces of a JSON Lines file: one object a line, all texts exact, null for missing."""
    for row in rows:
        cells = {column.name: as_json(row[column.name]) for column in columns}
        yield (json.dumps(cells, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def write_xlsx(columns: tuple[Column, ...], rows: Iterable[Row]) -> Iterator[bytes]:
    """Return the pieces of an XLSX file: the rows, and on a second sheet the dictionary.

    Texts are cells of text, which no spreadsheet runs; only integers and numbers are cells of numbers.

    :raises TooManyRows: if a sheet has no room for all rows.
    """
    with TemporaryFile() as file:
        _fill_workbook(file, columns, rows)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def _fill_workbook(file: BinaryIO, columns: tuple[Column, ...], rows: Iterable[Row]) -> None:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    workbook = xlsxwriter.Workbook(file, options)
    workbook.set_properties({"created": FIXED_MOMENT})
    try:
        _fill_sheet(workbook.add_worksheet("data"), columns, rows)
        _fill_sheet(workbook.add_worksheet("dictionary"), DICTIONARY_COLUMNS, dictionary_rows(columns))
    finally:
        workbook.close()  # removes its temporary files


def _fill_sheet(sheet: Any, columns: tuple[Column, ...], rows: Iterable[Row]) -> None:
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.name)
    for line, row in enumerate(rows, start=1):
        if line >= MAX_SHEET_ROWS:
            raise TooManyRows(
                f"A spreadsheet has {MAX_SHEET_ROWS:,} rows and no more. Take CSV or JSON Lines."
            )
        for place, column in enumerate(columns):
            _write_cell(sheet, line, place, column, row[column.name])


def _write_cell(sheet: Any, line: int, place: int, column: Column, value: Any) -> None:
    if value is None:
        return
    if column.kind in (Kind.INTEGER, Kind.NUMBER):
        sheet.write_number(line, place, value)
        return
    text = as_text(value)
    if len(text) > MAX_SHEET_CELL:
        text = text[: MAX_SHEET_CELL - len(CUT_SIGN)] + CUT_SIGN
    sheet.write_string(line, place, text)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how it is named, and what writes it."""

    name: str
    media_type: str
    write: Callable[[tuple[Column, ...], Iterable[Row]], Iterator[bytes]]


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("csv", "text/csv; charset=utf-8", write_csv),
        Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx),
        Format("jsonl", "application/x-ndjson", write_json_lines),
    )
}
