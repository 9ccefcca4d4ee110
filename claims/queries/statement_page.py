"""What the page of a statement gathers beside its matches."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.models import Speaker, Statement
from claims.queries.lists import speakers_of_quotes

SHOWN_VOICES = 5  # who said it; the page of the utterance has all


@dataclass(frozen=True, slots=True)
class Voice:
    """One appearance of what was said."""

    statement: Statement
    speakers: Sequence[Speaker]


def statement_to_show(pk: int) -> Statement | None:
    """Return a statement, live or not, with what its page names."""
    related = ("quote__outlet", "quote__touched_by", "article__outlet", "article__agency", "utterance", "run")
    return Statement.objects.select_related(*related).defer("article__text").filter(pk=pk).first()


def neighbours_of(statement: Statement) -> tuple[Statement | None, Statement | None]:
    """Return the live statements before and after this one in its article."""
    others = Statement.objects.live().filter(article=statement.article_id).exclude(pk=statement.pk)
    before = others.filter(number__lt=statement.number, number__gt=0).order_by("-number").first()
    return before, others.filter(number__gt=statement.number).order_by("number").first()


def first_to_say(statement: Statement) -> list[Voice]:
    """Return the appearances of the statement's utterance, the first one first; a single one is none."""
    if statement.utterance_id is None:
        return []
    members = (
        Statement.objects.live().filter(utterance=statement.utterance_id).select_related("quote__outlet")
    )
    found = list(members.order_by("day", "id")[:SHOWN_VOICES])
    if len(found) < 2:
        return []
    speakers = speakers_of_quotes([member.quote_id for member in found])
    return [Voice(member, speakers.get(member.quote_id, [])) for member in found]
