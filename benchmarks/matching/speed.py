"""Measures speed, memory and growth on generated statements.

    python -m benchmarks.matching.speed [--sizes 10000 100000 1000000]

Prints a line for each size: reading the terms, building the index from stored terms, its memory, one
statement against all (candidates alone, and with the comparison), an article of 40 statements, adding one
statement, writing and reading the index as bytes; beside them RapidFuzz's ``ratio`` of one statement with
all, which is what the figures are held against.
"""

import argparse
import resource
import time
from collections.abc import Callable, Collection

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.matching.generated import statements
from claims.matching.candidates import find_candidates
from claims.matching.index import Index, IndexRow
from claims.matching.matcher import Matcher, Statement
from claims.matching.terms import terms_blob

ASKED = 200
ARTICLE = 40
ADDED = 1_000
PEER_STATEMENTS = 3


def seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes on one core: processor time, whatever else the machine does."""
    started = time.process_time()
    work()
    return time.process_time() - started


def index_bytes(index: Index) -> int:
    """Return the memory of an index's arrays."""
    return sum(value.nbytes for value in vars(index).values() if isinstance(value, np.ndarray))


def measure(size: int) -> None:
    """Print the figures of one size."""
    texts = list(statements(size + ADDED))
    rows: list[IndexRow] = []
    reading = seconds(lambda: rows.extend(IndexRow(n, terms_blob(t, "en")) for n, t in enumerate(texts, 1)))
    stored, later = rows[:size], rows[size:]

    def statements_of(ids: Collection[int]) -> list[Statement]:
        return [Statement(number, texts[number - 1], "en") for number in ids]

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    made: list[Matcher] = []
    building = seconds(lambda: made.append(Matcher.from_blobs(stored, statements_of)))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    (matcher,) = made
    places = np.random.default_rng(2).integers(0, size, ASKED).tolist()
    for place in places[:20]:
        find_candidates(matcher.index, stored[place])
    candidates = [
        seconds(lambda place=place: find_candidates(matcher.index, stored[place])) for place in places
    ]
    asked = statements_of([place + 1 for place in places])
    whole = [seconds(lambda statement=statement: matcher.matches_of(statement)) for statement in asked]
    article = statements_of(range(size - ARTICLE + 1, size + 1))
    of_article = seconds(lambda: [matcher.matches_of(statement) for statement in article])
    written: list[bytes] = []
    writing = seconds(lambda: written.append(matcher.index.to_bytes()))
    reading_back = seconds(lambda: Index.from_bytes(written[0]))
    matcher.index.add(later[0])
    adding = seconds(lambda: [matcher.index.add(row) for row in later[1:]]) / ADDED
    peers = [texts[place] for place in places[:PEER_STATEMENTS]]
    peer = seconds(lambda: process.cdist(peers, texts[:size], scorer=fuzz.ratio, dtype=np.uint8)) / len(peers)
    print(
        f"| {size:,} | {reading:.1f} s | {building:.2f} s | {index_bytes(matcher.index) / 2**20:.0f} MiB | "
        f"{(after - before) / 2**10:.0f} MiB | {1e3 * np.median(candidates):.2f} ms | "
        f"{1e3 * np.quantile(candidates, 0.95):.2f} ms | {1e3 * np.median(whole):.2f} ms | "
        f"{1e3 * np.quantile(whole, 0.95):.2f} ms | {1e3 * of_article:.0f} ms | {1e6 * adding:.0f} µs | "
        f"{writing:.1f} s, {reading_back:.1f} s, {len(written[0]) / 2**20:.0f} MiB | {1e3 * peer:.0f} ms |"
    )


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    columns = (
        "statements", "terms read", "index built from stored terms", "index", "peak while building",
        "candidates, median", "95 %", "matches of one, median", "95 %", f"article of {ARTICLE}", "add one",
        "bytes written, read", "ratio of one with all",
    )  # fmt: skip
    print("| " + " | ".join(columns) + " |")
    print("| " + " | ".join("---" for _ in columns) + " |")
    for size in options.parse_args().sizes:
        measure(size)


if __name__ == "__main__":
    main()
