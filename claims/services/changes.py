"""Changes: every act of a person is one Change, with the state of each row before and after it.

Services open a Change, save rows through it, and return what they made. The first time a person
changes a row, the state before is written too, so that undo has something to go back to. Undo takes
back a whole Change; it refuses where a later Change stands on top.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import models, transaction
from django.dispatch import receiver
from django.utils import timezone
from simple_history.signals import pre_create_historical_record

from claims.models import Change, Run, User
from claims.models.base import Made
from claims.services.bulk_changes import BATCH
from claims.services.taking_back import UnableToUndo, take_back


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
    _refuse_if_changed_since(records, change)
    undoing = begin_change(verb="undo", words=f"undid: {change.words}", by=by, undoes=change)
    went_back = take_back(records, undoing)
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


def _refuse_if_changed_since(records: Iterable[Any], change: Change) -> None:
    by_model: dict[Any, dict[int, int]] = {}
    for record in records:
        firsts = by_model.setdefault(type(record), {})
        firsts[record.id] = min(record.history_id, firsts.get(record.id, record.history_id))
    for model, firsts in by_model.items():
        later: list[Any] = []
        for ids in _pieces(firsts):
            newer = model.objects.filter(id__in=ids, history_id__gt=min(firsts[number] for number in ids))
            later += newer.exclude(change=change).select_related("change")
        for record in sorted(later, key=lambda record: record.history_id):
            if record.history_id > firsts[record.id] and (
                record.change is None or _stands_on(record.change, change)
            ):
                words = record.change.words if record.change else "another change"
                raise UnableToUndo(f"A later change stands on top of this one: “{words}”. Undo that first.")


def _pieces(ids: Iterable[int]) -> Iterable[list[int]]:
    rising = sorted(ids)
    return (rising[place : place + BATCH] for place in range(0, len(rising), BATCH))


def _stands_on(later: Change, change: Change) -> bool:
    """Say whether a later change still counts: one that was undone does not, nor does its undoing."""
    if later.undoes_id is not None and later.undoes_id > change.pk:
        return False
    return not _is_undone(later)


def _is_undone(change: Change) -> bool:
    undoing = Change.objects.filter(undoes=change).first()
    return undoing is not None and not _is_undone(undoing)
