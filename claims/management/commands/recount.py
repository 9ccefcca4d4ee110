"""Make counts and copies anew."""

from typing import Any

from django.core.management.base import BaseCommand

from claims.management.trouble import long_work
from claims.services.recounting import recount_corpus


class Command(BaseCommand):
    """``manage.py recount``."""

    help = (
        "Counts anew what is stored as a count or a copy: quotes of speakers, numbers of statements, days, "
        "words for search, utterances, how much hangs on a match. It mends what check_corpus says a recount "
        "mends, and changes nothing that is right."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Recount."""
        with long_work(self.stderr) as progress:
            changed = recount_corpus(progress=progress)
        self.stdout.write(
            f"{changed:,} rows were wrong and are right now." if changed else "Nothing was wrong."
        )
