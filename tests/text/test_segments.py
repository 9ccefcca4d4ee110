"""Paragraphs and sentences are cut where a reader would cut them."""

import pytest

from claims.text.languages.de import GERMAN
from claims.text.languages.en import ENGLISH
from claims.text.segments import paragraphs, sentences
from claims.text.spans import Span


def cut(text: str) -> list[str]:
    return [sentence.cut(text) for sentence in sentences(text, Span(0, len(text)), ENGLISH)]


def test_paragraphs_leave_out_blank_lines_and_outer_spaces() -> None:
    text = "  The talks opened. \n\n \nThey went on.\n"

    assert [span.cut(text) for span in paragraphs(text)] == ["The talks opened.", "They went on."]


def test_paragraphs_begin_where_the_body_begins() -> None:
    text = "Talks open\n\nThe talks opened."

    assert [span.cut(text) for span in paragraphs(text, 12)] == ["The talks opened."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The road opened. Nobody came.", ["The road opened.", "Nobody came."]),
        ("Mr. Orlan met Sen. Vosk. They talked.", ["Mr. Orlan met Sen. Vosk.", "They talked."]),
        ("J. K. Brand wrote it. We read it.", ["J. K. Brand wrote it.", "We read it."]),
        ("It cost 3.5 million. It was worth it.", ["It cost 3.5 million.", "It was worth it."]),
        ("He left the U.N. The talks ended.", ["He left the U.N.", "The talks ended."]),
        ("The U.N. Security Council met.", ["The U.N. Security Council met."]),
        ("It began at 5 p.m. Nobody came.", ["It began at 5 p.m. Nobody came."]),
        ("Why? Because we must!", ["Why?", "Because we must!"]),
        ("He waited... and then he left.", ["He waited... and then he left."]),
        ("“Is it over?” she asked. He nodded.", ["“Is it over?” she asked.", "He nodded."]),
        ("We will. “Of course.” We must.", ["We will.", "“Of course.”", "We must."]),
        ("It was I. We were late.", ["It was I.", "We were late."]),
        ("One line\nand another", ["One line", "and another"]),
        ("", []),
    ],
)  # fmt: skip
def test_sentences_end_at_points_and_not_at_abbreviations(text: str, expected: list[str]) -> None:
    assert cut(text) == expected if text else sentences("x", Span(0, 1), ENGLISH) == [Span(0, 1)]


def test_a_german_number_with_a_point_counts_something_and_ends_no_sentence() -> None:
    text = "Am 3. Januar kam er. Sie wurde 15. Dann ging er. Im 18. Jahrhundert kam er wieder."

    assert [sentence.cut(text) for sentence in sentences(text, Span(0, len(text)), GERMAN)] == [
        "Am 3. Januar kam er.",
        "Sie wurde 15.",
        "Dann ging er.",
        "Im 18. Jahrhundert kam er wieder.",
    ]


def test_sentences_stay_inside_the_stretch_that_was_asked_for() -> None:
    text = "The first. The second. The third."

    assert [s.cut(text) for s in sentences(text, Span(11, 22), ENGLISH)] == ["The second."]
