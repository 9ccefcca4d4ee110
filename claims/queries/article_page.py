"""What stands beside an article: who speaks in it, how far it is tagged, what was said elsewhere too."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from claims.models import Article, Match, Speaker, User
from claims.queries.quotes import ShownQuote
from claims.queries.rights import annotations_seen_by
from claims.queries.shown_matches import with_sides

SAME_ELSEWHERE = 8  # matches beside an article; the page of each statement has all of its own


@dataclass(slots=True)
class Voice:
    """One speaker of an article (None: not known) with what he or she has in it."""

    speaker: Speaker | None
    quotes: int = 0
    statements: int = 0


def article_to_show(pk: int) -> Article | None:
    """Return an article, of whatever version, with what its page names."""
    related = ("outlet", "agency", "replaces", "replaced_by", "copies", "quotes_run", "matches_run")
    return Article.objects.select_related(*related).filter(pk=pk).first()


def voices_of(quotes: Iterable[ShownQuote]) -> list[Voice]:
    """Return who speaks, most statements first; the unknown ones as one, at the end."""
    voices: dict[int | None, Voice] = {}
    for shown in quotes:
        known: list[Speaker | None] = [spoken.speaker for spoken in shown.speakers]
        for speaker in known or [None]:
            voice = voices.setdefault(speaker.pk if speaker else None, Voice(speaker))
            voice.quotes += 1
            voice.statements += len(shown.statements)
    return sorted(voices.values(), key=lambda voice: (voice.speaker is None, -voice.statements))


def count_tagged(statement_ids: Sequence[int], codebook_id: int, *, user: User) -> int:
    """Return how many of the statements have a tag in the codebook that ``user`` sees."""
    tags = annotations_seen_by(user).filter(codebook=codebook_id, statement__in=statement_ids)
    return tags.values("statement").distinct().count()


def matches_of_article(article: Article) -> list[Match]:
    """Return the surest matches of an article's statements with those of articles that are no copies of it.

    Of a copy the same words say nothing new; the page names the copies themselves.
    """
    inside = Q(left__article=article), Q(right__article=article)
    found: list[Match] = []
    for (here, away), side in zip((inside, inside[::-1]), ("right", "left"), strict=True):
        matches = with_sides(Match.objects.shown().filter(here).exclude(away))
        if article.copies_id is not None:
            of_other = f"{side}__article__copies"
            matches = matches.filter(Q(**{f"{of_other}__isnull": True}) | ~Q(**{of_other: article.copies_id}))
        found.extend(matches.order_by("-score", "id")[:SAME_ELSEWHERE])
    return sorted(found, key=lambda match: -match.score)[:SAME_ELSEWHERE]
