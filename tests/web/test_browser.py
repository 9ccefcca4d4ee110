"""The pages in a real browser: the main path by mouse and keys, nothing from elsewhere, axe is content."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from claims.models import Quote
from tests.web.test_every_page import CHANGING_PAGES, PAGES, pair_in
from tests.world import PASSWORD, World, build_world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = (1440, 390)
THEMES = ("light", "dark")


@dataclass
class Window:
    """One browser window in which somebody is signed in, and everything that went wrong in it."""

    page: Page
    site: str
    problems: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        """Go to a page of the site."""
        answer = self.page.goto(self.site + address)
        assert answer is not None
        assert answer.status < 400, address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Playwright runs an event loop of its own, beside which Django refuses its database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def big_world(transactional_db: None) -> World:
    return build_world()


@pytest.fixture
def window(browser: Browser, live_server: LiveServer, big_world: World) -> Iterator[Window]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    opened = Window(context.new_page(), live_server.url)
    opened.page.on("pageerror", lambda error: opened.problems.append(f"error: {error}"))
    opened.page.on(
        "console",
        lambda said: opened.problems.append(f"console: {said.text}") if said.type == "error" else None,
    )
    opened.page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((live_server.url, "data:"))
            else opened.problems.append(f"request outside: {request.url}")
        ),
    )
    sign_in(opened, "lead")
    yield opened
    context.close()
    assert opened.problems == []


def sign_in(window: Window, name: str) -> None:
    window.open(reverse("login"))
    window.page.fill("#id_username", name)
    window.page.fill("#id_password", PASSWORD)
    window.page.click("main button")
    window.page.wait_for_selector(".main-nav")


def test_axe_finds_nothing_on_any_page_at_both_widths_in_both_themes(
    window: Window, big_world: World
) -> None:
    found: list[str] = []
    for name, address in {**PAGES, **CHANGING_PAGES}.items():
        window.open(address(big_world))
        # axe passes over what is folded
        window.page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        for width in WIDTHS:
            window.page.set_viewport_size({"width": width, "height": 900})
            for theme in THEMES:
                window.page.emulate_media(color_scheme=theme)
                report = Axe().run(window.page, options={"resultTypes": ["violations"]})
                found += [
                    f"{name}, {width} px, {theme}: {violation['id']}: {violation['nodes'][0]['html'][:200]}"
                    for violation in report.response["violations"]
                ]

    assert found == [], "\n".join(found)


def test_no_page_scrolls_sideways_on_a_narrow_screen(window: Window, big_world: World) -> None:
    window.page.set_viewport_size({"width": 320, "height": 900})
    wide = []
    for name, address in {**PAGES, **CHANGING_PAGES}.items():
        window.open(address(big_world))
        if window.page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(name)

    assert wide == []


def test_the_main_path_from_search_to_a_tag_and_back(window: Window, big_world: World) -> None:
    page = window.page
    page.keyboard.press("/")
    page.keyboard.type("signatures")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="In its article").first.click()
    page.get_by_role("link", name="Statement 3").click()
    page.select_option("#claim", label="Treaty / A peace treaty will be signed")
    page.get_by_label("opposes").check()
    page.get_by_role("button", name="Tag this statement").click()

    page.get_by_text("Saved: tagged statement").wait_for()
    page.keyboard.press("z")
    page.get_by_text("Undone: tagged statement").wait_for()
    assert not big_world.statements["nobody"].annotations.standing().exists()


ARTICLE = """Vosk repeats her word in Kess

KESS, 20 March 2026. President Ilyana Vosk spoke to the assembly on Friday.

“A treaty will be signed this year,” Ilyana Vosk told the assembly. “We have waited long enough for it.”
"""


def test_the_whole_way_from_a_file_to_an_export(
    window: Window, big_world: World, tmp_path: Path, settings: Any
) -> None:
    settings.UPLOADS_DIR = tmp_path / "uploads"
    file = tmp_path / "vosk-in-kess.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    page = window.page

    window.open(reverse("imports"))
    page.set_input_files("#files", file)
    page.get_by_label("Outlet, where a file names none").fill("Kess Telegraph")
    page.get_by_role("button", name="Look at them").click()
    page.get_by_role("button", name="Store 1 article").click()
    page.get_by_role("link", name="Stored").click()

    page.get_by_role("heading", name="Vosk repeats her word in Kess").wait_for()
    page.get_by_role("link", name="Statement 1", exact=True).click()
    page.get_by_text("Radio Halden").first.wait_for()  # the related statement of 14 March stands beside it
    page.select_option("#claim", label="Treaty / A peace treaty will be signed")
    page.get_by_label("supports").check()
    page.get_by_role("button", name="Tag this statement").click()
    page.get_by_text("Saved: tagged statement").wait_for()

    window.open(reverse("claims"))
    with page.expect_download() as download:
        page.get_by_role("link", name="Annotations as CSV").click()
    exported = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert exported.count("A peace treaty will be signed") >= 3
    assert "A treaty will be signed this year," in exported


def test_a_speaker_is_set_from_the_names_that_are_offered(window: Window, big_world: World) -> None:
    page, quote = window.page, big_world.quotes["unknown"]
    window.open(reverse("article", args=[quote.article_id]))

    page.get_by_text("Name the speaker").click()
    page.locator(f"#speaker-{quote.pk}").press_sequentially("okar")
    page.get_by_role("option", name="Anselm Okarrin").click()
    page.locator(f"#speaker-{quote.pk}").locator("xpath=ancestor::form").get_by_text(
        "Set the speaker"
    ).click()
    page.wait_for_selector("[data-toast]")

    assert quote.attributions.get(is_live=True).speaker == big_world.speakers["okarrin"]


def test_selected_words_become_a_quote_at_their_code_points(window: Window, big_world: World) -> None:
    article, words = big_world.articles["repeated"], "Her foreign minister, Tural Əzizbəyli"
    page = window.page
    window.open(reverse("add_quote", args=[article.pk]))

    page.evaluate(
        """(words) => {
            const text = document.getElementById("whole-text").firstChild;
            const start = text.data.indexOf(words);
            document.getSelection().setBaseAndExtent(text, start, text, start + words.length);
        }""",
        words,
    )
    page.wait_for_function("document.querySelector('#words').value.startsWith('Her')")
    page.get_by_role("button", name="Add this quote").click()
    page.wait_for_selector("[data-toast]")

    added = Quote.objects.get(article=article, exact=words)
    assert article.text[added.start : added.end] == words


def test_matches_are_judged_by_keys_and_the_next_one_comes(window: Window, big_world: World) -> None:
    window.open(reverse("matches"))
    page = window.page

    page.keyboard.press("2")
    page.wait_for_selector("[data-toast]")
    page.keyboard.press("3")
    page.wait_for_selector("text=Every match worth showing has a verdict")

    verdicts = set()
    for name in ("signed–within", "signed–not"):
        big_world.matches[name].refresh_from_db()
        verdicts.add(big_world.matches[name].verdict)
    assert verdicts == {"SAME_CLAIM", "CONTRADICTS"}


def test_a_verdict_moves_on_at_once_and_is_undone_by_a_key(window: Window, big_world: World) -> None:
    first, second = (big_world.matches[name] for name in ("signed–within", "signed–not"))
    page = window.page
    window.open(reverse("matches"))

    page.keyboard.press("1")
    page.wait_for_selector(f"#match-{second.pk}.is-current")
    page.wait_for_selector(f"#match-{first.pk} >> text=your verdict")
    page.keyboard.press("z")
    page.wait_for_selector(f"#match-{first.pk}.is-current .verdicts:not(details *)")
    first.refresh_from_db()
    assert first.verdict == ""

    # the last of a page can be undone from the next one
    page.keyboard.press("2")
    page.wait_for_selector(f"#match-{second.pk}.is-current")
    page.keyboard.press("4")
    page.wait_for_selector("text=Every match worth showing has a verdict")
    page.keyboard.press("z")
    page.wait_for_selector(f"#match-{second.pk}.is-current")
    second.refresh_from_db()
    assert second.verdict == ""


def test_the_slider_and_its_number_say_the_same(window: Window, big_world: World) -> None:
    window.open(reverse("matches"))
    slider, number = window.page.locator("#filter-min_score"), window.page.get_by_label("as a number")

    number.fill("0,35")
    number.press("Tab")
    assert slider.input_value() == "0.35"
    slider.press("ArrowRight")

    assert number.input_value() == "0.36"


def test_quotes_are_checked_by_keys_and_the_next_one_comes(window: Window, big_world: World) -> None:
    unknown, promise, observers = (big_world.quotes[name] for name in ("unknown", "promise", "observers"))
    for quote, confidence in ((unknown, 0.1), (promise, 0.2), (observers, 0.3)):
        Quote.objects.filter(pk=quote.pk).update(confidence=confidence)
    page = window.page
    window.open(reverse("check"))

    def comes(quote: Quote) -> None:
        page.wait_for_selector(f"[data-check='{quote.pk}']")

    comes(unknown)
    page.keyboard.press("j")
    comes(promise)
    page.keyboard.press("x")
    comes(observers)
    page.keyboard.press("z")
    comes(promise)
    page.keyboard.press("y")
    comes(observers)
    page.keyboard.press("1")
    page.wait_for_selector("text=You put 1 quote off")
    page.get_by_role("link", name="Begin again").click()
    comes(unknown)
    page.keyboard.press("n")
    with page.expect_response(lambda answer: reverse("find_speakers") in answer.url):
        page.keyboard.insert_text("Mother of a conscript")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Every quote below 0.80 was looked at")

    promise.refresh_from_db()
    assert (promise.status, promise.touched_by) == (Quote.Status.STANDING, big_world.people["lead"])
    said = {quote.pk: quote.attributions.get(is_live=True).speaker for quote in (unknown, observers)}
    assert said[observers.pk] == big_world.speakers["vosk"]
    assert str(said[unknown.pk]) == "Mother of a conscript"


def test_pairs_of_names_are_answered_by_keys_and_undone_by_one(window: Window, big_world: World) -> None:
    pair = pair_in(big_world)
    page = window.page
    window.open(reverse("speaker_pairs"))

    page.keyboard.press("3")
    page.wait_for_selector("text=No two names wait for an answer")
    page.keyboard.press("z")
    page.wait_for_selector(f"[data-pair='{pair.pk}']")
    page.keyboard.press("2")
    page.wait_for_selector("text=No two names wait for an answer")

    pair.refresh_from_db()
    assert (pair.answer, pair.left.merged_into) == ("MERGE", pair.right)


def test_keys_that_are_switched_off_do_nothing(window: Window, big_world: World) -> None:
    type(big_world.people["lead"]).objects.update(keys_on=False)
    window.open(reverse("matches"))

    window.page.keyboard.press("1")
    window.page.keyboard.press("?")

    assert not window.page.locator("#keys-dialog").is_visible()
    big_world.matches["signed–within"].refresh_from_db()
    assert big_world.matches["signed–within"].verdict == ""


def test_reading_filtering_and_tagging_work_without_scripts(
    browser: Browser, live_server: LiveServer, big_world: World
) -> None:
    context = browser.new_context(java_script_enabled=False)
    window = Window(context.new_page(), live_server.url)
    page = window.page
    window.open(reverse("login"))
    page.fill("#id_username", "coder")
    page.fill("#id_password", PASSWORD)
    page.click("main button")

    window.open(reverse("quotes"))
    page.locator("#filter-q").fill("treaty")
    page.get_by_role("button", name="Show quotes").click()
    assert page.get_by_text("3 quotes").is_visible()
    window.open(reverse("statement", args=[big_world.statements["within"].pk]))
    page.select_option("#claim", label="Treaty / A peace treaty will be signed")
    page.get_by_label("supports").check()
    page.get_by_role("button", name="Tag this statement").click()

    assert big_world.statements["within"].annotations.standing().count() == 1
    context.close()
