"""Saved HTML pages: what the markup states, the article's body, and pages made to do harm."""

import json
from pathlib import Path

import pytest

from claims.readers import Limits, Refusal, read_bytes

PAGES = Path(__file__).parents[1] / "data" / "pages"
EXPECTED = {
    name: page
    for name, page in json.loads((PAGES / "expected.json").read_text("utf-8")).items()
    if name.endswith(".html")
}
SAYS = (
    "<p>President Ilyana Vosk said on Saturday that a treaty would be signed this year, in Halden or not.</p>"
)


def html(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


@pytest.fixture(params=sorted(EXPECTED))
def page(request):
    (document,) = read_bytes(request.param, (PAGES / request.param).read_bytes())
    return document, EXPECTED[request.param]


def test_what_stands_around_the_article_is_read(page):
    document, expected = page

    published = document.published_at or document.published_on
    assert {
        "title": document.title,
        "published": published.isoformat(),
        "section": document.section,
        "outlet": document.outlet,
        "byline": document.byline,
        "agency": document.agency,
        "language": document.language,
        "url": document.url,
        "encoding": document.encoding,
    } == {key: expected[key] for key in expected if key not in ("begins", "ends", "holds", "without")}


def test_the_body_is_the_article_and_nothing_else(page):
    document, expected = page

    body = document.text[document.body_start :]
    assert body.startswith(expected["begins"]) and body.endswith(expected["ends"])
    assert [words for words in expected["holds"] if words not in body] == []
    assert [words for words in expected["without"] if words in body] == []


def test_what_was_left_out_is_kept_with_its_reason(page):
    document, expected = page

    left_out = "\n".join(cut.text for cut in document.left_out)
    assert [words for words in expected["without"] if words not in left_out] == []
    assert all(cut.reason for cut in document.left_out)


def test_the_raw_page_is_kept(page):
    document, _ = page

    assert document.media_type == "text/html" and document.data.lower().lstrip().startswith(b"<")


def test_the_title_is_what_two_places_agree_on(read):
    head = "<title>Treaty this year, says Vosk | Kess Telegraph</title>"
    head += "<meta property='og:title' content='WOW: Vosk!'>"

    (document,) = read("a.html", html(f"<h1>Treaty this year, says Vosk</h1>{SAYS * 4}", head))

    assert document.title == "Treaty this year, says Vosk"
    assert document.outlet == "Kess Telegraph"


def test_midnight_in_the_markup_is_a_day_and_no_time(read):
    head = "<meta property='article:published_time' content='2026-03-14T00:00:00Z'>"

    (document,) = read("a.html", html(f"<h1>Treaty this year, says Vosk</h1>{SAYS * 4}", head))

    assert (document.published_on.isoformat(), document.published_at) == ("2026-03-14", None)


def test_the_pages_date_line_gives_the_time_that_the_markup_leaves_out(read):
    head = "<meta property='article:published_time' content='2026-03-14'>"
    body = f"<h1>Treaty this year, says Vosk</h1><div>14 March 2026, 19:45</div>{SAYS * 4}"

    (document,) = read("a.html", html(body, head))

    assert document.published_at.isoformat() == "2026-03-14T19:45:00"


def test_a_page_saved_under_the_name_of_a_text_file_is_read_as_a_page(read):
    (document,) = read("a.txt", html(f"<h1>Treaty this year, says Vosk</h1>{SAYS * 4}"))

    assert document.media_type == "text/html" and "<p>" not in document.text


def test_the_address_comes_from_the_programs_comment_where_the_page_names_none(read):
    page = html(f"<h1>Treaty this year, says Vosk</h1>{SAYS * 4}").replace(
        "<html>", "<!-- saved from url=(0031)https://kess-telegraph.example/vosk -->\n<html>"
    )

    (document,) = read("a.html", page)

    assert document.url == "https://kess-telegraph.example/vosk"


def test_a_page_nested_too_deeply_is_refused_aloud(read):
    (refusal,) = read("deep.html", html("<div>" * 400 + SAYS + "</div>" * 400))

    assert isinstance(refusal, Refusal)
    assert refusal.code == "too_deep" and "lost text" in refusal.problem


def test_a_page_that_takes_too_long_is_refused_and_the_next_one_is_read(read):
    attributes = " ".join(f"a{number}=1" for number in range(60_000))  # trafilatura needs many seconds
    (refusal,) = read("slow.html", html(f"<p {attributes}>Words.</p>"), limits=Limits(page_seconds=0.5))
    (document,) = read("next.html", html(f"<h1>Treaty this year, says Vosk</h1>{SAYS * 4}"))

    assert isinstance(refusal, Refusal) and refusal.code == "too_slow"
    assert document.title == "Treaty this year, says Vosk"


def test_a_page_beyond_the_limit_is_refused_before_it_is_parsed(read):
    (refusal,) = read("big.html", html(SAYS * 4), limits=Limits(page=200))

    assert isinstance(refusal, Refusal) and refusal.code == "too_large"


@pytest.mark.parametrize("body", ["", "<p></p>", "<script>alert(1)</script>", "<p>Home</p><p>News</p>"])
def test_a_page_without_an_article_is_refused(read, body):
    (refusal,) = read("empty.html", html(body))

    assert isinstance(refusal, Refusal) and refusal.code == "no_text"


def test_broken_json_in_a_page_does_not_stop_it(read):
    head = '<script type=\'application/ld+json\'>{"@type": "NewsArticle", </script>' + (
        "<script type='application/ld+json'>" + "[" * 5_000 + "</script>"
    )

    (document,) = read("a.html", html(f"<h1>Treaty this year, says Vosk</h1>{SAYS * 4}", head))

    assert document.title == "Treaty this year, says Vosk"


def test_a_moment_in_utc_is_told_in_the_time_that_the_page_prints(read):
    head = "<meta property='article:published_time' content='2026-03-14T22:40:07Z'>"
    body = f"<h1>Treaty this year, says Vosk</h1><div>15 March 2026, 00:40</div>{SAYS * 4}"

    (document,) = read("a.html", html(body, head))

    assert document.published_on.isoformat() == "2026-03-15"
    assert document.published_at.isoformat() == "2026-03-15T00:40:07+02:00"


def test_the_only_time_element_of_a_page_is_its_time(read):
    time = "<time datetime='2026-03-14T19:40:00+02:00'>14 March</time>"

    (document,) = read("a.html", html(f"<h1>Treaty this year, says Vosk</h1>{time}{SAYS * 4}"))

    assert document.published_at.isoformat() == "2026-03-14T19:40:00+02:00"


def test_times_that_contradict_each_other_give_no_time(read):
    times = "<time datetime='2026-03-14T19:40Z'>then</time><time datetime='2026-03-12T08:00Z'>once</time>"

    (document,) = read("a.html", html(f"<h1>Treaty this year, says Vosk</h1>{times}{SAYS * 4}"))

    assert document.published_at is None
