"""Who said this: a pasted sentence, what is like it, and the filters beside."""

from collections.abc import Iterator

import pytest
from django.urls import reverse

from claims.services.held_matcher import let_go
from tests.web.conftest import Visit
from tests.world import World

TEXT = "?text=A+treaty+will+be+signed+this+year."


@pytest.fixture(autouse=True)
def forget_matcher() -> Iterator[None]:
    let_go()
    yield
    let_go()


def page(visit: Visit, address: str) -> str:
    return visit("reader").get(reverse("who_said") + address).content.decode()


def test_a_bare_page_asks_for_a_sentence(world: World, visit: Visit) -> None:
    text = page(visit, "")

    assert "<textarea" in text
    assert "found</span>" not in text


def test_a_sentence_finds_its_speakers_with_score_and_reason(world: World, visit: Visit) -> None:
    text = page(visit, TEXT)

    assert "The same words" in text
    assert text.index("Ilyana Vosk") < text.index("Anselm Okarrin")
    assert "Read as English, a guess from the text" in text or "every language" in text


def test_filters_narrow_and_keep_the_sentence(world: World, visit: Visit) -> None:
    text = page(visit, f"{TEXT}&speaker={world.speakers['okarrin'].pk}&after=2026-03-15")

    assert "Anselm Okarrin" in text
    assert "Ilyana Vosk</bdi>" not in text
    assert '<input type="hidden" name="text" value="A treaty will be signed this year.">' in text


@pytest.mark.parametrize("text", ["?text=…", "?text=%00"])
def test_a_text_without_words_is_refused_at_its_field(text: str, world: World, visit: Visit) -> None:
    answer = page(visit, text)

    assert "<h1" in answer
    assert "found</span>" not in answer


def test_the_search_by_words_leads_here(world: World, visit: Visit) -> None:
    text = visit("reader").get(reverse("search") + "?q=treaty").content.decode()

    assert f'href="{reverse("who_said")}?text=treaty"' in text
