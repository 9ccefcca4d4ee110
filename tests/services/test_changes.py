"""Changes: history with the state before, and undo of a whole act."""

import pytest

from claims.models import Outlet, Run, Speaker, User
from claims.services.changes import (
    UnableToUndo,
    begin_change,
    save_changed,
    save_new,
    save_quietly,
    undo_change,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> User:
    return User.objects.create_user("lead")


@pytest.fixture
def speaker() -> Speaker:
    run = Run.objects.create(program=Run.Program.QUOTES, version="1")
    made = Speaker(name="Ilyana Vosk", run=run)
    save_quietly(made)
    return made


def rename(speaker: Speaker, name: str, by: User):
    change = begin_change(verb="rename_speaker", words=f"renamed to {name}", by=by)
    speaker.name = name
    save_changed(change, speaker, fields=["name"])
    return change


def test_row_made_by_a_program_writes_no_history(speaker):
    assert Speaker.history.count() == 0


def test_first_change_keeps_the_state_before(speaker, lead):
    change = rename(speaker, "Ilyana Voskova", lead)

    names = list(Speaker.history.order_by("history_id").values_list("name", "change"))
    assert names == [("Ilyana Vosk", None), ("Ilyana Voskova", change.pk)]


def test_changed_row_names_the_person(speaker, lead):
    rename(speaker, "Ilyana Voskova", lead)

    speaker.refresh_from_db()
    assert speaker.touched_by == lead
    assert speaker.touched_at is not None


def test_undo_brings_back_every_row_and_says_so(speaker, lead):
    outlet = Outlet(name="Radio Halden", name_folded="radio halden")
    save_quietly(outlet)
    change = rename(speaker, "Ilyana Voskova", lead)
    outlet.country = "Halden"
    save_changed(change, outlet, fields=["country"])

    undoing = undo_change(change=change, by=lead)

    speaker.refresh_from_db()
    outlet.refresh_from_db()
    assert (speaker.name, speaker.touched_by, outlet.country) == ("Ilyana Vosk", None, "")
    assert undoing.undoes == change


def test_undo_is_refused_twice(speaker, lead):
    change = rename(speaker, "Ilyana Voskova", lead)
    undo_change(change=change, by=lead)

    with pytest.raises(UnableToUndo, match="undone already"):
        undo_change(change=change, by=lead)


def test_undo_is_refused_under_a_later_change(speaker, lead):
    first = rename(speaker, "Ilyana Voskova", lead)
    rename(speaker, "I. Vosk", lead)

    with pytest.raises(UnableToUndo, match=r"renamed to I\. Vosk"):
        undo_change(change=first, by=lead)


def test_undo_can_itself_be_undone(speaker, lead):
    change = rename(speaker, "Ilyana Voskova", lead)
    undoing = undo_change(change=change, by=lead)

    undo_change(change=undoing, by=lead)

    speaker.refresh_from_db()
    assert speaker.name == "Ilyana Voskova"


def test_undoing_a_new_row_retires_it_and_deletes_nothing(lead):
    change = begin_change(verb="add_speaker", words="added a speaker", by=lead)
    speaker = Speaker(name="Nadia al-Khatibi")
    save_new(change, speaker)

    undo_change(change=change, by=lead)

    speaker.refresh_from_db()
    assert not speaker.is_live


def test_saving_around_the_services_is_a_mistake_that_shows(speaker):
    with pytest.raises(ValueError, match="outside of a service"):
        speaker.save()
