"""The meanings of a matcher's statements: who is near whom, and how alike two are.

Joins a model (``meaning``) with the vectors of many statements (``neighbours``). A statement that has no
vector here is compared by words alone.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

import numpy as np

from claims.matching.meaning import Embedder, Meanings, Vectors
from claims.matching.neighbours import Asker, VectorIndex, VectorRow
from claims.matching.pairs import LEAST_LIKENESS, Statement

#: how many neighbours of a statement are compared with it in full
MOST_NEIGHBOURS = 20
#: statements whose neighbours are looked for at once
AT_ONCE = 256
#: texts that the model reads at once while an index is built
READ_AT_ONCE = 512


class MeaningIndex:
    """Vectors of statements, and the model that reads new ones."""

    def __init__(self, embedder: Embedder, vectors: VectorIndex | None = None) -> None:
        self.meanings = Meanings(embedder)
        self.vectors = VectorIndex() if vectors is None else vectors
        #: what was looked up ahead: (statement, below) → ids
        self._ahead: dict[tuple[int, int | None], list[int]] = {}
        #: the last text that was read and is no statement's here
        self._read: tuple[str, Vectors] | None = None

    @classmethod
    def build(
        cls,
        statements: Iterable[Statement],
        embedder: Embedder,
        advance: Callable[[int], object] = lambda done: None,
    ) -> "MeaningIndex":
        """Read statements and build their index; ``advance`` is told after each lot how many were read.

        :raises ValueError: if an id comes twice.
        """
        index = cls(embedder)
        left = iter(statements)
        while some := list(islice(left, READ_AT_ONCE)):
            index.add(some)
            advance(len(some))
        return index

    def add(self, statements: Sequence[Statement]) -> None:
        """Read statements and add them.

        :raises ValueError: if an id is there already.
        """
        vectors = self.meanings.read([statement.text for statement in statements])
        for statement, vector in zip(statements, vectors, strict=True):
            self.vectors.add(VectorRow(statement.id, vector, statement.quote))

    def holds(self, row: VectorRow) -> bool:
        """Say whether a statement has this very vector here."""
        return row.id in self.vectors and np.array_equal(self.vectors.vector_of(row.id), row.vector)

    def remove(self, statement: int) -> None:
        """Take a statement out of all answers; one that is not there is passed over."""
        if statement in self.vectors:
            self.vectors.remove(statement)

    def look_ahead(self, statements: Sequence[Statement], *, is_below: bool) -> None:
        """Find the neighbours of statements that will be asked for next, in one pass over the vectors.

        With ``is_below`` only neighbours of a smaller id than the statement's own.
        """
        self._ahead.clear()
        for first in range(0, len(statements), AT_ONCE):
            askers = [
                _asker(one, self.vector_of(one), is_below) for one in statements[first : first + AT_ONCE]
            ]
            for asker, found in zip(askers, self._nearest(askers), strict=True):
                self._ahead[asker.id, asker.below] = found

    def neighbours_of(self, statement: Statement, *, below: int | None = None) -> list[int]:
        """Return the ids of the statements nearest in meaning, nearest first, then by id."""
        found = self._ahead.pop((statement.id, below), None)
        if found is None:
            asker = Asker(statement.id, self.vector_of(statement), statement.quote, below)
            (found,) = self._nearest([asker])
        return found

    def _nearest(self, askers: Sequence[Asker]) -> list[list[int]]:
        least = self.meanings.cosine_of(LEAST_LIKENESS)
        answers = self.vectors.nearest(askers, least=least, most=MOST_NEIGHBOURS)
        return [[neighbour.id for neighbour in found] for found in answers]

    def most_alike(self, text: str, *, most: int) -> list[int]:
        """Return the ids of the statements nearest to a text, however far, nearest first, then by id."""
        asker = Asker(NOBODY, self._vector_of_text(text))
        (found,) = self.vectors.nearest([asker], least=-1.0, most=most)
        return [neighbour.id for neighbour in found]

    def vector_of(self, statement: Statement) -> Vectors:
        """Return a statement's vector: the stored one, or as the model reads its text now."""
        if statement.id in self.vectors:
            return self.vectors.vector_of(statement.id)
        return self._vector_of_text(statement.text)

    def _vector_of_text(self, text: str) -> Vectors:
        if self._read is None or self._read[0] != text:
            self._read = text, self.meanings.read([text])[0]
        return self._read[1]

    def likenesses(self, statement: Statement, others: Sequence[int]) -> dict[int, float]:
        """Return how alike in meaning a statement and others are, 0 to 1; those without a vector not."""
        known = [other for other in others if other in self.vectors]
        if not known:
            return {}
        vector = self.vector_of(statement)
        return {other: self.meanings.likeness(vector, self.vectors.vector_of(other)) for other in known}


#: the id of an asker that is no statement
NOBODY = -1


def _asker(statement: Statement, vector: Vectors, is_below: bool) -> Asker:
    return Asker(statement.id, vector, statement.quote, statement.id if is_below else None)
