"""Consistency: the page of what was tagged in two ways, and the way to mend it."""

import csv
import io

import pytest
from django.urls import reverse

from claims.models import Match
from claims.services.annotations import tag_statement
from tests.web.conftest import Visit
from tests.world import World


@pytest.fixture
def differing(world: World) -> World:
    """Return the world in which the coder tagged two statements of the same words in two stances."""
    Match.objects.filter(pk=world.matches["signed–within"].pk).update(relation="SAME_WORDS")
    world.tags["within"] = tag_statement(
        statement=world.statements["within"],
        claim=world.claims["treaty"],
        stance="OPPOSES",
        by=world.people["coder"],
    )
    return world


def page(visit: Visit, person: str, params: str = "") -> str:
    return visit(person).get(reverse("consistency") + params).content.decode()


def test_both_statements_show_with_their_tags_and_what_differs(differing: World, visit: Visit) -> None:
    text = page(visit, "coder")

    assert "1 difference" in text
    assert "Stances differ" in text
    assert "You tagged both" in text
    assert "Jonas Weide tagged both" in page(visit, "lead")


def test_own_tags_are_changed_where_they_are_seen(differing: World, visit: Visit) -> None:
    browser, tag = visit("coder"), differing.tags["within"]
    address = reverse("consistency") + "?kind=STANCE"
    text = browser.get(address).content.decode()
    assert f'action="{reverse("change_tag", args=[tag.pk])}"' in text
    assert 'action="/tags/' not in page(visit, "lead")

    answer = browser.post(
        reverse("change_tag", args=[tag.pk]),
        {"revision": tag.revision, "stance": "SUPPORTS", "certainty": "CERTAIN", "next": address},
    )

    assert answer["Location"] == address
    assert "0 differences" in browser.get(address).content.decode()


def test_a_stranger_sees_none_of_it(differing: World, visit: Visit) -> None:
    text = page(visit, "stranger")

    assert "You are not in a codebook yet" in text
    assert "treaty will be signed" not in text


def test_the_rows_can_be_taken_along_as_they_are_filtered(differing: World, visit: Visit) -> None:
    address = reverse("download", args=["differences", "csv"])

    def rows(params: str) -> list[dict[str, str]]:
        data = b"".join(visit("coder").get(address + params))  # type: ignore[arg-type]
        return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))

    (row,) = rows("?kind=STANCE")
    assert (row["differ"], row["left_coder"]) == ("stance", "Coder 1")
    assert rows("?kind=CLAIM") == []


def test_the_page_of_claims_leads_here(world: World, visit: Visit) -> None:
    text = visit("coder").get(reverse("claims")).content.decode()

    assert f'href="{reverse("consistency")}"' in text
