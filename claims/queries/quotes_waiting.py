"""How many quotes wait on the list "to check"."""

from claims.models import Quote

COUNTED_TO = 1000  # the head shows "999+" above: counting all of a large corpus would slow every page


def count_unsure_quotes() -> int:
    """Return how many quotes nobody looked at and the program is unsure of, counted up to ``COUNTED_TO``."""
    return Quote.objects.unsure().order_by()[:COUNTED_TO].count()
