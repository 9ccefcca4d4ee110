"""Fits the scoring models and writes their coefficients.

    python -m benchmarks.matching.fit --news PAIRS --news-collection STATEMENTS --made PAIRS \
        --verses STATEMENTS --verse-queries QUERIES [--write]

Labelled pairs are few and were chosen to be hard, so each model is drawn towards a starting point that was
fitted earlier on more kinds of text (``starting_point.json``): by a ridge around it, and by what it says of
pairs that nobody labelled, drawn from the candidates of a whole collection. Without the second the score
rises for the many pairs that share a common phrase. Before anything is written, the fit is judged by
cross-validation over groups of pairs that share no statement.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.matching.datasets import (
    Pair,
    Searches,
    linked_groups,
    read_collection,
    read_pairs,
    read_searches,
)
from benchmarks.matching.measures import average_precision, brier, kept_at
from claims.matching import coefficients
from claims.matching.features import NAMES, Comparison, Prepared
from claims.matching.matcher import Matcher, Statement
from claims.matching.scoring import Logistic, either
from claims.matching.terms import guess_language, read_terms
from claims.matching.weights import Weights

HERE = Path(__file__).parent
TARGET = Path(coefficients.__file__)

#: how strongly a known coefficient is drawn to its starting point, and one that starts from nothing
RIDGE, RIDGE_OF_NEW, RIDGE_OF_INTERCEPT = 10.0, 2.0, 0.2
#: the same for the model that orders searches
RANK_RIDGE = 0.3
#: what a search by news statement counts beside a search by verse
NEWS_SEARCH_WEIGHT = 0.25
#: every so manieth statement of the collection gives its candidates, unlabelled; what each counts
EVERY_UNLABELLED = 40
UNLABELLED_WEIGHT = 0.03
#: features that count otherwise than when the starting point was fitted
REDEFINED = frozenset({"negation_differs", "numbers_differ", "variants"})
FOLDS = 10
STEPS = 60
SHOWN_FROM = 0.7

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Start:
    """Where a model starts, and how strongly it is held there."""

    coefficients: Matrix
    intercept: float
    ridge: Matrix


def read_start(name: str) -> Start:
    """Return the starting point of a model."""
    found = json.loads((HERE / "starting_point.json").read_text(encoding="utf-8"))[name]
    known = found["coefficients"]
    ridge = [RIDGE if feature in known and feature not in REDEFINED else RIDGE_OF_NEW for feature in NAMES]
    return Start(
        np.array([known.get(feature, 0.0) for feature in NAMES]), found["intercept"], np.array(ridge)
    )


def pair_features(pairs: list[Pair], weights: Weights) -> Matrix:
    """Return a row of features for each pair."""
    return np.array([list(compare(pair, weights).values) for pair in pairs])


def compare(pair: Pair, weights: Weights) -> Comparison:
    """Return the comparison of a pair's texts."""
    language = guess_language(pair.left, pair.right)
    left, right = (read_terms(text, language) for text in (pair.left, pair.right))
    return Comparison(Prepared.of(left, weights), Prepared.of(right, weights))


def fit_logistic(features: Matrix, truth: Matrix, weights: Matrix, start: Start) -> tuple[Matrix, float]:
    """Return coefficients and intercept of a logistic model drawn to its starting point (Newton steps)."""
    rows = np.hstack([features, np.ones((len(features), 1))])
    origin = np.append(start.coefficients, start.intercept)
    ridge = np.append(start.ridge, RIDGE_OF_INTERCEPT)
    found = origin.copy()
    for _ in range(STEPS):
        answers = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        gradient = rows.T @ (weights * (answers - truth)) + ridge * (found - origin)
        curve = (rows * (weights * answers * (1 - answers))[:, None]).T @ rows + np.diag(ridge)
        found = found - np.linalg.solve(curve, gradient)
    return found[:-1], float(found[-1])


@dataclass(frozen=True)
class PairSet:
    """Pairs of one data set, ready to fit and to measure on."""

    name: str
    features: Matrix
    same: Matrix
    words: Matrix
    groups: list[str]
    #: what each pair counts
    weight: float = 1.0


def pair_set(name: str, pairs: list[Pair], weights: Weights) -> PairSet:
    """Return the pairs that somebody decided on."""
    pairs = [pair for pair in pairs if pair.same is not None]
    same, words = (np.array([float(value) for value in values]) for values in _truths(pairs))
    return PairSet(name, pair_features(pairs, weights), same, words, linked_groups(pairs))


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
    return PairSet("unlabelled", features, same, words, groups, UNLABELLED_WEIGHT)


def _opinion(start: Start, features: Matrix) -> Matrix:
    return 1 / (1 + np.exp(-(features @ start.coefficients + start.intercept)))


def fit_both(sets: list[tuple[PairSet, NDArray[np.bool_]]]) -> tuple[Logistic, Logistic]:
    """Fit the model of same statements and that of same words on some pairs of some sets."""
    features = np.vstack([pairs.features[used] for pairs, used in sets])
    weights = np.concatenate([np.full(used.sum(), pairs.weight) for pairs, used in sets])
    same = np.concatenate([pairs.same[used] for pairs, used in sets])
    words = np.concatenate([pairs.words[used] for pairs, used in sets])
    return (
        as_model(*fit_logistic(features, same, weights, read_start("same"))),
        as_model(*fit_logistic(features, words, weights, read_start("words"))),
    )


def as_model(found: Matrix, intercept: float) -> Logistic:
    """Return a fitted model as the matching room holds it, rounded as it is written."""
    rounded = {name: round(float(value), 4) for name, value in zip(NAMES, found, strict=True)}
    return Logistic(rounded, round(intercept, 4))


def scores_of(models: tuple[Logistic, Logistic], features: Matrix) -> Matrix:
    """Return the scores of rows of features."""
    same, words = models
    return np.array([either(same.logit(row), words.logit(row)) for row in features.tolist()])


def cross_validate(measured: PairSet, others: list[PairSet]) -> Matrix:
    """Return scores for each pair of a set from models that saw none of its group."""
    names = sorted(set(measured.groups))
    shuffled = np.random.default_rng(0).permutation(len(names)) % FOLDS
    fold_of = dict(zip(names, shuffled.tolist(), strict=True))
    folds = np.array([fold_of[group] for group in measured.groups])
    scores = np.zeros(len(folds))
    for fold in range(FOLDS):
        used = [(other, np.ones(len(other.groups), np.bool_)) for other in others]
        models = fit_both([(measured, folds != fold), *used])
        scores[folds == fold] = scores_of(models, measured.features[folds == fold])
    return scores


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


def written(models: dict[str, Logistic]) -> str:
    """Return the module that holds the coefficients."""
    head = TARGET.read_text(encoding="utf-8").partition("\nSAME = ")[0]
    blocks = []
    for name, model in models.items():
        lines = "".join(
            f'        "{feature}": {value},\n'
            for feature, value in zip(NAMES, model.coefficients, strict=True)
        )
        blocks.append(f"{name} = Fitted(\n    {{\n{lines}    }},\n    {model.intercept},\n)\n")
    return head + "\n" + "".join(blocks)


def report(name: str, pairs: PairSet, scores: Matrix) -> None:
    """Print how well cross-validated scores do."""
    print(
        f"{name}: same {average_precision(pairs.same, scores):.1f}, "
        f"same words {average_precision(pairs.words, scores):.1f}, Brier {brier(pairs.same, scores):.3f}, "
        f"kept at {SHOWN_FROM} {kept_at(pairs.same, scores, SHOWN_FROM):.0%}"
    )


def main() -> None:
    """Fit, judge, and write if asked."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("news", "news-collection", "made", "verses", "verse-queries"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--write", action="store_true", help=f"write {TARGET}")
    given = options.parse_args()
    collection = read_collection(given.news_collection)
    news_pairs, made_pairs = read_pairs(given.news), read_pairs(given.made)
    news = pair_set("news", news_pairs, Weights.of_texts(collection.values()))
    made = pair_set("made", made_pairs, Weights.of_texts(t for p in made_pairs for t in (p.left, p.right)))
    unlabelled = unlabelled_set(collection)
    report("news, cross-validated", news, cross_validate(news, [made, unlabelled]))
    report("made, cross-validated", made, cross_validate(made, [news, unlabelled]))
    every = [(each, np.ones(len(each.groups), np.bool_)) for each in (news, made, unlabelled)]
    same, words = fit_both(every)
    report("news, as fitted", news, scores_of((same, words), news.features))
    searches = gather_searches(read_searches(given.verses, given.verse_queries), 1.0)
    searches += gather_searches(news_searches(news_pairs, collection), NEWS_SEARCH_WEIGHT)
    rank = as_model(*fit_rank(searches))
    if given.write:
        TARGET.write_text(written({"SAME": same, "WORDS": words, "RANK": rank}), encoding="utf-8")
        print(f"written: {TARGET}")


if __name__ == "__main__":
    main()
