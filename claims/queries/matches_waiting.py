"""How many matches wait for a verdict."""

from claims.models import Match
from claims.models.match import SHOWN_FROM

COUNTED_TO = 1000  # the head shows "999+" above: counting all of a large corpus would slow every page


def count_waiting_matches() -> int:
    """Return how many shown matches have no verdict yet, counted up to ``COUNTED_TO``."""
    waiting = Match.objects.live().unjudged().filter(score__gte=SHOWN_FROM)
    return waiting.order_by()[:COUNTED_TO].count()
