"""Marked words are found in every usual style, and a forgotten mark costs one paragraph."""

import pytest

from claims.text.marks import Run, find_runs
from claims.text.segments import paragraphs


def runs_of(text: str) -> list[Run]:
    return [run for runs in find_runs(text, paragraphs(text)) for run in runs]


def words_of(text: str) -> list[str]:
    return [run.inner.cut(text) for run in runs_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        'She said: "We will sign it."',
        "She said: “We will sign it.”",
        "She said: ''We will sign it.''",
        "She said: ``We will sign it.''",
        "She said: «We will sign it.»",
        "She said: « We will sign it. »",
        "She said: »We will sign it.«",
        "She said: „We will sign it.“",
        "She said: „We will sign it.”",
        "She said: ‘We will sign it.’",
        "She said: 'We will sign it.'",
        "She said: “We will sign it.“",
        "She said: “We will sign it.\"",
    ],
)  # fmt: skip
def test_find_runs_knows_every_usual_mark(text: str) -> None:
    assert words_of(text) == ["We will sign it."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He said ‘never’ to me,” she said.", ["He said ‘never’ to me,"]),
        ("“He called it “a fraud” twice,” she said.", ["He called it “a fraud” twice,"]),
        ("''They say, 'Go home,''' said Orlan.", ["They say, 'Go home,'"]),
        ("«Il a dit “non” hier», she said.", ["Il a dit “non” hier"]),
    ],
)  # fmt: skip
def test_find_runs_gives_the_outer_marks_of_nested_ones(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It is 5'10\" tall.",
        "The workers’ rights are Norvand’s concern.",
        "The teams' buses left at seven o'clock.",
        'The page had <a href="halden" title="x"> in it.',
    ],
)  # fmt: skip
def test_find_runs_takes_no_apostrophe_and_no_attribute_for_a_quotation(text: str) -> None:
    assert words_of(text) == []


def test_find_runs_keeps_apostrophes_inside_single_marks() -> None:
    text = "‘We don’t want Norvand’s money,’ she said. ‘It’s ours.’"

    assert words_of(text) == ["We don’t want Norvand’s money,", "It’s ours."]


def test_a_mark_never_closed_costs_one_paragraph() -> None:
    text = "She said: “We will sign it.\n\nThe road opened.\n\n“We came,” he said."

    assert words_of(text) == ["We will sign it.", "We came,"]
    assert [run.is_closed for run in runs_of(text)] == [False, True]


def test_paragraphs_opened_again_go_on_with_the_words_before() -> None:
    text = "She said: “We will sign it.\n\n“We will keep it.\n\n“And we will be proud.”"

    found = runs_of(text)

    assert [run.continues for run in found] == [False, True, True]
    assert words_of(text) == ["We will sign it.", "We will keep it.", "And we will be proud."]


def test_paragraphs_not_opened_again_belong_to_the_words_until_the_mark_that_closes_them() -> None:
    text = "She said: “We will sign it.\n\nWe will keep it.\n\nAnd we will be proud.” Then she left."

    found = runs_of(text)

    assert words_of(text) == ["We will sign it.", "We will keep it.", "And we will be proud."]
    assert [run.continues for run in found] == [False, True, True]
    assert found[-1].is_closed


def test_a_stray_closing_mark_opens_nothing() -> None:
    assert words_of("We will sign it,” she said. “Soon.”") == ["Soon."]


def test_runs_with_nothing_inside_are_none() -> None:
    assert words_of('The form had "" and “ ” in it.') == []
