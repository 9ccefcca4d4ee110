"""Writing the many rows of an article at the price of few statements.

Django's own bulk statements compile an expression for each value, which is half of the time that storing
an article's quotes takes. Here the values go to the database as the fields prepare them, nothing more:
no default is computed by the database and no row is looked at before. For programs alone.
"""

from collections.abc import Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model

#: values in one statement, below what SQLite takes in any build
MOST_VALUES = 900


def insert_rows(rows: Sequence[Model]) -> None:
    """Insert new rows of one model, and give each the id that the database gave it."""
    if not rows:
        return
    connection = connections[DEFAULT_DB_ALIAS]  # itself: its stand-in looks it up anew for each value
    meta = rows[0]._meta
    fields = [field for field in meta.concrete_fields if not field.primary_key]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    places = f"({', '.join(['%s'] * len(fields))})"
    at_once = max(1, MOST_VALUES // len(fields))
    with connection.cursor() as cursor:
        for start in range(0, len(rows), at_once):
            some = rows[start : start + at_once]
            values = [
                field.get_db_prep_save(field.pre_save(row, add=True), connection)
                for row in some
                for field in fields
            ]
            cursor.execute(
                f"INSERT INTO {quote(meta.db_table)} ({columns}) "  # noqa: S608 (names of our own tables)
                f"VALUES {', '.join([places] * len(some))} RETURNING {quote(str(meta.pk.column))}",
                values,
            )
            for row, (number,) in zip(some, cursor.fetchall(), strict=True):
                row.pk = number
                row._state.adding, row._state.db = False, connection.alias


def add_to_columns(model: type[Model], sums: dict[int, dict[str, Any]], *, latest: str = "") -> None:
    """Add numbers to columns of rows: row → column → how much; all rows have the same columns.

    :param latest: a column of days that takes the given day where that is later.
    """
    if not sums:
        return
    connection = connections[DEFAULT_DB_ALIAS]
    quote = connection.ops.quote_name
    names = list(next(iter(sums.values())))
    sets = []
    for name in names:
        column = quote(name)
        sets.append(
            f"{column} = CASE WHEN {column} < %s THEN %s ELSE {column} END"
            if name == latest
            else f"{column} = {column} + %s"
        )
    meta = model._meta
    lines = []
    for number, given in sorted(sums.items()):
        values: list[Any] = []
        for name in names:
            day = connection.ops.adapt_datefield_value(given[name]) if name == latest else None
            values += [day, day] if name == latest else [given[name]]
        lines.append([*values, number])
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {quote(meta.db_table)} SET {', '.join(sets)} WHERE {quote(str(meta.pk.column))} = %s",  # noqa: S608
            lines,
        )
