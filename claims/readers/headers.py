"""Look at a table before it is read: its columns, some rows, and what each column seems to hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claims.readers.archives import open_entries
from claims.readers.columns import guess_mapping
from claims.readers.encodings import UnableToDecode
from claims.readers.json_files import find_keys, read_items
from claims.readers.kinds import SNIFFED, FileKind, find_kind
from claims.readers.limits import Limits
from claims.readers.rows import Table, UnableToReadTable
from claims.readers.sheets import open_sheets
from claims.readers.sources import Source
from claims.readers.tables import open_table

SAMPLE_ROWS = 5
MAX_SHOWN = 200  # characters of a cell


@dataclass(frozen=True, slots=True)
class Header:
    """What a page shows so that a person can say which column holds what."""

    place: str
    kind: FileKind
    columns: tuple[str, ...]
    #: cells of the first rows, shortened for showing
    sample_rows: tuple[tuple[str, ...], ...]
    #: our fields → columns, as guessed
    mapping: dict[str, str] = field(default_factory=dict)
    encoding: str = ""
    #: between the cells; "" where the format has none
    delimiter: str = ""


def read_header(name: str, data: bytes, *, limits: Limits | None = None) -> Header | None:
    """Return the header of an upload, None if it is no table or cannot be opened.

    Of a zip file it is the header of the first table in it.
    """
    return _header(Source.of_bytes(name, data), limits or Limits())


def read_header_of_path(path: str | Path, *, limits: Limits | None = None) -> Header | None:
    """Return the header of a file on disk, None if it is no table or cannot be opened."""
    try:
        return _header(Source.of_path(Path(path)), limits or Limits())
    except OSError:
        return None


def _header(source: Source, limits: Limits) -> Header | None:
    kind = find_kind(source.place, source.start(SNIFFED))
    try:
        if kind is FileKind.TABLE:
            return _of_table(open_table(source, limits), kind)
        if kind is FileKind.SHEETS:
            return _of_table(open_sheets(source, limits)[0], kind)
        if kind in (FileKind.JSON, FileKind.JSON_LINES):
            return _of_json(source, kind, limits)
        if kind is FileKind.ZIP:
            return _of_zip(source, limits)
    except (UnableToDecode, UnableToReadTable):
        return None
    return None


def _of_table(table: Table, kind: FileKind) -> Header:
    rows = (cells for _, cells in table.rows())
    sample = tuple(_shown(cells) for cells, _ in zip(rows, range(SAMPLE_ROWS), strict=False))
    return Header(
        table.place,
        kind,
        table.columns,
        sample,
        guess_mapping(table.columns),
        table.encoding,
        table.delimiter,
    )


def _of_json(source: Source, kind: FileKind, limits: Limits) -> Header:
    is_lines = kind is FileKind.JSON_LINES
    keys = find_keys(source, limits, is_lines=is_lines)
    records: Iterator[dict[str, Any]] = (
        record for _, record in read_items(source, limits, is_lines=is_lines) if isinstance(record, dict)
    )
    sample = tuple(
        _shown([record.get(key) for key in keys])
        for record, _ in zip(records, range(SAMPLE_ROWS), strict=False)
    )
    return Header(source.place, kind, keys, sample, guess_mapping(keys), "utf-8")


def _of_zip(source: Source, limits: Limits) -> Header | None:
    for entry in open_entries(source, limits):
        if isinstance(entry, Source) and (header := _header(entry, limits)) is not None:
            return header
    return None


def _shown(cells: Sequence[Any]) -> tuple[str, ...]:
    return tuple("" if cell is None else str(cell)[:MAX_SHOWN] for cell in cells)
