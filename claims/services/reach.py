"""How much hangs on a verdict: copied onto each match, so that the review queue is read in its order.

A verdict on two utterances of twelve and three statements says more than one on two single statements;
one on two statements that count as one already says less. The copy may lag behind: an utterance that
grows does not touch all its matches again, but whatever touches a match, and ``manage.py recount``, does.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from math import log2

from django.db.models import Q, QuerySet

from claims.models import Match
from claims.services.recounts import BATCH, batches
from claims.services.yielding import give_way

#: of two statements of one utterance: a verdict only confirms what is counted so already
WITHIN_ONE = 0.5
DIGITS = 2  # as it is stored

COLUMNS = (
    "id", "reach", "left__utterance", "right__utterance", "left__utterance__statements",
    "right__utterance__statements",
)  # fmt: skip


def reach_of(left: int, right: int) -> float:
    """Return how much hangs on a verdict between two utterances of these sizes; 1.0 for single ones."""
    return round(1.0 + log2(left * right) / 2, DIGITS)


def measure_reach(statement_ids: Collection[int] | None = None) -> int:
    """Bring the reach of the unjudged matches of these statements, or of all, up to date.

    Returns how many were another.
    """
    changed = 0
    for some in _wrong(statement_ids):
        for reach, ids in some.items():
            for place in range(0, len(ids), BATCH):
                changed += Match.objects.filter(pk__in=ids[place : place + BATCH]).update(reach=reach)
                if statement_ids is None:
                    give_way()
    return changed


def _wrong(statement_ids: Collection[int] | None) -> Iterator[dict[float, list[int]]]:
    unjudged = Match.objects.live().filter(verdict="").order_by()
    if statement_ids is None:
        many = Q(left__utterance__statements__gt=1) | Q(right__utterance__statements__gt=1)
        yield _by_reach(unjudged.filter(many | ~Q(reach=1.0)))
        return
    for some in batches(statement_ids):
        yield _by_reach(unjudged.filter(left__in=some))
        yield _by_reach(unjudged.filter(right__in=some))


def _by_reach(matches: QuerySet[Match]) -> dict[float, list[int]]:
    """Return the matches whose reach is another, by what it should be."""
    found: dict[float, list[int]] = defaultdict(list)
    for pk, reach, left, right, left_size, right_size in matches.values_list(*COLUMNS).iterator():
        is_one = left is not None and left == right
        right_reach = WITHIN_ONE if is_one else reach_of(left_size or 1, right_size or 1)
        if right_reach != reach:
            found[right_reach].append(pk)
    return found
