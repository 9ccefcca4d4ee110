"""Related statements: strings in, scored pairs out. The door of the matching room.

``Matcher`` holds an index of statements and finds those related to one, or all pairs among many;
``score_pair`` compares two texts alone. The chain, one module a step: text → terms → weights → index →
candidates → features → score, relation, explanation.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from claims.matching.candidates import MOST_CANDIDATES, find_candidates
from claims.matching.explain import Explanation, explain
from claims.matching.features import Comparison, Prepared
from claims.matching.index import Index, IndexRow
from claims.matching.relation import Relation, relation_of
from claims.matching.scoring import UNCHANGED, Calibration, rank_score, raw_score
from claims.matching.terms import Terms, guess_language, hashes_of, read_terms
from claims.matching.weights import Weights

#: pairs below say nothing and are not stored
STORED_FROM = 0.3
#: statements that are kept prepared for the next comparison
MOST_PREPARED = 20_000
#: the id of a text that is no stored statement
NO_STATEMENT = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement as the matcher takes it."""

    id: int
    text: str
    #: a language tag; empty if unknown: then it is compared with statements of every language
    language: str = ""
    speaker: int | None = None
    #: statements of one quote are never compared with each other
    quote: int | None = None


#: gives the statements of some ids
StatementsOf = Callable[[Collection[int]], Iterable[Statement]]


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """Two related statements; ``left`` has the smaller id."""

    left: int
    right: int
    #: 0..1, how often two statements like these say the same
    score: float
    #: the score before a corpus's verdicts shifted it
    raw_score: float
    relation: Relation
    features: dict[str, float]
    negation_differs: bool
    numbers_differ: bool
    explanation: Explanation
    method: str = "words"

    def other(self, statement: int) -> int:
        """Return the id beside ``statement``."""
        return self.right if statement == self.left else self.left


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
        self._added: dict[int, Statement] = {}
        self._prepared: dict[int, tuple[Statement, Prepared]] = {}

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

    def remove(self, statement: int) -> None:
        """Take a statement out of all answers.

        :raises KeyError: if it is not there.
        """
        self.index.remove(statement)
        self._added.pop(statement, None)

    def matches_of(self, statement: Statement, *, min_score: float = STORED_FROM) -> list[ScoredPair]:
        """Find the statements related to one, best first, then by id.

        It may be in the collection or not; itself and its own quote are left out.
        """
        return self._scored(statement, self._candidates(statement), min_score)

    def all_pairs(
        self, ids: Iterable[int] | None = None, *, min_score: float = STORED_FROM
    ) -> Iterator[ScoredPair]:
        """Give the pairs whose later statement (that of the larger id) is among ``ids``, by default all.

        Each pair comes once, however the ids are split over runs and processes, and the same pairs come
        as if each statement had been matched when it was added.
        """
        for number in sorted(self.index if ids is None else ids):
            statement = self._statement(number)
            yield from self._scored(statement, self._candidates(statement, number), min_score)

    def pairs_touching(self, ids: Iterable[int], *, min_score: float = STORED_FROM) -> Iterator[ScoredPair]:
        """Give the pairs with at least one statement among ``ids``, each once."""
        given: set[tuple[int, int]] = set()
        for number in sorted(ids):
            for pair in self.matches_of(self._statement(number), min_score=min_score):
                if (pair.left, pair.right) not in given:
                    given.add((pair.left, pair.right))
                    yield pair

    def search(self, text: str, *, language: str = "", most: int = 50) -> list[Hit]:
        """Find the statements most like a text, best first, then by id."""
        asker = Statement(NO_STATEMENT, text, language)
        row = _row_of(asker, self._prepared_of(asker).terms)
        found = find_candidates(self.index, row, most=max(most, MOST_CANDIDATES), least_share=0.0)
        candidates = [candidate.id for candidate in found]
        pairs = self._scored(asker, candidates, 0.0)
        hits = [
            Hit(pair.other(NO_STATEMENT), rank_score(tuple(pair.features.values())), pair) for pair in pairs
        ]
        return sorted(hits, key=lambda hit: (-hit.rank, hit.id))[:most]

    def _statement(self, number: int) -> Statement:
        if number in self._added:
            return self._added[number]
        return next(iter(self.statements_of([number])))

    def _candidates(self, statement: Statement, below: int | None = None) -> list[int]:
        row = _row_of(statement, self._prepared_of(statement).terms)
        return [found.id for found in find_candidates(self.index, row, below=below)]

    def _scored(self, statement: Statement, others: list[int], min_score: float) -> list[ScoredPair]:
        """Compare one statement with others; return the pairs of at least the score, best first."""
        this = (statement, self._prepared_of(statement))
        pairs = []
        for other in self._prepared_ids(others):
            left, right = (this, other) if statement.id < other[0].id else (other, this)
            pair = self._pair(left, right, min_score)
            if pair is not None:
                pairs.append(pair)
        return sorted(pairs, key=lambda pair: (-pair.score, pair.other(statement.id)))

    def _pair(
        self, left: tuple[Statement, Prepared], right: tuple[Statement, Prepared], min_score: float
    ) -> ScoredPair | None:
        comparison = Comparison(left[1], right[1])
        if min_score > 0.0 and not comparison.is_worthwhile:
            return None
        raw = raw_score(comparison.values)
        score = self.calibration.score(raw)
        if score < min_score:
            return None
        return scored_pair(comparison, left[0], right[0], score=score, raw=raw)

    def _prepared_of(self, statement: Statement) -> Prepared:
        known = self._prepared.get(statement.id)
        if known is not None and known[0] == statement:
            return known[1]
        prepared = Prepared.of(read_terms(statement.text, statement.language), self.weights)
        if len(self._prepared) >= MOST_PREPARED:
            self._prepared.clear()
        self._prepared[statement.id] = (statement, prepared)
        return prepared

    def _prepared_ids(self, ids: list[int]) -> list[tuple[Statement, Prepared]]:
        """Return stored statements prepared, those that are not kept asked for all at once."""
        known = {number: self._prepared[number] for number in ids if number in self._prepared}
        missing = [number for number in ids if number not in known]
        found = [self._added[number] for number in missing if number in self._added]
        asked = [number for number in missing if number not in self._added]
        if asked:
            found += self.statements_of(asked)
        for statement in found:
            known[statement.id] = (statement, self._prepared_of(statement))
        return [known[number] for number in ids if number in known]


def index_row(statement: Statement) -> IndexRow:
    """Return a statement as the index keeps it."""
    return _row_of(statement, read_terms(statement.text, statement.language))


def _row_of(statement: Statement, terms: Terms) -> IndexRow:
    blob = hashes_of(terms.words).astype("<u4").tobytes()
    return IndexRow(statement.id, blob, statement.quote, primary_language(statement.language))


def primary_language(language: str) -> str:
    """Return the language of a tag without its country ("de-AT" is "de")."""
    return language.lower().replace("_", "-").partition("-")[0]


def scored_pair(
    comparison: Comparison, left: Statement, right: Statement, *, score: float, raw: float
) -> ScoredPair:
    """Return a compared pair with its relation and the reasons of its score."""
    return ScoredPair(
        left=left.id,
        right=right.id,
        score=score,
        raw_score=raw,
        relation=relation_of(comparison),
        features=comparison.numbers,
        negation_differs=comparison.negation_differs,
        numbers_differ=comparison.numbers_differ,
        explanation=explain(comparison, left.text, right.text),
    )


def score_pair(left_text: str, right_text: str, weights: Weights, *, language: str = "") -> ScoredPair:
    """Compare two texts; the pair's ids are 0 and 1. Without a language it is guessed from both together."""
    language = language or guess_language(left_text, right_text)
    left, right = Statement(0, left_text, language), Statement(1, right_text, language)
    comparison = Comparison(
        Prepared.of(read_terms(left_text, language), weights),
        Prepared.of(read_terms(right_text, language), weights),
    )
    raw = raw_score(comparison.values)
    return scored_pair(comparison, left, right, score=raw, raw=raw)
