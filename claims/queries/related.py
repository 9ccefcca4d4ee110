"""The related statements of one statement: a page of its matches, the prints of one utterance as one.

A sentence that forty outlets print has forty matches with each sentence like it. Folded, one match, the
surest, stands for an utterance, or for the same words in copies of one text, and says how many more there
are; the statement's own other prints are counted and left out. What a reviewer judged stands by itself.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from claims.models import Match, Statement
from claims.models.match import SHOWN_FROM, STORED_FROM
from claims.queries.shown_matches import with_sides

MATCHES_ON_A_PAGE = 20
OWN = 0  # the id of no match: stands for the statement's own prints


@dataclass(frozen=True, slots=True)
class RelatedAsked:
    """What the address asks for."""

    min_score: float
    #: whether each print is shown
    each: bool
    page: str


class Found(NamedTuple):
    """A match as the list of them is made of it, before any is read as a whole."""

    match: int
    score: float
    verdict: str
    #: of the statement at the other end: its utterance, the copies its article is one of, its words
    utterance: int | None
    copies: int | None
    exact: str

    @property
    def prints(self) -> "Prints":
        """What its prints have in common."""
        return _prints(self.utterance, self.copies, self.exact)


#: what two prints of one statement have in common: the utterance, or the words in one text
Prints = frozenset[tuple[object, ...]]


@dataclass(slots=True)
class Related:
    """One page of a statement's matches."""

    asked: RelatedAsked
    page: Page[Found]
    #: those of the page, the surest first
    matches: Sequence[Match]
    #: all from the score on
    count: int
    unjudged: int
    #: stored matches with a lower score
    below: int
    #: matches with the statement's own other prints that are folded
    own_prints: int
    #: match → how many more prints of the other utterance it stands for
    stands_for: dict[int, int]

    @property
    def is_folded(self) -> bool:
        """Whether folding leaves anything out."""
        return bool(self.own_prints or any(self.stands_for.values()))


def read_related(address: QueryDict) -> RelatedAsked:
    """Return what an address asks for; what cannot be read is as usual."""
    try:
        score = float(address.get("min_score", "").replace(",", "."))
    except ValueError:
        score = SHOWN_FROM
    in_range = STORED_FROM <= score <= 1
    return RelatedAsked(
        score if in_range else SHOWN_FROM, address.get("prints") == "each", address.get("page", "1")
    )


def related_to(statement: Statement, asked: RelatedAsked) -> Related:
    """Return a page of a statement's live matches from a score on, and all that were judged."""
    found = sorted(_found(statement, asked.min_score), key=lambda row: (-row.score, row.match))
    stands_for = Counter[int]() if asked.each else _fold(found, statement)
    folded = stands_for.pop(OWN, 0)
    listed = found if asked.each else [row for row in found if row.match in stands_for]
    page = Paginator(listed, MATCHES_ON_A_PAGE).get_page(asked.page)
    rows = with_sides(Match.objects.live()).in_bulk([row.match for row in page])
    return Related(
        asked=asked,
        page=page,
        matches=[rows[row.match] for row in page if row.match in rows],
        count=len(found),
        unjudged=sum(not row.verdict for row in found),
        below=_count_below(statement, asked.min_score),
        own_prints=folded,
        stands_for={match: count - 1 for match, count in stands_for.items()},
    )


def _found(statement: Statement, min_score: float) -> Iterator[Found]:
    matches = Match.objects.shown(min_score)
    for side, other in (("left", "right"), ("right", "left")):  # OR would scan on SQLite
        rows = matches.filter(**{side: statement})
        far = (f"{other}__utterance", f"{other}__article__copies", f"{other}__exact")
        for row in rows.values_list("id", "score", "verdict", *far):
            yield Found(*row)


def _fold(found: Sequence[Found], statement: Statement) -> Counter[int]:
    """Return for how many matches each one stands that is shown; under ``OWN`` those with own prints."""
    own = _prints(statement.utterance_id, statement.article.copies_id, statement.exact)
    first_with = dict.fromkeys(own, OWN)
    stands_for = Counter[int]()
    for row in found:
        stands = row.match
        if not row.verdict:
            stands = next((first_with[each] for each in row.prints if each in first_with), row.match)
            for each in row.prints:
                first_with.setdefault(each, stands)
        stands_for[stands] += 1
    return stands_for


def _prints(utterance: int | None, copies: int | None, exact: str) -> Prints:
    of_utterance = set() if utterance is None else {(utterance,)}
    return frozenset(of_utterance | (set() if copies is None else {(copies, exact)}))


def _count_below(statement: Statement, min_score: float) -> int:
    below = Match.objects.below(min_score)
    return below.filter(left=statement).count() + below.filter(right=statement).count()
