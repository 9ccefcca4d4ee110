"""Counting: by statement, or by utterance, so that what many articles print is counted once.

By utterance, a statement that was not grouped yet counts as one of its own. Where tags are counted, an
utterance counts once for each claim and stance, however many of its statements carry it.
"""

from enum import StrEnum

from django.db.models import Count, F, IntegerField, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from claims.models import Statement, Utterance


class Counting(StrEnum):
    """What is counted."""

    STATEMENTS = "statements"
    UTTERANCES = "utterances"


def read_counting(value: str | None) -> Counting:
    """Return what an address says is to be counted; statements where it says nothing readable."""
    return Counting.UTTERANCES if value == Counting.UTTERANCES else Counting.STATEMENTS


def unit(counting: Counting, statement: str = "") -> Combinable:
    """Return what is the same for statements that count once: their id, or that of their utterance.

    :param statement: the way from a row to its statement ("statement"); empty for statements themselves.
    """
    own = F(f"{statement}_id" if statement else "id")
    if counting is Counting.STATEMENTS:
        return own
    utterance = F(f"{statement}__utterance_id" if statement else "utterance_id")
    return Coalesce(utterance, 0 - own, output_field=IntegerField())


def distinct(counting: Counting, statement: str = "") -> Count:
    """Return the count of different statements or utterances."""
    return Count(unit(counting, statement), distinct=True)


def count_statements(statements: QuerySet[Statement], counting: Counting) -> int:
    """Return how many statements these are, or how many utterances they print."""
    if counting is Counting.STATEMENTS:
        return statements.count()
    return statements.order_by().aggregate(n=distinct(counting))["n"]


def count_all(counting: Counting) -> int:
    """Return how many live statements or utterances there are."""
    live = Statement.objects.live()
    if counting is Counting.STATEMENTS:
        return live.count()
    return Utterance.objects.filter(is_live=True).count() + live.filter(utterance__isnull=True).count()
