"""Articles divided among processes: each is claimed by one, and free again when that one dies.

On PostgreSQL a claim is an advisory lock of the connection, so that several machines divide the work; on
SQLite, whose processes run on one machine, it is a locked byte of a file beside the database. Nothing is
stored, and nothing is left behind by a process that was killed.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.db import connection

#: claims of articles share PostgreSQL's numbers of advisory locks with others
FIRST_NUMBER = 0x0EC1 << 40
#: no article has it: who holds it may rewrite the scores
RECALIBRATION = 0


@contextmanager
def claimed(number: int) -> Iterator[bool]:
    """Claim an article, by its id, for this process; says whether nobody else has it."""
    is_mine = _take(number)
    try:
        yield is_mine
    finally:
        if is_mine:
            _give_back(number)


def _take(number: int) -> bool:
    if connection.vendor == "postgresql":
        return _ask("SELECT pg_try_advisory_lock(%s)", number)
    return _is_in_memory() or _lock_byte(_lock_file(_path()), number)


def _give_back(number: int) -> None:
    if connection.vendor == "postgresql":
        _ask("SELECT pg_advisory_unlock(%s)", number)
    elif not _is_in_memory():
        _free_byte(_lock_file(_path()), number)


def _ask(question: str, number: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(question, [FIRST_NUMBER + number])
        return bool(cursor.fetchone()[0])


def _is_in_memory() -> bool:
    """Say whether the database is of this process alone."""
    return bool(connection.is_in_memory_db())  # type: ignore[attr-defined]  # SQLite's connection has it


def _path() -> str:
    return f"{connection.settings_dict['NAME']}-claims"


@cache
def _lock_file(path: str) -> int:
    """Return the open file whose bytes are locked: closing it would free them."""
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)


def _lock_byte(file: int, number: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(file, number, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, number)
    except OSError:
        return False
    return True


def _free_byte(file: int, number: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(file, number, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)
    else:
        import fcntl

        fcntl.lockf(file, fcntl.LOCK_UN, 1, number)
