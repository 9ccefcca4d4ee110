"""The tables that can be exported, by name, and the rows that somebody asks for."""

from typing import Any

from django.db.models import QuerySet

from claims.exports.annotations import ANNOTATIONS
from claims.exports.articles import ARTICLES
from claims.exports.attributions import ATTRIBUTIONS
from claims.exports.claims import CLAIMS
from claims.exports.coders import CODERS
from claims.exports.columns import Table
from claims.exports.decisions import DECISIONS
from claims.exports.differences import DIFFERENCES
from claims.exports.matches import MATCHES
from claims.exports.quotes import QUOTES
from claims.exports.speakers import SPEAKERS
from claims.exports.statements import STATEMENTS
from claims.exports.utterances import UTTERANCES
from claims.models import Codebook, User
from claims.queries.filters import FILTERS

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        ANNOTATIONS,
        DECISIONS,
        STATEMENTS,
        UTTERANCES,
        QUOTES,
        ATTRIBUTIONS,
        SPEAKERS,
        ARTICLES,
        CLAIMS,
        MATCHES,
        DIFFERENCES,
        CODERS,
    )
}
#: other names that people look for
ALSO_CALLED = {"codebook": "claims"}


class UnableToExport(Exception):
    """The export cannot be made; the words say why and what to do."""


def find_table(name: str) -> Table:
    """Return the table of that name.

    :raises UnableToExport: if there is none.
    """
    table = TABLES.get(ALSO_CALLED.get(name, name))
    if table is None:
        raise UnableToExport(f"There is no table “{name}”. There are: {', '.join(TABLES)}.")
    return table


def rows_for(
    table: Table, params: Any = None, *, user: User | None, codebook: Codebook | None = None
) -> QuerySet:
    """Return the rows of a table that ``user`` may have and that fit the filters, ordered by key.

    ``params`` is a query string's values, as the pages have them. A value that cannot be read narrows
    nothing, as on the pages; ``problems_with`` tells them. The codebook, if it is given, is the one
    whose tags count.
    """
    rows = table.seen_by(user)
    if table.filters:
        rows = FILTERS[table.filters](params, rows, user=user, codebook=codebook).qs
    elif codebook is not None and any(field.name == "codebook" for field in rows.model._meta.fields):
        rows = rows.filter(codebook=codebook)
    return rows.order_by("pk")


def problems_with(table: Table, params: Any, *, user: User | None) -> list[str]:
    """Return what is wrong with filters, in words: names there are not, values that cannot be read."""
    if not table.filters:
        return [f"The table {table.name} has no filters."] if params else []
    filters = FILTERS[table.filters](params, table.seen_by(user), user=user)
    known = filters.filters
    unknown = [name for name in params if name not in known]
    told = [f"There is no filter “{name}” here. There are: {', '.join(known)}." for name in unknown]
    for name, errors in filters.errors.items():
        told.extend(f"{name}: {error}" for error in errors)
    return told
