"""Adjust the scores of this corpus to its reviewers' verdicts."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.management.trouble import long_work, named_trouble
from claims.services.calibrating import (
    Proposed,
    UnableToRecalibrate,
    propose_calibration,
    recalibrate,
    use_shipped_scores,
)


class Command(BaseCommand):
    """``manage.py recalibrate [--dry-run | --shipped]``."""

    help = (
        "Adjusts the scores of this corpus to the verdicts of its reviewers, from 300 of them on: a score "
        "then says how often two statements like these say the same here. The order of the scores stays, "
        "and so do the scores as shipped. Stopped with Ctrl C, the same command does the rest."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        chosen = parser.add_mutually_exclusive_group()
        chosen.add_argument("--dry-run", action="store_true", help="only say what would change")
        chosen.add_argument("--shipped", action="store_true", help="go back to the scores as shipped")

    def handle(self, *args: Any, **options: Any) -> None:
        """Recalibrate."""
        try:
            if options["dry_run"]:
                with named_trouble():
                    self._show(propose_calibration(), "would ")
            elif options["shipped"]:
                with long_work(self.stderr) as progress:
                    changed = use_shipped_scores(progress=progress)
                self.stdout.write(f"The scores are as shipped: {changed:,} changed.")
            else:
                with long_work(self.stderr) as progress:
                    proposed, changed = recalibrate(progress=progress)
                self._show(proposed, "")
                self.stdout.write(f"{changed:,} scores changed.")
        except UnableToRecalibrate as problem:
            raise CommandError(str(problem)) from problem

    def _show(self, proposed: Proposed, would: str) -> None:
        calibration = proposed.calibration
        others = proposed.verdicts - proposed.same
        self.stdout.write(
            f"{proposed.verdicts:,} verdicts: {proposed.same:,} say the same statement, {others:,} something "
            f"else.\n"
            f"Brier score of the scores against them: {proposed.brier_before:.3f} as shipped, "
            f"{proposed.brier_after:.3f} adjusted (cross-validated).\n"
            f"Adjusted: {calibration.slope:.2f} times the logit, {calibration.shift:+.2f}.\n"
            f"At 0.7, {proposed.up:,} matches {would}come into sight, {proposed.down:,} {would}go out of it."
        )
