"""The administration in a real browser: a coder tags, nothing comes from elsewhere, axe is content."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from claims.models import Annotation
from tests.web.test_browser import (  # noqa: F401  # fixtures come in by their names
    THEMES,
    WIDTHS,
    Window,
    big_world,
    browser,
    sign_in,
    window,
)
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LISTS = ["quote", "statement", "annotation", "claim", "article", "speaker", "match", "decision", "codebook"]


def addresses(world: World) -> list[str]:
    """Every kind of page: the first one, lists, rows that are read, forms, and a quote to tag."""
    return [
        "/admin/",
        *(f"/admin/claims/{noun}/" for noun in LISTS),
        f"/admin/claims/quote/{world.quotes['vosk'].pk}/change/",
        f"/admin/claims/annotation/{Annotation.objects.earliest('id').pk}/change/",
        f"/admin/claims/speaker/{world.speakers['vosk'].pk}/change/",
        f"/admin/claims/article/{world.quotes['vosk'].article_id}/change/",
        "/admin/claims/claim/add/",
        "/admin/claims/membership/add/",
    ]


def test_axe_finds_nothing_in_the_administration(window: Window, big_world: World) -> None:  # noqa: F811
    found: list[str] = []
    for address in addresses(big_world):
        window.open(address)
        window.page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        for width in WIDTHS:
            window.page.set_viewport_size({"width": width, "height": 900})
            for theme in THEMES:
                window.page.emulate_media(color_scheme=theme)
                # without its own second loading of the style sheets, which the policy forbids
                report = Axe().run(window.page, options={"preload": False})
                found += [
                    f"{address}, {width} px, {theme}: {violation['id']}: {node['html'][:160]} "
                    f"{node.get('failureSummary', '')[:200]}"
                    for violation in report.response["violations"]
                    for node in violation["nodes"][:2]
                ]

    assert found == [], "\n".join(found)


def test_no_page_of_the_administration_scrolls_sideways_on_a_phone(
    window: Window,  # noqa: F811
    big_world: World,  # noqa: F811
) -> None:
    window.page.set_viewport_size({"width": 390, "height": 844})
    wide = []
    for address in addresses(big_world):
        window.open(address)
        if window.page.evaluate("document.documentElement.scrollWidth") > 390:
            wide.append(address)

    assert wide == []


def test_a_coder_tags_by_typing_a_claim_and_undoes_it(
    window: Window,  # noqa: F811
    big_world: World,  # noqa: F811
) -> None:
    page, statement = window.page, big_world.statements["observers"]
    sign_in_as_coder(window)
    window.open(f"/admin/claims/quote/{statement.quote_id}/change/")

    page.locator(".select2-selection").first.click()
    page.keyboard.type("observers")
    page.get_by_role("option", name="Observers should stay").click()
    page.get_by_label("supports").check()
    page.get_by_role("button", name="Save tags").click()
    page.get_by_text("Saved: tagged statement").wait_for()
    tagged = statement.annotations.standing().count()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Undone").wait_for()

    assert (tagged, statement.annotations.standing().count()) == (1, 0)


def test_a_list_is_filtered_by_typing_a_name_and_tagged_at_once(
    window: Window,  # noqa: F811
    big_world: World,  # noqa: F811
) -> None:
    page = window.page
    sign_in_as_coder(window)
    window.open("/admin/claims/statement/")

    page.locator("#changelist-filter .select2-selection").first.click()
    page.keyboard.type("vosk")
    page.get_by_role("option", name="Ilyana Vosk").click()
    page.get_by_role("button", name="Filter by speaker").click()
    page.get_by_label("Select all").check()
    page.select_option("select[name=action]", label="Tag selected statements…")
    page.get_by_role("button", name="Go").click()
    page.locator(".select2-selection").first.click()
    page.keyboard.type("treaty")
    page.get_by_role("option", name="A peace treaty will be signed").click()
    page.get_by_label("neutral").check()
    page.get_by_role("button", name="Tag 3 statements").click()
    page.get_by_text("Saved: tagged 2 statements").wait_for()  # one had this coder's tag already

    assert Annotation.objects.filter(stance="NEUTRAL").count() == 2


def sign_in_as_coder(window: Window) -> None:  # noqa: F811
    """Leave the lead's session for the coder's."""
    window.page.context.clear_cookies()
    sign_in(window, "coder")
