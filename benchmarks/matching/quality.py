"""Measures the quality of matching beside other methods, one scorer for all.

    python -m benchmarks.matching.quality --pairs NAME PAIRS [--collection NAME STATEMENTS] ... \
        --searches NAME STATEMENTS QUERIES ... [--queries 100] [--postgres URL]

For pairs: average precision for the same statement and for the same words, Brier score, precision at 0.9,
and what the shipped threshold keeps. For searches: MAP@5 and recall among 50. Words are counted in a set's
collection if one is given, else in the pairs' own texts.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.matching.datasets import Pair, Searches, read_collection, read_pairs, read_searches
from benchmarks.matching.measures import average_precision, brier, kept_at, map_at_5, precision_at, recall_at
from benchmarks.matching.peers import PEERS, Peer, Scores, pg_trgm
from claims.matching.matcher import Matcher, Statement, score_pair
from claims.matching.weights import Weights

SHOWN_FROM = 0.7
SURE = 0.9
OURS = "On Record"


def our_scores(texts: Sequence[tuple[str, str]], collection: Sequence[str]) -> Scores:
    """Return the matching room's scores of pairs."""
    weights = Weights.of_texts(collection)
    return np.array([score_pair(left, right, weights).score for left, right in texts])


def our_search(queries: Sequence[str], collection: Sequence[str]) -> list[list[int]]:
    """Return the matching room's rankings."""
    matcher = Matcher.build(Statement(place, text) for place, text in enumerate(collection, 1))
    return [[hit.id - 1 for hit in matcher.search(query)] for query in queries]


def measure_pairs(name: str, pairs: list[Pair], collection: list[str], peers: list[Peer]) -> None:
    """Print the table of one set of pairs."""
    decided = [pair for pair in pairs if pair.same is not None]
    texts = [(pair.left, pair.right) for pair in decided]
    same = np.array([float(bool(pair.same)) for pair in decided])
    words = np.array([float(bool(pair.words)) for pair in decided])
    print(
        f"\n### {name}: {len(decided)} pairs, {int(same.sum())} the same, {int(words.sum())} in its words\n"
    )
    print("| method | same statement, AP | same or contained words, AP | Brier |")
    print("| --- | --- | --- | --- |")
    ours = our_scores(texts, collection)
    print(_pair_row(OURS, same, words, ours, brier(same, ours)))
    for peer in peers:
        if peer.pairs is not None:
            print(_pair_row(peer.name, same, words, peer.pairs(texts, collection), None))
    shown, sure = precision_at(same, ours, SHOWN_FROM), precision_at(same, ours, SURE)
    kept, kept_words = kept_at(same, ours, SHOWN_FROM), kept_at(words, ours, SHOWN_FROM)
    print(f"\nRight from {SURE} on: {sure:.0%}; from {SHOWN_FROM} on: {shown:.0%}.")
    print(
        f"Kept from {SHOWN_FROM} on: {kept:.0%} of the same statements, {kept_words:.0%} of the same words."
    )
    _print_bins(same, ours)


def _pair_row(name: str, same: Scores, words: Scores, scores: Scores, squared: float | None) -> str:
    aps = f"{average_precision(same, scores):.1f} | {average_precision(words, scores):.1f}"
    return f"| {name} | {aps} | {'' if squared is None else f'{squared:.3f}'} |"


def _print_bins(truth: Scores, scores: Scores) -> None:
    print("\n| score from | pairs | mean score | of them the same |\n| --- | --- | --- | --- |")
    for lowest in (0.0, 0.1, 0.3, 0.5, 0.7, 0.9):
        highest = {0.0: 0.1, 0.9: 1.01}.get(lowest, lowest + 0.2)
        inside = (scores >= lowest) & (scores < highest)
        if inside.any():
            print(f"| {lowest} | {inside.sum()} | {scores[inside].mean():.2f} | {truth[inside].mean():.2f} |")


def measure_searches(name: str, searches: Searches, most: int, peers: list[Peer]) -> None:
    """Print the table of one set of searches."""
    ids, texts = list(searches.collection), list(searches.collection.values())
    asked = searches.queries[:most]
    gold = [wanted for _, wanted in asked]
    print(f"\n### {name}: {len(asked)} searches in {len(texts):,}\n")
    print("| method | MAP@5 | recall among 50 |\n| --- | --- | --- |")
    for label, search in ((OURS, our_search), *((peer.name, peer.search) for peer in peers)):
        if search is not None:
            places = search([text for text, _ in asked], texts)
            rankings = [[ids[place] for place in ranked] for ranked in places]
            print(f"| {label} | {map_at_5(rankings, gold):.1f} | {recall_at(rankings, gold, 50):.1f} |")


def main() -> None:
    """Print all tables asked for."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--pairs", nargs=2, action="append", default=[], metavar=("NAME", "FILE"))
    options.add_argument("--collection", nargs=2, action="append", default=[], metavar=("NAME", "FILE"))
    options.add_argument(
        "--searches", nargs=3, action="append", default=[], metavar=("NAME", "COLLECTION", "QUERIES")
    )
    options.add_argument("--queries", type=int, default=100, help="how many queries of each set are asked")
    options.add_argument("--postgres", metavar="URL", help="a database for measuring pg_trgm too")
    given = options.parse_args()
    peers = [*PEERS, *([pg_trgm(given.postgres)] if given.postgres else [])]
    collections = {name: list(read_collection(Path(file)).values()) for name, file in given.collection}
    for name, file in given.pairs:
        pairs = read_pairs(Path(file))
        own = [text for pair in pairs for text in (pair.left, pair.right)]
        measure_pairs(name, pairs, collections.get(name, own), peers)
    for name, collection, queries in given.searches:
        measure_searches(name, read_searches(Path(collection), Path(queries)), given.queries, peers)


if __name__ == "__main__":
    main()
