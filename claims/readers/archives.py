"""Open zip files without trusting what they say about themselves.

Names are only shown, never used as paths. Sizes are counted while reading. An archive inside an archive,
an encrypted entry and a link are refused, the rest is read.
"""

import itertools
import lzma
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from claims.readers.documents import Refusal
from claims.readers.limits import Limits, in_words
from claims.readers.sources import Source

CHUNK = 1_000_000  # bytes
#: what systems put into archives beside what people put there
LITTER = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
#: what Python's zip reader raises on files that are broken or unusual
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
ENCRYPTED = 0x1  # flag bit of an entry
HELPS = "unpack it yourself and import the files that you want"


def open_entries(source: Source, limits: Limits) -> Iterator[Source | Refusal]:
    """Yield the files in a zip file, unpacked into memory one after the other, and what was refused."""
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            entries = [
                entry for entry in archive.infolist() if not entry.is_dir() and not _is_litter(entry.filename)
            ]
            if len(entries) > limits.zip_entries:
                problem = f"the zip file has {len(entries):,} entries; {limits.zip_entries:,} are read"
                yield Refusal(source.place, problem, "divide it into smaller ones", "too_many")
                return
            yield from _entries(archive, entries, source.place, limits)
    except BROKEN as error:
        yield Refusal(source.place, f"the zip file is broken: {error}", "make it again", "bad_zip")


def _entries(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], place: str, limits: Limits
) -> Iterator[Source | Refusal]:
    overlapping = _overlapping(entries)
    total = 0
    for entry in sorted(entries, key=lambda entry: entry.filename):
        where = f"{place}: {entry.filename}"
        refusal = _suspicion(entry, where, overlapping)
        if refusal:
            yield refusal
            continue
        try:
            data = _unpack(archive, entry, limits)
        except BROKEN as error:
            yield Refusal(where, f"the entry is broken: {error}", "make the zip file again", "bad_zip")
            continue
        if data is None:
            problem = f"unpacked it is larger than {in_words(limits.zip_entry)}, or suspiciously well packed"
            yield Refusal(where, problem, HELPS, "too_large")
            continue
        total += len(data)
        if total > limits.zip_all:
            problem = (
                f"unpacked the zip file is larger than {in_words(limits.zip_all)}; the rest was not read"
            )
            yield Refusal(place, problem, "divide it into smaller ones", "too_large")
            return
        yield Source.of_bytes(where, data)


def _suspicion(entry: zipfile.ZipInfo, where: str, overlapping: set[int]) -> Refusal | None:
    if entry.flag_bits & ENCRYPTED:
        return Refusal(where, "the entry is locked with a password", HELPS, "locked")
    if stat.S_ISLNK(entry.external_attr >> 16):
        return Refusal(where, "the entry is a link to another file", HELPS, "link")
    if entry.header_offset in overlapping:
        return Refusal(where, "the entry shares its bytes with another one", HELPS, "bad_zip")
    if PurePosixPath(entry.filename).suffix.lower() == ".zip":
        return Refusal(where, "a zip file inside a zip file is not opened", HELPS, "nested")
    return None


def _overlapping(entries: list[zipfile.ZipInfo]) -> set[int]:
    """Return the offsets of entries whose bytes run into the next entry, as those of quoted bombs do."""
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    found: set[int] = set()
    for entry, after in itertools.pairwise(ordered):
        if entry.header_offset + entry.compress_size > after.header_offset:
            found |= {entry.header_offset, after.header_offset}
    return found


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> bytes | None:
    """Return an entry's bytes, None if they are more than is read."""
    pieces: list[bytes] = []
    size = 0
    with archive.open(entry) as stream:
        while piece := stream.read(CHUNK):
            size += len(piece)
            too_well_packed = size > limits.zip_free and size > limits.zip_ratio * max(entry.compress_size, 1)
            if size > limits.zip_entry or too_well_packed:
                return None
            pieces.append(piece)
    return b"".join(pieces)


def _is_litter(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or not parts or parts[-1] in LITTER or parts[-1].startswith("._")
