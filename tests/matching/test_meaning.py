"""Vectors of meaning: their grid, their bytes, and the scale that makes models comparable."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from claims.matching.meaning import GRID, Meanings, cosine, on_grid, vector_bytes, vector_of_bytes
from tests.matching.concepts import Concepts


def chance_vectors(count: int, size: int = 384) -> NDArray[np.int16]:
    return on_grid(np.random.default_rng(7).standard_normal((count, size)))


def test_on_grid_gives_vectors_of_length_one() -> None:
    vectors = on_grid(np.array([[3.0, 4.0], [0.0, -9.0]]))

    assert vectors.tolist() == [[round(0.6 * GRID), round(0.8 * GRID)], [0, -GRID]]


def test_on_grid_leaves_a_text_without_meaning_at_zero() -> None:
    assert on_grid(np.zeros((1, 3))).tolist() == [[0, 0, 0]]


def test_products_in_float32_are_exact_in_whatever_order_they_are_added() -> None:
    left, right = chance_vectors(2)
    shuffled = np.random.default_rng(8).permutation(len(left))

    exact = int(np.dot(left.astype(np.int64), right.astype(np.int64)))

    assert float(left.astype(np.float32) @ right.astype(np.float32)) == exact
    assert float(left[shuffled].astype(np.float32) @ right[shuffled].astype(np.float32)) == exact


def test_the_grid_moves_a_cosine_by_less_than_a_thousandth() -> None:
    raw = np.random.default_rng(9).standard_normal((50, 384))
    unit = raw / np.linalg.norm(raw, axis=1, keepdims=True)

    moved = [abs(cosine(*on_grid(raw[[0, k]])) - float(unit[0] @ unit[k])) for k in range(1, 50)]

    assert max(moved) < 0.001


def test_a_vector_comes_back_from_its_bytes_as_it_was() -> None:
    (vector,) = chance_vectors(1)

    assert len(vector_bytes(vector)) == 2 * len(vector)
    assert vector_of_bytes(vector_bytes(vector)).tolist() == vector.tolist()


@pytest.mark.parametrize(
    "stored", [b"\x00", np.array([2.0], "<f2").tobytes(), np.array([np.nan], "<f2").tobytes()]
)
def test_bytes_that_are_no_vector_are_refused(stored: bytes) -> None:
    with pytest.raises(ValueError, match="vector"):
        vector_of_bytes(stored)


class Raised(Concepts):
    """The same model, but for cosines that begin high: it gives all texts something in common."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.floating]:
        found = super().encode(texts)
        found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 0.01)
        return np.hstack([found, np.full((len(texts), 1), 1.5)])


def test_likeness_means_the_same_for_models_whose_cosines_begin_elsewhere() -> None:
    texts = ["The treaty will be signed in spring.", "The accord gets signatures in April, we hope."]
    plain, raised = Meanings(Concepts()), Meanings(Raised())

    likenesses = [meanings.likeness(*meanings.read(texts)) for meanings in (plain, raised)]

    assert raised.unrelated > plain.unrelated + 0.5
    assert likenesses[1] == pytest.approx(likenesses[0], abs=0.02)
    assert 0.5 < likenesses[0] < 1.0


def test_likeness_is_one_for_the_same_text_and_never_below_zero() -> None:
    meanings = Meanings(Concepts())
    same = meanings.read(["The treaty will be signed."] * 2)
    opposite = on_grid(np.array([[1.0, 0.0], [-1.0, 0.0]]))

    assert meanings.likeness(*same) == pytest.approx(1.0, abs=0.001)
    assert meanings.likeness(*opposite) == 0.0


def test_a_likeness_leads_back_to_its_cosine() -> None:
    meanings = Meanings(Concepts())

    assert meanings.likeness_of(meanings.cosine_of(0.6)) == pytest.approx(0.6)
