"""A quote's confidence falls where its mention leads to a name less surely, and where nobody counted."""

from claims.text.confidence import confidence_of
from claims.text.extract import extract_quotes
from claims.text.found import Form, Kind
from claims.text.languages import PACKS
from claims.text.languages.en import ENGLISH
from claims.text.raw import RawQuote
from claims.text.rules import rule_names
from claims.text.spans import Span

SAID = RawQuote((Span(0, 4),), (), Kind.DIRECT, Form.MARKS, "said_by_name", 0.97)
TURN = RawQuote((Span(0, 4),), (), Kind.DIRECT, Form.TRANSCRIPT, "labelled", 0.97)


def test_a_name_keeps_the_rules_chance() -> None:
    assert confidence_of(SAID, "Vosk", ENGLISH, is_resolved=True) == 0.97


def test_a_pronoun_is_less_sure_than_a_name() -> None:
    assert confidence_of(SAID, "she", ENGLISH, is_resolved=True) < 0.97


def test_a_mention_that_leads_to_nobody_is_less_sure_than_a_name() -> None:
    assert confidence_of(SAID, "Vosk", ENGLISH, is_resolved=False) < 0.97


def test_german_has_chances_of_its_own_and_only_for_rules_that_there_are() -> None:
    german = PACKS["de"]

    assert confidence_of(SAID, "Vosk", german, is_resolved=True) == german.chances["said_by_name"]
    assert set(german.chances) <= set(rule_names())


def test_prose_in_a_language_that_nobody_counted_in_is_never_shown_as_sure() -> None:
    for code in PACKS.keys() - {"en", "de"}:
        assert confidence_of(SAID, "Vosk", PACKS[code], is_resolved=True) < 0.9, code


def test_a_speakers_label_is_as_sure_in_every_language() -> None:
    for pack in PACKS.values():
        assert confidence_of(TURN, "Vosk", pack, is_resolved=True) == 0.97


def test_a_guess_is_less_sure_than_a_tag() -> None:
    tagged = extract_quotes("Ilyana Vosk came to Halden. “We will sign it,” Vosk said.", language="en")[0]
    guessed = extract_quotes("Ilyana Vosk came to Halden. “We will sign it today.”", language="en")[0]

    assert guessed.confidence < 0.8 < tagged.confidence
