"""Search a collection by statement in a pipeline: JSON Lines in, JSON Lines out, nothing stored."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from claims.management.json_lines import LineReader, WordsById, as_line
from claims.management.options import add_collection, add_semantic, add_standard_input, count_option
from claims.management.semantic import chosen_embedder
from claims.matching.matcher import Matcher, Statement
from claims.matching.meaning_index import MeaningIndex


class Command(BaseCommand):
    """``manage.py find_statements --collection FILE --stdin-jsonl [--top 50] [--semantic]``."""

    help = (
        'Reads texts from standard input, one JSON object a line: {"id", "text"}. Prints for each the '
        'statements of the collection that are most like it, {"id", "ranked", "scores"}: ids, best first, '
        "and how often two such statements say the same. Stores nothing and needs no database."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        add_standard_input(parser)
        add_collection(parser, what="statements to search")
        parser.add_argument(
            "--top",
            type=count_option,
            default=50,
            metavar="N",
            help="how many to print at most (default: %(default)s)",
        )
        add_semantic(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Read the collection, then answer line by line."""
        embedder = chosen_embedder(options)
        reader = LineReader(self.stderr.write)
        ids, statements = [], []
        for found in reader.read_file(options["collection"], WordsById("text")):
            ids.append(found["id"])
            statements.append(Statement(len(ids), found["text"]))  # from 1: 0 is the text that is asked for
        matcher = Matcher.build(statements)
        if embedder is not None:
            matcher.meanings = MeaningIndex.build(statements, embedder)
        for found in reader.read(sys.stdin.buffer, WordsById("text")):
            hits = matcher.search(found["text"], most=options["top"])
            answer = {
                "id": found["id"],
                "ranked": [ids[hit.id - 1] for hit in hits],
                "scores": [round(hit.pair.score, 4) for hit in hits],
            }
            self.stdout.write(as_line(answer))
        reader.end()
