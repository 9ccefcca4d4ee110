"""Explanations: data that JSON holds, and words that a person reads."""

import json

import pytest

from claims.matching.explain import Explanation, from_data, in_words, to_data
from claims.matching.matcher import score_pair
from claims.matching.weights import Weights

LEFT = "Seventeen of the nineteen articles of the treaty were agreed in Halden in 2025"
RIGHT = "Sixteen of the nineteen articles of the accord were not agreed in Halden"


def explained(left: str = LEFT, right: str = RIGHT) -> Explanation:
    return score_pair(left, right, Weights.nothing_counted()).explanation


def test_an_explanation_comes_back_from_json() -> None:
    assert from_data(json.loads(json.dumps(to_data(explained())))) == explained()


def test_an_explanation_with_something_missing_is_refused() -> None:
    data = to_data(explained())
    del data["shared"]

    with pytest.raises(ValueError, match="shared"):
        from_data(data)


def test_words_are_named_as_they_were_written() -> None:
    assert "Halden" in explained().shared


def test_the_sentence_counts_the_shared_words() -> None:
    said = in_words(explained("The fence at Orsk was removed", "The fence at Dorn was removed"))

    assert said.startswith("shares 5 of the 6 words of the shorter one")
    assert "only in the first: Orsk" in said
    assert "only in the second: Dorn" in said


def test_statements_without_a_common_word_say_so() -> None:
    assert in_words(explained("Peace is near", "We disagree")).startswith("shares no word")


def test_opposed_words_are_named_side_by_side_and_nowhere_else() -> None:
    found = explained(
        "The treaty was signed before the vote in Orsk", "The treaty was signed after the vote in Orsk"
    )

    assert "opposed: before / after" in in_words(found)
    assert "before" not in found.only_left
    assert from_data(json.loads(json.dumps(to_data(found)))) == found
