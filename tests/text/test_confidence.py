"""A quote's confidence falls where its mention leads to a name less surely."""

from claims.text.confidence import confidence_of
from claims.text.extract import extract_quotes
from claims.text.languages.en import ENGLISH


def test_a_name_keeps_the_rules_chance() -> None:
    assert confidence_of(0.9, "Vosk", ENGLISH, is_resolved=True) == 0.9


def test_a_pronoun_is_less_sure_than_a_name() -> None:
    assert confidence_of(0.9, "she", ENGLISH, is_resolved=True) < 0.9


def test_a_mention_that_leads_to_nobody_is_less_sure_than_a_name() -> None:
    assert confidence_of(0.9, "Vosk", ENGLISH, is_resolved=False) < 0.9


def test_a_guess_is_less_sure_than_a_tag() -> None:
    tagged = extract_quotes("Ilyana Vosk came to Halden. “We will sign it,” Vosk said.", language="en")[0]
    guessed = extract_quotes("Ilyana Vosk came to Halden. “We will sign it today.”", language="en")[0]

    assert guessed.confidence < 0.8 < tagged.confidence
