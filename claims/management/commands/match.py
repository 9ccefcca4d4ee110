"""Find related statements."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from claims.management.options import add_new_or_all, count_option
from claims.management.trouble import long_work
from claims.models import Article
from claims.services.finding import processes_to_use
from claims.services.matches import Matched
from claims.services.over_corpus import match_all, match_new, match_since


class Command(BaseCommand):
    """``manage.py match --new | --all | --since DATE [--processes N]``."""

    help = (
        "Finds related statements in other articles: the same words, a part of them, reworded, or perhaps "
        "contradicting. Matches that somebody judged stay as they are. Stopped with Ctrl C, it keeps what is "
        "done, and the same command does the rest. Two that run at once divide the articles."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        add_new_or_all(parser, new="articles that were not compared with the others yet", has_since=True)
        parser.add_argument(
            "--processes",
            type=count_option,
            metavar="N",
            help="in how many processes, each of which holds an index of its own (280 MB for a million "
            "statements); by default all cores but one, and one for --new",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Match."""
        processes = options["processes"] or (1 if options["new"] else processes_to_use())
        with long_work(self.stderr) as progress:
            if options["since"]:
                matched = match_since(day=options["since"], progress=progress, processes=processes)
            elif options["all"]:
                matched = match_all(progress=progress, processes=processes)
            else:
                matched = match_new(progress=progress, processes=processes)
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
