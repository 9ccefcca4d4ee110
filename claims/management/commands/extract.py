"""Find the quotes of stored articles."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from claims import VERSION
from claims.management.progress import TerminalProgress
from claims.management.trouble import ASKS_AGAIN, named_trouble
from claims.models import Article, Run
from claims.services.progress import Stopped
from claims.services.quotes import Extracted, extract_articles
from claims.services.runs import begin_run
from claims.services.whole_corpus import close_whole_run, open_whole_run


class Command(BaseCommand):
    """``manage.py extract --new | --all``."""

    help = (
        "Finds the quotes of stored articles, with their speakers and statements. Quotes that somebody "
        "corrected, rejected or added, and those with tags or verdicts, stay as they are. Stopped with "
        "Ctrl C, it keeps what is done, and the same command does the rest."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        chosen = parser.add_mutually_exclusive_group(required=True)
        chosen.add_argument("--new", action="store_true", help="articles whose quotes were never looked for")
        chosen.add_argument("--all", action="store_true", help="every article again, as after an update")

    def handle(self, *args: Any, **options: Any) -> None:
        """Extract."""
        if options["all"]:
            run = open_whole_run(program=Run.Program.QUOTES)
            articles = Article.objects.live().filter(Q(quotes_run__isnull=True) | Q(quotes_run__lt=run))
        else:
            articles = Article.objects.without_quotes_run()
            if not articles.exists():
                self._report(Extracted())
                return
            run = begin_run(program=Run.Program.QUOTES, version=VERSION)
        progress = TerminalProgress(self.stderr)
        try:
            with named_trouble():
                extracted = extract_articles(articles=articles, run=run, progress=progress)
        except (Stopped, KeyboardInterrupt):
            progress.end()
            raise CommandError(f"stopped. {ASKS_AGAIN}") from None
        progress.end()
        if options["all"]:
            close_whole_run(run)
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
