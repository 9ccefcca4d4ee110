"""Sets of pairs with their features: labelled by people, drawn by chance, or without a label."""

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np

from benchmarks.matching.datasets import Pair
from benchmarks.matching.logistic import Matrix, Start, read_start
from claims.matching.features import Comparison, Prepared
from claims.matching.matcher import Matcher, Statement
from claims.matching.meaning import Meanings
from claims.matching.scoring import with_meaning
from claims.matching.terms import guess_language, read_terms
from claims.matching.weights import Weights

#: every so manieth statement of the collection gives its candidates, unlabelled; what each counts
EVERY_UNLABELLED = 40
UNLABELLED_WEIGHT = 0.03
#: what a drawn pair counts, and so many of them a family that hangs together counts at most
DRAWN_WEIGHT = 0.5
MOST_OF_FAMILY = 5.0


@dataclass(frozen=True)
class PairSet:
    """Pairs of one data set, ready to fit and to measure on."""

    name: str
    features: Matrix
    same: Matrix
    words: Matrix
    groups: list[str]
    #: what each pair counts
    weights: Matrix
    #: how far the shipped intercept lies towards that of these pairs; None if they have none of their own
    towards: float | None = None
    #: the features with those that the likeness in meaning adds; None without a model of meanings
    meant: Matrix | None = None

    def of(self, is_meant: bool) -> Matrix:
        """Return the features, with or without those of the meaning."""
        if not is_meant:
            return self.features
        assert self.meant is not None
        return self.meant


def pair_set(
    name: str, pairs: list[Pair], weights: Weights, families: dict[str, str], meanings: Meanings | None = None
) -> PairSet:
    """Return the pairs that somebody decided on; ``families`` gives the group of each by its id."""
    pairs = [pair for pair in pairs if pair.same is not None]
    same, words = (np.array([float(value) for value in values]) for values in _truths(pairs))
    features = np.array([list(_compare(pair, weights).values) for pair in pairs])
    meant = None if meanings is None else _meant(features, pairs, meanings)
    groups = [families[pair.id] for pair in pairs]
    return PairSet(name, features, same, words, groups, np.ones(len(pairs)), meant=meant)


def drawn_apart(pairs: PairSet, towards: float) -> PairSet:
    """Return a set of drawn pairs with an intercept of its own, in which large families count less."""
    sizes = Counter(pairs.groups)
    weights = np.array([DRAWN_WEIGHT * min(1.0, MOST_OF_FAMILY / sizes[group]) for group in pairs.groups])
    return replace(pairs, weights=weights, towards=towards)


def _compare(pair: Pair, weights: Weights) -> Comparison:
    language = guess_language(pair.left, pair.right)
    left, right = (read_terms(text, language) for text in (pair.left, pair.right))
    return Comparison(Prepared.of(left, weights), Prepared.of(right, weights))


def _meant(features: Matrix, pairs: list[Pair], meanings: Meanings) -> Matrix:
    left, right = (meanings.read(side) for side in sides_of(pairs))
    likenesses = [meanings.likeness(one, other) for one, other in zip(left, right, strict=True)]
    return np.array(
        [with_meaning(row, value) for row, value in zip(features.tolist(), likenesses, strict=True)]
    )


def sides_of(pairs: list[Pair]) -> tuple[list[str], list[str]]:
    """Return the left and the right texts of pairs."""
    return [pair.left for pair in pairs], [pair.right for pair in pairs]


def _truths(pairs: list[Pair]) -> tuple[list[bool], list[bool]]:
    return [bool(pair.same) for pair in pairs], [bool(pair.words) for pair in pairs]


def unlabelled_set(collection: dict[str, str]) -> PairSet:
    """Return candidates of a collection with the starting point's opinion as their truth."""
    matcher = Matcher.build(Statement(place, text) for place, text in enumerate(collection.values(), 1))
    asked = range(1, len(collection), EVERY_UNLABELLED)
    rows = [list(pair.features.values()) for pair in matcher.all_pairs(asked, min_score=0.0)]
    features = np.array(rows)
    same, words = (_opinion(read_start(name), features) for name in ("same", "words"))
    groups = [str(place) for place in range(len(rows))]
    return PairSet("unlabelled", features, same, words, groups, np.full(len(rows), UNLABELLED_WEIGHT))


def _opinion(start: Start, features: Matrix) -> Matrix:
    return 1 / (1 + np.exp(-(features @ start.coefficients + start.intercept)))
