"""Print what the readers make of files, for pipelines and for a look before importing. Stores nothing."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from claims.management.mapping import add_dates, add_mapping
from claims.readers import Document, Refusal, read_path

SHOWN_PARAGRAPHS = 3
SHOWN_WIDTH = 100


class Command(BaseCommand):
    """``manage.py read_articles FILE... [--jsonl] [--mapping FIELD=COLUMN ...] [--dates ORDER]``."""

    help = (
        "Reads articles from files, folders and zip files (text, pages, CSV, XLSX, JSON, JSON Lines) "
        "and prints what would be stored: title, time, section, outlet, agency and the text without the "
        "page’s furniture. Nothing is stored; no database is needed."
    )
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("files", nargs="+", metavar="FILE", help="a file, a folder or a zip file")
        parser.add_argument("--jsonl", action="store_true", help="print one JSON object per article and line")
        add_mapping(parser)
        add_dates(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what was read."""
        mapping = dict(options["mapping"]) or None
        day_first = options["dates"] == "day-first" if options["dates"] else None
        refused = 0
        for file in options["files"]:
            for found in read_path(file, mapping=mapping, day_first=day_first):
                if isinstance(found, Refusal):
                    refused += 1
                    self.stderr.write(_refusal_line(found) if options["jsonl"] else str(found))
                else:
                    self.stdout.write(_json_line(found) if options["jsonl"] else _view(found))
        if refused:
            sys.exit(1)


def _json_line(document: Document) -> str:
    published = document.published_at or document.published_on
    return json.dumps(
        {
            "file": document.place,
            "title": document.title or None,
            "section": document.section or None,
            "published_at": published.isoformat() if published else None,
            "outlet": document.outlet or None,
            "agency": document.agency or None,
            "byline": document.byline or None,
            "language": document.language or None,
            "text": document.text,
            "body_start": document.body_start,
            "warnings": list(document.warnings),
        },
        ensure_ascii=False,
    )


def _refusal_line(refusal: Refusal) -> str:
    return json.dumps(
        {"file": refusal.place, "error": refusal.problem, "helps": refusal.helps}, ensure_ascii=False
    )


def _view(document: Document) -> str:
    published = document.published_at or document.published_on or "no date"
    about = [
        str(published),
        document.section,
        document.outlet,
        document.agency,
        document.byline,
        document.language,
    ]
    body = document.text[document.body_start :].split("\n\n")
    shown = [paragraph[:SHOWN_WIDTH] for paragraph in body[:SHOWN_PARAGRAPHS]]
    rest = [f"… and {len(body) - SHOWN_PARAGRAPHS} more paragraphs"] if len(body) > SHOWN_PARAGRAPHS else []
    left_out = [f"  left out: {cut.reason}: {cut.text[:SHOWN_WIDTH]!r}" for cut in document.left_out]
    warnings = [f"  warning: {warning}" for warning in document.warnings]
    return "\n".join(
        [document.place, f"  {document.title or '(no title)'}", "  " + " | ".join(filter(None, about)), "",
         *(f"  {line}" for line in [*shown, *rest]), "", *left_out, *warnings, ""]
    )  # fmt: skip
