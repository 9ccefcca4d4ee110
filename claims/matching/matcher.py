"""Related statements: strings in, scored pairs out. The door of the matching room.

``Matcher`` holds an index of statements and finds those related to one, or all pairs among many;
``score_pair`` compares two texts alone. The chain, one module a step: text → terms → weights → index →
candidates → features → score, relation, explanation. With the optional extra (``meaning_index``) the
statements nearest in meaning are candidates too.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np

from claims.matching.candidates import MOST_CANDIDATES, find_candidates
from claims.matching.features import NAMES
from claims.matching.index import Index, IndexRow
from claims.matching.meaning_index import AT_ONCE, MeaningIndex
from claims.matching.pairs import (
    STORED_FROM,
    Read,
    ScoredPair,
    Statement,
    compare,
    primary_language,
    score_pair,
)
from claims.matching.scoring import UNCHANGED, Calibration, rank_score
from claims.matching.terms import Terms, hashes_of, read_terms
from claims.matching.weights import Weights

__all__ = ["Hit", "Matcher", "ScoredPair", "Statement", "index_row", "primary_language", "score_pair"]

#: statements that are kept read for the next comparison: about 50 MB
MOST_KEPT = 10_000
#: the id of a text that is no stored statement
NO_STATEMENT = 0


#: gives the statements of some ids
StatementsOf = Callable[[Collection[int]], Iterable[Statement]]


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer to a search by statement."""

    id: int
    #: orders the answers; no probability
    rank: float
    pair: ScoredPair


class Matcher:
    """Finds related statements in a collection that may grow.

    Answers depend on the statements and the weights alone, not on the order in which statements came.
    """

    def __init__(
        self, index: Index, statements_of: StatementsOf, calibration: Calibration = UNCHANGED
    ) -> None:
        self.index = index
        self.statements_of = statements_of
        self.calibration = calibration
        #: of the optional extra; None without it. Who holds the matcher fills it and keeps it up to date
        self.meanings: MeaningIndex | None = None
        self._added: dict[int, Statement] = {}
        #: what was read, the last asked for at the end: some statements are compared again and again
        self._kept: OrderedDict[int, Read] = OrderedDict()

    @classmethod
    def build(
        cls,
        statements: Iterable[Statement],
        weights: Weights | None = None,
        calibration: Calibration = UNCHANGED,
    ) -> "Matcher":
        """Build a matcher that keeps the texts in memory. Without weights the oldest statements are counted.

        :raises ValueError: if an id comes twice.
        """
        kept = list(statements)
        by_id = {statement.id: statement for statement in kept}
        index = Index.build(map(index_row, kept), weights)
        return cls(index, lambda ids: [by_id[number] for number in ids], calibration)

    @classmethod
    def from_blobs(
        cls,
        rows: Iterable[IndexRow],
        statements_of: StatementsOf,
        weights: Weights | None = None,
        calibration: Calibration = UNCHANGED,
    ) -> "Matcher":
        """Build a matcher from stored terms; the few texts it compares in full are asked for by id.

        :raises ValueError: if an id comes twice or a blob is no blob of terms.
        """
        return cls(Index.build(rows, weights), statements_of, calibration)

    @property
    def weights(self) -> Weights:
        """The weights that all scores of this matcher rest on."""
        return self.index.weights

    def add(self, statement: Statement) -> None:
        """Add a statement.

        :raises ValueError: if its id is there already.
        """
        self.index.add(index_row(statement))
        self._added[statement.id] = statement
        if self.meanings is not None:
            self.meanings.add([statement])

    def remove(self, statement: int) -> None:
        """Take a statement out of all answers.

        :raises KeyError: if it is not there.
        """
        self.index.remove(statement)
        self._added.pop(statement, None)
        if self.meanings is not None:
            self.meanings.remove(statement)
        self._kept.pop(statement, None)

    def matches_of(self, statement: Statement, *, min_score: float = STORED_FROM) -> list[ScoredPair]:
        """Find the statements related to one, best first, then by id.

        It may be in the collection or not; itself and its own quote are left out.
        """
        return self._related(statement, self._by_words(statement, None, min_score), None, min_score)

    def all_pairs(
        self, ids: Iterable[int] | None = None, *, min_score: float = STORED_FROM
    ) -> Iterator[ScoredPair]:
        """Give the pairs whose later statement (that of the larger id) is among ``ids``, by default all.

        Each pair comes once, however the ids are split over runs and processes, and the same pairs come
        as if each statement had been matched when it was added.
        """
        numbers = sorted(self.index if ids is None else ids)
        for first in range(0, len(numbers), AT_ONCE):
            statements = [self._statement(number) for number in numbers[first : first + AT_ONCE]]
            if self.meanings is not None:
                self.meanings.look_ahead(statements, is_below=True)
            found = [self._by_words(statement, statement.id, min_score) for statement in statements]
            self._read_stored(list(dict.fromkeys(chain.from_iterable(found))))  # all are asked for at once
            for statement, by_words in zip(statements, found, strict=True):
                yield from self._related(statement, by_words, statement.id, min_score)

    def pairs_touching(self, ids: Iterable[int], *, min_score: float = STORED_FROM) -> Iterator[ScoredPair]:
        """Give the pairs with at least one statement among ``ids``, each once."""
        given: set[tuple[int, int]] = set()
        for number in sorted(ids):
            for pair in self.matches_of(self._statement(number), min_score=min_score):
                if (pair.left, pair.right) not in given:
                    given.add((pair.left, pair.right))
                    yield pair

    def search(
        self, text: str, *, language: str = "", most: int = 50, among: Collection[int] | None = None
    ) -> list[Hit]:
        """Find the statements most like a text, best first, then by id; with ``among`` only of these ids."""
        asker = Statement(NO_STATEMENT, text, language)
        row = _row_of(asker, self._read(asker).prepared.terms)
        looked_at = max(most, MOST_CANDIDATES)
        wanted = None if among is None else np.fromiter(among, np.int64, len(among))
        by_words = find_candidates(self.index, row, most=looked_at, least_share=0.0, among=wanted)
        by_meaning = self.meanings.most_alike(text, most=looked_at) if self.meanings is not None else []
        if among is not None:
            kept = set(among)
            by_meaning = [number for number in by_meaning if number in kept]
        pairs = self._scored(asker, [candidate.id for candidate in by_words], by_meaning, 0.0)
        hits = [Hit(pair.other(NO_STATEMENT), _rank(pair), pair) for pair in pairs]
        return sorted(hits, key=lambda hit: (-hit.rank, hit.id))[:most]

    def _statement(self, number: int) -> Statement:
        if number in self._added:
            return self._added[number]
        return next(iter(self.statements_of([number])))

    def _by_words(self, statement: Statement, below: int | None, min_score: float) -> list[int]:
        """Find the statements that share enough words with one, with ``below`` only those of a smaller id."""
        row = _row_of(statement, self._read(statement).prepared.terms)
        # pairs that share too few words are no pairs, unless their meaning says so
        is_sure = min_score > 0.0 and self.meanings is None
        return [found.id for found in find_candidates(self.index, row, below=below, is_sure=is_sure)]

    def _related(
        self, statement: Statement, by_words: list[int], below: int | None, min_score: float
    ) -> list[ScoredPair]:
        """Compare one statement with those found by words, and with those near in meaning."""
        by_meaning = []
        if self.meanings is not None:
            by_meaning = self.meanings.neighbours_of(statement, below=below)
        return self._scored(statement, by_words, by_meaning, min_score)

    def _scored(
        self, statement: Statement, by_words: list[int], by_meaning: list[int], min_score: float
    ) -> list[ScoredPair]:
        """Compare one statement with others; return the pairs of at least the score, best first."""
        this = self._read(statement)
        candidates = set(by_words)
        others = by_words + [number for number in by_meaning if number not in candidates]
        likenesses = {} if self.meanings is None else self.meanings.likenesses(statement, others)
        compared = (
            compare(
                this,
                other,
                min_score=min_score,
                calibration=self.calibration,
                meaning=likenesses.get(other.statement.id),
                is_candidate=other.statement.id in candidates,
            )
            for other in self._read_stored(others)
        )
        pairs = [pair for pair in compared if pair is not None]
        return sorted(pairs, key=lambda pair: (-pair.score, pair.other(statement.id)))

    def _read(self, statement: Statement) -> Read:
        kept = self._kept.get(statement.id)
        if kept is not None and kept.statement == statement:
            self._kept.move_to_end(statement.id)
            return kept
        self._kept[statement.id] = read = Read.of(statement, self.weights)
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return read

    def _read_stored(self, ids: list[int]) -> list[Read]:
        """Return stored statements read; those that are not kept are asked for all at once."""
        reads = {number: self._kept[number] for number in ids if number in self._kept}
        for number in reads:
            self._kept.move_to_end(number)
        missing = [number for number in ids if number not in reads]
        found = [self._added[number] for number in missing if number in self._added]
        asked = [number for number in missing if number not in self._added]
        if asked:
            found += self.statements_of(asked)
        reads |= {statement.id: self._read(statement) for statement in found}
        return [reads[number] for number in ids if number in reads]


def index_row(statement: Statement) -> IndexRow:
    """Return a statement as the index keeps it."""
    return _row_of(statement, read_terms(statement.text, statement.language))


def _row_of(statement: Statement, terms: Terms) -> IndexRow:
    blob = hashes_of(terms.words).astype("<u4").tobytes()
    return IndexRow(statement.id, blob, statement.quote, primary_language(statement.language))


def _rank(pair: ScoredPair) -> float:
    return rank_score(tuple(pair.features[name] for name in NAMES), meaning=pair.features.get("meaning"))
