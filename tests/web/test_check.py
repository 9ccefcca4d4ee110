"""The list "to check" in a browser: the next quote, its decisions, and two people at once."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from claims.models import Quote
from claims.services.quotes import confirm_quote
from tests.web.conftest import Visit
from tests.world import World


@pytest.fixture(autouse=True)
def _nobody_holds_a_quote() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def make_unsure(world: World, *names: str) -> None:
    """Let the program be unsure of these quotes, of the first the least."""
    for place, name in enumerate(names):
        quote = world.quotes[name]
        Quote.objects.filter(pk=quote.pk).update(confidence=0.1 + place / 10)


def shown(browser: Client, address: str = "") -> Quote | None:
    context = browser.get(reverse("check") + address).context
    return context["shown"].quote if "shown" in context else None


def decide(browser: Client, quote: Quote, **posted: object) -> None:
    answer = browser.post(reverse("check_quote", args=[quote.pk]), posted)
    assert answer.status_code == 302


def test_the_least_certain_quote_comes_first_with_its_why(world: World, visit: Visit) -> None:
    page = visit("coder").get(reverse("check")).content.decode()

    assert "4 of 10 like this are right" in page
    assert "We have been told" in page
    assert "0 done today, 1 below 0.80 left" in page


def test_the_passage_marks_quote_mention_and_cue(world: World, visit: Visit) -> None:
    make_unsure(world, "okarrin")

    page = visit("coder").get(reverse("check")).content.decode()

    assert '<span class="mention">Norvand’s prime minister, Anselm Okarrin</span>' in page
    assert '<span class="cue">told reporters that</span>' in page
    assert "“We have been told ‘in spring’ for eleven years,” a woman" in page  # the paragraph after it


def test_others_of_the_article_are_numbered_choices(world: World, visit: Visit) -> None:
    choices = visit("coder").get(reverse("check")).context["choices"]

    assert [(choice.number, choice.speaker.name, choice.quotes) for choice in choices] == [
        (1, "Ilyana Vosk", 1),
        (2, "Anselm Okarrin", 1),
    ]


def test_a_decision_leads_to_the_next_quote_and_is_counted(world: World, visit: Visit) -> None:
    make_unsure(world, "unknown", "promise")
    browser = visit("coder")

    decide(browser, world.quotes["unknown"], answer="speaker", speaker=world.speakers["vosk"].pk)
    page = browser.get(reverse("check")).content.decode()

    assert world.quotes["unknown"].attributions.get(is_live=True).speaker == world.speakers["vosk"]
    assert "A treaty will be signed within the year" in page
    assert "1 done today, 1 below 0.80 left" in page
    assert "Undo <kbd>z</kbd>" in page


def test_a_quote_that_is_put_off_comes_again_at_the_end(world: World, visit: Visit) -> None:
    make_unsure(world, "unknown", "promise")
    browser = visit("coder")

    assert shown(browser, f"?past={world.quotes['unknown'].pk}") == world.quotes["promise"]
    page = browser.get(reverse("check") + f"?past={world.quotes['promise'].pk}").content.decode()
    assert "You put 2 quotes off" in page


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("?kind=INDIRECT", "observers"),
        ("?rule=name_said", None),
        ("?language=de", None),
        ("?form=REPORTED", "observers"),
        ("?after=2026-03-16", "no_treaty"),
    ],
)
def test_the_filters_of_the_list_of_quotes_narrow_it(
    address: str, name: str | None, world: World, visit: Visit
) -> None:
    make_unsure(world, *world.quotes)

    assert shown(visit("coder"), address) == (world.quotes[name] if name else None)


def test_sure_quotes_are_shown_where_the_address_says_how_sure(world: World, visit: Visit) -> None:
    article = world.articles["repeated"].pk
    browser = visit("coder")

    assert shown(browser, f"?article={article}") is None
    assert shown(browser, f"?article={article}&max_confidence=1") == world.quotes["promise"]


def test_two_people_get_two_quotes(world: World, visit: Visit) -> None:
    make_unsure(world, "unknown", "promise")

    assert shown(visit("coder")) == world.quotes["unknown"]
    assert shown(visit("lead")) == world.quotes["promise"]
    assert shown(visit("coder")) == world.quotes["unknown"]


def test_the_last_quote_is_shown_to_both_and_the_second_is_told(world: World, visit: Visit) -> None:
    quote = world.quotes["unknown"]
    shown(visit("coder"))
    page = visit("lead").get(reverse("check")).content.decode()
    confirm_quote(quote=quote, by=world.people["coder"])

    browser = visit("lead")
    decide(browser, quote, answer="no_quote")

    assert "Somebody else has this quote open too" in page
    said = browser.get(reverse("check")).content.decode()
    assert "Jonas Weide decided on this quote already" in said
    assert Quote.objects.get(pk=quote.pk).status == "STANDING"


def test_a_reader_looks_and_holds_nothing(world: World, visit: Visit) -> None:
    page = visit("reader").get(reverse("check")).content.decode()

    assert "Leads and coders decide" in page
    assert 'data-key="y"' not in page
    assert shown(visit("coder")) == world.quotes["unknown"]
    assert (
        visit("reader")
        .post(reverse("check_quote", args=[world.quotes["unknown"].pk]), {"answer": "right"})
        .status_code
        == 403
    )


def test_an_answer_that_is_none_changes_nothing(world: World, visit: Visit) -> None:
    browser = visit("coder")

    decide(browser, world.quotes["unknown"], answer="nonsense")

    assert "Choose one of the decisions" in browser.get(reverse("check")).content.decode()
    assert shown(browser) == world.quotes["unknown"]


def test_an_empty_list_says_so_and_leads_on(world: World, visit: Visit) -> None:
    confirm_quote(quote=world.quotes["unknown"], by=world.people["coder"])

    page = visit("coder").get(reverse("check")).content.decode()

    assert "Every quote below 0.80 was looked at" in page
    assert "?max_confidence=0.9" in page


def test_the_article_shows_what_is_unsure_and_why_beside_it(world: World, visit: Visit) -> None:
    quote = world.quotes["unknown"]
    Quote.objects.filter(pk=quote.pk).update(rule="name_said")

    page = visit("coder").get(reverse("article", args=[quote.article_id])).content.decode()

    assert "Not sure:</span> 0.40" in page
    assert "The speaker stands directly before a verb of speech" in page
    assert f"?article={quote.article_id}" in page


def test_the_list_of_quotes_leads_here_with_its_filters(world: World, visit: Visit) -> None:
    page = visit("coder").get(reverse("quotes") + "?kind=DIRECT&order=oldest&page=1").content.decode()

    assert f'href="{reverse("check")}?kind=DIRECT">Check these' in page
