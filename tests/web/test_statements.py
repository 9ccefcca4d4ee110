"""The page of a statement: related statements side by side, tags by plain form, carrying over."""

import uuid

import pytest
from django.db.models import Q
from django.urls import reverse

from claims.matching.explain import to_data
from claims.matching.matcher import score_pair
from claims.matching.weights import Weights
from claims.models import Annotation, Decision, Match, Statement, Utterance
from tests.web.conftest import Visit
from tests.world import World


def test_related_statements_stand_side_by_side_with_their_differences(world: World, visit: Visit) -> None:
    page = visit("reader").get(reverse("statement", args=[world.statements["signed"].pk])).content.decode()

    assert "0.91" in page
    assert "0.88" in page
    assert '<span class="differs">within the</span>' in page
    assert '<span class="differs differs--turns">No</span>' in page  # it can turn the meaning


def test_opposite_words_are_pointed_out(world: World, visit: Visit) -> None:
    signed = world.statements["signed"]
    address = reverse("statement", args=[signed.pk])
    assert "Opposite words" not in visit("reader").get(address).content.decode()

    match = Match.objects.live().filter(Q(left=signed) | Q(right=signed), score__gt=0.9).get()
    pair = score_pair("Signed before the vote", "Signed after the vote", Weights.nothing_counted())
    match.features = to_data(pair.explanation)
    match.save()

    assert "Opposite words" in visit("reader").get(address).content.decode()


def test_less_sure_matches_are_shown_on_demand(world: World, visit: Visit) -> None:
    address = reverse("statement", args=[world.statements["fair"].pk])

    first = visit("reader").get(address).content.decode()
    assert "Show 1 more with a lower score" in first
    assert "0.35" in visit("reader").get(address + "?min_score=0.3").content.decode()


def test_the_least_score_shown_stands_in_the_address_and_on_the_slider(world: World, visit: Visit) -> None:
    address = reverse("statement", args=[world.statements["signed"].pk])

    page = visit("reader").get(address + "?min_score=0.9").content.decode()

    assert 'max="1" step="0.01" value="0.9"' in page
    assert "0.91" in page
    assert "0.91" not in visit("reader").get(address + "?min_score=0.95").content.decode()
    assert 'step="0.01" value="0.7"' in visit("reader").get(address + "?min_score=x").content.decode()


def test_prints_of_one_utterance_are_one_match_until_each_is_asked_for(world: World, visit: Visit) -> None:
    signed, within = world.statements["signed"], world.statements["within"]
    others = list(Statement.objects.exclude(pk__in=[signed.pk, within.pk]).order_by("id")[:2])
    utterance = Utterance.objects.create(first=within, statements=3)
    Statement.objects.filter(pk__in=[within.pk, *(row.pk for row in others)]).update(utterance=utterance)
    for row in others:
        left, right = sorted((signed.pk, row.pk))
        Match.objects.update_or_create(
            left_id=left,
            right_id=right,
            defaults={"score": 0.8, "raw_score": 0.8, "relation": "REWORDED", "run": row.run},
        )
    browser, address = visit("reader"), reverse("statement", args=[signed.pk])

    folded, each = (browser.get(address + query).content.decode() for query in ("", "?prints=each"))

    assert "and 2 more prints of it" in folded
    assert each.count("data-match") == folded.count("data-match") + 2


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
