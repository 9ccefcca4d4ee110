"""Speakers: the lines of their list, and what the page of one gathers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.functions import TruncMonth

from claims.models import (
    Alias,
    Annotation,
    Attribution,
    Claim,
    Match,
    Position,
    Quote,
    Speaker,
    User,
    VerdictKind,
)
from claims.models.base import UNKNOWN_DAY
from claims.queries.counting import Counting, distinct, unit
from claims.queries.rights import annotations_seen_by
from claims.queries.shown_matches import with_sides
from claims.queries.speakers import name_key, position_at, positions_of, shown_position
from claims.queries.stances import (
    SPEAKER,
    StanceCounts,
    StanceLine,
    lines_by,
    stances_of_speakers,
    tags_by_speaker,
)

MONTHS = 12  # of the bars in a list
SHOWN_CONTRADICTIONS = 10  # of one speaker; the list of matches has all
SHOWN_ALIASES = 40  # beside a speaker; an agency has hundreds of descriptions


@dataclass(slots=True)
class SpeakerRow:
    """A speaker with names, position, quotes by month and stances."""

    speaker: Speaker
    position: str = ""
    aliases: int = 0
    by_month: list[int] = field(default_factory=list)
    stances: StanceCounts = field(default_factory=StanceCounts)


@dataclass(frozen=True, slots=True)
class ClaimOfSpeaker:
    """A claim with a speaker's stances on it."""

    claim: Claim
    line: StanceLine


def months_to_show() -> list[date]:
    """Return the first days of the last twelve months with quotes, the oldest first."""
    newest = Quote.objects.live().aggregate(newest=Max("day"))["newest"]
    if newest is None or newest == UNKNOWN_DAY:
        return []
    months = newest.year * 12 + newest.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(months - MONTHS + 1, months + 1)]


def speaker_rows(
    speakers: Sequence[Speaker],
    months: Sequence[date],
    tags: QuerySet[Annotation],
    counting: Counting = Counting.STATEMENTS,
) -> list[SpeakerRow]:
    """Return the lines of a list of speakers; stances of the tags that count."""
    ids = [speaker.pk for speaker in speakers]
    positions = positions_of(ids)
    aliases = dict(Alias.objects.filter(speaker__in=ids).values_list("speaker").annotate(n=Count("id")))
    by_month = quotes_by_month(ids, months)
    stances = stances_of_speakers(tags, speakers, counting)
    return [
        SpeakerRow(
            speaker=speaker,
            position=shown_position(position_at(positions.get(speaker.pk, []), speaker.last_day)),
            aliases=max(aliases.get(speaker.pk, 1) - 1, 0),  # without the canonical name
            by_month=by_month[speaker.pk],
            stances=stances[speaker.pk],
        )
        for speaker in speakers
    ]


def quotes_by_month(speaker_ids: Iterable[int], months: Sequence[date]) -> dict[int, list[int]]:
    """Return each speaker's live quotes in each of ``months``."""
    counts: dict[int, dict[date, int]] = {speaker_id: {} for speaker_id in speaker_ids}
    if months:
        said = Attribution.objects.live().filter(speaker__in=list(counts), day__gte=months[0])
        for speaker_id, month, count in (
            said.annotate(month=TruncMonth("day")).values_list("speaker", "month").annotate(n=Count("id"))
        ):
            counts[speaker_id][month] = count
    return {key: [by.get(month, 0) for month in months] for key, by in counts.items()}


def claims_of_speaker(
    speaker: Speaker, tags: QuerySet[Annotation], counting: Counting = Counting.STATEMENTS
) -> list[ClaimOfSpeaker]:
    """Return the claims that a speaker's statements are tagged with, the most spoken about first."""
    lines = lines_by(_tags_of(speaker, tags), "claim", counting)
    claims = Claim.objects.in_bulk([line.key for line in lines])
    return [ClaimOfSpeaker(claims[line.key], line) for line in lines]


def count_tagged(
    speaker: Speaker, tags: QuerySet[Annotation], counting: Counting = Counting.STATEMENTS
) -> int:
    """Return how many of a speaker's statements, or utterances, are tagged."""
    return _tags_of(speaker, tags).aggregate(n=distinct(counting, "statement"))["n"]


def _tags_of(speaker: Speaker, tags: QuerySet[Annotation]) -> QuerySet[Annotation]:
    return tags_by_speaker(tags, [speaker.pk])


def namesakes(name: str, *, besides: Speaker) -> list[Speaker]:
    """Return the other live speakers whom a name means too, by name."""
    aliases = Alias.objects.filter(name_folded=name_key(name), resolves=True)
    return list(
        Speaker.objects.live()
        .filter(aliases__in=aliases)
        .exclude(pk=besides.pk)
        .distinct()
        .order_by("name", "id")
    )


def names_of(speaker: Speaker) -> list[Alias]:
    """Return the names a speaker goes by, the canonical one first, then the most mentioned."""
    names = Alias.objects.filter(speaker=speaker).select_related("touched_by")
    found = list(names.order_by("-mentions", "id")[:SHOWN_ALIASES])
    return sorted(found, key=lambda alias: alias.name != speaker.name)


def positions_to_show(speaker: Speaker) -> list[Position]:
    """Return a speaker's positions, the latest first."""
    positions = positions_of([speaker.pk]).get(speaker.pk, [])
    return sorted(positions, key=lambda row: (row.starts_on or date.min, row.pk), reverse=True)


def contradictions_of(speaker: Speaker) -> list[Match]:
    """Return the matches between two statements of a speaker that a reviewer calls contradicting."""
    said = Attribution.objects.live().filter(speaker=speaker).values("quote")
    both = Q(left__quote__in=said) & Q(right__quote__in=said)
    matches = Match.objects.live().filter(both, verdict=VerdictKind.CONTRADICTS)
    return list(with_sides(matches).order_by("-score", "id")[:SHOWN_CONTRADICTIONS])


@dataclass(frozen=True, slots=True)
class MergeCounts:
    """How much each of several speakers would bring into a merge."""

    speaker: Speaker
    quotes: int
    names: int
    tags: int


def count_of_merge(speakers: Sequence[Speaker], *, user: User) -> list[MergeCounts]:
    """Return how much each speaker has, tags as far as ``user`` sees them, the most quoted first."""
    ids = [speaker.pk for speaker in speakers]
    quotes = Attribution.objects.live().filter(speaker__in=ids).values_list("speaker").annotate(n=Count("id"))
    names = Alias.objects.filter(speaker__in=ids).values_list("speaker").annotate(n=Count("id"))
    standing = tags_by_speaker(annotations_seen_by(user), ids)
    tags = standing.values_list(SPEAKER).annotate(n=Count("id", distinct=True))
    by_quotes, by_names, by_tags = dict(quotes), dict(names), dict(tags)
    counts = [
        MergeCounts(
            speaker, by_quotes.get(speaker.pk, 0), by_names.get(speaker.pk, 0), by_tags.get(speaker.pk, 0)
        )
        for speaker in speakers
    ]
    return sorted(counts, key=lambda row: (-row.quotes, row.speaker.pk))


def tagged_days(
    speaker: Speaker,
    tags: QuerySet[Annotation],
    claims: Sequence[Claim],
    counting: Counting = Counting.STATEMENTS,
) -> dict[int, list[tuple[date, str]]]:
    """Return, for each claim, the day and stance of what a speaker said of it in order.

    By utterance, the day is that of the first statement tagged so.
    """
    found: dict[int, list[tuple[date, str]]] = {claim.pk: [] for claim in claims}
    known = _tags_of(speaker, tags).filter(claim__in=claims).exclude(statement__day=UNKNOWN_DAY)
    once = known.values("claim", "stance", unit=unit(counting, "statement"))
    rows = once.annotate(first=Min("statement__day")).order_by("first", "unit", "stance")
    for claim_id, stance, day in rows.values_list("claim", "stance", "first"):
        found[claim_id].append((day, stance))
    return found
