"""Differences of two statements, for showing them side by side."""

from itertools import pairwise

import pytest

from claims.matching.diff import MarkKind, find_differences


def marked(text: str, marks: list) -> list[tuple[str, str]]:
    return [(text[mark.start : mark.end], mark.kind.value) for mark in marks]


@pytest.mark.parametrize(
    ("left", "right", "left_marks", "right_marks"),
    [
        (
            "The troops will leave Halden.",
            "The troops will not leave Halden.",
            [("The troops will leave Halden", "shared")],
            [("The troops will", "shared"), ("not", "negation"), ("leave Halden", "shared")],
        ),
        (
            "Two soldiers were hurt",
            "Three soldiers were hurt",
            [("Two", "number"), ("soldiers were hurt", "shared")],
            [("Three", "number"), ("soldiers were hurt", "shared")],
        ),
        (
            "They support the treaty",
            "They oppose the treaty",
            [("They", "shared"), ("support", "opposite"), ("the treaty", "shared")],
            [("They", "shared"), ("oppose", "opposite"), ("the treaty", "shared")],
        ),
        (
            "He won't sign",
            "They will sign today",
            [("He", "differs"), ("won't", "negation"), ("sign", "shared")],
            [("They", "differs"), ("will sign", "shared"), ("today", "differs")],
        ),
        # words that merely stand elsewhere are shared
        (
            "On Monday the border opens",
            "the border opens on Monday",
            [("On Monday the border opens", "shared")],
            [("the border opens on Monday", "shared")],
        ),
        ("", "The border opens", [], [("The border opens", "differs")]),
    ],
)
def test_find_differences_marks_both_sides(
    left: str, right: str, left_marks: list[tuple[str, str]], right_marks: list[tuple[str, str]]
) -> None:
    marks = find_differences(left, right, "en")

    assert (marked(left, marks[0]), marked(right, marks[1])) == (left_marks, right_marks)


def test_marks_rise_and_do_not_overlap() -> None:
    text = "„We won't“, he said: 5 million people don't — can't — wait…"

    marks, _ = find_differences(text, "5 people wait")

    assert all(one.end <= other.start for one, other in pairwise(marks))
    assert all(mark.start < mark.end for mark in marks)
    assert MarkKind.NEGATION in {mark.kind for mark in marks}
