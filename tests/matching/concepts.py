"""A model of meanings for the tests: it knows a few concepts by their words, in two languages."""

import re
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

#: words of one line mean the same to it
CONCEPTS = """
    treaty accord agreement abkommen vertrag
    sign signed signing signatures ink unterzeichnet
    spring april frühling
    railway trains line bahn
    open opened reopen run geöffnet
"""
SIZE = 48
LINES = CONCEPTS.strip().splitlines()
KNOWN = {word: place for place, line in enumerate(LINES) for word in line.split()}
#: what a word weighs that it does not know, beside one that it does
LITTLE = 0.2


class Concepts:
    """Counts concepts; satisfies ``claims.matching.meaning.Embedder``. Notes how many texts it read."""

    def __init__(self, name: str = "concepts") -> None:
        self.name = name
        self.read = 0

    def encode(self, texts: Sequence[str]) -> NDArray[np.floating]:
        self.read += len(texts)
        return np.array([self._row(text) for text in texts], np.float32)

    def _row(self, text: str) -> list[float]:
        row = [0.0] * SIZE
        for word in re.findall(r"\w+", text.lower()):
            if word in KNOWN:
                row[KNOWN[word]] = 1.0
            elif len(word) > 3:
                row[len(LINES) + zlib.crc32(word.encode()) % (SIZE - len(LINES))] += LITTLE
        return row
