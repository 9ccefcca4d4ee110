"""Weights: how telling a word is, and that it stays so."""

import pytest

from claims.matching.terms import read_terms
from claims.matching.weights import Weights

SAID = [
    "The border will be opened in spring",
    "The border stays closed",
    "The mayor of Halden will speak about the border",
]


def weight(weights: Weights, word: str) -> float:
    return weights.of_terms(read_terms(word, "en"))[read_terms(word, "en").words[0]]


def test_a_rare_word_weighs_more_than_a_frequent_one() -> None:
    weights = Weights.of_texts(SAID * 200)

    assert weight(weights, "Halden") > weight(weights, "border") > weight(weights, "the")


def test_function_words_are_cheap_before_anything_was_counted() -> None:
    weights = Weights.nothing_counted()

    assert weight(weights, "the") < 1.0 < weight(weights, "ceasefire")


def test_a_german_article_makes_no_english_verb_cheap() -> None:
    weights = Weights.nothing_counted()

    assert weight(weights, "war") > 5.0
    assert weight(weights, "die") > 5.0


def test_weights_come_back_from_bytes() -> None:
    weights = Weights.of_texts(SAID)

    again = Weights.from_bytes(weights.to_bytes())

    assert again.to_bytes() == weights.to_bytes()
    assert weight(again, "Halden") == weight(weights, "Halden")
    assert again.mean_mass == weights.mean_mass


@pytest.mark.parametrize("broken", [b"", b"ORW1", b"something else altogether"])
def test_other_bytes_are_no_weights(broken: bytes) -> None:
    with pytest.raises(ValueError, match="no weights"):
        Weights.from_bytes(broken)


def test_weights_cut_short_are_refused() -> None:
    with pytest.raises(ValueError, match="no weights"):
        Weights.from_bytes(Weights.of_texts(SAID).to_bytes()[:-1])
