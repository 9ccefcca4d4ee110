"""The matcher: the pairs it finds, and what it says of them."""

import random
from collections.abc import Collection

import pytest

from claims.matching import matcher as matcher_module
from claims.matching.explain import in_words
from claims.matching.index import Index
from claims.matching.matcher import Matcher, ScoredPair, Statement, index_row, score_pair
from claims.matching.pairs import Read
from claims.matching.relation import Relation
from claims.matching.terms import MAX_LENGTH
from claims.matching.weights import Weights
from tests.matching.said import TEXTS, statements


def pairs(matcher: Matcher) -> dict[tuple[int, int], ScoredPair]:
    return {(pair.left, pair.right): pair for pair in matcher.all_pairs(min_score=0.5)}


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (1, 2, Relation.SAME_WORDS),
        (4, 5, Relation.SAME_WORDS),
        # seventeen or fifteen articles
        (6, 7, Relation.CONTRADICTION),
        # did it open fire or not
        (8, 9, Relation.CONTRADICTION),
        (12, 13, Relation.CONTAINED),
    ],
)
def test_all_pairs_finds_related_statements(left: int, right: int, relation: Relation) -> None:
    found = pairs(Matcher.build(statements()))

    assert found[left, right].relation is relation


def test_all_pairs_leaves_unrelated_statements_alone() -> None:
    found = pairs(Matcher.build(statements()))

    assert not {number for pair in found for number in pair} & {10, 11}


def test_all_pairs_gives_each_pair_once_left_before_right() -> None:
    found = [(pair.left, pair.right) for pair in Matcher.build(statements()).all_pairs(min_score=0.0)]

    assert len(found) == len(set(found))
    assert all(left < right for left, right in found)


def test_all_pairs_does_not_depend_on_the_order_of_statements() -> None:
    shuffled = random.Random(5).sample(statements(), len(TEXTS))

    assert pairs(Matcher.build(shuffled)) == pairs(Matcher.build(statements()))


def test_runs_over_parts_give_together_what_one_run_gives() -> None:
    matcher = Matcher.build(statements())

    parts = [pair for ids in ([3, 1, 7], [2, 4, 5, 6], range(8, 14)) for pair in matcher.all_pairs(ids)]

    assert sorted((pair.left, pair.right) for pair in parts) == sorted(
        (pair.left, pair.right) for pair in matcher.all_pairs()
    )


def test_statements_added_one_by_one_give_the_pairs_of_one_run() -> None:
    whole = Matcher.build(statements())
    growing = Matcher.build([], whole.weights)
    found: list[ScoredPair] = []

    for statement in statements():
        growing.add(statement)
        found += growing.all_pairs([statement.id])

    assert found == list(whole.all_pairs())


def test_a_matcher_from_stored_terms_gives_the_same_pairs_and_asks_only_for_what_it_compares() -> None:
    asked: set[int] = set()
    by_id = {statement.id: statement for statement in statements()}

    def statements_of(ids: object) -> list[Statement]:
        numbers = list(ids)  # type: ignore[call-overload]
        asked.update(numbers)
        return [by_id[number] for number in numbers]

    matcher = Matcher.from_blobs(map(index_row, statements()), statements_of)

    assert matcher.matches_of(by_id[1]) == Matcher.build(statements()).matches_of(by_id[1])
    assert 10 not in asked


def test_the_texts_of_many_comparisons_are_asked_for_at_once() -> None:
    asked: list[list[int]] = []
    by_id = {statement.id: statement for statement in statements()}

    def statements_of(ids: Collection[int]) -> list[Statement]:
        asked.append(list(ids))
        return [by_id[number] for number in ids]

    matcher = Matcher.from_blobs(map(index_row, statements()), statements_of)
    new = [2, 5, 7, 9, 13]

    found = list(matcher.all_pairs(new))

    assert len(found) >= len(new)
    assert len(asked) == len(new) + 1  # each of the new ones, and the rest of them all


def test_a_statement_that_is_compared_again_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matcher_module, "MOST_KEPT", 3)
    read: list[int] = []
    once = Read.of
    monkeypatch.setattr(Read, "of", lambda one, weights: read.append(one.id) or once(one, weights))
    texts = [
        "Talvi closes the bridge",
        "Sheep graze in the north",
        "Rain fell on Dorn",
        "Elmsee votes in May",
    ]
    matcher = Matcher.build(Statement(number, text, "en") for number, text in enumerate(texts, 1))

    for other in texts[1:] * 2:
        matcher.matches_of(Statement(1, texts[0], "en"))
        matcher.matches_of(Statement(9, other, "en"))

    assert read.count(1) == 1


def test_matches_of_looks_both_ways_best_first() -> None:
    found = Matcher.build(statements()).matches_of(statements()[1])

    assert [pair.other(2) for pair in found][:2] == [1, 3]
    assert [pair.score for pair in found] == sorted((pair.score for pair in found), reverse=True)


def test_statements_of_one_quote_are_never_compared() -> None:
    one_quote = [Statement(number, "The fence in the Lume valley was removed", quote=1) for number in (1, 2)]

    assert list(Matcher.build(one_quote).all_pairs()) == []


def test_by_words_only_within_a_language() -> None:
    text = "Kessaria, Norvand, Halden: Abkommen"
    matcher = Matcher.build([Statement(1, text, "de"), Statement(2, text, "en"), Statement(3, text, "de-AT")])

    assert [(pair.left, pair.right) for pair in matcher.all_pairs()] == [(1, 3)]


def test_pairs_touching_gives_both_sides_once() -> None:
    found = [(pair.left, pair.right) for pair in Matcher.build(statements()).pairs_touching([1, 2])]

    assert (1, 2) in found
    assert (2, 3) in found
    assert len(found) == len(set(found))


def test_a_removed_statement_has_no_matches_any_more() -> None:
    matcher = Matcher.build(statements())
    matcher.remove(2)

    assert all(2 not in (pair.left, pair.right) for pair in matcher.all_pairs())


def test_search_finds_a_pasted_sentence() -> None:
    hits = Matcher.build(statements()).search("ready to sign a treaty without preconditions", most=3)

    assert [hit.id for hit in hits][:2] == [2, 1] or [hit.id for hit in hits][:2] == [1, 2]
    assert len(hits) == 3


def test_the_same_words_score_highest_however_they_are_marked() -> None:
    pair = score_pair("„The border stays closed.“", "the border stays closed", Weights.nothing_counted())

    assert pair.relation is Relation.SAME_WORDS
    assert in_words(pair.explanation) == "the same words"


def test_an_index_read_from_bytes_serves_a_matcher() -> None:
    by_id = {statement.id: statement for statement in statements()}
    index = Index.from_bytes(Matcher.build(statements()).index.to_bytes())

    matcher = Matcher(index, lambda ids: [by_id[number] for number in ids])

    assert pairs(matcher) == pairs(Matcher.build(statements()))


@pytest.mark.parametrize("unit", ["treaty ", "not ", "7 ", "ab", "the border is open. "])
def test_only_the_beginning_of_huge_statements_is_compared(unit: str) -> None:
    texts = [unit * (3_000 * number) for number in (1, 2)]
    whole, cut = (
        Matcher.build(Statement(number, text[:most]) for number, text in enumerate(texts, 1))
        for most in (None, MAX_LENGTH)
    )

    assert pairs(whole) == pairs(cut)


NEGATED = "only the first negates (not)"


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("Kessaria did not open fire in Halden", "Kessaria opened fire in Halden", NEGATED),
        (
            "Two houses burned in Halden, the mayor said",
            "Three houses burned in Halden, the mayor said",
            "numbers differ (Two / Three)",
        ),
        (
            "Kessaria denies that it opened fire near Halden",
            "Kessaria opened fire near Halden",
            "only the first negates (denies)",
        ),
        (
            "Talks with Aliyev in Halden were useful",
            "Talks with Aliev in Halden were useful",
            "spelled nearly alike: Aliyev / Aliev",
        ),
        (
            "All prisoners from Halden will be home soon",
            "All detainees from Halden will be home soon",
            "near in meaning: prisoners / detainees",
        ),
        (
            "The railway through Halden will be opened in spring",
            "In spring the railway through Halden will be opened",
            "in another order",
        ),
    ],
)
def test_the_reason_names_what_differs(left: str, right: str, said: str) -> None:
    pair = score_pair(left, right, Weights.nothing_counted())

    assert said in in_words(pair.explanation)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # the "not" stands before what is quoted
        (
            "This is not a matter of goodwill or of taste, it is an obligation under the Halden statement.",
            "an obligation under the Halden statement",
        ),
        # the number stands outside of it
        (
            "After 14 years of waiting and many empty words, the railway to Halden will be opened.",
            "“the railway to Halden will be opened”, in his 3 words",
        ),
        # the "not" belongs to what comes after
        (
            "The line of 1987 is the border of Kessaria",
            "The line of 1987 is the border of Kessaria, and stones do not attend conferences",
        ),
    ],
)
def test_what_stands_outside_of_the_shared_part_contradicts_nothing(left: str, right: str) -> None:
    assert score_pair(left, right, Weights.nothing_counted()).relation is not Relation.CONTRADICTION


@pytest.mark.parametrize(
    ("left", "right", "opposed"),
    [
        (
            "Our troops will leave the northern valley by the end of the year",
            "Our troops will leave the southern valley by the end of the year",
            ("northern", "southern"),
        ),
        (
            "The treaty will be signed before the election in Halden",
            "The treaty will be signed after the election in Halden",
            ("before", "after"),
        ),
        (
            "Die Regierung hat für den Vertrag mit Norvand gestimmt",
            "Die Regierung hat gegen den Vertrag mit Norvand gestimmt",
            ("für", "gegen"),
        ),
    ],
)
def test_opposite_words_are_a_question(left: str, right: str, opposed: tuple[str, str]) -> None:
    pair = score_pair(left, right, Weights.nothing_counted())

    assert pair.relation is Relation.CONTRADICTION
    assert pair.explanation.opposites == (opposed,)
    assert pair.score <= 0.9


def test_an_opposite_that_is_negated_says_the_same() -> None:
    left, right = (
        "We do not support the treaty with Norvand that was written in Halden",
        "We oppose the treaty with Norvand that was written in Halden",
    )

    assert score_pair(left, right, Weights.nothing_counted()).relation is not Relation.CONTRADICTION


def test_opposites_that_both_sides_have_are_no_question() -> None:
    left, right = (
        "Those who support the treaty and those who oppose it will meet in Halden on Monday",
        "Those who oppose the treaty and those who support it will meet in Halden on Monday",
    )

    assert score_pair(left, right, Weights.nothing_counted()).explanation.opposites == ()
