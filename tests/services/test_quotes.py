"""What people correct outlives every run, shows in the history, and can be undone."""

import pytest

from claims.models import Alias, Attribution, Change, Kind, Membership, Quote, Speaker, Statement
from claims.services.attributing import UnableToName
from claims.services.changes import UnableToUndo
from claims.services.quotes import (
    UnableToCorrectQuote,
    add_quote,
    change_kind,
    confirm_quote,
    name_speaker,
    reject_quote,
    restore_quote,
    set_speakers,
)
from claims.services.rights import NotAllowed
from claims.services.undo import undo
from tests.services.corpus import OKARRIN, VOSK, find, make_article, make_user, write

pytestmark = pytest.mark.django_db

TEXT = (
    "“We did not come to exchange compliments. A treaty will be signed,” said President Ilyana Vosk. "
    "“Nobody serious expects signatures,” said Anselm Okarrin. "
    "The envoy saw it otherwise: “It is a calendar.”"
)
SPEECH = "We did not come to exchange compliments. A treaty will be signed,"
DOUBT = "Nobody serious expects signatures,"


@pytest.fixture
def article():
    article = make_article(TEXT)
    write(article, *found())
    return article


def found(speech_by=VOSK):
    cut = ("We did not come to exchange compliments.", "A treaty will be signed,")
    return (
        find(TEXT, SPEECH, speech_by, statements=cut, mention="President Ilyana Vosk"),
        find(TEXT, DOUBT, OKARRIN),
    )


@pytest.fixture
def coder():
    return make_user()


def speech():
    return Quote.objects.get(start=1)


def speakers(quote):
    rows = quote.attributions.live().order_by("order").select_related("speaker")
    return [row.speaker.name if row.speaker else None for row in rows]


def rows_of(quote):
    """Everything that a quote is, but who touched it and when, and how it was grouped since."""
    left_out = {"touched_by_id", "touched_at", "utterance_id"}
    return [
        [
            {name: value for name, value in row.items() if name not in left_out}
            for row in rows.order_by("id").values()
        ]
        for rows in (
            Quote.objects.filter(pk=quote.pk),
            Attribution.objects.filter(quote=quote, is_live=True),
            Statement.objects.filter(quote=quote, is_live=True),
        )
    ]


def test_a_speaker_set_by_a_person_stays_over_a_run_that_says_otherwise(article, coder):
    okarrin = Speaker.objects.get(name="Anselm Okarrin")

    set_speakers(quote=speech(), speakers=[okarrin], by=coder)
    write(article, *found(speech_by=VOSK))

    assert speakers(speech()) == ["Anselm Okarrin"]
    assert Speaker.objects.get(name="Ilyana Vosk").quote_count == 0


def test_the_words_that_name_the_speaker_stay_when_the_speaker_is_changed(article, coder):
    set_speakers(quote=speech(), speakers=[Speaker.objects.get(name="Anselm Okarrin")], by=coder)

    assert speech().attributions.live().get().mention == "President Ilyana Vosk"


def test_no_speaker_says_unknown(article, coder):
    set_speakers(quote=speech(), speakers=[], by=coder)

    assert speakers(speech()) == [None]


def test_two_speakers_are_kept_in_the_order_given(article, coder):
    both = [Speaker.objects.get(name=name) for name in ("Anselm Okarrin", "Ilyana Vosk")]

    set_speakers(quote=speech(), speakers=both, by=coder)

    assert speakers(speech()) == ["Anselm Okarrin", "Ilyana Vosk"]


def test_setting_a_speaker_can_be_undone(article, coder):
    before = rows_of(speech())
    set_speakers(quote=speech(), speakers=[], by=coder)

    undo(change=Change.objects.latest("id"), by=coder)

    assert rows_of(speech()) == before
    assert not speech().is_touched
    assert Speaker.objects.get(name="Ilyana Vosk").quote_count == 1


def test_a_typed_name_finds_the_speaker_who_has_it(article, coder):
    name_speaker(quote=speech(), name="  anselm   okarrin ", by=coder)

    assert speakers(speech()) == ["Anselm Okarrin"]
    assert Speaker.objects.count() == 2


def test_a_typed_name_that_nobody_has_makes_a_speaker(article, coder):
    name_speaker(quote=speech(), name="Nadia al-Khatibi", by=coder)

    assert speakers(speech()) == ["Nadia al-Khatibi"]
    assert Alias.objects.get(name="Nadia al-Khatibi").touched_by == coder


def test_a_made_speaker_goes_with_the_undoing(article, coder):
    name_speaker(quote=speech(), name="Nadia al-Khatibi", by=coder)

    undo(change=Change.objects.latest("id"), by=coder)

    assert speakers(speech()) == ["Ilyana Vosk"]
    assert not Speaker.objects.get(name="Nadia al-Khatibi").is_live


def test_a_name_of_signs_alone_is_refused(article, coder):
    with pytest.raises(UnableToName):
        name_speaker(quote=speech(), name=" – ", by=coder)


def test_a_rejected_quote_stays_rejected_over_runs(article, coder):
    reject_quote(quote=speech(), by=coder)

    write(article, *found())

    quote = speech()
    assert (quote.status, quote.is_live) == (Quote.Status.REJECTED, False)
    assert not quote.statements.live().exists()
    assert Speaker.objects.get(name="Ilyana Vosk").quote_count == 0


def test_a_rejected_quote_keeps_out_nearly_the_same_words(article, coder):
    reject_quote(quote=speech(), by=coder)

    write(article, find(TEXT, SPEECH.rstrip(","), VOSK), find(TEXT, DOUBT, OKARRIN))

    assert [quote.exact for quote in Quote.objects.live()] == [DOUBT]


def test_a_rejected_scrap_does_not_keep_out_a_long_quote_around_it(coder):
    article = make_article(TEXT)
    write(article, find(TEXT, "signatures", OKARRIN))
    reject_quote(quote=Quote.objects.get(), by=coder)

    write(article, find(TEXT, DOUBT, OKARRIN))

    assert [quote.exact for quote in Quote.objects.live()] == [DOUBT]


def test_rejecting_numbers_the_statements_that_stay(article, coder):
    reject_quote(quote=speech(), by=coder)

    assert list(Statement.objects.live().values_list("number", "exact")) == [(1, DOUBT)]


def test_a_restored_quote_is_what_it_was(article, coder):
    before = rows_of(speech())
    reject_quote(quote=speech(), by=coder)

    restore_quote(quote=speech(), by=coder)

    assert rows_of(speech()) == before
    assert Speaker.objects.get(name="Ilyana Vosk").quote_count == 1


def test_restoring_brings_back_the_speaker_that_a_person_set(article, coder):
    set_speakers(quote=speech(), speakers=[Speaker.objects.get(name="Anselm Okarrin")], by=coder)
    reject_quote(quote=speech(), by=coder)

    restore_quote(quote=speech(), by=coder)

    assert speakers(speech()) == ["Anselm Okarrin"]


def test_only_a_rejected_quote_is_restored(article, coder):
    with pytest.raises(UnableToCorrectQuote):
        restore_quote(quote=speech(), by=coder)


def test_rejecting_can_be_undone(article, coder):
    before = rows_of(speech())
    reject_quote(quote=speech(), by=coder)

    undo(change=Change.objects.latest("id"), by=coder)

    assert rows_of(speech()) == before


def test_a_rejected_quote_is_not_corrected(article, coder):
    reject_quote(quote=speech(), by=coder)

    with pytest.raises(UnableToCorrectQuote, match="Restore it first"):
        change_kind(quote=speech(), kind=Kind.MIXED, by=coder)


def test_a_confirmed_quote_stays_over_a_run_that_does_not_find_it(article, coder):
    confirm_quote(quote=speech(), by=coder)

    write(article, found()[1])

    assert speech().is_live
    assert speech().confidence == 1


def test_a_changed_kind_stays_over_runs(article, coder):
    change_kind(quote=speech(), kind=Kind.MIXED, by=coder)

    write(article, *found())

    assert speech().kind == Kind.MIXED


def test_an_added_quote_has_its_words_without_marks_and_its_statements(article, coder):
    selected = "“It is a calendar.”"
    start = TEXT.index(selected)
    vosk = Speaker.objects.get(name="Ilyana Vosk")

    quote = add_quote(
        article=article, start=start, end=start + len(selected), kind=Kind.DIRECT, speakers=[vosk], by=coder
    )

    assert quote.exact == "It is a calendar."
    assert speakers(quote) == ["Ilyana Vosk"]
    assert [(row.number, row.exact) for row in quote.statements.live()] == [(4, "It is a calendar.")]


def test_an_added_quote_stays_over_runs_and_keeps_out_what_crosses_it(article, coder):
    start = TEXT.index("It is a calendar.")
    add_quote(article=article, start=start, end=start + 17, kind=Kind.DIRECT, by=coder)

    write(article, *found(), find(TEXT, "otherwise: “It is a calendar", VOSK))

    assert [quote.exact for quote in Quote.objects.live().order_by("start")][-1] == "It is a calendar."
    assert Quote.objects.live().count() == 3


def test_an_added_quote_is_taken_back_by_undo(article, coder):
    start = TEXT.index("It is a calendar.")
    quote = add_quote(article=article, start=start, end=start + 17, kind=Kind.DIRECT, by=coder)

    undo(change=Change.objects.latest("id"), by=coder)

    quote.refresh_from_db()
    assert not quote.is_live
    assert not quote.statements.live().exists()


def test_a_withdrawn_quote_is_added_again_in_its_own_row(article, coder):
    pk = speech().pk
    write(article, found()[1])

    quote = add_quote(article=article, start=1, end=1 + len(SPEECH), kind=Kind.DIRECT, by=coder)

    assert (quote.pk, quote.is_live) == (pk, True)
    assert quote.statements.live().count() == 2


def test_words_that_are_a_quote_already_are_refused(article, coder):
    with pytest.raises(UnableToCorrectQuote, match="already"):
        add_quote(article=article, start=0, end=2 + len(SPEECH), kind=Kind.DIRECT, by=coder)


def test_words_that_cross_the_border_of_a_quote_are_refused(article, coder):
    with pytest.raises(UnableToCorrectQuote, match="only a part of"):
        add_quote(article=article, start=20, end=len(SPEECH) + 20, kind=Kind.INDIRECT, by=coder)


def test_words_inside_a_quote_become_a_nested_one(article, coder):
    start = TEXT.index("exchange compliments")

    quote = add_quote(article=article, start=start, end=start + 20, kind=Kind.DIRECT, by=coder)

    assert quote.inside == speech()


def test_a_selection_over_headline_and_body_is_refused(coder):
    article = make_article("“It is a calendar,” said Vosk.", title="A calendar")

    with pytest.raises(UnableToCorrectQuote, match="headline"):
        add_quote(article=article, start=2, end=20, kind=Kind.DIRECT, by=coder)


@pytest.mark.parametrize("verb", [reject_quote, confirm_quote, restore_quote])
def test_a_reader_corrects_nothing(article, verb):
    with pytest.raises(NotAllowed):
        verb(quote=speech(), by=make_user("rui", role=Membership.Role.READER))


def test_a_correction_says_in_words_what_was_done(article, coder):
    reject_quote(quote=speech(), by=coder)

    change = Change.objects.latest("id")
    assert change.words == "rejected “We did not come to exchange compliments. A treaty will be s…”"
    assert change.by == coder


def test_undo_refuses_where_a_later_change_stands_on_top(article, coder):
    change_kind(quote=speech(), kind=Kind.MIXED, by=coder)
    first = Change.objects.latest("id")
    change_kind(quote=speech(), kind=Kind.INDIRECT, by=coder)

    with pytest.raises(UnableToUndo):
        undo(change=first, by=coder)
