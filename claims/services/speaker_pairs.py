"""Names that may be one speaker: proposed by a program, answered by people.

A run looks at the names that came since the last one, against all others. What somebody answered is never
proposed again; ``services.pair_answers`` carries answers along when speakers are merged or split.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from claims import VERSION
from claims.matching.name_pairs import MAX_NAMES, NamedSpeaker, NamePair, find_name_pairs
from claims.models import Alias, Job, Position, Run, Speaker, SpeakerPair, User
from claims.services.changes import begin_change
from claims.services.pair_answers import set_answer
from claims.services.progress import SILENT, Progress
from claims.services.recounts import BATCH
from claims.services.rights import require_reviewer
from claims.services.runs import begin_run
from claims.services.speakers import UnableToChangeSpeaker, merge_speakers

UP_TO = "names up to"  # in the settings of a run: the last name that it looked at


class UnableToAnswerPair(Exception):
    """The pair cannot be answered so; the words say why and what to do."""


@dataclass(frozen=True, slots=True)
class FoundPairs:
    """What a run did: speakers looked at, pairs that are proposed newly, and those that are no more."""

    speakers: int = 0
    new: int = 0
    gone: int = 0


def find_pairs(*, every: bool = False, progress: Progress = SILENT, job: Job | None = None) -> FoundPairs:
    """Propose the pairs of speakers that may be one: those with a name that is new since the last run.

    :param every: look at all names anew; proposals that are not found any more, and that nobody answered, go.
    :raises Stopped: if a stop was asked for; nothing is written then.
    """
    last = Alias.objects.aggregate(last=Max("id"))["last"] or 0
    among = None if every else _speakers_with_names_after(_looked_at())
    if among is not None and not among:
        return FoundPairs()
    speakers = _named_speakers()
    progress.begin(1, "comparison of all names")
    found = find_name_pairs(speakers, among=among)
    with transaction.atomic():
        run = begin_run(program=Run.Program.PAIRS, version=VERSION, settings={UP_TO: last}, job=job)
        new, gone = _store(found, run, every)
    progress.advance()
    return FoundPairs(len(speakers) if among is None else len(among), new, gone)


def pairs_to_propose(*, every: bool = False) -> list[NamePair]:
    """Return the pairs that ``find_pairs`` would propose now, the likeliest first; nothing is written."""
    among = None if every else _speakers_with_names_after(_looked_at())
    if among is not None and not among:
        return []
    known = _stored()
    found = find_name_pairs(_named_speakers(), among=among)
    return [pair for pair in found if (pair.left, pair.right) not in known]


@transaction.atomic
def answer_pair(*, pair: SpeakerPair, answer: str, by: User, into: Speaker | None = None) -> SpeakerPair:
    """Say of two speakers that they are one, or that they are two for good. One Change, undone as one.

    :param answer: of ``SpeakerPair.Answer``.
    :param into: of two that are one, the speaker whose name stays.
    :raises UnableToAnswerPair: if somebody answered meanwhile, or a speaker is merged into another by now.
    """
    require_reviewer(by)
    pair = SpeakerPair.objects.select_for_update().get(pk=pair.pk)
    left, right = pair.left, pair.right
    if pair.answer and pair.by is not None:
        said = "kept apart" if pair.answer == SpeakerPair.Answer.APART else "merged"
        raise UnableToAnswerPair(
            f"{pair.by.shown_name} {said} {left} and {right} already. Nothing was changed."
        )
    if answer == SpeakerPair.Answer.APART:
        words = f"kept {left} and {right} apart"
        set_answer(begin_change(verb="keep_apart", words=words, by=by), left, right, answer)
    elif into in (left, right):
        other = right if into == left else left
        try:
            merge_speakers(speakers=[other], into=into, by=by)
        except UnableToChangeSpeaker as problem:
            raise UnableToAnswerPair(str(problem)) from problem
    else:
        raise UnableToAnswerPair("Choose which of the two names stays.")
    pair.refresh_from_db()
    return pair


def _looked_at() -> int:
    last = Run.objects.filter(program=Run.Program.PAIRS).order_by("-id").first()
    return int(last.settings.get(UP_TO, 0)) if last is not None else 0


def _speakers_with_names_after(alias_id: int) -> set[int]:
    new = Alias.objects.filter(pk__gt=alias_id, speaker__is_live=True)
    return set(new.values_list("speaker_id", flat=True))


def _named_speakers() -> list[NamedSpeaker]:
    """Return the live speakers with their names, the canonical one first, then the most mentioned."""
    names: dict[int, list[str]] = defaultdict(list)
    rows = Alias.objects.filter(speaker__is_live=True, kind=Alias.Kind.NAME).order_by(
        "speaker", "-mentions", "id"
    )
    for speaker_id, name in rows.values_list("speaker_id", "name").iterator():
        if len(names[speaker_id]) < MAX_NAMES:
            names[speaker_id].append(name)
    positions: dict[int, list[str]] = defaultdict(list)
    held = (
        Position.objects.filter(is_live=True, speaker__is_live=True)
        .exclude(title="")
        .order_by("speaker", "id")
    )
    for speaker_id, title in held.values_list("speaker_id", "title").iterator():
        positions[speaker_id].append(title)
    live = Speaker.objects.live().order_by("id").values_list("id", "kind", "name", "country", "quote_count")
    return [
        NamedSpeaker(
            id=pk,
            kind=kind,
            names=tuple(dict.fromkeys([name, *names.get(pk, ())])),
            country=country,
            positions=tuple(positions.get(pk, ())),
            quotes=quotes,
        )
        for pk, kind, name, country, quotes in live.iterator()
    ]


def _stored() -> dict[tuple[int, int], tuple[int, float, str, str]]:
    """Return the stored pairs: id, score, reason and answer by their speakers."""
    rows = SpeakerPair.objects.values_list("left_id", "right_id", "id", "score", "reason", "answer")
    return {(left, right): tuple(rest) for left, right, *rest in rows.iterator()}  # type: ignore[misc]


def _store(found: Collection[NamePair], run: Run, every: bool) -> tuple[int, int]:
    """Write what is new or scored otherwise. Returns how many are proposed newly, and how many no more."""
    known = _stored()
    new: list[SpeakerPair] = []
    changed: list[SpeakerPair] = []
    for pair in found:
        ids = (pair.left, pair.right)
        row = SpeakerPair(
            left_id=pair.left, right_id=pair.right, score=pair.score, reason=pair.reason, run=run
        )
        if ids not in known:
            new.append(row)
        elif not known[ids][3] and known[ids][1:3] != (pair.score, pair.reason):
            row.pk = known[ids][0]
            changed.append(row)
    SpeakerPair.objects.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
    SpeakerPair.objects.bulk_update(changed, ["score", "reason", "run"], batch_size=BATCH)
    still = {(pair.left, pair.right) for pair in found}
    lost = [row[0] for ids, row in known.items() if every and not row[3] and row[1] and ids not in still]
    for place in range(0, len(lost), BATCH):
        SpeakerPair.objects.filter(pk__in=lost[place : place + BATCH]).update(score=0)
    return len(new), len(lost)
