"""Recalibration: the scores of this corpus adjusted to what its reviewers said.

A verdict teaches one thing: whether the two say the same. "Same statement" says yes; same claim,
contradicts and unrelated say no, for a score says how often two statements like these say the same, and
neither a shared claim nor its opposite is that. Each reviewer's latest verdict on a match counts once:
where two differ, the one pulls up and the other down. Pairs that only a person linked teach nothing, nor
does what was said of a whole group: who parts an utterance says that it was not said once, and may part the
very same words.

The shipped score stays beside the adjusted one, so that every recalibration starts from it and
``use_shipped_scores`` leads back to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from claims.matching.scoring import Calibration, UnableToCalibrate, fit_calibration
from claims.matching.utterances import JOINED_FROM
from claims.models import Match, ScoreCalibration, User, Verdict, VerdictKind
from claims.models.match import SHOWN_FROM
from claims.queries.calibration import calibrated, calibration_in_use
from claims.services.claiming import RECALIBRATION, claimed
from claims.services.joins import JOIN, PART
from claims.services.progress import SILENT, Progress
from claims.services.rights import require_reviewer
from claims.services.utterances import JOINING, regroup_around
from claims.services.yielding import give_way, write_alone

#: parts of the verdicts, each of which is scored by what the others teach
FOLDS = 10
#: matches whose scores are written in one transaction
AT_ONCE = 1_000


class UnableToRecalibrate(Exception):
    """The scores cannot be adjusted; the words say why and what to do."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the verdicts teach, and what it would change."""

    calibration: Calibration
    verdicts: int
    #: of them, how many say that the two are the same statement
    same: int
    #: mean squared error of the shipped scores against the verdicts, and of the adjusted ones, each by
    #: what the verdicts on other matches teach
    brier_before: float
    brier_after: float
    #: live matches that would begin to be shown, and cease to be
    up: int
    down: int


@dataclass(frozen=True, slots=True)
class _Taught:
    match: int
    raw_score: float
    is_same: bool


def propose_calibration() -> Proposed:
    """Return what the standing verdicts teach the scores, without changing anything.

    :raises UnableToRecalibrate: if there are fewer than 300 verdicts, or all are alike.
    """
    taught = _taught()
    rows = [(row.raw_score, row.is_same) for row in taught]
    try:
        calibration = fit_calibration(rows)
        tested = list(_cross_validated(taught))
    except UnableToCalibrate as problem:
        raise UnableToRecalibrate(f"{problem} Judge more matches, in the review queue.") from problem
    up, down = _crossing(calibration)
    return Proposed(
        calibration=calibration,
        verdicts=len(taught),
        same=sum(row.is_same for row in taught),
        brier_before=_brier(rows),
        brier_after=_brier(tested),
        up=up,
        down=down,
    )


def recalibrate(*, by: User | None = None, progress: Progress = SILENT) -> tuple[Proposed, int]:
    """Adjust the scores of this corpus to its verdicts. Returns what they taught and how many scores changed.

    Asked for again after a stop, with the same verdicts, it goes on with the scores that are left.

    :raises UnableToRecalibrate: if there are fewer than 300 verdicts, if they teach nothing that would
        make the scores better, or while another process does so.
    :raises Stopped: if a stop was asked for; what is done stays.
    """
    if by is not None:
        require_reviewer(by)
    with claimed(RECALIBRATION) as is_mine:
        _refuse_beside_another(is_mine)
        proposed = propose_calibration()
        if proposed.brier_after >= proposed.brier_before:
            raise UnableToRecalibrate(
                f"The adjusted scores would be no better (Brier {proposed.brier_after:.3f}, now "
                f"{proposed.brier_before:.3f}): nothing was changed."
            )
        _put_to_use(proposed, by)
        return proposed, rewrite_scores(progress=progress)


def use_shipped_scores(*, by: User | None = None, progress: Progress = SILENT) -> int:
    """Go back to the scores as shipped. Returns how many changed; asked for again, it does the rest.

    :raises UnableToRecalibrate: while another process changes the scores.
    :raises Stopped: if a stop was asked for; what is done stays.
    """
    if by is not None:
        require_reviewer(by)
    with claimed(RECALIBRATION) as is_mine:
        _refuse_beside_another(is_mine)
        with transaction.atomic():
            write_alone()
            ScoreCalibration.objects.filter(is_in_use=True).update(is_in_use=False)
        return rewrite_scores(progress=progress)


def rewrite_scores(*, progress: Progress = SILENT) -> int:
    """Let each match have the score that the calibration in use makes of its shipped one.

    Statements are regrouped into utterances where a match begins or ceases to join. What is right already
    is left alone, so that a second call does the rest of a first one. Returns how many changed.

    :raises Stopped: if a stop was asked for; what is done stays.
    """
    found = scored_by_program()
    progress.begin(found.count(), "matches")
    changed, last = 0, 0
    while True:
        with transaction.atomic():
            write_alone()
            rows = list(found.filter(pk__gt=last).order_by("pk")[:AT_ONCE])
            changed += _rescore(rows)
        if not rows:
            return changed
        last = rows[-1].pk
        progress.advance(len(rows))
        give_way()


def scored_by_program() -> QuerySet[Match]:
    """Return the matches that a program scored; a pair that a person linked has the person's word instead."""
    columns = ("id", "left_id", "right_id", "score", "raw_score", "relation", "is_live")
    return Match.objects.exclude(method=Match.Method.PERSON).only(*columns)


def _refuse_beside_another(is_mine: bool) -> None:
    if not is_mine:
        raise UnableToRecalibrate("Another process is changing the scores. Wait until it is done.")


def _taught() -> list[_Taught]:
    """Return what each reviewer's latest verdict on each match says, by match."""
    verdicts = Verdict.objects.standing().exclude(match__method=Match.Method.PERSON)
    verdicts = verdicts.exclude(pk__in=_given_on_groups()).order_by("match", "id")
    return [
        _Taught(match, raw_score, kind == VerdictKind.SAME_STATEMENT)
        for match, raw_score, kind in verdicts.values_list("match", "match__raw_score", "kind")
    ]


def _given_on_groups() -> QuerySet[Any]:
    """Return the ids of the verdicts that came from parting an utterance, or from joining it again."""
    made = Verdict.history.filter(history_type="+")
    parted = made.filter(change__verb=PART).values("match")
    return made.filter(change__verb__in=(JOIN, PART), match__in=parted).values("id")


def _cross_validated(taught: Sequence[_Taught]) -> Iterator[tuple[float, bool]]:
    """Give each verdict with the score that the verdicts on other matches teach."""
    matches = sorted({row.match for row in taught})
    fold_of = {match: place % FOLDS for place, match in enumerate(matches)}
    for fold in range(FOLDS):
        rest = [(row.raw_score, row.is_same) for row in taught if fold_of[row.match] != fold]
        calibration = fit_calibration(rest, enough=1)
        for row in taught:
            if fold_of[row.match] == fold:
                yield calibration.score(row.raw_score), row.is_same


def _brier(rows: Sequence[tuple[float, bool]]) -> float:
    return sum((score - is_same) ** 2 for score, is_same in rows) / len(rows)


def _crossing(calibration: Calibration) -> tuple[int, int]:
    """Return how many live matches would begin to be shown by their score, and how many cease to."""
    up = down = 0
    rows = scored_by_program().filter(is_live=True).values_list("score", "raw_score", "relation")
    for score, raw_score, relation in rows.iterator(chunk_size=AT_ONCE):
        would_be = calibrated(raw_score, relation, calibration)
        up += score < SHOWN_FROM <= would_be
        down += would_be < SHOWN_FROM <= score
    return up, down


@transaction.atomic
def _put_to_use(proposed: Proposed, by: User | None) -> None:
    """Let scores that are written from now on be adjusted; the same calibration is kept if it is in use."""
    write_alone()
    if calibration_in_use() == proposed.calibration:
        return
    ScoreCalibration.objects.filter(is_in_use=True).update(is_in_use=False)
    ScoreCalibration.objects.create(
        slope=proposed.calibration.slope,
        shift=proposed.calibration.shift,
        verdicts=proposed.verdicts,
        brier_before=proposed.brier_before,
        brier_after=proposed.brier_after,
        by=by,
    )


def _rescore(rows: list[Match]) -> int:
    """Write the scores of some matches, and regroup where one begins or ceases to join."""
    calibration = calibration_in_use()
    changed: list[Match] = []
    crossing: set[int] = set()
    for match in rows:
        score = calibrated(match.raw_score, match.relation, calibration)
        if score == match.score:
            continue
        if (
            match.is_live
            and match.relation in JOINING
            and (score >= JOINED_FROM) != (match.score >= JOINED_FROM)
        ):
            crossing |= {match.left_id, match.right_id}
        match.score = score
        changed.append(match)
    Match.objects.bulk_update(changed, ["score"], batch_size=AT_ONCE)
    regroup_around(crossing)
    return len(changed)
