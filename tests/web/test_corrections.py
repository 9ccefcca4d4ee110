"""Corrections of quotes: each is answered with an Undo, and none is for readers."""

import pytest
from django.urls import reverse

from claims.models import Change, Quote, Speaker
from claims.services.speakers import rename_speaker
from tests.web.conftest import Visit
from tests.world import World

VERBS = {
    "correct_speakers": {"name": "Anselm Okarrin"},
    "correct_kind": {"kind": "INDIRECT"},
    "confirm_quote": {},
    "reject_quote": {},
}


def speakers_of(quote: Quote) -> set[str | None]:
    live = quote.attributions.filter(is_live=True)
    return {row.speaker.name if row.speaker else None for row in live}


@pytest.mark.parametrize("verb", VERBS)
def test_a_reader_is_refused_in_words(verb: str, world: World, visit: Visit) -> None:
    changes = Change.objects.count()

    answer = visit("reader").post(reverse(verb, args=[world.quotes["vosk"].pk]), VERBS[verb])

    assert answer.status_code == 403
    assert "Readers change nothing" in answer.content.decode()
    assert Change.objects.count() == changes


@pytest.mark.parametrize("verb", [*VERBS, "restore_quote"])
def test_a_quote_that_is_not_there_is_not_found(verb: str, visit: Visit) -> None:
    assert visit("coder").post(reverse(verb, args=[987_654])).status_code == 404


@pytest.mark.parametrize("verb", [*VERBS, "restore_quote"])
def test_a_link_changes_nothing(verb: str, world: World, visit: Visit) -> None:
    assert visit("coder").get(reverse(verb, args=[world.quotes["vosk"].pk])).status_code == 405


def test_a_typed_name_sets_the_speaker_and_undo_takes_it_back(world: World, visit: Visit) -> None:
    quote, browser = world.quotes["unknown"], visit("coder")
    form = {"name": "Mother of a conscript", "what": "set"}

    page = browser.post(reverse("correct_speakers", args=[quote.pk]), form, follow=True).content.decode()

    assert speakers_of(quote) == {"Mother of a conscript"}
    assert "Saved:" in page
    change = Change.objects.order_by("-id")[0]
    assert reverse("undo", args=[change.pk]) in page
    browser.post(reverse("undo", args=[change.pk]))
    assert speakers_of(quote) == {None}


def test_a_chosen_speaker_is_taken_whatever_was_typed(world: World, visit: Visit) -> None:
    quote = world.quotes["unknown"]
    form = {"name": "Okar", "speaker": world.speakers["okarrin"].pk, "what": "set"}

    visit("coder").post(reverse("correct_speakers", args=[quote.pk]), form)

    assert speakers_of(quote) == {"Anselm Okarrin"}
    assert Speaker.objects.live().count() == 3


def test_one_more_speaker_can_be_added_and_all_taken_off(world: World, visit: Visit) -> None:
    quote, browser = world.quotes["vosk"], visit("coder")
    address = reverse("correct_speakers", args=[quote.pk])

    browser.post(address, {"speaker": world.speakers["azizbeyli"].pk, "what": "also"})
    assert speakers_of(quote) == {"Ilyana Vosk", "Tural Əzizbəyli"}

    browser.post(address, {"what": "unknown"})
    assert speakers_of(quote) == {None}


def test_a_typed_name_of_a_known_speaker_is_one_more_speaker(world: World, visit: Visit) -> None:
    quote = world.quotes["vosk"]
    form = {"name": "tural azizbayli", "what": "also"}  # another spelling, one key

    visit("coder").post(reverse("correct_speakers", args=[quote.pk]), form)

    assert speakers_of(quote) == {"Ilyana Vosk", "Tural Əzizbəyli"}
    assert Speaker.objects.live().count() == 3


@pytest.mark.parametrize("what", ["also", "set"])
def test_a_name_that_two_speakers_bear_is_answered_with_a_choice(
    what: str, world: World, visit: Visit
) -> None:
    quote, browser = world.quotes["vosk"], visit("coder")
    other = rename_speaker(speaker=world.speakers["okarrin"], name="Tural Əzizbəyli", by=world.people["lead"])
    address = reverse("correct_speakers", args=[quote.pk])

    page = browser.post(address, {"name": "Tural Əzizbəyli", "what": what}, follow=True).content.decode()
    browser.post(address, {"speaker": other.pk, "what": what})

    assert "2 speakers go by “Tural Əzizbəyli”. Who is it?" in page
    assert f'name="speaker" value="{other.pk}"' in page
    kept = {"Ilyana Vosk"} if what == "also" else set()
    assert speakers_of(quote) == {"Tural Əzizbəyli", *kept}


@pytest.mark.parametrize(
    "form", [{}, {"speaker": "x"}, {"speaker": "99999999999999999999"}, {"what": "also"}]
)
def test_a_form_without_a_speaker_changes_nothing(form: dict, world: World, visit: Visit) -> None:
    quote = world.quotes["vosk"]

    answer = visit("coder").post(reverse("correct_speakers", args=[quote.pk]), form, follow=True)

    assert speakers_of(quote) == {"Ilyana Vosk"}
    assert "Type a name" in answer.content.decode()


def test_a_rejected_quote_can_be_restored(world: World, visit: Visit) -> None:
    quote, browser = world.quotes["vosk"], visit("coder")

    browser.post(reverse("reject_quote", args=[quote.pk]))
    quote.refresh_from_db()
    assert quote.status == Quote.Status.REJECTED
    page = browser.get(reverse("article", args=[quote.article_id])).content.decode()
    assert "rejected by Jonas Weide" in page

    browser.post(reverse("restore_quote", args=[quote.pk]))
    quote.refresh_from_db()
    assert quote.is_live


def test_the_kind_is_changed_to_one_of_three(world: World, visit: Visit) -> None:
    quote, browser = world.quotes["vosk"], visit("coder")
    address = reverse("correct_kind", args=[quote.pk])

    browser.post(address, {"kind": "MIXED"})
    browser.post(address, {"kind": "SUNG"})

    quote.refresh_from_db()
    assert quote.kind == "MIXED"


def test_a_confirmed_quote_leaves_the_list_to_check(world: World, visit: Visit) -> None:
    browser = visit("coder")

    browser.post(reverse("confirm_quote", args=[world.quotes["unknown"].pk]))

    page = browser.get(reverse("quotes") + "?status=TO_CHECK").content.decode()
    assert f"#quote-{world.quotes['unknown'].pk}" not in page


def test_a_coder_does_not_undo_the_tag_of_a_lead(world: World, visit: Visit) -> None:
    lead, statement = visit("lead"), world.statements["within"]
    form = {"claim": world.claims["treaty"].pk, "stance": "SUPPORTS"}
    lead.post(reverse("tag_statement", args=[statement.pk]), form)
    change = Change.objects.order_by("-id")[0]

    answer = visit("coder").post(reverse("undo", args=[change.pk]))

    assert answer.status_code == 403
    assert statement.annotations.standing().exists()


def test_undo_goes_back_to_pages_of_ours_alone(world: World, visit: Visit) -> None:
    browser = visit("coder")
    browser.post(reverse("reject_quote", args=[world.quotes["unknown"].pk]))
    change = Change.objects.order_by("-id")[0]

    answer = browser.post(reverse("undo", args=[change.pk]), {"next": "https://evil.example/"})

    assert answer["Location"] == reverse("home")


def test_a_change_in_a_codebook_of_others_is_not_there(world: World, visit: Visit) -> None:
    change = Change.objects.get(verb="tag_statement", words__contains="supports")

    answer = visit("stranger").post(reverse("undo", args=[change.pk]))

    assert answer.status_code == 404
    assert world.codebook.name not in answer.content.decode()
