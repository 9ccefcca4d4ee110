"""Running the extractor over everything again, by page: seen first, run, taken back."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import ExpectedChange, Job, Quote, Run
from claims.services import finding
from claims.services.quotes import confirm_quote
from claims.text.found import FoundQuote
from tests.web.conftest import Visit
from tests.world import World


@pytest.fixture(autouse=True)
def poorer_extractor(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the extractor find less than the world holds: of each article the first quote alone."""
    original = finding.extract_quotes

    def find_first(text: str, **options: object) -> list[FoundQuote]:
        return original(text, **options)[:1]  # type: ignore[arg-type]

    monkeypatch.setattr(finding, "extract_quotes", find_first)
    yield


@pytest.fixture
def press(django_capture_on_commit_callbacks: object) -> object:
    """Press a button of the page, and let the worker do what it asks for."""

    def press_button(browser: Client, **posted: object) -> None:
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            answer = browser.post(reverse("ask_extraction"), posted)
        assert answer.status_code == 302

    return press_button


def page_of(browser: Client, name: str = "extraction", query: str = "") -> str:
    return browser.get(reverse(name) + query).content.decode()


def test_what_would_change_is_shown_before_anything_does(world: World, visit: Visit, press: object) -> None:
    browser, before = visit("coder"), list(Quote.objects.order_by("id").values())
    assert "See what would change in 3 articles" in page_of(browser)

    press(browser, do="preview")  # type: ignore[operator]

    page = page_of(browser)
    assert "Run it: " in page
    assert "stay since somebody answers for them" in page
    assert list(Quote.objects.order_by("id").values()) == before


def test_an_empty_list_of_changes_leads_to_extraction_not_to_import(world: World, visit: Visit) -> None:
    page = page_of(visit("coder"), "expected_changes")

    assert "Go to Extraction" in page
    assert page.count("Import articles") == 1  # the menu of the person


def test_the_list_of_changes_is_narrowed_and_downloaded_alike(
    world: World, visit: Visit, press: object
) -> None:
    browser = visit("coder")
    press(browser, do="preview")  # type: ignore[operator]
    lost = ExpectedChange.objects.filter(kind="LOST").count()
    assert lost

    page = page_of(browser, "expected_changes", "?kind=LOST")
    file = browser.get(reverse("expected_changes_file") + "?kind=LOST")

    assert f"{lost} change" in page
    lines = b"".join(file.streaming_content).decode("utf-8-sig").splitlines()  # type: ignore[arg-type]
    assert [line.split(",")[0] for line in lines[1:]] == ["lost"] * lost


def test_a_run_is_done_and_taken_back_by_buttons(world: World, visit: Visit, press: object) -> None:
    browser = visit("lead")
    before = list(Quote.objects.live().order_by("id").values())
    press(browser, do="preview")  # type: ignore[operator]

    press(browser, do="run")  # type: ignore[operator]

    assert list(Quote.objects.live().order_by("id").values()) != before
    run = Run.objects.filter(settings__has_key="whole corpus").get()
    assert f"Take run {run.pk} back" in page_of(browser)
    press(browser, do="take-back", run=run.pk)  # type: ignore[operator]
    assert list(Quote.objects.live().order_by("id").values()) == before
    assert "Taken back" in page_of(browser)


def test_what_somebody_corrected_since_stays_and_is_reported(
    world: World, visit: Visit, press: object
) -> None:
    browser = visit("lead")
    press(browser, do="preview")  # type: ignore[operator]
    press(browser, do="run")  # type: ignore[operator]
    run = Run.objects.filter(settings__has_key="whole corpus").get()
    changed = Quote.history.filter(change__run=run).values("id")
    quote = Quote.objects.live().filter(pk__in=changed, touched_by__isnull=True)[0]
    confirm_quote(quote=quote, by=world.people["coder"])

    press(browser, do="take-back", run=run.pk)  # type: ignore[operator]

    assert "1 quotes stay that somebody used since" in page_of(browser)
    assert Quote.objects.get(pk=quote.pk).is_live


def test_a_run_needs_a_preview_that_is_still_true(world: World, visit: Visit, press: object) -> None:
    browser = visit("lead")

    press(browser, do="run")  # type: ignore[operator]

    assert "See first what would change" in page_of(browser)
    assert not Job.objects.exists()


def test_one_such_work_at_a_time_and_it_can_be_stopped(world: World, visit: Visit) -> None:
    browser = visit("lead")
    browser.post(reverse("ask_extraction"), {"do": "preview"})

    browser.post(reverse("ask_extraction"), {"do": "preview"})

    assert "at it already" in page_of(browser)
    browser.post(reverse("stop_extraction"))
    assert Job.objects.get().stop_asked_at is not None


def test_the_change_of_a_run_is_shown_in_the_history_and_undone_as_a_whole_only(
    world: World, visit: Visit, press: object
) -> None:
    browser = visit("lead")
    press(browser, do="preview")  # type: ignore[operator]
    press(browser, do="run")  # type: ignore[operator]
    change = Run.objects.get(settings__has_key="whole corpus").changes.first()
    article = Quote.history.filter(change=change)[0].article_id

    history = browser.get(reverse("article_history", args=[article])).content.decode()
    answer = browser.post(reverse("undo", args=[change.pk]), follow=True)

    assert change.words in history and "Its whole run" in history
    assert "Take the whole run back" in answer.content.decode()


def test_an_article_that_fails_is_told_with_the_reason(
    world: World, visit: Visit, press: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(text: str, **options: object) -> list[FoundQuote]:
        raise RecursionError("too deep")

    browser = visit("lead")
    press(browser, do="preview")  # type: ignore[operator]
    monkeypatch.setattr(finding, "extract_quotes", fail)

    press(browser, do="run")  # type: ignore[operator]

    page = page_of(browser)
    assert "quotes of 3 articles could not be looked for" in page
    assert "the extractor failed (RecursionError: too deep)" in page


@pytest.mark.parametrize("run", ["", "x", "4711", "9" * 30])
def test_a_run_that_is_not_there_is_not_found(run: str, visit: Visit) -> None:
    answer = visit("lead").post(reverse("ask_extraction"), {"do": "take-back", "run": run})

    assert answer.status_code == 404


def test_readers_run_nothing(visit: Visit) -> None:
    browser = visit("reader")

    assert browser.get(reverse("expected_changes_file")).status_code == 403
    assert browser.post(reverse("ask_extraction"), {"do": "preview"}).status_code == 403
    assert browser.post(reverse("stop_extraction")).status_code == 403
