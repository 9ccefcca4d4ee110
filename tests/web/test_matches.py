"""Matches: the queue and the four verdicts."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Change, Verdict
from claims.services.codebooks import add_member
from claims.services.matches import judge_match
from tests.web.conftest import Visit
from tests.world import World


def test_the_bare_address_leads_to_what_waits(visit: Visit) -> None:
    answer = visit("coder").get(reverse("matches"))

    assert answer["Location"].endswith("?verdict=NONE&verdict=DIFFER&mine=none&min_score=0.7&copies=fold")


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


def test_a_long_list_says_that_it_shows_the_first_of_it(
    world: World, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims.queries.review.LONGEST", 1)

    for order, words in (
        ("helps", "The 1 matches that help most"),
        ("surest", "The first 1 matches in this order"),
    ):
        text = visit("coder").get(reverse("matches"), {"filters": "none", "order": order}).content.decode()
        assert words in text


def test_a_match_that_is_not_there_is_not_found(visit: Visit) -> None:
    assert visit("coder").post(reverse("judge_match", args=[4711])).status_code == 404


def test_the_head_counts_the_matches_that_wait(world: World, visit: Visit) -> None:
    page = visit("coder").get(reverse("home")).content.decode()

    assert '2<span class="visually-hidden"> without a verdict' in page


def test_a_verdict_given_on_a_statements_page_keeps_that_statement_on_its_side(
    world: World, visit: Visit
) -> None:
    match = world.matches["signed–within"]
    address, browser = reverse("judge_match", args=[match.pk]), visit("coder")
    form = {"kind": "SAME_CLAIM", "own": match.right_id}

    answer = browser.post(address, form, headers={"Accept": "application/json"}).json()["html"]

    first, second = (answer.index(f"/statements/{number}/") for number in (match.right_id, match.left_id))
    assert first < second
    again = browser.get(
        f"{reverse('match', args=[match.pk])}?own={match.right_id}", headers={"Accept": "application/json"}
    )
    assert again.json()["html"].index(f"/statements/{match.right_id}/") < again.json()["html"].index(
        f"/statements/{match.left_id}/"
    )


def test_a_verdict_that_is_sent_twice_is_given_once(world: World, visit: Visit) -> None:
    form = {"kind": "SAME_CLAIM", "token": uuid.uuid4()}
    browser, address = visit("coder"), reverse("judge_match", args=[world.matches["signed–within"].pk])

    for _ in range(2):
        browser.post(address, form)

    assert Verdict.objects.count() == 1


QUEUE = "?verdict=NONE&verdict=DIFFER&mine=none&min_score=0.7"
SCRIPT = {"HTTP_ACCEPT": "application/json"}


def judge(world: World, by: str, match: str, kind: str) -> None:
    judge_match(match=world.matches[match], kind=kind, by=world.people[by])


def page(browser: Client, address: str = QUEUE) -> str:
    return browser.get(reverse("matches") + address).content.decode()


def shown(text: str) -> list[int]:
    return [int(number) for number in re.findall(r'id="match-(\d+)"', text)]


def test_the_queue_says_why_a_pair_is_near_the_top(world: World, visit: Visit) -> None:
    text = page(visit("coder"))

    # "signed" is tagged and "within" is not; of "signed" and "not" both are
    first = text[text.index('id="match-') : text.index("match-sides")]
    assert shown(text)[0] == world.matches["signed–within"].pk
    assert "only one of the two is tagged" in first


def test_a_reviewers_queue_leaves_out_what_she_judged(world: World, visit: Visit) -> None:
    judge(world, "coder", "signed–within", "SAME_CLAIM")

    assert world.matches["signed–within"].pk not in shown(page(visit("coder")))


def test_where_reviewers_differ_comes_first_in_a_third_ones_queue(world: World, visit: Visit) -> None:
    add_member(codebook=world.codebook, user=world.people["reader"], role="CODER", by=world.people["lead"])
    judge(world, "lead", "signed–not", "CONTRADICTS")
    judge(world, "coder", "signed–not", "UNRELATED")

    text = page(visit("reader"))

    assert shown(text)[0] == world.matches["signed–not"].pk
    assert "reviewers differ" in text


def test_both_verdicts_show_where_reviewers_differ(world: World, visit: Visit) -> None:
    judge(world, "lead", "signed–not", "CONTRADICTS")
    judge(world, "coder", "signed–not", "UNRELATED")

    text = page(visit("coder"), "?verdict=DIFFER")

    assert shown(text) == [world.matches["signed–not"].pk]
    assert "Reviewers differ" in text
    assert "Miriam Oduya" in text
    assert "your verdict" in text


def test_a_second_opinion_is_given_blind_of_the_first(world: World, visit: Visit) -> None:
    judge(world, "lead", "signed–not", "CONTRADICTS")

    text = page(visit("coder"), "?mine=second")
    row = text[text.index('id="match-') : text.index("</article>")]

    assert shown(text) == [world.matches["signed–not"].pk]
    assert "hidden until you gave yours" in row
    assert "Miriam" not in row
    assert "<svg" not in row[: row.index("match-sides")] or "Contradicts</span>" not in row
    assert "Miriam" in page(visit("coder"), "?mine=second&others=shown").partition('id="match-')[2]


def test_a_script_gets_the_judged_match_and_how_to_undo_it(world: World, visit: Visit) -> None:
    match, browser = world.matches["signed–within"], visit("coder")

    answer = browser.post(reverse("judge_match", args=[match.pk]), {"kind": "SAME_CLAIM"}, **SCRIPT).json()

    assert "your verdict" in answer["html"]
    assert answer["words"].startswith("Saved: judged match")
    undone = browser.post(answer["undo"], **SCRIPT).json()
    assert undone["words"].startswith("Undone: judged match")
    match.refresh_from_db()
    assert match.verdict == ""
    again = browser.get(reverse("match", args=[match.pk]), **SCRIPT).json()["html"]
    assert "Change your verdict" not in again


@pytest.mark.parametrize(("person", "kind", "status"), [("reader", "UNRELATED", 403), ("coder", "x", 400)])
def test_a_script_is_told_why_a_verdict_is_not_stored(
    person: str, kind: str, status: int, world: World, visit: Visit
) -> None:
    address = reverse("judge_match", args=[world.matches["signed–not"].pk])

    answer = visit(person).post(address, {"kind": kind}, **SCRIPT)

    assert answer.status_code == status
    assert answer.json()["problem"]
    assert not Verdict.objects.exists()


def test_the_slider_shows_the_score_in_use(visit: Visit) -> None:
    assert 'min="0.3" max="1" step="0.01" value="0.7"' in page(visit("coder"))


def test_pages_of_the_queue_hold_each_pair_once(
    world: World, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims.web.matches.MATCHES_ON_A_PAGE", 1)
    browser = visit("coder")

    pages = [shown(page(browser, f"?min_score=0.3&page={number}")) for number in (1, 2, 3)]

    assert sorted(number for (number,) in pages) == sorted(match.pk for match in world.matches.values())
