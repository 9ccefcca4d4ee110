"""Which quote lies before whom: two people at one list are given different ones.

Kept in the cache for a few minutes. Where each process has a cache of its own, or it is emptied, two people
may get the same quote; the service then keeps the first decision.
"""

from collections.abc import Collection

from django.core.cache import cache

HELD_FOR_SECONDS = 180


def hold(quote_id: int, user_id: int) -> None:
    """Note that a quote lies before a person."""
    cache.set(_key(quote_id), user_id, HELD_FOR_SECONDS)


def held_by_others(quote_ids: Collection[int], user_id: int) -> set[int]:
    """Return those of the quotes that lie before somebody else."""
    held = cache.get_many([_key(quote_id) for quote_id in quote_ids])
    return {quote_id for quote_id in quote_ids if held.get(_key(quote_id), user_id) != user_id}


def let_go(quote_id: int) -> None:
    """Note that nobody has the quote any more."""
    cache.delete(_key(quote_id))


def _key(quote_id: int) -> str:
    return f"quote-before-{quote_id}"
