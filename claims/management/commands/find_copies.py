"""Find the articles that are one text."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from claims.management.options import add_new_or_all
from claims.management.trouble import long_work
from claims.models import CopyGroup
from claims.services.over_corpus import find_all_copies, find_new_copies


class Command(BaseCommand):
    """``manage.py find_copies --new | --all``."""

    help = (
        "Finds the articles that are one text in several outlets: the same, nearly the same, or with cuts. "
        "An import does it for what it stores. What somebody said to be no copy stays a text of its own. "
        "Stopped with Ctrl C, it keeps what is done, and the same command does the rest."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        add_new_or_all(parser, new="articles that were not compared with the others yet")

    def handle(self, *args: Any, **options: Any) -> None:
        """Look for copies."""
        find = find_all_copies if options["all"] else find_new_copies
        with long_work(self.stderr) as progress:
            compared = find(progress=progress)
        if not compared.articles:
            self.stdout.write("There is no article to compare: nothing was changed.")
            return
        self.stdout.write(
            f"{compared.articles:,} articles compared, {compared.copies:,} have copies. "
            f"Texts that several articles print: {CopyGroup.objects.count():,}."
        )
