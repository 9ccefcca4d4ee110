"""Find related statements."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from claims import VERSION
from claims.management.progress import TerminalProgress
from claims.management.trouble import ASKS_AGAIN, named_trouble
from claims.models import Article, Run
from claims.services.matches import Matched, match_articles
from claims.services.progress import Stopped
from claims.services.runs import begin_run
from claims.services.whole_corpus import close_whole_run, open_whole_run


class Command(BaseCommand):
    """``manage.py match --new | --all``."""

    help = (
        "Finds related statements in other articles: the same words, a part of them, reworded, or perhaps "
        "contradicting. Matches that somebody judged stay as they are. Stopped with Ctrl C, it keeps what is "
        "done, and the same command does the rest."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        chosen = parser.add_mutually_exclusive_group(required=True)
        chosen.add_argument(
            "--new", action="store_true", help="articles that were not compared with the others yet"
        )
        chosen.add_argument("--all", action="store_true", help="every article again, as after an update")

    def handle(self, *args: Any, **options: Any) -> None:
        """Match."""
        if options["all"]:
            run = open_whole_run(program=Run.Program.MATCHES)
            extracted = Article.objects.live().filter(quotes_run__isnull=False)
            articles = extracted.filter(Q(matches_run__isnull=True) | Q(matches_run__lt=run))
        else:
            articles = Article.objects.without_matches_run()
            if not articles.exists():
                self._report(Matched())
                return
            run = begin_run(program=Run.Program.MATCHES, version=VERSION)
        progress = TerminalProgress(self.stderr)
        try:
            with named_trouble():
                matched = match_articles(articles=articles, run=run, progress=progress)
        except (Stopped, KeyboardInterrupt):
            progress.end()
            raise CommandError(f"stopped. {ASKS_AGAIN}") from None
        progress.end()
        if options["all"]:
            close_whole_run(run)
        self._report(matched)

    def _report(self, matched: Matched) -> None:
        if not matched.articles:
            self.stdout.write("There is no article to match: nothing was changed.")
        else:
            self.stdout.write(
                f"{matched.articles:,} articles: {matched.new:,} new matches, {matched.changed:,} changed, "
                f"{matched.gone:,} gone."
            )
        waiting = Article.objects.without_quotes_run().count()
        if waiting:
            self.stdout.write(
                f"The quotes of {waiting:,} articles were never looked for: manage.py extract --new."
            )
