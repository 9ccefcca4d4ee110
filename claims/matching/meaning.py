"""What two statements mean, as a sentence-embedding model sees it: the optional extra.

What: a model gives each text a vector; the cosine of two vectors says how alike they are in meaning, whatever
the words and, with a model of many languages, whatever the language. Why: rewording without shared words
cannot be found otherwise. Where to enter: ``Meanings``. The model itself stands outside of this room,
behind ``Embedder``.

Vectors have length 1 and lie on a grid of 1/2048: their numbers are whole ones in memory and exact in the
float16 that is stored, and their products are exact in float32, in whatever order they are added. So the
neighbours are the same on every machine and however the work is split. The cosine moves by less than 0.001.
"""

from collections.abc import Sequence
from functools import cached_property
from itertools import combinations
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

#: steps of the grid from 0 to 1: float16 holds whole numbers up to here
GRID = 2_048
#: of a likeness as it is given
DIGITS = 4

#: one text's vector or several as rows, in steps of the grid
Vectors = NDArray[np.int16]


class Embedder(Protocol):
    """A sentence-embedding model."""

    @property
    def name(self) -> str:
        """The model's name, as the settings say it."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.floating]:
        """Return a row of numbers for each text, of any length."""


#: about nothing in common: how a model places these says where its cosines begin (some begin at 0.7)
UNRELATED = (
    "The bakery on the corner sells rye bread every morning.",
    "Parliament will vote on the new pension law next spring.",
    "She learned to play the violin when she was nine.",
    "The storm tore the roof off the old railway station.",
    "Prices of copper fell to their lowest level in a decade.",
    "Our goalkeeper broke two fingers during the training.",
    "The treaty between the two countries was signed in Vienna.",
    "Bees find their way home by the light of the sun.",
    "The court sentenced the former mayor to three years in prison.",
    "Nobody in the village had ever seen a comet so bright.",
    "Doctors advise parents to have their children vaccinated early.",
    "The bridge over the river will be closed for repairs until June.",
)


class Meanings:
    """Reads texts by a model and says how alike two are in meaning."""

    def __init__(self, embedder: Embedder) -> None:
        self.embedder = embedder

    def read(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of texts, a row each."""
        return on_grid(np.asarray(self.embedder.encode(texts), np.float32).reshape(len(texts), -1))

    @cached_property
    def unrelated(self) -> float:
        """The model's mean cosine of two texts that have nothing in common; below 1."""
        cosines = [cosine(left, right) for left, right in combinations(self.read(UNRELATED), 2)]
        return min(0.99, max(0.0, sum(cosines) / len(cosines)))

    def likeness(self, left: Vectors, right: Vectors) -> float:
        """Return how alike two vectors are: 0 as unrelated texts or less, 1 the same."""
        return self.likeness_of(cosine(left, right))

    def likeness_of(self, found: float) -> float:
        """Return the likeness of a cosine: models differ in where their cosines begin."""
        return round(min(1.0, max(0.0, (found - self.unrelated) / (1.0 - self.unrelated))), DIGITS)

    def cosine_of(self, likeness: float) -> float:
        """Return the cosine of a likeness above 0."""
        return self.unrelated + likeness * (1.0 - self.unrelated)


def cosine(left: Vectors, right: Vectors) -> float:
    """Return the cosine of two vectors of the grid."""
    return float(np.dot(left.astype(np.int64), right.astype(np.int64))) / GRID**2


def on_grid(raw: NDArray[np.floating]) -> Vectors:
    """Return rows of numbers as vectors of length 1 on the grid; a row of zeros stays one."""
    lengths = np.linalg.norm(raw, axis=1, keepdims=True)
    return np.rint(raw / np.where(lengths > 0, lengths, 1) * GRID).astype(np.int16)


def vector_bytes(vector: Vectors) -> bytes:
    """Return a vector as bytes to store: little-endian float16 numbers."""
    return (vector.astype(np.float32) / GRID).astype("<f2").tobytes()


def vector_of_bytes(stored: bytes) -> Vectors:
    """Return the vector that ``vector_bytes`` wrote.

    :raises ValueError: if the bytes are no float16 numbers of the grid.
    """
    if len(stored) % 2:
        raise ValueError(f"a vector has two bytes a number, not {len(stored)} bytes")
    steps = np.frombuffer(stored, "<f2").astype(np.float32) * GRID
    if not (np.abs(steps) <= GRID).all():
        raise ValueError("a vector's numbers lie from -1 to 1")
    return np.rint(steps).astype(np.int16)
