"""The page of a statement: related statements side by side, tags by plain form, carrying over."""

import uuid

import pytest
from django.urls import reverse

from claims.models import Annotation, Decision
from tests.web.conftest import Visit
from tests.world import World


def test_related_statements_stand_side_by_side_with_their_differences(world: World, visit: Visit) -> None:
    page = visit("reader").get(reverse("statement", args=[world.statements["signed"].pk])).content.decode()

    assert "0.91" in page
    assert "0.88" in page
    assert '<span class="differs">within the</span>' in page
    assert '<span class="differs differs--turns">No</span>' in page  # it can turn the meaning


def test_less_sure_matches_are_shown_on_demand(world: World, visit: Visit) -> None:
    address = reverse("statement", args=[world.statements["fair"].pk])

    first = visit("reader").get(address).content.decode()
    assert "Show 1 more with a lower score" in first
    assert "0.35" in visit("reader").get(address + "?all=yes").content.decode()


def test_a_tag_is_made_by_a_plain_form_and_a_form_sent_twice_makes_one(world: World, visit: Visit) -> None:
    statement, browser = world.statements["within"], visit("coder")
    form = {"claim": world.claims["treaty"].pk, "stance": "SUPPORTS", "token": uuid.uuid4(), "note": "soon"}

    for _ in range(2):
        browser.post(reverse("tag_statement", args=[statement.pk]), form)

    tag = Annotation.objects.standing().get(statement=statement)
    assert (tag.coder.username, tag.stance, tag.note) == ("coder", "SUPPORTS", "soon")


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"stance": "SUPPORTS"},
        {"claim": "x", "stance": "SUPPORTS"},
        {"claim": "group", "stance": "OPPOSES"},
    ],
)
def test_a_form_that_does_not_say_claim_and_stance_makes_no_tag(
    form: dict, world: World, visit: Visit
) -> None:
    statement = world.statements["within"]
    if form.get("claim") == "group":
        form = {**form, "claim": world.claims["treaty group"].pk}

    answer = visit("coder").post(reverse("tag_statement", args=[statement.pk]), form, follow=True)

    assert not Annotation.objects.filter(statement=statement).exists()
    assert "This was not done" in answer.content.decode()


@pytest.mark.parametrize("person", ["reader", "stranger"])
def test_only_leads_and_coders_tag(person: str, world: World, visit: Visit) -> None:
    statement = world.statements["within"]
    form = {"claim": world.claims["treaty"].pk, "stance": "SUPPORTS"}

    answer = visit(person).post(reverse("tag_statement", args=[statement.pk]), form)

    assert answer.status_code == 403
    assert not Annotation.objects.filter(statement=statement).exists()


def test_a_tag_is_changed_and_taken_back_by_its_coder(world: World, visit: Visit) -> None:
    tag, browser = world.tags["signed"], visit("coder")
    form = {"revision": tag.revision, "stance": "NEUTRAL", "certainty": "NOT_CERTAIN", "note": "hm"}

    browser.post(reverse("change_tag", args=[tag.pk]), form)
    tag.refresh_from_db()
    assert (tag.stance, tag.certainty, tag.note) == ("NEUTRAL", "NOT_CERTAIN", "hm")

    browser.post(reverse("retire_tag", args=[tag.pk]))
    tag.refresh_from_db()
    assert tag.retired_at is not None


def test_a_change_made_from_an_old_page_is_refused_in_words(world: World, visit: Visit) -> None:
    tag = world.tags["signed"]
    form = {"revision": tag.revision + 5, "stance": "NEUTRAL", "certainty": "CERTAIN"}

    answer = visit("coder").post(reverse("change_tag", args=[tag.pk]), form, follow=True)

    assert "changed meanwhile" in answer.content.decode()
    tag.refresh_from_db()
    assert tag.stance == "SUPPORTS"


@pytest.mark.parametrize(("person", "status"), [("reader", 403), ("stranger", 404)])
@pytest.mark.parametrize("verb", ["change_tag", "retire_tag"])
def test_nobody_else_changes_a_tag(verb: str, person: str, status: int, world: World, visit: Visit) -> None:
    tag = world.tags["signed"]
    form = {"revision": tag.revision, "stance": "NEUTRAL", "certainty": "CERTAIN"}

    assert visit(person).post(reverse(verb, args=[tag.pk]), form).status_code == status


def test_no_claim_is_a_decision(world: World, visit: Visit) -> None:
    statement = world.statements["spring"]

    visit("coder").post(reverse("no_claim", args=[statement.pk]))

    decision = Decision.objects.get(statement=statement)
    assert decision.outcome == Decision.Outcome.NO_CLAIM


def test_a_statement_stands_within_its_quote_and_leads_to_its_neighbours(world: World, visit: Visit) -> None:
    page = visit("reader").get(reverse("statement", args=[world.statements["fair"].pk])).content.decode()

    assert "A treaty will be signed this year. <mark>The Halden text" in page
    assert f'rel="prev" href="{reverse("statement", args=[world.statements["signed"].pk])}"' in page
    assert f'rel="next" href="{reverse("statement", args=[world.statements["nobody"].pk])}"' in page
