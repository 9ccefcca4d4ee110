"""Quotes in the headline: marks, and a speaker's name with a colon."""

import pytest

from claims.text.extract import extract_quotes
from claims.text.found import Form, FoundQuote, Kind

BODY = "\n\nPresident Ilyana Vosk met Tomas Orlan. “We agree,” said Orlan. Vosk said that peace was near."


def headline_quotes(headline: str, body: str = BODY) -> list[FoundQuote]:
    found = extract_quotes(headline + body, body_start=len(headline) + 2, language="en")
    return [quote for quote in found if quote.form is Form.HEADLINE]


@pytest.mark.parametrize(
    ("headline", "words", "speaker"),
    [
        ("President Vosk recalls \"serious chances\" for the Lume valley", "serious chances", "Ilyana Vosk"),
        ("Vosk Says Talks Are ‘Going Well’", "Going Well", "Ilyana Vosk"),
        ("Orlan: ‘We agree’", "We agree", "Tomas Orlan"),
        ("‘We agree’: Orlan", "We agree", "Tomas Orlan"),
        ("Treaty “a disaster”, says Orlan", "a disaster", "Tomas Orlan"),
    ],
)  # fmt: skip
def test_marked_words_of_a_headline_are_direct(headline: str, words: str, speaker: str) -> None:
    (quote,) = headline_quotes(headline)

    assert quote.kind is Kind.DIRECT
    assert [part.cut(headline) for part in quote.parts] == [words]
    assert [one.name for one in quote.speakers] == [speaker]


def test_a_speakers_label_counts_where_the_body_quotes_that_speaker() -> None:
    headline = "Vosk: Peace is near"

    (quote,) = headline_quotes(headline)

    assert (quote.kind, quote.rule) == (Kind.INDIRECT, "headline_label")
    assert [part.cut(headline) for part in quote.parts] == ["Peace is near"]


@pytest.mark.parametrize(
    "headline",
    ["Halden: Two bridges closed", "The Latest: Rain falls", "‘Lume Story’ opens", "Mira Brandt: A life"],
)  # fmt: skip
def test_places_titles_and_people_whom_the_body_does_not_quote_are_no_label(headline: str) -> None:
    assert headline_quotes(headline) == []


def test_without_a_headline_there_is_no_headline_quote() -> None:
    found = extract_quotes("Orlan: ‘We agree’\n\nThey met.", language="en")

    assert [quote for quote in found if quote.form is Form.HEADLINE] == []
