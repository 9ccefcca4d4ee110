"""How long work of a command ends: at its end, at a stop, or where the database or a model cannot be used."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError, OutputWrapper
from django.db import DatabaseError, connection

from claims.management.progress import TerminalProgress
from claims.services.embedding import UnableToReadMeanings
from claims.services.progress import Stopped

ASKS_AGAIN = "What is done stays; the same command does the rest."


def is_set_up() -> bool:
    """Say whether the database is there and has our tables."""
    try:
        return "claims_article" in connection.introspection.table_names()
    except DatabaseError:
        return False


@contextmanager
def named_trouble() -> Iterator[None]:
    """Turn an error of the database into words that name the mend.

    :raises CommandError: in place of the error, where there is a database.
    """
    try:
        yield
    except DatabaseError as problem:
        if not is_set_up():
            raise  # manage.py says that there is none yet, and how to make it
        raise CommandError(
            f"the database could not be used ({problem}). Is its disk full, may its folder be written, does "
            f"its server answer? {ASKS_AGAIN} Where it is damaged, restore the last backup."
        ) from problem


@contextmanager
def long_work(out: OutputWrapper) -> Iterator[TerminalProgress]:
    """Give the progress, drawn on ``out``, of work that can be stopped and asked for again.

    :raises CommandError: in place of a stop, of an error of the database, or of a missing model of meanings.
    """
    progress = TerminalProgress(out)
    try:
        with named_trouble():
            yield progress
    except (Stopped, KeyboardInterrupt):
        raise CommandError(f"stopped. {ASKS_AGAIN}") from None
    except UnableToReadMeanings as refusal:
        raise CommandError(str(refusal)) from refusal
    finally:
        progress.end()
