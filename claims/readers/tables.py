"""Read delimited tables (CSV, TSV, semicolons, bars), row by row, in flat memory."""

import codecs
import csv
import io
from collections.abc import Iterator

from claims.readers.columns import guess_mapping
from claims.readers.encodings import MARKS, UnableToDecode, guess_encoding, guess_warning, show_encoding
from claims.readers.limits import Limits
from claims.readers.rows import Row, Table, UnableToReadTable, name_columns
from claims.readers.sources import Source

DELIMITERS = (",", ";", "\t", "|")
SNIFFED = 100_000  # characters from which the delimiter is told
SNIFFED_ROWS = 20
CHUNK = 1_000_000  # bytes
GUESS_AROUND = 100_000  # bytes before and behind the first that is not UTF-8


def open_table(source: Source, limits: Limits) -> Table:
    """Return the table in a delimited file.

    :raises UnableToDecode: if its bytes are no text.
    :raises UnableToReadTable: if it is empty or has too many columns.
    """
    encoding, guessed = _find_encoding(source)
    delimiter = _find_delimiter(source, encoding)

    def rows() -> Iterator[Row]:
        return _rows(source, encoding, delimiter, limits)

    header = next((row for row in rows() if any(row[1])), None)
    if header is None:
        raise UnableToReadTable("the table is empty", "save it again with a header and rows", "no_text")
    above, columns = header[0], name_columns(header[1], limits)

    def below_header() -> Iterator[Row]:
        return (row for row in rows() if row[0] > above)

    warnings = guess_warning(encoding) if guessed else ()
    return Table(source.place, columns, below_header, show_encoding(encoding), warnings, delimiter)


def _rows(source: Source, encoding: str, delimiter: str, limits: Limits) -> Iterator[Row]:
    csv.field_size_limit(limits.row)
    number = 0
    with source.open() as raw, io.TextIOWrapper(raw, encoding=encoding, newline="") as lines:
        reader = csv.reader(lines, delimiter=delimiter)
        try:
            for cells in reader:
                number += 1
                yield number, cells
        except UnicodeDecodeError as error:
            raise UnableToReadTable(
                f"from here on the bytes are not {show_encoding(encoding)}",
                "save it again as UTF-8",
                "undecodable",
                number + 1,
            ) from error
        except csv.Error as error:
            raise UnableToReadTable(
                f"line {reader.line_num:,}: {error}; perhaps a quotation mark is never closed",
                "look at this row in an editor, close the mark or double it",
                "bad_table",
                number + 1,
            ) from error


def _find_encoding(source: Source) -> tuple[str, bool]:
    """Return the encoding and whether it was guessed: a mark, UTF-8 for all bytes, else a guess."""
    start = source.start(4)
    for mark, name in MARKS:
        if start.startswith(mark):
            return ("utf-8-sig" if name == "utf-8" else name), False
    decoder = codecs.getincrementaldecoder("utf-8")()
    before = b""
    with source.open() as stream:
        while chunk := stream.read(CHUNK):
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                window = before[-GUESS_AROUND:] + chunk
                return guess_encoding(_around_foreign(window)), True
            before = chunk
    return "utf-8", False


def _around_foreign(window: bytes) -> bytes:
    """Return whole lines around the first byte of ``window`` that is not ASCII."""
    first = next((place for place, byte in enumerate(window) if byte > 127), 0)
    start = window.rfind(b"\n", 0, max(0, first - GUESS_AROUND // 10)) + 1
    end = window.rfind(b"\n", first, first + GUESS_AROUND)
    return window[start : end if end > first else first + GUESS_AROUND]


def _find_delimiter(source: Source, encoding: str) -> str:
    """Return the delimiter that gives the most columns alike, one that gives a text column first."""
    with source.open() as raw, io.TextIOWrapper(raw, encoding=encoding, newline="", errors="strict") as lines:
        try:
            sample = lines.read(SNIFFED)
        except UnicodeDecodeError as error:
            raise UnableToDecode(f"the bytes are not {show_encoding(encoding)}, as they seemed") from error
    return max(DELIMITERS, key=lambda delimiter: _fit(sample, delimiter))


def _fit(sample: str, delimiter: str) -> tuple[bool, float]:
    try:
        rows = [
            row
            for row, _ in zip(
                csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter),
                range(SNIFFED_ROWS),
                strict=False,
            )
        ]
    except csv.Error:
        return False, 0.0
    rows = [row for row in rows if row]
    if not rows or len(rows[0]) < 2:
        return False, 0.0
    alike = sum(len(row) == len(rows[0]) for row in rows) / len(rows)
    return "text" in guess_mapping(rows[0]), alike * len(rows[0])
