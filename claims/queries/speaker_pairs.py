"""Pairs of speakers that may be one: those that wait, and what tells them apart or together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Min, Q, QuerySet

from claims.matching.person_names import Reason
from claims.models import Alias, Attribution, Quote, Speaker, SpeakerPair
from claims.models.base import UNKNOWN_DAY
from claims.queries.speaker_page import names_of
from claims.queries.speakers import positions_of, shown_position

COUNTED_TO = 1000
#: of each speaker
SHOWN_NAMES, SHOWN_POSITIONS, SHOWN_OUTLETS, SHOWN_QUOTES = 8, 4, 4, 2


@dataclass(frozen=True, slots=True)
class PairSide:
    """One of two speakers, with what a person needs to know them by."""

    speaker: Speaker
    #: without the canonical one
    names: Sequence[Alias]
    #: in words, the latest first
    positions: Sequence[str]
    #: of the live quotes; None if no day is known
    first_day: date | None
    last_day: date | None
    #: where the speaker is quoted most
    outlets: Sequence[str]
    #: two of them, the latest first
    quotes: Sequence[Quote]
    #: the other speaker's live quotes, which would move here
    would_move: int


def count_waiting_pairs() -> int:
    """Return how many pairs wait for an answer, counted up to ``COUNTED_TO``."""
    return SpeakerPair.objects.waiting().order_by()[:COUNTED_TO].count()


def pairs_that_wait(reason: str = "") -> QuerySet[SpeakerPair]:
    """Return the pairs that wait for an answer, the likeliest first; of one reason alone if it is named."""
    waiting = SpeakerPair.objects.waiting().select_related("left", "right")
    return waiting.filter(reason=reason) if reason else waiting


def pairs_after(waiting: QuerySet[SpeakerPair], put_off: SpeakerPair | None) -> QuerySet[SpeakerPair]:
    """Return the pairs that come after one that was put off."""
    if put_off is None:
        return waiting
    return waiting.filter(Q(score__lt=put_off.score) | Q(score=put_off.score, pk__gt=put_off.pk))


def count_by_reason() -> list[tuple[Reason, int]]:
    """Return how many pairs wait for each reason, in the order of the reasons."""
    counted = SpeakerPair.objects.waiting().order_by().values_list("reason").annotate(n=Count("id"))
    counts = dict(counted)
    return [(reason, counts[reason]) for reason in Reason if reason in counts]


def sides_of(pair: SpeakerPair) -> tuple[PairSide, PairSide]:
    """Return the two speakers of a pair, left and right."""
    left, right = pair.left, pair.right
    return _side(left, would_move=right.quote_count), _side(right, would_move=left.quote_count)


def _side(speaker: Speaker, *, would_move: int) -> PairSide:
    said = Attribution.objects.live().filter(speaker=speaker)
    days = said.exclude(day=UNKNOWN_DAY).aggregate(first=Min("day"), last=Max("day"))
    held = sorted(
        positions_of([speaker.pk]).get(speaker.pk, []),
        key=lambda row: (row.ends_on or date.max, row.starts_on or date.min, row.pk),
        reverse=True,
    )
    outlets = said.filter(quote__outlet__isnull=False).values_list("quote__outlet__name")
    quotes = Quote.objects.live().filter(pk__in=said.values("quote")).select_related("outlet", "article")
    return PairSide(
        speaker=speaker,
        names=[alias for alias in names_of(speaker) if alias.name != speaker.name][:SHOWN_NAMES],
        positions=list(dict.fromkeys(map(shown_position, held)))[:SHOWN_POSITIONS],
        first_day=days["first"],
        last_day=days["last"],
        outlets=[name for name, _ in outlets.annotate(n=Count("id")).order_by("-n", "quote__outlet__name")][
            :SHOWN_OUTLETS
        ],
        quotes=list(quotes.defer("article__text").order_by("-confidence", "-day", "-id")[:SHOWN_QUOTES]),
        would_move=would_move,
    )
