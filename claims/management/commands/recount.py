"""Make counts and copies anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.management.progress import TerminalProgress
from claims.management.trouble import ASKS_AGAIN, named_trouble
from claims.services.progress import Stopped
from claims.services.recounting import recount_corpus


class Command(BaseCommand):
    """``manage.py recount``."""

    help = (
        "Counts anew what is stored as a count or a copy: quotes of speakers, numbers of statements, days, "
        "words for search, utterances. It mends what check_corpus says a recount mends, and changes nothing "
        "that is right."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Recount."""
        progress = TerminalProgress(self.stderr)
        try:
            with named_trouble():
                changed = recount_corpus(progress=progress)
        except (Stopped, KeyboardInterrupt):
            progress.end()
            raise CommandError(f"stopped. {ASKS_AGAIN}") from None
        progress.end()
        self.stdout.write(
            f"{changed:,} rows were wrong and are right now." if changed else "Nothing was wrong."
        )
