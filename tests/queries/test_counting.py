"""Counting by utterance: what several articles print counts once, for each claim and stance."""

from datetime import date

import pytest

from claims.models import Annotation, Speaker, Statement, Utterance
from claims.queries.claims import tree_of_claims
from claims.queries.counting import Counting, count_all, count_statements, read_counting
from claims.queries.speaker_page import claims_of_speaker, count_tagged, tagged_days
from claims.queries.stances import SPEAKER, lines_by, stances_by_month, stances_in_total, tags_by_speaker
from claims.services.annotations import tag_statement
from tests.studies import Study, build_study

pytestmark = pytest.mark.django_db

BY_STATEMENT, BY_UTTERANCE = Counting.STATEMENTS, Counting.UTTERANCES


@pytest.fixture
def study() -> Study:
    """Statements 1 and 3 are one utterance, the others were not grouped."""
    study = build_study()
    first = study.statements[1]
    utterance = Utterance.objects.create(first=first, first_day=first.day, statements=2, outlets=2)
    Statement.objects.filter(pk__in=[first.pk, study.statements[3].pk]).update(utterance=utterance)
    return study


def tag(study: Study, number: int, stance: str = "SUPPORTS", by: str = "jon") -> Annotation:
    return tag_statement(
        statement=study.statements[number], claim=study.claims["signed"], stance=stance, by=study.people[by]
    )


def tags():
    return Annotation.objects.standing()


def test_statements_that_were_not_grouped_count_as_their_own(study):
    assert [count_all(counting) for counting in Counting] == [5, 4]
    statements = Statement.objects.live()
    assert [count_statements(statements, counting) for counting in Counting] == [5, 4]


def test_what_is_printed_twice_counts_once_for_its_stance(study):
    tag(study, 1)
    tag(study, 3)
    tag(study, 3, by="ada")

    assert stances_in_total(tags(), BY_STATEMENT).supports == 2
    assert stances_in_total(tags(), BY_UTTERANCE).supports == 1


def test_an_utterance_with_two_stances_counts_under_each(study):
    tag(study, 1)
    tag(study, 3, "OPPOSES")

    counts = stances_in_total(tags(), BY_UTTERANCE)

    assert (counts.supports, counts.opposes) == (1, 1)


def test_the_claims_of_a_codebook_count_by_either(study):
    tag(study, 1)
    tag(study, 3)

    def signed(counting):
        nodes = tree_of_claims(study.codebook, user=study.people["mira"], counting=counting)
        return next((node.by_stance, node.total) for node in nodes if node.claim == study.claims["signed"])

    assert signed(BY_STATEMENT) == ({"SUPPORTS": 2}, 2)
    assert signed(BY_UTTERANCE) == ({"SUPPORTS": 1}, 1)


def test_speakers_count_by_either_with_first_and_last_day(study):
    tag(study, 1)
    tag(study, 3)

    by_statement, by_utterance = (lines_by(tags_by_speaker(tags()), SPEAKER, how)[0] for how in Counting)

    assert (by_statement.counts.supports, by_utterance.counts.supports) == (2, 1)
    assert by_statement.first == by_utterance.first == date(2026, 3, 14)
    assert by_statement.last == by_utterance.last == date(2026, 3, 15)


def test_a_speakers_page_counts_by_either(study):
    tag(study, 1)
    tag(study, 3)
    vosk = Speaker.objects.get(name="Ilyana Vosk")

    assert [count_tagged(vosk, tags(), how) for how in Counting] == [2, 1]
    lines = [claims_of_speaker(vosk, tags(), how)[0].line for how in Counting]
    assert [line.counts.total for line in lines] == [2, 1]


def test_a_chart_marks_an_utterance_once_where_it_was_first_printed(study):
    tag(study, 1)
    tag(study, 3)
    vosk, claim = Speaker.objects.get(name="Ilyana Vosk"), study.claims["signed"]

    assert tagged_days(vosk, tags(), [claim], BY_STATEMENT)[claim.pk] == [
        (date(2026, 3, 14), "SUPPORTS"),
        (date(2026, 3, 15), "SUPPORTS"),
    ]
    assert tagged_days(vosk, tags(), [claim], BY_UTTERANCE)[claim.pk] == [(date(2026, 3, 14), "SUPPORTS")]


def test_months_count_an_utterance_in_the_month_of_its_first_print_alone(study):
    Statement.objects.filter(pk=study.statements[3].pk).update(day=date(2026, 4, 2))
    tag(study, 1)
    tag(study, 3)

    def supports(counting):
        return {month.month: counts.supports for month, counts in stances_by_month(tags(), counting).items()}

    assert supports(BY_STATEMENT) == {3: 1, 4: 1}
    assert supports(BY_UTTERANCE) == {3: 1}


@pytest.mark.parametrize("value", [None, "", "quotes", "UTTERANCES"])
def test_what_cannot_be_read_counts_statements(value):
    assert read_counting(value) is BY_STATEMENT
    assert read_counting("utterances") is BY_UTTERANCE
