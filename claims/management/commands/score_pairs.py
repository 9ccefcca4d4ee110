"""Score pairs of texts in a pipeline: JSON Lines in, JSON Lines out, nothing stored."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from claims.management.json_lines import JsonObject, LineReader, WordsById, as_line, require_words
from claims.management.options import add_collection, add_semantic, add_standard_input
from claims.management.semantic import chosen_embedder
from claims.matching.explain import in_words
from claims.matching.matcher import score_pair
from claims.matching.meaning import Meanings
from claims.matching.weights import Weights


class Command(BaseCommand):
    """``manage.py score_pairs --stdin-jsonl --collection FILE [--semantic]``."""

    help = (
        'Reads pairs of texts from standard input, one JSON object a line: {"id", "left", "right"}. Prints '
        'for each {"id", "score", "relation", "explanation"}. How telling a word is, is counted in the '
        "collection. Stores nothing and needs no database."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        add_standard_input(parser)
        add_collection(parser, what="statements to count words in")
        add_semantic(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Count the words of the collection, then score line by line."""
        embedder = chosen_embedder(options)
        meanings = None if embedder is None else Meanings(embedder)
        reader = LineReader(self.stderr.write)
        collection = reader.read_file(options["collection"], _check_statement)
        weights = Weights.of_texts(found["text"] for found in collection)
        for found in reader.read(sys.stdin.buffer, WordsById("left", "right")):
            self.stdout.write(as_line(_scored_line(found, weights, meanings)))
        reader.end()


def _check_statement(found: JsonObject) -> None:
    require_words(found, "text")


def _scored_line(found: JsonObject, weights: Weights, meanings: Meanings | None) -> JsonObject:
    pair = score_pair(found["left"], found["right"], weights, meanings=meanings)
    return {
        "id": found["id"],
        "score": round(pair.score, 4),
        "relation": pair.relation.value,
        "explanation": in_words(pair.explanation),
    }
