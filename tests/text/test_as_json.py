"""Quotes as pipelines get them: every field, and offsets that cut the text."""

from claims.text.as_json import quote_as_json
from claims.text.extract import extract_quotes

TEXT = "Ilyana Vosk came. According to Lumepress, she said: “We will sign it. Soon.”"


def test_quote_as_json_has_every_field_with_the_texts_own_words() -> None:
    found = quote_as_json(TEXT, extract_quotes(TEXT, language="en")[0])

    confidence = found.pop("confidence")
    assert 0 < confidence < 1
    assert found == {
        "start": 53,
        "end": 75,
        "parts": [[53, 75]],
        "quoted": [[53, 75]],
        "kind": "direct",
        "form": "marks",
        "rule": "name_said_before",
        "cue": {"start": 46, "end": 50, "text": "said"},
        "mention": {"start": 42, "end": 45, "text": "she"},
        "speaker": "Ilyana Vosk",
        "speakers": ["Ilyana Vosk"],
        "via": {"start": 31, "end": 40, "text": "Lumepress"},
        "statements": [[[53, 69]], [[70, 75]]],
        "inside": None,
    }


def test_several_speakers_are_no_one_speaker() -> None:
    text = "Ilyana Vosk met Tomas Orlan. “We will sign it,” Vosk and Orlan said."

    found = quote_as_json(text, extract_quotes(text, language="en")[0])

    assert (found["speaker"], found["speakers"]) == (None, ["Ilyana Vosk", "Tomas Orlan"])
