"""Read files, folders, zip files and uploads: find what kind each is, and hand it to the reader of that kind.

``read_path`` and ``read_bytes`` are what the other rooms call. Both yield documents and refusals in the
order they stand; a refusal never stops the rest.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claims.readers.archives import open_entries
from claims.readers.documents import Document, Refusal
from claims.readers.encodings import UnableToDecode
from claims.readers.json_files import read_json
from claims.readers.kinds import READ_KINDS, SNIFFED, FileKind, find_kind
from claims.readers.limits import Limits
from claims.readers.pages import read_page
from claims.readers.rows import UnableToReadTable, read_table_rows
from claims.readers.sheets import open_sheets
from claims.readers.sources import Source
from claims.readers.tables import open_table
from claims.readers.texts import read_text, too_large, undecodable

#: what browsers name the folder beside a page that was saved whole; it holds no article
PAGE_FOLDERS = ("_files", "-Dateien", "_fichiers", "_archivos", "_file", "_arquivos", ".files")
PAGE_ENDINGS = (".html", ".htm")

Mapped = Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a person says of the files, and what is too much."""

    mapping: Mapped
    day_first: bool | None
    limits: Limits


def read_path(
    path: str | Path, *, mapping: Mapped = None, day_first: bool | None = None, limits: Limits | None = None
) -> Iterator[Document | Refusal]:
    """Yield the documents of a file, of a zip file, or of every file in a folder, and what was refused.

    :param mapping: our field names → names of columns, for tables and JSON; a field that is not in it is
        guessed, one with "" has no column.
    :param day_first: which number of 05/03/2024 is the day in tables and JSON in which no row proves it; None
        leaves such a day unknown.
    """
    path = Path(path)
    reading = Reading(mapping, day_first, limits or Limits())
    for file in _files(path) if path.is_dir() else [path]:
        try:
            source = Source.of_path(file)
            yield from _read(source, reading)
        except OSError as error:
            reason = error.strerror or "it cannot be opened"
            yield Refusal(
                str(file),
                f"the file cannot be read: {reason}",
                "check its name and your rights",
                "unreadable",
            )


def read_bytes(
    name: str,
    data: bytes,
    *,
    mapping: Mapped = None,
    day_first: bool | None = None,
    limits: Limits | None = None,
) -> Iterator[Document | Refusal]:
    """Yield the documents of an upload and what was refused; ``name`` is the file's name as it was sent."""
    yield from _read(Source.of_bytes(name, data), Reading(mapping, day_first, limits or Limits()))


def _read(source: Source, reading: Reading) -> Iterator[Document | Refusal]:
    if source.size > reading.limits.file:
        yield too_large(source.place, "file", source.size, reading.limits.file)
        return
    kind = find_kind(source.place, source.start(SNIFFED))
    if kind is FileKind.ZIP:
        for entry in open_entries(source, reading.limits):
            if isinstance(entry, Refusal):
                yield entry
            else:
                yield from _read_one(entry, find_kind(entry.place, entry.start(SNIFFED)), reading)
    else:
        yield from _read_one(source, kind, reading)


def _read_one(source: Source, kind: FileKind | None, reading: Reading) -> Iterator[Document | Refusal]:
    """Yield what one file gives that is no archive."""
    if kind is FileKind.TEXT:
        yield from read_text(source, reading.limits)
    elif kind is FileKind.PAGE:
        yield from read_page(source, reading.limits)
    elif kind in (FileKind.JSON, FileKind.JSON_LINES):
        is_lines = kind is FileKind.JSON_LINES
        yield from read_json(
            source, reading.mapping, reading.limits, is_lines=is_lines, day_first=reading.day_first
        )
    elif kind in (FileKind.TABLE, FileKind.SHEETS):
        yield from _read_tables(source, kind, reading)
    else:
        yield Refusal(
            source.place, "this kind of file is not read", f"what is read: {READ_KINDS}", "unknown_kind"
        )


def _read_tables(source: Source, kind: FileKind, reading: Reading) -> Iterator[Document | Refusal]:
    limits = reading.limits
    try:
        tables = open_sheets(source, limits) if kind is FileKind.SHEETS else [open_table(source, limits)]
    except UnableToDecode as error:
        yield undecodable(source.place, error)
        return
    except UnableToReadTable as error:
        yield error.refusal(source.place)
        return
    for table in tables:
        yield from read_table_rows(table, reading.mapping, limits, day_first=reading.day_first)


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and its folders in the order of their names; hidden ones are left out."""
    for parent, folders, names in os.walk(folder):
        pages = {Path(name).stem for name in names if Path(name).suffix.lower() in PAGE_ENDINGS}
        beside_pages = {page + ending for page in pages for ending in PAGE_FOLDERS}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in beside_pages)
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(parent) / name
