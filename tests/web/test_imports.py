"""Imports by upload: looked at, stored, reported."""

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from claims.models import Article, Import
from claims.services.imports import store_import
from tests.web.conftest import Visit

TABLE = (
    "headline,body,pub\n"
    "Ferrymen ask for a chair,“We cross this border forty times a day” said Oleander Prjevalsky.,2026-03-17\n"
    "A day that is none,Nothing was said about it in the valley.,2026-02-31\n"
)


@pytest.fixture(autouse=True)
def uploads(settings: object, tmp_path: Path) -> None:
    settings.UPLOADS_DIR = tmp_path  # type: ignore[attr-defined]


def upload(browser: Client, name: str = "kess.csv", text: str = TABLE) -> Import:
    file = SimpleUploadedFile(name, text.encode())
    browser.post(reverse("imports"), {"files": file, "outlet": "Kess Telegraph"})
    return Import.objects.order_by("-id")[0]


def test_an_upload_is_shown_before_anything_is_stored(visit: Visit) -> None:
    browser, articles = visit("coder"), Article.objects.count()

    imported = upload(browser)

    page = browser.get(reverse("import", args=[imported.pk])).content.decode()
    assert "Ferrymen ask for a chair" in page
    assert "<option selected>headline</option>" in page
    assert Article.objects.count() == articles


def test_the_mapping_of_a_table_can_be_changed_before_storing(visit: Visit) -> None:
    browser = visit("coder")
    imported = upload(browser)

    browser.post(reverse("import_mapping", args=[imported.pk]), {"text": "headline", "title": ""})

    imported.refresh_from_db()
    assert imported.mapping == {"text": "headline"}


def test_a_mapping_without_a_text_is_refused_in_words(visit: Visit) -> None:
    browser = visit("coder")
    imported = upload(browser)

    answer = browser.post(reverse("import_mapping", args=[imported.pk]), {"title": "headline"}, follow=True)

    assert "Choose the column that holds the articles" in answer.content.decode()


def test_storing_makes_articles_and_a_report_that_can_be_downloaded(
    visit: Visit, django_capture_on_commit_callbacks: object
) -> None:
    browser = visit("coder")
    imported = upload(browser)

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        browser.post(reverse("store_import", args=[imported.pk]))

    assert Article.objects.filter(title="Ferrymen ask for a chair").exists()
    page = browser.get(reverse("import", args=[imported.pk])).content.decode()
    assert "Report as CSV" in page
    report = browser.get(reverse("import_report", args=[imported.pk]))
    lines = b"".join(report.streaming_content).decode("utf-8-sig").splitlines()  # type: ignore[arg-type]
    assert lines[0].startswith("place,outcome")
    assert len(lines) >= 3


def test_no_file_is_told_at_the_form(visit: Visit) -> None:
    answer = visit("coder").post(reverse("imports"), {})

    assert answer.status_code == 422
    assert "No file was chosen" in answer.content.decode()


@pytest.mark.parametrize("name", ["import", "import_report"])
def test_an_import_that_is_not_there_is_not_found(name: str, visit: Visit) -> None:
    assert visit("coder").get(reverse(name, args=[4711])).status_code == 404


def test_readers_import_nothing(visit: Visit) -> None:
    imported = upload(visit("coder"))
    browser = visit("reader")

    assert browser.get(reverse("imports")).status_code == 403
    assert browser.get(reverse("import", args=[imported.pk])).status_code == 403
    assert browser.post(reverse("store_import", args=[imported.pk])).status_code == 403
    assert browser.post(reverse("import_mapping", args=[imported.pk]), {"text": "body"}).status_code == 403


def test_more_files_than_one_upload_takes_are_refused_and_none_is_dropped_in_silence(visit: Visit) -> None:
    files = [SimpleUploadedFile(f"{number}.txt", b"Words") for number in range(101)]

    answer = visit("coder").post(reverse("imports"), {"files": files})

    assert answer.status_code == 400
    assert not Import.objects.exists()


def test_where_nothing_can_be_stored_no_button_offers_it(visit: Visit) -> None:
    browser = visit("coder")

    imported = upload(browser, "empty.txt", "")

    page = browser.get(reverse("import", args=[imported.pk])).content.decode()
    assert "the file is empty" in page
    assert "Store 0 articles" not in page and "Store nothing" in page


AMBIGUOUS = "headline,body,date\nFerrymen ask,The ferrymen ask for a chair at the table.,03/04/2026\n"


def test_a_person_says_which_number_is_the_day_and_the_next_table_of_its_kind_remembers(visit: Visit) -> None:
    browser = visit("coder")
    imported = upload(browser, text=AMBIGUOUS)
    page = reverse("import", args=[imported.pk])
    assert "can be read in two ways" in browser.get(page).content.decode()

    chosen = {"text": "body", "title": "headline", "published": "date", "dates": "DAY_FIRST"}
    browser.post(reverse("import_mapping", args=[imported.pk]), chosen)

    assert "3 April 2026" in browser.get(page).content.decode()
    imported.refresh_from_db()
    store_import(imported=imported)
    assert Article.objects.get(title="Ferrymen ask").published_on == date(2026, 4, 3)
    assert upload(browser, text=AMBIGUOUS).dates == "DAY_FIRST"


def test_an_order_of_dates_that_is_none_leaves_them_unknown(visit: Visit) -> None:
    browser = visit("coder")
    imported = upload(browser, text=AMBIGUOUS)

    browser.post(reverse("import_mapping", args=[imported.pk]), {"text": "body", "dates": "YEAR_FIRST"})

    imported.refresh_from_db()
    assert imported.dates == ""
