"""Read files, folders and uploads: find what kind each is, and hand it to the reader of that kind.

``read_path`` and ``read_bytes`` are what the other rooms call. Both yield documents and refusals in the
order they stand; a refusal never stops the rest.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from claims.readers.documents import Document, Refusal
from claims.readers.kinds import READ_KINDS, SNIFFED, FileKind, find_kind
from claims.readers.limits import Limits
from claims.readers.pages import read_page
from claims.readers.texts import read_text, too_large


def read_path(
    path: str | Path, *, mapping: Mapping[str, str] | None = None, limits: Limits | None = None
) -> Iterator[Document | Refusal]:
    """Yield the documents of a file, of a zip file, or of every file in a folder, and what was refused.

    :param mapping: our field names → names of columns, for tables and JSON; guessed where it is None.
    """
    path = Path(path)
    limits = limits or Limits()
    if path.is_dir():
        for file in _files(path):
            yield from _read_file(file, mapping, limits)
    else:
        yield from _read_file(path, mapping, limits)


def read_bytes(
    name: str, data: bytes, *, mapping: Mapping[str, str] | None = None, limits: Limits | None = None
) -> Iterator[Document | Refusal]:
    """Yield the documents of an upload and what was refused; ``name`` is the file's name as it was sent."""
    limits = limits or Limits()
    kind = find_kind(name, data[:SNIFFED])
    if kind is None:
        yield unknown_kind(name)
    elif kind is FileKind.TEXT:
        yield from read_text(name, data, limits)
    elif kind is FileKind.PAGE:
        yield from read_page(name, data, limits)


def unknown_kind(place: str) -> Refusal:
    """Return the refusal of a file of a kind that is not read."""
    return Refusal(place, "this kind of file is not read", f"these are: {READ_KINDS}", "unknown_kind")


def _read_file(path: Path, mapping: Mapping[str, str] | None, limits: Limits) -> Iterator[Document | Refusal]:
    place = str(path)
    try:
        size = path.stat().st_size
        if size > limits.file:
            yield too_large(place, "file", size, limits.file)
            return
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        yield Refusal(
            place, f"the file cannot be read: {reason}", "check its name and your rights", "unreadable"
        )
        return
    yield from read_bytes(place, data, mapping=mapping, limits=limits)


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and its folders, in the order of their names."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield Path(parent) / name
