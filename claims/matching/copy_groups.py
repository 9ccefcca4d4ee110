"""Groups of copies: which articles are worth comparing, and which pairs make one group.

Enter at ``choose_candidates`` with what an index of fingerprints answered, and at ``group_copies`` with the
pairs that ``claims.matching.copies`` found.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

#: articles under which one fingerprint is stored: what more of them have is boilerplate, or one text that
#: those before lead to
MOST_STORED = 200
#: different texts that share a fingerprint, and articles of one outlet, which prints a text once or twice:
#: what more have tells nothing, and is boilerplate
MOST_TEXTS, MOST_OF_AN_OUTLET = 50, 10
#: articles that one is compared with, and members of one group among them: the others are the same text
MOST_COMPARED, MOST_OF_A_GROUP = 40, 4
#: part of the shorter text's fingerprints that copies share at least: of a text with every tenth word
#: corrected about four in ten are left
MIN_SHARED = 0.15
#: code points of a text for one fingerprint, about: the shares above are told without counting
LENGTH_OF_ONE = 100


@dataclass(frozen=True, slots=True)
class Holder:
    """An article that holds a fingerprint."""

    article: int
    #: the group of copies it is in, if any
    group: int | None
    #: code points of its text
    length: int
    outlet: int | None = None


@dataclass(frozen=True, slots=True)
class Candidates:
    """What the index says of an article."""

    #: articles to compare it with, those that share most fingerprints first
    articles: tuple[int, ...]
    #: fingerprints that many texts have: boilerplate
    stopped: frozenset[int]
    #: fingerprints that enough articles hold already: they need not be stored once more
    full: frozenset[int]


@dataclass(frozen=True, slots=True)
class Linked:
    """Two articles that are copies, ``left`` with the smaller id."""

    left: int
    right: int
    share: float


def choose_candidates(holders: Mapping[int, Sequence[Holder]], length: int) -> Candidates:
    """Return whom to compare an article with.

    :param holders: for each of its fingerprints the other articles that hold it.
    :param length: code points of its text.
    """
    stopped = {value for value, some in holders.items() if _is_boilerplate(some)}
    known: dict[int, Holder] = {}
    shared: Counter[int] = Counter()
    for value, some in holders.items():
        if value not in stopped:
            shared.update(holder.article for holder in some)
            known.update((holder.article, holder) for holder in some)
    of_group: Counter[int | None] = Counter()
    chosen: list[int] = []
    for article in sorted(shared, key=lambda article: (-shared[article], article)):
        holder = known[article]
        if shared[article] < MIN_SHARED * min(length, holder.length) / LENGTH_OF_ONE:
            continue
        of_group[holder.group] += 1
        if holder.group is None or of_group[holder.group] <= MOST_OF_A_GROUP:
            chosen.append(article)
    full = {value for value, some in holders.items() if len(some) >= MOST_STORED}
    return Candidates(tuple(chosen[:MOST_COMPARED]), frozenset(stopped), frozenset(full))


def _is_boilerplate(holders: Sequence[Holder]) -> bool:
    """Say whether too many texts share a fingerprint (a group is one), or too many articles of an outlet."""
    if len(holders) <= MOST_OF_AN_OUTLET:
        return False
    texts = {(holder.group is None, holder.group or holder.article) for holder in holders}
    outlets = Counter(holder.outlet for holder in holders if holder.outlet is not None)
    return len(texts) > MOST_TEXTS or max(outlets.values(), default=0) > MOST_OF_AN_OUTLET


def group_copies(pairs: Iterable[Linked], denied: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the groups that pairs make, each rising, in the order of their first members.

    Copies of copies are copies, so that the pairs need not be complete. Two articles that a person denied
    are never in one group: pairs are taken by falling share, and one that would join them is left out.
    """
    members: dict[int, list[int]] = {}
    group_of: dict[int, int] = {}
    apart: dict[int, set[int]] = defaultdict(set)
    for left, right in denied:
        apart[left].add(right)
        apart[right].add(left)
    for pair in sorted(pairs, key=lambda pair: (-pair.share, pair.left, pair.right)):
        sides = []
        for article in (pair.left, pair.right):
            group_of.setdefault(article, article)
            members.setdefault(group_of[article], [article])
            sides.append(group_of[article])
        small, large = sorted(sides, key=lambda group: (len(members[group]), -group))
        if small == large or any(not apart[one].isdisjoint(members[large]) for one in members[small]):
            continue
        for article in members[small]:
            group_of[article] = large
        members[large] += members.pop(small)
    return sorted(sorted(group) for group in members.values() if len(group) > 1)
