"""Fits the scoring models and writes their coefficients.

    python -m benchmarks.matching.fit --news PAIRS --news-collection STATEMENTS --made PAIRS \
        --verses STATEMENTS --verse-queries QUERIES [--model MODEL] [--write]

Labelled pairs are few and were chosen to be hard, so each model is drawn towards a starting point that was
fitted earlier on more kinds of text (``starting_point.json``): by a ridge around it, and by what it says of
pairs that nobody labelled, drawn from the candidates of a whole collection. Without the second the score
rises for the many pairs that share a common phrase. Before anything is written, the fit is judged by
cross-validation over groups of pairs that share no statement.

More pairs of the news collection were drawn by chance and read, and stand here by their ids in it: from bands
of the score by words (``drawn_labels.jsonl``), and from bands of likeness in meaning among those that share
few words (``meant_labels.jsonl``). How often such pairs say the same depends on how they were drawn, so a
set of them has an intercept of its own; and since whole families of them speak of one topic, a family counts
as a few pairs.

With a sentence-embedding model the models of the optional extra are fitted too; without one they stay as
they are. They see no unlabelled pairs, of which words are no judge.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.matching.datasets import (
    Pair,
    Searches,
    linked_groups,
    read_collection,
    read_pairs,
    read_pairs_by_id,
    read_searches,
)
from benchmarks.matching.measures import average_precision, brier, kept_at
from benchmarks.matching.remembered import Remembered
from claims.matching import coefficients
from claims.matching.features import NAMES, Comparison, Prepared
from claims.matching.matcher import Matcher, Statement
from claims.matching.meaning import Meanings
from claims.matching.scoring import ACROSS_NAMES, MEANING_NAMES, Logistic, either, with_meaning
from claims.matching.terms import guess_language, read_terms
from claims.matching.weights import Weights
from claims.services.embedding import load_embedder

HERE = Path(__file__).parent
TARGET = Path(coefficients.__file__)

#: how strongly a known coefficient is drawn to its starting point, and one that starts from nothing
RIDGE, RIDGE_OF_NEW, RIDGE_OF_INTERCEPT = 10.0, 2.0, 0.2
#: the same for what the likeness in meaning adds
RIDGE_OF_MEANING = 0.05
#: what the likeness in meaning counts beside the words where a search is ordered: of 2 to 30 the best ones
#: over news statements and verses; better than adding up ranks (reciprocal rank fusion) by one point
MEANING_IN_RANK = 16.0
#: the same for the model that orders searches
RANK_RIDGE = 0.3
#: what a search by news statement counts beside a search by verse
NEWS_SEARCH_WEIGHT = 0.25
#: every so manieth statement of the collection gives its candidates, unlabelled; what each counts
EVERY_UNLABELLED = 40
UNLABELLED_WEIGHT = 0.03
#: what a drawn pair counts, and so many of them a family that hangs together counts at most
DRAWN_WEIGHT = 0.5
MOST_OF_FAMILY = 5.0
#: the shipped intercept lies so far from that of the pairs chosen to be hard towards that of the pairs drawn
#: by score: a fifth fewer wrong links are shown than without the drawn pairs, and as many right ones
TOWARDS_DRAWN = 0.2
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


def read_start(name: str, names: Sequence[str] = NAMES) -> Start:
    """Return the starting point of a model over some features."""
    found = json.loads((HERE / "starting_point.json").read_text(encoding="utf-8"))[name]
    known = found["coefficients"]

    def ridge(feature: str) -> float:
        if feature in MEANING_NAMES:
            return RIDGE_OF_MEANING
        return RIDGE if feature in known and feature not in REDEFINED else RIDGE_OF_NEW

    start = np.array([known.get(feature, 0.0) for feature in names])
    return Start(start, found["intercept"], np.array([ridge(feature) for feature in names]))


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
    features = pair_features(pairs, weights)
    meant = None if meanings is None else _meant(features, pairs, meanings)
    groups = [families[pair.id] for pair in pairs]
    return PairSet(name, features, same, words, groups, np.ones(len(pairs)), meant=meant)


def drawn_apart(pairs: PairSet, towards: float) -> PairSet:
    """Return a set of drawn pairs with an intercept of its own, in which large families count less."""
    sizes = Counter(pairs.groups)
    weights = np.array([DRAWN_WEIGHT * min(1.0, MOST_OF_FAMILY / sizes[group]) for group in pairs.groups])
    return replace(pairs, weights=weights, towards=towards)


def _meant(features: Matrix, pairs: list[Pair], meanings: Meanings) -> Matrix:
    left, right = (meanings.read(side) for side in _sides(pairs))
    likenesses = [meanings.likeness(one, other) for one, other in zip(left, right, strict=True)]
    return np.array(
        [with_meaning(row, value) for row, value in zip(features.tolist(), likenesses, strict=True)]
    )


def _sides(pairs: list[Pair]) -> tuple[list[str], list[str]]:
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


#: pairs of a set that are used
Used = tuple[PairSet, NDArray[np.bool_]]


def fit_both(sets: list[Used], *, is_meant: bool = False) -> tuple[Logistic, Logistic]:
    """Fit the model of same statements and that of same words on some pairs of some sets.

    With ``is_meant`` the first one takes the meaning too. Whether words are the same is asked of words alone,
    and of no drawn pairs: it needs none.
    """
    names = NAMES + MEANING_NAMES if is_meant else NAMES
    together = [(pairs, used) for pairs, used in sets if pairs.towards is None]
    features = np.vstack([pairs.features[used] for pairs, used in together])
    words, weights = (
        np.concatenate([of(pairs)[used] for pairs, used in together])
        for of in (attrgetter("words"), attrgetter("weights"))
    )
    return (
        as_model(*fit_same(sets, names, is_meant=is_meant), names),
        as_model(*fit_logistic(features, words, weights, read_start("words"))),
    )


def fit_same(sets: list[Used], names: Sequence[str], *, is_meant: bool) -> tuple[Matrix, float]:
    """Return coefficients and intercept of the model of same statements.

    Each set that was drawn apart has a column of its own, which only shifts its intercept.
    """
    apart = [pairs for pairs, _ in sets if pairs.towards is not None]
    rows = []
    for pairs, used in sets:
        own = np.array([float(pairs is other) for other in apart])
        rows.append(np.hstack([pairs.of(is_meant)[used], np.tile(own, (used.sum(), 1))]))
    same, weights = (
        np.concatenate([of(pairs)[used] for pairs, used in sets])
        for of in (attrgetter("same"), attrgetter("weights"))
    )
    start = read_start("same", names)
    widened = Start(
        np.append(start.coefficients, np.zeros(len(apart))),
        start.intercept,
        np.append(start.ridge, np.full(len(apart), RIDGE_OF_INTERCEPT)),
    )
    found, intercept = fit_logistic(np.vstack(rows), same, weights, widened)
    shifts = found[len(names) :]
    towards = np.array([pairs.towards for pairs in apart])
    return found[: len(names)], intercept + float(shifts @ towards)


def fit_across(sets: list[PairSet]) -> Logistic:
    """Fit the model of statements in different languages on pairs in one, for want of others.

    It sees of them what would be left: the likeness in meaning and the numbers.
    """
    names = NAMES + MEANING_NAMES
    features = np.vstack([pairs.of(True) for pairs in sets])[:, [names.index(name) for name in ACROSS_NAMES]]
    start = Start(np.zeros(len(ACROSS_NAMES)), 0.0, np.full(len(ACROSS_NAMES), RIDGE_OF_MEANING))
    same = np.concatenate([pairs.same for pairs in sets])
    return as_model(*fit_logistic(features, same, np.ones(len(same)), start), ACROSS_NAMES)


def as_model(found: Matrix, intercept: float, names: Sequence[str] = NAMES) -> Logistic:
    """Return a fitted model as the matching room holds it, rounded as it is written."""
    rounded = {name: round(float(value), 4) for name, value in zip(names, found, strict=True)}
    return Logistic(rounded, round(intercept, 4), names)


def scores_of(models: tuple[Logistic, Logistic], pairs: PairSet, *, is_meant: bool = False) -> Matrix:
    """Return the scores of a set's pairs."""
    same, words = models
    both = zip(pairs.of(is_meant).tolist(), pairs.features.tolist(), strict=True)
    return np.array([either(same.logit(row), words.logit(plain)) for row, plain in both])


def cross_validate(sets: list[PairSet], others: list[PairSet], *, is_meant: bool = False) -> list[Matrix]:
    """Return scores for each pair of some sets from models that saw none of its group."""
    fold_of = _folds({group for pairs in sets for group in pairs.groups})
    folds = [np.array([fold_of[group] for group in pairs.groups]) for pairs in sets]
    scores = [np.zeros(len(each)) for each in folds]
    always = [(other, np.ones(len(other.groups), np.bool_)) for other in others]
    for fold in range(FOLDS):
        seen = [(pairs, each != fold) for pairs, each in zip(sets, folds, strict=True)]
        models = fit_both([*seen, *always], is_meant=is_meant)
        for pairs, each, found in zip(sets, folds, scores, strict=True):
            found[each == fold] = scores_of(models, pairs, is_meant=is_meant)[each == fold]
    return scores


def _folds(groups: set[str]) -> dict[str, int]:
    """Return the fold of each group, over all sets: a pair's kin in another set is not seen either."""
    names = sorted(groups)
    shuffled = np.random.default_rng(0).permutation(len(names)) % FOLDS
    return dict(zip(names, shuffled.tolist(), strict=True))


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


def written(models: dict[str, tuple[Logistic, Sequence[str]]]) -> str:
    """Return the module that holds the coefficients; models that are not given stay as they are."""
    now = TARGET.read_text(encoding="utf-8")
    head, *blocks = re.split(r"^(?=[A-Z_]+ = Fitted)", now, flags=re.MULTILINE)
    kept = {block.partition(" ")[0]: block for block in blocks}
    for name, (model, names) in models.items():
        lines = "".join(
            f'        "{feature}": {value},\n'
            for feature, value in zip(names, model.coefficients, strict=True)
        )
        kept[name] = f"{name} = Fitted(\n    {{\n{lines}    }},\n    {model.intercept},\n)\n"
    return head + "".join(kept.values())


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
    options.add_argument("--model", help="a sentence-embedding model, by name or folder: fits the extra too")
    options.add_argument("--write", action="store_true", help=f"write {TARGET}")
    given = options.parse_args()
    meanings = Meanings(Remembered(load_embedder(given.model))) if given.model else None
    collection = read_collection(given.news_collection)
    weights = Weights.of_texts(collection.values())
    news_pairs, made_pairs = read_pairs(given.news), read_pairs(given.made)
    own_weights = Weights.of_texts(text for side in _sides(made_pairs) for text in side)
    drawn_pairs, meant_pairs = (
        read_pairs_by_id(HERE / f"{name}_labels.jsonl", collection) for name in ("drawn", "meant")
    )
    every_pair = [*news_pairs, *made_pairs, *drawn_pairs, *meant_pairs]
    families = dict(zip((pair.id for pair in every_pair), linked_groups(every_pair), strict=True))
    chosen = [
        pair_set("news", news_pairs, weights, families, meanings),
        pair_set("made", made_pairs, own_weights, families, meanings),
    ]
    drawn = pair_set("drawn by score", drawn_pairs, weights, families, meanings)
    read = pair_set("drawn by meaning", meant_pairs, weights, families, meanings)
    drawn = drawn_apart(drawn, TOWARDS_DRAWN)
    by_words = [*chosen, drawn, drawn_apart(read, 0.0)]
    by_meaning = [*chosen, drawn, read]
    unlabelled = unlabelled_set(collection)
    models: dict[str, tuple[Logistic, Sequence[str]]] = {}
    for is_meant in (False, True)[: 1 if meanings is None else 2]:
        print("With the meaning:" if is_meant else "By words:")
        sets = by_meaning if is_meant else by_words
        others = [] if is_meant else [unlabelled]
        judged = cross_validate(sets, others, is_meant=is_meant)
        for pairs, scores in zip(sets, judged, strict=True):
            report(f"{pairs.name}, cross-validated", pairs, scores)
        every = [(each, np.ones(len(each.groups), np.bool_)) for each in (*sets, *others)]
        same, words = fit_both(every, is_meant=is_meant)
        report("news, as fitted", sets[0], scores_of((same, words), sets[0], is_meant=is_meant))
        if is_meant:
            models["MEANT"] = same, NAMES + MEANING_NAMES
        else:
            models |= {"SAME": (same, NAMES), "WORDS": (words, NAMES)}
    searches = gather_searches(read_searches(given.verses, given.verse_queries), 1.0)
    searches += gather_searches(news_searches(news_pairs, collection), NEWS_SEARCH_WEIGHT)
    rank = as_model(*fit_rank(searches))
    models["RANK"] = rank, NAMES
    if meanings is not None:
        ranked = np.append(rank.coefficients, [MEANING_IN_RANK, 0.0])
        models["MEANT_RANK"] = as_model(ranked, 0.0, NAMES + MEANING_NAMES), NAMES + MEANING_NAMES
        models["ACROSS"] = fit_across(by_meaning), ACROSS_NAMES
    if given.write:
        TARGET.write_text(written(models), encoding="utf-8")
        print(f"written: {TARGET}")


if __name__ == "__main__":
    main()
