"""The installation's secret key: made at the first start, kept with the data, never a default."""

import os
import secrets
from pathlib import Path

FILE_NAME = "secret_key"
KEY_BYTES = 48


def make_key(data: Path) -> None:
    """Make the key file in the data folder, readable by its owner alone, unless it is there."""
    path = data / FILE_NAME
    if path.exists():
        return
    data.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(KEY_BYTES) + "\n")


def find_key(data: Path) -> str:
    """Return the key from the environment or the data folder.

    Where neither has one (a pipeline command on a machine that never started the site), a key that
    lives as long as the process is made up, so that nothing has to be stored.
    """
    given = os.environ.get("ON_RECORD_SECRET_KEY")
    if given:
        return given
    path = data / FILE_NAME
    if path.exists():
        return path.read_text(encoding="ascii").strip()
    return secrets.token_urlsafe(KEY_BYTES)
