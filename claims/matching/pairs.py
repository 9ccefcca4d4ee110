"""Two statements compared: score, relation, and the reasons of both."""

from dataclasses import dataclass
from enum import StrEnum

from claims.matching.explain import Explanation, explain
from claims.matching.features import Comparison, Prepared
from claims.matching.meaning import Meanings
from claims.matching.relation import Relation, relation_of
from claims.matching.scoring import UNCHANGED, Calibration, raw_score, score_across
from claims.matching.terms import guess_language, read_terms
from claims.matching.weights import Weights

#: pairs below say nothing and are not stored
STORED_FROM = 0.3
#: less alike in meaning, two statements that share few words are not looked at closely
LEAST_LIKENESS = 0.6


class Method(StrEnum):
    """By what a pair was found."""

    WORDS = "words"
    #: by the optional extra alone: the words would not have been enough for a match
    MEANING = "meaning"


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
    method: Method = Method.WORDS
    #: whether the two are declared to be in different languages
    languages_differ: bool = False

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
    one: Read,
    other: Read,
    *,
    min_score: float = 0.0,
    calibration: Calibration = UNCHANGED,
    meaning: float | None = None,
    is_candidate: bool = True,
) -> ScoredPair | None:
    """Compare two statements; None if they score less than ``min_score``.

    With a ``min_score`` above 0, pairs that share too little to reach any are not looked at closely.

    :param meaning: how alike the two are in meaning, if the optional extra says it.
    :param is_candidate: whether the two share enough words to be candidates.
    """
    left, right = (one, other) if one.statement.id < other.statement.id else (other, one)
    comparison = Comparison(left.prepared, right.prepared)
    languages_differ = _languages_differ(left.statement, right.statement)
    by_words = is_candidate and not languages_differ and comparison.is_worthwhile
    if min_score > 0.0 and not by_words and (meaning is None or meaning < LEAST_LIKENESS):
        return None
    relation = Relation.REWORDED if languages_differ else relation_of(comparison)
    is_question = relation is Relation.CONTRADICTION
    if meaning is not None and languages_differ:
        raw = score_across(comparison.values, meaning)
    else:
        raw = raw_score(comparison.values, meaning=meaning, is_question=is_question)
    score = calibration.score(raw, is_question=is_question)
    if score < min_score:
        return None
    return ScoredPair(
        left=left.statement.id,
        right=right.statement.id,
        score=score,
        raw_score=raw,
        relation=relation,
        features=comparison.numbers if meaning is None else {**comparison.numbers, "meaning": meaning},
        negation_differs=comparison.negation_differs and not languages_differ,
        numbers_differ=comparison.numbers_differ,
        explanation=explain(comparison, left.statement.text, right.statement.text, meaning),
        method=_method(comparison, by_words, meaning, is_question),
        languages_differ=languages_differ,
    )


def _method(comparison: Comparison, by_words: bool, meaning: float | None, is_question: bool) -> Method:
    """Return by what a pair was found: by words if they alone would have been enough to store it."""
    if meaning is None:
        return Method.WORDS
    is_enough = by_words and raw_score(comparison.values, is_question=is_question) >= STORED_FROM
    return Method.WORDS if is_enough else Method.MEANING


def _languages_differ(left: Statement, right: Statement) -> bool:
    languages = primary_language(left.language), primary_language(right.language)
    return all(languages) and languages[0] != languages[1]


def primary_language(language: str) -> str:
    """Return the language of a tag without its country ("de-AT" is "de")."""
    return language.lower().replace("_", "-").partition("-")[0]


def score_pair(
    left: str, right: str, weights: Weights, *, language: str = "", meanings: Meanings | None = None
) -> ScoredPair:
    """Compare two texts; the pair's ids are 0 and 1. Without a language it is guessed from both together."""
    language = language or guess_language(left, right)
    both = [Read.of(Statement(number, text, language), weights) for number, text in enumerate((left, right))]
    meaning = None if meanings is None else meanings.likeness(*meanings.read([left, right]))
    pair = compare(*both, meaning=meaning)
    assert pair is not None  # without a least score every pair is given
    return pair
