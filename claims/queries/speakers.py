"""Speakers: what they were at a time, and the names they go by."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from claims.models import Alias, Position, Speaker
from claims.models.base import UNKNOWN_DAY
from claims.text.folding import fold_text
from claims.text.names_across import fold_name

NAME_LENGTH = 200  # of the columns


def name_key(name: str) -> str:
    """Return what a name is looked up by: folded over spellings, or over case where that leaves nothing."""
    return (fold_name(name) or fold_text(name))[:NAME_LENGTH]


def speakers_named(name: str) -> list[Speaker]:
    """Return the live speakers whom a typed name means anywhere, the most quoted first."""
    named = Alias.objects.filter(name_folded=name_key(name), speaker__is_live=True)
    meant = {
        alias.speaker
        for alias in named.select_related("speaker")
        if alias.resolves or name_key(alias.speaker.name) == alias.name_folded
    }
    return sorted(meant, key=lambda speaker: (-speaker.quote_count, speaker.pk))


def positions_of(speaker_ids: Collection[int]) -> dict[int, list[Position]]:
    """Return the standing positions of speakers, by speaker: one query."""
    found: dict[int, list[Position]] = defaultdict(list)
    rows = Position.objects.filter(speaker__in=speaker_ids, is_live=True).select_related("organisation")
    for position in rows.order_by("id"):
        found[position.speaker_id].append(position)
    return found


def position_at(positions: Iterable[Position], day: date) -> Position | None:
    """Return what a speaker was on a day: the position that holds then, else the nearest one.

    Where several hold, what a person wrote comes first, then the fuller title ("President of Kessaria"
    before "President"), then the one that held for the shortest time: a prime minister who is president
    before and after was prime minister in between. Without a day only a single position is an answer.
    """
    known = list(positions)
    if day == UNKNOWN_DAY:
        return known[0] if len(known) == 1 else None
    nearest = min((_distance(position, day) for position in known), default=None)
    holding = [position for position in known if _distance(position, day) == nearest]
    fuller = [position for position in holding if not _is_said_by_another(position, holding)]
    return min(fuller, key=lambda position: (_days(position), position.pk), default=None)


def _distance(position: Position, day: date) -> tuple[int, bool]:
    starts, ends = position.starts_on or date.min, position.ends_on or date.max
    return max((starts - day).days, (day - ends).days, 0), not position.is_touched


def _is_said_by_another(position: Position, others: Iterable[Position]) -> bool:
    """Say whether a longer title says all that this one says."""
    return any(is_part_of(position.title, other.title) for other in others)


def is_part_of(title: str, other: str) -> bool:
    """Say whether the words of a title stand in another, longer one."""
    words, others = fold_text(title), fold_text(other)
    return words != others and f" {words} " in f" {others} "


def _days(position: Position) -> int:
    return ((position.ends_on or date.max) - (position.starts_on or date.min)).days


def shown_position(position: Position | None) -> str:
    """Return a position in words ("President of Kessaria", "Lakes League", "Special Envoy, Lakes League")."""
    if position is None:
        return ""
    organisation = position.organisation.name if position.organisation is not None else ""
    return ", ".join(part for part in (position.title, organisation) if part)
