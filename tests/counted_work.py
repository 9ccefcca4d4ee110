"""Work counted in calls of Python functions: a measure that no other process and no slow machine changes."""

from collections.abc import Callable
from sys import getprofile, setprofile
from typing import Any

TIMES = 4
#: four times the input may take less than six times the work, and a little for what is done once
GROWTH, ONCE = 6, 2_000


def count_calls(function: Callable[..., Any], *arguments: Any) -> int:
    """Return how many Python functions are called, and return, while ``function`` runs."""
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += 1

    before = getprofile()
    setprofile(count)
    try:
        function(*arguments)
    finally:
        setprofile(before)
    return calls


def is_linear(function: Callable[[str], Any], make: Callable[[int], str], size: int) -> bool:
    """Say whether the work of ``function`` grows no faster than the text that ``make`` makes of a size."""
    short, long = (count_calls(function, make(length)) for length in (size, TIMES * size))
    return long < GROWTH * short + ONCE
