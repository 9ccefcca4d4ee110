"""The stored terms of statements, with stamps by which a process that holds an index learns what changed.

Every change of a row gives it a new stamp. On SQLite, where one transaction writes at a time, stamps
count up; on PostgreSQL a stamp is the number of the transaction, so that nobody waits for anybody: what
was written by transactions that were still open at the last reading is read again.
"""

from collections.abc import Collection
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import Max, Q, QuerySet

from claims.matching.terms import VERSION, terms_blob
from claims.models import Article, Statement, StatementTerms
from claims.services.meanings import forget_vectors
from claims.services.progress import SILENT, Progress
from claims.services.recounts import BATCH, batches
from claims.services.yielding import give_way, write_alone

WRITTEN = ["terms", "version", "is_live", "stamp", "is_changed"]


class StoredTerms(NamedTuple):
    """One row as an index reads it."""

    statement: int
    terms: bytes
    quote: int
    #: of the article
    language: str
    #: whether it belongs into an index: its statement lives, and its terms are of the rules in use
    is_in: bool


def store_terms(statements: QuerySet[Statement] | None = None, *, progress: Progress = SILENT) -> int:
    """Store the terms of live statements that have none, or those of other rules or words.

    :param statements: among which to look; by default all.
    :return: how many were stored.
    """
    rows = Statement.objects.all() if statements is None else statements
    missing = Q(terms__isnull=True) | ~Q(terms__version=VERSION)
    ids = list(rows.filter(missing, is_live=True).order_by("id").values_list("id", flat=True))
    if not ids:
        return 0
    progress.begin(len(ids), "statements read")
    for some in batches(ids):
        _store(some)
        progress.advance(len(some))
        give_way()
    return len(ids)


@transaction.atomic
def _store(ids: list[int]) -> None:
    write_alone()
    rows = Statement.objects.filter(pk__in=ids).values_list(
        "id", "exact", "article__language", "is_live", "terms__is_changed"
    )
    last = StatementTerms.objects.aggregate(last=Max("statement"))["last"] or 0
    stamp = _next_stamp()
    fresh = [
        StatementTerms(
            statement_id=number,
            terms=terms_blob(exact, language),
            version=VERSION,
            is_live=is_live,
            stamp=stamp,
            # one that comes after later ones: those may have been compared without it
            is_changed=number < last if is_changed is None else is_changed,
        )
        for number, exact, language, is_live, is_changed in rows
    ]
    StatementTerms.objects.bulk_create(
        fresh, update_conflicts=True, unique_fields=["statement"], update_fields=WRITTEN, batch_size=BATCH
    )


@transaction.atomic
def settle_terms(statement_ids: Collection[int]) -> int:
    """Let the stored terms live where their statements do. Returns how many changed.

    A statement that came back is compared anew: later ones were compared without it.
    """
    changed = 0
    for some in batches(statement_ids):
        rows = StatementTerms.objects.filter(statement__in=some)
        gone = list(rows.filter(is_live=True, statement__is_live=False).values_list("pk", flat=True))
        back = list(rows.filter(is_live=False, statement__is_live=True).values_list("pk", flat=True))
        if gone:
            StatementTerms.objects.filter(pk__in=gone).update(is_live=False, stamp=_next_stamp())
            forget_vectors(gone)
        if back:
            values = {"is_live": True, "is_changed": True, "stamp": _next_stamp()}
            StatementTerms.objects.filter(pk__in=back).update(**values)
            Article.objects.filter(statements__in=back).update(matches_run=None)
        changed += len(gone) + len(back)
    return changed


@transaction.atomic
def forget_terms(statement_ids: Collection[int]) -> None:
    """Let the terms of statements be read anew, whose words are others now."""
    for some in batches(statement_ids):
        values = {"version": 0, "is_changed": True, "stamp": _next_stamp()}
        StatementTerms.objects.filter(statement__in=some).update(**values)
        forget_vectors(some)


def note_as_compared(statement_ids: Collection[int]) -> None:
    """Note that statements which came back, or were changed, were compared with all others."""
    for some in batches(statement_ids):
        StatementTerms.objects.filter(statement__in=some, is_changed=True).update(is_changed=False)


def mark_of_now() -> int:
    """Return the mark behind which all that is not written yet will be stamped."""
    if connection.vendor != "postgresql":
        return _last_stamp()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1")
        return int(cursor.fetchone()[0])


def forget_foreign_stamps() -> None:
    """Take away the stamps that another server gave, before a backup of it was restored here.

    They are numbers of transactions that are yet to come here: rows that bear them would always seem new.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
            (to_come,) = cursor.fetchone()
        StatementTerms.objects.filter(stamp__gt=to_come).update(stamp=0)


def terms_in_index() -> QuerySet[StatementTerms]:
    """Return the rows that belong into an index, rising by statement."""
    return StatementTerms.objects.filter(is_live=True, version=VERSION).order_by("statement")


def terms_since(mark: int) -> list[StoredTerms]:
    """Return the rows written behind a mark, rising by statement; some may be known already."""
    # in two steps: asked to join at once, PostgreSQL reads whole tables while it has no counts of their rows
    ids = list(StatementTerms.objects.filter(stamp__gt=mark).values_list("statement", flat=True))
    return [row for some in batches(ids) for row in _stored_terms(some)]


def _stored_terms(ids: Collection[int]) -> list[StoredTerms]:
    rows = StatementTerms.objects.filter(statement__in=ids).order_by("statement")
    columns = ("statement", "terms", "statement__quote", "statement__article__language")
    return [
        StoredTerms(number, bytes(blob), quote, language, is_live and version == VERSION)
        for number, blob, quote, language, is_live, version in rows.values_list(
            *columns, "is_live", "version"
        )
    ]


def _next_stamp() -> int:
    """Return the stamp of what the transaction at hand writes."""
    if connection.vendor != "postgresql":
        return _last_stamp() + 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        return int(cursor.fetchone()[0])


def _last_stamp() -> int:
    return StatementTerms.objects.aggregate(last=Max("stamp"))["last"] or 0
