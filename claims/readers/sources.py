"""Where bytes come from: a file on disk or an upload in memory, opened as often as a reader needs."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes with a name; ``open`` gives a new stream from the first byte on."""

    place: str
    size: int
    open: Callable[[], BinaryIO]

    @classmethod
    def of_path(cls, path: Path) -> "Source":
        """Return the source of a file on disk.

        :raises OSError: if there is no such file.
        """
        return cls(str(path), path.stat().st_size, lambda: path.open("rb"))

    @classmethod
    def of_bytes(cls, place: str, data: bytes) -> "Source":
        """Return the source of bytes in memory."""
        return cls(place, len(data), lambda: io.BytesIO(data))

    def read(self) -> bytes:
        """Return all bytes."""
        with self.open() as stream:
            return stream.read()

    def start(self, size: int) -> bytes:
        """Return the first ``size`` bytes."""
        with self.open() as stream:
            return stream.read(size)
