"""The matcher with a model of meanings: what it finds beyond the words, and how it says so."""

import pytest

from claims.matching.explain import from_data, in_words, to_data
from claims.matching.matcher import Hit, Matcher, ScoredPair, Statement, score_pair
from claims.matching.meaning import Meanings
from claims.matching.meaning_index import MeaningIndex
from claims.matching.pairs import Method
from claims.matching.relation import Relation
from claims.matching.weights import Weights
from tests.matching.concepts import Concepts
from tests.matching.said import TEXTS

TREATY = "We are all going to sign it in the spring, that treaty of ours."
REWORDED = "They too will put ink to an accord of that kind by April, we are told."
SAME_WORDS = f"“{TREATY}”"
GERMAN = "Das Abkommen wird im Frühling unterzeichnet."
RAILWAY = "Trains run on the line to Halden again."
ALL = [*TEXTS, TREATY, REWORDED, SAME_WORDS, RAILWAY]
FIRST = len(TEXTS) + 1  # the id of TREATY


def statements(texts: list[str] = ALL, language: str = "") -> list[Statement]:
    return [Statement(number, text, language, quote=number) for number, text in enumerate(texts, start=1)]


def with_meanings(said: list[Statement]) -> Matcher:
    matcher = Matcher.build(said)
    matcher.meanings = MeaningIndex.build(said, Concepts())
    return matcher


def by_ids(pairs: list[ScoredPair]) -> dict[tuple[int, int], ScoredPair]:
    return {(pair.left, pair.right): pair for pair in pairs}


def test_rewording_without_shared_words_is_found_by_meaning_alone() -> None:
    by_words = by_ids(list(Matcher.build(statements()).all_pairs()))
    found = by_ids(list(with_meanings(statements()).all_pairs()))

    assert (FIRST, FIRST + 1) not in by_words
    assert found[FIRST, FIRST + 1].method is Method.MEANING
    assert found[FIRST, FIRST + 1].relation is Relation.REWORDED
    assert found[FIRST, FIRST + 1].features["meaning"] > 0.8


def test_what_words_find_is_still_found_by_words() -> None:
    by_words = by_ids(list(Matcher.build(statements()).all_pairs(min_score=0.7)))
    found = by_ids(list(with_meanings(statements()).all_pairs(min_score=0.0)))

    assert (FIRST, FIRST + 2) in by_words
    assert {found[pair].method for pair in by_words} == {Method.WORDS}


def test_the_likeness_in_meaning_raises_the_score_of_a_pair_and_its_lack_lowers_it() -> None:
    weights = Weights.of_texts(ALL)
    texts = (
        "The agreement could be signed in April in Halden",
        "In Halden the accord gets signatures in April",
    )

    class Nothing(Concepts):
        def encode(self, texts: object) -> object:  # type: ignore[override]
            return super().encode(["", *texts])[1:] * 0  # type: ignore[misc]

    plain = score_pair(*texts, weights)
    alike = score_pair(*texts, weights, meanings=Meanings(Concepts()))
    unlike = score_pair(*texts, weights, meanings=Meanings(Nothing()))

    assert unlike.score < plain.score < alike.score


def test_between_languages_a_match_is_found_by_meaning_alone() -> None:
    said = [
        Statement(1, TREATY, "en", quote=1),
        Statement(2, GERMAN, "de", quote=2),
        Statement(3, "Das Abkommen wird im Frühling unterzeichnet, sagt er.", "de-AT", quote=3),
    ]

    found = by_ids(list(with_meanings(said).all_pairs()))

    assert (1, 2) not in by_ids(list(Matcher.build(said).all_pairs(min_score=0.0)))
    assert found[1, 2].languages_differ
    assert found[1, 2].method is Method.MEANING
    assert not found[2, 3].languages_differ
    assert found[2, 3].method is Method.WORDS


def test_other_numbers_make_a_match_between_languages_weaker() -> None:
    said = [
        Statement(1, "The treaty will be signed in spring 2027.", "en", quote=1),
        Statement(2, "Das Abkommen wird im Frühling 2027 unterzeichnet.", "de", quote=2),
        Statement(3, "Das Abkommen wird im Frühling 2029 unterzeichnet.", "de", quote=3),
    ]

    found = by_ids(list(with_meanings(said).all_pairs(min_score=0.0)))

    assert found[1, 2].score > found[1, 3].score


def test_runs_over_parts_give_together_what_one_run_gives() -> None:
    matcher = with_meanings(statements())
    parts = [
        pair for ids in ([3, 1, 7], [2, 4, 5, 6], range(8, len(ALL) + 1)) for pair in matcher.all_pairs(ids)
    ]

    assert by_ids(parts) == by_ids(list(with_meanings(statements()).all_pairs()))


def test_statements_added_one_by_one_give_the_pairs_of_one_run() -> None:
    whole = with_meanings(statements())
    growing = Matcher.build([], whole.weights)
    growing.meanings = MeaningIndex(Concepts())
    found: list[ScoredPair] = []

    for statement in statements():
        growing.add(statement)
        found += growing.all_pairs([statement.id])

    assert found == list(whole.all_pairs())


def test_a_statement_that_was_removed_is_found_no_more() -> None:
    matcher = with_meanings(statements())

    matcher.remove(FIRST + 1)

    assert FIRST + 1 not in {pair.right for pair in matcher.matches_of(statements()[FIRST - 1])}


def test_statements_of_one_quote_are_never_compared_in_meaning_either() -> None:
    said = [Statement(1, TREATY, quote=1), Statement(2, REWORDED, quote=1)]

    assert list(with_meanings(said).all_pairs(min_score=0.0)) == []


def test_a_statement_without_a_vector_is_compared_by_words() -> None:
    said = statements()
    matcher = Matcher.build(said)
    matcher.meanings = MeaningIndex.build(said[: FIRST - 1], Concepts())

    found = by_ids(list(matcher.all_pairs(min_score=0.7)))

    assert "meaning" not in found[FIRST, FIRST + 2].features


def test_pairs_touching_finds_by_meaning_on_both_sides() -> None:
    matcher = with_meanings(statements())

    assert (FIRST, FIRST + 1) in by_ids(list(matcher.pairs_touching([FIRST])))
    assert (FIRST, FIRST + 1) in by_ids(list(matcher.pairs_touching([FIRST + 1])))


def test_search_finds_a_statement_that_shares_no_word() -> None:
    hits: list[Hit] = with_meanings(statements()).search("Signing an agreement: April?")

    assert {hit.id for hit in hits[:3]} == {FIRST, FIRST + 1, FIRST + 2}


def test_each_text_is_read_by_the_model_once() -> None:
    said = statements()
    concepts = Concepts()
    matcher = Matcher.build(said)
    matcher.meanings = MeaningIndex.build(said, concepts)
    before = concepts.read

    list(matcher.all_pairs())
    matcher.search(TREATY)

    assert before == len(said)
    # what is unrelated, to know where the cosines begin, and the text that was asked for
    assert concepts.read - before <= 13


def test_the_explanation_says_how_alike_two_are_in_meaning() -> None:
    pair = score_pair(TREATY, REWORDED, Weights.of_texts(ALL), meanings=Meanings(Concepts()))

    said = in_words(pair.explanation)

    assert f"alike in meaning: {pair.features['meaning']:.0%}" in said
    assert from_data(to_data(pair.explanation)) == pair.explanation


@pytest.mark.parametrize("text", ["", "…", "42"])
def test_a_text_that_means_nothing_is_no_trouble(text: str) -> None:
    said = [*statements(), Statement(99, text)]

    assert all(pair.right != 99 for pair in with_meanings(said).all_pairs(min_score=0.7))
