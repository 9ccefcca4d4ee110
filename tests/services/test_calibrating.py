"""Scores adjusted to verdicts: what is taught, what changes, and the way back."""

import io

import pytest
from django.core.management import CommandError, call_command

from claims.models import (
    Article,
    Match,
    Membership,
    Run,
    ScoreCalibration,
    Statement,
    Utterance,
    Verdict,
    VerdictKind,
)
from claims.queries.calibration import calibrated, calibration_in_use
from claims.queries.scores_check import check_scores
from claims.services import calibrating
from claims.services.calibrating import (
    UnableToRecalibrate,
    propose_calibration,
    recalibrate,
    use_shipped_scores,
)
from claims.services.changes import save_quietly
from claims.services.joins import join_statements, part_statements
from claims.services.matches import judge_match, match_articles
from claims.services.progress import Stopped
from claims.services.rights import NotAllowed
from claims.services.utterances import regroup_around
from tests.services.corpus import VOSK, find, make_article, make_run, make_user, write

pytestmark = pytest.mark.django_db

#: raw scores, each of as many pairs of statements
RAW_SCORES = (0.35, 0.5, 0.65, 0.75, 0.85, 0.95)
PAIRS_EACH = 50
#: this corpus's reviewers are stricter than the shipped scores: same words only from 0.8 on
STRICT_FROM = 0.8


@pytest.fixture
def judged():
    """Pairs of statements by one speaker, of six shipped scores, with 300 verdicts of one reviewer."""
    person, run = make_user(), make_run(Run.Program.MATCHES)
    number = len(RAW_SCORES) * PAIRS_EACH
    words = [f"Point {place} of the list stays open." for place in range(2 * number)]
    article = make_article("\n\n".join(f"“{said}” Vosk said." for said in words))
    write(article, *(find(article.text, said, VOSK) for said in words))
    statements = list(Statement.objects.order_by("id"))
    made = Match.objects.bulk_create(
        Match(
            left=statements[2 * place],
            right=statements[2 * place + 1],
            score=RAW_SCORES[place % len(RAW_SCORES)],
            raw_score=RAW_SCORES[place % len(RAW_SCORES)],
            relation=Match.Relation.SAME_WORDS,
            run=run,
        )
        for place in range(number)
    )
    for match in made:
        is_same = match.raw_score >= STRICT_FROM
        kind = VerdictKind.SAME_STATEMENT if is_same else VerdictKind.SAME_CLAIM
        verdict = Verdict(match=match, kind=kind, by=person)
        save_quietly(verdict)
    return made


def scores():
    return dict(Match.objects.values_list("raw_score", "score").distinct())


def test_scores_follow_the_verdicts_and_keep_their_order(judged):
    proposed, changed = recalibrate()

    after = scores()
    assert (proposed.verdicts, proposed.same) == (300, 100)
    assert proposed.brier_after < proposed.brier_before
    assert after[0.75] < 0.5 < after[0.95]
    assert [after[raw] for raw in RAW_SCORES] == sorted(after.values())
    assert changed == len(judged)


def test_the_shipped_score_stays_and_leads_back(judged):
    recalibrate()

    use_shipped_scores()

    assert scores() == {raw: raw for raw in RAW_SCORES}
    assert not ScoreCalibration.objects.filter(is_in_use=True).exists()


def test_proposing_changes_nothing(judged):
    proposed = propose_calibration()

    assert scores() == {raw: raw for raw in RAW_SCORES}
    assert not ScoreCalibration.objects.exists()
    assert (proposed.up, proposed.down) == (0, 2 * PAIRS_EACH)  # those of 0.75 and 0.85


def test_parting_an_utterance_teaches_nothing_and_loses_no_verdict(judged):
    """Who parts the very same words says that they were not said once, not that they do not say the same."""
    reviewer = make_user("parts")
    sure = [match for match in judged if match.raw_score == 0.95][:5]
    statements = [side for match in sure for side in (match.left, match.right)]
    utterance = Utterance.objects.create(first=statements[0], statements=len(statements))
    Statement.objects.filter(pk__in=[row.pk for row in statements]).update(utterance=utterance)
    before = propose_calibration()

    part_statements(statements=[match.left for match in sure], by=reviewer)

    assert propose_calibration() == before
    assert Verdict.objects.standing().filter(by=reviewer, kind=VerdictKind.UNRELATED).count() == 25


def test_joining_again_what_was_parted_teaches_nothing_either(judged):
    reviewer = make_user("parts")
    sure = next(match for match in judged if match.raw_score == 0.95)
    utterance = Utterance.objects.create(first=sure.left, statements=2)
    Statement.objects.filter(pk__in=[sure.left_id, sure.right_id]).update(utterance=utterance)
    before = propose_calibration()

    part_statements(statements=[sure.left], by=reviewer)
    join_statements(left=sure.left, right=sure.right, by=reviewer)

    assert propose_calibration() == before


def test_a_verdict_on_a_pair_counts_also_where_the_pair_was_parted_before(judged):
    reviewer = make_user("parts")
    sure = next(match for match in judged if match.raw_score == 0.95)
    utterance = Utterance.objects.create(first=sure.left, statements=2)
    Statement.objects.filter(pk__in=[sure.left_id, sure.right_id]).update(utterance=utterance)

    part_statements(statements=[sure.left], by=reviewer)
    judge_match(match=sure, kind=VerdictKind.UNRELATED, by=reviewer)

    assert propose_calibration().verdicts == 301


def test_joining_by_one_pair_teaches_as_a_verdict_on_it_does(judged):
    unsure = next(match for match in judged if match.raw_score == 0.65)

    join_statements(left=unsure.left, right=unsure.right, by=Verdict.objects.earliest("id").by)

    assert propose_calibration().same == 101


def test_fewer_than_300_verdicts_are_too_few(judged):
    Verdict.objects.filter(match=judged[0]).update(is_latest=False)

    with pytest.raises(UnableToRecalibrate, match="299 verdicts are too few"):
        recalibrate()


def test_verdicts_that_all_say_the_same_teach_nothing(judged):
    Verdict.objects.update(kind=VerdictKind.UNRELATED)

    with pytest.raises(UnableToRecalibrate, match="All verdicts say the same"):
        recalibrate()


def test_verdicts_that_say_what_the_scores_say_change_nothing(judged):
    for place, match in enumerate(sorted(judged, key=lambda match: (match.raw_score, match.pk))):
        share = (place % PAIRS_EACH + 0.5) / PAIRS_EACH
        is_same = share < match.raw_score
        kind = VerdictKind.SAME_STATEMENT if is_same else VerdictKind.CONTRADICTS
        Verdict.objects.filter(match=match).update(kind=kind)

    with pytest.raises(UnableToRecalibrate, match="no better"):
        recalibrate()
    assert scores() == {raw: raw for raw in RAW_SCORES}


def test_only_the_latest_verdict_of_each_reviewer_counts_and_each_reviewer_does(judged):
    earlier = Verdict(match=judged[0], kind="SAME_STATEMENT", by=Verdict.objects.first().by, is_latest=False)
    save_quietly(earlier)
    other = Verdict(match=judged[0], kind="SAME_STATEMENT", by=make_user("jon"))
    save_quietly(other)

    proposed = propose_calibration()

    assert (proposed.verdicts, proposed.same) == (301, 101)


def test_a_pair_that_a_person_linked_teaches_nothing_and_keeps_its_score(judged):
    linked = judged[0]
    Match.objects.filter(pk=linked.pk).update(method=Match.Method.PERSON)
    extra = Verdict(match=judged[1], kind="SAME_CLAIM", by=make_user("jon"))
    save_quietly(extra)

    proposed, _ = recalibrate()

    linked.refresh_from_db()
    assert proposed.verdicts == 300
    assert linked.score == linked.raw_score


def test_a_contradiction_stays_a_question(judged):
    sure = judged[len(RAW_SCORES) - 1]
    Match.objects.filter(pk=sure.pk).update(relation=Match.Relation.CONTRADICTION, raw_score=0.9, score=0.9)
    Verdict.objects.update(kind=VerdictKind.SAME_STATEMENT)
    Verdict.objects.filter(match__raw_score=0.35).update(kind=VerdictKind.UNRELATED)

    recalibrate()

    sure.refresh_from_db()
    assert calibrated(0.9, Match.Relation.SAME_WORDS, calibration_in_use()) > 0.9
    assert sure.score == 0.9


def test_utterances_part_where_a_match_joins_no_more_and_join_again(judged):
    regroup_around(Statement.objects.values_list("id", flat=True))
    joined = len(judged) // 3  # the pairs of 0.85 and 0.95
    assert Utterance.objects.filter(is_live=True, statements=2).count() == joined

    recalibrate()
    now_joining = Match.objects.filter(score__gte=0.8).count()
    assert now_joining < joined
    assert Utterance.objects.filter(is_live=True, statements=2).count() == now_joining

    use_shipped_scores()
    assert Utterance.objects.filter(is_live=True, statements=2).count() == joined


def test_a_stopped_recalibration_goes_on_with_the_rest(judged, monkeypatch):
    monkeypatch.setattr(calibrating, "AT_ONCE", 100)

    class StopsAtOnce:
        def begin(self, total, what):
            pass

        def advance(self, done=1):
            raise Stopped

    with pytest.raises(Stopped):
        recalibrate(progress=StopsAtOnce())
    assert len(list(check_scores())) == 200

    _, changed = recalibrate()

    assert changed == 200
    assert ScoreCalibration.objects.count() == 1
    assert list(check_scores()) == []


def test_a_second_recalibration_changes_no_score(judged):
    recalibrate()

    _, changed = recalibrate()

    assert changed == 0
    assert ScoreCalibration.objects.count() == 1


def test_earlier_calibrations_stay(judged):
    recalibrate()
    Verdict.objects.filter(match__raw_score=0.85).update(kind=VerdictKind.SAME_CLAIM)

    recalibrate()

    assert list(ScoreCalibration.objects.order_by("id").values_list("is_in_use", flat=True)) == [False, True]


def test_new_matches_get_the_score_by_the_calibration_in_use(judged):
    recalibrate()
    said = "A peace treaty between Kessaria and Norvand will be signed in Halden {} this year."
    for outlet, word in (("A", "early"), ("B", "late")):
        article = make_article(f"“{said.format(word)}” Vosk said.", outlet=outlet)
        write(article, find(article.text, said.format(word), VOSK))

    match_articles(articles=Article.objects.filter(outlet__name__in="AB"), run=make_run(Run.Program.MATCHES))

    found = Match.objects.get(left__article__outlet__name="A")
    assert found.score == calibrated(found.raw_score, found.relation, calibration_in_use())
    assert found.score != found.raw_score


def test_a_reader_adjusts_nothing(judged):
    with pytest.raises(NotAllowed):
        recalibrate(by=make_user("rui", role=Membership.Role.READER))


def run(*arguments):
    out = io.StringIO()
    call_command("recalibrate", *arguments, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def test_the_command_says_what_would_change_and_what_did(judged):
    would = run("--dry-run")
    assert "300 verdicts: 100 say the same statement" in would
    assert "100 would go out of it" in would
    assert not ScoreCalibration.objects.exists()

    assert "300 scores changed" in run()
    assert "300 changed" in run("--shipped")


def test_the_command_names_what_is_missing():
    with pytest.raises(CommandError, match="it takes 300"):
        run()
