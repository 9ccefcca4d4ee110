"""The review queue: matches in the order in which a verdict helps most, and in words why.

First the matches whose reviewers differ. Then by ``Match.worth``: how unsure the score is, times how many
statements hang on it; three times that where one statement is tagged in the codebook in use and the other
is not, since a verdict then says whether the tag may be carried over. Or by score, or statement by statement.

Each kind of match is read in its own index's order, as far as the page asked for, and the kinds are
merged: no page looks at all matches, and page 7 is the same whoever asks for it first. The queue ends
after ``LONGEST`` matches; what is judged makes room for others.
"""

from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import islice

from django.db.models import Exists, F, OuterRef, QuerySet

from claims.models import Match, VerdictKind
from claims.models.match import DIFFER
from claims.queries.filters import NO_VERDICT, MatchFilter
from claims.queries.shown_matches import ShownMatch

#: matches in the queue: pages beyond are looked at by nobody, and cost
LONGEST = 10_000
#: a verdict between a tagged and an untagged statement counts so many times
TAGGED_AND_NOT = 3.0
#: tagged statements that are looked at for it, those tagged last: carrying over waits for these
LAST_TAGGED = 5_000
#: the program is not sure of scores below
NOT_SURE = 0.9

SIZES = ("left__utterance", "right__utterance")

#: place of a match in the queue: what it is ordered by, the smallest first, and its id
Place = tuple[float, ...]


class ReviewQueue:
    """The matches that fit the filters of a list, what helps most first; a list of them for pages."""

    def __init__(self, narrowed: MatchFilter) -> None:
        self.narrowed = narrowed
        self.rows: QuerySet[Match] = narrowed.qs.order_by().select_related(*SIZES)
        chosen = narrowed.form.cleaned_data
        verdicts = set(chosen.get("verdict") or [NO_VERDICT, DIFFER, *VerdictKind.values])
        if chosen.get("mine") in ("given", "second"):
            verdicts.discard(NO_VERDICT)
        self.has_unjudged = NO_VERDICT in verdicts
        self.has_disputed = DIFFER in verdicts
        self.kinds = sorted(verdicts & set(VerdictKind.values))
        #: that the chosen order goes by, "-" before a falling one; empty for what helps most
        self.columns = () if narrowed.is_by_help else MatchFilter.ORDERS[chosen["order"]][1]
        self._count: int | None = None

    @property
    def is_cut(self) -> bool:
        """Whether more matches fit than the queue shows."""
        return self._counted() > LONGEST

    def count(self) -> int:
        """Return how many matches are in the queue."""
        return min(self._counted(), LONGEST)

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, wanted: slice) -> list[Match]:
        """Return a stretch of the queue, which begins at 0 and has an end."""
        stop = min(wanted.stop, LONGEST)
        ids = [int(place[-1]) for place in islice(self._places(stop), wanted.start or 0, stop)]
        rows = {match.pk: match for match in self.rows.filter(pk__in=ids)}
        return [rows[number] for number in ids if number in rows]

    def _counted(self) -> int:
        if self._count is None:
            parts = [self._unjudged()] if self.has_unjudged else []
            parts += [self._judged([DIFFER])] if self.has_disputed else []
            parts += [self._judged(self.kinds)] if self.kinds else []
            self._count = sum(part.order_by()[: LONGEST + 1].count() for part in parts)
        return self._count

    def _unjudged(self) -> QuerySet[Match]:
        return self.rows.filter(verdict="")

    def _judged(self, verdicts: list[str]) -> QuerySet[Match]:
        return self.rows.filter(verdict__in=verdicts, verdict__gt="")

    def _places(self, stop: int) -> Iterator[Place]:
        """Give the places in their order, each match once; those up to ``stop`` are right."""
        seen: set[float] = set()
        for place in merge(*(self._by_columns(stop) if self.columns else self._by_help(stop))):
            if place[-1] not in seen:
                seen.add(place[-1])
                yield place

    def _by_columns(self, stop: int) -> list[list[Place]]:
        """Return the first matches of each kind in the chosen order."""
        columns = [(name.lstrip("-"), -1 if name.startswith("-") else 1) for name in self.columns]
        parts = [self._judged(some) for some in ([DIFFER] * self.has_disputed, self.kinds) if some]
        parts += [self._unjudged()] if self.has_unjudged else []
        streams = []
        for part in parts:
            rows = part.order_by(*self.columns).values_list(*(name for name, _ in columns), "id")[:stop]
            streams.append(
                [
                    (*(sign * value for (_, sign), value in zip(columns, row, strict=False)), row[-1])
                    for row in rows
                ]
            )
        return streams

    def _by_help(self, stop: int) -> list[list[Place]]:
        """Return the first matches of each kind by what helps most."""
        streams: list[list[Place]] = []
        if self.has_disputed:
            streams.append(_first(self._judged([DIFFER]), stop, rank=0))
        if self.kinds:
            streams.append(_first(self._judged(self.kinds), stop))
        if self.has_unjudged:
            streams.append(_first(self._unjudged(), stop))
            streams.extend(self._tagged_and_not(stop))
        return streams

    def _tagged_and_not(self, stop: int) -> Iterator[list[Place]]:
        """Give the unjudged matches of a tagged and an untagged statement; each is in another stream too."""
        if self.narrowed.codebook is None:
            return
        tags = self.narrowed.annotations()
        tagged = tags.order_by("-id").values("statement")[:LAST_TAGGED]
        for one, other in (("left", "right"), ("right", "left")):
            is_tagged_too = Exists(tags.filter(statement=OuterRef(other)))
            pairs = self._unjudged().filter(~is_tagged_too, **{f"{one}__in": tagged})
            yield _first(pairs, stop, times=TAGGED_AND_NOT)


def _first(matches: QuerySet[Match], stop: int, *, rank: int = 1, times: float = 1.0) -> list[Place]:
    """Return the places of the first matches by worth."""
    if times == 1.0:
        rows = matches.order_by("-worth", "id").values_list("worth", "id")
    else:
        # by a product, which no index has: the tags are begun with, and not all matches in the order of worth
        found = matches.annotate(value=F("worth") * times)
        rows = found.order_by("-value", "id").values_list("value", "id")
    return [(rank, -worth, number) for worth, number in rows[:stop]]


def reasons_of(shown: ShownMatch) -> Sequence[str]:
    """Return in a few words each why a match stands where it does in the queue; often there are several."""
    match = shown.match
    reasons = []
    if match.verdict == DIFFER:
        reasons.append("reviewers differ")
    elif match.verdict and shown.own_verdict is None:
        reasons.append("only others judged it")
    if bool(shown.own.tags) != bool(shown.other.tags):
        reasons.append("only one of the two is tagged")
    sizes = [_size(side.statement.utterance) for side in (shown.own, shown.other)]
    is_one = shown.own.statement.utterance_id == shown.other.statement.utterance_id
    if max(sizes) > 1 and not is_one:
        reasons.append(f"{sizes[0]:,} and {sizes[1]:,} statements hang on it")
    if not match.verdict and match.score < NOT_SURE:
        reasons.append("the program is not sure")
    return reasons


def _size(utterance: object) -> int:
    return int(getattr(utterance, "statements", 1))
