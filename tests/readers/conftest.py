"""What the readers' tests share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claims.readers import Document, Refusal, read_bytes

Read = Callable[..., list[Document | Refusal]]


@pytest.fixture
def read() -> Read:
    """Read bytes or text under a file name and return all that comes."""

    def read_all(name: str, data: bytes | str, **options: object) -> list[Document | Refusal]:
        raw = data.encode() if isinstance(data, str) else data
        return list(read_bytes(name, raw, **options))  # type: ignore[arg-type]

    return read_all


@pytest.fixture
def pages() -> Path:
    """The folder of sample pages."""
    return Path(__file__).parents[1] / "data" / "pages"
