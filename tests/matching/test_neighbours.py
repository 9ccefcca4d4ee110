"""The nearest in meaning: exact, whatever the blocks and however the askers are split."""

import numpy as np
import pytest

from claims.matching import neighbours
from claims.matching.meaning import GRID, Vectors, on_grid
from claims.matching.neighbours import Asker, Neighbour, VectorIndex, VectorRow

SIZE = 6


def chance_rows(count: int = 60) -> list[VectorRow]:
    """Return rows that are often equally near; three of a quote."""
    chance = np.random.default_rng(3)
    vectors = on_grid(chance.integers(-1, 2, (count, SIZE)) + 0.01)
    return [VectorRow(number, vector, number // 3) for number, vector in enumerate(vectors, start=1)]


def expected(rows: list[VectorRow], asker: Asker, least: float, most: int) -> list[Neighbour]:
    """Say it in the plainest way."""
    found = [
        Neighbour(row.id, float(np.dot(row.vector.astype(int), asker.vector.astype(int))) / GRID**2)
        for row in rows
        if row.id != asker.id
        and (asker.quote is None or row.quote != asker.quote)
        and (asker.below is None or row.id < asker.below)
    ]
    near = [neighbour for neighbour in found if neighbour.cosine >= least]
    return sorted(near, key=lambda neighbour: (-neighbour.cosine, neighbour.id))[:most]


def askers_of(rows: list[VectorRow]) -> list[Asker]:
    return [Asker(row.id, row.vector, row.quote, row.id if row.id % 2 else None) for row in rows]


@pytest.mark.parametrize(("block", "held"), [(2_048, 200_000), (7, 200_000), (7, 5)])
def test_nearest_gives_the_nearest_whatever_the_blocks(
    monkeypatch: pytest.MonkeyPatch, block: int, held: int
) -> None:
    monkeypatch.setattr(neighbours, "BLOCK", block)
    monkeypatch.setattr(neighbours, "MOST_HELD", held)
    rows = chance_rows()
    index, askers = VectorIndex.build(rows), askers_of(rows)

    found = index.nearest(askers, least=0.2, most=4)

    assert found == [expected(rows, asker, 0.2, 4) for asker in askers]
    assert any(len(one) == 4 for one in found)


def test_nearest_gives_the_same_however_the_askers_are_split() -> None:
    rows = chance_rows()
    index, askers = VectorIndex.build(rows), askers_of(rows)

    one_by_one = [index.nearest([asker], least=0.1, most=5)[0] for asker in askers]

    assert index.nearest(askers, least=0.1, most=5) == one_by_one


def test_the_order_in_which_vectors_were_added_does_not_matter() -> None:
    rows = chance_rows()
    askers = askers_of(rows)

    assert VectorIndex.build(rows[::-1]).nearest(askers, least=0.1, most=5) == VectorIndex.build(
        rows
    ).nearest(askers, least=0.1, most=5)


def test_a_statement_that_was_removed_is_found_no_more_until_it_is_added() -> None:
    rows = chance_rows(3)
    index = VectorIndex.build([VectorRow(row.id, rows[0].vector) for row in rows])
    asker = Asker(9, rows[0].vector)

    index.remove(2)

    assert [found.id for found in index.nearest([asker], least=0.5, most=9)[0]] == [1, 3]
    assert (2 in index, len(index)) == (False, 2)
    index.add(VectorRow(2, rows[0].vector))
    assert [found.id for found in index.nearest([asker], least=0.5, most=9)[0]] == [1, 2, 3]


def test_an_empty_index_answers_with_nothing() -> None:
    assert VectorIndex().nearest([Asker(1, vector(1, 0))], least=-1.0, most=3) == [[]]
    assert VectorIndex.build(chance_rows(3)).nearest([], least=-1.0, most=3) == []


def test_an_id_that_comes_twice_is_refused() -> None:
    index = VectorIndex.build([VectorRow(1, vector(1, 0))])

    with pytest.raises(ValueError, match="statement 1 comes twice"):
        index.add(VectorRow(1, vector(0, 1)))


def test_a_vector_of_another_model_is_refused() -> None:
    index = VectorIndex.build([VectorRow(1, vector(1, 0))])

    with pytest.raises(ValueError, match="3 numbers beside vectors of 2"):
        index.add(VectorRow(2, vector(1, 0, 0)))


def vector(*numbers: float) -> Vectors:
    return on_grid(np.array([numbers], np.float64))[0]
