"""Other ways to compare statements, for holding the matching room's figures against.

Each peer scores a pair of texts or ranks a collection for a query. Texts are lower-cased words joined by
blanks for all of them: punctuation and capitals are nobody's fault.
"""

import math
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import psycopg
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from claims.matching.meaning import Embedder, Meanings
from claims.matching.meaning_index import MeaningIndex
from claims.matching.pairs import Statement

WORD = re.compile(r"\w+")
#: BM25's usual constants
SATURATION, LENGTH_WEIGHT = 1.2, 0.75
DEPTH = 50

Scores = NDArray[np.float64]


def words_of(text: str) -> list[str]:
    """Return the small-letter words of a text."""
    return WORD.findall(text.lower())


@dataclass(frozen=True)
class Peer:
    """A way to compare: scores for pairs, rankings for searches. One of the two may be missing."""

    name: str
    pairs: Callable[[Sequence[tuple[str, str]], Sequence[str]], Scores] | None
    #: queries and a collection → for each query the places of the best, best first
    search: Callable[[Sequence[str], Sequence[str]], list[list[int]]] | None


def fuzzy(name: str, scorer: Callable[..., float]) -> Peer:
    """Return a RapidFuzz scorer as a peer."""

    def pairs(texts: Sequence[tuple[str, str]], collection: Sequence[str]) -> Scores:
        return np.array(
            [scorer(" ".join(words_of(left)), " ".join(words_of(right))) / 100 for left, right in texts]
        )

    def search(queries: Sequence[str], collection: Sequence[str]) -> list[list[int]]:
        choices = [" ".join(words_of(text)) for text in collection]
        return [
            best(process.cdist([" ".join(words_of(query))], choices, scorer=scorer, dtype=np.float32)[0])
            for query in queries
        ]

    return Peer(name, pairs, search)


def best(scores: NDArray[np.floating]) -> list[int]:
    """Return the places of the highest scores, best first, ties by place."""
    return np.argsort(-scores, kind="stable")[:DEPTH].tolist()


class Postings:
    """Words of a collection: where they stand, and how rare they are."""

    def __init__(self, collection: Sequence[str]) -> None:
        self.counts = [Counter(words_of(text)) for text in collection]
        self.total = len(collection)
        self.places: dict[str, list[int]] = {}
        for place, counts in enumerate(self.counts):
            for word in counts:
                self.places.setdefault(word, []).append(place)
        self.lengths = np.array([sum(counts.values()) for counts in self.counts], dtype=np.float64)

    def idf(self, word: str) -> float:
        """Return the smoothed inverse document frequency of a word."""
        return math.log((1 + self.total) / (1 + len(self.places.get(word, [])))) + 1


def tf_idf_pairs(texts: Sequence[tuple[str, str]], collection: Sequence[str]) -> Scores:
    """Score pairs by the cosine of their tf-idf vectors."""
    postings = Postings(collection)

    def vector(text: str) -> dict[str, float]:
        weighed = {word: count * postings.idf(word) for word, count in Counter(words_of(text)).items()}
        norm = math.sqrt(sum(value * value for value in weighed.values())) or 1.0
        return {word: value / norm for word, value in weighed.items()}

    both = [(vector(left), vector(right)) for left, right in texts]
    return np.array(
        [sum(value * right.get(word, 0.0) for word, value in left.items()) for left, right in both]
    )


def tf_idf_search(queries: Sequence[str], collection: Sequence[str]) -> list[list[int]]:
    """Rank a collection by the cosine of tf-idf vectors."""
    postings = Postings(collection)
    norms = np.array(
        [math.sqrt(sum((n * postings.idf(w)) ** 2 for w, n in c.items())) or 1.0 for c in postings.counts]
    )
    rankings = []
    for query in queries:
        scores = np.zeros(postings.total)
        for word, count in Counter(words_of(query)).items():
            weight = count * postings.idf(word) ** 2
            for place in postings.places.get(word, []):
                scores[place] += weight * postings.counts[place][word]
        rankings.append(best(scores / norms))
    return rankings


def bm25_search(queries: Sequence[str], collection: Sequence[str]) -> list[list[int]]:
    """Rank a collection by Okapi BM25."""
    postings = Postings(collection)
    relative = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * postings.lengths / postings.lengths.mean()
    rankings = []
    for query in queries:
        scores = np.zeros(postings.total)
        for word in set(words_of(query)):
            places = postings.places.get(word, [])
            rarity = math.log(1 + (postings.total - len(places) + 0.5) / (len(places) + 0.5))
            for place in places:
                count = postings.counts[place][word]
                scores[place] += rarity * count * (SATURATION + 1) / (count + SATURATION * relative[place])
        rankings.append(best(scores))
    return rankings


def bm25_pairs(texts: Sequence[tuple[str, str]], collection: Sequence[str]) -> Scores:
    """Score pairs by BM25, from both sides, as a share of what each text reaches with itself."""
    postings = Postings(collection)
    mean = float(postings.lengths.mean())

    def score(query: list[str], text: list[str]) -> float:
        counts = Counter(text)
        relative = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * len(text) / mean
        return sum(
            postings.idf(word) * counts[word] * (SATURATION + 1) / (counts[word] + SATURATION * relative)
            for word in set(query)
        )

    found = []
    for left, right in ((words_of(one), words_of(other)) for one, other in texts):
        own = (score(left, left) or 1.0) + (score(right, right) or 1.0)
        found.append((score(left, right) + score(right, left)) / own)
    return np.array(found)


def fts5_search(queries: Sequence[str], collection: Sequence[str]) -> list[list[int]]:
    """Rank a collection by SQLite's full-text search."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE said USING fts5(text, tokenize='porter unicode61')")
    database.executemany("INSERT INTO said(rowid, text) VALUES (?, ?)", enumerate(collection))
    rankings = []
    for query in queries:
        terms = " OR ".join(f'"{word}"' for word in dict.fromkeys(words_of(query)))
        rows = database.execute(
            "SELECT rowid FROM said WHERE said MATCH ? ORDER BY rank, rowid LIMIT ?", (terms, DEPTH)
        )
        rankings.append([place for (place,) in rows] if terms else [])
    database.close()
    return rankings


def pg_trgm(address: str) -> Peer:
    """Return PostgreSQL's trigram likeness, asked of the database at an address, as a peer."""

    def connected() -> psycopg.Connection:
        connection = psycopg.connect(address, autocommit=True)
        connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        return connection

    def pairs(texts: Sequence[tuple[str, str]], collection: Sequence[str]) -> Scores:
        with connected() as connection:
            rows = [connection.execute("SELECT similarity(%s, %s)", pair).fetchone() for pair in texts]
        return np.array([row[0] for row in rows if row])

    def search(queries: Sequence[str], collection: Sequence[str]) -> list[list[int]]:
        with connected() as connection:
            connection.execute("CREATE TEMPORARY TABLE said (place integer, text text)")
            with connection.cursor() as cursor, cursor.copy("COPY said FROM STDIN") as copy:
                for row in enumerate(collection):
                    copy.write_row(row)
            connection.execute("CREATE INDEX ON said USING gist (text gist_trgm_ops)")
            nearest = "SELECT place FROM said ORDER BY text <-> %s LIMIT %s"
            return [[place for (place,) in connection.execute(nearest, (q, DEPTH))] for q in queries]

    return Peer("PostgreSQL pg_trgm", pairs, search)


def embedding(embedder: Embedder) -> Peer:
    """Return a sentence-embedding model alone as a peer; it gets the texts as they are written."""

    def pairs(texts: Sequence[tuple[str, str]], collection: Sequence[str]) -> Scores:
        meanings = Meanings(embedder)
        left, right = (meanings.read(side) for side in zip(*texts, strict=True))
        return np.array([meanings.likeness(one, other) for one, other in zip(left, right, strict=True)])

    def search(queries: Sequence[str], collection: Sequence[str]) -> list[list[int]]:
        index = MeaningIndex.build(
            (Statement(place, text) for place, text in enumerate(collection)), embedder
        )
        return [index.most_alike(query, most=DEPTH) for query in queries]

    return Peer("embedding alone", pairs, search)


PEERS = [
    fuzzy("rapidfuzz ratio", fuzz.ratio),
    fuzzy("rapidfuzz token_set_ratio", fuzz.token_set_ratio),
    fuzzy("rapidfuzz WRatio", fuzz.WRatio),
    Peer("tf-idf cosine", tf_idf_pairs, tf_idf_search),
    Peer("BM25", bm25_pairs, bm25_search),
    Peer("SQLite FTS5", None, fts5_search),
]
