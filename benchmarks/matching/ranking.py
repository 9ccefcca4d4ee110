"""The model that orders what a search finds."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.matching.datasets import Pair, Searches
from benchmarks.matching.logistic import STEPS, Matrix, read_start
from claims.matching.matcher import Matcher, Statement

#: how strongly the model that orders searches is drawn to its starting point
RANK_RIDGE = 0.3


@dataclass(frozen=True)
class Search:
    """One query's candidates: their features, and which of them it should find."""

    features: Matrix
    is_wanted: NDArray[np.bool_]
    weight: float


def gather_searches(searches: Searches, weight: float) -> list[Search]:
    """Return the candidates of each query that finds what it should."""
    ids = list(searches.collection)
    matcher = Matcher.build(Statement(place, searches.collection[name]) for place, name in enumerate(ids, 1))
    found = []
    for text, gold in searches.queries:
        hits = [hit for hit in matcher.search(text) if searches.collection[ids[hit.id - 1]] != text]
        is_wanted = np.array([ids[hit.id - 1] in gold for hit in hits])
        if is_wanted.any():
            features = np.array([list(hit.pair.features.values()) for hit in hits])
            found.append(Search(features, is_wanted, weight))
    return found


def news_searches(pairs: list[Pair], collection: dict[str, str]) -> Searches:
    """Return searches for the other side of each pair that says the same."""
    queries = []
    for pair in pairs:
        if pair.same:
            left, right = pair.id.split("|")
            queries += [(collection[left], frozenset([right])), (collection[right], frozenset([left]))]
    return Searches(collection, queries)


def fit_rank(searches: list[Search]) -> tuple[Matrix, float]:
    """Fit the model that orders candidates: the wanted ones are likeliest to be drawn (softmax)."""
    start = read_start("rank")
    found = start.coefficients.copy()
    for _ in range(STEPS):
        gradient = RANK_RIDGE * (found - start.coefficients)
        curve = np.eye(len(found)) * RANK_RIDGE
        for search in searches:
            logits = search.features @ found
            chances = np.exp(logits - logits.max())
            chances /= chances.sum()
            expected = chances @ search.features
            centred = search.features - expected
            gradient += search.weight * (expected - search.features[search.is_wanted].mean(axis=0))
            curve += search.weight * (centred.T * chances) @ centred
        step = np.linalg.solve(curve, gradient)
        found = found - step * min(1.0, 2.0 / np.abs(step).max())
    return found, 0.0
