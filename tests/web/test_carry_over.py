"""Carrying tags over on the pages: by band, page by page, from a statement, an utterance or a list."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Annotation, Match, Statement, Utterance
from claims.services.annotations import retire_annotation
from claims.services.changes import save_quietly
from tests.web.conftest import Visit
from tests.world import World


@pytest.fixture
def many(world: World) -> list[Statement]:
    """Ten statements that match “signed”, from sure to less sure, beside those of the world."""
    within = world.statements["within"]
    made = []
    for place in range(10):
        row = Statement.objects.get(pk=within.pk)
        row.pk, row.end = None, within.end + 1 + place
        save_quietly(row)
        score = 0.99 - place * 0.01
        Match.objects.create(
            left=world.statements["signed"],
            right=row,
            score=score,
            raw_score=score,
            relation="REWORDED",
            run=world.matches["signed–within"].run,
        )
        made.append(row)
    return made


def hidden(page: str, name: str) -> str:
    return re.search(f'name="{name}" value="([^"]*)"', page)[1]


def form_of(page: str) -> dict[str, object]:
    """What a browser would send: all that is hidden, and what is checked."""
    return {
        **{name: hidden(page, name) for name in ("had_min_score", "had_list", "had_plan", "left_out")},
        "min_score": re.search(r'<option value="([^"]*)" selected', page)[1],
        "shown": re.findall(r'name="shown" value="([^"]*)"', page),
        "pair": re.findall(r'name="pair" value="([^"]*)" checked', page),
    }


def send(browser: Client, address: str, form: dict[str, object]) -> str:
    """Send a form as a browser does: to another address again, where the answer says so."""
    answer = browser.post(address, form)
    for _ in range(2):
        if answer.status_code != 307:
            break
        answer = browser.post(address.partition("?")[0] + answer["Location"], form)
    return answer.content.decode()


def carried() -> set[int]:
    return set(Annotation.objects.filter(way="CARRIED").values_list("statement", flat=True))


def test_rows_stand_under_their_band_with_its_count(world, visit: Visit, many):
    page = visit("coder").get(reverse("carry_over", args=[world.statements["signed"].pk])).content.decode()

    assert re.search(r"0\.95 and more</th><td class=\"number\">5</td>", page)
    assert re.search(r"0\.90 to 0\.95</th><td class=\"number\">6</td>", page)
    assert "11 would be tagged" in page
    assert page.index('rowgroup" colspan="5">0.95 and more') < page.index('rowgroup" colspan="5">0.90 to')


def test_the_cut_off_stands_in_the_address(world, visit, many):
    address = reverse("carry_over", args=[world.statements["signed"].pk])

    page = visit("coder").get(f"{address}?min_score=0.95").content.decode()

    assert "5 would be tagged" in page
    assert re.search(r'class="quiet"><th scope="row">0\.90 to 0\.95</th>', page)
    chosen = visit("coder").post(address, {**form_of(page), "min_score": "0.9"})
    assert (chosen.status_code, chosen["Location"]) == (307, "?min_score=0.9&list=new&page=1")


def test_what_was_left_out_on_one_page_stays_left_out_on_the_others(world, visit, many, monkeypatch):
    monkeypatch.setattr("claims.queries.carry_form.ROWS_ON_A_PAGE", 4)
    browser, address = visit("coder"), reverse("carry_over", args=[world.statements["signed"].pk])
    first = browser.get(address).content.decode()
    form = form_of(first)
    left_out = form["pair"][1]

    second = send(browser, address, {**form, "pair": [form["pair"][0], *form["pair"][2:]], "page": "2"})
    assert "5 to 8 of 11" in second
    assert left_out in hidden(second, "left_out")
    last = send(browser, address + "?page=2", {**form_of(second), "page": "3"})
    assert "Carry over up to 10 tags" in last
    send(browser, address + "?page=3", {**form_of(last), "apply": "yes"})

    statement = int(left_out.split("-")[1])
    assert statement not in carried()
    assert len(carried()) == 10


def test_what_was_left_out_can_be_taken_in_again(world, visit, many):
    browser, address = visit("coder"), reverse("carry_over", args=[world.statements["signed"].pk])
    form = form_of(browser.get(address).content.decode())

    without = send(browser, address, {**form, "pair": form["pair"][1:]})
    assert "Carry over up to 10 tags" in without
    again = send(browser, address, {**form_of(without), "pair": form["pair"]})
    assert "Carry over up to 11 tags" in again


def test_one_undo_takes_all_of_it_back(world, visit, many):
    browser, address = visit("coder"), reverse("carry_over", args=[world.statements["signed"].pk])

    page = browser.post(
        address, {**form_of(browser.get(address).content.decode()), "apply": "yes"}, follow=True
    )
    assert "carried 11 tags over" in page.content.decode()
    change = re.search(r'action="(/changes/\d+/undo/)"', page.content.decode())[1]
    browser.post(change)

    assert not Annotation.objects.standing().filter(way="CARRIED").exists()


def test_what_may_contradict_is_shown_apart_and_cannot_be_chosen(world, visit, many):
    browser, address = visit("coder"), reverse("carry_over", args=[world.statements["signed"].pk])
    # without its own tag, “not” may only contradict
    retire_annotation(annotation=world.tags["not"], by=world.people["coder"])

    page = browser.get(f"{address}?list=apart").content.decode()

    assert "may contradict: tag it by hand" in page
    assert 'type="checkbox" name="pair"' not in page
    form = form_of(browser.get(address).content.decode())
    sneaked = f"{world.tags['signed'].pk}-{world.statements['not'].pk}"
    send(browser, address, {**form, "pair": [sneaked], "shown": [*form["shown"], sneaked], "apply": "yes"})
    assert world.statements["not"].pk not in carried()


def test_a_preview_that_changed_meanwhile_carries_nothing(world, visit, many):
    browser, address = visit("coder"), reverse("carry_over", args=[world.statements["signed"].pk])
    form = form_of(browser.get(address).content.decode())
    Match.objects.filter(right=many[0]).update(verdict="UNRELATED")

    page = send(browser, address, {**form, "apply": "yes"})

    assert "The preview is another one by now" in page
    assert not carried()


def test_a_form_that_shows_no_preview_carries_nothing(world, visit, many):
    browser, address = visit("coder"), reverse("carry_over", args=[world.statements["signed"].pk])

    browser.post(address, {"apply": "yes"})

    assert not carried()


def test_more_than_one_act_takes_are_carried_the_surest_first(world, visit, many, monkeypatch):
    monkeypatch.setattr("claims.queries.carry_form.MAX_AT_ONCE", 3)
    browser, address = visit("coder"), reverse("carry_over", args=[world.statements["signed"].pk])
    page = browser.get(address).content.decode()
    assert "Carry over the 3 surest of 11" in page

    send(browser, address, {**form_of(page), "apply": "yes"})

    assert carried() == {row.pk for row in many[:3]}
    assert "8 would be tagged" in browser.get(address).content.decode()


def test_tags_of_an_utterance_go_to_its_other_statements(world, visit, many):
    first = world.statements["signed"]
    utterance = Utterance.objects.create(first=first, statements=2)
    Statement.objects.filter(pk__in=[first.pk, many[0].pk]).update(utterance=utterance)
    browser, address = visit("coder"), reverse("carry_over_utterance", args=[utterance.pk])

    page = browser.get(f"{address}?min_score=0.95").content.decode()
    send(browser, f"{address}?min_score=0.95", {**form_of(page), "apply": "yes"})

    assert many[0].pk in carried()


def test_a_filtered_list_carries_its_own_tags_of_a_claim(world, visit, many):
    browser = visit("coder")
    listed = browser.get(f"{reverse('statements')}?claim={world.claims['treaty'].pk}").content.decode()
    address = re.search(r'href="(/statements/carry-over/\?[^"]*)"', listed)[1].replace("&amp;", "&")
    assert f"coder={world.people['coder'].pk}" in address

    page = browser.get(address).content.decode()
    assert "the 2 tags on the statements that fit the filters" in page
    browser.post(address, {**form_of(page), "apply": "yes"})

    assert {row.pk for row in many} <= carried()


def test_filters_narrow_which_tags_are_carried(world, visit, many):
    browser = visit("coder")

    page = browser.get(reverse("carry_over_list") + "?tagged=yes&stance=NEUTRAL").content.decode()

    assert "None of these statements has a tag" in page


def test_a_list_without_a_filter_on_tags_offers_no_carrying_over(world, visit, many):
    assert "carry-over" not in visit("coder").get(reverse("statements")).content.decode()
    tagged = visit("reader").get(reverse("statements") + "?tagged=yes").content.decode()
    assert "carry-over" not in tagged


def test_too_many_tags_for_one_preview_are_refused_with_the_limit(world, visit, many, monkeypatch):
    monkeypatch.setattr("claims.queries.carry_form.MAX_SOURCES", 1)

    page = visit("coder").get(reverse("carry_over_list") + "?tagged=yes").content.decode()

    assert "These are 2 tags; matches are looked up for 1 at most" in page


@pytest.mark.parametrize("person", ["reader", "stranger"])
def test_only_those_who_tag_carry_over(person, world, visit, many):
    assert visit(person).get(reverse("carry_over_list")).status_code == 403
