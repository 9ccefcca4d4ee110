"""A model of meanings that reads each text once: several measurements ask for the same ones."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claims.matching.meaning import Embedder


class Remembered:
    """Wraps a model; satisfies ``claims.matching.meaning.Embedder``."""

    def __init__(self, embedder: Embedder) -> None:
        self.embedder = embedder
        self.rows: dict[str, NDArray[np.floating]] = {}

    @property
    def name(self) -> str:
        """The model's name."""
        return self.embedder.name

    def encode(self, texts: Sequence[str]) -> NDArray[np.floating]:
        """Return a row for each text."""
        unknown = [text for text in dict.fromkeys(texts) if text not in self.rows]
        if unknown:
            self.rows.update(zip(unknown, self.embedder.encode(unknown), strict=True))
        return np.array([self.rows[text] for text in texts])
