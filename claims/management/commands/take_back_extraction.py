"""Take a run of the extractor over everything back."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.management.options import count_option
from claims.management.trouble import long_work
from claims.models import Run
from claims.services.extracting import BEFORE, CHANGED, DONE, TAKEN_BACK, whole_runs
from claims.services.extraction_back import UnableToTakeBack, take_back_extraction


class Command(BaseCommand):
    """``manage.py take_back_extraction [RUN]``."""

    help = (
        "Takes a run of the extractor over everything back: every article has the quotes again that it had "
        "before. Quotes that somebody corrected, tagged or judged since stay, and are counted. Without a "
        "number it lists the runs. Stopped with Ctrl C, it keeps what is done, and the same command does the "
        "rest."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the argument."""
        parser.add_argument("run", nargs="?", type=count_option, help="number of the run")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take it back, or list what could be."""
        if options["run"] is None:
            self._list()
            return
        run = Run.objects.filter(pk=options["run"]).first()
        if run is None:
            raise CommandError(f"There is no run {options['run']}. Without a number this command lists them.")
        try:
            with long_work(self.stderr) as progress:
                taken = take_back_extraction(run=run, progress=progress)
        except UnableToTakeBack as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            f"{taken.articles:,} articles: {taken.changed:,} have quotes back that they had before."
        )
        if taken.kept:
            self.stdout.write(f"Kept {len(taken.kept):,} quotes that somebody corrected or used since.")
        self.stdout.write("Next: manage.py match --new.")

    def _list(self) -> None:
        runs = [run for run in whole_runs() if BEFORE in run.settings]
        if not runs:
            self.stdout.write("The extractor was never run over everything: there is nothing to take back.")
        for run in runs:
            self.stdout.write(f"{run.pk:6}  {run.started_at:%Y-%m-%d %H:%M}  {run.version}  {_state(run)}")


def _state(run: Run) -> str:
    if TAKEN_BACK in run.settings:
        return "taken back"
    if DONE not in run.settings:
        return "not finished"
    changed = run.settings[CHANGED]
    return (
        f"changed {changed['articles']:,} articles: {changed['new']:,} quotes made, "
        f"{changed['withdrawn']:,} withdrawn"
    )
