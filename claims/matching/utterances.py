"""Statements grouped into utterances: what one speaker said once, however many articles print it.

An utterance grows only along links of the same words, or of one statement inside another, of the same
speaker and within reach in time. Two traps are kept shut: a short fragment that stands inside two
different statements joins the better of them and never chains the two; and a line that a speaker repeats
for months does not creep from day to day, because the whole utterance stays within reach. And where both
sides are direct quotes, the shorter one has the words in the order of the longer: a newspaper cuts what was
said and does not turn it round, so "Article 7 is less bad than it was" is no cut of "even its seventh article
is less bad than it was" but was said another time.

People's joins come first and go through everything but people's partings. An utterance keeps its id while
it grows; of two that become one the smaller, older id stays and the other leads to it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from claims.matching.relation import Relation
from claims.matching.terms import read_terms

#: links below do not join statements
JOINED_FROM = 0.8
#: first and last print of one utterance lie at most this many days apart: news of a day is printed for a
#: week, and a line that comes back later was said again
REACH_IN_DAYS = 7
JOINING = (Relation.SAME_WORDS, Relation.CONTAINED)
#: what an editor puts into somebody's words
INSERTED = re.compile(r"\[[^\[\]]*\]")


class Said(NamedTuple):
    """One statement as grouping takes it."""

    id: int
    #: none if unknown: then only a person joins it
    speaker: int | None
    #: any count of days; none if unknown, which is within reach of every day
    day: int | None = None
    #: terms in the statement: tells which side of "contained" is the fragment
    length: int = 0
    #: the utterance it belongs to so far
    utterance: int | None = None


class Link(NamedTuple):
    """A match between two statements."""

    left: int
    right: int
    score: float
    relation: Relation
    #: both are direct quotes and have what they share in another order: two sayings, not one that was cut
    is_turned: bool = False


class Group(NamedTuple):
    """One utterance: statements by rising id. ``utterance`` is none where it needs a new id."""

    utterance: int | None
    statements: tuple[int, ...]


class Grouping(NamedTuple):
    """All utterances, by their first statement, and where the ids lead that were given up."""

    groups: list[Group]
    #: utterance given up → the one that has its statements now
    merged: dict[int, int]


@dataclass(slots=True)
class _Cluster:
    statements: list[int]
    days: list[int]
    apart: set[int] = field(default_factory=set)


def group_utterances(
    statements: Iterable[Said],
    links: Iterable[Link],
    *,
    joins: Iterable[tuple[int, int]] = (),
    partings: Iterable[tuple[int, int]] = (),
    reach: int = REACH_IN_DAYS,
) -> Grouping:
    """Group statements into utterances; every statement is in exactly one.

    ``joins`` and ``partings`` are people's latest words on pairs of statements. Links and pairs with a
    statement that is not given are left out. The order of what is given does not matter.
    """
    said = {statement.id: statement for statement in statements}
    clusters = _Clusters(said, reach)
    for left, right in sorted(partings):
        clusters.keep_apart(left, right)
    for left, right in sorted(joins):
        clusters.join(left, right)
    for link in _joining(links, said):
        clusters.follow(link)
    return _with_ids(clusters.groups(), said)


def turns_words(left: str, right: str, language: str = "") -> bool:
    """Say whether two texts have the words that they share in another order; insertions in [] aside."""
    one, other = (read_terms(INSERTED.sub(" ", text), language).words for text in (left, right))
    return LCSseq.similarity(one, other) < (Counter(one) & Counter(other)).total()


def _joining(links: Iterable[Link], said: dict[int, Said]) -> Iterator[Link]:
    """Give the links that may join, the same words first, then the strongest, then by id."""
    usable = [
        link
        for link in links
        if link.relation in JOINING
        and link.score >= JOINED_FROM
        and not link.is_turned
        and link.left in said
        and link.right in said
        and said[link.left].speaker is not None
        and said[link.left].speaker == said[link.right].speaker
    ]
    yield from sorted(
        usable,
        key=lambda link: (link.relation is not Relation.SAME_WORDS, -link.score, link.left, link.right),
    )


class _Clusters:
    """Disjoint sets of statements that know who is to stay apart and which days they span."""

    def __init__(self, said: dict[int, Said], reach: int) -> None:
        self.said = said
        self.reach = reach
        self.cluster_of = {
            number: _Cluster([number], [] if statement.day is None else [statement.day])
            for number, statement in said.items()
        }
        #: fragments that joined a longer statement
        self.spent: set[int] = set()

    def keep_apart(self, left: int, right: int) -> None:
        if left in self.said and right in self.said and left != right:
            self.cluster_of[left].apart.add(right)
            self.cluster_of[right].apart.add(left)

    def join(self, left: int, right: int) -> bool:
        """Join the clusters of two statements unless people parted them; say whether they are one now."""
        if left not in self.said or right not in self.said:
            return False
        one, other = self.cluster_of[left], self.cluster_of[right]
        if one is other:
            return True
        if not one.apart.isdisjoint(other.statements):
            return False
        if len(one.statements) < len(other.statements):
            one, other = other, one
        one.statements += other.statements
        one.days += other.days
        one.apart |= other.apart
        for number in other.statements:
            self.cluster_of[number] = one
        return True

    def follow(self, link: Link) -> None:
        """Join along a match, if the days allow it and no fragment would chain two statements."""
        if self.cluster_of[link.left] is self.cluster_of[link.right] or not self._is_within_reach(link):
            return
        if link.relation is Relation.SAME_WORDS:
            self.join(link.left, link.right)
            return
        fragment = min(link.left, link.right, key=lambda number: (self.said[number].length, number))
        if fragment not in self.spent and self.join(link.left, link.right):
            self.spent.add(fragment)

    def _is_within_reach(self, link: Link) -> bool:
        days = self.cluster_of[link.left].days + self.cluster_of[link.right].days
        return not days or max(days) - min(days) <= self.reach

    def groups(self) -> list[tuple[int, ...]]:
        """Return the statements of each cluster by rising id, the clusters by their first."""
        clusters = {id(cluster): cluster for cluster in self.cluster_of.values()}
        return sorted(tuple(sorted(cluster.statements)) for cluster in clusters.values())


def _with_ids(groups: list[tuple[int, ...]], said: dict[int, Said]) -> Grouping:
    """Give each group the oldest id it has a right to: that of which it holds the first statement."""
    holders: dict[int, int] = {}
    for place, group in enumerate(groups):
        for number in group:
            utterance = said[number].utterance
            if utterance is not None:
                holders.setdefault(utterance, place)
    kept: dict[int, int] = {}
    for utterance, place in sorted(holders.items()):
        kept.setdefault(place, utterance)
    merged = {
        utterance: kept[place] for utterance, place in sorted(holders.items()) if kept[place] != utterance
    }
    return Grouping([Group(kept.get(place), group) for place, group in enumerate(groups)], merged)
