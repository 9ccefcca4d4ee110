"""Stances counted: how many tagged statements, or utterances, support, oppose, and so on."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max, Min, QuerySet

from claims.models import Annotation, Speaker, Stance
from claims.models.base import UNKNOWN_DAY
from claims.queries.counting import Counting, distinct, unit


@dataclass(slots=True)
class StanceCounts:
    """Tagged statements, or utterances, by stance."""

    by_stance: dict[str, int] = field(default_factory=lambda: dict.fromkeys(Stance.values, 0))

    @property
    def supports(self) -> int:
        """How many support."""
        return self.by_stance[Stance.SUPPORTS]

    @property
    def opposes(self) -> int:
        """How many oppose."""
        return self.by_stance[Stance.OPPOSES]

    @property
    def neutral(self) -> int:
        """How many are neutral."""
        return self.by_stance[Stance.NEUTRAL]

    @property
    def unclear(self) -> int:
        """How many are unclear."""
        return self.by_stance[Stance.UNCLEAR]

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(self.by_stance.values())


@dataclass(slots=True)
class StanceLine:
    """One speaker's or one claim's tagged statements by stance, with the first and last day."""

    key: int
    counts: StanceCounts = field(default_factory=StanceCounts)
    first: date | None = None
    last: date | None = None


SPEAKER = "statement__quote__attributions__speaker"


def tags_by_speaker(
    tags: QuerySet[Annotation], speaker_ids: Iterable[int] | None = None
) -> QuerySet[Annotation]:
    """Return the tags joined with the live attributions of known speakers, or of these alone."""
    wanted = {f"{SPEAKER}__isnull": False} if speaker_ids is None else {f"{SPEAKER}__in": list(speaker_ids)}
    # one call: a second one would join the attributions again, the retired ones too
    return tags.filter(statement__is_live=True, statement__quote__attributions__is_live=True, **wanted)


def stances_of_speakers(
    tags: QuerySet[Annotation], speakers: Iterable[Speaker], counting: Counting = Counting.STATEMENTS
) -> dict[int, StanceCounts]:
    """Return the stances of what each speaker said; a speaker without tags has a key too."""
    ids = [speaker.pk for speaker in speakers]
    found: dict[int, StanceCounts] = {speaker_id: StanceCounts() for speaker_id in ids}
    rows = tags_by_speaker(tags, ids)
    for speaker_id, stance, count in rows.values_list(SPEAKER, "stance").annotate(
        n=distinct(counting, "statement")
    ):
        found[speaker_id].by_stance[stance] = count
    return found


def lines_by(
    tags: QuerySet[Annotation], key: str, counting: Counting = Counting.STATEMENTS
) -> list[StanceLine]:
    """Return the stances of the tags grouped by ``key``, the largest group first."""
    lines: dict[int, StanceLine] = {}
    rows = tags.values_list(key, "stance").annotate(
        n=distinct(counting, "statement"), first=Min("statement__day"), last=Max("statement__day")
    )
    for value, stance, count, first, last in rows.order_by(key, "stance"):
        line = lines.setdefault(value, StanceLine(value))
        line.counts.by_stance[stance] = count
        known = [day for day in (line.first, first) if day is not None and day != UNKNOWN_DAY]
        line.first = min(known) if known else None
        line.last = max(day for day in (line.last, last) if day is not None)
    return sorted(lines.values(), key=lambda line: (-line.counts.total, line.key))


def stances_in_total(tags: QuerySet[Annotation], counting: Counting = Counting.STATEMENTS) -> StanceCounts:
    """Return the stances of all the tags, each statement or utterance once per stance."""
    counts = StanceCounts()
    live = tags.filter(statement__is_live=True)
    for stance, count in live.values_list("stance").annotate(n=distinct(counting, "statement")):
        counts.by_stance[stance] = count
    return counts


def stances_by_month(
    tags: QuerySet[Annotation], counting: Counting = Counting.STATEMENTS
) -> dict[date, StanceCounts]:
    """Return the stances of each month with tagged statements of a known day, the earliest first.

    An utterance counts in the month in which it was first printed with the stance, and in no other.
    """
    months: dict[date, StanceCounts] = {}
    known = tags.filter(statement__is_live=True).exclude(statement__day=UNKNOWN_DAY)
    once = known.values("stance", unit=unit(counting, "statement")).annotate(first=Min("statement__day"))
    for stance, day in once.values_list("stance", "first"):
        counts = months.setdefault(day.replace(day=1), StanceCounts())
        counts.by_stance[stance] += 1
    return dict(sorted(months.items()))
