"""Two reviewers differ: nothing is joined and nothing is carried over until it is settled."""

import pytest

from claims.models import Change, Match, Run, Statement, User
from claims.models.match import DIFFER
from claims.queries.carry_over import pairs_that_lead
from claims.queries.copies_check import check_matches
from claims.services.matches import judge_match
from claims.services.recounts import recount_verdicts
from claims.services.undo import undo
from claims.services.utterances import regroup_utterances
from tests.services.corpus import VOSK, find, make_article, make_run, make_user, write

pytestmark = pytest.mark.django_db

WORDS = "A peace treaty between Kessaria and Norvand will be signed in Halden this year."


@pytest.fixture
def reviewers() -> list[User]:
    return [make_user(name) for name in ("miriam", "jonas", "ada")]


@pytest.fixture
def match() -> Match:
    """Return a match of the same words, which by itself joins its two statements."""
    for outlet in ("Radio Halden", "Kess Telegraph"):
        article = make_article(f"“{WORDS}” said the head of the delegation.", outlet=outlet)
        write(article, find(article.text, WORDS, VOSK))
    left, right = Statement.objects.order_by("id")
    run = make_run(Run.Program.MATCHES)
    made = Match.objects.create(
        left=left, right=right, score=0.98, raw_score=0.98, relation="SAME_WORDS", run=run
    )
    regroup_utterances()
    return made


def judge(match: Match, kind: str, by: User) -> None:
    judge_match(match=match, kind=kind, by=by)
    match.refresh_from_db()


def are_one_utterance() -> bool:
    return len(set(Statement.objects.values_list("utterance", flat=True))) == 1


def test_reviewers_who_differ_join_nothing(match, reviewers):
    assert are_one_utterance()

    judge(match, "SAME_STATEMENT", reviewers[0])
    judge(match, "SAME_CLAIM", reviewers[1])

    assert match.verdict == DIFFER
    assert not are_one_utterance()


def test_reviewers_who_differ_let_no_tag_be_carried(match, reviewers):
    judge(match, "SAME_STATEMENT", reviewers[0])
    pair = (match.left_id, match.right_id)
    assert pairs_that_lead({pair}) == {pair}

    judge(match, "UNRELATED", reviewers[1])

    assert pairs_that_lead({pair}) == set()


def test_a_third_reviewer_settles_it(match, reviewers):
    for kind, reviewer in zip(("SAME_STATEMENT", "UNRELATED", "SAME_STATEMENT"), reviewers, strict=True):
        judge(match, kind, reviewer)

    assert match.verdict == "SAME_STATEMENT"
    assert are_one_utterance()


def test_a_reviewer_who_changes_her_verdict_settles_it(match, reviewers):
    judge(match, "SAME_STATEMENT", reviewers[0])
    judge(match, "UNRELATED", reviewers[1])
    judge(match, "SAME_STATEMENT", reviewers[1])

    assert match.verdict == "SAME_STATEMENT"


def test_undoing_one_of_two_verdicts_settles_it(match, reviewers):
    judge(match, "SAME_STATEMENT", reviewers[0])
    judge(match, "UNRELATED", reviewers[1])

    undo(change=Change.objects.latest("id"), by=reviewers[1])

    match.refresh_from_db()
    assert match.verdict == "SAME_STATEMENT"
    assert are_one_utterance()


def test_recounting_and_the_check_know_that_reviewers_differ(match, reviewers):
    judge(match, "SAME_STATEMENT", reviewers[0])
    judge(match, "UNRELATED", reviewers[1])
    assert (recount_verdicts(), list(check_matches())) == (0, [])

    Match.objects.update(verdict="UNRELATED")

    assert len(list(check_matches())) == 1
    assert recount_verdicts() == 1
    match.refresh_from_db()
    assert match.verdict == DIFFER
