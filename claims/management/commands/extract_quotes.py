"""Find quotes in a pipeline: JSON Lines in, JSON Lines out, nothing stored."""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand

from claims.management.extracting import quotes_lines
from claims.management.json_lines import JsonObject, LineReader, UnreadableLine, as_line, require_text
from claims.management.options import add_standard_input

MOST_PROCESSES = 64


class Command(BaseCommand):
    """``manage.py extract_quotes --stdin-jsonl [--processes N]``."""

    help = (
        'Reads articles from standard input, one JSON object a line: {"doc_id", "text"}, with "body_start" '
        '(where the text after the headline begins) and "language" if they are known. Prints for each '
        '{"doc_id", "quotes"}: who says what, where it stands, and by which rule it was found. An '
        "article that cannot be looked through is reported on standard error, the others are served, and the "
        "exit status is 1. Stores nothing and needs no database."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        add_standard_input(parser)
        parser.add_argument(
            "--processes",
            type=_number_of_processes,
            default=1,
            metavar="N",
            help="work in N processes at once (default: 1); the order of the lines stays",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the quotes line by line."""
        reader = LineReader(self.stderr.write)
        articles = reader.read(sys.stdin.buffer, _check_article)
        for doc_id, line in quotes_lines(articles, options["processes"]):
            if line.problem:
                reader.errors += 1
                self.stderr.write(as_line({"doc_id": doc_id, "error": line.problem}))
            else:
                self.stdout.write(
                    f'{{"doc_id": {json.dumps(doc_id, ensure_ascii=False)}, "quotes": {line.quotes}}}'
                )
        reader.end()


def _number_of_processes(given: str) -> int:
    if not given.isdecimal() or not 1 <= int(given) <= MOST_PROCESSES:
        raise ArgumentTypeError(f"must be a whole number from 1 to {MOST_PROCESSES}, not {given!r}")
    return int(given)


def _check_article(found: JsonObject) -> None:
    doc_id = found.get("doc_id")
    if isinstance(doc_id, bool) or not isinstance(doc_id, str | int):
        raise UnreadableLine('"doc_id" must be a text or a whole number')
    require_text(found, "text")
    body_start = found.get("body_start")
    if body_start is not None and (isinstance(body_start, bool) or not isinstance(body_start, int)):
        raise UnreadableLine('"body_start" must be a whole number')
    if body_start is not None and not 0 <= body_start <= len(found["text"]):
        raise UnreadableLine('"body_start" must lie within the text')
    if not isinstance(found.get("language"), str | None):
        raise UnreadableLine('"language" must be a code such as "en"')
