"""Matches found, found again, and judged."""

import uuid

import pytest

from claims.models import Article, Change, Match, Membership, Run, Statement, StatementTerms, Verdict
from claims.queries.explanations import explanation_in_words
from claims.services.held_matcher import matcher_at_hand
from claims.services.matches import UnableToJudgeMatch, judge_match, match_articles
from claims.services.progress import Stopped
from claims.services.quotes import reject_quote, restore_quote
from claims.services.rights import NotAllowed
from claims.services.undo import undo
from claims.text.found import FoundSpeaker
from tests.services.corpus import OKARRIN, VOSK, find, make_article, make_run, make_user, write

pytestmark = pytest.mark.django_db

TREATY = "A peace treaty between Kessaria and Norvand will be signed in Halden this year."
AGAIN = "A peace treaty between Kessaria and Norvand will be signed in Halden within this year."
PASS = "The road through Sella Pass can open tomorrow under our customs officers."
PRISONERS = "All 41 prisoners named in the January list have to be home before the winter."


@pytest.fixture
def coder():
    return make_user()


def say(words, speaker=VOSK, **place):
    """Store an article in which a speaker says the words."""
    article = make_article(f"“{words}” said the head of the delegation on Monday.", **place)
    write(article, find(article.text, words, speaker))
    return article


def match(articles=None):
    rows = Article.objects.without_matches_run() if articles is None else articles
    return match_articles(articles=rows, run=make_run(Run.Program.MATCHES))


def pairs():
    rows = Match.objects.live().order_by("left", "right")
    return [(row.left.exact, row.right.exact) for row in rows.select_related("left", "right")]


@pytest.fixture
def two():
    say(TREATY)
    say(AGAIN, OKARRIN, outlet="Kess Telegraph")
    say(PRISONERS)
    match()
    return Match.objects.get()


def test_related_statements_of_two_articles_are_found(two):
    assert pairs() == [(TREATY, AGAIN)]
    assert two.left_id < two.right_id
    assert two.score > 0.7


def test_a_match_keeps_its_explanation(two):
    assert explanation_in_words(two).startswith("shares ")


def test_pairs_that_say_little_are_not_stored():
    # all three speak of a road and of officers; the first two alike, the last one hardly like them
    for outlet, words in (
        ("A", PASS),
        ("B", "The road through Sella Pass can open soon under our customs officers."),
        ("C", "Our officers will not walk that long road on foot again."),
    ):
        say(words, outlet=outlet)

    match()

    with matcher_at_hand() as held:
        every = {(pair.left, pair.right): pair.raw_score for pair in held.matcher.all_pairs(min_score=0.0)}
    stored = {(row.left_id, row.right_id): row.raw_score for row in Match.objects.all()}
    assert min(every.values()) < 0.3
    assert stored == {pair: round(score, 4) for pair, score in every.items() if score >= 0.3}


def test_matched_articles_are_not_matched_again(two):
    assert not Article.objects.without_matches_run().exists()


def test_a_new_article_is_matched_against_all_stored_ones(two):
    say(TREATY, outlet="Norvand Today")

    match()

    assert len(pairs()) == 3


def test_a_second_run_changes_no_match(two):
    before = list(Match.objects.values())

    match(Article.objects.live())

    assert list(Match.objects.values()) == before


def test_articles_one_by_one_give_the_pairs_of_all_at_once():
    articles = [
        say(words, outlet=outlet)
        for words, outlet in ((TREATY, "A"), (PASS, "B"), (AGAIN, "C"), (TREATY, "D"))
    ]
    match()
    at_once = pairs()
    Match.objects.all().delete()
    Article.objects.update(matches_run=None)

    for article in reversed(articles):
        match(Article.objects.filter(pk=article.pk))

    assert pairs() == at_once
    assert len(at_once) == 3


def test_a_stopped_run_is_gone_on_with():
    for outlet in ("A", "B", "C"):
        say(TREATY, outlet=outlet)

    class StopsAfterTwo:
        left = 2

        def begin(self, total, what):
            self.is_on = what == "articles"

        def advance(self, done=1):
            self.left -= self.is_on
            if not self.left:
                raise Stopped

    with pytest.raises(Stopped):
        match_articles(
            articles=Article.objects.without_matches_run(), run=make_run(), progress=StopsAfterTwo()
        )
    assert Article.objects.without_matches_run().count() == 1

    match()

    assert len(pairs()) == 3


def test_statements_of_one_quote_are_not_compared():
    article = make_article(f"“{TREATY} {TREATY}” said Vosk.")
    write(
        article,
        find(article.text, f"{TREATY} {TREATY}", VOSK, statements=(TREATY, f" {TREATY}")),
    )

    match()

    assert pairs() == []


def test_a_quote_inside_a_quote_is_no_match_of_it():
    article = make_article(f"“He said: ‘{TREATY}’ and left,” said Vosk.")
    text = article.text
    write(article, find(text, f"He said: ‘{TREATY}’ and left,", VOSK), find(text, TREATY, OKARRIN, inside=0))

    match()

    assert pairs() == []


def test_matches_of_a_rejected_quote_go_out_of_sight_and_come_back(two, coder):
    quote = two.left.quote
    reject_quote(quote=quote, by=coder)
    assert pairs() == []

    restore_quote(quote=quote, by=coder)

    assert pairs() == [(TREATY, AGAIN)]


def test_a_pair_that_is_found_no_more_goes_unless_it_was_judged(two, coder):
    other = say(TREATY, outlet="Norvand Today")
    match()
    judged, unjudged = Match.objects.filter(right__article=other).order_by("id")
    judge_match(match=judged, kind=Verdict.Kind.SAME_CLAIM, by=coder)
    for row in (judged, unjudged):
        # as if an earlier version had found them between statements that share nothing
        Statement.objects.filter(pk=row.right_id).update(exact=PRISONERS)
    StatementTerms.objects.filter(statement=unjudged.right_id).delete()

    match(Article.objects.filter(pk=other.pk))

    live = dict(
        Match.objects.filter(
            right__article=other, left__article__in=[judged.left.article, unjudged.left.article]
        ).values_list("id", "is_live")
    )
    assert live[judged.pk] is True
    assert live[unjudged.pk] is False


def test_a_judged_match_keeps_its_score_over_runs(two, coder):
    judge_match(match=two, kind=Verdict.Kind.SAME_STATEMENT, by=coder)
    Match.objects.update(score=0.5)

    match(Article.objects.live())

    two.refresh_from_db()
    assert two.score == 0.5


def test_an_unjudged_match_gets_its_new_score(two):
    Match.objects.update(score=0.5)

    match(Article.objects.live())

    two.refresh_from_db()
    assert two.score > 0.7


def test_a_verdict_stands_on_the_match(two, coder):
    judge_match(match=two, kind=Verdict.Kind.SAME_CLAIM, by=coder, note=" the year differs ")

    two.refresh_from_db()
    assert two.verdict == Verdict.Kind.SAME_CLAIM
    assert Verdict.objects.get().note == "the year differs"


def test_the_earlier_verdict_of_a_reviewer_stays(two, coder):
    judge_match(match=two, kind=Verdict.Kind.SAME_CLAIM, by=coder)
    judge_match(match=two, kind=Verdict.Kind.UNRELATED, by=coder)

    verdicts = Verdict.objects.order_by("id").values_list("kind", "is_latest")
    assert list(verdicts) == [("SAME_CLAIM", False), ("UNRELATED", True)]


def test_two_reviewers_may_differ(two, coder):
    judge_match(match=two, kind=Verdict.Kind.SAME_CLAIM, by=coder)
    judge_match(match=two, kind=Verdict.Kind.UNRELATED, by=make_user("jon"))

    assert Verdict.objects.standing().count() == 2


def test_a_form_sent_twice_gives_one_verdict(two, coder):
    token = uuid.uuid4()

    first = judge_match(match=two, kind=Verdict.Kind.SAME_CLAIM, by=coder, token=token)
    second = judge_match(match=two, kind=Verdict.Kind.SAME_CLAIM, by=coder, token=token)

    assert first == second
    assert Verdict.objects.count() == 1


def test_undoing_a_verdict_brings_the_earlier_one_back(two, coder):
    judge_match(match=two, kind=Verdict.Kind.SAME_CLAIM, by=coder)
    judge_match(match=two, kind=Verdict.Kind.UNRELATED, by=coder)

    undo(change=Change.objects.latest("id"), by=coder)

    two.refresh_from_db()
    assert two.verdict == Verdict.Kind.SAME_CLAIM


def test_a_match_of_a_rejected_quote_is_not_judged(two, coder):
    reject_quote(quote=two.left.quote, by=coder)

    with pytest.raises(UnableToJudgeMatch):
        judge_match(match=two, kind=Verdict.Kind.SAME_CLAIM, by=coder)


def test_a_reader_judges_nothing(two):
    with pytest.raises(NotAllowed):
        judge_match(match=two, kind="SAME_CLAIM", by=make_user("rui", role=Membership.Role.READER))


def test_a_judged_quote_stays_over_an_extraction_that_does_not_find_it(two, coder):
    judge_match(match=two, kind=Verdict.Kind.SAME_CLAIM, by=coder)

    write(two.left.article)
    write(two.right.article)

    assert pairs() == [(TREATY, AGAIN)]


def test_an_unknown_speaker_is_no_obstacle():
    say(TREATY, FoundSpeaker("Vosk"))
    article = make_article(f"“{TREATY}” somebody said.")
    write(article, find(article.text, TREATY))

    match()

    assert len(pairs()) == 1
