"""Titles of works are told from quotes."""

import pytest

from claims.text.languages.en import ENGLISH
from claims.text.marks import find_runs
from claims.text.segments import paragraphs
from claims.text.works import without_works


def left_over(text: str) -> list[str]:
    span = paragraphs(text)[0]
    runs = find_runs(text, [span])[0]
    return [run.inner.cut(text) for run in without_works(text, span, runs, ENGLISH.works)]


@pytest.mark.parametrize(
    "text",
    [
        "On Lume TV’s “Morning in Halden,” Orlan smiled.",
        "She wrote the novel “Winter.”",
        "The band played songs from “The Long Road Home” and “Cold Rivers.”",
        "He spoke on “A Week with Mira,” as always.",
        "She told “Norvand Tonight” that she would stay.",
    ],
)
def test_titles_of_works_are_taken_out(text: str) -> None:
    assert left_over(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“We Will Stay,” she said.",
        "They met him with chants of “Long Live Halden”.",
        "He called her “Lady Luck”.",
        "It is a part of “a plan without a goal”.",
        "She spoke of “What Now?”",
    ],
)
def test_words_that_somebody_says_stay(text: str) -> None:
    assert len(left_over(text)) == 1
