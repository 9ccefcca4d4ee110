"""JSON and JSON Lines: lists, single articles, wrapped lists, broken records."""

import json

import pytest

from claims.readers import Document, Limits, Refusal

ARTICLE = {
    "headline": "“No paper” says minister",
    "articleBody": "“There is no paper,” he said.\n\nNobody asked.",
    "datePublished": "2025-06-18T14:20:00+02:00",
    "author": [{"@type": "Person", "name": "Jane Roe"}, {"@type": "Person", "name": "Tove Lind"}],
    "publisher": {"@type": "Organization", "name": "Kess Telegraph"},
    "language": "en-GB",
    "views": 12,
}
LINE = json.dumps(ARTICLE, ensure_ascii=False)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", LINE),
        ("a.json", f"[{LINE}]"),
        ("a.json", f" \n[\n{LINE} ,\n{LINE}]"),
        ("a.json", json.dumps({"status": "ok", "articles": [ARTICLE]})),
        ("a.jsonl", f"{LINE}\n\n{LINE}\n"),
        ("a.ndjson", f"\ufeff{LINE}\r\n"),
    ],
)
def test_an_article_is_read_from_every_shape(read, name, data):
    document = read(name, data)[0]

    assert isinstance(document, Document)
    assert (document.title, document.outlet) == ("“No paper” says minister", "Kess Telegraph")
    assert (document.byline, document.language) == ("Jane Roe, Tove Lind", "en")
    assert document.published_at.isoformat() == "2025-06-18T14:20:00+02:00"
    assert document.text.endswith("he said.\n\nNobody asked.")


def test_places_count_lines_and_records(read):
    assert [one.place for one in read("a.jsonl", f"{LINE}\n\n{LINE}\n")] == [
        "a.jsonl, line 1",
        "a.jsonl, line 3",
    ]
    assert [one.place for one in read("a.json", f"[{LINE},{LINE}]")] == [
        "a.json, record 1",
        "a.json, record 2",
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{broken", "bad_json"),
        ('"only a text"', "no_record"),
        ('{"title": "A"}', "mapping"),
        ('{"title": "A", "text": "  "}', "no_text"),
        ('{"title": "A", "text": "half \\ud83d a character"}', "broken_text"),
        ("[" * 100_000, "bad_json"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_rest_goes_on(read, line, code):
    first, second, third = read("a.jsonl", f"{LINE}\n{line}\n{LINE}\n")

    assert isinstance(first, Document) and isinstance(third, Document)
    assert isinstance(second, Refusal)
    assert (second.place, second.code) == ("a.jsonl, line 2", code)
    assert second.helps


def test_a_line_beyond_the_limit_is_refused_and_the_next_is_read(read):
    first, second = read("a.jsonl", '{"text": "' + "x" * 5_000 + f'"}}\n{LINE}\n', limits=Limits(row=1_000))

    assert isinstance(first, Refusal) and first.code == "too_large"
    assert isinstance(second, Document)


def test_a_list_that_breaks_keeps_what_came_before(read):
    first, second = read("a.json", f"[{LINE}, {{broken")

    assert isinstance(first, Document)
    assert isinstance(second, Refusal) and (second.place, second.code) == ("a.json, record 2", "bad_json")


@pytest.mark.parametrize("data", ["", "[]", "\n\n"])
def test_a_file_without_records_is_refused(read, data):
    refusals = read("a.json", data)

    assert len(refusals) == 1 and isinstance(refusals[0], Refusal)


def test_the_filled_key_is_taken_where_a_scraper_leaves_one_empty(read):
    (document,) = read("a.jsonl", '{"title": "A", "text": null, "maintext": "The words."}')

    assert document.text == "A\n\nThe words."


def test_a_given_mapping_is_followed_and_checked(read):
    (document,) = read("a.jsonl", '{"h": "A", "b": "The words."}', mapping={"title": "h", "text": "b"})
    (refusal,) = read("a.jsonl", '{"h": "A", "b": "The words."}', mapping={"text": "body"})

    assert document.text == "A\n\nThe words."
    assert refusal.code == "mapping" and "“b”" in refusal.helps


def test_day_and_month_are_told_apart_by_any_record(read):
    dates = ("05/03/2025", "25/03/2025")
    found = read("a.jsonl", "\n".join(json.dumps({"text": "Words.", "date": date}) for date in dates))

    assert [one.published_on.isoformat() for one in found] == ["2025-03-05", "2025-03-25"]


def test_a_list_longer_than_what_is_read_at_once_comes_whole(read):
    records = [{"title": f"Title {n}", "text": "A sentence. " * 200} for n in range(1_500)]

    found = read("a.json", json.dumps(records))

    assert [one.title for one in found] == [f"Title {n}" for n in range(1_500)]
