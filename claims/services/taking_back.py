"""The rows of a change set back to what they were before it, many at a time.

Records are taken back in the opposite order of their writing, since a constraint may hold between two rows
(the latest verdict of a reviewer is one). Neighbours of one table go together, each row once.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import models

from claims.models import Annotation, Attribution, Change, Codebook, Membership, Quote, Statement
from claims.models.base import Made
from claims.services.bulk_changes import BATCH, update_many


class UnableToUndo(Exception):
    """The change cannot be taken back; the words say why and what to do."""


def take_back(records: Sequence[Any], undoing: Change) -> list[models.Model]:
    """Set the rows of history records, the last written first, back as part of ``undoing``; return them.

    A row that the change made is taken out of sight: nothing that a person made is deleted.

    :raises UnableToUndo: if a row was made that cannot be taken out of sight.
    """
    went_back: list[models.Model] = []
    for run in _runs(records):
        before = _states_before(run)
        rows = run[0].instance_type._base_manager.in_bulk([record.id for record in run])
        ordered = [rows[record.id] for record in run]
        fields: set[str] = set()
        for record, row in zip(run, ordered, strict=True):
            earlier = before.get(record.history_id)
            fields |= _retire(row, undoing) if earlier is None else _restore(row, record, earlier, undoing)
        if fields:
            update_many(undoing, ordered, fields=fields)
        went_back += ordered
    return went_back


def _runs(records: Sequence[Any]) -> Iterator[list[Any]]:
    """Give neighbours of one table together, what was made apart from what was changed, no row twice."""
    run: list[Any] = []
    seen: set[int] = set()
    for record in records:
        is_other = run and (type(record), record.history_type) != (type(run[0]), run[0].history_type)
        if is_other or record.id in seen or len(run) == BATCH:
            yield run
            run, seen = [], set()
        run.append(record)
        seen.add(record.id)
    if run:
        yield run


def _states_before(run: Sequence[Any]) -> dict[int, Any]:
    """Return the record before each of these, of the same row; none for a row that the change made."""
    latest = {record.id: record.history_id for record in run}
    earlier = type(run[0]).objects.filter(id__in=list(latest), history_id__lt=max(latest.values()))
    found: dict[int, Any] = {}
    for record in earlier.order_by("history_id"):
        if record.history_id < latest[record.id]:
            found[latest[record.id]] = record
    return found


def _restore(row: models.Model, record: Any, before: Any, undoing: Change) -> set[str]:
    """Set on a row what it was before; return the names of the fields."""
    names = [field.name for field in type(record).tracked_fields if not field.primary_key]
    changed = set()
    for name in names:
        column = row._meta.get_field(name).attname  # type: ignore[union-attr]
        if getattr(row, column) != getattr(before, column):
            setattr(row, column, getattr(before, column))
            changed.add(name)
    if isinstance(row, Made):
        if row.run_id is None and row.touched_by_id is None:
            row.touched_by, row.touched_at = undoing.by, undoing.at
        changed |= {"touched_by", "touched_at"}
    return changed


def _retire(row: Any, undoing: Change) -> set[str]:
    """Take a made row out of sight; return the names of the fields that say so."""
    now = undoing.at  # the same for all rows: they are written by one update
    values: dict[str, Any]
    if isinstance(row, Annotation):
        values = {"retired_at": now, "retired_by": undoing.by}
    elif isinstance(row, (Quote, Statement)):
        values = {"status": type(row).Status.REJECTED, "is_live": False}
    elif isinstance(row, Attribution):
        values = {"is_live": False}
    elif isinstance(row, Codebook):
        values = {"retired_at": now}
    elif isinstance(row, Membership):
        values = {"ended_at": now}
    elif hasattr(row, "is_retired"):
        values = {"is_retired": True}
    elif hasattr(row, "is_latest"):
        values = {"is_latest": False}
    elif hasattr(row, "is_live"):
        values = {"is_live": False}
    elif hasattr(row, "outcome"):
        values = {"outcome": "", "decided_at": None}
    elif hasattr(row, "resolves"):
        values = {"resolves": False}
    else:
        raise UnableToUndo(f"A new {row._meta.verbose_name} cannot be taken back. Change it instead.")
    if isinstance(row, Made):
        values |= {"touched_by": undoing.by, "touched_at": now}
    for name, value in values.items():
        setattr(row, name, value)
    return set(values)
