"""How much information a term carries, counted over a collection of statements.

A term's weight is the logarithm of how rare it is, in nats: 7 if one statement in a thousand has it.
Weights are a value of their own and not the index's: an index, its shards and a later version of it are
handed the same weights and so give the same scores. They are counted anew only when the collection has
outgrown them, and can be stored as bytes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from claims.matching.languages import PACKS
from claims.matching.terms import Terms, hashes_of, read_terms, term_hash

#: statements that stand behind the packs' shares of function words: a small collection leans on them
BELIEVED_STATEMENTS = 2_000.0
#: no term weighs less: two statements of function words alone are still alike or not
LEAST_WEIGHT = 0.05
#: mean information of a statement, in nats, while none was counted
USUAL_MASS = 60.0
#: terms that are kept once they were asked for
MOST_LOOKED_UP = 200_000

MAGIC = b"ORW1"


@dataclass(frozen=True, eq=False)
class Weights:
    """Counts of terms over a collection. ``hashes`` rises; ``counts`` says how many statements hold each."""

    hashes: NDArray[np.uint32]
    counts: NDArray[np.uint32]
    #: statements counted
    total: int

    @classmethod
    def nothing_counted(cls) -> "Weights":
        """Return the weights of an empty collection: the packs' function words are cheap, the rest alike."""
        return cls(np.zeros(0, np.uint32), np.zeros(0, np.uint32), 0)

    @classmethod
    def counted(cls, collection: Iterable[NDArray[np.uint32]]) -> "Weights":
        """Count the terms of statements given as their distinct hashes."""
        rows = list(collection)
        return cls.counted_flat(np.concatenate(rows) if rows else np.zeros(0, np.uint32), len(rows))

    @classmethod
    def counted_flat(cls, hashes: NDArray[np.uint32], total: int) -> "Weights":
        """Count the terms of ``total`` statements whose distinct hashes stand one after the other."""
        found, counts = np.unique(hashes, return_counts=True)
        return cls(found, counts.astype(np.uint32), total)

    @classmethod
    def of_texts(cls, texts: Iterable[str], language: str = "") -> "Weights":
        """Count the terms of texts."""
        return cls.counted(hashes_of(read_terms(text, language).words) for text in texts)

    @classmethod
    def from_bytes(cls, data: bytes) -> "Weights":
        """Return the weights that ``to_bytes`` wrote.

        :raises ValueError: if the bytes are something else or cut short.
        """
        head = len(MAGIC) + 8
        size = int.from_bytes(data[len(MAGIC) + 4 : head], "little")
        if not data.startswith(MAGIC) or len(data) != head + 8 * size:
            raise ValueError("these bytes are no weights")
        both = np.frombuffer(data, "<u4", offset=head).astype(np.uint32)
        return cls(both[:size], both[size:], int.from_bytes(data[len(MAGIC) : head - 4], "little"))

    def to_bytes(self) -> bytes:
        """Return the weights as bytes; the same weights give the same bytes."""
        head = MAGIC + self.total.to_bytes(4, "little") + len(self.hashes).to_bytes(4, "little")
        return head + np.concatenate([self.hashes, self.counts]).astype("<u4").tobytes()

    def counts_of(self, hashes: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """Return how many statements hold each term."""
        if not len(self.hashes):
            return np.zeros(len(hashes), np.uint32)
        places = np.minimum(np.searchsorted(self.hashes, hashes), len(self.hashes) - 1)
        return np.where(self.hashes[places] == hashes, self.counts[places], np.uint32(0))

    def of_hashes(self, hashes: NDArray[np.uint32]) -> NDArray[np.float64]:
        """Return the information of each term in nats."""
        expected = self.counts_of(hashes) + BELIEVED_STATEMENTS * _shares(hashes) + 0.5
        return np.maximum(LEAST_WEIGHT, np.log((self.total + BELIEVED_STATEMENTS + 1) / expected))

    def of_terms(self, terms: Terms) -> dict[str, float]:
        """Return each distinct term of a statement with its information in nats."""
        words = list(dict.fromkeys(terms.words))
        unknown = [word for word in words if word not in self._looked_up]
        if unknown:
            if len(self._looked_up) > MOST_LOOKED_UP:
                self._looked_up.clear()
                unknown = words
            hashes = np.array([term_hash(word) for word in unknown], dtype=np.uint32)
            self._looked_up.update(zip(unknown, self.of_hashes(hashes).tolist(), strict=True))
        return {word: self._looked_up[word] for word in words}

    @cached_property
    def _looked_up(self) -> dict[str, float]:
        """Terms whose information was asked for."""
        return {}

    @cached_property
    def mean_mass(self) -> float:
        """Mean information of a counted statement, in nats."""
        if not self.total:
            return USUAL_MASS
        return round(float(np.dot(self.of_hashes(self.hashes), self.counts)) / self.total, 2)


def _shares(hashes: NDArray[np.uint32]) -> NDArray[np.float64]:
    places = np.minimum(np.searchsorted(COMMON_HASHES, hashes), len(COMMON_HASHES) - 1)
    return np.where(COMMON_HASHES[places] == hashes, COMMON_SHARES[places], 0.0)


def _common_shares() -> dict[int, float]:
    """Return the share of statements that hold a function word, the largest over the packs."""
    shares: dict[int, float] = {}
    for pack in PACKS.values():
        for word, share in pack.common.items():
            shares[term_hash(word)] = max(share, shares.get(term_hash(word), 0.0))
    return dict(sorted(shares.items()))


COMMON_HASHES = np.array(list(_common_shares()), dtype=np.uint32)
COMMON_SHARES = np.array(list(_common_shares().values()), dtype=np.float64)
