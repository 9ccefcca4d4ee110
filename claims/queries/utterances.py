"""Utterances: where an address leads, the lines of their list, and what the page of one gathers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import Case, Q, QuerySet, Value, When

from claims.matching.diff import find_differences
from claims.models import Annotation, Change, Match, Speaker, Statement, User, Utterance, Verdict, VerdictKind
from claims.models.base import UNKNOWN_DAY
from claims.models.match import SHOWN_FROM
from claims.queries.explanations import explanation_in_words
from claims.queries.lists import speakers_of_quotes, tags_in_use
from claims.queries.rights import annotations_seen_by
from claims.queries.shown_matches import MAX_COMPARED, DiffPiece, cut_at

#: verdicts that join statements to one utterance, or keep them apart
JOINING_OR_PARTING = (VerdictKind.SAME_STATEMENT, VerdictKind.UNRELATED, VerdictKind.CONTRADICTS)
#: an utterance and all that it was given up for, one after the other
CHAIN = """
WITH RECURSIVE chain (id, merged_into_id, is_live) AS (
    SELECT id, merged_into_id, is_live FROM claims_utterance WHERE id = %s
    UNION
    SELECT following.id, following.merged_into_id, following.is_live
    FROM claims_utterance AS following JOIN chain ON following.id = chain.merged_into_id
)
SELECT id, merged_into_id, is_live FROM chain
"""
SHOWN_NEAR = 8  # other utterances to join with
LOOKED_THROUGH = 200  # matches, for eight of different utterances
SHOWN_JUDGED = 20  # acts that joined or parted
SHOWN_PAIRS = 5  # of one act


@dataclass(frozen=True, slots=True)
class UtteranceRow:
    """An utterance in a list, with the speakers of its first appearance."""

    utterance: Utterance
    speakers: Sequence[Speaker]


@dataclass(slots=True)
class Print:
    """One appearance of an utterance: a statement, and how it stands to the first one."""

    statement: Statement
    speakers: Sequence[Speaker]
    #: the words, those marked that are not in the first appearance
    pieces: Sequence[DiffPiece]
    is_first: bool
    #: whether the words are those of the first appearance, so that they need not be read again
    repeats_first: bool
    #: with the first appearance, else the best with another one; none if only verdicts link it
    match: Match | None = None
    #: why they match
    words: str = ""
    #: of the codebook in use
    tags: Sequence[Annotation] = ()


@dataclass(slots=True)
class TagsOfClaim:
    """A claim and stance on an utterance: by whom, and on how many of its statements."""

    #: one of them, for its claim and stance
    tag: Annotation
    coders: list[str] = field(default_factory=list)
    statements: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Judged:
    """One act by which a person joined or parted statements."""

    change: Change
    kind: str
    verdicts: list[Verdict] = field(default_factory=list)

    @property
    def label(self) -> str:
        """What was said."""
        return VerdictKind(self.kind).label

    @property
    def shown(self) -> list[Verdict]:
        """The first few pairs."""
        return self.verdicts[:SHOWN_PAIRS]

    @property
    def more(self) -> int:
        """How many pairs there are beside those."""
        return len(self.verdicts) - len(self.shown)


@dataclass(frozen=True, slots=True)
class Near:
    """Another utterance that a match leads to."""

    utterance: Utterance
    #: the statement at the other end
    statement: Statement
    speakers: Sequence[Speaker]
    match: Match


def utterances_to_list() -> QuerySet[Utterance]:
    """Return the live utterances with their first appearance; long texts are left in the database."""
    related = ("first__quote__outlet", "first__article")
    return Utterance.objects.filter(is_live=True).select_related(*related).defer("first__article__text")


def utterance_rows(utterances: Iterable[Utterance]) -> list[UtteranceRow]:
    """Return the lines of a list of utterances."""
    rows = list(utterances)
    speakers = speakers_of_quotes([row.first.quote_id for row in rows])
    return [UtteranceRow(row, speakers.get(row.first.quote_id, [])) for row in rows]


def utterance_to_show(pk: int) -> Utterance | None:
    """Return an utterance with its first appearance, live or not."""
    related = ("first__quote__outlet", "first__article")
    return Utterance.objects.select_related(*related).defer("first__article__text").filter(pk=pk).first()


def leads_to(utterance: Utterance) -> int:
    """Return the id of the utterance that an address leads to now: its own where it led nowhere else."""
    if utterance.is_live or utterance.merged_into_id is None:
        return utterance.pk
    with connection.cursor() as cursor:
        cursor.execute(CHAIN, [utterance.pk])
        onward = {number: None if is_live else into for number, into, is_live in cursor.fetchall()}
    number, seen = utterance.pk, set()
    while (following := onward[number]) is not None:
        if number in seen:  # a circle leads nowhere
            return utterance.pk
        seen.add(number)
        number = following
    return number


def prints_of(utterance: Utterance) -> QuerySet[Statement]:
    """Return the live statements of an utterance, the first appearance first, those without a day last."""
    without_day = Case(When(day=UNKNOWN_DAY, then=Value(1)), default=Value(0))
    members = Statement.objects.live().filter(utterance=utterance)
    related = ("quote__outlet", "article__outlet", "article__agency")
    return members.select_related(*related).defer("article__text").order_by(without_day, "day", "id")


def show_prints(
    statements: Iterable[Statement], utterance: Utterance, *, user: User, codebook_id: int | None
) -> list[Print]:
    """Return appearances ready to be shown, in the same order."""
    rows = list(statements)
    speakers = speakers_of_quotes([row.quote_id for row in rows])
    tags = tags_in_use([row.pk for row in rows], user=user, codebook_id=codebook_id)
    matches = _matches_inside(utterance, [row.pk for row in rows])
    shown = []
    for row in rows:
        match = matches.get(row.pk)
        shown.append(
            Print(
                row,
                speakers.get(row.quote_id, []),
                _pieces_beside(utterance.first, row),
                is_first=row.pk == utterance.first_id,
                repeats_first=row.pk != utterance.first_id and _words(row) == _words(utterance.first),
                match=match,
                words=explanation_in_words(match) if match is not None else "",
                tags=tags.get(row.pk, []),
            )
        )
    return shown


def _words(statement: Statement) -> str:
    """Return the words without the sign that ends them, which depends on the sentence around a quote."""
    return statement.exact.rstrip(" ,.!")


def _pieces_beside(first: Statement, other: Statement) -> list[DiffPiece]:
    if first.pk == other.pk or max(len(first.exact), len(other.exact)) > MAX_COMPARED:
        return [DiffPiece(other.exact)]
    _, marks = find_differences(first.exact, other.exact, first.article.language)
    return cut_at(other.exact, marks)


def _matches_inside(utterance: Utterance, ids: Sequence[int]) -> dict[int, Match]:
    """Return each statement's match with the first appearance, else its best one within the utterance."""
    inside = Match.objects.live().filter(left__utterance=utterance, right__utterance=utterance)
    found: dict[int, tuple[bool, float, Match]] = {}
    for side in ("left", "right"):  # OR would scan on SQLite
        for match in inside.filter(**{f"{side}__in": ids}).order_by("id"):
            ranked = (utterance.first_id in (match.left_id, match.right_id), match.score, match)
            number = getattr(match, f"{side}_id")
            if number not in found or ranked[:2] > found[number][:2]:
                found[number] = ranked
    return {number: match for number, (_, _, match) in found.items() if number != utterance.first_id}


def tags_on(utterance: Utterance, *, user: User, codebook_id: int | None) -> list[TagsOfClaim]:
    """Return the tags on an utterance in the codebook in use, claim by claim and stance by stance."""
    if codebook_id is None:
        return []
    tags = annotations_seen_by(user).filter(
        codebook=codebook_id, statement__utterance=utterance, statement__is_live=True
    )
    found: dict[tuple[int, str], TagsOfClaim] = {}
    for tag in tags.select_related("claim", "coder", "codebook").order_by("id"):
        line = found.setdefault((tag.claim_id, tag.stance), TagsOfClaim(tag))
        if tag.coder.shown_name not in line.coders:
            line.coders.append(tag.coder.shown_name)
        line.statements.add(tag.statement_id)
    return sorted(found.values(), key=lambda line: (-len(line.statements), line.tag.pk))


def judged_about(utterance: Utterance) -> list[Judged]:
    """Return the acts by which people joined or parted an utterance's statements, the last first."""
    members = Statement.objects.live().filter(utterance=utterance).values("pk")
    standing = Verdict.objects.standing().filter(kind__in=JOINING_OR_PARTING, match__is_live=True)
    verdicts = {
        verdict.pk: verdict
        for side in ("match__left__in", "match__right__in")
        for verdict in standing.filter(**{side: members}).select_related("match", "by")
    }
    records = Verdict.history.filter(id__in=list(verdicts), change__isnull=False, is_latest=True)
    acts: dict[int, Judged] = {}
    last = {record.id: record for record in records.select_related("change__by").order_by("history_id")}
    for number, verdict in sorted(verdicts.items()):
        if number in last:
            change = last[number].change
            acts.setdefault(change.pk, Judged(change, verdict.kind)).verdicts.append(verdict)
    return [acts[number] for number in sorted(acts, reverse=True)][:SHOWN_JUDGED]


def near_to(utterance: Utterance) -> list[Near]:
    """Return the other utterances that resemble one most, each once."""
    members = Statement.objects.live().filter(utterance=utterance).values("pk")
    open_ones = Match.objects.live().filter(
        Q(verdict="") | Q(verdict=VerdictKind.SAME_CLAIM), score__gte=SHOWN_FROM
    )
    found: list[tuple[Match, Statement]] = []
    for side, other in (("left", "right"), ("right", "left")):
        matches = open_ones.filter(**{f"{side}__in": members}).exclude(**{f"{other}__utterance": utterance})
        names = (f"{other}__utterance", f"{other}__quote__outlet", f"{other}__article")
        rows = matches.select_related(*names).defer(f"{other}__article__text").order_by("-score", "id")
        found.extend((match, getattr(match, other)) for match in rows[:LOOKED_THROUGH])
    best: dict[int, tuple[Match, Statement]] = {}
    texts: set[tuple[int | None, str]] = set()
    for match, statement in sorted(found, key=lambda pair: (-pair[0].score, pair[0].pk)):
        text = (statement.article.copies_id, _words(statement))
        if statement.utterance_id is not None and text not in texts:
            best.setdefault(statement.utterance_id, (match, statement))
            if statement.article.copies_id is not None:  # the same words in copies of it say no more
                texts.add(text)
    shown = list(best.values())[:SHOWN_NEAR]
    speakers = speakers_of_quotes([statement.quote_id for _, statement in shown])
    return [
        Near(statement.utterance, statement, speakers.get(statement.quote_id, []), match)
        for match, statement in shown
        if statement.utterance is not None
    ]
