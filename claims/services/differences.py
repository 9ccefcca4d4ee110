"""What an extraction found in an article, held against the quotes that are stored: pure, no database.

The same laws decide for a run, which writes, and for its preview, which only tells: a quote that a person
answers for is held and stays as it is; a rejected one keeps out whatever covers nearly its stretch, a
standing one whatever it overlaps; of the rest a span found again keeps its row, and one that is gone is
lost. A lost quote and a new one that overlap are one that moved.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.text.spans import Span

#: a rejected quote keeps out a found one that shares at least this part of the longer of the two:
#: a better extractor moves borders a little, and the person's word still holds
SAME_STRETCH = 0.5


class Difference(StrEnum):
    """How a quote would differ, as ``ExpectedChange.Kind`` stores it."""

    NEW = "NEW"
    LOST = "LOST"
    MOVED = "MOVED"  #: other borders
    SPEAKER = "SPEAKER"  #: the same borders, other speakers; unknown is one of them
    DETAILS = "DETAILS"  #: kind, statements, certainty, rule, mention


@dataclass(frozen=True, slots=True)
class Side:
    """A quote as it is stored, or as it would be."""

    span: Span
    #: [[start, end], …]
    parts: list[list[int]]
    kind: str
    rule: str
    confidence: float
    #: number and name of each, in order; (None, "") says unknown, a number below 0 that it would be a new one
    speakers: tuple[tuple[int | None, str], ...]

    @property
    def who(self) -> set[int | None]:
        """The numbers of the speakers."""
        return {number for number, _ in self.speakers}


@dataclass(frozen=True, slots=True)
class StoredQuote:
    """A stored quote as the laws ask for it."""

    number: int
    span: Span
    is_standing: bool
    #: whether a person answers for it or for what hangs on it
    is_held: bool
    #: whether it stands inside another quote
    is_inside: bool
    side: Side


@dataclass(frozen=True, slots=True)
class Wanted:
    """A found quote, and whether something else than its borders and speakers differs from its row."""

    side: Side
    has_other_details: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """What becomes of a found quote: the row it keeps, a new row, or none where a person keeps it out."""

    quote: int | None = None
    is_kept_out: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: the stored quote, if there is one, and both sides as far as they are there."""

    kind: Difference
    quote: int | None
    was: Side | None
    would_be: Side | None

    @property
    def rule(self) -> str:
        """The rule that answers for it: of the quote as it would be, else as it is."""
        side = self.would_be or self.was
        return side.rule if side is not None else ""

    @property
    def start(self) -> int:
        """Where it stands."""
        side = self.would_be or self.was
        return side.span.start if side is not None else 0


def place_found(stored: Sequence[StoredQuote], spans: Sequence[Span]) -> list[Place]:
    """Return what becomes of each found quote, by its span."""
    rows = {row.span: row for row in stored}
    found = set(spans)
    guards = [row for row in stored if row.is_held and row.span not in found]
    return [_place(rows.get(span), span, guards) for span in spans]


def _place(row: StoredQuote | None, span: Span, guards: Iterable[StoredQuote]) -> Place:
    stands = row is not None and (row.is_standing or row.is_held)
    if not stands and any(keeps_out(guard, span) for guard in guards):
        return Place(is_kept_out=True)
    return Place(row.number if row is not None else None)


def keeps_out(guard: StoredQuote, span: Span) -> bool:
    """Say whether a quote that a person answers for forbids another one on ``span``.

    A rejected one forbids what is nearly the same stretch; a standing one whatever it overlaps, except
    a quote that it stands inside of.
    """
    kept = guard.span
    if not kept.overlaps(span):
        return False
    if guard.is_standing:
        return not (guard.is_inside and span.holds(kept))
    return _shared(kept, span) >= SAME_STRETCH


def lost_quotes(stored: Iterable[StoredQuote], places: Iterable[Place]) -> list[StoredQuote]:
    """Return the standing quotes that nobody answers for and that were not found again."""
    again = {place.quote for place in places}
    return [row for row in stored if row.is_standing and not row.is_held and row.number not in again]


def find_differences(
    stored: Sequence[StoredQuote], wanted: Sequence[Wanted], places: Sequence[Place]
) -> list[Change]:
    """Return what would be different, in the order in which it stands in the article."""
    rows = {row.number: row for row in stored}
    fresh: list[tuple[StoredQuote | None, Wanted]] = []
    changes: list[Change] = []
    for found, place in zip(wanted, places, strict=True):
        row = rows[place.quote] if place.quote is not None else None
        if place.is_kept_out or (row is not None and row.is_held):
            continue
        if row is None or not row.is_standing:
            fresh.append((row, found))
        elif found.side.who != row.side.who:
            changes.append(Change(Difference.SPEAKER, row.number, row.side, found.side))
        elif found.has_other_details:
            changes.append(Change(Difference.DETAILS, row.number, row.side, found.side))
    changes += _pair(lost_quotes(stored, places), [found for _, found in fresh])
    return sorted(changes, key=lambda change: (change.start, change.quote or 0))


def _pair(lost: Sequence[StoredQuote], fresh: Sequence[Wanted]) -> list[Change]:
    """Join a lost quote and a new one that overlap; of several, the two whose stretches are most alike."""
    overlaps = sorted(
        (
            (-_shared(row.span, found.side.span), before, after)
            for before, row in enumerate(lost)
            for after, found in enumerate(fresh)
            if row.span.overlaps(found.side.span)
        ),
    )
    moved: dict[int, int] = {}
    for _, before, after in overlaps:
        if before not in moved and after not in moved.values():
            moved[before] = after
    changes = [
        Change(Difference.MOVED, lost[before].number, lost[before].side, fresh[after].side)
        for before, after in moved.items()
    ]
    changes += [
        Change(Difference.LOST, row.number, row.side, None)
        for place, row in enumerate(lost)
        if place not in moved
    ]
    changes += [
        Change(Difference.NEW, None, None, found.side)
        for place, found in enumerate(fresh)
        if place not in moved.values()
    ]
    return changes


def count_spared(stored: Sequence[StoredQuote], wanted: Sequence[Wanted], places: Sequence[Place]) -> int:
    """Return how many differences are not made since a person answers for a quote."""
    again = {place.quote: found for place, found in zip(places, wanted, strict=True) if not place.is_kept_out}
    spared = sum(place.is_kept_out for place in places)
    for row in stored:
        if row.is_held:
            found = again.get(row.number)
            is_same = found is not None and row.is_standing and found.side.who == row.side.who
            is_gone_too = found is None and not row.is_standing
            spared += not (is_same or is_gone_too)
    return spared


def _shared(left: Span, right: Span) -> float:
    """Return which part of the longer stretch the two share."""
    shared = min(left.end, right.end) - max(left.start, right.start)
    return max(0, shared) / max(left.end - left.start, right.end - right.start)
