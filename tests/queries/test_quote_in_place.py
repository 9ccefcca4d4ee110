"""A quote in its place: its words marked in the paragraphs around them."""

import pytest

from claims.models import Article, Quote
from claims.queries.quote_in_place import MAX_BESIDE, quote_in_place

TEXT = "Talks go on\n\nThe hall was full.\n\n“We will,” she said, “sign it.”\n\nNobody left.\n\nThe end."


def quote(text: str, *words: str) -> Quote:
    parts = [[text.index(word), text.index(word) + len(word)] for word in words]
    return Quote(article=Article(text=text), start=parts[0][0], end=parts[-1][1], parts=parts)


def shown(place) -> list[str]:
    return [
        "".join(f"[{run.text}]" if run.is_quote else run.text for run in paragraph)
        for paragraph in place.paragraphs
    ]


def test_each_part_is_marked_between_the_paragraph_before_and_the_one_after():
    place = quote_in_place(quote(TEXT, "We will,", "sign it."))

    assert shown(place) == ["The hall was full.", "“[We will,]” she said, “[sign it.]”", "Nobody left."]
    assert (place.is_cut_before, place.is_cut_after) == (True, True)


def test_a_quote_at_the_beginning_and_the_end_has_nothing_around_it():
    assert shown(quote_in_place(quote("“Yes,” she said.", "Yes,"))) == ["“[Yes,]” she said."]


def test_a_quote_over_paragraphs_is_marked_in_each():
    text = "He said:\n\n- We came.\n\nWe saw.\n\nThen he left."

    place = quote_in_place(quote(text, "We came.", "We saw."))

    assert shown(place) == ["He said:", "- [We came.]", "[We saw.]", "Then he left."]
    assert (place.is_cut_before, place.is_cut_after) == (False, False)


@pytest.mark.parametrize("size", [MAX_BESIDE, 50 * MAX_BESIDE])
def test_long_paragraphs_beside_a_quote_are_cut(size):
    long = "word " * size
    text = f"{long}\n\n“We will sign.”\n\n{long}"

    place = quote_in_place(quote(text, "We will sign."))

    assert sum(len(run.text) for paragraph in place.paragraphs for run in paragraph) < 2 * MAX_BESIDE + 30
    assert place.is_cut_before
    assert place.is_cut_after
