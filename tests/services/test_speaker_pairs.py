"""Names that may be one speaker: proposed once, answered by people, and answers that travel."""

import pytest

from claims.models import Alias, Change, Membership, Run, Speaker, SpeakerPair
from claims.services.changes import save_quietly
from claims.services.pair_answers import pair_of
from claims.services.progress import Stopped
from claims.services.rights import NotAllowed
from claims.services.speaker_pairs import UnableToAnswerPair, answer_pair, find_pairs, pairs_to_propose
from claims.services.speakers import merge_speakers, split_speaker
from claims.services.undo import undo
from claims.text.found import FoundSpeaker
from tests.services.corpus import find, make_article, make_user, write

pytestmark = pytest.mark.django_db

APART, MERGE = SpeakerPair.Answer.APART, SpeakerPair.Answer.MERGE


def quoted(*names: str) -> list[Speaker]:
    """Store an article in which each of the names is quoted; return the speakers in this order."""
    body = "\n\n".join(f"“The road {number} is open,” said {name}." for number, name in enumerate(names))
    article = make_article(body, outlet=f"Outlet {Run.objects.count()}")
    found = [
        find(article.text, f"The road {number} is open,", FoundSpeaker(name))
        for number, name in enumerate(names)
    ]
    write(article, *found)
    return [Speaker.objects.filter(name=name).latest("id") for name in names]


@pytest.fixture
def coder(db):
    return make_user()


def waiting() -> set[tuple[str, str]]:
    return {(pair.left.name, pair.right.name) for pair in SpeakerPair.objects.waiting()}


def test_two_spellings_are_proposed_with_the_reason_and_a_score() -> None:
    quoted("Tural Əzizbəyli", "Tural Azizbeyli", "Seda Marutyan")

    found = find_pairs()

    pair = SpeakerPair.objects.get()
    assert (found.speakers, found.new) == (3, 1)
    assert (pair.left.name, pair.right.name, pair.reason) == (
        "Tural Əzizbəyli",
        "Tural Azizbeyli",
        "spelling",
    )
    assert pair.score > 0.8
    assert pair.run.program == Run.Program.PAIRS


def test_only_new_names_are_looked_at_and_against_all_others() -> None:
    quoted("Tural Əzizbəyli", "Seda Marutyan", "S. Marutyan")
    find_pairs()
    SpeakerPair.objects.update(score=0.0)
    quoted("Tural Azizbeyli")

    found = find_pairs()

    assert (found.speakers, waiting()) == (1, {("Tural Əzizbəyli", "Tural Azizbeyli")})
    assert find_pairs().speakers == 0
    assert Run.objects.filter(program=Run.Program.PAIRS).count() == 2


def test_a_dry_run_writes_nothing() -> None:
    quoted("Tural Əzizbəyli", "Tural Azizbeyli")

    assert len(pairs_to_propose()) == 1
    assert not SpeakerPair.objects.exists()
    assert not Run.objects.filter(program=Run.Program.PAIRS).exists()


def test_a_whole_run_takes_back_what_it_does_not_find_any_more_but_no_answer(coder) -> None:
    left, right, _, fourth = quoted("Tural Əzizbəyli", "Tural Azizbeyli", "S. Marutyan", "Seda Marutyan")
    find_pairs()
    answer_pair(pair=pair_of(left, right), answer=APART, by=coder)
    Alias.objects.filter(speaker__in=[right, fourth]).update(name="Nobody Alike", name_folded="nobodi alike")
    Speaker.objects.filter(pk__in=[right.pk, fourth.pk]).update(name="Nobody Alike", kind="UNNAMED")

    found = find_pairs(every=True)

    assert (found.new, found.gone, waiting()) == (0, 1, set())
    assert pair_of(left, right).answer == APART


def test_a_merge_is_one_change_and_its_undo_takes_the_answer_back(coder) -> None:
    left, right = quoted("Tural Əzizbəyli", "Tural Azizbeyli")
    find_pairs()
    last = Change.objects.count()

    pair = answer_pair(pair=SpeakerPair.objects.get(), answer=MERGE, into=right, by=coder)

    left.refresh_from_db()
    assert (left.merged_into, pair.answer, pair.by) == (right, MERGE, coder)
    assert (Change.objects.count() - last, waiting()) == (1, set())

    undo(change=Change.objects.latest("id"), by=coder)

    left.refresh_from_db()
    pair.refresh_from_db()
    assert (left.is_live, pair.answer, pair.by, pair.at) == (True, "", None, None)
    assert waiting() == {("Tural Əzizbəyli", "Tural Azizbeyli")}


def test_what_was_kept_apart_is_never_proposed_again_and_can_be_undone(coder) -> None:
    quoted("Tural Əzizbəyli", "Tural Azizbeyli")
    find_pairs()
    answer_pair(pair=SpeakerPair.objects.get(), answer=APART, by=coder)

    find_pairs(every=True)
    assert waiting() == set()

    undo(change=Change.objects.latest("id"), by=coder)
    assert waiting() == {("Tural Əzizbəyli", "Tural Azizbeyli")}


def test_a_merge_elsewhere_answers_the_pair_too(coder) -> None:
    left, right = quoted("Tural Əzizbəyli", "Tural Azizbeyli")
    find_pairs()

    merge_speakers(speakers=[left], into=right, by=coder)

    assert SpeakerPair.objects.get().answer == MERGE


def test_who_is_apart_from_one_of_two_merged_is_apart_from_both(coder) -> None:
    short, full, other = quoted("T. Azizbeyli", "Tural Azizbeyli", "Turan Əzizbəyli")
    find_pairs()
    answer_pair(pair=pair_of(short, other) or make_pair(short, other), answer=APART, by=coder)
    proposed = pair_of(full, other) or make_pair(full, other)

    merge_speakers(speakers=[short], into=full, by=coder)

    proposed.refresh_from_db()
    assert proposed.answer == APART
    undo(change=Change.objects.latest("id"), by=coder)
    proposed.refresh_from_db()
    assert proposed.answer == ""


def test_a_proposal_moves_to_the_speaker_that_stays(coder) -> None:
    left, right, initials = quoted("Tural Əzizbəyli", "Tural Azizbeyli", "T. Azizbeyli")
    find_pairs()
    SpeakerPair.objects.exclude(pk=pair_of(right, initials).pk)._raw_delete("default")

    merge_speakers(speakers=[right], into=left, by=coder)

    assert waiting() == {("Tural Əzizbəyli", "T. Azizbeyli")}


def test_a_split_keeps_the_two_apart(coder) -> None:
    left, right = quoted("Tural Əzizbəyli", "Tural Azizbeyli")
    merge_speakers(speakers=[right], into=left, by=coder)
    alias = Alias.objects.get(name="Tural Azizbeyli")

    made = split_speaker(speaker=left, aliases=[alias], name="Tural Azizbeyli", by=coder)
    find_pairs(every=True)

    assert pair_of(left, made).answer == APART
    assert waiting() == set()


def test_a_pair_that_somebody_answered_is_not_answered_again(coder) -> None:
    left, _ = quoted("Tural Əzizbəyli", "Tural Azizbeyli")
    find_pairs()
    pair = SpeakerPair.objects.get()
    answer_pair(pair=pair, answer=APART, by=coder)

    with pytest.raises(UnableToAnswerPair, match=r"miriam kept apart .* already"):
        answer_pair(pair=pair, answer=MERGE, into=left, by=make_user("jonas"))


def test_a_merge_needs_the_name_that_stays(coder) -> None:
    quoted("Tural Əzizbəyli", "Tural Azizbeyli", "Seda Marutyan")
    find_pairs()
    stranger = Speaker.objects.get(name="Seda Marutyan")

    with pytest.raises(UnableToAnswerPair, match="which of the two"):
        answer_pair(pair=SpeakerPair.objects.get(), answer=MERGE, into=stranger, by=coder)


def test_a_reader_answers_nothing(coder) -> None:
    quoted("Tural Əzizbəyli", "Tural Azizbeyli")
    find_pairs()

    with pytest.raises(NotAllowed):
        answer_pair(
            pair=SpeakerPair.objects.get(), answer=APART, by=make_user("rui", role=Membership.Role.READER)
        )


def test_a_run_that_is_stopped_writes_nothing_and_does_all_the_next_time() -> None:
    class Stopping:
        def begin(self, total: int, what: str) -> None:
            raise Stopped

        def advance(self, done: int = 1) -> None:
            pass

    quoted("Tural Əzizbəyli", "Tural Azizbeyli")
    with pytest.raises(Stopped):
        find_pairs(progress=Stopping())

    assert find_pairs().new == 1


def make_pair(one: Speaker, other: Speaker) -> SpeakerPair:
    left, right = sorted((one, other), key=lambda speaker: speaker.pk)
    pair = SpeakerPair(left=left, right=right, score=0.6, reason="spelling")
    save_quietly(pair)
    return pair
