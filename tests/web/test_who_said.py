"""Who said this: a pasted sentence, what is like it, and the filters beside."""

from collections.abc import Iterator

import pytest
from django.urls import reverse

from claims.services import held_matcher
from claims.services.embedding import UnableToReadMeanings
from claims.services.held_matcher import let_go, matcher_at_hand
from claims.services.terms import store_terms
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


def test_a_page_shows_the_nearest_where_nothing_is_sure_enough(world: World, visit: Visit) -> None:
    text = page(visit, "?min_score=0.9&text=The+treaty+will+be+signed.")

    assert "0 found" in text
    assert "The nearest below it:" in text
    assert "data-row" in text
    assert 'href="/search/?q=The%20treaty%20will%20be%20signed."' in text


def test_a_page_does_not_wait_for_a_large_index_and_says_so(
    world: World, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    monkeypatch.setattr(held_matcher, "LOADED_WITHIN_A_PAGE", 0)
    monkeypatch.setattr(held_matcher, "_load_beside", lambda: begun.append("loading"))
    store_terms()

    assert "being read into memory" not in page(visit, "")
    assert begun == []  # nobody searched yet: no memory is taken

    text = page(visit, TEXT)
    assert "being read into memory" in text
    assert "found</span>" not in text
    assert begun == ["loading"]

    with matcher_at_hand():
        pass
    text = page(visit, TEXT)
    assert "being read into memory" not in text
    assert "The same words" in text


def test_what_stopped_the_loading_is_told_and_tried_again(
    world: World, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise RuntimeError("no such model")

    monkeypatch.setattr(held_matcher, "LOADED_WITHIN_A_PAGE", 0)
    monkeypatch.setattr(held_matcher, "matcher_at_hand", fail)
    store_terms()

    assert not held_matcher.is_at_hand()
    held_matcher._PLACE.loading.join()  # type: ignore[union-attr]
    with pytest.raises(RuntimeError, match="no such model"):
        held_matcher.is_at_hand()
    assert not held_matcher.is_at_hand()
    held_matcher._PLACE.loading.join()  # type: ignore[union-attr]
    held_matcher._PLACE.problem = None


@pytest.mark.parametrize("step", ["is_at_hand", "find_like"])
def test_a_model_of_meanings_that_cannot_be_loaded_is_told_in_words(
    step: str, world: World, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**asked: object) -> None:
        raise UnableToReadMeanings("There is no folder models/small.")

    monkeypatch.setattr(f"claims.web.who_said.{step}", fail)

    assert "There is no folder models/small." in page(visit, TEXT)


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
