"""Files that appear under their name only when they are whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.core.management.base import CommandError


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a stream for a file that has its name when all of it is written.

    :raises CommandError: if there is no such folder, or the name is a folder's.
    """
    if not path.parent.is_dir():
        raise CommandError(f"There is no folder {path.parent}. Make it, or name another file.")
    if path.is_dir():
        raise CommandError(f"{path} is a folder. Name a file in it, such as {path / 'on-record.csv'}.")
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    temporary.replace(path)
