"""Reads the data sets that matching is measured on: JSON Lines of pairs and of searches.

Pairs: ``{"id", "a", "b", "label"}`` with label S (same statement in nearly the same words), P (the same, one
side holds only part), R (the same point reworded), C (contradicting), T (related topic), U (unrelated); or
``rel`` 1, 0 or null instead of a label. Searches: a collection of ``{"id", "text"}`` and queries of ``{"id",
"text", "gold": [ids]}``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SAME_LABELS = "SPR"
WORDS_LABELS = "SP"
LABELS = "SPRCTU"


@dataclass(frozen=True)
class Pair:
    """Two texts and what people said of them. ``same`` and ``words`` are None where nobody decided."""

    id: str
    left: str
    right: str
    label: str
    #: whether they say the same, reworded or not
    same: bool | None
    #: whether they say it in the same words or one inside the other
    words: bool | None


@dataclass(frozen=True)
class Searches:
    """Queries with the statements they should find in a collection."""

    collection: dict[str, str]
    #: text of each query with the ids that it should find
    queries: list[tuple[str, frozenset[str]]]


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_pairs(path: Path) -> list[Pair]:
    """Return labelled pairs."""
    return [_pair(row) for row in read_lines(path)]


def read_pairs_by_id(path: Path, collection: Mapping[str, str]) -> list[Pair]:
    """Return labelled pairs whose texts are those of a collection: their ids are two of it, joined by "|"."""
    rows = []
    for row in read_lines(path):
        left, right = row["id"].split("|")
        rows.append(row | {"a": collection[left], "b": collection[right]})
    return [_pair(row) for row in rows]


def _pair(row: dict[str, Any]) -> Pair:
    label = row.get("label") or ""
    if label in tuple(LABELS):
        same, words = label in SAME_LABELS, label in WORDS_LABELS
    else:
        same = words = None if row.get("rel") is None else bool(row["rel"])
    return Pair(row["id"], row["a"], row["b"], label, same, words)


def read_collection(path: Path) -> dict[str, str]:
    """Return statements by id."""
    return {row["id"]: row["text"] for row in read_lines(path)}


def read_searches(collection: Path, queries: Path) -> Searches:
    """Return a collection with its queries."""
    rows = read_lines(queries)
    return Searches(read_collection(collection), [(row["text"], frozenset(row["gold"])) for row in rows])


def linked_groups(pairs: list[Pair]) -> list[str]:
    """Return for each pair the name of the group of pairs that share a statement with it.

    Ids of pairs are the ids of both statements, joined by "|"; pairs of one group are never split between
    fitting and measuring.
    """
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        while leader.setdefault(name, name) != name:
            name = leader[name]
        return name

    for pair in pairs:
        first, *others = pair.id.split("|")
        for other in others:
            leader[find(other)] = find(first)
    return [find(pair.id.split("|")[0]) for pair in pairs]
