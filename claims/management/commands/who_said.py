"""Search the corpus by statement: who said something like a sentence."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.http import QueryDict

from claims.management.options import count_option
from claims.models import Statement
from claims.models.base import UNKNOWN_DAY
from claims.models.match import STORED_FROM
from claims.queries.like_filter import LikeFilter
from claims.services.embedding import UnableToReadMeanings
from claims.services.who_said import MOST, Answers, Like, UnableToSearch, find_like

NARROWING = {
    "language": "the language of the text, such as en; guessed if nothing is said",
    "speaker": "number of the speaker",
    "speaker-name": "part of the speaker's name",
    "outlet": "number of the outlet",
    "after": "first day, such as 2026-03-01",
    "before": "last day",
    "min-score": f"least score from {STORED_FROM} to 1",
}
NOTHING = "nothing stored resembles this"
BELOW = "nothing stored reaches the least score; the nearest below it:"


class Command(BaseCommand):
    """``manage.py who_said "A treaty will be signed this year." [--after 2026-03-01] [--json]``."""

    help = (
        "Prints for each sentence of a text the statements of the corpus that are most like it: score, "
        "speaker, outlet, day, words, and what the score counted. As the page “Who said this” does."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("text", help="a sentence or a paragraph, in quotation marks")
        for name, words in NARROWING.items():
            parser.add_argument(f"--{name}", default="", help=words)
        parser.add_argument("--top", type=count_option, default=MOST, help="how many (default: %(default)s)")
        parser.add_argument("--json", action="store_true", help="print JSON Lines, one object a statement")

    def handle(self, *args: Any, **options: Any) -> None:
        """Search and print."""
        params = QueryDict(mutable=True)
        params["text"] = options["text"]
        for name in (name.replace("-", "_") for name in NARROWING):
            if options[name]:
                params[name] = options[name]
        asked = LikeFilter(params, Statement.objects.live())
        if asked.errors:
            raise CommandError("\n".join(_told(name, words) for name, words in asked.errors.items()))
        try:
            found = find_like(
                text=asked.asked["text"],
                language=asked.asked["language"],
                among=asked.narrowed,
                min_score=float(asked.asked["min_score"] or STORED_FROM),
                most=options["top"],
            )
        except (UnableToSearch, UnableToReadMeanings) as refusal:
            raise CommandError(str(refusal)) from refusal
        (self._print_json if options["json"] else self._print)(found)

    def _print(self, found: Answers) -> None:
        for answer in found.sentences:
            self.stdout.write(f"“{answer.sentence}”")
            if not answer.likes:
                self.stdout.write(f"  {BELOW if answer.weaker else NOTHING}")
            for like in answer.likes or answer.weaker:
                self._print_like(like)

    def _print_like(self, like: Like) -> None:
        who = ", ".join(speaker.name for speaker in like.speakers) or "speaker not known"
        where = ", ".join(filter(None, (_outlet(like), _day(like) or "no date")))
        prints = f", printed {like.prints:,} times" if like.prints > 1 else ""
        self.stdout.write(f"  {like.score:.2f}  {who} ({where}{prints})")
        self.stdout.write(f"        {like.statement.exact}")
        self.stdout.write(f"        {like.explanation}; statement {like.statement.pk}")

    def _print_json(self, found: Answers) -> None:
        for answer in found.sentences:
            for like in answer.likes:
                row = {
                    "sentence": answer.sentence,
                    "statement_id": like.statement.pk,
                    "text": like.statement.exact,
                    "score": like.score,
                    "relation": like.relation.lower(),
                    "explanation": like.explanation,
                    "speakers": [speaker.name for speaker in like.speakers],
                    "outlet": _outlet(like) or None,
                    "published_on": _day(like) or None,
                    "utterance_id": like.statement.utterance_id,
                    "prints": like.prints,
                }
                self.stdout.write(json.dumps(row, ensure_ascii=False))


def _told(name: str, words: list[str]) -> str:
    option = name if name == "text" else f"--{name.replace('_', '-')}"
    return f"{option}: {' '.join(words)}"


def _outlet(like: Like) -> str:
    return like.statement.quote.outlet.name if like.statement.quote.outlet else ""


def _day(like: Like) -> str:
    return "" if like.statement.day == UNKNOWN_DAY else like.statement.day.isoformat()
