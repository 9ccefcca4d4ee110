"""Files: one way to export for pages, the administration and the command line.

``export_pieces`` gives the bytes of a file piece by piece for a response that streams, ``export``
writes them to a stream; ``dictionary_pieces`` gives the table's data dictionary as CSV.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from django.db.models import QuerySet

from claims.exports.columns import Table
from claims.exports.dictionary import DICTIONARY_COLUMNS, dictionary_rows
from claims.exports.tables import UnableToExport, find_table, rows_for
from claims.exports.writers import FORMATS, Format, TooManyRows, write_csv
from claims.models import Codebook, User


def find_format(name: str) -> Format:
    """Return the format of that name: csv, xlsx or jsonl.

    :raises UnableToExport: if there is none.
    """
    if name not in FORMATS:
        raise UnableToExport(f"There is no format “{name}”. There are: {', '.join(FORMATS)}.")
    return FORMATS[name]


def export(
    table: str,
    format: str,
    params: Any,
    user: User | None,
    stream: BinaryIO,
    *,
    codebook: Codebook | None = None,
    texts: bool = True,
) -> None:
    """Write a table to a stream: the rows that ``user`` may have (None: all) and that fit ``params``.

    :param texts: False leaves out the columns that hold words of articles.
    :raises UnableToExport: if there is no such table or format, or the file has no room for the rows.
    """
    found = find_table(table)
    rows = rows_for(found, params, user=user, codebook=codebook)
    for piece in export_pieces(found, format, rows, texts=texts):
        stream.write(piece)


def export_pieces(table: Table, format: str, rows: QuerySet, *, texts: bool = True) -> Iterator[bytes]:
    """Return the bytes of a file with these rows of a table, piece by piece.

    The rows come from ``rows_for``, or are a choice among them; they are written in the order of their
    keys. Memory stays flat on any number of rows.
    """
    write = find_format(format).write
    columns = table.columns_with(texts=texts)
    return _told(write(columns, table.shape(rows.order_by("pk"))))


def dictionary_pieces(table: Table, *, texts: bool = True) -> Iterator[bytes]:
    """Return the bytes of the table's data dictionary as a CSV file."""
    return write_csv(DICTIONARY_COLUMNS, dictionary_rows(table.columns_with(texts=texts)))


def file_name(table: Table, format: str) -> str:
    """Return the name under which a browser keeps the file."""
    return f"on-record-{table.name}.{format}"


def _told(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Return the pieces, a full sheet being told as an export that cannot be made."""
    try:
        yield from pieces
    except TooManyRows as refusal:
        raise UnableToExport(str(refusal)) from refusal
