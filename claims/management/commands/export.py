"""Write a table of the corpus, or of what was tagged, to a file."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError
from django.http import QueryDict

from claims.exports.documentation import exports_in_markdown
from claims.exports.files import dictionary_pieces, export
from claims.exports.tables import ALSO_CALLED, TABLES, UnableToExport, find_table, problems_with
from claims.exports.writers import FORMATS
from claims.management.whole_file import whole_file


class Command(BaseCommand):
    """``manage.py export TABLE --format csv|xlsx|jsonl --output FILE [--filter NAME=VALUE ...]``."""

    help = (
        "Writes a table to a file, beside it a dictionary that says what each column holds: "
        "annotations with all that belongs to them, the decisions of coders, statements, quotes, their "
        "attributions to speakers, speakers, articles, the claims of the codebooks, matches, coders. "
        "The same data give the same bytes."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("table", nargs="?", help=", ".join([*TABLES, *ALSO_CALLED]))
        parser.add_argument("--format", default="csv", choices=list(FORMATS), help="csv if nothing is said")
        parser.add_argument(
            "--output", default="-", metavar="FILE", help="the file; “-” or nothing: the terminal or a pipe"
        )
        parser.add_argument(
            "--filter",
            action="append",
            default=[],
            metavar="NAME=VALUE",
            help="narrow the rows as the pages do, for example speaker=12 or after=2026-01-01 "
            "(again for each; the names are in docs/exports.md)",
        )
        parser.add_argument(
            "--without-texts", action="store_true", help="leave out the columns with words of articles"
        )
        parser.add_argument(
            "--dictionary", action="store_true", help="write the table's dictionary (CSV) and nothing else"
        )
        parser.add_argument(
            "--documentation", action="store_true", help="write the dictionary of all tables as Markdown"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file and, for CSV and JSON Lines, its dictionary beside it."""
        output, texts = options["output"], not options["without_texts"]
        if options["documentation"]:
            with self._opened(output) as stream:
                stream.write(exports_in_markdown().encode())
            return
        if not options["table"]:
            raise CommandError(f"Which table? There are: {', '.join([*TABLES, *ALSO_CALLED])}.")
        try:
            table = find_table(options["table"])
            if options["dictionary"]:
                self._write_dictionary(table, output, texts)
                return
            params = _params(options["filter"])
            problems = problems_with(table, params, user=None)
            if problems:
                raise CommandError("\n".join(problems))
            with self._opened(output) as stream:
                export(table.name, options["format"], params, None, stream, texts=texts)
        except UnableToExport as refusal:
            raise CommandError(str(refusal)) from refusal
        if output != "-" and options["format"] != "xlsx":
            self._write_dictionary(table, f"{Path(output).with_suffix('')}.dictionary.csv", texts)

    def _write_dictionary(self, table: Any, output: str, texts: bool) -> None:
        with self._opened(output) as stream:
            for piece in dictionary_pieces(table, texts=texts):
                stream.write(piece)

    @contextmanager
    def _opened(self, output: str) -> Iterator[BinaryIO]:
        """Give a stream; a file appears under its name only when it is whole."""
        if output == "-":
            yield sys.stdout.buffer
            return
        path = Path(output)
        with whole_file(path) as file:
            yield file
        self.stderr.write(f"Wrote {path}.")


def _params(pairs: list[str]) -> QueryDict:
    params = QueryDict(mutable=True)
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise CommandError(f"--filter takes NAME=VALUE, for example speaker=12, not {pair!r}.")
        params.appendlist(name.strip(), value.strip())
    return params
