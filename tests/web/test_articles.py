"""The article page: the text as stored, who speaks, and the corrections of its quotes."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest
from django.urls import reverse

from claims.models import Article, Outlet, Quote
from tests.web.conftest import Visit
from tests.world import World


def shown(page: str) -> str:
    """Return the text that a page shows, without its tags."""
    return unescape(re.sub(r"<[^>]*>", "", page))


def test_the_article_page_shows_the_stored_text_letter_for_letter(world: World, visit: Visit) -> None:
    article = world.articles["halden"]

    page = visit("reader").get(reverse("article", args=[article.pk])).content.decode()

    for paragraph in article.text.split("\n\n"):
        assert paragraph in shown(page)


def test_a_quote_says_who_speaks_and_of_what_kind_it_is(world: World, visit: Visit) -> None:
    page = visit("reader").get(reverse("article", args=[world.articles["halden"].pk])).content.decode()

    assert "President of Kessaria · direct" in shown(page)
    assert "Prime Minister of Norvand · mixed" in shown(page)
    assert "Speaker not known" in shown(page)
    assert f'id="quote-{world.quotes["vosk"].pk}"' in page


def test_a_quote_says_on_what_ground_it_was_attributed(world: World, visit: Visit) -> None:
    Quote.objects.filter(pk=world.quotes["vosk"].pk).update(rule="name_said_before", confidence=0.93)
    Quote.objects.filter(pk=world.quotes["okarrin"].pk).update(rule="a_rule_that_is_gone")

    page = visit("coder").get(reverse("article", args=[world.articles["halden"].pk])).content.decode()

    assert "The speaker and a verb of speech stand before the quotation" in page
    assert "Confidence 0.93" in page
    assert "a_rule_that_is_gone" not in page


def test_searched_words_are_marked_in_the_article(world: World, visit: Visit) -> None:
    address = reverse("article", args=[world.articles["halden"].pk]) + "?q=TREATY"

    assert "<mark>treaty</mark>" in visit("reader").get(address).content.decode()


def test_a_reader_sees_no_controls_that_change_quotes(world: World, visit: Visit) -> None:
    address = reverse("article", args=[world.articles["halden"].pk])

    assert "Correct the quote" not in visit("reader").get(address).content.decode()
    assert "Correct the quote" in visit("coder").get(address).content.decode()


def test_an_article_with_very_many_quotes_leads_to_their_corrections_on_pages_of_their_own(
    world: World, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims.web.articles.MAX_INLINE_CORRECTIONS", 2)

    page = visit("coder").get(reverse("article", args=[world.articles["halden"].pk])).content.decode()

    assert reverse("correct_quote", args=[world.quotes["vosk"].pk]) in page
    assert reverse("reject_quote", args=[world.quotes["vosk"].pk]) not in page


def test_what_was_left_out_of_the_page_is_shown_with_its_reason(world: World, visit: Visit) -> None:
    page = shown(visit("reader").get(reverse("article", args=[world.articles["halden"].pk])).content.decode())

    assert "The bridge that nobody wants to own" in page
    assert "line of a list of links" in page


def test_the_original_comes_as_it_was_and_never_as_a_page_of_ours(world: World, visit: Visit) -> None:
    article = world.articles["halden"]

    answer = visit("reader").get(reverse("article_original", args=[article.pk]))

    assert answer.content == article.text.encode()
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"


@pytest.mark.parametrize("scheme", ["javascript:alert(1)", "data:text/html,x"])
def test_an_address_that_no_browser_should_follow_is_no_link(scheme: str, world: World, visit: Visit) -> None:
    article = world.articles["halden"]
    type(article).objects.filter(pk=article.pk).update(url=scheme)

    assert scheme not in visit("reader").get(reverse("article", args=[article.pk])).content.decode()


def test_words_of_an_article_are_shown_and_never_run(world: World, visit: Visit) -> None:
    article = world.articles["repeated"]
    hostile = article.text.replace("Kess.", "<script>alert(1)</script>.")
    type(article).objects.filter(pk=article.pk).update(text=hostile, length=len(hostile))

    page = visit("reader").get(reverse("article", args=[article.pk])).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_selected_stretch_becomes_a_quote_with_a_speaker(world: World, visit: Visit) -> None:
    article = world.articles["repeated"]
    words = "President repeats her promise"
    form = {"start": 0, "end": len(words), "words": words, "kind": "INDIRECT", "name": "Ilyana Vosk"}

    answer = visit("coder").post(reverse("add_quote", args=[article.pk]), form)

    added = Quote.objects.get(article=article, start=0)
    assert answer["Location"].endswith(f"#quote-{added.pk}")
    assert added.exact == words
    assert added.attributions.get(is_live=True).speaker == world.speakers["vosk"]


def test_pasted_words_are_found_without_offsets(world: World, visit: Visit) -> None:
    article = world.articles["halden"]
    words = "a woman outside the hall said"

    visit("coder").post(reverse("add_quote", args=[article.pk]), {"words": words, "kind": "INDIRECT"})

    assert Quote.objects.live().filter(article=article, exact=words).exists()


@pytest.mark.parametrize("words", ["these words are nowhere", "the"])  # "the" stands there often
def test_words_that_do_not_stand_there_once_are_answered_at_the_form(
    words: str, world: World, visit: Visit
) -> None:
    address = reverse("add_quote", args=[world.articles["halden"].pk])

    answer = visit("coder").post(address, {"words": words, "kind": "DIRECT"})

    assert answer.status_code == 422
    assert "do not stand in the article just once" in answer.content.decode()
    assert words in answer.content.decode()


def test_the_history_names_who_changed_what_and_offers_undo(world: World, visit: Visit) -> None:
    browser = visit("coder")
    browser.post(reverse("reject_quote", args=[world.quotes["unknown"].pk]))

    page = browser.get(reverse("article_history", args=[world.articles["halden"].pk])).content.decode()

    assert "Jonas Weide" in page
    assert "We have been told" in unescape(page)
    assert "/undo/" in page


def test_the_time_of_publication_is_told_by_the_outlets_clock(world: World, visit: Visit) -> None:
    article = world.articles["halden"]
    Outlet.objects.filter(pk=article.outlet_id).update(time_zone="Etc/GMT-2")
    Article.objects.filter(pk=article.pk).update(published_at=datetime(2026, 3, 14, 17, 40, tzinfo=UTC))

    page = visit("reader").get(reverse("article", args=[article.pk])).content.decode()

    assert page.count("14 March 2026, 19:40 (UTC+2)") == 2  # below the title, and among the facts
    assert 'datetime="2026-03-14T19:40:00+02:00"' in page


def test_a_control_that_turns_the_direction_of_words_is_named_and_not_obeyed(
    world: World, visit: Visit
) -> None:
    article = world.articles["repeated"]
    turned = article.text.replace("assembly", "\u202eassembl")
    type(article).objects.filter(pk=article.pk).update(text=turned)

    page = visit("reader").get(reverse("article", args=[article.pk])).content.decode()

    assert '<span class="control">U+202E</span>assembl' in page
    assert "\u202e" not in page
