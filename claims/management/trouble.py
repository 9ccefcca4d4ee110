"""What a command says when the database cannot be read or written."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import DatabaseError

ASKS_AGAIN = "What is done stays; the same command does the rest."


@contextmanager
def named_trouble() -> Iterator[None]:
    """Turn an error of the database into words that name the mend.

    :raises CommandError: in place of the error.
    """
    try:
        yield
    except DatabaseError as problem:
        raise CommandError(
            f"the database could not be used ({problem}). Is its disk full, may its folder be written, does "
            f"its server answer? {ASKS_AGAIN} Where it is damaged, restore the last backup."
        ) from problem
