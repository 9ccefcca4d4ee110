"""Speakers: counts in the list, the page of one, and merging, splitting, renaming with a question first."""

from html import unescape

import pytest
from django.urls import reverse

from claims.models import Alias, Change, Position, Speaker
from tests.web.conftest import Visit
from tests.world import World


def test_the_list_counts_quotes_and_names(world: World, visit: Visit) -> None:
    page = visit("reader").get(reverse("speakers")).content.decode()

    assert "President of Kessaria" in page
    assert "1 other name" in page
    assert "1 support, 0 oppose" in page


def test_the_page_of_a_speaker_has_claims_by_stance_and_latest_quotes(world: World, visit: Visit) -> None:
    page = visit("reader").get(reverse("speaker", args=[world.speakers["okarrin"].pk])).content.decode()

    assert "A peace treaty will be signed" in page
    assert "0 support, 1 oppose" in page
    assert "No treaty will be signed this year" in page


def test_merging_asks_first_and_says_how_much_moves(world: World, visit: Visit) -> None:
    vosk, okarrin = world.speakers["vosk"], world.speakers["okarrin"]
    address = f"{reverse('merge_speakers')}?speaker={vosk.pk}&speaker={okarrin.pk}"

    page = visit("coder").get(address).content.decode()

    assert "Merge 2 speakers into one" in page
    assert "2 quotes, 2 names, 1 tag" in page
    assert Speaker.objects.live().count() == 3


def test_a_merge_moves_quotes_leads_old_addresses_on_and_can_be_undone(world: World, visit: Visit) -> None:
    vosk, okarrin, browser = world.speakers["vosk"], world.speakers["okarrin"], visit("coder")
    form = {"speaker": [vosk.pk, okarrin.pk], "keep": vosk.pk}

    browser.post(reverse("merge_speakers"), form)

    vosk.refresh_from_db()
    assert vosk.quote_count == 4
    led_on = browser.get(reverse("speaker", args=[okarrin.pk]))
    assert led_on["Location"] == reverse("speaker", args=[vosk.pk])
    browser.post(reverse("undo", args=[Change.objects.order_by("-id")[0].pk]))
    vosk.refresh_from_db()
    assert vosk.quote_count == 2


def test_merging_needs_two_speakers_and_a_name_that_stays(world: World, visit: Visit) -> None:
    vosk, okarrin, browser = world.speakers["vosk"], world.speakers["okarrin"], visit("coder")

    alone = browser.post(reverse("merge_speakers"), {"speaker": vosk.pk, "keep": vosk.pk})
    nameless = browser.post(reverse("merge_speakers"), {"speaker": [vosk.pk, okarrin.pk], "keep": "7777"})

    assert "Choose two speakers or more" in alone.content.decode()
    assert nameless.status_code == 422
    assert Speaker.objects.live().count() == 3


def test_a_split_takes_names_and_their_quotes_to_a_new_speaker(world: World, visit: Visit) -> None:
    vosk = world.speakers["vosk"]
    alias = Alias.objects.get(speaker=vosk, name="Vosk")
    form = {"alias": alias.pk, "name": "Pavel Vosk"}

    visit("coder").post(reverse("split_speaker", args=[vosk.pk]), form)

    alias.refresh_from_db()
    assert alias.speaker.name == "Pavel Vosk"


def test_a_refused_split_is_told_and_changes_nothing(world: World, visit: Visit) -> None:
    vosk = world.speakers["vosk"]

    answer = visit("coder").post(reverse("split_speaker", args=[vosk.pk]), {"name": "Nobody"}, follow=True)

    assert "Choose names of Ilyana Vosk" in answer.content.decode()
    assert Speaker.objects.live().count() == 3


def test_renaming_and_noting_names_and_positions(world: World, visit: Visit) -> None:
    vosk, browser = world.speakers["vosk"], visit("coder")

    browser.post(reverse("rename_speaker", args=[vosk.pk]), {"name": "Ilyana Marta Vosk"})
    browser.post(reverse("add_alias", args=[vosk.pk]), {"name": "Madam President"})
    form = {"title": "Mayor of Kess", "starts_on": "2010-01-01", "ends_on": "2014-06-30"}
    browser.post(reverse("add_position", args=[vosk.pk]), form)

    page = browser.get(reverse("speaker", args=[vosk.pk])).content.decode()
    for words in ("Ilyana Marta Vosk", "Madam President", "Mayor of Kess", "30 June 2014"):
        assert words in page


def test_a_name_that_another_speaker_has_is_told_with_the_mend(world: World, visit: Visit) -> None:
    vosk, okarrin = world.speakers["vosk"], world.speakers["okarrin"]
    browser = visit("coder")
    for address in ("rename_speaker", "add_alias"):
        browser.post(reverse(address, args=[okarrin.pk]), {"name": vosk.name})

        page = unescape(browser.get(reverse("speaker", args=[okarrin.pk])).content.decode())

        assert f"“{vosk.name}” also means {vosk.name}. Where only" in page


def test_a_name_of_nobody_else_is_no_matter(world: World, visit: Visit) -> None:
    vosk, browser = world.speakers["vosk"], visit("coder")

    browser.post(reverse("rename_speaker", args=[vosk.pk]), {"name": "Ilyana Marta Vosk"})

    assert "also means" not in browser.get(reverse("speaker", args=[vosk.pk])).content.decode()


def test_a_position_with_a_day_that_is_none_is_refused_in_words(world: World, visit: Visit) -> None:
    address = reverse("add_position", args=[world.speakers["vosk"].pk])
    positions = Position.objects.count()

    answer = visit("coder").post(address, {"title": "Mayor", "starts_on": "soon"}, follow=True)

    assert "Write a day like 2026-03-14" in answer.content.decode()
    assert Position.objects.count() == positions


@pytest.mark.parametrize("verb", ["rename_speaker", "add_alias", "split_speaker", "add_position"])
def test_a_reader_changes_no_speaker(verb: str, world: World, visit: Visit) -> None:
    alias = Alias.objects.filter(speaker=world.speakers["vosk"]).order_by("-id")[0]
    form = {"name": "X", "title": "Y", "alias": alias.pk}

    answer = visit("reader").post(reverse(verb, args=[world.speakers["vosk"].pk]), form)

    assert answer.status_code == 403


def test_a_reader_merges_nothing(world: World, visit: Visit) -> None:
    vosk, okarrin = world.speakers["vosk"], world.speakers["okarrin"]
    form = {"speaker": [vosk.pk, okarrin.pk], "keep": vosk.pk}

    assert visit("reader").post(reverse("merge_speakers"), form).status_code == 403


def test_typed_letters_offer_speakers_in_any_alphabet(world: World, visit: Visit) -> None:
    answer = visit("reader").get(reverse("find_speakers") + "?q=Воск")

    assert [row["name"] for row in answer.json()["found"]] == ["Ilyana Vosk"]


@pytest.mark.parametrize("noun", ["speakers", "outlets", "articles", "claims"])
@pytest.mark.parametrize("typed", ["", "%00", "%%%", "'\"--", "нет такого имени" * 50])
def test_what_is_offered_survives_any_letters(noun: str, typed: str, visit: Visit) -> None:
    answer = visit("coder").get(reverse(f"find_{noun}") + f"?q={typed}")

    assert answer.status_code == 200
    assert answer.json()["found"] == []


def test_claims_are_offered_to_members_alone(world: World, visit: Visit) -> None:
    address = reverse("find_claims") + "?q=treaty"

    assert len(visit("reader").get(address).json()["found"]) == 1
    assert visit("stranger").get(address).json()["found"] == []
