"""Rows of a table, whatever file they stand in: columns, mapping, and a document for each row."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claims.readers.columns import UnableToMap, check_mapping
from claims.readers.documents import Document, Refusal
from claims.readers.limits import Limits, in_words
from claims.readers.records import DayOrder, RecordReader

#: one row: its number as a spreadsheet counts it, and its cells
Row = tuple[int, Sequence[Any]]


class UnableToReadTable(Exception):
    """A table, or the rest of it, cannot be read; the message says why, ``helps`` what to do."""

    def __init__(self, problem: str, helps: str, code: str, row: int = 0) -> None:
        super().__init__(problem)
        self.helps, self.code, self.row = helps, code, row

    def refusal(self, place: str) -> Refusal:
        """Return what is told to the person."""
        return Refusal(f"{place}, row {self.row}" if self.row else place, str(self), self.helps, self.code)


@dataclass(frozen=True, slots=True)
class Table:
    """A table that can be gone through more than once."""

    place: str
    columns: tuple[str, ...]
    #: gives the rows below the header from the first on
    rows: Callable[[], Iterator[Row]]
    encoding: str = ""
    warnings: tuple[str, ...] = ()
    #: between the cells; "" where the format has none
    delimiter: str = ""


def read_table_rows(
    table: Table, mapping: Mapping[str, str] | None, limits: Limits, *, day_first: bool | None = None
) -> Iterator[Document | Refusal]:
    """Yield a document or a refusal for each row that is not empty."""
    try:
        checked = check_mapping(mapping, table.columns)
    except UnableToMap as error:
        yield Refusal(table.place, str(error), error.helps, "mapping")
        return
    order = DayOrder(_cells(table, checked.get("published")), day_first)
    reader = RecordReader(limits, order, table.encoding, table.warnings)
    try:
        for number, cells in full_rows(table, limits):
            place = f"{table.place}, row {number}"
            yield check_row(place, cells, table.columns, limits) or reader.read(
                place, dict(zip(table.columns, cells, strict=False)), checked
            )
    except UnableToReadTable as error:
        yield error.refusal(table.place)


def full_rows(table: Table, limits: Limits) -> Iterator[Row]:
    """Yield the rows that hold something; a thousand empty ones in a row end the table."""
    empty = 0
    for number, cells in table.rows():
        if any(cell not in (None, "") for cell in cells):
            empty = 0
            yield number, cells
        else:
            empty += 1
            if empty >= limits.empty_rows:
                return


def check_row(place: str, cells: Sequence[Any], columns: Sequence[str], limits: Limits) -> Refusal | None:
    """Return a refusal if a row has more cells than the header, or is larger than is read."""
    size = sum(len(cell) for cell in cells if isinstance(cell, str))
    if size > limits.row:
        return Refusal(
            place,
            f"the row has {in_words(size)}; {in_words(limits.row)} is the most",
            "divide it",
            "too_large",
        )
    if any(cell not in (None, "") for cell in cells[len(columns) :]):
        return Refusal(
            place,
            f"the row has {len(cells)} cells, the header {len(columns)}",
            "put cells that hold the delimiter into quotation marks",
            "cells",
        )
    return None


def name_columns(cells: Sequence[Any], limits: Limits) -> tuple[str, ...]:
    """Return the header's cells as names, none empty and none twice.

    :raises UnableToReadTable: if there are more than are read.
    """
    while cells and cells[-1] is None:  # spreadsheets pad their rows
        cells = cells[:-1]
    names = ["" if cell is None else " ".join(str(cell).removeprefix("\ufeff").split()) for cell in cells]
    if len(names) > limits.columns:
        raise UnableToReadTable(
            f"the table has {len(names):,} columns; {limits.columns:,} are read",
            "leave out what is not needed",
            "columns",
        )
    seen: dict[str, int] = {}
    unique = []
    for number, name in enumerate(names, start=1):
        name = name or f"column {number}"
        seen[name] = seen.get(name, 0) + 1
        unique.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(unique)


def _cells(table: Table, column: str | None) -> Iterator[str]:
    """Yield a column's cells as text, in a pass of its own."""
    if column is None:
        return
    place = table.columns.index(column)
    try:
        for _, cells in table.rows():
            if place < len(cells) and isinstance(cells[place], str):
                yield cells[place]
    except UnableToReadTable:
        return  # the first pass tells it, with its row
