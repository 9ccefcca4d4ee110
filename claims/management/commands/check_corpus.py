"""Prove the laws of the corpus over the whole database."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.management.progress import TerminalProgress
from claims.management.trouble import named_trouble
from claims.models import Article
from claims.queries.copies import check_copies
from claims.queries.copies_check import (
    check_database,
    check_history,
    check_matches,
    check_speakers,
    check_utterances,
)
from claims.queries.corpus_check import check_articles
from claims.queries.findings import Finding
from claims.queries.scores_check import check_scores, check_terms


class Command(BaseCommand):
    """``manage.py check_corpus``."""

    help = (
        "Checks the whole database: that every text is the one that was stored, that every quote, mention "
        "and statement is what stands at its place, that counts and copies are right, and that nothing "
        "people made was changed without a history. Names each row that is not, with the mend. Changes "
        "nothing."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, print what was found, and fail if anything was."""
        found = 0
        with named_trouble():
            for finding in self._findings():
                found += 1
                self.stdout.write(str(finding))
        if found:
            raise CommandError(f"{found:,} rows are not as they should be, named above.")
        self.stdout.write("Everything is as it should be.")

    def _findings(self) -> Iterator[Finding]:
        yield from check_database()
        progress = TerminalProgress(self.stderr)
        progress.begin(Article.objects.count(), "articles checked")
        for done, findings in check_articles():
            progress.advance(done)
            yield from findings
        progress.end()
        yield from check_copies()
        yield from check_speakers()
        yield from check_terms()
        yield from check_matches()
        yield from check_scores()
        yield from check_utterances()
        yield from check_history()
