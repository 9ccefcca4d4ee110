"""Names that may be one, in a browser: two side by side, and one answer each."""

import pytest
from django.urls import reverse

from claims.models import Speaker, SpeakerPair
from claims.services.changes import save_quietly
from tests.web.conftest import Visit
from tests.world import World


@pytest.fixture
def pair(world: World) -> SpeakerPair:
    left, right = sorted((world.speakers["vosk"], world.speakers["azizbeyli"]), key=lambda row: row.pk)
    made = SpeakerPair(left=left, right=right, score=0.91, reason="spelling")
    save_quietly(made)
    return made


def test_both_speakers_stand_side_by_side_with_what_they_are_known_by(
    world: World, pair: SpeakerPair, visit: Visit
) -> None:
    page = visit("coder").get(reverse("speaker_pairs")).content.decode()

    assert "0.91" in page
    assert "One name in two spellings" in page
    for words in (
        "Ilyana Vosk",
        "President of Kessaria",
        "Radio Halden",
        "15 March 2026",
        "A treaty will be",
    ):
        assert words in page
    for words in ("Tural Əzizbəyli", "the observers could stay", "Kess Telegraph", "2 quotes move"):
        assert words in page


def test_a_merge_moves_all_and_says_what_comes_next(world: World, pair: SpeakerPair, visit: Visit) -> None:
    browser = visit("coder")

    browser.post(reverse("answer_pair", args=[pair.pk]), {"into": world.speakers["vosk"].pk})
    page = browser.get(reverse("speaker_pairs")).content.decode()

    merged = Speaker.objects.get(pk=world.speakers["azizbeyli"].pk)
    assert merged.merged_into == world.speakers["vosk"]
    assert "Saved: merged Tural Əzizbəyli into Ilyana Vosk" in page
    assert "No two names wait for an answer" in page


def test_what_is_kept_apart_is_gone_and_stands_in_the_history(
    world: World, pair: SpeakerPair, visit: Visit
) -> None:
    browser = visit("coder")

    browser.post(reverse("answer_pair", args=[pair.pk]), {"answer": "APART"})

    pair.refresh_from_db()
    assert (pair.answer, pair.by) == ("APART", world.people["coder"])
    for name in ("vosk", "azizbeyli"):
        history = browser.get(reverse("speaker_history", args=[world.speakers[name].pk])).content.decode()
        assert "kept Ilyana Vosk and Tural Əzizbəyli apart" in history


def test_a_pair_that_is_put_off_comes_again(pair: SpeakerPair, visit: Visit) -> None:
    page = visit("coder").get(reverse("speaker_pairs") + f"?past={pair.pk}").content.decode()

    assert "You put 1 pair off" in page


def test_one_reason_can_be_looked_at_alone(pair: SpeakerPair, visit: Visit) -> None:
    browser = visit("coder")

    assert browser.get(reverse("speaker_pairs") + "?reason=spelling").context["pair"] == pair
    assert "1 pair of other kinds does" in (
        browser.get(reverse("speaker_pairs") + "?reason=acronym").content.decode()
    )


def test_a_pair_that_somebody_answered_is_told(pair: SpeakerPair, visit: Visit) -> None:
    visit("lead").post(reverse("answer_pair", args=[pair.pk]), {"answer": "APART"})
    browser = visit("coder")

    browser.post(reverse("answer_pair", args=[pair.pk]), {"answer": "APART"})

    page = browser.get(reverse("speaker_pairs")).content.decode()
    assert "Miriam Oduya kept apart Ilyana Vosk and Tural Əzizbəyli already" in page


def test_a_reader_looks_and_answers_nothing(pair: SpeakerPair, visit: Visit) -> None:
    assert "Leads and coders decide" in visit("reader").get(reverse("speaker_pairs")).content.decode()
    address = reverse("answer_pair", args=[pair.pk])
    assert visit("reader").post(address, {"answer": "APART"}).status_code == 403


def test_the_speakers_and_home_say_how_many_wait(pair: SpeakerPair, visit: Visit) -> None:
    for name in ("speakers", "home"):
        assert reverse("speaker_pairs") in visit("coder").get(reverse(name)).content.decode()
