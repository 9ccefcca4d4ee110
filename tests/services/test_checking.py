"""The list "to check": one decision a quote, and the first one stands."""

import pytest

from claims.models import Attribution, Change, Membership, Quote, Speaker
from claims.services.checking import Answer, UnableToCheck, check_quote
from claims.services.quotes import confirm_quote
from claims.services.rights import NotAllowed
from claims.services.undo import undo
from tests.services.corpus import OKARRIN, VOSK, find, make_article, make_user, write

pytestmark = pytest.mark.django_db

BODY = "“We have waited,” said Ilyana Vosk.\n\n“So have we,” said Anselm Okarrin.\n\n“In spring,” she said."


@pytest.fixture
def coder():
    return make_user()


@pytest.fixture
def unsure() -> Quote:
    article = make_article(BODY)
    write(
        article,
        find(article.text, "We have waited,", VOSK),
        find(article.text, "So have we,", OKARRIN),
        find(article.text, "In spring,", VOSK, confidence=0.4),
    )
    return Quote.objects.get(exact="In spring,")


def said_by(quote: Quote) -> list[str]:
    rows = Attribution.objects.named().filter(quote=quote)
    return [row.speaker.name if row.speaker else "unknown" for row in rows]


def test_a_quote_that_is_right_leaves_the_list_and_undo_brings_it_back(unsure: Quote, coder) -> None:
    assert list(Quote.objects.unsure()) == [unsure]

    check_quote(quote=unsure, answer=Answer.RIGHT, by=coder)

    assert not Quote.objects.unsure().exists()
    undo(change=Change.objects.latest("id"), by=coder)
    assert list(Quote.objects.unsure()) == [unsure]


def test_each_answer_is_one_change(unsure: Quote, coder) -> None:
    okarrin = Speaker.objects.get(name="Anselm Okarrin")
    before = Change.objects.count()

    check_quote(quote=unsure, answer=Answer.SPEAKER, speaker=okarrin, by=coder)

    assert (said_by(unsure), Change.objects.count() - before) == (["Anselm Okarrin"], 1)


def test_a_typed_name_makes_a_new_speaker(unsure: Quote, coder) -> None:
    check_quote(quote=unsure, answer=Answer.SPEAKER, name="Seda Marutyan", by=coder)

    assert said_by(unsure) == ["Seda Marutyan"]


def test_nobody_known_is_an_answer(unsure: Quote, coder) -> None:
    check_quote(quote=unsure, answer=Answer.UNKNOWN, by=coder)

    assert said_by(unsure) == ["unknown"]


def test_what_is_no_quote_is_rejected(unsure: Quote, coder) -> None:
    check_quote(quote=unsure, answer=Answer.NO_QUOTE, by=coder)

    unsure.refresh_from_db()
    assert (unsure.status, unsure.is_live) == ("REJECTED", False)


def test_the_first_decision_stands_and_the_second_person_reads_it(unsure: Quote, coder) -> None:
    confirm_quote(quote=unsure, by=make_user("jonas"))

    with pytest.raises(UnableToCheck, match=r"jonas decided on this quote already: confirmed “In spring,”"):
        check_quote(quote=unsure, answer=Answer.NO_QUOTE, by=coder)

    unsure.refresh_from_db()
    assert unsure.status == "STANDING"


def test_a_speaker_must_be_named(unsure: Quote, coder) -> None:
    with pytest.raises(UnableToCheck, match="Choose one of the speakers"):
        check_quote(quote=unsure, answer=Answer.SPEAKER, by=coder)


def test_a_reader_decides_nothing(unsure: Quote) -> None:
    with pytest.raises(NotAllowed):
        check_quote(quote=unsure, answer=Answer.RIGHT, by=make_user("rui", role=Membership.Role.READER))
