"""Changes: every act of a person is one Change, with the state of each row before and after it.

Services open a Change, save rows through it, and return what they made. The first time a person
changes a row, the state before is written too, so that undo has something to go back to. Undo takes
back a whole Change; it refuses where a later Change stands on top.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.dispatch import receiver
from django.utils import timezone
from simple_history.signals import pre_create_historical_record

from claims.models import Annotation, Attribution, Change, Codebook, Membership, Quote, Run, Statement, User
from claims.models.base import Made


class UnableToUndo(Exception):
    """The change cannot be taken back; the words say why and what to do."""


def begin_change(*, verb: str, words: str, by: User, undoes: Change | None = None) -> Change:
    """Open a Change that the following rows will belong to."""
    return Change.objects.create(verb=verb, words=words, by=by, undoes=undoes)


def begin_change_of_run(*, verb: str, words: str, run: Run, undoes: Change | None = None) -> Change:
    """Open a Change that a program answers for: what it replaces in one article, so that it can go back."""
    return Change.objects.create(verb=verb, words=words, run=run, undoes=undoes)


def changes_made(act: Callable[[], object], *, by: User) -> list[Change]:
    """Call ``act``, which calls services, and return the Changes that ``by`` made by it, in their order."""
    last = Change.objects.filter(by=by).order_by("-id").first()
    act()
    return list(Change.objects.filter(by=by, id__gt=last.pk if last else 0).order_by("id"))


def save_changed(change: Change, row: models.Model, *, fields: Iterable[str]) -> None:
    """Save the named ``fields`` of a row as part of ``change``, writing its history.

    A row that both programs and people make is marked as touched by the person.
    """
    names = set(fields)
    _keep_state_before(row)
    if isinstance(row, Made):
        row.touched_by, row.touched_at = change.by, timezone.now()
        names |= {"touched_by", "touched_at"}
    _mark(row, change)
    row.save(update_fields=sorted(names))


def save_new(change: Change, row: models.Model) -> None:
    """Insert a row that a person made as part of ``change``, writing its history."""
    if isinstance(row, Made):
        row.touched_by, row.touched_at = change.by, timezone.now()
    _mark(row, change)
    row.save(force_insert=True)


def save_quietly(row: models.Model, *, fields: Iterable[str] | None = None) -> None:
    """Save a row that a program made or recounts: no history is written."""
    row.skip_history_when_saving = True  # type: ignore[attr-defined]
    try:
        row.save(update_fields=None if fields is None else sorted(fields))
    finally:
        del row.skip_history_when_saving  # type: ignore[attr-defined]


@transaction.atomic
def undo_change(
    *, change: Change, by: User, after: Callable[[list[models.Model]], None] | None = None
) -> Change:
    """Take back everything that ``change`` did, as a Change of its own.

    :param after: called with the rows that went back, to recount what hangs on them.
    :raises UnableToUndo: if it was undone already, or if a later Change touched one of its rows.
    """
    change = Change.objects.select_for_update().get(pk=change.pk)
    if Change.objects.filter(undoes=change).exists():
        raise UnableToUndo("This was undone already. Load the page again to see how it stands.")
    records = changed_records(change)
    if not records:
        raise UnableToUndo("Nothing of this change can be taken back. Change the rows anew instead.")
    for record in records:
        _refuse_if_changed_since(record)
    undoing = begin_change(verb="undo", words=f"undid: {change.words}", by=by, undoes=change)
    went_back = [_take_back(record, undoing) for record in records]
    if after is not None:
        after(went_back)
    return undoing


def changed_records(change: Change) -> list[Any]:
    """Return the history records of a change, the last written first."""
    found: list[Any] = []
    for model in _models_with_history():
        found.extend(model.history.model.objects.filter(change=change))
    return sorted(found, key=lambda record: (record.history_date, record.history_id), reverse=True)


def _models_with_history() -> list[Any]:
    from django.apps import apps

    return [model for model in apps.get_app_config("claims").get_models() if hasattr(model, "history")]


def _keep_state_before(row: models.Model) -> None:
    records = type(row).history  # type: ignore[attr-defined]
    if records.filter(id=row.pk).exists():
        return
    before = type(row)._base_manager.get(pk=row.pk)
    names = [field.attname for field in records.model.tracked_fields]
    records.create(
        history_date=timezone.now(),
        history_type="+",
        **{name: getattr(before, name) for name in names},
    )


def _mark(row: models.Model, change: Change) -> None:
    row._change = change  # type: ignore[attr-defined]
    row._history_user = change.by  # type: ignore[attr-defined]


@receiver(pre_create_historical_record)
def _put_change_on_record(sender: Any, instance: Any, history_instance: Any, **kwargs: Any) -> None:
    change = instance.__dict__.pop("_change", None)
    if change is None:
        raise ValueError(
            f"{instance!r} was saved outside of a service: use save_changed, save_new or save_quietly"
        )
    history_instance.change = change


def _refuse_if_changed_since(record: Any) -> None:
    newer = (
        type(record)
        .objects.filter(id=record.id, history_id__gt=record.history_id)
        .exclude(change=record.change)
    )
    for later in newer.select_related("change").order_by("history_id"):
        if later.change is None or _stands_on(later.change, record.change):
            words = later.change.words if later.change else "another change"
            raise UnableToUndo(f"A later change stands on top of this one: “{words}”. Undo that first.")


def _stands_on(later: Change, change: Change) -> bool:
    """Say whether a later change still counts: one that was undone does not, nor does its undoing."""
    if later.undoes_id is not None and later.undoes_id > change.pk:
        return False
    return not _is_undone(later)


def _is_undone(change: Change) -> bool:
    undoing = Change.objects.filter(undoes=change).first()
    return undoing is not None and not _is_undone(undoing)


def _take_back(record: Any, undoing: Change) -> models.Model:
    row = record.instance_type._base_manager.get(pk=record.id)
    before = record.prev_record
    if before is None:
        _retire(row, undoing)
        return row
    names = [field.name for field in type(record).tracked_fields if not field.primary_key]
    columns = {name: _attname(row, name) for name in names}
    changed = [name for name, column in columns.items() if getattr(row, column) != getattr(before, column)]
    touched = {"touched_by", "touched_at"}
    for name in changed:
        setattr(row, columns[name], getattr(before, columns[name]))
    _mark(row, undoing)
    if isinstance(row, Made) and row.run_id is None and row.touched_by_id is None:
        row.touched_by, row.touched_at = undoing.by, timezone.now()
    row.save(update_fields=sorted(set(changed) | (touched if isinstance(row, Made) else set())))
    return row


def _attname(row: models.Model, name: str) -> str:
    return row._meta.get_field(name).attname  # type: ignore[union-attr]


def _retire(row: Any, undoing: Change) -> None:
    """Take a made row out of sight: nothing that a person made is deleted."""
    now: datetime = timezone.now()
    names: list[str]
    if isinstance(row, Annotation):
        row.retired_at, row.retired_by = now, undoing.by
        names = ["retired_at", "retired_by"]
    elif isinstance(row, (Quote, Statement)):
        row.status, row.is_live = type(row).Status.REJECTED, False
        names = ["status", "is_live"]
    elif isinstance(row, Attribution):
        row.is_live = False
        names = ["is_live"]
    elif isinstance(row, Codebook):
        row.retired_at = now
        names = ["retired_at"]
    elif isinstance(row, Membership):
        row.ended_at = now
        names = ["ended_at"]
    elif hasattr(row, "is_retired"):
        row.is_retired = True
        names = ["is_retired"]
    elif hasattr(row, "is_latest"):
        row.is_latest = False
        names = ["is_latest"]
    elif hasattr(row, "is_live"):
        row.is_live = False
        names = ["is_live"]
    elif hasattr(row, "outcome"):
        row.outcome, row.decided_at = "", None
        names = ["outcome", "decided_at"]
    elif hasattr(row, "resolves"):
        row.resolves = False
        names = ["resolves"]
    else:
        raise UnableToUndo(f"A new {row._meta.verbose_name} cannot be taken back. Change it instead.")
    save_changed(undoing, row, fields=names)
