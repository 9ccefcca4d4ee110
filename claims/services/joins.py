"""Utterances joined and parted by people: verdicts on the pairs of their statements, many in one act.

A verdict is a word on two statements. To join two utterances one word is enough, and joins the rest by what
the program found. To part statements from the others takes a word on each pair, or the others would draw
them back. Where nothing was stored of a pair, a match is made that says so: its method is a person, nothing
was scored.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import product

from django.db import transaction

from claims.models import Change, Match, Statement, User, Utterance, Verdict, VerdictKind
from claims.models.match import DIFFER, MatchQuerySet
from claims.services.bulk_changes import insert_many, update_many
from claims.services.changes import begin_change
from claims.services.reach import regroup_and_measure
from claims.services.recounts import batches, recount_verdicts
from claims.services.rights import require_reviewer
from claims.services.utterances import PARTING

#: the two acts, as their Changes name them: verdicts given on groups of statements, not pair by pair
JOIN, PART = "join_statements", "part_statements"
#: pairs that one act judges; an utterance of a hundred statements can be parted into any two
MAX_PAIRS = 2_500

Pair = tuple[int, int]


class UnableToJoin(Exception):
    """The statements cannot be joined; the words say why and what to do."""


class UnableToPart(Exception):
    """The statements cannot be parted; the words say why and what to do."""


@transaction.atomic
def join_statements(*, left: Statement, right: Statement, by: User) -> Utterance:
    """Say that two statements are one utterance; all that belong to either come together.

    What ``by`` judged between the two utterances as unrelated or contradicting is judged anew.

    :raises UnableToJoin: if one of them does not stand, both are of one utterance already, or another
        reviewer parted them.
    """
    require_reviewer(by)
    left, right = _live(left), _live(right)
    if left.pk == right.pk or (left.utterance_id is not None and left.utterance_id == right.utterance_id):
        raise UnableToJoin("They are one utterance already. Choose another one to join it with.")
    members, others = _together_with(left), _together_with(right)
    parted = list(_matches_between(members, others).filter(verdict__in=PARTING))
    _refuse_partings_of_others(parted, by)
    pairs = [(match.left_id, match.right_id) for match in parted] or [_bridge(left, right, members, others)]
    words = f"joined statements {left.pk} and {right.pk} as one utterance"
    change = begin_change(verb=JOIN, words=words, by=by)
    _judge(change, pairs, VerdictKind.SAME_STATEMENT, by)
    regroup_and_measure([*members, *others])
    left.refresh_from_db()
    right.refresh_from_db()
    if left.utterance is None or left.utterance_id != right.utterance_id:
        raise UnableToJoin("Reviewers differ on these statements. Settle that among the matches first.")
    return left.utterance


@transaction.atomic
def part_statements(*, statements: Iterable[Statement], by: User) -> Change:
    """Say that some statements of an utterance are another one; what links them keeps them together.

    :raises UnableToPart: if they are of several utterances, none stands, all are chosen, or the pairs are
        too many for one act.
    """
    require_reviewer(by)
    ids = [statement.pk for statement in statements]
    chosen = list(Statement.objects.live().filter(pk__in=ids).order_by("id"))
    utterances = {statement.utterance_id for statement in chosen}
    if not chosen:
        raise UnableToPart("Choose the statements that are another utterance.")
    if len(utterances) > 1 or None in utterances:
        raise UnableToPart("The chosen statements are not of one utterance any more. Look at them again.")
    rest = [number for number in _together_with(chosen[0]) if number not in set(ids)]
    if not rest:
        raise UnableToPart("Leave at least one statement unchosen: those that stay.")
    if len(chosen) * len(rest) > MAX_PAIRS:
        raise UnableToPart(
            f"These are {len(chosen) * len(rest):,} pairs to judge, more than {MAX_PAIRS:,}. Choose fewer."
        )
    pairs = [_in_order(statement.pk, other) for statement, other in product(chosen, rest)]
    counted = "1 statement" if len(chosen) == 1 else f"{len(chosen)} statements"
    words = f"parted {counted} from utterance {chosen[0].utterance_id}"
    change = begin_change(verb=PART, words=words, by=by)
    _judge(change, pairs, VerdictKind.UNRELATED, by)
    regroup_and_measure([*(statement.pk for statement in chosen), *rest])
    return change


def _live(statement: Statement) -> Statement:
    found = Statement.objects.live().select_for_update().filter(pk=statement.pk).first()
    if found is None:
        raise UnableToJoin(f"Statement {statement.pk} does not stand any more. Choose another one.")
    return found


def _together_with(statement: Statement) -> list[int]:
    """Return the live statements of a statement's utterance, itself among them."""
    if statement.utterance_id is None:
        return [statement.pk]
    members = Statement.objects.live().filter(utterance=statement.utterance_id)
    return sorted(members.values_list("id", flat=True))


def _matches_between(members: Collection[int], others: Collection[int]) -> MatchQuerySet:
    """Return the live matches between two groups of statements."""
    live = Match.objects.live()
    return live.filter(left__in=members, right__in=others) | live.filter(left__in=others, right__in=members)


def _refuse_partings_of_others(parted: Sequence[Match], by: User) -> None:
    said = Verdict.objects.standing().filter(match__in=parted, kind__in=PARTING).exclude(by=by)
    other = said.select_related("by", "match").order_by("id").first()
    if other is not None:
        raise UnableToJoin(
            f"{other.by.shown_name} judged statements {other.match.left_id} and {other.match.right_id}: "
            f"{other.get_kind_display()}. Ask about it, or judge that match yourself."
        )


def _bridge(left: Statement, right: Statement, members: Collection[int], others: Collection[int]) -> Pair:
    """Return the pair that a word on is enough: the one that resembles most, else the two themselves."""
    best = _matches_between(members, others).exclude(verdict=DIFFER).order_by("-score", "id").first()
    return (best.left_id, best.right_id) if best is not None else _in_order(left.pk, right.pk)


def _in_order(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)


def _judge(change: Change, pairs: Collection[Pair], kind: VerdictKind, by: User) -> None:
    """Write the same verdict on each pair as part of ``change``."""
    matches = _matches_of(pairs, by)
    ids = [match.pk for match in matches]
    earlier = list(Verdict.objects.standing().filter(match__in=ids, by=by))
    for verdict in earlier:
        verdict.is_latest = False
    update_many(change, earlier, fields=["is_latest"])
    insert_many(change, [Verdict(match=match, kind=kind, by=by) for match in matches])
    recount_verdicts(ids)


def _matches_of(pairs: Collection[Pair], by: User) -> list[Match]:
    """Return the match of each pair, making those that are not stored."""
    wanted = set(pairs)
    lefts, rights = {left for left, _ in wanted}, {right for _, right in wanted}
    found: dict[Pair, Match] = {}
    for some in batches(lefts):
        for match in Match.objects.filter(left__in=some, right__in=rights):
            if (match.left_id, match.right_id) in wanted:
                found[match.left_id, match.right_id] = match
    hidden = [match.pk for match in found.values() if not match.is_live]
    Match.objects.filter(pk__in=hidden).update(is_live=True)
    fresh = [_unscored(pair, by) for pair in sorted(wanted - found.keys())]
    return [*found.values(), *Match.objects.bulk_create(fresh)]


def _unscored(pair: Pair, by: User) -> Match:
    return Match(
        left_id=pair[0],
        right_id=pair[1],
        score=0,
        raw_score=0,
        relation=Match.Relation.REWORDED,
        method=Match.Method.PERSON,
        by=by,
    )
