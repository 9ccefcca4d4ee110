"""Options that several commands take."""

from argparse import ArgumentTypeError
from pathlib import Path

PORTS = range(1, 1 << 16)


def score_option(written: str) -> float:
    """Return a score from 0 to 1.

    :raises ArgumentTypeError: if it is none.
    """
    try:
        score = float(written)
    except ValueError:
        score = -1.0
    if not 0.0 <= score <= 1.0:
        raise ArgumentTypeError(f"a score is a number from 0 to 1, not {written}")
    return score


def count_option(written: str) -> int:
    """Return a count of at least one.

    :raises ArgumentTypeError: if it is none.
    """
    if not written.isascii() or not written.isdigit() or len(written) > 9 or int(written) < 1:
        raise ArgumentTypeError(f"a whole number from 1 on is needed, not {written}")
    return int(written)


def existing_file(written: str) -> Path:
    """Return the path of a file that is there.

    :raises ArgumentTypeError: if it is not.
    """
    path = Path(written)
    if not path.is_file():
        raise ArgumentTypeError(f"there is no file {written}. Check the spelling, or give the whole path.")
    return path


def port_option(written: str) -> int:
    """Return a port that the site can have.

    :raises ArgumentTypeError: if it is none.
    """
    if len(written) > 5 or not written.isdecimal() or int(written) not in PORTS:
        raise ArgumentTypeError(f"a port is a number from 1 to {PORTS[-1]}, not {written}")
    return int(written)
