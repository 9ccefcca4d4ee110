"""Two statements compared: score, relation, and the reasons of both."""

from dataclasses import dataclass

from claims.matching.explain import Explanation, explain
from claims.matching.features import Comparison, Prepared
from claims.matching.relation import Relation, relation_of
from claims.matching.scoring import UNCHANGED, Calibration, raw_score
from claims.matching.terms import guess_language, read_terms
from claims.matching.weights import Weights


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
class Read:
    """A statement with its terms weighed, ready to be compared."""

    statement: Statement
    prepared: Prepared

    @classmethod
    def of(cls, statement: Statement, weights: Weights) -> "Read":
        """Read and weigh a statement."""
        return cls(statement, Prepared.of(read_terms(statement.text, statement.language), weights))


def compare(
    one: Read, other: Read, *, min_score: float = 0.0, calibration: Calibration = UNCHANGED
) -> ScoredPair | None:
    """Compare two statements; None if they score less than ``min_score``.

    With a ``min_score`` above 0, pairs that share too little to reach any are not looked at closely.
    """
    left, right = (one, other) if one.statement.id < other.statement.id else (other, one)
    comparison = Comparison(left.prepared, right.prepared)
    if min_score > 0.0 and not comparison.is_worthwhile:
        return None
    relation = relation_of(comparison)
    is_question = relation is Relation.CONTRADICTION
    raw = raw_score(comparison.values, is_question=is_question)
    score = calibration.score(raw, is_question=is_question)
    if score < min_score:
        return None
    return ScoredPair(
        left=left.statement.id,
        right=right.statement.id,
        score=score,
        raw_score=raw,
        relation=relation,
        features=comparison.numbers,
        negation_differs=comparison.negation_differs,
        numbers_differ=comparison.numbers_differ,
        explanation=explain(comparison, left.statement.text, right.statement.text),
    )


def score_pair(left: str, right: str, weights: Weights, *, language: str = "") -> ScoredPair:
    """Compare two texts; the pair's ids are 0 and 1. Without a language it is guessed from both together."""
    language = language or guess_language(left, right)
    both = [Read.of(Statement(number, text, language), weights) for number, text in enumerate((left, right))]
    pair = compare(*both)
    assert pair is not None  # without a least score every pair is given
    return pair
