"""Quotes never share words: a partial quote's clause ends where another quote begins."""

from itertools import pairwise

from claims.text.extract import extract_quotes
from claims.text.found import Kind


def parts_of(text: str) -> list[tuple[Kind, str]]:
    found = extract_quotes(text, language="en")
    spans = sorted(part for quote in found for part in quote.parts)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    return [(quote.kind, " … ".join(part.cut(text) for part in quote.parts)) for quote in found]


def test_a_partial_quote_ends_where_a_direct_one_begins() -> None:
    text = "Vosk said that “farmers” “do a fantastic job. And it is important to all of us in the valley.”"

    assert parts_of(text) == [
        (Kind.MIXED, "farmers"),
        (Kind.DIRECT, "do a fantastic job. And it is important to all of us in the valley."),
    ]


def test_a_partial_quote_begins_where_a_report_ends() -> None:
    text = "Vosk says she wishes she had come sooner, but that she and her team “did everything they could.”"

    assert parts_of(text) == [
        (Kind.INDIRECT, "she wishes she had come sooner"),
        (Kind.MIXED, "but that she and her team “did everything they could.”"),
    ]
