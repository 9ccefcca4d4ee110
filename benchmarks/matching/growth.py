"""Measures how matching grows with the collection, beside what others would use in its place.

    python -m benchmarks.matching.growth [--sizes 10000 100000 1000000] [--without tf-idf pg_trgm …]

For each size, on generated statements: one statement against all, by each method, and an article of 40
statements by ours, in processor time of one core (clock time for PostgreSQL, whose work another process
does), the memory that each method keeps, and the rate of ours over many statements: in a batch over an
index built at once, and one by one while the index grows. Everything is also given as a multiple of one
``cdist(ratio)`` call of RapidFuzz, which a busy machine slows as much as the rest.

tf-idf and BM25 need scikit-learn in the environment, pg_trgm a ``DATABASE_URL`` that names PostgreSQL; what
is missing or would take too long is named and left out.
"""

import argparse
import os
import sqlite3
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.matching.generated import statements
from benchmarks.matching.speed import index_bytes, seconds
from claims.matching.candidates import find_candidates
from claims.matching.index import IndexRow
from claims.matching.matcher import Matcher, Statement
from claims.matching.terms import terms_blob

ASKED = 20
ARTICLE = 40
BATCH = 400
BEST = 40
#: memory for PostgreSQL to make its index in: a million statements take it minutes, with less many more
INDEXED_IN = "1GB"
#: of FTS5: a word in more statements than this part of all is not asked for, as ours does not open it
COMMON = 0.02


@dataclass(frozen=True)
class Method:
    """A way to find the best of a collection for one statement."""

    name: str
    #: asks for one statement, by its place
    ask: Callable[[int], object]
    #: kept for the collection, in bytes; none where it is not known
    memory: int | None = None
    clock: Callable[[Callable[[], object]], float] = seconds


def by_clock(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes by the clock."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def ours(texts: list[str], rows: list[IndexRow]) -> tuple[Matcher, list[Method]]:
    """Return our matcher over a collection, and its two stages."""

    def statements_of(ids: Collection[int]) -> list[Statement]:
        return [Statement(number, texts[number - 1], "en") for number in ids]

    matcher = Matcher.from_blobs(rows, statements_of)
    memory = index_bytes(matcher.index)
    return matcher, [
        Method("On Record, candidates", lambda place: find_candidates(matcher.index, rows[place]), memory),
        Method("On Record, matches", lambda place: matcher.matches_of(*statements_of([place + 1])), memory),
    ]


def fuzzy(texts: list[str]) -> Iterator[Method]:
    """Give RapidFuzz's scorers; they keep nothing but the texts."""
    for name in ("ratio", "token_set_ratio", "WRatio"):
        scorer = getattr(fuzz, name)
        yield Method(
            f"rapidfuzz {name}",
            lambda place, scorer=scorer: process.cdist(
                [texts[place]], texts, scorer=scorer, dtype=np.uint8, workers=1
            ),
            0,
        )


def counted_words(texts: list[str]) -> Iterator[Method]:
    """Give tf-idf and BM25, as scikit-learn's sparse matrices."""
    if find_spec("sklearn") is None:
        print("  tf-idf, BM25: left out, scikit-learn is not in this environment")
        return
    from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

    counts = CountVectorizer(token_pattern=r"\w+").fit_transform(texts)
    weighed = TfidfTransformer().fit_transform(counts).tocsr()
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    saturated = counts.tocoo()
    norm = 1.2 * (0.25 + 0.75 * lengths[saturated.row] / lengths.mean())
    rarity = np.log(1 + len(texts) / (1 + np.bincount(saturated.col, minlength=counts.shape[1])))
    saturated.data = rarity[saturated.col] * 2.2 * saturated.data / (saturated.data + norm)
    saturated = saturated.tocsr()
    for name, matrix, asker in (("tf-idf", weighed, weighed), ("BM25", saturated, counts)):
        turned = matrix.T.tocsr()
        memory = turned.data.nbytes + turned.indices.nbytes + turned.indptr.nbytes
        yield Method(
            f"{name} (scikit-learn)",
            lambda place, asker=asker, turned=turned: (asker[place] @ turned).toarray().argpartition(-BEST),
            memory,
        )


def full_text(texts: list[str]) -> Method:
    """Return SQLite's FTS5, asked for any of the statement's rarer words."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE said USING fts5(words)")
    database.executemany("INSERT INTO said VALUES (?)", ((text,) for text in texts))
    database.execute("CREATE VIRTUAL TABLE counted USING fts5vocab(said, row)")
    common = {
        word for (word,) in database.execute("SELECT term FROM counted WHERE doc > ?", [COMMON * len(texts)])
    }
    (pages,), (size,) = (
        database.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size")
    )

    def ask(place: int) -> object:
        words = [word for word in texts[place].split() if word not in common] or texts[place].split()
        question = " OR ".join(f'"{word}"' for word in words)
        lines = "SELECT rowid FROM said WHERE said MATCH ? ORDER BY rank LIMIT ?"
        return database.execute(lines, [question, BEST]).fetchall()

    return Method("SQLite FTS5", ask, pages * size)


@contextmanager
def trigrams(texts: list[str]) -> Iterator[list[Method]]:
    """Give PostgreSQL's pg_trgm with a GIN index, in a table that goes with the connection."""
    address = os.environ.get("DATABASE_URL", "")
    if not address.startswith("postgres"):
        print("  pg_trgm: left out, DATABASE_URL names no PostgreSQL")
        yield []
        return
    import psycopg

    with psycopg.connect(address) as connection, connection.cursor() as cursor:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        cursor.execute("CREATE TEMPORARY TABLE said (number int, words text)")
        with cursor.copy("COPY said FROM STDIN") as copy:
            for place, text in enumerate(texts):
                copy.write_row((place, text))
        cursor.execute(f"SET LOCAL maintenance_work_mem = '{INDEXED_IN}'")
        indexing = by_clock(lambda: cursor.execute("CREATE INDEX ON said USING gin (words gin_trgm_ops)"))
        print(f"  pg_trgm: its index was made in {indexing:,.0f} s")
        cursor.execute("ANALYZE said")
        cursor.execute("SELECT pg_indexes_size('said')")
        (size,) = cursor.fetchone()

        def ask(place: int) -> object:
            lines = "SELECT number FROM said WHERE words %% %s ORDER BY similarity(words, %s) DESC LIMIT %s"
            return cursor.execute(lines, [texts[place], texts[place], BEST]).fetchall()

        yield [Method("pg_trgm, GIN (by the clock)", ask, size, by_clock)]
        connection.rollback()


def measure(size: int, left_out: Collection[str]) -> None:
    """Print the table of one size."""
    texts = list(statements(size + BATCH))
    later, texts = texts[size:], texts[:size]
    rows = [IndexRow(number, terms_blob(text, "en")) for number, text in enumerate(texts, 1)]
    print(f"\n{size:,} statements")
    matcher, methods = ours(texts, rows)
    places = np.random.default_rng(2).integers(0, size, ASKED).tolist()
    ratio = next(fuzzy(texts))
    unit = float(np.median([ratio.clock(lambda place=place: ratio.ask(place)) for place in places[:5]]))
    print("| method | one statement against all, median | times ratio | slowest | kept in memory |")
    print("| --- | --- | --- | --- | --- |")
    methods += [method for method in fuzzy(texts) if method.name not in left_out]
    if "tf-idf" not in left_out:
        methods += counted_words(texts)
    if "FTS5" not in left_out:
        methods.append(full_text(texts))
    with trigrams(texts) as more:
        for method in [*methods, *more]:
            show(method, places, unit)
    show_growth(matcher, texts, later, unit)


def show(method: Method, places: list[int], unit: float) -> None:
    """Print one line."""
    method.ask(places[0])
    first = method.clock(lambda: method.ask(places[1]))
    asked = places[: max(3, min(len(places), int(10 / max(first, 1e-4))))]
    took = [method.clock(lambda place=place: method.ask(place)) for place in asked]
    memory = "the texts" if not method.memory else f"{method.memory / 2**20:,.0f} MiB"
    print(
        f"| {method.name} | {1e3 * np.median(took):,.2f} ms | {np.median(took) / unit:.3f} "
        f"| {1e3 * max(took):,.2f} ms | {memory} |",
        flush=True,
    )


def show_growth(matcher: Matcher, texts: list[str], later: list[str], unit: float) -> None:
    """Print an article of ours, and the rates in a batch and one by one."""
    size = len(texts)
    article = [Statement(number, texts[number - 1], "en") for number in range(size - ARTICLE + 1, size + 1)]
    of_article = seconds(lambda: [matcher.matches_of(statement) for statement in article])
    batch = seconds(lambda: list(matcher.all_pairs(range(size - BATCH + 1, size + 1))))
    fresh = [Statement(size + place, text, "en") for place, text in enumerate(later, 1)]

    def one_by_one() -> None:
        for statement in fresh:
            matcher.add(statement)
            matcher.matches_of(statement)

    growing = seconds(one_by_one)
    print(
        f"an article of {ARTICLE}: {1e3 * of_article:,.0f} ms, {of_article / unit:.2f} times one "
        f"cdist(ratio) of one statement ({1e3 * unit:,.0f} ms)\n"
        f"in a batch: {BATCH / batch:,.0f} statements a second; one by one into a growing index: "
        f"{BATCH / growing:,.0f} a second",
        flush=True,
    )


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    options.add_argument("--without", nargs="*", default=[], help="peers to leave out")
    chosen = options.parse_args()
    for size in chosen.sizes:
        measure(size, chosen.without)


if __name__ == "__main__":
    main()
