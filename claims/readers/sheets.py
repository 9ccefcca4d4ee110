"""Read XLSX spreadsheets, row by row, after looking that no part of the file is dangerous."""

import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl

from claims.readers.archives import BROKEN
from claims.readers.columns import guess_mapping
from claims.readers.limits import Limits, in_words
from claims.readers.rows import Row, Table, UnableToReadTable, name_columns
from claims.readers.sources import Source

CHUNK = 1_000_000  # bytes
#: a document type in any XML: entities that grow, files that are fetched. UTF-16 has a NUL between letters
DOCTYPES = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!ENTITY".encode("utf-16-le"))
LONGEST = max(map(len, DOCTYPES))
RATIO_FREE = 1_000_000  # bytes; a small part may be packed as well as it can
MAX_RATIO = 400  # times; spreadsheets of equal cells reach 150


def open_sheets(source: Source, limits: Limits) -> list[Table]:
    """Return the tables of a spreadsheet: its sheets with a text column, else its first that is not empty.

    :raises UnableToReadTable: if the file is broken, dangerous or empty.
    """
    _check_parts(source, limits)
    names = _sheet_names(source)
    tables = [table for name in names if (table := _table(source, name, len(names) > 1, limits)) is not None]
    if not tables:
        raise UnableToReadTable("the spreadsheet is empty", "save it again with a header and rows", "no_text")
    with_text = [table for table in tables if "text" in guess_mapping(table.columns)]
    return with_text or tables[:1]


def _table(source: Source, sheet: str, name_it: bool, limits: Limits) -> Table | None:
    number, header = 0, None
    for number, cells in _rows(source, sheet, limits):
        if any(cell not in (None, "") for cell in cells):
            header = cells
            break
        if number > limits.empty_rows:
            return None
    if header is None:
        return None

    def below_header() -> Iterator[Row]:
        return (row for row in _rows(source, sheet, limits) if row[0] > number)

    place = f"{source.place}, sheet “{sheet}”" if name_it else source.place
    return Table(place, name_columns(header, limits), below_header)


def _rows(source: Source, sheet: str, limits: Limits) -> Iterator[Row]:
    with source.open() as stream:
        book = _open(stream)
        try:
            page = book[sheet]
            page.reset_dimensions()  # what the file says about its size is not to be trusted
            yield from enumerate(page.iter_rows(values_only=True), start=1)
        except Exception as error:  # openpyxl raises whatever its parsers raise
            raise UnableToReadTable(
                f"the sheet “{sheet}” is broken: {error}", "open and save it again", "bad_table"
            ) from error
        finally:
            book.close()


def _sheet_names(source: Source) -> list[str]:
    with source.open() as stream:
        book = _open(stream)
        names = [sheet.title for sheet in book.worksheets]
        book.close()
        return names


def _open(stream: Any) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles and extensions that openpyxl leaves out
            return openpyxl.load_workbook(stream, read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises whatever its parsers raise
        raise UnableToReadTable(
            "this is no spreadsheet that can be opened", "save it again as .xlsx or .csv", "bad_table"
        ) from error


def _check_parts(source: Source, limits: Limits) -> None:
    """Look at every part of the file before anything is parsed.

    :raises UnableToReadTable: if a part is too large, packed too well, or has a document type.
    """
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as parts:
            if len(parts.infolist()) > limits.zip_entries:
                raise UnableToReadTable("the spreadsheet has too many parts", "save it as .csv", "too_large")
            for part in parts.infolist():
                with parts.open(part) as data:
                    _check_part(
                        data, part.filename.endswith((".xml", ".rels", ".vml")), part.compress_size, limits
                    )
    except BROKEN as error:
        raise UnableToReadTable(
            "this is no spreadsheet that can be opened", "save it again as .xlsx or .csv", "bad_table"
        ) from error


def _check_part(data: Any, is_xml: bool, packed: int, limits: Limits) -> None:
    size, tail = 0, b""
    while chunk := data.read(CHUNK):
        size += len(chunk)
        if size > limits.sheet_part or (size > RATIO_FREE and size > MAX_RATIO * max(packed, 1)):
            raise UnableToReadTable(
                f"a part of it has more than {in_words(min(size, limits.sheet_part))} when unpacked",
                "save it as .csv",
                "too_large",
            )
        if is_xml and any(sign in tail + chunk for sign in DOCTYPES):
            raise UnableToReadTable(
                "the spreadsheet’s XML has a document type", "save it again as .xlsx", "dangerous"
            )
        tail = chunk[-LONGEST:]
