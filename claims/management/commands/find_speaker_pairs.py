"""Find names that may be one speaker."""

import csv
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from claims.management.trouble import long_work, named_trouble
from claims.matching.name_pairs import NamePair
from claims.models import Speaker, SpeakerPair
from claims.services.speaker_pairs import find_pairs, pairs_to_propose


class Command(BaseCommand):
    """``manage.py find_speaker_pairs [--all] [--dry-run]``."""

    help = (
        "Proposes speakers that may be one person or organisation, by their names: spellings, initials, "
        "titles, short names. The page “Names that may be one” asks a person. Pairs that somebody answered "
        "stay answered. Run after extraction; the worker does it by itself."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument(
            "--all",
            action="store_true",
            help="look at all names anew, not at those since the last time alone",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="print what would be proposed, as CSV, and write nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Find the pairs, or print them."""
        if options["dry_run"]:
            with named_trouble():
                self._print(pairs_to_propose(every=options["all"]))
            return
        with long_work(self.stderr) as progress:
            found = find_pairs(every=options["all"], progress=progress)
        if not found.speakers:
            self.stdout.write("No name is new since the last time: nothing was changed.")
            return
        waiting = SpeakerPair.objects.waiting().count()
        self.stdout.write(
            f"{found.speakers:,} speakers looked at: {found.new:,} new pairs, {found.gone:,} gone; "
            f"{waiting:,} wait for an answer."
        )

    def _print(self, pairs: list[NamePair]) -> None:
        names = Speaker.objects.in_bulk([side for pair in pairs for side in (pair.left, pair.right)])
        lines = csv.writer(self.stdout, lineterminator="\n")
        lines.writerow(["score", "reason", "left_id", "left", "right_id", "right"])
        for pair in pairs:
            left, right = names[pair.left], names[pair.right]
            lines.writerow([f"{pair.score:.2f}", pair.reason.value, left.pk, left, right.pk, right])
