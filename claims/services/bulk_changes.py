"""Changing or making many rows in one act: as one Change that can be undone, without a query per row.

The rows are not marked as touched: who merges two speakers has not looked at each of their quotes.
"""

from collections.abc import Iterable, Sequence

from django.db import models
from django.utils import timezone

from claims.models import Change

BATCH = 500


def update_many(change: Change, rows: Sequence[models.Model], *, fields: Iterable[str]) -> None:
    """Save the named ``fields`` of rows of one model as part of ``change``, writing their history.

    The state before is written too where a row has no history yet, so that undo can go back to it.
    """
    names = sorted(fields)
    for place in range(0, len(rows), BATCH):
        some = rows[place : place + BATCH]
        model = type(some[0])
        records = model.history.model  # type: ignore[attr-defined]
        ids = [row.pk for row in some]
        known = set(records.objects.filter(id__in=ids).values_list("id", flat=True))
        before = [row for row in model._base_manager.filter(pk__in=ids) if row.pk not in known]
        records.objects.bulk_create([_record(records, row, "+") for row in before])
        _write_columns(some, names)
        records.objects.bulk_create([_record(records, row, "~", change) for row in some])


def _write_columns(rows: Sequence[models.Model], names: Sequence[str]) -> None:
    """Save columns of rows; where all rows are to have the same in them, by one plain update."""
    model = type(rows[0])
    columns = [model._meta.get_field(name).attname for name in names]  # type: ignore[union-attr]
    first, *others = ([getattr(row, column) for column in columns] for row in rows)
    if all(values == first for values in others):
        ids = [row.pk for row in rows]
        model._base_manager.filter(pk__in=ids).update(**dict(zip(columns, first, strict=True)))
    else:
        model._base_manager.bulk_update(rows, names)


def insert_many(change: Change, rows: Sequence[models.Model]) -> None:
    """Insert rows of one model that a person made as part of ``change``, writing their history."""
    for place in range(0, len(rows), BATCH):
        some = rows[place : place + BATCH]
        model = type(some[0])
        records = model.history.model  # type: ignore[attr-defined]
        model._base_manager.bulk_create(some)
        records.objects.bulk_create([_record(records, row, "+", change) for row in some])


def _record(
    records: type[models.Model], row: models.Model, kind: str, change: Change | None = None
) -> models.Model:
    columns = {field.attname: getattr(row, field.attname) for field in records.tracked_fields}  # type: ignore[attr-defined]
    return records(
        history_date=timezone.now(),
        history_type=kind,
        history_user=change.by if change else None,
        change=change,
        **columns,
    )
