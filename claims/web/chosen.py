"""Rows that a form names by their ids."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Model, QuerySet

from claims.queries.filter_kinds import MAX_ID

Row = TypeVar("Row", bound=Model)


def chosen_rows(ids: Iterable[str], rows: QuerySet[Row]) -> list[Row]:
    """Return those of ``rows`` that the form names, in its order; what is no id of a row is left out."""
    wanted = [int(typed) for typed in ids if typed.isascii() and typed.isdecimal() and int(typed) <= MAX_ID]
    found = {row.pk: row for row in rows.filter(pk__in=wanted)}
    return [found[pk] for pk in dict.fromkeys(wanted) if pk in found]
