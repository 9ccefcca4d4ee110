"""The first command: everything from an empty folder to a site that can be used."""

import shutil
import sqlite3
import textwrap
from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from claims import VERSION
from claims.exports.files import export
from claims.management.lock import DataInUse, lock_data
from claims.management.options import port_option
from claims.management.progress import TerminalProgress
from claims.management.serving import HOST, PortTaken, check_port, serve
from claims.models import Corpus, Match, User
from claims.queries.lists import speakers_of_quotes
from claims.queries.summary import Summary, summarise_corpus
from claims.services.accounts import make_first_account
from claims.services.extracting import extract_new
from claims.services.over_corpus import find_new_copies, match_new
from claims.services.sample import Sample, load_sample_articles, load_sample_codings
from claims.services.speaker_pairs import find_pairs
from project.secret_key import find_key, make_key

DEFAULT_PORT = 8000
CLAIM_WIDTH = 46  # characters; longer names are shortened
FREE_SPACE_NEEDED = 2.5  # times the database, before it is migrated


class Command(BaseCommand):
    """``manage.py start [--empty] [--no-serve] [--port N]``."""

    help = (
        "Sets On Record up and serves it: makes the database, loads the sample corpus, finds its quotes and "
        "related statements, prints what it found, writes the annotated export, and opens the site on this "
        "machine. Started again, it changes nothing and serves what is there."
    )
    requires_system_checks = ()  # they open the database, whose folder is made here

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--empty", action="store_true", help="leave the sample corpus out")
        parser.add_argument("--no-serve", action="store_true", help="stop before serving the site")
        parser.add_argument(
            "--port", type=port_option, default=DEFAULT_PORT, help="of the site, by default 8000"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Set up what is missing, say what is there, serve."""
        data: Path = settings.DATA_DIR
        with self._take(data):
            if not options["no_serve"]:
                self._check_port(options["port"])
            is_changed = self._migrate(data)
            is_changed |= self._make_corpus(options["empty"])
            password = make_first_account()
            is_changed |= self._load()
            summary = summarise_corpus()
            self._show(summary)
            self._write_export(data)
            if password is not None:
                self._show_account(password)
            elif not is_changed:
                self.stdout.write("Everything is in place already: nothing was changed.")
            self.stdout.write(f"The data lies in {data}")
            if not options["no_serve"]:
                self.stdout.write(f"On Record is at http://{HOST}:{options['port']}/ (stop it with Ctrl C)")
                serve(options["port"], settings.BASE_DIR)

    def _take(self, data: Path) -> IO[str]:
        """Make the data folder and its key, and take the folder for this process."""
        try:
            make_key(data)
            settings.SECRET_KEY = find_key(data)
            return lock_data(data)
        except DataInUse as problem:
            raise CommandError(str(problem)) from problem
        except OSError as problem:
            raise CommandError(
                f"{data} cannot be the folder for the data ({problem.strerror}). Name one that may be "
                "written with ON_RECORD_DATA."
            ) from problem

    def _check_port(self, port: int) -> None:
        try:
            check_port(port)
        except PortTaken as problem:
            raise CommandError(str(problem)) from problem

    def _migrate(self, data: Path) -> bool:
        """Bring the database up to date, with a backup of an older one. Returns whether it was changed."""
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if not plan:
            return False
        path = data / "on-record.sqlite3"
        if connection.vendor == "sqlite" and executor.loader.applied_migrations:
            self._back_up(path)
        self.stdout.write(f"Making the database ({len(plan)} steps) …")
        call_command("migrate", verbosity=0, interactive=False)
        return True

    def _back_up(self, path: Path) -> None:
        size = path.stat().st_size
        needed = FREE_SPACE_NEEDED * size
        if shutil.disk_usage(path.parent).free < needed:
            raise CommandError(
                f"{path.parent} has too little room to migrate safely: free {needed / 1e6:,.0f} MB there."
            )
        backups = path.parent / "backups"
        backups.mkdir(exist_ok=True)
        moment = datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S")
        target = backups / f"before-{VERSION}-{moment}.sqlite3"
        with sqlite3.connect(path) as database:
            database.execute("VACUUM INTO ?", [str(target)])
        self.stdout.write(f"Backup before the change: {target}")

    def _make_corpus(self, is_empty: bool) -> bool:
        """Name the corpus at the first start: after the sample, or after nothing. Later starts keep it."""
        if Corpus.objects.exists():
            return False
        contents = {} if is_empty else self._sample().contents["corpus"]
        Corpus.objects.create(
            id=1, name=contents.get("name", "Corpus"), institution=contents.get("institution", "")
        )
        return True

    def _load(self) -> bool:
        """Load the sample, if this installation began with it, and find what is new in it."""
        sample = self._sample()
        has_sample = Corpus.objects.get().name == sample.contents["corpus"]["name"]
        progress = TerminalProgress(self.stderr)
        is_changed = load_sample_articles(sample=sample, progress=progress) if has_sample else False
        progress.end()
        find_new_copies(progress=progress)
        progress.end()
        extracted = extract_new(progress=progress)
        progress.end()
        for article, problem in extracted.refused:
            self.stderr.write(f"Article {article} has no quotes yet: {problem}")
        matched = match_new(progress=progress)
        progress.end()
        find_pairs(progress=progress)
        progress.end()
        is_changed |= bool(extracted.articles or matched.articles)
        if has_sample:
            lead = User.objects.filter(is_superuser=True).earliest("id")
            codings = load_sample_codings(sample=sample, lead=lead)
            for problem in codings.left_out:
                self.stdout.write(f"A tag of the sample was left out: {problem}")
            is_changed |= codings.new > 0
        return is_changed

    def _sample(self) -> Sample:
        return Sample.open(settings.BASE_DIR / "seeds")

    def _show(self, summary: Summary) -> None:
        write = self.stdout.write
        write("")
        write(f"{summary.articles:,} articles from {summary.outlets:,} outlets")
        known = summary.quotes - summary.quotes_without_speaker
        write(f"{summary.quotes:,} quotes, {known:,} with a known speaker; {summary.statements:,} statements")
        if summary.speakers:
            write("\nQuotes by speaker")
            for speaker in summary.speakers:
                write(f"  {speaker.quotes:4,}  {speaker.name}")
        if summary.matches:
            write("\nThe strongest related statements")
            self._show_matches(summary.matches)
        if summary.claims:
            write(f"\n{'Claims':{CLAIM_WIDTH}}  supports  opposes  neutral  unclear")
            for claim in summary.claims:
                name = textwrap.shorten(claim.name, CLAIM_WIDTH - 2, placeholder=" …")
                counts = f"{claim.supports:10,}{claim.opposes:9,}{claim.neutral:9,}{claim.unclear:9,}"
                write(f"  {name:{CLAIM_WIDTH - 2}}{counts}")
        write("")

    def _show_matches(self, matches: tuple[Match, ...]) -> None:
        speakers = speakers_of_quotes(
            [side.quote_id for match in matches for side in (match.left, match.right)]
        )
        for match in matches:
            self.stdout.write(f"  {match.score:.2f}  {match.get_relation_display()}")
            for statement in (match.left, match.right):
                words = textwrap.shorten(statement.exact, 90, placeholder=" …")
                who = ", ".join(map(str, speakers.get(statement.quote_id, ()))) or "speaker not known"
                outlet = statement.article.outlet or "outlet unknown"
                day = statement.article.published_on or "day unknown"
                self.stdout.write(f"        “{words}”")
                self.stdout.write(f"            {who} ({outlet}, {day})")

    def _write_export(self, data: Path) -> None:
        folder = data / "exports"
        folder.mkdir(exist_ok=True)
        path = folder / "annotations.csv"
        with path.open("wb") as file:
            export("annotations", "csv", {}, None, file)
        self.stdout.write(f"Annotated claims: {path}")

    def _show_account(self, password: str) -> None:
        self.stdout.write("")
        self.stdout.write("Your account, shown this once:")
        self.stdout.write("    user name  lead")
        self.stdout.write(f"    password   {password}")
        self.stdout.write("")
