"""What pages say of matching by meaning, with the extra and without."""

from typing import Any

import pytest
from django.urls import reverse

from claims.models import Match
from tests.web.conftest import Visit
from tests.world import World

pytestmark = pytest.mark.django_db

WITHOUT = "found only with the optional search by meaning, which is off"
WITH = "Rewording without shared words, and other languages, are found by meaning only"


def pages_of(world: World) -> list[str]:
    match = world.matches["signed–not"]
    return [reverse("matches") + "?filters=none", reverse("statement", args=[match.left_id])]


def test_lists_of_matches_say_what_is_not_found_without_the_extra(world: World, visit: Visit) -> None:
    for address in pages_of(world):
        page = visit("coder").get(address).content.decode()
        assert WITHOUT in page
        assert WITH not in page
        assert "by words" not in page


def test_lists_of_matches_say_by_which_method_a_row_was_found(
    world: World, visit: Visit, settings: Any
) -> None:
    settings.SEMANTIC_MODEL = "a model"
    match = world.matches["signed–not"]
    Match.objects.filter(pk=match.pk).update(method=Match.Method.MEANING, languages_differ=True)

    for address in pages_of(world):
        page = visit("coder").get(address).content.decode()
        assert WITH in page
        assert WITHOUT not in page
        row = page[page.index(f'id="match-{match.pk}"') :].partition("</article>")[0]
        assert "by meaning" in row
        assert "in another language" in row
