"""Who may take back what, and what cannot be taken back any more."""

import pytest

from claims.models import Annotation, Change, Kind, Membership, Quote, Speaker
from claims.services.annotations import tag_statement
from claims.services.changes import UnableToUndo
from claims.services.quotes import change_kind, confirm_quote, name_speaker, reject_quote, set_speakers
from claims.services.rights import NotAllowed
from claims.services.undo import undo
from tests.services.corpus import VOSK, find, make_article, make_user, write
from tests.studies import build_study

pytestmark = pytest.mark.django_db

TEXT = "“A treaty will be signed,” said Ilyana Vosk. “It is a calendar,” said the envoy."


@pytest.fixture
def coder():
    return make_user()


@pytest.fixture
def quotes():
    article = make_article(TEXT)
    write(article, find(TEXT, "A treaty will be signed,", VOSK), find(TEXT, "It is a calendar,"))
    return list(Quote.objects.order_by("start"))


def last():
    return Change.objects.latest("id")


def test_every_reviewer_takes_back_what_another_did_to_the_corpus(quotes, coder):
    reject_quote(quote=quotes[0], by=coder)

    undone = undo(change=last(), by=make_user("jon"))

    quotes[0].refresh_from_db()
    assert quotes[0].is_live
    assert undone.words == "undid: rejected “A treaty will be signed,”"


def test_a_reader_takes_nothing_back(quotes, coder):
    reject_quote(quote=quotes[0], by=coder)

    with pytest.raises(NotAllowed):
        undo(change=last(), by=make_user("rui", role=Membership.Role.READER))


def test_a_change_is_taken_back_once(quotes, coder):
    confirm_quote(quote=quotes[0], by=coder)
    change = last()
    undo(change=change, by=coder)

    with pytest.raises(UnableToUndo, match="already"):
        undo(change=change, by=coder)


def test_changes_are_taken_back_one_after_the_other_from_the_last(quotes, coder):
    for kind in (Kind.MIXED, Kind.INDIRECT):
        change_kind(quote=quotes[0], kind=kind, by=coder)
    first, second = Change.objects.order_by("id")
    undo(change=second, by=coder)

    undo(change=first, by=coder)

    quotes[0].refresh_from_db()
    assert quotes[0].kind == Kind.DIRECT
    assert not quotes[0].is_touched


def test_a_change_done_again_by_undoing_its_undoing_stands_on_top(quotes, coder):
    for kind in (Kind.MIXED, Kind.INDIRECT):
        change_kind(quote=quotes[0], kind=kind, by=coder)
    first, second = Change.objects.order_by("id")
    undo(change=undo(change=second, by=coder), by=coder)

    with pytest.raises(UnableToUndo, match="on top"):
        undo(change=first, by=coder)


def test_an_undoing_can_be_undone(quotes, coder):
    reject_quote(quote=quotes[0], by=coder)
    undo(change=last(), by=coder)

    undo(change=last(), by=coder)

    quotes[0].refresh_from_db()
    assert quotes[0].status == Quote.Status.REJECTED
    assert not quotes[0].statements.live().exists()


def test_a_speaker_whom_other_quotes_name_since_is_not_taken_back(quotes, coder):
    name_speaker(quote=quotes[1], name="Nadia al-Khatibi", by=coder)
    naming = last()
    set_speakers(quote=quotes[0], speakers=[Speaker.objects.get(name="Nadia al-Khatibi")], by=coder)

    with pytest.raises(UnableToUndo, match="Merge"):
        undo(change=naming, by=coder)

    assert Speaker.objects.get(name="Nadia al-Khatibi").is_live


def test_what_was_taken_back_leaves_the_quote_to_programs_again(quotes, coder):
    confirm_quote(quote=quotes[0], by=coder)
    undo(change=last(), by=coder)

    write(quotes[0].article, find(TEXT, "It is a calendar,"))

    quotes[0].refresh_from_db()
    assert quotes[0].status == Quote.Status.WITHDRAWN


@pytest.fixture
def tagged():
    """A study in which jon has tagged a statement."""
    study = build_study()
    claim = next(claim for claim in study.claims.values() if not claim.is_group)
    tag_statement(statement=study.statements[1], claim=claim, stance="SUPPORTS", by=study.people["jon"])
    return study


@pytest.mark.parametrize("name", ["jon", "mira"])
def test_a_tag_is_taken_back_by_its_coder_and_by_a_lead(tagged, name):
    undo(change=last(), by=tagged.people[name])

    assert not Annotation.objects.standing().exists()


@pytest.mark.parametrize("name", ["ada", "rui", "olga"])
def test_a_tag_is_not_taken_back_by_others(tagged, name):
    with pytest.raises(NotAllowed):
        undo(change=last(), by=tagged.people[name])
