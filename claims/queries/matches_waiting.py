"""How many matches wait for a verdict."""

from claims.models import Match

COUNTED_TO = 1000  # the head shows "999+" above: counting all of a large corpus would slow every page


def count_waiting_matches() -> int:
    """Return how many shown matches have no verdict yet, counted up to ``COUNTED_TO``."""
    return Match.objects.waiting().order_by()[:COUNTED_TO].count()
