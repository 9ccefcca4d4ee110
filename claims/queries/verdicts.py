"""Verdicts: what several reviewers' words on one match come to.

One reviewer's word stands. Where two differ, nothing is joined and nothing is carried over along the
match until it is settled: one of them changes her verdict, or so many others give theirs that more than
half say the same.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from claims.models import Match, Verdict
from claims.models.match import DIFFER

BATCH = 500


def standing_verdict(kinds: Sequence[str]) -> str:
    """Return what the latest verdicts on a match come to: a kind, ``DIFFER``, or "" if there are none."""
    if not kinds:
        return ""
    kind, count = Counter(kinds).most_common(1)[0]
    return str(kind) if 2 * count > len(kinds) else DIFFER


def standing_verdicts(match_ids: Collection[int]) -> dict[int, str]:
    """Return what the latest verdicts on each of the matches come to; "" where nobody judged."""
    kinds: dict[int, list[str]] = defaultdict(list)
    ids = sorted(match_ids)
    for place in range(0, len(ids), BATCH):
        given = Verdict.objects.standing().filter(match__in=ids[place : place + BATCH])
        for match_id, kind in given.order_by("id").values_list("match", "kind"):
            kinds[match_id].append(kind)
    return {number: standing_verdict(kinds[number]) for number in ids}


def with_verdicts() -> set[int]:
    """Return the ids of the matches that were ever judged, or hold a verdict."""
    judged = Match.objects.filter(verdict__gt="").values_list("id", flat=True)
    return set(Verdict.objects.values_list("match", flat=True).distinct()) | set(judged)
