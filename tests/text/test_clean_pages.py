"""Pasted pages of nine kinds come out as their articles; what each has to give stands in expected.json."""

import json
import os
from pathlib import Path

import pytest

from claims.text.clean import CleanPage, clean_page
from claims.text.lines import split_lines
from claims.text.nfc import normalise_text

PAGES = Path(__file__).parents[1] / "data" / "pages"
EXPECTED = {
    name: page
    for name, page in json.loads((PAGES / "expected.json").read_text("utf-8")).items()
    if name.endswith(".txt")
}
SHARED = os.environ.get("ON_RECORD_SHARED")


def clean(text: str) -> CleanPage:
    return clean_page(split_lines(normalise_text(text).text))


def body_of(page: CleanPage) -> str:
    return page.text[page.body_start :]


@pytest.fixture(params=sorted(EXPECTED))
def page(request):
    return clean((PAGES / request.param).read_text("utf-8")), EXPECTED[request.param]


def test_the_title_is_found_without_the_sites_furniture(page):
    cleaned, expected = page

    assert cleaned.title == expected["title"]


def test_the_moment_of_publication_is_found(page):
    cleaned, expected = page

    assert (cleaned.published_at or cleaned.published_on).isoformat() == expected["published"]


@pytest.mark.parametrize("field", ["section", "agency", "byline", "outlet", "language"])
def test_what_stands_around_the_title_is_read(page, field):
    cleaned, expected = page

    assert getattr(cleaned, field) == expected[field]


def test_the_body_begins_and_ends_where_the_article_does(page):
    cleaned, expected = page

    assert body_of(cleaned).startswith(expected["begins"])
    assert body_of(cleaned).endswith(expected["ends"])


def test_no_paragraph_of_the_article_is_lost(page):
    cleaned, expected = page

    assert [words for words in expected["holds"] if words not in body_of(cleaned)] == []


def test_no_furniture_is_left_in_the_body(page):
    cleaned, expected = page

    assert [words for words in expected["without"] if words in body_of(cleaned)] == []


def test_what_is_left_out_is_kept_with_its_reason(page):
    cleaned, expected = page

    left_out = "\n".join(cut.text for cut in cleaned.left_out)
    assert [words for words in expected["without"] if words not in left_out] == []
    assert all(cut.reason for cut in cleaned.left_out)


def test_no_word_of_the_page_is_lost_between_article_and_left_out():
    raw = (PAGES / "county-paper.txt").read_text("utf-8")

    cleaned = clean(raw)

    accounted = f"{cleaned.text}\n" + "\n".join(cut.text for cut in cleaned.left_out)
    assert sorted(accounted.split()) == sorted(raw.split())


@pytest.mark.skipif(not SHARED, reason="ON_RECORD_SHARED names no folder with the acceptance document")
def test_the_acceptance_document_comes_out_whole():
    (path,) = Path(SHARED or ".").joinpath("seeds").glob("*.txt")

    cleaned = clean(path.read_text("utf-8"))

    body = body_of(cleaned)
    assert cleaned.title.startswith('President Aliyev recalls "serious opportunities" for normalization')
    assert cleaned.title.endswith("Azerbaijan-Armenia relations")
    assert (cleaned.section, cleaned.agency) == ("CHRONICLE", "Azertag")
    assert cleaned.published_at is not None and cleaned.published_at.isoformat() == "2023-05-25T23:12:00"
    assert body.endswith("Thank you again for the invitation.")
    assert not any(words in body for words in ("Subscribe to our Telegram", "Read also", "Latest news"))
    assert len(cleaned.paragraphs) == 15  # two lines of report, 5 and 7 of speech, the second speaker's line
