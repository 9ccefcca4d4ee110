"""One site for one data folder: the second one is told, and leaves the database alone."""

import os
import socket
import sys
from pathlib import Path
from typing import IO

#: Windows keeps others from reading what is locked: a byte far behind the words is
LOCKED_BYTE = 1 << 20


class DataInUse(Exception):
    """Another process serves this data folder; the words name it."""


def lock_data(folder: Path) -> IO[str]:
    """Take the data folder for this process, for as long as the returned file stays open.

    :raises DataInUse: if another process has it.
    """
    file = (folder / "lock").open("a+", encoding="utf-8")
    try:
        _take(file)
    except OSError as problem:
        file.seek(0)
        owner = file.read().strip() or "another process"
        file.close()
        raise DataInUse(
            f"{folder} is in use by {owner}. Stop that one first, or name another folder with ON_RECORD_DATA."
        ) from problem
    file.truncate(0)
    file.write(f"process {os.getpid()} on {socket.gethostname()}\n")
    file.flush()
    return file


def _take(file: IO[str]) -> None:
    """Lock an open file without waiting.

    :raises OSError: if another process has it locked.
    """
    if sys.platform == "win32":
        import msvcrt

        file.seek(LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
