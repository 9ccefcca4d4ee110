"""Quotes inside of quotes: whose they are, where they stand, and that no words are said twice."""

import pytest

from claims.text.extract import extract_quotes

PARAGRAPH = (
    "Mira Orlan came to Halden. “At the gate Jonas Reet told me, "
    "{open}We will never leave this place,{close} and I believed him. It was late,” Orlan said."
)
MARKS = [("‘", "’"), ("'", "'")]


def quotes_of(text: str) -> list[tuple[str, list[str], int | None]]:
    """Words, speakers and the outer quote's place of every quote."""
    return [
        (
            " … ".join(part.cut(text) for part in quote.parts),
            [speaker.name for speaker in quote.speakers],
            quote.inside,
        )
        for quote in extract_quotes(text, language="en")
    ]


@pytest.mark.parametrize(("opening", "closing"), MARKS)
def test_words_in_inner_marks_belong_to_whom_the_outer_speaker_names(opening: str, closing: str) -> None:
    text = PARAGRAPH.format(open=opening, close=closing)

    outer, inner = quotes_of(text)

    assert outer[0].startswith("At the gate Jonas Reet told me") and outer[1:] == (["Mira Orlan"], None)
    assert inner == ("We will never leave this place,", ["Jonas Reet"], 0)


def test_inner_words_are_statements_of_the_inner_quote_alone() -> None:
    text = PARAGRAPH.format(open="‘", close="’")

    outer, inner = extract_quotes(text, language="en")

    assert [[part.cut(text) for part in parts] for parts in inner.statements] == [
        ["We will never leave this place,"]
    ]
    assert [[part.cut(text) for part in parts] for parts in outer.statements] == [
        ["At the gate Jonas Reet told me,", "and I believed him."],
        ["It was late,"],
    ]


def test_a_speakers_turn_may_hold_somebody_elses_words() -> None:
    text = "\n\n".join(
        [
            "Mira Orlan and Jonas Reet met the press.",
            "JONAS REET: Ba ba be bo bu.",
            "QUESTION: Da da de?",
            "JONAS REET: Then Mira Orlan said, “We will never leave this place.” So we left.",
        ]
    )

    assert quotes_of(text)[-1] == ("We will never leave this place.", ["Mira Orlan"], 2)


@pytest.mark.parametrize(
    "words",
    [
        "I told them, ‘We will never leave this place,’ and they laughed.",  # the outer speaker's own
        "People say, ‘We will never leave this place,’ and stay.",  # nobody's
        "She said, ‘We will never leave this place,’ and stayed.",  # somebody's who is not clear
        "Jonas Reet told me, ‘Never,’ and left.",  # too short to be more than a saying
        "The plan of Jonas Reet is called ‘We will never leave this place’ by all.",  # no verb of speech
    ],
)
def test_other_inner_marks_stay_the_outer_speakers(words: str) -> None:
    text = f"Mira Orlan came to Halden. “{words} It was late,” Orlan said."

    assert [inside for _, _, inside in quotes_of(text)] == [None]
