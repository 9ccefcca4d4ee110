"""The review queue: its order, its pages, and that it reads as far as a page needs."""

import pytest
from django.http import QueryDict

from claims.models import Match, Statement, Utterance
from claims.queries import review
from claims.queries.filters import MatchFilter
from claims.queries.review import ReviewQueue
from claims.queries.shown_matches import with_sides
from claims.services.annotations import tag_statement
from claims.services.matches import judge_match
from claims.services.reach import measure_reach
from tests.studies import Study, build_study

pytestmark = pytest.mark.django_db


@pytest.fixture
def study() -> Study:
    """Return the study with a match between each two statements of different quotes, all of one score."""
    built = build_study()
    run = built.matches[1, 3].run
    Match.objects.update(score=0.8)
    for left in (1, 2, 3, 4):
        for right in range(left + 1, 6):
            pair = built.statements[left], built.statements[right]
            if pair[0].quote_id != pair[1].quote_id and (left, right) not in built.matches:
                built.matches[left, right] = Match.objects.create(
                    left=pair[0], right=pair[1], score=0.8, raw_score=0.8, relation="REWORDED", run=run
                )
    return built


def queue(study: Study, params: str = "", by: str = "jon") -> ReviewQueue:
    rows = with_sides(Match.objects.live())
    return ReviewQueue(MatchFilter(QueryDict(params), rows, user=study.people[by], codebook=study.codebook))


def pairs(study: Study, params: str = "", by: str = "jon") -> list[tuple[int, int]]:
    names = {match.pk: pair for pair, match in study.matches.items()}
    found = queue(study, params, by)
    return [names[match.pk] for match in found[0 : len(found)]]


def test_what_is_alike_in_all_comes_by_its_number(study):
    found = queue(study)[0:100]

    assert [match.pk for match in found] == sorted(match.pk for match in study.matches.values())


def test_an_unsure_score_comes_before_a_sure_one(study):
    Match.objects.filter(pk=study.matches[3, 5].pk).update(score=0.71)
    Match.objects.filter(pk=study.matches[1, 3].pk).update(score=0.99)

    found = pairs(study)

    assert (found[0], found[-1]) == ((3, 5), (1, 3))


def test_large_utterances_come_before_single_statements(study):
    utterance = Utterance.objects.create(first=study.statements[5], statements=30)
    Statement.objects.filter(pk=study.statements[5].pk).update(utterance=utterance)
    measure_reach()

    assert all(5 in pair for pair in pairs(study)[:4])


def test_a_tagged_and_an_untagged_statement_come_before_two_tagged_ones(study):
    for number in (1, 3):
        tag_statement(
            statement=study.statements[number],
            claim=study.claims["signed"],
            stance="SUPPORTS",
            by=study.people["ada"],
        )

    found = pairs(study)

    assert len([pair for pair in found[:5] if (1 in pair) != (3 in pair)]) == 5
    assert found.index((1, 3)) >= 5
    assert sorted(found) == sorted(study.matches)


def test_tags_of_another_codebook_move_nothing(study):
    before = pairs(study)
    tag_statement(
        statement=study.statements[5],
        claim=study.claims["water"],
        stance="SUPPORTS",
        by=study.people["olga"],
    )

    assert pairs(study) == before


def test_where_reviewers_differ_comes_first_and_what_is_judged_among_the_others(study):
    judge_match(match=study.matches[3, 5], kind="UNRELATED", by=study.people["jon"])
    judge_match(match=study.matches[3, 5], kind="SAME_CLAIM", by=study.people["ada"])
    judge_match(match=study.matches[1, 4], kind="SAME_CLAIM", by=study.people["ada"])

    assert pairs(study)[0] == (3, 5)
    assert sorted(pairs(study)) == sorted(study.matches)
    assert (3, 5) not in pairs(study, "verdict=NONE")
    assert pairs(study, "verdict=SAME_CLAIM") == [(1, 4)]
    assert pairs(study, "mine=second") == [(1, 4)]
    assert pairs(study, "mine=given") == [(3, 5)]
    assert sorted(pairs(study, "mine=none")) == sorted(set(study.matches) - {(3, 5)})


def test_pages_are_stretches_of_one_order(study):
    tag_statement(
        statement=study.statements[1],
        claim=study.claims["signed"],
        stance="SUPPORTS",
        by=study.people["ada"],
    )
    whole = [match.pk for match in queue(study)[0:100]]

    pages = [[match.pk for match in queue(study)[start : start + 2]] for start in range(0, len(whole), 2)]

    assert [number for page in pages for number in page] == whole


def test_the_queue_ends_and_says_that_there_is_more(study, monkeypatch):
    assert not queue(study).is_cut

    monkeypatch.setattr(review, "LONGEST", 3)
    found = queue(study)

    assert (found.is_cut, len(found), len(found[2:10])) == (True, 3, 1)


def test_no_more_is_read_than_a_page_needs(study, django_assert_num_queries):
    found = queue(study, "verdict=NONE")

    with django_assert_num_queries(4) as asked:  # by worth, tagged on either side, the rows
        assert len(found[0:2]) == 2

    assert all("LIMIT 2" in query["sql"] for query in asked.captured_queries[:3])


def test_matches_that_others_stand_for_are_folded_until_somebody_judges_them(study):
    folded = study.matches[1, 3]
    Match.objects.filter(pk=folded.pk).update(reach=0.0)

    assert (1, 3) not in pairs(study, "copies=fold")
    assert (1, 3) in pairs(study)

    for name, kind in (("ada", "UNRELATED"), ("mira", "SAME_CLAIM")):
        judge_match(match=folded, kind=kind, by=study.people[name])
    assert pairs(study, "copies=fold")[0] == (1, 3)


@pytest.mark.parametrize("order", ["surest", "least", "statement"])
def test_the_other_orders_merge_what_is_judged_and_what_is_not(order, study):
    for place, match in enumerate(study.matches.values()):
        Match.objects.filter(pk=match.pk).update(score=0.7 + (7 * place % 5) / 20)
    for pair, name in (((1, 3), "ada"), ((2, 5), "ada"), ((1, 4), "mira")):
        judge_match(match=study.matches[pair], kind="UNRELATED", by=study.people[name])
    judge_match(match=study.matches[1, 4], kind="SAME_CLAIM", by=study.people["ada"])

    found = queue(study, f"order={order}")

    keys = {
        "surest": lambda row: (-row.score, -row.pk),
        "least": lambda row: (row.score, row.pk),
        "statement": lambda row: (row.left_id, -row.score, row.pk),
    }
    expected = sorted(Match.objects.live(), key=keys[order])
    assert [row.pk for row in found[0:100]] == [row.pk for row in expected]
    assert [row.pk for row in found[3:6]] == [row.pk for row in expected[3:6]]


@pytest.mark.parametrize("order", ["", "surest", "least", "statement"])
def test_no_order_counts_or_shows_more_than_the_longest_queue(order, study, monkeypatch):
    monkeypatch.setattr(review, "LONGEST", 3)

    found = queue(study, f"order={order}")

    assert (found.count(), found.is_cut, len(found[0:100])) == (3, True, 3)
