"""Options that several commands take."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path

from claims.queries.languages import NAMES

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


def language_option(written: str) -> str:
    """Return the code of a language.

    :raises ArgumentTypeError: if it is none.
    """
    code = written.strip().lower()
    if code not in NAMES:
        raise ArgumentTypeError(f"a language is a code of two letters, as en or de, not {written}")
    return code


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


def day_option(written: str) -> date:
    """Return a day.

    :raises ArgumentTypeError: if it is none.
    """
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ArgumentTypeError(
            f"a day is written like 2026-03-14 (year, month, day), not {written}"
        ) from None


def add_new_or_all(parser: ArgumentParser, *, new: str, has_since: bool = False) -> None:
    """Declare ``--new`` and ``--all``, one of which must be chosen.

    :param new: what is new, in words.
    :param has_since: whether ``--since`` may be chosen too.
    """
    chosen = parser.add_mutually_exclusive_group(required=True)
    chosen.add_argument("--new", action="store_true", help=new)
    chosen.add_argument("--all", action="store_true", help="every article again, as after an update")
    if has_since:
        chosen.add_argument(
            "--since", type=day_option, metavar="DATE", help="articles published since that day, again"
        )


def add_standard_input(parser: ArgumentParser) -> None:
    """Declare ``--stdin-jsonl``, which says that the command reads from a pipe."""
    parser.add_argument("--stdin-jsonl", action="store_true", required=True, help="read standard input")


def add_collection(parser: ArgumentParser, *, what: str) -> None:
    """Declare ``--collection``, a file of statements.

    :param what: what is done with them, in words.
    """
    parser.add_argument(
        "--collection",
        type=existing_file,
        required=True,
        metavar="FILE",
        help=f'{what}, one JSON object a line: {{"id", "text"}}',
    )


def add_semantic(parser: ArgumentParser) -> None:
    """Declare ``--semantic``, which switches the optional extra on."""
    parser.add_argument(
        "--semantic",
        action="store_true",
        help="compare the meaning too, by the model that ON_RECORD_SEMANTIC_MODEL names",
    )
