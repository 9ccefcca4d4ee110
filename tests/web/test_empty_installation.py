"""The pages of an installation that holds nothing yet, for somebody without a codebook."""

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import User

pytestmark = pytest.mark.django_db

#: what each page says when there is nothing
WORDS = {
    "home": "From articles to a table of claims",
    "articles": "No articles yet",
    "quotes": "No quotes yet",
    "statements": "No statements yet",
    "speakers": "No speakers yet",
    "claims": "You are not in a codebook yet",
    "matches": "No match fits these filters",
    "search": "Search",
    "profile": "None yet. A lead of a codebook makes you a member.",
    "imports": "None yet.",
}


@pytest.fixture
def browser() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("first"))
    return client


@pytest.mark.parametrize("name", WORDS)
def test_an_empty_page_says_what_is_missing(name: str, browser: Client) -> None:
    answer = browser.get(reverse(name), follow=True)

    assert answer.status_code == 200
    assert WORDS[name] in answer.content.decode()


@pytest.mark.parametrize("table", ["articles", "quotes", "annotations"])
def test_an_empty_list_is_an_empty_file(table: str, browser: Client) -> None:
    answer = browser.get(reverse("download", args=[table, "csv"]))

    data = b"".join(answer.streaming_content)  # type: ignore[arg-type]
    assert data.decode().count("\r\n") == 1  # the head alone


def test_a_form_from_elsewhere_is_refused_in_words(browser: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get(username="first"))

    answer = strict.post(reverse("profile"), {"theme": "DARK"})

    assert answer.status_code == 403
    assert "The form has waited too long" in answer.content.decode()


def test_a_fault_of_ours_is_told_by_a_page_that_needs_nothing(browser: Client, monkeypatch: object) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("claims.web.home.corpus_figures", fail)  # type: ignore[attr-defined]
    browser.raise_request_exception = False

    answer = browser.get(reverse("home"))

    assert answer.status_code == 500
    assert "Something in On Record broke" in answer.content.decode()
    assert "the disk is full" not in answer.content.decode()
