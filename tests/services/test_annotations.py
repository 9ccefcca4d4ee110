"""Annotations: tagging, changing, taking back, many at once."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection
from zeal import zeal_context

from claims.models import Annotation, Change, Decision
from claims.services.annotations import (
    UnableToChangeAnnotation,
    UnableToTag,
    change_annotation,
    retire_annotation,
    retire_annotations,
    tag_statement,
    tag_statements,
)
from claims.services.changes import undo_change
from claims.services.claims import retire_claim
from claims.services.decisions import decide
from claims.services.rights import NotAllowed
from tests.studies import Study, build_study

pytestmark = pytest.mark.django_db


@pytest.fixture
def study() -> Study:
    return build_study()


def tag(study: Study, number: int = 1, claim: str = "signed", by: str = "jon", **more) -> Annotation:
    return tag_statement(
        statement=study.statements[number],
        claim=study.claims[claim],
        stance=more.pop("stance", "SUPPORTS"),
        by=study.people[by],
        **more,
    )


def test_a_tag_carries_codebook_and_version(study):
    annotation = tag(study, note=" conditional ", certainty="NOT_CERTAIN")

    annotation.refresh_from_db()
    assert annotation.codebook == study.codebook
    assert annotation.version.number == 1
    assert (annotation.note, annotation.certainty) == ("conditional", "NOT_CERTAIN")


def test_a_form_sent_twice_gives_one_annotation(study):
    token = uuid4()

    first, second = tag(study, token=token), tag(study, token=token)

    assert first.pk == second.pk
    assert Annotation.objects.count() == 1


def test_another_coders_token_is_refused(study):
    token = uuid4()
    tag(study, token=token)

    with pytest.raises(UnableToTag, match="another coder"):
        tag(study, token=token, by="ada")


def test_one_claim_once_per_coder(study):
    first = tag(study)

    with pytest.raises(UnableToTag, match="You tagged it already: supports") as refusal:
        tag(study, stance="OPPOSES")

    assert refusal.value.existing == first


def test_two_coders_tag_the_same_statement(study):
    tag(study)
    tag(study, by="ada", stance="OPPOSES")

    assert Annotation.objects.standing().count() == 2


def test_a_group_takes_no_tag(study):
    with pytest.raises(UnableToTag, match="is a group"):
        tag(study, claim="treaty")


def test_a_retired_claim_takes_no_tag(study):
    retire_claim(claim=study.claims["opens"], by=study.people["mira"])
    study.claims["opens"].refresh_from_db()

    with pytest.raises(UnableToTag, match="is retired"):
        tag(study, claim="opens")


def test_a_withdrawn_statement_takes_no_tag(study):
    study.statements[1].is_live = False

    with pytest.raises(UnableToTag, match="does not stand"):
        tag(study)


@pytest.mark.parametrize("stranger", ["rui", "olga"])
def test_readers_and_strangers_tag_nothing(study, stranger):
    with pytest.raises(NotAllowed):
        tag(study, by=stranger)


def test_a_stance_that_is_none_is_a_mistake_of_the_program(study):
    with pytest.raises(ValueError, match="MAYBE"):
        tag(study, stance="MAYBE")


def test_a_coder_changes_her_own_tag(study):
    annotation = change_annotation(
        annotation=tag(study), revision=1, stance="OPPOSES", by=study.people["jon"]
    )

    assert (annotation.stance, annotation.revision) == ("OPPOSES", 2)


def test_nothing_changed_leaves_no_trace(study):
    annotation = tag(study)
    changes = Change.objects.count()

    change_annotation(annotation=annotation, revision=1, stance="SUPPORTS", by=study.people["jon"])

    assert Change.objects.count() == changes


def test_a_change_made_from_an_old_window_is_refused_in_words(study):
    annotation = tag(study)
    change_annotation(annotation=annotation, revision=1, stance="OPPOSES", by=study.people["jon"])

    with pytest.raises(UnableToChangeAnnotation, match="it says opposes") as refusal:
        change_annotation(annotation=annotation, revision=1, stance="NEUTRAL", by=study.people["jon"])

    assert refusal.value.current.stance == "OPPOSES"


@pytest.mark.parametrize("other", ["ada", "rui", "olga"])
def test_nobody_but_its_coder_or_a_lead_changes_a_tag(study, other):
    annotation = tag(study)

    with pytest.raises(NotAllowed):
        change_annotation(annotation=annotation, revision=1, stance="OPPOSES", by=study.people[other])
    with pytest.raises(NotAllowed):
        retire_annotation(annotation=annotation, by=study.people[other])


def test_a_lead_changes_a_coders_tag_and_it_stays_the_coders(study):
    annotation = change_annotation(
        annotation=tag(study), revision=1, certainty="NOT_CERTAIN", by=study.people["mira"]
    )

    assert annotation.coder == study.people["jon"]


def test_a_tag_taken_back_stays_in_the_database_and_can_be_made_again(study):
    first = retire_annotation(annotation=tag(study), by=study.people["jon"])
    second = tag(study, stance="OPPOSES")

    assert first.retired_by == study.people["jon"]
    assert list(Annotation.objects.standing()) == [second]


def test_a_tag_is_taken_back_once(study):
    annotation = tag(study)
    retire_annotation(annotation=annotation, by=study.people["jon"])

    with pytest.raises(UnableToChangeAnnotation, match="taken back meanwhile"):
        retire_annotation(annotation=annotation, by=study.people["jon"])


def test_undo_of_a_tag_takes_tag_and_decision_back(study):
    annotation = tag(study)

    undo_change(change=Change.objects.latest("id"), by=study.people["jon"])

    annotation.refresh_from_db()
    assert annotation.retired_at is not None
    assert not Decision.objects.made().exists()


def test_undo_of_a_retirement_brings_the_tag_back(study):
    annotation = tag(study)
    retire_annotation(annotation=annotation, by=study.people["jon"])

    undo_change(change=Change.objects.latest("id"), by=study.people["jon"])

    annotation.refresh_from_db()
    assert annotation.retired_at is None
    assert Decision.objects.made().count() == 1


def bulk(study: Study, *numbers: int, by: str = "jon") -> Change:
    return tag_statements(
        statements=[study.statements[number] for number in numbers],
        claim=study.claims["signed"],
        stance="SUPPORTS",
        by=study.people[by],
    )


def test_many_statements_are_tagged_in_one_change(study):
    with zeal_context():
        change = bulk(study, 1, 2, 3)

    assert change.words == "tagged 3 statements: supports “A peace treaty will be signed”"
    assert Annotation.objects.standing().count() == 3
    assert Decision.objects.made().count() == 3


def test_a_bulk_turns_many_earlier_decisions_around(study):
    for number in (1, 2, 3):
        decide(
            statement=study.statements[number],
            codebook=study.codebook,
            outcome="NO_CLAIM",
            by=study.people["jon"],
        )

    with zeal_context():
        bulk(study, 1, 2, 3)

    assert set(Decision.objects.values_list("outcome", flat=True)) == {"CLAIMS"}


def test_one_undo_takes_a_bulk_back(study):
    earlier = tag(study, 2)
    change = bulk(study, 1, 2, 3)

    undo_change(change=change, by=study.people["jon"])

    assert list(Annotation.objects.standing()) == [earlier]


def test_a_bulk_leaves_tagged_statements_alone(study):
    earlier = tag(study, 1, stance="OPPOSES")

    bulk(study, 1, 3)

    earlier.refresh_from_db()
    assert (earlier.stance, earlier.revision) == ("OPPOSES", 1)
    assert Annotation.objects.standing().count() == 2


def test_a_bulk_with_nothing_left_is_refused(study):
    tag(study, 1)

    with pytest.raises(UnableToTag, match="Nothing to tag"):
        bulk(study, 1)


def test_a_reader_tags_nothing_in_bulk(study):
    with pytest.raises(NotAllowed):
        bulk(study, 1, by="rui")


def test_many_tags_are_taken_back_in_one_change_and_brought_back_by_one_undo(study):
    tags = [tag(study, number) for number in (1, 2, 3)]

    with zeal_context():
        change = retire_annotations(annotations=tags, by=study.people["jon"])
    left = Annotation.objects.standing().count()
    undo_change(change=change, by=study.people["jon"])

    assert left == 0
    assert list(Annotation.objects.standing().order_by("id")) == tags
    assert Decision.objects.made().count() == 3


def test_nobody_takes_back_others_tags_among_her_own(study):
    tags = [tag(study, 1), tag(study, 1, by="ada")]

    with pytest.raises(NotAllowed):
        retire_annotations(annotations=tags, by=study.people["jon"])

    assert Annotation.objects.standing().count() == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="an embedded database has one writer at a time")
def test_a_form_sent_twice_at_the_same_moment_gives_one_annotation():
    study, token = build_study(), uuid4()

    def send(claim: str) -> int:
        try:
            return tag(study, claim=claim, token=token if claim == "signed" else None).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as windows:
        ids = list(windows.map(send, ["signed", "signed", "delays", "signed"]))

    assert len({ids[0], ids[1], ids[3]}) == 1
    assert Annotation.objects.count() == 2
    assert Decision.objects.count() == 1
