"""Find the quotes of stored articles."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.exports.expected_changes import EXPECTED_CHANGES
from claims.exports.files import export_pieces
from claims.management.options import add_new_or_all, count_option
from claims.management.trouble import long_work
from claims.management.whole_file import whole_file
from claims.models import ExpectedChange, Run
from claims.queries.expected_changes import ShownChange, changes_of, examples_of
from claims.services.extracting import Extracted, extract_all, extract_new
from claims.services.finding import processes_to_use
from claims.services.preview import COUNTS, preview_extraction

#: rules and outlets that are printed; the file has all
MOST_LINES = 10
SHOWN_WORDS = 100  # characters of a quote


class Command(BaseCommand):
    """``manage.py extract --new | --all [--dry-run [--csv FILE]] [--processes N]``."""

    help = (
        "Finds the quotes of stored articles, with their speakers and statements. Quotes that somebody "
        "corrected, rejected or added, and those with tags or verdicts, stay as they are. Stopped with "
        "Ctrl C, it keeps what is done, and the same command does the rest. --all --dry-run changes nothing "
        "and says what a run over everything would change; manage.py take_back_extraction takes one back."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        add_new_or_all(parser, new="articles whose quotes were never looked for")
        parser.add_argument("--dry-run", action="store_true", help="with --all: only say what would change")
        parser.add_argument(
            "--csv", type=Path, metavar="FILE", help="with --dry-run: write every change there"
        )
        parser.add_argument(
            "--processes",
            type=count_option,
            default=processes_to_use(),
            metavar="N",
            help="that find quotes beside the one that writes; by default all cores but one",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Extract, or say what extracting would change."""
        if options["dry_run"]:
            self._preview(options)
            return
        if options["csv"] is not None:
            raise CommandError("--csv goes with --all --dry-run: only a preview is written to a file.")
        extract = extract_all if options["all"] else extract_new
        with long_work(self.stderr) as progress:
            extracted = extract(progress=progress, processes=options["processes"])
        self._report(extracted)

    def _report(self, extracted: Extracted) -> None:
        if not extracted.articles and not extracted.refused:
            self.stdout.write("There is no article to look through: nothing was changed.")
            return
        for article, words in extracted.refused:
            self.stderr.write(f"article {article}: {words}")
        quotes = extracted.quotes
        self.stdout.write(
            f"{extracted.articles:,} articles: {quotes.new:,} new quotes, {quotes.again:,} found again "
            f"({quotes.other_speaker:,} with another speaker, {quotes.other_details:,} with other details), "
            f"{quotes.moved:,} moved, {quotes.withdrawn:,} withdrawn, {quotes.kept:,} left alone because "
            "somebody answers for them."
        )
        if quotes.new or quotes.moved or quotes.withdrawn:
            self.stdout.write("Next: manage.py match --new.")
        if extracted.refused:
            raise CommandError(f"{len(extracted.refused):,} articles were refused, named above.")

    def _preview(self, options: dict[str, Any]) -> None:
        if not options["all"]:
            raise CommandError("--dry-run goes with --all: what is new replaces nothing.")
        with long_work(self.stderr) as progress:
            preview = preview_extraction(progress=progress, processes=options["processes"])
        self._show(preview)
        if options["csv"] is not None:
            with whole_file(options["csv"]) as file:
                for piece in export_pieces(EXPECTED_CHANGES, "csv", changes_of(preview)):
                    file.write(piece)
            self.stderr.write(f"Wrote {options['csv']}.")

    def _show(self, preview: Run) -> None:
        counts = preview.settings[COUNTS]
        self.stdout.write(f"Nothing was changed. A run over {counts['articles']:,} articles would make")
        for kind in ExpectedChange.Kind:
            self.stdout.write(f"  {counts['kinds'].get(kind, 0):8,}  {kind.label}")
        self.stdout.write(
            f"{counts['kept']:,} quotes stay since somebody answers for them; in {counts['spared']:,} places "
            "the extractor would have it otherwise."
        )
        for title, lines in (("By rule", counts["rules"]), ("By outlet", counts["outlets"])):
            if lines:
                self.stdout.write(f"\n{title}")
            for name, kinds in lines[:MOST_LINES]:
                labels = ((count, ExpectedChange.Kind(kind).label) for kind, count in kinds.items())
                told = ", ".join(f"{count:,} {label}" for count, label in labels)
                self.stdout.write(f"  {name or 'not known'}: {told}")
        for shown in examples_of(preview):
            self.stdout.write(_example(shown))
        for article, words in counts["refused"]:
            self.stderr.write(f"article {article} cannot be looked through: {words}")


def _example(shown: ShownChange) -> str:
    lines = [f"\n{shown.change.get_kind_display()}, article {shown.change.article_id}"]
    for name, side in (("as it is   ", shown.was), ("as it would be", shown.would_be)):
        if side is not None:
            words = " ".join(side.words.split())
            cut = words if len(words) <= SHOWN_WORDS else words[: SHOWN_WORDS - 1] + "…"
            lines.append(f"  {name:14}  {', '.join(side.speakers)}: “{cut}”")
    return "\n".join(lines)
