"""Attributions: a row per quote and speaker; and, for the other tables, who is named first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from claims.exports.columns import (
    MADE_BY,
    Column,
    Kind,
    Row,
    Table,
    chunks,
    integer,
    made_by,
    text,
    words_of_article,
)
from claims.models import Attribution, Position, User
from claims.queries.speakers import position_at, shown_position

SPEAKER_COLUMNS = (
    integer("speaker_id", "The speaker who is named first; empty if unknown."),
    text("speaker", "Canonical name of that speaker."),
    text("position", "What the speaker was on the day of publication: office, or affiliation."),
    integer("speakers", "How many speakers the quote has; all of them stand in the table attributions."),
)


@dataclass(frozen=True, slots=True)
class Named:
    """Who is named first for a quote, and how many are."""

    speaker_id: int | None
    speaker: str | None
    position: str | None
    speakers: int

    def cells(self) -> Row:
        """Return the cells of ``SPEAKER_COLUMNS``."""
        return {
            "speaker_id": self.speaker_id,
            "speaker": self.speaker,
            "position": self.position,
            "speakers": self.speakers,
        }


def speakers_of(quote: str) -> list[Prefetch]:
    """Return what must be fetched with rows so that ``named_first`` asks the database nothing.

    :param quote: the way from the row to its quote ("statement__quote__"; "" for quotes themselves).
    """
    named = Attribution.objects.named()
    return [
        Prefetch(f"{quote}attributions", queryset=named, to_attr="named"),
        positions_of(f"{quote}named__"),
    ]


def positions_of(attribution: str) -> Prefetch:
    """Return the fetching of positions beside attributions."""
    positions = Position.objects.filter(is_live=True).select_related("organisation").order_by("id")
    return Prefetch(f"{attribution}speaker__positions", queryset=positions, to_attr="held")


def named_first(quote: Any, day: date) -> Named:
    """Return who is named first for a quote fetched with ``speakers_of``, as what on ``day``."""
    known = [row for row in quote.named if row.speaker is not None]
    first = known[0] if known else None
    if first is None or first.speaker is None:
        return Named(None, None, None, 0)
    return Named(first.speaker.pk, first.speaker.name, _position(first, day), len(known))


def _position(attribution: Any, day: date) -> str | None:
    if attribution.speaker is None:
        return None
    return shown_position(position_at(attribution.speaker.held, day)) or None


COLUMNS = (
    integer("attribution_id", "Identifies the row; stays the same."),
    integer("quote_id", "The quote."),
    integer("order", "0 for the speaker named first, 1 for the second, and so on."),
    integer("speaker_id", "The speaker; empty says that the speaker is unknown."),
    text("speaker", "Canonical name of the speaker."),
    text("position", "What the speaker was on the day of publication."),
    text("alias", "The name under which the speaker is known here."),
    words_of_article("mention", "The words of the article that name the speaker."),
    integer("mention_start", "First character of the mention in the article's text, from 0."),
    integer("mention_end", "Character after the mention."),
    text("rule", "The rule that found the speaker; empty if a person did."),
    Column("confidence", Kind.NUMBER, "0 to 1: how often an attribution like this one is right."),
    MADE_BY,
)


def _seen_by(user: User | None) -> QuerySet[Attribution]:
    return Attribution.objects.live().filter(quote__is_live=True)


def _shape(attributions: QuerySet[Attribution]) -> Iterator[Row]:
    for row in chunks(attributions.select_related("speaker", "alias"), positions_of("")):
        yield {
            "attribution_id": row.pk,
            "quote_id": row.quote_id,
            "order": row.order,
            "speaker_id": row.speaker_id,
            "speaker": None if row.speaker is None else row.speaker.name,
            "position": _position(row, row.day),
            "alias": None if row.alias is None else row.alias.name,
            "mention": row.mention or None,
            "mention_start": row.mention_start,
            "mention_end": row.mention_end,
            "rule": row.rule or None,
            "confidence": row.confidence,
            "made_by": made_by(row),
        }


ATTRIBUTIONS = Table(
    name="attributions",
    words="One row per quote and speaker: two for “Smith and Jones said”, one without a speaker for unknown.",
    columns=COLUMNS,
    seen_by=_seen_by,
    shape=_shape,
)
