"""Signing in, the profile, and the codebook in use."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Change
from claims.services.codebooks import create_codebook
from tests.web.conftest import Visit
from tests.world import PASSWORD, World


def test_signing_in_leads_to_the_page_that_was_asked_for(world: World) -> None:
    browser, asked = Client(), reverse("quotes")

    form = {"username": "coder", "password": PASSWORD, "next": asked}
    answer = browser.post(reverse("login"), form)

    assert answer["Location"] == asked
    assert browser.get(asked).status_code == 200


def test_a_wrong_password_is_told_without_saying_which_of_the_two_is_wrong(world: World) -> None:
    answer = Client().post(reverse("login"), {"username": "coder", "password": "wrong"})

    assert "Name and password do not fit together" in answer.content.decode()


def test_the_profile_sets_keys_theme_and_time_zone(world: World, visit: Visit) -> None:
    browser = visit("coder")

    browser.post(reverse("profile"), {"theme": "DARK", "time_zone": "Asia/Baku"})

    page = browser.get(reverse("home")).content.decode()
    assert 'data-theme="dark"' in page
    assert 'data-keys="off"' in page


@pytest.mark.parametrize("zone", ["", "Mars/Olympus"])
def test_a_time_zone_that_is_none_is_refused_at_its_field(zone: str, world: World, visit: Visit) -> None:
    answer = visit("coder").post(reverse("profile"), {"theme": "DARK", "time_zone": zone})

    assert answer.status_code == 422
    world.people["coder"].refresh_from_db()
    assert world.people["coder"].time_zone == "UTC"


def test_times_of_work_are_shown_in_the_time_zone_of_the_profile(world: World, visit: Visit) -> None:
    browser = visit("coder")
    browser.post(reverse("confirm_quote", args=[world.quotes["vosk"].pk]))
    Change.objects.update(at=datetime(2026, 3, 14, 17, 40, tzinfo=UTC))

    browser.post(reverse("profile"), {"theme": "SYSTEM", "time_zone": "Asia/Baku", "keys_on": "on"})

    history = browser.get(reverse("article_history", args=[world.articles["halden"].pk]))
    assert "14 Mar 2026, 21:40" in history.content.decode()


def test_another_codebook_is_taken_into_use_in_the_head(world: World, visit: Visit) -> None:
    other = create_codebook(name="Water", by=world.people["lead"])
    browser = visit("lead")
    assert "A peace treaty will be signed" in browser.get(reverse("claims")).content.decode()

    browser.post(reverse("choose_codebook"), {"codebook": other.pk})

    page = browser.get(reverse("claims")).content.decode()
    assert "This codebook has no claims yet" in page


@pytest.mark.parametrize("typed", ["", "x", "99999999999999999999"])
def test_a_codebook_of_others_is_not_taken_into_use(typed: str, world: World, visit: Visit) -> None:
    browser = visit("stranger")

    assert browser.post(reverse("choose_codebook"), {"codebook": typed}).status_code == 404
    answer = browser.post(reverse("choose_codebook"), {"codebook": world.codebook.pk})
    assert answer.status_code == 404
