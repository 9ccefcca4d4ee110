"""Carry-over: to which matched statements tags would go, and what stands in the way.

Along a match a tag goes from one statement to the other. It is offered where the two say the same by
the program's score or by a reviewer's verdict, and between statements of one utterance that people joined.
It is never offered across a verdict "unrelated" or where reviewers differ, and it is set apart where the two
may contradict each other, where the coder tagged the other one otherwise, or where two tags that lead to one
statement say different things.

A plan holds numbers only, so that one of many thousand rows is made in a few queries and paged through;
what a page shows is read for its rows alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from django.db.models import Prefetch, QuerySet

from claims.models import Annotation, Attribution, Match, Statement, User, VerdictKind
from claims.models.match import DIFFER, SHOWN_FROM, STORED_FROM
from claims.queries.explanations import explanation_in_words

SAME = (VerdictKind.SAME_STATEMENT, VerdictKind.SAME_CLAIM)
#: verdicts across which nothing is carried
NEVER_ALONG = (VerdictKind.UNRELATED, DIFFER)
AT_ONCE = 500  # ids in one query
#: tags that one plan is made for; a plan of as many takes seconds
MAX_SOURCES = 50_000
#: tags of one act: it is one transaction, and others who tag wait for it
MAX_AT_ONCE = 5_000


class Band(NamedTuple):
    """A range of scores in which matches are shown together; judged ones come first."""

    #: as the address names the cut-off below it
    value: str
    words: str
    #: scores from here on; none for what people judged
    floor: float | None


BANDS = (
    Band("judged", "judged the same, or one utterance", None),
    Band("0.95", "0.95 and more", 0.95),
    Band("0.9", "0.90 to 0.95", 0.9),
    Band("0.8", "0.80 to 0.90", 0.8),
    Band("0.7", "0.70 to 0.80", SHOWN_FROM),
    Band("0.5", "0.50 to 0.70", 0.5),
    Band("0.3", "0.30 to 0.50", STORED_FROM),
)
USUAL_CUT = "0.7"
CUTS = {band.value: place for place, band in enumerate(BANDS)}


class CarryState(Enum):
    """What carrying one tag to one statement would do."""

    #: the statement would get the tag
    NEW = "would be tagged"
    #: the coder tagged it with the same claim and stance
    ALREADY_TAGGED = "tagged so already"
    #: the coder tagged it with the same claim in another stance
    CONFLICT = "tagged with another stance"
    #: the match may be a contradiction: the stance must be looked at
    CONTRADICTION = "may contradict: tag it by hand"
    #: another tag with the same claim leads to it with another stance
    STANCES_DIFFER = "tags with different stances lead here: tag it by hand"


SET_APART = (CarryState.CONTRADICTION, CarryState.STANCES_DIFFER, CarryState.CONFLICT)


class Proposed(NamedTuple):
    """One tag and one statement that it may be carried to, by their numbers."""

    annotation: int
    statement: int
    #: none between two statements of one utterance that no match links
    match: int | None
    band: int
    score: float
    state: CarryState
    #: the coder's own tag that stands on the statement already
    standing: int | None = None

    @property
    def pair(self) -> tuple[int, int]:
        """The annotation's and the statement's id."""
        return self.annotation, self.statement


@dataclass(frozen=True, slots=True)
class BandCount:
    """How many tags a band would give, and whether the cut-off lets it in."""

    band: Band
    count: int
    is_in: bool


@dataclass(slots=True)
class CarryPlan:
    """What carrying tags over would do, the surest first."""

    #: the cut-off, as the address names it
    cut: str
    new: list[Proposed] = field(default_factory=list)
    apart: list[Proposed] = field(default_factory=list)
    done: list[Proposed] = field(default_factory=list)
    bands: list[BandCount] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether no match leads anywhere."""
        return not (self.new or self.apart or self.done or any(band.count for band in self.bands))


@dataclass(frozen=True, slots=True)
class CarryRow:
    """One tag, one statement it may be carried to, and the match between the two, as a page shows them."""

    annotation: Annotation
    statement: Statement
    match: Match | None
    band: Band
    state: CarryState
    standing: Annotation | None
    #: why the two match
    words: str

    @property
    def pair(self) -> str:
        """The two ids as a form sends them."""
        return f"{self.annotation.pk}-{self.statement.pk}"


class _Way(NamedTuple):
    """A match, as a way for a tag from one statement to another."""

    match: int | None
    to: int
    score: float
    is_judged: bool
    may_contradict: bool


def plan_carry_over(annotations: QuerySet[Annotation], *, by: User, cut: str = USUAL_CUT) -> CarryPlan:
    """Return what carrying tags over would do if ``by`` did it; a statement is named once for each claim.

    :param cut: the lowest band that is let in, a key of ``CUTS``. The counts of the bands down to the usual
        cut-off are told whatever it is.
    """
    last = CUTS[cut]
    sources = list(annotations.order_by("id").values_list("id", "statement_id", "claim_id", "stance"))
    ways = _ways_from(
        {row[1] for row in sources}, floor=BANDS[max(last, CUTS[USUAL_CUT])].floor or SHOWN_FROM
    )
    own = _own_tags({row[2] for row in sources}, by)
    found: dict[tuple[int, int], list[tuple[_Way, int, str]]] = defaultdict(list)
    for annotation, statement, claim, stance in sources:
        for way in ways.get(statement, ()):
            found[claim, way.to].append((way, annotation, stance))
    plan = CarryPlan(cut)
    counts = [0] * len(BANDS)
    for (claim, statement), leading in found.items():
        row = _propose(statement, leading, own.get((claim, statement)), last)
        if row is None:
            continue
        counts[row.band] += row.state is CarryState.NEW
        if row.state is CarryState.NEW:
            if row.band <= last:
                plan.new.append(row)
        else:
            (plan.apart if row.state in SET_APART else plan.done).append(row)
    for rows in (plan.new, plan.apart, plan.done):
        rows.sort(key=lambda row: (row.band, -row.score, row.statement, row.annotation))
    shown = max(last, CUTS[USUAL_CUT]) + 1
    plan.bands = [BandCount(band, counts[place], place <= last) for place, band in enumerate(BANDS[:shown])]
    return plan


def carry_rows(rows: Sequence[Proposed]) -> list[CarryRow]:
    """Return rows of a plan ready to be shown, in the same order, without what does not stand any more."""
    numbers = {row.annotation for row in rows} | {row.standing for row in rows if row.standing is not None}
    related = ("claim", "coder", "codebook", "statement__quote__outlet", "statement__article")
    tags = (
        Annotation.objects.select_related(*related).defer("statement__article__text").in_bulk(list(numbers))
    )
    matches = Match.objects.in_bulk([row.match for row in rows if row.match is not None])
    statements = _statements({row.statement for row in rows})
    shown = []
    for row in rows:
        if row.statement not in statements:
            continue
        match = matches.get(row.match) if row.match is not None else None
        shown.append(
            CarryRow(
                tags[row.annotation],
                statements[row.statement],
                match,
                BANDS[row.band],
                row.state,
                tags.get(row.standing) if row.standing is not None else None,
                explanation_in_words(match) if match is not None else "",
            )
        )
    return shown


def pairs_that_lead(pairs: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return those pairs of statements along which a tag may be carried."""
    ways = _ways_from({source for source, _ in pairs}, floor=0.0)
    leads = {(source, way.to) for source, some in ways.items() for way in some}
    return leads & set(pairs)


def _propose(
    statement: int, leading: list[tuple[_Way, int, str]], own: tuple[int, str] | None, last: int
) -> Proposed | None:
    """Return what the tags with one claim that lead to one statement would do to it."""
    leading = [one for one in leading if own is None or one[1] != own[0]]
    if not leading:
        return None
    way, annotation, stance = min(
        leading, key=lambda one: (not one[0].is_judged, -one[0].score, one[0].may_contradict, one[1])
    )
    band = _band_of(way)
    if own is not None:
        state = CarryState.ALREADY_TAGGED if own[1] == stance else CarryState.CONFLICT
    elif way.may_contradict:
        state = CarryState.CONTRADICTION
    else:
        let_in = max(last, band)
        stances = {said for one, _, said in leading if not one.may_contradict and _band_of(one) <= let_in}
        state = CarryState.NEW if len(stances) == 1 else CarryState.STANCES_DIFFER
    standing = own[0] if own is not None else None
    return Proposed(annotation, statement, way.match, band, way.score, state, standing)


def _band_of(way: _Way) -> int:
    if way.is_judged:
        return 0
    floors = ((place, band.floor) for place, band in enumerate(BANDS) if band.floor is not None)
    return next((place for place, floor in floors if way.score >= floor), len(BANDS) - 1)


def _ways_from(statements: Collection[int], *, floor: float) -> dict[int, list[_Way]]:
    """Return the ways from each statement: its matches from a score on, and into its own utterance."""
    ways: dict[int, list[_Way]] = defaultdict(list)
    columns = ("id", "score", "verdict", "relation", "negation_differs")
    along = Match.objects.shown(floor).exclude(verdict__in=NEVER_ALONG)
    for some in _pieces(statements):
        for side, other in (("left", "right"), ("right", "left")):
            rows = along.filter(**{f"{side}__in": some})
            for source, to, *match in rows.values_list(f"{side}_id", f"{other}_id", *columns):
                ways[source].append(_way(to, *match))
        for source, to in _linked_by_people(some):
            ways[source].append(_Way(None, to, 0.0, is_judged=True, may_contradict=False))
    return ways


def _pieces(ids: Iterable[int]) -> Iterator[list[int]]:
    rising = sorted(ids)
    return (rising[place : place + AT_ONCE] for place in range(0, len(rising), AT_ONCE))


def _way(to: int, number: int, score: float, verdict: str, relation: str, negation_differs: bool) -> _Way:
    if verdict:
        return _Way(number, to, score, verdict in SAME, may_contradict=verdict not in SAME)
    return _Way(number, to, score, False, relation == Match.Relation.CONTRADICTION or negation_differs)


def _linked_by_people(statements: Collection[int]) -> set[tuple[int, int]]:
    """Return the pairs of these statements and others of their utterances that no match links itself."""
    live = Statement.objects.live()
    printed = live.filter(pk__in=statements, utterance__statements__gt=1)
    utterances = dict(printed.values_list("id", "utterance_id"))
    members: dict[int, list[int]] = defaultdict(list)
    for number, utterance in live.filter(utterance__in=set(utterances.values())).values_list(
        "id", "utterance_id"
    ):
        members[utterance].append(number)
    pairs = {
        (source, to) for source, utterance in utterances.items() for to in members[utterance] if to != source
    }
    if not pairs:
        return pairs
    matches = Match.objects.live().filter(left__utterance__in=members, right__utterance__in=members)
    for side, other in (("left_id", "right_id"), ("right_id", "left_id")):
        pairs -= set(matches.filter(**{f"{side}__in": list(utterances)}).values_list(side, other))
    return pairs


def _own_tags(claims: Collection[int], by: User) -> dict[tuple[int, int], tuple[int, str]]:
    """Return the tags of ``by`` with these claims: claim and statement → the tag and its stance."""
    tags = Annotation.objects.standing().filter(claim__in=claims, coder=by)
    rows = tags.values_list("claim_id", "statement_id", "id", "stance")
    return {(claim, statement): (number, stance) for claim, statement, number, stance in rows}


def _statements(ids: Iterable[int]) -> dict[int, Statement]:
    named = Attribution.objects.named()
    statements = Statement.objects.live().select_related("quote__outlet", "article").defer("article__text")
    prefetched = statements.prefetch_related(Prefetch("quote__attributions", queryset=named))
    return {statement.pk: statement for statement in prefetched.filter(pk__in=list(ids))}
