"""The options that say how a table is read: which column is which field, which number is the day."""

from argparse import ArgumentParser, ArgumentTypeError

from claims.readers import FIELDS


def add_mapping(parser: ArgumentParser) -> None:
    """Declare ``--mapping``, given once per field; its value is a list of pairs, field and column."""
    parser.add_argument(
        "--mapping",
        type=_pair,
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="which column of a table is which field, for example text=content, again for each field. "
        f"Fields: {', '.join(FIELDS)}",
    )


def add_dates(parser: ArgumentParser) -> None:
    """Declare ``--dates``; its value is "day-first", "month-first", or empty."""
    parser.add_argument(
        "--dates",
        choices=("day-first", "month-first"),
        default="",
        help="which number of 03/04/2026 is the day, in tables and JSON in which no row tells; such days are "
        "unknown otherwise",
    )


def _pair(written: str) -> tuple[str, str]:
    field, _, column = (part.strip() for part in written.partition("="))
    if not field or not column:
        raise ArgumentTypeError(f"“{written}” names no field or no column: write {field or 'FIELD'}=COLUMN")
    return field, column
