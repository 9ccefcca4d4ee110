"""Matches as pages show them: both statements, their speakers, where they differ, and the verdicts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from claims.matching.diff import Mark, MarkKind, find_differences
from claims.models import Annotation, Match, Speaker, Statement, User, Verdict
from claims.queries.explanations import explanation_in_words
from claims.queries.lists import speakers_of_quotes, tags_in_use

#: statements longer than this are shown unmarked: a page compares many pairs
MAX_COMPARED = 2_000
#: a word that can turn the meaning is boxed, other differences are underlined
TURNS = {MarkKind.NEGATION, MarkKind.NUMBER, MarkKind.OPPOSITE}


@dataclass(frozen=True, slots=True)
class DiffPiece:
    """A stretch of a statement beside another one."""

    text: str
    differs: bool = False
    #: whether it can turn the meaning: a "not", another number
    turns: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One statement of a match."""

    statement: Statement
    speakers: Sequence[Speaker]
    pieces: Sequence[DiffPiece]
    #: of the codebook in use
    tags: Sequence[Annotation]


@dataclass(frozen=True, slots=True)
class ShownMatch:
    """A match with its two sides; on a statement's page the first side is that statement."""

    match: Match
    own: Side
    other: Side
    #: why they match
    words: str
    #: the reviewers' latest verdicts, the last given first; none of others' where they are hidden
    verdicts: Sequence[Verdict]
    #: this reader's own
    own_verdict: Verdict | None
    #: whether others gave verdicts that this reader does not see before she gave hers
    hides_others: bool = False

    @property
    def reviewers_differ(self) -> bool:
        """Whether the verdicts shown are not all alike."""
        return len({verdict.kind for verdict in self.verdicts}) > 1


def with_sides(matches: QuerySet[Match]) -> QuerySet[Match]:
    """Return the matches with all that their display names; the articles' texts stay in the database."""
    sides = ("left__quote__outlet", "right__quote__outlet", "left__article", "right__article")
    return matches.select_related(*sides).defer("left__article__text", "right__article__text")


def show_matches(
    matches: Iterable[Match],
    *,
    user: User,
    codebook_id: int | None,
    own: Statement | None = None,
    hide_others: bool = False,
) -> list[ShownMatch]:
    """Return matches ready to be shown, in the same order.

    :param own: the statement that each match is shown from.
    :param hide_others: leaves others' verdicts out where ``user`` gave none herself.
    """
    rows = list(matches)
    statements = [side for match in rows for side in (match.left, match.right)]
    speakers = speakers_of_quotes([statement.quote_id for statement in statements])
    tags = tags_in_use([statement.pk for statement in statements], user=user, codebook_id=codebook_id)
    verdicts: dict[int, list[Verdict]] = defaultdict(list)
    for verdict in Verdict.objects.standing().filter(match__in=rows).select_related("by").order_by("-id"):
        verdicts[verdict.match_id].append(verdict)
    shown = []
    for match in rows:
        first, second = match.left, match.right
        if own is not None and second.pk == own.pk:
            first, second = second, first
        marks = compare_statements(first, second)
        sides = [
            Side(row, speakers.get(row.quote_id, []), pieces, tags.get(row.pk, []))
            for row, pieces in zip((first, second), marks, strict=True)
        ]
        given = verdicts[match.pk]
        mine = next((verdict for verdict in given if verdict.by_id == user.pk), None)
        hidden = hide_others and mine is None and bool(given)
        words, seen = explanation_in_words(match), [] if hidden else given
        shown.append(ShownMatch(match, sides[0], sides[1], words, seen, mine, hides_others=hidden))
    return shown


def compare_statements(first: Statement, second: Statement) -> tuple[list[DiffPiece], list[DiffPiece]]:
    """Return both statements in pieces, with what differs marked."""
    if len(first.exact) > MAX_COMPARED or len(second.exact) > MAX_COMPARED:
        return [DiffPiece(first.exact)], [DiffPiece(second.exact)]
    left, right = find_differences(first.exact, second.exact, first.article.language)
    return cut_at(first.exact, left), cut_at(second.exact, right)


def cut_at(text: str, marks: Iterable[Mark]) -> list[DiffPiece]:
    """Return the text in pieces: the marked words that differ, and everything between them."""
    pieces: list[DiffPiece] = []
    end = 0
    for mark in marks:
        if mark.kind is MarkKind.SHARED:
            continue
        pieces.append(DiffPiece(text[end : mark.start]))
        pieces.append(DiffPiece(text[mark.start : mark.end], differs=True, turns=mark.kind in TURNS))
        end = mark.end
    pieces.append(DiffPiece(text[end:]))
    return [piece for piece in pieces if piece.text]
