"""The pages of utterances: the list, one of them with every print, old addresses, joining and parting."""

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Match, Statement, Utterance, Verdict
from tests.web.conftest import Visit
from tests.world import World


@pytest.fixture
def utterances(world: World) -> dict[str, Utterance]:
    """“signed” and “within” are one utterance; “fair” is another, and so is “not”."""
    made = {}
    for name, members in (("signed", ("signed", "within")), ("fair", ("fair",)), ("not", ("not",))):
        rows = [world.statements[member] for member in members]
        made[name] = Utterance.objects.create(
            first=rows[0],
            first_day=rows[0].day,
            last_day=rows[-1].day,
            statements=len(rows),
            outlets=len(rows),
        )
        Statement.objects.filter(pk__in=[row.pk for row in rows]).update(utterance=made[name])
    Match.objects.filter(pk=world.matches["signed–within"].pk).update(relation="SAME_WORDS")
    return made


def page_of(browser: Client, utterance: Utterance) -> str:
    return browser.get(reverse("utterance", args=[utterance.pk])).content.decode()


def test_the_page_shows_every_print_and_marks_where_the_words_differ(world, visit, utterances):
    page = page_of(visit("reader"), utterances["signed"])

    assert "Said once, printed 2 times" in page
    assert "14 March 2026 to 15 March 2026" in page
    assert "First appearance" in page
    assert '<span class="differs">within the</span>' in page
    assert "0.91" in page
    assert page.index("Radio Halden") < page.index("Kess Telegraph")


def test_the_page_shows_tags_of_its_statements_and_leads_to_carrying_them_over(world, visit, utterances):
    page = page_of(visit("coder"), utterances["signed"])

    assert "on 1 of 2 statements" in page
    assert reverse("carry_over_utterance", args=[utterances["signed"].pk]) in page
    strange = page_of(visit("stranger"), utterances["signed"])
    assert "A peace treaty will be signed" not in strange


def test_readers_see_no_controls(world, visit, utterances):
    page = page_of(visit("reader"), utterances["signed"])

    assert "Part the chosen" not in page
    assert "Join them" not in page


def test_an_old_address_leads_on_over_all_that_followed(world, visit, utterances):
    signed, fair, other = utterances["signed"], utterances["fair"], utterances["not"]
    Utterance.objects.filter(pk=other.pk).update(is_live=False, merged_into=fair)
    Utterance.objects.filter(pk=fair.pk).update(is_live=False, merged_into=signed)

    answer = visit("reader").get(reverse("utterance", args=[other.pk]))

    assert answer.status_code == 302
    assert answer["Location"] == reverse("utterance", args=[signed.pk])


def test_one_that_was_given_up_and_came_back_is_shown(world, visit, utterances):
    fair = utterances["fair"]
    Utterance.objects.filter(pk=fair.pk).update(is_live=False, merged_into=utterances["signed"])
    Utterance.objects.filter(pk=fair.pk).update(is_live=True, merged_into=None)

    assert visit("reader").get(reverse("utterance", args=[fair.pk])).status_code == 200


def test_one_that_is_gone_says_so_and_leads_to_its_statement(world, visit, utterances):
    fair = utterances["fair"]
    Utterance.objects.filter(pk=fair.pk).update(is_live=False, merged_into=None)

    answer = visit("reader").get(reverse("utterance", args=[fair.pk]))

    assert answer.status_code == 410
    assert f"Utterance {fair.pk} is gone" in answer.content.decode()
    assert reverse("statement", args=[world.statements["fair"].pk]) in answer.content.decode()


def test_addresses_that_lead_in_a_circle_end(world, visit, utterances):
    signed, fair = utterances["signed"], utterances["fair"]
    Utterance.objects.filter(pk=signed.pk).update(is_live=False, merged_into=fair)
    Utterance.objects.filter(pk=fair.pk).update(is_live=False, merged_into=signed)

    answer = visit("reader").get(reverse("utterance", args=[signed.pk]), follow=True)

    assert answer.status_code == 410


def test_the_chosen_statement_is_parted_shown_and_undone(world, visit, utterances):
    browser, within = visit("coder"), world.statements["within"]

    answer = browser.post(
        reverse("part_utterance", args=[utterances["signed"].pk]), {"statement": within.pk}, follow=True
    )

    within.refresh_from_db()
    assert within.utterance_id != utterances["signed"].pk
    page = answer.content.decode()
    assert "parted 1 statement from utterance" in page
    change = Verdict.history.get(kind="UNRELATED").change
    browser.post(reverse("undo", args=[change.pk]))
    within.refresh_from_db()
    assert within.utterance_id == utterances["signed"].pk


def test_two_are_joined_by_the_number_of_a_statement(world, visit, utterances):
    browser = visit("coder")

    browser.post(
        reverse("join_utterance", args=[utterances["signed"].pk]),
        {"of": "statement", "number": world.statements["fair"].pk},
    )

    fair = Statement.objects.get(pk=world.statements["fair"].pk)
    assert fair.utterance_id == utterances["signed"].pk
    assert "joined statements" in page_of(browser, utterances["signed"])


@pytest.mark.parametrize("number", ["", "x", "0", "999999", "9" * 30])
def test_a_number_that_names_nothing_joins_nothing(number, world, visit, utterances):
    answer = visit("coder").post(
        reverse("join_utterance", args=[utterances["signed"].pk]),
        {"of": "utterance", "number": number},
        follow=True,
    )

    assert "There is no such utterance or statement" in answer.content.decode()
    assert not Verdict.objects.exists()


@pytest.mark.parametrize("name", ["part_utterance", "join_utterance"])
def test_readers_neither_join_nor_part(name, world, visit, utterances):
    form = {"statement": world.statements["within"].pk, "number": utterances["fair"].pk, "of": "utterance"}

    answer = visit("reader").post(reverse(name, args=[utterances["signed"].pk]), form)

    assert answer.status_code == 403
    assert not Verdict.objects.exists()


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["signed", "not", "fair"]),
        ("min_statements=2", ["signed"]),
        ("before=2026-03-15&after=2026-03-15", ["signed"]),
        ("speaker_name=Okarrin", ["not"]),
        ("q=basis", ["signed", "fair"]),
        ("order=oldest", ["signed", "fair", "not"]),
    ],
)
def test_the_list_is_filtered_by_what_one_of_its_statements_is(query, names, world, visit, utterances):
    answer = visit("reader").get(f"{reverse('utterances')}?{query}")

    shown = [row.utterance.pk for row in answer.context["rows"]]
    assert shown == [utterances[name].pk for name in names]


def test_a_statement_leads_to_its_utterance(world, visit: Visit, utterances):
    page = visit("reader").get(reverse("statement", args=[world.statements["within"].pk])).content.decode()

    assert reverse("utterance", args=[utterances["signed"].pk]) in page


def test_the_statements_say_how_often_they_were_printed_and_count_by_either(world, visit, utterances):
    address = reverse("statements") + "?speaker_name=Vosk"

    by_statement = visit("reader").get(address).content.decode()
    by_utterance = visit("reader").get(address + "&count=utterances").content.decode()

    assert "Printed 2 times" in by_statement
    assert "<strong>3 statements</strong>" in by_statement
    assert "<strong>2 utterances</strong> in 3 statements" in by_utterance
    assert '<input type="hidden" name="count" value="utterances">' in by_utterance


@pytest.mark.parametrize("name", ["home", "speakers", "claims"])
def test_the_switch_is_kept_from_page_to_page(name, world, visit, utterances):
    page = visit("coder").get(reverse(name) + "?count=utterances").content.decode()

    assert f'href="{reverse("claims")}?count=utterances"' in page
    assert f'href="{reverse("speakers")}?count=utterances"' in page
    assert '?count=utterances" aria-current="true">By utterance' in page
