"""Claims: the tree with its counts, and the statements of a claim."""

import pytest

from claims.models import Speaker
from claims.queries.article_page import count_tagged
from claims.queries.claim_page import tags_of_claim
from claims.queries.claims import claims_named, claims_seen_by, tree_of_claims
from claims.queries.home_page import corpus_figures, tags_by_coder
from claims.queries.speaker_page import count_of_merge
from claims.services.annotations import tag_statement
from claims.services.claims import retire_claim
from claims.services.decisions import decide
from tests.studies import Study, build_study

pytestmark = pytest.mark.django_db


@pytest.fixture
def study() -> Study:
    built = build_study()
    for number, claim, stance, coder in (
        (1, "signed", "SUPPORTS", "jon"),
        (1, "signed", "SUPPORTS", "ada"),
        (3, "signed", "SUPPORTS", "jon"),
        (3, "signed", "OPPOSES", "ada"),
        (2, "opens", "OPPOSES", "jon"),
    ):
        tag_statement(
            statement=built.statements[number],
            claim=built.claims[claim],
            stance=stance,
            by=built.people[coder],
        )
    decide(statement=built.statements[5], codebook=built.codebook, outcome="NO_CLAIM", by=built.people["jon"])
    return built


def test_the_tree_goes_from_the_top_down_in_its_order(study):
    told = [(node.depth, node.path) for node in tree_of_claims(study.codebook, user=study.people["mira"])]

    assert told == [
        (0, "Treaty"),
        (1, "Treaty / A peace treaty will be signed"),
        (1, "Treaty / The other side delays"),
        (0, "Road"),
        (1, "Road / The Sella road should open"),
    ]


def test_who_is_no_member_of_a_codebook_sees_no_count_of_its_tags(study):
    """Olga leads another codebook: pages of the corpus are hers too."""
    stranger, member = study.people["olga"], study.people["mira"]
    signed, number = study.claims["signed"], study.codebook.pk
    speakers, said = list(Speaker.objects.order_by("id")), [row.pk for row in study.statements.values()]

    def counts(user):
        return (
            corpus_figures(number, user=user).tagged,
            len(tags_by_coder(number, user=user)),
            count_tagged(said, number, user=user),
            sum(row.tags for row in count_of_merge(speakers, user=user)),
            tags_of_claim(signed, user=user).count(),
            sum(node.total for node in tree_of_claims(study.codebook, user=user)),
        )

    assert all(counts(member))
    assert not any(counts(stranger))


def test_a_statement_counts_once_however_many_coders_tagged_it(study):
    signed = tree_of_claims(study.codebook, user=study.people["mira"])[1]

    assert signed.by_stance == {"SUPPORTS": 2, "OPPOSES": 1}
    assert signed.total == 2


def test_retired_claims_stand_in_the_tree_only_if_asked_for(study):
    retire_claim(claim=study.claims["opens"], by=study.people["mira"])

    assert "The Sella road should open" not in {
        node.claim.name for node in tree_of_claims(study.codebook, user=study.people["mira"])
    }
    assert len(tree_of_claims(study.codebook, user=study.people["mira"], with_retired=True)) == 5


def test_claims_are_found_by_words_without_accents(study):
    found = claims_named(claims_seen_by(study.people["rui"]), "séllà OPEN")

    assert [claim.name for claim in found] == ["The Sella road should open"]
