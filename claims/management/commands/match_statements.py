"""Find related statements in a pipeline: JSON Lines in, JSON Lines out, nothing stored."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from claims.management.json_lines import JsonObject, LineReader, WordsById, as_line, require_text
from claims.management.options import add_semantic, add_standard_input, score_option
from claims.management.semantic import chosen_embedder
from claims.matching.explain import in_words
from claims.matching.matcher import Matcher, ScoredPair, Statement
from claims.matching.meaning_index import MeaningIndex

#: as pages show them
SHOWN_FROM = 0.7


class Command(BaseCommand):
    """``manage.py match_statements --stdin-jsonl [--min-score X] [--semantic]``."""

    help = (
        'Reads statements from standard input, one JSON object a line: {"id", "text", "speaker"?}. Prints '
        'the related ones, one pair a line: {"left", "right", "score", "relation", "explanation"}, with '
        '--semantic also by which "method" it was found: words or meaning. Left before right in the order of '
        "input. Stores nothing and needs no database."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        add_standard_input(parser)
        parser.add_argument(
            "--min-score",
            type=score_option,
            default=SHOWN_FROM,
            metavar="X",
            help="weakest score to print, from 0 to 1 (default: %(default)s)",
        )
        add_semantic(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Read all statements, then print the pairs."""
        embedder = chosen_embedder(options)
        reader = LineReader(self.stderr.write)
        ids: list[str | int] = []
        statements = []
        for found in reader.read(sys.stdin.buffer, _StatementCheck()):
            statements.append(Statement(len(ids), found["text"], found.get("language") or ""))
            ids.append(found["id"])
        matcher = Matcher.build(statements)
        if embedder is not None:
            matcher.meanings = MeaningIndex.build(statements, embedder)
        pairs = matcher.all_pairs(min_score=options["min_score"])
        for pair in sorted(pairs, key=lambda pair: (pair.left, pair.right)):
            line = _pair_line(pair, ids)
            if embedder is not None:
                line["method"] = pair.method.value
            self.stdout.write(as_line(line))
        reader.end()


class _StatementCheck(WordsById):
    """Checks a line of {"id", "text", "language"?}."""

    def __init__(self) -> None:
        super().__init__("text")

    def __call__(self, found: JsonObject) -> None:
        if found.get("language") is not None:
            require_text(found, "language")
        super().__call__(found)


def _pair_line(pair: ScoredPair, ids: list[str | int]) -> JsonObject:
    return {
        "left": ids[pair.left],
        "right": ids[pair.right],
        "score": round(pair.score, 4),
        "relation": pair.relation.value,
        "explanation": in_words(pair.explanation),
    }
