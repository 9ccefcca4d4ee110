"""The index and its candidates: the same answers however it was made."""

import random

import numpy as np
import pytest

from claims.matching import candidates
from claims.matching.candidates import Candidate, find_candidates
from claims.matching.features import LEAST_INFORMATION, LEAST_SHARE, WHOLE
from claims.matching.index import Index, IndexRow
from claims.matching.terms import blob_hashes, term_hash, terms_blob
from claims.matching.weights import Weights
from tests.matching.said import statements

PLACES = [
    "Halden", "Lume", "Norvand", "Kessaria", "Orsk",
    "Talvi", "Brenna", "Dorn", "Elmsee", "Farnak",
]  # fmt: skip
DOINGS = [
    "signs", "rejects", "opens", "closes", "returns",
    "builds", "leaves", "visits", "watches", "guards",
]  # fmt: skip
THINGS = [
    "treaty", "border", "railway", "fence", "village",
    "bridge", "corridor", "prison", "market", "harbour",
]  # fmt: skip


def rows() -> list[IndexRow]:
    return [IndexRow(each.id, terms_blob(each.text), each.quote) for each in statements()]


def many_rows(count: int) -> list[IndexRow]:
    """Return generated statements, many of them alike, so that ranks tie."""
    chance = random.Random(7)
    pick = chance.choice
    texts = [f"{pick(PLACES)} {pick(DOINGS)} the {pick(THINGS)} of {pick(PLACES)}" for _ in range(count)]
    return [IndexRow(number, terms_blob(text, "en")) for number, text in enumerate(texts, start=1)]


def rows_of_all_lengths(count: int) -> list[IndexRow]:
    """Return generated statements of three to forty words, a few words in most of them and many in few."""
    chance = random.Random(11)
    words = [place + one + other for place in PLACES for one in "bcdfghjk" for other in "lmnprstv"]
    common = [1 / rank for rank in range(1, len(words) + 1)]
    texts = [" ".join(chance.choices(words, common, k=chance.randint(3, 40))) for _ in range(count)]
    return [IndexRow(number, terms_blob(text, "en")) for number, text in enumerate(texts, start=1)]


def found(index: Index, asker: IndexRow) -> list[int]:
    return [candidate.id for candidate in find_candidates(index, asker)]


def test_candidates_are_those_that_share_telling_words() -> None:
    index = Index.build(rows())

    assert found(index, rows()[0])[:2] == [2, 3]


def test_a_statement_is_no_candidate_of_itself_or_its_quote() -> None:
    texts = ["The treaty will be signed in Halden", "In Halden the treaty will be signed"]
    index = Index.build(IndexRow(number, terms_blob(text), quote=5) for number, text in enumerate(texts, 1))

    assert found(index, IndexRow(1, terms_blob(texts[0]), quote=5)) == []
    assert found(index, IndexRow(3, terms_blob(texts[0]), quote=6)) == [1, 2]


def test_declared_languages_are_kept_apart_and_an_unknown_one_is_not() -> None:
    blob = terms_blob("Halden Norvand Kessaria")
    index = Index.build(
        [IndexRow(1, blob, language="en"), IndexRow(2, blob, language="fr"), IndexRow(3, blob)]
    )

    assert found(index, IndexRow(4, blob, language="fr")) == [2, 3]
    assert found(index, IndexRow(4, blob)) == [1, 2, 3]


def test_an_index_grown_one_by_one_finds_what_one_built_at_once_finds() -> None:
    every = many_rows(800)
    weights = Index.build(every).weights
    grown = Index(weights)
    for row in random.Random(3).sample(every, len(every)):
        grown.add(row)

    built = Index.build(every, weights)

    for row in every[:100]:
        assert find_candidates(grown, row) == find_candidates(built, row)


def test_leaving_out_long_statements_of_common_terms_changes_no_answer() -> None:
    every = rows_of_all_lengths(1_500)
    built = Index.build(every)
    grown = Index(built.weights)  # of what was added, all is looked at
    for row in every:
        grown.add(row)

    for row in every[:150]:
        assert find_candidates(built, row) == find_candidates(grown, row)


def test_few_statements_are_looked_at_for_common_terms_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[int] = []
    ask = candidates._is_worthwhile

    def count(reachable: np.ndarray, *rest: object) -> np.ndarray:
        looked_at.append(len(reachable))
        return ask(reachable, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(candidates, "_is_worthwhile", count)
    every = rows_of_all_lengths(1_500)
    index = Index.build(every)
    long = max(every, key=lambda row: len(row.blob))

    find_candidates(index, long)

    holders = {
        int(place) for base, _ in index.postings_of(blob_hashes(long.blob)) for place in base
    }  # most words are in it: nearly all statements hold one
    assert looked_at[0] < 0.8 * len(holders)


def test_shards_find_what_the_whole_finds() -> None:
    every = many_rows(800)
    whole = Index.build(every)
    shards = [Index.build(every[start::3], whole.weights) for start in range(3)]

    for row in every[:100]:
        parts = [candidate for shard in shards for candidate in find_candidates(shard, row)]
        merged = sorted(parts, key=lambda candidate: (-candidate.rank, candidate.id))

        assert merged[:40] == find_candidates(whole, row)


def test_ties_go_to_the_smaller_id() -> None:
    blob = terms_blob("The fence near Halden was removed")
    index = Index.build(IndexRow(number, blob) for number in random.Random(1).sample(range(1, 101), 100))

    assert found(index, IndexRow(500, blob)) == list(range(1, 41))


def test_each_statement_is_one_candidate() -> None:
    index = Index.build(rows())

    ids = found(index, rows()[3])

    assert len(ids) == len(set(ids))


def shares_enough(index: Index, one: IndexRow, other: IndexRow) -> bool:
    """Say whether two statements share what a pair must share, counted from all of their terms."""
    both = [blob_hashes(row.blob) for row in (one, other)]
    shorter, longer = sorted(float(index.weights.of_hashes(hashes).sum()) for hashes in both)
    shared = float(index.weights.of_hashes(np.intersect1d(*both)).sum())
    return shared >= LEAST_SHARE * shorter and shared >= min(LEAST_INFORMATION, WHOLE * longer)


def test_sure_candidates_are_those_that_share_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "BUDGET", 1)  # the rarest term alone is opened, the rest is guessed
    every = many_rows(300)
    index = Index.build(every[:250])
    for row in every[250:]:
        index.add(row)
    left_out = 0

    for asker in every[:40]:
        guessed = find_candidates(index, asker)
        enough = [found for found in guessed if shares_enough(index, asker, every[found.id - 1])]
        assert find_candidates(index, asker, is_sure=True) == enough
        left_out += len(guessed) - len(enough)

    assert left_out > 0


def test_only_earlier_statements_are_found_below_an_id() -> None:
    index = Index.build(rows())

    candidates = find_candidates(index, rows()[1], below=2)

    assert [candidate.id for candidate in candidates] == [1]


def test_asking_leaves_no_trace() -> None:
    index = Index.build(rows())

    first = find_candidates(index, rows()[0])

    assert find_candidates(index, rows()[0]) == first
    assert not index.sums.any()


def test_a_removed_statement_is_found_no_more() -> None:
    index = Index.build(rows())
    index.remove(2)

    assert 2 not in found(index, rows()[0])
    assert 2 not in index
    assert len(index) == len(rows()) - 1


def test_a_removed_statement_that_is_added_again_is_found_by_its_new_terms() -> None:
    index = Index.build(rows())
    index.remove(1)
    assert 1 not in index

    index.add(IndexRow(1, terms_blob("Sheep graze on the northern slopes.", "en"), language="en"))

    found = find_candidates(index, IndexRow(99, terms_blob("Sheep graze on northern slopes.", "en")))
    assert [candidate.id for candidate in found] == [1]
    assert list(index).count(1) == 1
    assert find_candidates(index.packed(), rows()[2]) == find_candidates(index, rows()[2])


def test_an_index_comes_back_from_bytes() -> None:
    index = Index.build(many_rows(300))

    again = Index.from_bytes(index.to_bytes())

    assert again.to_bytes() == index.to_bytes()
    for row in many_rows(20):
        assert find_candidates(again, row) == find_candidates(index, row)


def test_the_same_statements_give_the_same_bytes_however_they_came() -> None:
    every = [*rows(), IndexRow(90, terms_blob("Un traité sera signé", "fr"), language="fr")]
    weights = Index.build(every).weights
    grown = Index(weights)
    grown.add(IndexRow(77, terms_blob("It was withdrawn")))
    for row in reversed(every):
        grown.add(row)
    grown.remove(77)

    assert grown.to_bytes() == Index.build(every, weights).to_bytes()


@pytest.mark.parametrize("broken", [b"", b"no index", Index.build(rows()).to_bytes()[:-30]])
def test_other_bytes_are_no_index(broken: bytes) -> None:
    with pytest.raises(ValueError, match="no index"):
        Index.from_bytes(broken)


def test_an_id_comes_once() -> None:
    with pytest.raises(ValueError, match="statement 1 comes twice"):
        Index.build([rows()[0], rows()[0]])

    index = Index.build(rows())
    with pytest.raises(ValueError, match="statement 1 comes twice"):
        index.add(rows()[0])


def test_an_empty_index_finds_nothing() -> None:
    assert find_candidates(Index.build([]), rows()[0]) == []


def test_a_statement_without_words_finds_nothing() -> None:
    assert find_candidates(Index.build(rows()), IndexRow(99, terms_blob("…!"))) == []


def test_weights_stand_still_until_a_collection_doubles() -> None:
    every = many_rows(600)

    before = Index.build(every[:520]).weights
    after = Index.build(every).weights

    assert after.total == before.total == 512
    assert after.to_bytes() == before.to_bytes()


def test_steady_weights_count_the_oldest_statements() -> None:
    weights = Index.build(
        IndexRow(number, terms_blob(text, "en"))
        for number, text in ((3, "market"), (1, "treaty"), (2, "border"))
    ).weights

    assert weights.counts_of(blob_hashes(terms_blob("treaty border market", "en"))).sum() == 2
    assert term_hash("market") not in weights.hashes


def test_ranks_do_not_depend_on_what_else_the_index_holds() -> None:
    asker, other = rows()[0], rows()[2]
    weights = Weights.nothing_counted()

    alone = find_candidates(Index.build([other], weights), asker)
    among = find_candidates(Index.build(rows(), weights), asker)

    assert isinstance(alone[0], Candidate)
    assert alone[0] in among
