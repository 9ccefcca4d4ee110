"""Store articles from files, folders and zip files."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.management.mapping import add_dates, add_mapping
from claims.management.options import language_option
from claims.management.trouble import long_work
from claims.models import ImportItem
from claims.services.imports import Preview, prepare_paths, preview_import, store_import
from claims.services.over_corpus import find_new_copies


class Command(BaseCommand):
    """``manage.py import_articles PATH... [--outlet NAME] [--mapping FIELD=COLUMN ...] [--dates ORDER]
    [--language CODE] [--dry-run]``.
    """

    help = (
        "Stores news articles: text, HTML, CSV, XLSX, JSON and JSON Lines files, folders and zip files of "
        "them. What is stored already is not stored twice; what cannot be read is named and the rest goes on."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("paths", nargs="+", metavar="PATH", type=Path, help="files, folders or zip files")
        parser.add_argument("--outlet", default="", help="the outlet of articles that name none themselves")
        add_mapping(parser)
        add_dates(parser)
        parser.add_argument(
            "--language",
            type=language_option,
            metavar="CODE",
            help="the language of all articles, as en or de, whatever the files or their words say",
        )
        parser.add_argument("--dry-run", action="store_true", help="show what would be stored, store nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import, or show what would be imported."""
        mapping = dict(options["mapping"])
        missing = [str(path) for path in options["paths"] if not path.exists()]
        if missing:
            raise CommandError(
                f"there is no {', no '.join(missing)}. Check the spelling, or give the whole path."
            )
        imported = prepare_paths(
            paths=options["paths"],
            outlet=options["outlet"],
            mapping=mapping,
            dates=options["dates"].replace("-", "_").upper(),
            language=options["language"] or "",
            by=None,
        )
        if options["dry_run"]:
            preview = preview_import(imported=imported, paths=options["paths"])
            imported.delete()
            self._show_preview(preview)
            return
        with long_work(self.stderr) as progress:
            store_import(imported=imported, paths=options["paths"], progress=progress)
            progress.end()
            find_new_copies(progress=progress)
        self._report(imported)

    def _show_preview(self, preview: Preview) -> None:
        refused = 0
        for row in preview.rows:
            if row.refusal is not None:
                refused += 1
                self.stdout.write(str(row.refusal))
                continue
            assert row.document is not None
            document = row.document
            when = document.published_at or document.published_on or "day unknown"
            self.stdout.write(f"{row.place}: {row.outcome.label}")
            self.stdout.write(f"    {document.title or '(no title)'}")
            self.stdout.write(
                f"    {document.outlet or 'outlet unknown'} · {when} · {len(document.text):,} characters"
            )
            for warning in document.warnings:
                self.stdout.write(f"    note: {warning}")
        if not preview.is_whole:
            self.stdout.write(f"… and more; the first {len(preview.rows)} are shown.")
        self.stdout.write("Nothing was stored.")
        if refused:
            raise CommandError(f"{refused} would be refused, see above.")

    def _report(self, imported: Any) -> None:
        for item in imported.items.exclude(warnings=[]).order_by("id"):
            for warning in item.warnings:
                self.stdout.write(f"{item.place}: note: {warning}")
        for item in imported.items.refused().order_by("id"):
            self.stderr.write(f"{item.place}: {item.words}: {item.helps}")
        labels = dict(ImportItem.Outcome.choices)
        counts = imported.counts
        told = ", ".join(
            f"{counts[outcome]:,} {label}" for outcome, label in labels.items() if counts.get(outcome)
        )
        self.stdout.write(f"{told or 'nothing found'}.")
        if counts.get(ImportItem.Outcome.STORED):
            self.stdout.write("Next: manage.py extract --new, then manage.py match --new.")
        if counts.get(ImportItem.Outcome.REFUSED):
            raise CommandError(f"{counts[ImportItem.Outcome.REFUSED]:,} refused, named above.")
