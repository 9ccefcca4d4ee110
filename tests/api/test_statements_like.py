"""GET and POST /api/statements/like/: what it answers, whom, and how it refuses."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from claims.services.held_matcher import let_go
from tests.web.conftest import Visit
from tests.world import World

ADDRESS = "/api/statements/like/"
TEXT = "A treaty will be signed this year."


@pytest.fixture(autouse=True)
def forget_matcher() -> Iterator[None]:
    let_go()
    yield
    let_go()


def test_an_answer_tells_who_said_it_where_and_why(world: World, visit: Visit) -> None:
    answer = visit("reader").get(ADDRESS, {"text": TEXT, "top": 1})

    statement = world.statements["signed"]
    (sentence,) = answer.json()["sentences"]
    assert sentence["text"] == TEXT
    assert sentence["found"] == [
        {
            "statement_id": statement.pk,
            "text": TEXT,
            "score": sentence["found"][0]["score"],
            "relation": "same_words",
            "explanation": "the same words",
            "method": "words",
            "speakers": [{"speaker_id": world.speakers["vosk"].pk, "speaker": "Ilyana Vosk"}],
            "outlet": "Radio Halden",
            "published_on": "2026-03-14",
            "article_id": world.articles["halden"].pk,
            "quote_id": statement.quote_id,
            "utterance_id": None,
            "prints": 1,
            "url": f"http://testserver{reverse('statement', args=[statement.pk])}",
        }
    ]


def test_a_post_and_an_address_are_answered_alike(world: World, visit: Visit) -> None:
    okarrin = world.speakers["okarrin"].pk
    browser = visit("reader")

    by_address = browser.get(ADDRESS, {"text": TEXT, "speaker": okarrin}).json()
    by_post = browser.post(
        ADDRESS, {"text": TEXT, "speaker": [okarrin]}, content_type="application/json"
    ).json()

    assert by_post == by_address
    assert by_post["sentences"][0]["found"][0]["text"].startswith("No treaty")


@pytest.mark.parametrize(
    ("params", "field", "words"),
    [
        ({}, "text", "Paste a sentence"),
        ({"text": "…"}, "text", "Paste a sentence"),
        ({"text": TEXT, "after": "yesterday"}, "after", "Write a day like"),
        ({"text": TEXT, "speaker": "x"}, "speaker", "is not a number"),
        ({"text": TEXT, "outlet": "99999999"}, "outlet", "There is none"),
        ({"text": TEXT, "min_score": "7"}, "min_score", "from 0 to 1"),
        ({"text": TEXT, "top": "1000"}, "top", "from 1 to 50"),
        ({"text": TEXT, "limit": "3"}, "limit", "no such parameter"),
        ({"text": "a " * 2_000}, "text", "3,000"),
    ],
)
def test_a_problem_names_its_field_and_what_helps(
    params: dict[str, str], field: str, words: str, visit: Visit
) -> None:
    for answer in (
        visit("reader").get(ADDRESS, params),
        visit("reader").post(ADDRESS, params, content_type="application/json"),
    ):
        assert answer.status_code == 400
        (problem,) = answer.json()["errors"]
        assert problem["field"] == field
        assert words in problem["problem"]


def test_a_model_of_meanings_that_cannot_be_loaded_is_told_in_words(
    world: World, visit: Visit, settings: Any
) -> None:
    settings.SEMANTIC_MODEL = "./no-such-folder"

    answer = visit("reader").get(ADDRESS, {"text": TEXT})

    assert answer.status_code == 503
    assert "ON_RECORD_SEMANTIC_MODEL" in answer.json()["errors"][0]["problem"]


@pytest.mark.parametrize("body", ["{", "[1]", '"text"'])
def test_a_body_that_is_no_object_is_refused_in_words(body: str, visit: Visit) -> None:
    answer = visit("reader").post(ADDRESS, body, content_type="application/json")

    assert answer.status_code == 400
    assert "JSON object" in answer.json()["errors"][0]["problem"]


def test_who_is_not_signed_in_is_told_how(world: World) -> None:
    answer = Client().get(ADDRESS, {"text": TEXT})

    assert answer.status_code == 403
    assert "/sign-in/" in answer.json()["errors"][0]["problem"]


def test_a_post_from_elsewhere_is_refused(world: World) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(world.people["reader"])

    answer = browser.post(ADDRESS, {"text": TEXT}, content_type="application/json")

    assert answer.status_code == 403
    assert "X-CSRFToken" in answer.json()["errors"][0]["problem"]


def test_other_methods_are_refused_in_words(visit: Visit) -> None:
    answer = visit("reader").delete(ADDRESS)

    assert answer.status_code == 405
    assert answer.json()["errors"]
