"""Find the quotes of stored articles."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims import VERSION
from claims.management.progress import TerminalProgress
from claims.models import Article, Run
from claims.services.progress import Stopped
from claims.services.quotes import Extracted, extract_articles
from claims.services.runs import begin_run


class Command(BaseCommand):
    """``manage.py extract --new | --all``."""

    help = (
        "Finds the quotes of stored articles, with their speakers and statements. Quotes that somebody "
        "corrected, rejected or added, and those with tags or verdicts, stay as they are. Stopped with "
        "Ctrl C, it keeps what is done."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        chosen = parser.add_mutually_exclusive_group(required=True)
        chosen.add_argument(
            "--new", action="store_true", help="only articles whose quotes were never looked for"
        )
        chosen.add_argument(
            "--all", action="store_true", help="every article again, for example after an update"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Extract."""
        articles = Article.objects.live() if options["all"] else Article.objects.without_quotes_run()
        if not articles.exists():
            self.stdout.write("There is no new article: nothing was changed.")
            return
        run = begin_run(program=Run.Program.QUOTES, version=VERSION, settings={"all": options["all"]})
        progress = TerminalProgress(self.stderr._out)
        try:
            extracted = extract_articles(articles=articles, run=run, progress=progress)
        except (Stopped, KeyboardInterrupt):
            progress.end()
            again = "--new" if options["new"] else "--all"
            raise CommandError(
                f"stopped. What is done stays; manage.py extract {again} does the rest."
            ) from None
        progress.end()
        self._report(extracted)

    def _report(self, extracted: Extracted) -> None:
        quotes = extracted.quotes
        for article, words in extracted.refused:
            self.stderr.write(f"article {article}: {words}")
        self.stdout.write(
            f"{extracted.articles:,} articles: {quotes.new:,} new quotes, {quotes.again:,} found again, "
            f"{quotes.withdrawn:,} withdrawn, {quotes.kept:,} left alone because somebody answers for them."
        )
        if quotes.new or quotes.withdrawn:
            self.stdout.write("Next: manage.py match --new.")
        if extracted.refused:
            raise CommandError(f"{len(extracted.refused):,} articles were refused, named above.")
