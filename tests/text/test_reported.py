"""Reported speech with an explicit cue: what was said, by whom, and where the report ends."""

import pytest

from claims.text.extract import extract_quotes
from claims.text.found import Form, FoundQuote, Kind


def reports_of(text: str) -> list[FoundQuote]:
    return [quote for quote in extract_quotes(text, language="en") if quote.kind is Kind.INDIRECT]


def told(text: str) -> list[tuple[str, str]]:
    return [
        (" … ".join(part.cut(text) for part in quote.parts), quote.mention.cut(text) if quote.mention else "")
        for quote in reports_of(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vosk said that the treaty was ready.", ("the treaty was ready", "Vosk")),
        ("Vosk said the treaty was ready.", ("the treaty was ready", "Vosk")),
        ("Vosk told reporters on Monday that the treaty was ready.", ("the treaty was ready", "Vosk")),
        ("Vosk told members of the Halden council that the road was shut.", ("the road was shut", "Vosk")),
        ("The treaty was ready, Vosk said.", ("The treaty was ready", "Vosk")),
        ("The treaty was ready, said Tomas Orlan.", ("The treaty was ready", "Tomas Orlan")),
        ("According to the ministry, the road is shut.", ("the road is shut", "the ministry")),
        ("The road is shut, according to the ministry.", ("The road is shut", "the ministry")),
        ("Vosk denied the charges against her.", ("the charges against her", "Vosk")),
        ("Vosk promised to reopen the road.", ("to reopen the road", "Vosk")),
        ("The fee, Vosk said, would rise again.", ("The fee … would rise again", "Vosk")),
        ("Vosk said during that time, it was shut.", ("during that time, it was shut", "Vosk")),
        ("Officials say the road is shut.", ("the road is shut", "Officials")),
        ("The members, like Orlan, say the road is shut.", ("the road is shut", "The members")),
    ],
)  # fmt: skip
def test_each_form_of_report_is_found(text: str, expected: tuple[str, str]) -> None:
    assert told(text) == [expected]


def test_what_a_thing_would_acknowledge_is_no_report() -> None:
    assert told("Her presence would acknowledge the need of a treaty in the valley.") == []
    assert told("Vosk would acknowledge the need of a treaty in the valley.") != []


def test_a_report_has_no_marked_words_and_its_own_form() -> None:
    quote = reports_of("Vosk said that the treaty was ready.")[0]

    assert (quote.quoted, quote.form) == ((), Form.REPORTED)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Vosk said the treaty was ready, adding that it was long.", "the treaty was ready"),
        ("Vosk said the treaty was ready, but insisted that it was long.", "the treaty was ready"),
        ("Vosk said the treaty was ready, citing her lawyers.", "the treaty was ready"),
    ],
)  # fmt: skip
def test_the_tail_is_cut_off_where_the_report_ends(text: str, clause: str) -> None:
    assert told(text)[0][0] == clause


def test_a_spokesman_is_kept_apart_from_whom_he_speaks_for() -> None:
    assert told("A spokesman for Ilyana Vosk said the road was shut.") == [
        ("the road was shut", "A spokesman for Ilyana Vosk")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The report was long and dull.",
        "The state of the road is bad.",
        "Vosk spoke for an hour in the rain.",
        "Vosk was told to leave.",
        "“The treaty is ready,” Vosk said on Monday in Halden.",
        "Vosk wrote three books.",
    ],
)  # fmt: skip
def test_sentences_that_report_nothing_give_no_report(text: str) -> None:
    assert told(text) == []


def test_the_words_in_marks_are_not_part_of_a_report() -> None:
    text = "Vosk said that the road was shut and called the delay “a shame”."

    assert told(text) == [("the road was shut", "Vosk")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In her view, the road was safe.", ("the road was safe", "her")),
        ("Vosk pointed out that the road was safe.", ("the road was safe", "Vosk")),
        ("Vosk expressed hope that the road was safe.", ("the road was safe", "Vosk")),
        ("The blog mentions that the road was safe.", ("the road was safe", "The blog")),
        ("What has changed, according to Vosk, is the road.", ("What has changed … is the road", "Vosk")),
        ("Nine in ten said they knew the road.", ("they knew the road", "Nine in ten")),
    ],
)  # fmt: skip
def test_reports_come_in_other_words_too(text: str, expected: tuple[str, str]) -> None:
    assert told(text) == [expected]


def test_the_carrier_of_a_report_is_not_its_speaker() -> None:
    text = "According to Lumepress, Orlan said the road was safe."

    (quote,) = reports_of(text)

    assert quote.mention is not None
    assert quote.via is not None
    assert (quote.mention.cut(text), quote.via.cut(text)) == ("Orlan", "Lumepress")
