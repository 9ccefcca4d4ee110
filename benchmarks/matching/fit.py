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
import re
from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.matching.datasets import (
    Pair,
    linked_groups,
    read_collection,
    read_pairs,
    read_pairs_by_id,
    read_searches,
)
from benchmarks.matching.logistic import (
    RIDGE_OF_INTERCEPT,
    RIDGE_OF_MEANING,
    Matrix,
    Start,
    as_model,
    fit_logistic,
    read_start,
)
from benchmarks.matching.measures import average_precision, brier, kept_at
from benchmarks.matching.pair_sets import PairSet, drawn_apart, pair_set, sides_of, unlabelled_set
from benchmarks.matching.ranking import fit_rank, gather_searches, news_searches
from benchmarks.matching.remembered import Remembered
from claims.matching import coefficients
from claims.matching.features import NAMES
from claims.matching.meaning import Meanings
from claims.matching.scoring import ACROSS_NAMES, MEANING_NAMES, Logistic, either
from claims.matching.weights import Weights
from claims.services.embedding import load_embedder

HERE = Path(__file__).parent
TARGET = Path(coefficients.__file__)

#: what a search by news statement counts beside a search by verse
NEWS_SEARCH_WEIGHT = 0.25
#: what the likeness in meaning counts beside the words where a search is ordered: of 2 to 30 the best ones
#: over news statements and verses; better than adding up ranks (reciprocal rank fusion) by one point
MEANING_IN_RANK = 16.0
#: the shipped intercept lies so far from that of the pairs chosen to be hard towards that of the pairs drawn
#: by score: a fifth fewer wrong links are shown than without the drawn pairs, and as many right ones
TOWARDS_DRAWN = 0.2
FOLDS = 10
SHOWN_FROM = 0.7


#: a fitted model and the names of its features
Model = tuple[Logistic, Sequence[str]]
#: pairs of a set that are used
Used = tuple[PairSet, NDArray[np.bool_]]


def fit_both(sets: list[Used], *, is_meant: bool = False) -> tuple[Logistic, Logistic]:
    """Fit the model of same statements and that of same words on some pairs of some sets.

    With ``is_meant`` the first one takes the meaning too. Whether words are the same is asked of words alone,
    and not of the pairs that were drawn apart: it needs none.
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


def written(models: dict[str, Model]) -> str:
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


def pair_sets(
    given: argparse.Namespace, news: list[Pair], collection: dict[str, str], meanings: Meanings | None
) -> tuple[list[PairSet], list[PairSet]]:
    """Return the sets that the models by words are fitted on, and those for the models with the meaning."""
    made = read_pairs(given.made)
    weights = Weights.of_texts(collection.values())
    own_weights = Weights.of_texts(text for side in sides_of(made) for text in side)
    drawn, meant = (
        read_pairs_by_id(HERE / f"{name}_labels.jsonl", collection) for name in ("drawn", "meant")
    )
    every = [*news, *made, *drawn, *meant]
    families = dict(zip((pair.id for pair in every), linked_groups(every), strict=True))
    chosen = [
        pair_set("news", news, weights, families, meanings),
        pair_set("made", made, own_weights, families, meanings),
    ]
    by_score = pair_set("drawn by score", drawn, weights, families, meanings)
    by_score = drawn_apart(by_score, TOWARDS_DRAWN)
    by_meaning = pair_set("drawn by meaning", meant, weights, families, meanings)
    return [*chosen, by_score, drawn_apart(by_meaning, 0.0)], [*chosen, by_score, by_meaning]


def fit_and_judge(sets: list[PairSet], others: list[PairSet], *, is_meant: bool) -> dict[str, Model]:
    """Fit the models of the score; print how well they do on pairs that they did not see."""
    print("With the meaning:" if is_meant else "By words:")
    judged = cross_validate(sets, others, is_meant=is_meant)
    for pairs, scores in zip(sets, judged, strict=True):
        report(f"{pairs.name}, cross-validated", pairs, scores)
    every = [(each, np.ones(len(each.groups), np.bool_)) for each in (*sets, *others)]
    same, words = fit_both(every, is_meant=is_meant)
    report("news, as fitted", sets[0], scores_of((same, words), sets[0], is_meant=is_meant))
    if is_meant:
        return {"MEANT": (same, NAMES + MEANING_NAMES)}
    return {"SAME": (same, NAMES), "WORDS": (words, NAMES)}


def read_options() -> argparse.Namespace:
    """Return what the command line asks for."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("news", "news-collection", "made", "verses", "verse-queries"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--model", help="a sentence-embedding model, by name or folder: fits the extra too")
    options.add_argument("--write", action="store_true", help=f"write {TARGET}")
    return options.parse_args()


def main() -> None:
    """Fit, judge, and write if asked."""
    given = read_options()
    meanings = Meanings(Remembered(load_embedder(given.model))) if given.model else None
    news, collection = read_pairs(given.news), read_collection(given.news_collection)
    by_words, by_meaning = pair_sets(given, news, collection, meanings)
    models = fit_and_judge(by_words, [unlabelled_set(collection)], is_meant=False)
    searches = gather_searches(read_searches(given.verses, given.verse_queries), 1.0)
    searches += gather_searches(news_searches(news, collection), NEWS_SEARCH_WEIGHT)
    rank = as_model(*fit_rank(searches))
    models["RANK"] = rank, NAMES
    if meanings is not None:
        models |= fit_and_judge(by_meaning, [], is_meant=True)
        ranked = np.append(rank.coefficients, [MEANING_IN_RANK, 0.0])
        models["MEANT_RANK"] = as_model(ranked, 0.0, NAMES + MEANING_NAMES), NAMES + MEANING_NAMES
        models["ACROSS"] = fit_across(by_meaning), ACROSS_NAMES
    if given.write:
        TARGET.write_text(written(models), encoding="utf-8")
        print(f"written: {TARGET}")


if __name__ == "__main__":
    main()
