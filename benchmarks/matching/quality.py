"""Measures the quality of matching beside other methods, one scorer for all.

    python -m benchmarks.matching.quality --pairs NAME PAIRS [--collection NAME STATEMENTS] ... \
        --searches NAME STATEMENTS QUERIES ... [--queries 100] [--postgres URL] [--model MODEL]

For pairs: average precision for the same statement and for the same words, Brier score, precision at 0.9,
and what the shipped threshold keeps. For searches: MAP@5 and recall among 50. Words are counted in a set's
collection if one is given, else in the pairs' own texts. With a sentence-embedding model (the extra
``semantic``) that model alone and ours with it are measured too.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.matching.datasets import Pair, Searches, read_collection, read_pairs, read_searches
from benchmarks.matching.measures import average_precision, brier, kept_at, map_at_5, precision_at, recall_at
from benchmarks.matching.peers import PEERS, Peer, Scores, embedding, pg_trgm
from benchmarks.matching.remembered import Remembered
from claims.matching.matcher import Matcher, Statement, score_pair
from claims.matching.meaning import Embedder, Meanings
from claims.matching.meaning_index import MeaningIndex
from claims.matching.weights import Weights
from claims.services.embedding import load_embedder

SHOWN_FROM = 0.7
SURE = 0.9
OURS = "On Record"


def ours(name: str, embedder: Embedder | None = None) -> Peer:
    """Return the matching room as a peer, with a model of meanings or without."""

    def pairs(texts: Sequence[tuple[str, str]], collection: Sequence[str]) -> Scores:
        weights = Weights.of_texts(collection)
        meanings = None if embedder is None else Meanings(embedder)
        return np.array([score_pair(left, right, weights, meanings=meanings).score for left, right in texts])

    def search(queries: Sequence[str], collection: Sequence[str]) -> list[list[int]]:
        statements = [Statement(place, text) for place, text in enumerate(collection, 1)]
        matcher = Matcher.build(statements)
        if embedder is not None:
            matcher.meanings = MeaningIndex.build(statements, embedder)
        return [[hit.id - 1 for hit in matcher.search(query)] for query in queries]

    return Peer(name, pairs, search)


def measure_pairs(
    name: str, pairs: list[Pair], collection: list[str], own: list[Peer], peers: list[Peer]
) -> None:
    """Print the tables of one set of pairs."""
    decided = [pair for pair in pairs if pair.same is not None]
    texts = [(pair.left, pair.right) for pair in decided]
    same = np.array([float(bool(pair.same)) for pair in decided])
    words = np.array([float(bool(pair.words)) for pair in decided])
    print(
        f"\n### {name}: {len(decided)} pairs, {int(same.sum())} the same, {int(words.sum())} in its words\n"
    )
    print("| method | same statement, AP | same or contained words, AP | Brier |")
    print("| --- | --- | --- | --- |")
    scores = {peer.name: peer.pairs(texts, collection) for peer in (*own, *peers) if peer.pairs is not None}
    calibrated = [peer.name for peer in own]
    for method, found in scores.items():
        print(_pair_row(method, same, words, found, brier(same, found) if method in calibrated else None))
    for method in calibrated:
        _print_calibration(method, same, words, scores[method])


def _print_calibration(method: str, same: Scores, words: Scores, scores: Scores) -> None:
    shown, sure = precision_at(same, scores, SHOWN_FROM), precision_at(same, scores, SURE)
    kept, kept_words = kept_at(same, scores, SHOWN_FROM), kept_at(words, scores, SHOWN_FROM)
    print(f"\n{method}. Right from {SURE} on: {sure:.0%}; from {SHOWN_FROM} on: {shown:.0%}.")
    print(
        f"Kept from {SHOWN_FROM} on: {kept:.0%} of the same statements, {kept_words:.0%} of the same words."
    )
    _print_bins(same, scores)


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
    for peer in peers:
        if peer.search is not None:
            places = peer.search([text for text, _ in asked], texts)
            rankings = [[ids[place] for place in ranked] for ranked in places]
            print(f"| {peer.name} | {map_at_5(rankings, gold):.1f} | {recall_at(rankings, gold, 50):.1f} |")


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
    options.add_argument("--model", help="a sentence-embedding model, by name or folder: measures the extra")
    given = options.parse_args()
    own, peers = [ours(OURS)], [*PEERS, *([pg_trgm(given.postgres)] if given.postgres else [])]
    if given.model:
        model = Remembered(load_embedder(given.model))
        own.append(ours(f"{OURS} with the extra", model))
        peers.append(embedding(model))
    collections = {name: list(read_collection(Path(file)).values()) for name, file in given.collection}
    for name, file in given.pairs:
        pairs = read_pairs(Path(file))
        texts = [text for pair in pairs for text in (pair.left, pair.right)]
        measure_pairs(name, pairs, collections.get(name, texts), own, peers)
    for name, collection, queries in given.searches:
        measure_searches(name, read_searches(Path(collection), Path(queries)), given.queries, [*own, *peers])


if __name__ == "__main__":
    main()
