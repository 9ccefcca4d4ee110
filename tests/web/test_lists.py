"""Lists: filters in the address, chips that take one off, pages, and the same rows as a file."""

import csv
import io
import json

import pytest
from django.urls import reverse

from tests.web.conftest import Visit
from tests.world import World


def rows_of(answer: object) -> list[dict[str, str]]:
    """Return the rows of a CSV answer."""
    data = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    return list(csv.DictReader(io.StringIO(data)))


def test_filters_of_the_address_narrow_the_list_and_stand_as_chips(world: World, visit: Visit) -> None:
    address = reverse("quotes") + "?q=treaty&stance=OPPOSES"

    page = visit("reader").get(address).content.decode()

    assert "<strong>1 quote</strong>" in page
    assert "No <mark>treaty</mark> will be signed this year," in page
    assert 'aria-label="Remove filter stance opposes"' in page
    assert 'href="?q=treaty"' in page  # the address without that filter


def test_an_empty_list_names_the_filter_that_leaves_nothing(world: World, visit: Visit) -> None:
    page = visit("reader").get(reverse("quotes") + "?q=treaty&kind=INDIRECT").content.decode()

    assert "Nothing fits all 2 filters" in page
    assert "Without it there is 1" in page or "Without it there are 3" in page


def test_a_chosen_order_and_page_keep_the_filters(world: World, visit: Visit) -> None:
    page = visit("reader").get(reverse("quotes") + "?q=treaty&order=oldest").content.decode()

    assert '<option value="oldest" selected>' in page
    assert '<input type="hidden" name="q" value="treaty">' in page
    assert page.index("14 Mar 2026") < page.index("16 Mar 2026")


def test_a_download_has_the_rows_of_the_page(world: World, visit: Visit) -> None:
    answer = visit("reader").get(
        reverse("download", args=["quotes", "csv"]) + "?q=treaty&page=4&order=oldest"
    )

    rows = rows_of(answer)
    assert len(rows) == 3
    assert all("treaty" in str(row.values()) for row in rows)
    assert 'filename="on-record-quotes.csv"' in answer["Content-Disposition"]


@pytest.mark.parametrize("table", ["articles", "quotes", "speakers", "matches", "statements", "annotations"])
@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_every_list_can_be_downloaded_in_every_format(
    table: str, form: str, world: World, visit: Visit
) -> None:
    answer = visit("reader").get(reverse("download", args=[table, form]))

    assert answer.status_code == 200
    data = b"".join(answer.streaming_content)  # type: ignore[arg-type]
    assert data
    if form == "jsonl":
        assert json.loads(data.decode().splitlines()[0])


def test_a_download_with_a_filter_that_cannot_be_read_says_so(world: World, visit: Visit) -> None:
    address = reverse("download", args=["quotes", "csv"]) + "?after=yesterday"

    answer = visit("reader").get(address, follow=True)

    assert "Write a day like 2026-03-14" in answer.content.decode()


def test_a_download_holds_no_tags_of_other_studies(world: World, visit: Visit) -> None:
    answer = visit("stranger").get(reverse("download", args=["annotations", "csv"]))

    assert rows_of(answer) == []


@pytest.mark.parametrize("address", ["/download/spells.csv", "/download/quotes.docx"])
def test_an_unknown_table_or_format_is_not_found(address: str, visit: Visit) -> None:
    assert visit("reader").get(address).status_code == 404


def test_search_finds_quotes_articles_and_speakers(world: World, visit: Visit) -> None:
    browser = visit("reader")

    page = browser.get(reverse("search") + "?q=okarrin").content.decode()

    assert reverse("speaker", args=[world.speakers["okarrin"].pk]) in page
    assert "<mark>Okarrin</mark> rules out a treaty this year" in page


@pytest.mark.parametrize("words", ["", "…", "%00", '"', "*", "-", "AND OR NOT NEAR(", "a" * 3000])
def test_search_survives_any_words(words: str, visit: Visit) -> None:
    assert visit("reader").get(reverse("search"), {"q": words}).status_code == 200


def test_a_column_is_sorted_by_its_head_and_says_which_way(world: World, visit: Visit) -> None:
    browser = visit("reader")

    newest = browser.get(reverse("quotes") + "?q=treaty").content.decode()
    oldest = browser.get(reverse("quotes") + "?q=treaty&order=oldest").content.decode()

    assert 'aria-sort="descending"><a href="?q=treaty&amp;order=oldest">Date' in newest
    assert 'aria-sort="ascending"><a href="?q=treaty&amp;order=newest">Date' in oldest
