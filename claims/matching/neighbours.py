"""The statements nearest in meaning to some: exact, by products of matrices, block by block.

A million vectors of 384 numbers are 734 MiB; one pass over them takes one core 0.35 s for one asker, 1.0 s
for the forty statements of an article and 3.3 s for 256, so that askers are taken together
(``benchmarks/matching/nearest.py``). No index that guesses is needed at this size, and what is found does
not depend on how the work is split (``meaning``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.matching.meaning import GRID, Vectors

#: vectors multiplied at once: 3 MB as float32 at 384 numbers, which a processor's cache holds
BLOCK = 2_048
#: written for "no quote": it equals no statement's own
NO_QUOTE = -1
NO_LIMIT = np.iinfo(np.int64).max
#: answers that are kept before the best are picked out
MOST_HELD = 200_000


@dataclass(frozen=True, slots=True)
class VectorRow:
    """One statement's vector as the index keeps it."""

    id: int
    vector: Vectors
    quote: int | None = None


@dataclass(frozen=True, slots=True)
class Asker:
    """A statement whose neighbours are asked for: neither itself nor its quote is one."""

    id: int
    vector: Vectors
    quote: int | None = None
    #: only statements of a smaller id
    below: int | None = None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A statement that is near in meaning."""

    id: int
    cosine: float


class VectorIndex:
    """Vectors by the ids of their statements. Ids are unique; the vectors are all of one length."""

    def __init__(self) -> None:
        self.blocks: list[_Block] = []
        self._places: dict[int, tuple[int, int]] = {}

    @classmethod
    def build(cls, rows: Iterable[VectorRow]) -> "VectorIndex":
        """Build an index.

        :raises ValueError: if an id comes twice, or a vector has another length than the first.
        """
        index = cls()
        for row in rows:
            index.add(row)
        return index

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, statement: int) -> bool:
        return statement in self._places

    def add(self, row: VectorRow) -> None:
        """Add a statement's vector.

        :raises ValueError: if its id is there, or the vector has another length than the others.
        """
        if row.id in self._places:
            raise ValueError(f"statement {row.id} comes twice")
        if self.blocks and self.blocks[0].rows.shape[1] != len(row.vector):
            raise ValueError(
                f"a vector of {len(row.vector)} numbers beside vectors of {self.blocks[0].rows.shape[1]}"
            )
        if not self.blocks or self.blocks[-1].size == BLOCK:
            self.blocks.append(_Block(len(row.vector)))
        self._places[row.id] = len(self.blocks) - 1, self.blocks[-1].add(row)

    def remove(self, statement: int) -> None:
        """Take a statement out of all answers.

        :raises KeyError: if it is not there.
        """
        block, row = self._places.pop(statement)
        self.blocks[block].is_gone[row] = True

    def vector_of(self, statement: int) -> Vectors:
        """Return a statement's vector.

        :raises KeyError: if it is not there.
        """
        block, row = self._places[statement]
        return self.blocks[block].rows[row]

    def nearest(self, askers: Sequence[Asker], *, least: float, most: int) -> list[list[Neighbour]]:
        """Find each asker's neighbours of at least the cosine ``least``, nearest first, then by id."""
        if not askers or not self.blocks:
            return [[] for _ in askers]
        asked = np.array([asker.vector for asker in askers], np.float32).T
        held = _Held(askers, least, most)
        room = np.empty((BLOCK, asked.shape[0]), np.float32)
        for block in self.blocks:
            vectors = room[: block.size]
            vectors[...] = block.rows[: block.size]
            held.take(block, vectors @ asked)
        return held.answers()


class _Block:
    """Up to so many vectors with their ids and quotes."""

    def __init__(self, length: int) -> None:
        self.size = 0
        self.rows = np.zeros((BLOCK, length), np.int16)
        self.ids = np.zeros(BLOCK, np.int64)
        self.quotes = np.full(BLOCK, NO_QUOTE, np.int64)
        self.is_gone = np.zeros(BLOCK, np.bool_)

    def add(self, row: VectorRow) -> int:
        """Add a row; return its place."""
        place = self.size
        self.rows[place], self.ids[place] = row.vector, row.id
        self.quotes[place] = NO_QUOTE if row.quote is None else row.quote
        self.size += 1
        return place


class _Held:
    """The best answers so far while the blocks go by."""

    def __init__(self, askers: Sequence[Asker], least: float, most: int) -> None:
        self.most = most
        self.own = np.array([asker.id for asker in askers], np.int64)
        # an asker without a quote shares it with none
        self.quotes = np.array([NO_QUOTE - 1 if a.quote is None else a.quote for a in askers], np.int64)
        self.below = np.array([NO_LIMIT if a.below is None else a.below for a in askers], np.int64)
        #: products below are of no use to an asker any more
        self.border = np.full(len(askers), np.ceil(least * GRID**2), np.float32)
        self.held: list[tuple[NDArray[np.intp], NDArray[np.float32], NDArray[np.int64]]] = []
        self.count = 0

    def take(self, block: _Block, products: NDArray[np.float32]) -> None:
        """Take the answers of one block: its rows by askers."""
        rows, askers = np.nonzero(products >= self.border)
        ids = block.ids[rows]
        fits = ~block.is_gone[rows] & (ids != self.own[askers]) & (ids < self.below[askers])
        fits &= block.quotes[rows] != self.quotes[askers]
        self.held.append((askers[fits], products[rows[fits], askers[fits]], ids[fits]))
        self.count += int(fits.sum())
        if self.count > MOST_HELD:
            self._keep_best()

    def _keep_best(self) -> None:
        """Keep each asker's best, and raise its border where there are enough."""
        askers, products, ids = (np.concatenate(columns) for columns in zip(*self.held, strict=True))
        order = np.lexsort((ids, -products, askers))
        askers, products, ids = askers[order], products[order], ids[order]
        starts = np.searchsorted(askers, np.arange(len(self.own)))
        ranks = np.arange(len(askers)) - starts[askers]
        last = ranks == self.most - 1
        self.border[askers[last]] = products[last]
        best = ranks < self.most
        self.held = [(askers[best], products[best], ids[best])]
        self.count = int(best.sum())

    def answers(self) -> list[list[Neighbour]]:
        self._keep_best()
        found: list[list[Neighbour]] = [[] for _ in self.own]
        for asker, product, number in zip(*(column.tolist() for column in self.held[0]), strict=True):
            found[asker].append(Neighbour(number, product / GRID**2))
        return found
