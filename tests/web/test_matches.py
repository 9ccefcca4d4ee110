"""Matches: the queue and the four verdicts."""

import uuid

import pytest
from django.urls import reverse

from claims.models import Change, Verdict
from tests.web.conftest import Visit
from tests.world import World


def test_the_bare_address_leads_to_what_waits(visit: Visit) -> None:
    answer = visit("coder").get(reverse("matches"))

    assert answer["Location"].endswith("?verdict=NONE&min_score=0.7")


def test_a_verdict_is_stored_leaves_the_queue_and_can_be_undone(world: World, visit: Visit) -> None:
    match, browser = world.matches["signed–within"], visit("coder")
    queue = reverse("matches") + "?verdict=NONE"

    browser.post(reverse("judge_match", args=[match.pk]), {"kind": "SAME_CLAIM"})
    match.refresh_from_db()
    assert match.verdict == "SAME_CLAIM"
    assert f'id="match-{match.pk}"' not in browser.get(queue).content.decode()

    browser.post(reverse("undo", args=[Change.objects.order_by("-id")[0].pk]))
    assert f'id="match-{match.pk}"' in browser.get(queue).content.decode()


@pytest.mark.parametrize("kind", ["", "LIKELY"])
def test_an_unknown_verdict_is_refused_in_words(kind: str, world: World, visit: Visit) -> None:
    address = reverse("judge_match", args=[world.matches["signed–not"].pk])

    answer = visit("coder").post(address, {"kind": kind}, follow=True)

    assert "Choose one of the four verdicts" in answer.content.decode()
    assert not Verdict.objects.exists()


def test_a_reader_judges_nothing(world: World, visit: Visit) -> None:
    address = reverse("judge_match", args=[world.matches["signed–not"].pk])

    assert visit("reader").post(address, {"kind": "UNRELATED"}).status_code == 403
    assert (
        'data-verdict="1"' not in visit("reader").get(reverse("matches") + "?filters=none").content.decode()
    )


def test_a_match_that_is_not_there_is_not_found(visit: Visit) -> None:
    assert visit("coder").post(reverse("judge_match", args=[4711])).status_code == 404


def test_the_head_counts_the_matches_that_wait(world: World, visit: Visit) -> None:
    page = visit("coder").get(reverse("home")).content.decode()

    assert '2<span class="visually-hidden"> without a verdict' in page


def test_a_verdict_that_is_sent_twice_is_given_once(world: World, visit: Visit) -> None:
    form = {"kind": "SAME_CLAIM", "token": uuid.uuid4()}
    browser, address = visit("coder"), reverse("judge_match", args=[world.matches["signed–within"].pk])

    for _ in range(2):
        browser.post(address, form)

    assert Verdict.objects.count() == 1
