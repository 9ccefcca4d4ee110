"""How much hangs on a verdict: copied onto each match, so that the review queue is read in its order.

A verdict on two utterances of twelve and three statements says more than one on two single statements;
one on two statements that count as one already says less. Nothing hangs on a match that another one stands
for: between copies of one text, or of a statement in a copy whose first print is compared too.

What people join, part or judge, and what becomes a copy, is measured at once. A matching run measures the
statements of its articles only: an utterance that grows by one does not touch all its matches again.
``manage.py recount`` measures all.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import islice
from math import log2
from typing import NamedTuple

from django.db.models import Q, QuerySet

from claims.models import Article, Match, Statement
from claims.queries.copies import copies_in_corpus
from claims.services.recounts import BATCH, batches
from claims.services.utterances import regroup_around
from claims.services.yielding import give_way

#: of two statements of one utterance: a verdict only confirms what is counted so already
WITHIN_ONE = 0.5
DIGITS = 2  # as it is stored

#: of a match that another one stands for
FOLDED = 0.0
#: statements that are measured at once after a person's act; of larger groups the next run does the rest
MOST_AT_ONCE = 2_000
READ_AT_ONCE = 5_000

SIDE = ("id", "article", "utterance", "utterance__statements", "utterance__first")
COLUMNS = ("id", "reach", *(f"{side}__{name}" for side in ("left", "right") for name in SIDE))


class _Side(NamedTuple):
    statement: int
    article: int
    utterance: int | None
    #: statements of its utterance
    size: int | None
    #: of its utterance
    first: int | None


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


def regroup_and_measure(statement_ids: Collection[int]) -> None:
    """Group statements anew after a person's act; measure the matches of those whose utterance changed."""
    before = _together_with(statement_ids)
    regroup_around(statement_ids)
    after = _together_with(before.keys() | set(statement_ids))
    changed = sorted(number for number in after if after[number] != before.get(number))
    measure_reach(changed[:MOST_AT_ONCE])


def _together_with(statement_ids: Collection[int]) -> dict[int, tuple[int, int]]:
    """Return the live statements of the utterances of these: statement → utterance and its size."""
    live = Statement.objects.live()
    found: dict[int, tuple[int, int]] = {}
    for some in batches(statement_ids):
        rows = live.filter(utterance__in=live.filter(pk__in=some).values("utterance"))
        for number, utterance, size in rows.values_list("id", "utterance", "utterance__statements"):
            found[number] = (utterance, size)
    return found


def _wrong(statement_ids: Collection[int] | None) -> Iterator[dict[float, list[int]]]:
    unjudged = Match.objects.live().filter(verdict="").order_by()
    if statement_ids is None:
        many = Q(left__utterance__statements__gt=1) | Q(right__utterance__statements__gt=1)
        copied = Q(left__article__in=copies_in_corpus()) | Q(right__article__in=copies_in_corpus())
        yield _by_reach(unjudged.filter(many | copied | ~Q(reach=1.0)))
        return
    for some in batches(statement_ids):
        yield _by_reach(unjudged.filter(left__in=some))
        yield _by_reach(unjudged.filter(right__in=some))


def _by_reach(matches: QuerySet[Match]) -> dict[float, list[int]]:
    """Return the matches whose reach is another, by what it should be."""
    found: dict[float, list[int]] = defaultdict(list)
    rows = iter(matches.values_list(*COLUMNS).iterator(chunk_size=READ_AT_ONCE))
    while some := list(islice(rows, READ_AT_ONCE)):
        sides = [(_Side(*row[2:7]), _Side(*row[7:])) for row in some]
        copies = _copies({side.article for pair in sides for side in pair})
        for (pk, reach, *_), (left, right) in zip(some, sides, strict=True):
            right_reach = _reach_between(left, right, copies)
            if right_reach != reach:
                found[right_reach].append(pk)
    return found


#: article → its group of copies, and how it is a copy of the first one; empty for that one
Copies = dict[int, tuple[int, str]]


def _copies(articles: Collection[int]) -> Copies:
    found: Copies = {}
    for some in batches(articles):
        rows = Article.objects.filter(pk__in=some, copies__isnull=False).order_by()
        found |= {
            number: (group, kind) for number, group, kind in rows.values_list("id", "copies", "copy_kind")
        }
    return found


def _reach_between(left: _Side, right: _Side, copies: Copies) -> float:
    group = copies.get(left.article, (None, ""))[0]
    is_one_text = group is not None and group == copies.get(right.article, (None, ""))[0]
    if is_one_text or _is_stood_for(left, copies) or _is_stood_for(right, copies):
        return FOLDED
    if left.utterance is not None and left.utterance == right.utterance:
        return WITHIN_ONE
    return reach_of(left.size or 1, right.size or 1)


def _is_stood_for(side: _Side, copies: Copies) -> bool:
    """Say whether the first print of a statement that stands in a copy is compared in its place."""
    _, kind = copies.get(side.article, (None, ""))
    if kind == Article.CopyKind.EXACT:
        return True
    return bool(kind) and side.first not in (None, side.statement)
