"""Nearly identical statements with other tags: found once each, of one coder and between two."""

import pytest
from django.http import QueryDict

from claims.models import Annotation, Codebook, Match, Statement, Utterance
from claims.queries.consistency import DifferenceKind
from claims.queries.consistency_filter import DifferenceFilter
from claims.services.annotations import tag_statement
from claims.services.decisions import decide
from claims.services.matches import judge_match
from tests.studies import Study, build_study

pytestmark = pytest.mark.django_db


@pytest.fixture
def study() -> Study:
    """Return the study in which statements 1 and 3 are one utterance."""
    built = build_study()
    one, three = built.statements[1], built.statements[3]
    join(one, three)
    return built


def join(*statements: Statement) -> None:
    utterance = Utterance.objects.create(first=statements[0], statements=len(statements))
    Statement.objects.filter(pk__in=[row.pk for row in statements]).update(utterance=utterance)


def tag(study: Study, number: int, stance: str, by: str, claim: str = "signed") -> Annotation:
    return tag_statement(
        statement=study.statements[number], claim=study.claims[claim], stance=stance, by=study.people[by]
    )


def differences(study: Study, params: str = "", by: str = "mira") -> list[tuple[int, int, str, bool]]:
    """Return the numbers of the statements, what differs, and whether one coder said both."""
    numbers = {row.pk: number for number, row in study.statements.items()}
    rows = DifferenceFilter(QueryDict(params), user=study.people[by], codebook=study.codebook).qs
    return [
        (numbers[row.left.statement], numbers[row.right.statement], str(row.kind), row.is_of_one)
        for row in rows
    ]


def test_one_coders_two_stances_on_one_utterance_differ(study):
    tag(study, 1, "SUPPORTS", "jon")
    tag(study, 3, "OPPOSES", "jon")

    assert differences(study) == [(1, 3, "STANCE", True)]


def test_the_same_tags_and_what_nobody_decided_differ_from_nothing(study):
    tag(study, 1, "SUPPORTS", "jon")
    assert differences(study) == []

    tag(study, 3, "SUPPORTS", "jon")
    assert differences(study) == []


def test_a_claim_on_one_and_no_claim_on_the_other_differ(study):
    tag(study, 1, "SUPPORTS", "jon")
    decide(statement=study.statements[3], codebook=study.codebook, outcome="NO_CLAIM", by=study.people["jon"])

    assert differences(study) == [(1, 3, "CLAIM", True)]


def test_two_coders_differ_on_two_statements_and_not_on_one_and_the_same(study):
    tag(study, 1, "SUPPORTS", "jon")
    tag(study, 1, "OPPOSES", "ada")
    assert differences(study) == []

    tag(study, 3, "OPPOSES", "ada")

    assert differences(study) == [(1, 3, "STANCE", False)]


def test_one_odd_tag_among_many_of_an_utterance_is_one_row(study):
    join(*(study.statements[number] for number in (1, 2, 3, 5)))
    for number, stance in ((1, "SUPPORTS"), (2, "OPPOSES"), (3, "SUPPORTS"), (5, "SUPPORTS")):
        tag(study, number, stance, "jon")

    assert differences(study) == [(1, 2, "STANCE", True)]


def test_matches_link_statements_of_other_utterances(study):
    tag(study, 2, "SUPPORTS", "jon")
    tag(study, 5, "OPPOSES", "jon")
    assert differences(study) == []

    Match.objects.filter(pk=study.matches[2, 5].pk).update(relation="SAME_WORDS", score=0.9)

    assert differences(study) == [(2, 5, "STANCE", True)]


def test_a_verdict_links_and_parts(study):
    match = study.matches[2, 5]
    tag(study, 2, "SUPPORTS", "jon")
    tag(study, 5, "OPPOSES", "jon")
    judge_match(match=match, kind="SAME_CLAIM", by=study.people["jon"])
    assert differences(study) == [(2, 5, "STANCE", True)]

    judge_match(match=match, kind="UNRELATED", by=study.people["ada"])

    assert differences(study) == []


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ("", 2),
        ("kind=STANCE", 1),
        ("kind=CLAIM", 1),
        ("whose=one", 1),
        ("whose=two", 1),
        ("coder={ada}", 1),
        ("coder={mira}", 0),
        ("claim={signed}", 2),
        ("claim={opens}", 0),
        ("kind=nonsense", 2),
    ],
)
def test_filters_narrow_by_coder_claim_and_kind(study, params, found):
    tag(study, 1, "SUPPORTS", "jon")
    tag(study, 3, "OPPOSES", "jon")
    Match.objects.filter(pk=study.matches[2, 5].pk).update(relation="SAME_WORDS", score=0.9)
    tag(study, 2, "SUPPORTS", "jon")
    decide(statement=study.statements[5], codebook=study.codebook, outcome="NO_CLAIM", by=study.people["ada"])
    ids = {name: row.pk for name, row in (study.people | study.claims).items()}

    assert len(differences(study, params.format(**ids))) == found


def test_nobody_sees_what_was_said_in_another_codebook(study):
    tag(study, 1, "SUPPORTS", "jon")
    tag(study, 3, "OPPOSES", "jon")

    assert differences(study, by="olga") == []
    everything = DifferenceFilter(QueryDict(), user=None).qs
    assert [row.codebook for row in everything] == [Codebook.objects.get(name="Lume talks").pk]
    assert everything[0].kind is DifferenceKind.STANCE
