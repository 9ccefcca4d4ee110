"""Print one article with its quotes."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.management.sheet import sheet_of_article, sheet_of_document
from claims.models import Article
from claims.readers import read_path
from claims.readers.documents import Refusal
from claims.text.extract import extract_quotes


class Command(BaseCommand):
    """``manage.py show_article ID`` or ``manage.py show_article --file F``."""

    help = (
        "Prints one article with its quotes: who says what, by which words it was found, and the numbered "
        "statements. With --file a file is read, cleaned and extracted without storing anything."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        chosen = parser.add_mutually_exclusive_group(required=True)
        chosen.add_argument("id", nargs="?", type=int, metavar="ID", help="number of a stored article")
        chosen.add_argument(
            "--file", type=Path, metavar="F", help="a file to read instead; nothing is stored"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the article."""
        if options["file"] is not None:
            self._show_file(options["file"])
            return
        article = Article.objects.select_related("outlet", "agency").filter(pk=options["id"]).first()
        if article is None:
            raise CommandError(
                f"there is no article {options['id']}. The numbers stand in the pages' addresses."
            )
        self.stdout.write(sheet_of_article(article))

    def _show_file(self, path: Path) -> None:
        if not path.is_file():
            raise CommandError(f"there is no file {path}. Check the spelling, or give the whole path.")
        refused = 0
        for found in read_path(path):
            if isinstance(found, Refusal):
                refused += 1
                self.stderr.write(str(found))
                continue
            quotes = extract_quotes(found.text, body_start=found.body_start, language=found.language)
            self.stdout.write(sheet_of_document(found, quotes))
        if refused:
            raise CommandError(f"{refused} refused, named above.")
