"""Find the quotes of stored articles."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.management.options import add_new_or_all
from claims.management.trouble import long_work
from claims.services.extracting import Extracted, extract_all, extract_new


class Command(BaseCommand):
    """``manage.py extract --new | --all``."""

    help = (
        "Finds the quotes of stored articles, with their speakers and statements. Quotes that somebody "
        "corrected, rejected or added, and those with tags or verdicts, stay as they are. Stopped with "
        "Ctrl C, it keeps what is done, and the same command does the rest."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        add_new_or_all(parser, new="articles whose quotes were never looked for")

    def handle(self, *args: Any, **options: Any) -> None:
        """Extract."""
        extract = extract_all if options["all"] else extract_new
        with long_work(self.stderr) as progress:
            extracted = extract(progress=progress)
        self._report(extracted)

    def _report(self, extracted: Extracted) -> None:
        if not extracted.articles and not extracted.refused:
            self.stdout.write("There is no article to look through: nothing was changed.")
            return
        for article, words in extracted.refused:
            self.stderr.write(f"article {article}: {words}")
        quotes = extracted.quotes
        self.stdout.write(
            f"{extracted.articles:,} articles: {quotes.new:,} new quotes, {quotes.again:,} found again, "
            f"{quotes.withdrawn:,} withdrawn, {quotes.kept:,} left alone because somebody answers for them."
        )
        if quotes.new or quotes.withdrawn:
            self.stdout.write("Next: manage.py match --new.")
        if extracted.refused:
            raise CommandError(f"{len(extracted.refused):,} articles were refused, named above.")
