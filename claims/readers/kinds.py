"""Tell what kind a file is: by its name's ending, and by its first bytes where these know better."""

from enum import Enum
from pathlib import PurePath

SNIFFED = 1_024  # bytes
ZIP_MARK = b"PK\x03\x04"
#: beginnings of files that nobody means to read as text
OTHER_MARKS = (
    b"%PDF",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format",
    b"{\\rtf",
    b"\x1f\x8b",
)
PAGE_SIGNS = (b"<!doctype html", b"<html")


class FileKind(Enum):
    """A format that is read."""

    TEXT = "text"
    PAGE = "saved page"
    TABLE = "table"
    SHEETS = "spreadsheet"
    JSON = "JSON"
    JSON_LINES = "JSON Lines"
    ZIP = "zip"


ENDINGS = {
    ".txt": FileKind.TEXT,
    ".text": FileKind.TEXT,
    ".md": FileKind.TEXT,
    ".html": FileKind.PAGE,
    ".htm": FileKind.PAGE,
    ".xhtml": FileKind.PAGE,
    ".csv": FileKind.TABLE,
    ".tsv": FileKind.TABLE,
    ".tab": FileKind.TABLE,
    ".xlsx": FileKind.SHEETS,
    ".xlsm": FileKind.SHEETS,
    ".json": FileKind.JSON,
    ".jsonl": FileKind.JSON_LINES,
    ".ndjson": FileKind.JSON_LINES,
    ".zip": FileKind.ZIP,
}
READ_KINDS = (
    "text (.txt), saved pages (.html), tables (.csv, .tsv, .xlsx), JSON (.json, .jsonl), zip files of these"
)


def find_kind(name: str, start: bytes) -> FileKind | None:
    """Return the kind of a file from its name and its first bytes, None if it is not one that is read."""
    by_name = ENDINGS.get(PurePath(name).suffix.lower())
    if by_name in (FileKind.SHEETS, FileKind.ZIP):
        return by_name
    if start.startswith(OTHER_MARKS) or start.startswith(ZIP_MARK):
        return None
    if by_name in (None, FileKind.TEXT) and _is_page(start):
        return FileKind.PAGE
    return by_name


def _is_page(start: bytes) -> bool:
    small = start[:SNIFFED].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return small.startswith(b"<") and any(sign in small for sign in PAGE_SIGNS)
