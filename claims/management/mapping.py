"""The option that says which column of a table is which field."""

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


def _pair(written: str) -> tuple[str, str]:
    field, _, column = (part.strip() for part in written.partition("="))
    if not field or not column:
        raise ArgumentTypeError(f"“{written}” names no field or no column: write {field or 'FIELD'}=COLUMN")
    return field, column
