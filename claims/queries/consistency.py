"""Consistency: nearly identical statements that carry different claims or stances.

Two statements are nearly identical if they are one utterance, if a match says that they are the same words
or one inside the other (and no reviewer says otherwise), or if reviewers say that they are the same.
Compared is what was decided on both: tags, and "no claim". What nobody decided yet differs from nothing.

Of an utterance each statement is compared with what its coder said of most of it, and each coder with each
other one by that, so that one odd tag among forty is one row. What two coders say of one and the same
statement is a matter of their agreement and stands not here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple, overload

from django.db.models import Q, QuerySet

from claims.matching.utterances import JOINED_FROM
from claims.models import Annotation, Decision, Match, VerdictKind

ALIKE = (Match.Relation.SAME_WORDS, Match.Relation.CONTAINED)
SAME = (VerdictKind.SAME_STATEMENT, VerdictKind.SAME_CLAIM)


class DifferenceKind(StrEnum):
    """What differs between the tags of two statements."""

    #: one claim in two stances
    STANCE = "STANCE"
    #: a claim on one of the two alone
    CLAIM = "CLAIM"


class Said(NamedTuple):
    """What one coder decided on one statement."""

    statement: int
    coder: int
    utterance: int | None
    day: date
    #: claim and stance, rising; none: no claim
    tags: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two nearly identical statements, and what a coder said of each."""

    codebook: int
    left: Said
    right: Said
    #: the match that links them; none if they are one utterance
    match: int | None
    #: claim → stance on the left and on the right; "" where it is not tagged
    claims: dict[int, tuple[str, str]]

    @property
    def kind(self) -> DifferenceKind:
        """What differs; a stance outweighs a claim."""
        both = any(left and right for left, right in self.claims.values())
        return DifferenceKind.STANCE if both else DifferenceKind.CLAIM

    @property
    def is_of_one(self) -> bool:
        """Whether one coder said both."""
        return self.left.coder == self.right.coder

    @property
    def day(self) -> date:
        """The later of the two days."""
        return max(self.left.day, self.right.day)

    @property
    def key(self) -> tuple[int, int, int, int, int]:
        """What orders and names it."""
        return self.codebook, self.left.statement, self.right.statement, self.left.coder, self.right.coder


class Differences(Sequence[Difference]):
    """Differences in their order, as lists and files take rows."""

    def __init__(self, found: Iterable[Difference]) -> None:
        self.found = list(found)

    @overload
    def __getitem__(self, wanted: int) -> Difference: ...
    @overload
    def __getitem__(self, wanted: slice) -> list[Difference]: ...
    def __getitem__(self, wanted: int | slice) -> Difference | list[Difference]:
        """Return one, or a stretch."""
        return self.found[wanted]

    def __len__(self) -> int:
        return len(self.found)

    def count(self, value: object = None) -> int:
        """Return how many there are."""
        return len(self.found)

    def order_by(self, *columns: str) -> "Differences":
        """Return them by their key, the order of files."""
        return Differences(sorted(self.found, key=lambda difference: difference.key))


def find_differences(tags: QuerySet[Annotation], decisions: QuerySet[Decision]) -> Iterator[Difference]:
    """Find where the given tags and "no claim" decisions of each codebook contradict each other."""
    by_codebook = _said_by_codebook(tags, decisions)
    for codebook, said in sorted(by_codebook.items()):
        yield from _within_utterances(codebook, said)
        yield from _along_matches(codebook, said, tags, decisions)


def _said_by_codebook(
    tags: QuerySet[Annotation], decisions: QuerySet[Decision]
) -> dict[int, dict[tuple[int, int], Said]]:
    """Return what was decided, by codebook, statement and coder."""
    columns = ("codebook", "statement", "coder", "statement__utterance", "statement__day")
    gathered: dict[tuple[int, int, int], list[tuple[int, str]]] = defaultdict(list)
    places: dict[tuple[int, int, int], tuple[int | None, date]] = {}
    live = tags.filter(statement__is_live=True).order_by()
    for codebook, statement, coder, utterance, day, claim, stance in live.values_list(
        *columns, "claim", "stance"
    ):
        gathered[codebook, statement, coder].append((claim, stance))
        places[codebook, statement, coder] = utterance, day
    for codebook, statement, coder, utterance, day in _no_claims(decisions).values_list(*columns):
        places.setdefault((codebook, statement, coder), (utterance, day))
    found: dict[int, dict[tuple[int, int], Said]] = defaultdict(dict)
    for (codebook, statement, coder), (utterance, day) in places.items():
        own = tuple(sorted(gathered[codebook, statement, coder]))
        found[codebook][statement, coder] = Said(statement, coder, utterance, day, own)
    return found


def _no_claims(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    return decisions.filter(outcome=Decision.Outcome.NO_CLAIM, statement__is_live=True).order_by()


def _within_utterances(codebook: int, said: dict[tuple[int, int], Said]) -> Iterator[Difference]:
    by_utterance: dict[int, dict[int, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for one in sorted(said.values()):
        if one.utterance is not None:
            by_utterance[one.utterance][one.coder].append(one)
    for _, by_coder in sorted(by_utterance.items()):
        usual = {}
        for coder, own in sorted(by_coder.items()):
            usual[coder] = _of_most(own)
            for one in own:
                if one.tags != usual[coder].tags:
                    yield _difference(codebook, usual[coder], one, None)
        for one_coder, other_coder in combinations(sorted(usual), 2):
            yield from _between(codebook, by_coder[one_coder], by_coder[other_coder])


def _between(codebook: int, one: list[Said], other: list[Said]) -> Iterator[Difference]:
    """Give the difference between what two coders said of most of an utterance, on two statements of it."""
    left, right = _of_most(one), _of_most(other)
    if left.tags == right.tags:
        return
    for first, second in ((first, second) for first in one for second in other):
        if first.statement != second.statement and (first.tags, second.tags) == (left.tags, right.tags):
            yield _difference(codebook, first, second, None)
            return


def _of_most(said: list[Said]) -> Said:
    """Return the first statement of which its coder said what she said of most."""
    counts = Counter(one.tags for one in said)
    highest = max(counts.values())
    return next(one for one in said if counts[one.tags] == highest)


def _along_matches(
    codebook: int,
    said: dict[tuple[int, int], Said],
    tags: QuerySet[Annotation],
    decisions: QuerySet[Decision],
) -> Iterator[Difference]:
    """Give the differences between statements of two utterances that a match links."""
    coders: dict[int, list[Said]] = defaultdict(list)
    for one in sorted(said.values()):
        coders[one.statement].append(one)
    linked: set[tuple[int, int, int]] = set()
    for rows in (tags, _no_claims(decisions)):
        coded: QuerySet = rows.filter(codebook=codebook).order_by().values("statement")
        pairs = _near_matches().filter(left__in=coded).values_list("left", "right", "id")
        linked.update(pair for pair in pairs if pair[1] in coders)
    for left, right, match in sorted(linked):
        for one in coders.get(left, ()):
            for other in coders[right]:
                is_one_utterance = one.utterance is not None and one.utterance == other.utterance
                if one.tags != other.tags and not is_one_utterance:
                    yield _difference(codebook, one, other, match)


def _near_matches() -> QuerySet[Match]:
    alike = Q(verdict="", relation__in=ALIKE, score__gte=JOINED_FROM)
    return Match.objects.live().filter(alike | Q(verdict__in=SAME)).order_by()


def _difference(codebook: int, one: Said, other: Said, match: int | None) -> Difference:
    left, right = sorted((one, other))
    stances = dict(left.tags), dict(right.tags)
    claims = {
        claim: (stances[0].get(claim, ""), stances[1].get(claim, ""))
        for claim in sorted(stances[0].keys() | stances[1].keys())
    }
    differing = {claim: pair for claim, pair in claims.items() if pair[0] != pair[1]}
    return Difference(codebook, left, right, match, differing)
