"""What merges and splits of speakers say about pairs of names: answers that travel with the speakers.

Whoever merges B into A answers the pair A, B. Where B was kept apart from C, A is kept apart from C from
then on; where B and C were proposed and nobody answered, A and C are proposed. Answers belong to the merge's
own Change and go back with it.
"""

from collections.abc import Iterable, Sequence

from django.db.models import Q
from django.utils import timezone

from claims.models import Change, Speaker, SpeakerPair
from claims.services.changes import save_changed, save_quietly

#: the reason of a pair that no program proposed: it only holds an answer
BY_PERSON = "person"


def set_answer(change: Change, left: Speaker, right: Speaker, answer: str) -> SpeakerPair:
    """Note a person's answer on two speakers, whether the pair was proposed or not."""
    pair = pair_of(left, right)
    if pair is None:
        pair = _keep_pair(left, right, score=0.0, reason=BY_PERSON, run_id=None)
    pair.answer, pair.by, pair.at = answer, change.by, timezone.now()
    save_changed(change, pair, fields=["answer", "by", "at"])
    return pair


def pair_of(one: Speaker, other: Speaker) -> SpeakerPair | None:
    """Return the stored pair of two speakers, in whichever order they are given."""
    left, right = sorted((one.pk, other.pk))
    return SpeakerPair.objects.filter(left=left, right=right).first()


def answer_by_merge(change: Change, merged: Sequence[Speaker], into: Speaker) -> None:
    """Carry what is known of merged speakers over to the one that they went into."""
    for speaker in merged:
        own = pair_of(speaker, into)
        if own is not None:
            set_answer(change, speaker, into, SpeakerPair.Answer.MERGE)
        for pair in _pairs_of(speaker):
            other = pair.right if pair.left_id == speaker.pk else pair.left
            if other.pk == into.pk or not other.is_live or other in merged:
                continue
            known = pair_of(into, other)
            if pair.answer == SpeakerPair.Answer.APART and (known is None or not known.answer):
                set_answer(change, into, other, SpeakerPair.Answer.APART)
            elif not pair.answer and pair.score and known is None:
                _keep_pair(into, other, score=pair.score, reason=pair.reason, run_id=pair.run_id)


def answer_by_split(change: Change, speaker: Speaker, made: Speaker) -> None:
    """Keep two speakers apart for good whom a person split: the finder does not propose them again."""
    set_answer(change, speaker, made, SpeakerPair.Answer.APART)


def _pairs_of(speaker: Speaker) -> Iterable[SpeakerPair]:
    pairs = SpeakerPair.objects.filter(Q(left=speaker) | Q(right=speaker))
    return pairs.select_related("left", "right").order_by("id")


def _keep_pair(one: Speaker, other: Speaker, *, score: float, reason: str, run_id: int | None) -> SpeakerPair:
    left, right = sorted((one, other), key=lambda speaker: speaker.pk)
    pair = SpeakerPair(left=left, right=right, score=score, reason=reason, run_id=run_id)
    save_quietly(pair)
    return pair
