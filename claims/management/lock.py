"""One site for one data folder: the second one is told, and leaves the database alone."""

import fcntl
import os
import socket
from pathlib import Path
from typing import IO


class DataInUse(Exception):
    """Another process serves this data folder; the words name it."""


def lock_data(folder: Path) -> IO[str]:
    """Take the data folder for this process, for as long as the returned file stays open.

    :raises DataInUse: if another process has it.
    """
    file = (folder / "lock").open("a+", encoding="utf-8")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
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
