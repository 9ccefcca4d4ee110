"""Columns and tables: what an export promises, told once for files, dictionaries and documentation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.db.models import Choices, QuerySet

from claims.models import User
from claims.models.base import Made

CHUNK = 200  # rows fetched at once, with what hangs on them: memory stays flat on any number of rows

Row = dict[str, Any]


class Kind(Enum):
    """What a column's cells hold. An empty cell means: missing."""

    INTEGER = "integer"
    NUMBER = "number"
    TEXT = "text"
    CHOICE = "choice"
    YES_NO = "true or false"
    DATE = "date (ISO 8601)"
    TIME = "time (ISO 8601, UTC)"
    LIST = "list (JSON)"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it holds, and a sentence for whoever reads the file."""

    name: str
    kind: Kind
    words: str
    #: the words a choice may take
    choices: tuple[str, ...] = ()
    #: holds words of articles, which a licence may keep from being passed on
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table that can be exported: what a row is, which rows a person may have, how they are shaped."""

    name: str
    #: what one row is
    words: str
    columns: tuple[Column, ...]
    #: the rows that a person may have; everything for None, the administrator at the machine
    seen_by: Callable[[User | None], QuerySet]
    #: shapes rows in the order they come, one dict with a value per column each
    shape: Callable[[QuerySet], Iterator[Row]]
    #: name of the filters that narrow it; empty if nothing does
    filters: str = ""

    def columns_with(self, *, texts: bool) -> tuple[Column, ...]:
        """Return the columns, leaving out those with words of articles unless ``texts``."""
        return tuple(column for column in self.columns if texts or not column.is_text)


#: whose row it is, where programs and people both make rows
MADE_BY = Column("made_by", Kind.CHOICE, "Who answers for the row.", ("program", "person"))


def made_by(row: Made) -> str:
    """Return the cell of ``MADE_BY``."""
    return "person" if row.is_touched else "program"


def integer(name: str, words: str) -> Column:
    """Return a column of whole numbers."""
    return Column(name, Kind.INTEGER, words)


def text(name: str, words: str) -> Column:
    """Return a column of text that is not an article's."""
    return Column(name, Kind.TEXT, words)


def choice(name: str, words: str, choices: type[Choices]) -> Column:
    """Return a column whose cells are one of a few words."""
    return Column(name, Kind.CHOICE, words, tuple(value.lower() for value in choices.values if value))


def words_of_article(name: str, words: str) -> Column:
    """Return a column of words that stand in an article."""
    return Column(name, Kind.TEXT, words, is_text=True)


def chunks(rows: QuerySet, *prefetched: Any) -> Iterator[Any]:
    """Return the rows in their order, with what is prefetched fetched chunk by chunk."""
    return iter(rows.prefetch_related(*prefetched).iterator(chunk_size=CHUNK))


def in_small_letters(stored: str) -> str | None:
    """Return a stored choice as it is printed; None where there is none."""
    return stored.lower() or None
