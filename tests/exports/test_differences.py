"""Differences as a file: both statements, who tagged them and how, by pseudonym."""

import json

import pytest
from zeal import zeal_context

from claims.exports.files import export_pieces
from claims.exports.tables import find_table, rows_for
from claims.models import Match
from claims.services.annotations import tag_statement
from tests.exports.world import build_tagged_study
from tests.studies import Study

pytestmark = pytest.mark.django_db


@pytest.fixture
def study() -> Study:
    """Return the tagged study in which statements 1 and 4, and 2 and 5, are the same words."""
    built = build_tagged_study()
    pairs = [built.matches[1, 4].pk, built.matches[2, 5].pk]
    Match.objects.filter(pk__in=pairs).update(relation="SAME_WORDS", score=0.9)
    tag_statement(
        statement=built.statements[4],
        claim=built.claims["signed"],
        stance="OPPOSES",
        by=built.people["jon"],
    )
    return built


def rows_of(**who) -> list[dict]:
    table = find_table("differences")
    rows = rows_for(table, user=who.get("user"), codebook=who.get("codebook"))
    return [json.loads(line) for line in b"".join(export_pieces(table, "jsonl", rows)).splitlines()]


def test_a_difference_tells_both_statements_and_their_tags(study):
    stance, claim = rows_of(user=study.people["rui"], codebook=study.codebook)

    assert stance == {
        "codebook": "Lume talks",
        "differ": "stance",
        "left_id": study.statements[1].pk,
        "right_id": study.statements[4].pk,
        "left_coder": "Coder 1",
        "right_coder": "Coder 1",
        "left_tags": ["A peace treaty will be signed: supports"],
        "right_tags": ["A peace treaty will be signed: opposes"],
        "utterance_id": None,
        "match_id": study.matches[1, 4].pk,
        "left_text": "A peace treaty will be signed this year.",
        "right_text": "- No peace treaty will be signed this year.",
    }
    assert (claim["differ"], claim["left_coder"], claim["right_coder"]) == ("claim", "Coder 2", "Coder 1")
    assert (claim["left_tags"], claim["right_tags"]) == (["The Sella road should open: opposes"], [])


def test_strangers_get_none_and_the_administrator_all(study):
    assert rows_of(user=study.people["olga"]) == []
    assert len(rows_of()) == 2


def test_a_difference_costs_no_query_of_its_own(study, django_assert_max_num_queries):
    table = find_table("differences")

    with zeal_context(), django_assert_max_num_queries(11):
        assert len(list(table.shape(rows_for(table, user=None)))) == 2
