"""What must never be stored is refused by the database itself: each constraint is broken once."""

import re

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import CheckConstraint, F, UniqueConstraint

from claims.models import (
    Alias,
    Annotation,
    Article,
    Attribution,
    Change,
    Claim,
    Codebook,
    CodebookVersion,
    CopyPair,
    Corpus,
    Decision,
    Import,
    ImportItem,
    Job,
    Match,
    Membership,
    Outlet,
    Position,
    Quote,
    ScoreCalibration,
    Speaker,
    SpeakerPair,
    Statement,
    StatementVector,
    User,
    Verdict,
)
from tests.studies import build_study

pytestmark = pytest.mark.django_db

TIME = "2026-03-14T12:00Z"
NOBODY = {"run": None, "touched_by": None, "touched_at": None}
TIME_ALONE = {"touched_by": None, "touched_at": TIME}

#: name of the constraint → the model, and what one row of it is changed to
CHECKS = {
    "annotation_retired_by_and_at_together": (Annotation, {"retired_at": TIME}),
    "outlet_has_a_name": (Outlet, {"name": ""}),
    "outlet_not_merged_into_itself": (Outlet, {"merged_into": F("id")}),
    "article_has_a_text": (Article, {"length": 0}),
    "article_body_begins_inside_its_text": (Article, {"body_start": 100_000}),
    "article_without_title_begins_with_its_body": (Article, {"title": ""}),
    "article_time_only_with_a_day": (Article, {"published_at": TIME, "published_on": None}),
    "article_retired_by_and_at_together": (Article, {"retired_at": TIME}),
    "change_by_a_person_or_a_program": (Change, {"by": None}),
    "membership_has_a_pseudonym": (Membership, {"pseudonym": ""}),
    "claim_has_a_name": (Claim, {"name": ""}),
    "claim_is_not_its_own_parent": (Claim, {"parent": F("id")}),
    "claim_merged_is_retired": (Claim, {"merged_into": F("id")}),
    "corpus_is_one": (Corpus, {"id": 2}),
    "decision_outcome_and_time_together": (Decision, {"outcome": "NO_CLAIM", "decided_at": None}),
    "import_item_stored_has_its_article": (ImportItem, {"outcome": "STORED"}),
    "import_item_refused_says_why": (ImportItem, {"outcome": "REFUSED"}),
    "job_finished_has_an_end_state": (Job, {"finished_at": TIME}),
    "match_left_before_right": (Match, {"right": F("left")}),
    "match_score_is_0_to_1": (Match, {"score": 1.2}),
    "match_was_made_by_somebody": (Match, {"run": None}),
    "score_calibration_keeps_the_order": (ScoreCalibration, {"slope": 0}),
    "quote_was_made_by_somebody": (Quote, NOBODY),
    "quote_touched_by_and_at_together": (Quote, TIME_ALONE),
    "quote_start_before_end": (Quote, {"end": F("start")}),
    "quote_cue_is_a_span": (Quote, {"cue_start": 3}),
    "quote_via_is_a_span": (Quote, {"via_start": 3, "via_end": 3}),
    "quote_confidence_is_0_to_1": (Quote, {"confidence": -0.1}),
    "quote_live_is_standing": (Quote, {"status": "REJECTED"}),
    "attribution_was_made_by_somebody": (Attribution, NOBODY),
    "attribution_touched_by_and_at_together": (Attribution, TIME_ALONE),
    "attribution_alias_and_speaker_together": (Attribution, {"alias": None}),
    "attribution_mention_is_a_span": (Attribution, {"mention_start": 5, "mention_end": 4}),
    "attribution_confidence_is_0_to_1": (Attribution, {"confidence": 2}),
    "speaker_was_made_by_somebody": (Speaker, NOBODY),
    "speaker_touched_by_and_at_together": (Speaker, TIME_ALONE),
    "speaker_slot_is_0_to_8": (Speaker, {"slot": 9}),
    "speaker_has_a_name": (Speaker, {"name": ""}),
    "speaker_merged_is_not_live": (Speaker, {"merged_into": F("id")}),
    "alias_was_made_by_somebody": (Alias, NOBODY),
    "alias_touched_by_and_at_together": (Alias, TIME_ALONE),
    "alias_has_a_name": (Alias, {"name": ""}),
    "position_was_made_by_somebody": (Position, NOBODY),
    "position_touched_by_and_at_together": (Position, TIME_ALONE),
    "position_starts_before_it_ends": (Position, {"starts_on": "2026-01-02", "ends_on": "2026-01-01"}),
    "position_says_something": (Position, {"title": ""}),
    "copy_pair_left_before_right": (CopyPair, {"right": F("left")}),
    "copy_pair_denied_by_somebody": (CopyPair, {"is_denied": True}),
    "speaker_pair_left_before_right": (SpeakerPair, {"right": F("left")}),
    "speaker_pair_score_is_0_to_1": (SpeakerPair, {"score": 1.2}),
    "speaker_pair_answered_by_and_at_together": (SpeakerPair, {"answer": "APART"}),
    "statement_was_made_by_somebody": (Statement, NOBODY),
    "statement_touched_by_and_at_together": (Statement, TIME_ALONE),
    "statement_start_before_end": (Statement, {"end": F("start")}),
    "statement_live_is_standing": (Statement, {"status": "SPLIT"}),
}

#: name of the constraint → the model, what the first row of it is changed to, and then a second one like it
TWINS = {
    "annotation_claim_once_per_coder": (Annotation, {}),
    "outlet_domain_belongs_to_one": (Outlet, {"domain": "radio-halden.example"}),
    "article_text_once_per_outlet": (Article, {}),
    "article_text_once_without_outlet": (Article, {"outlet": None}),
    "codebook_version_number_once": (CodebookVersion, {}),
    "membership_once_per_user": (Membership, {}),
    "membership_pseudonym_once": (Membership, {}),
    "claim_name_once_per_codebook": (Claim, {}),
    "claim_key_once_per_codebook": (Claim, {"key": "t"}),
    "decision_once_per_coder": (Decision, {}),
    "import_item_once_per_place": (ImportItem, {}),
    "match_pair_once": (Match, {}),
    "verdict_latest_once_per_reviewer": (Verdict, {}),
    "score_calibration_one_in_use": (ScoreCalibration, {}),
    "quote_span_once_per_article": (Quote, {}),
    "attribution_speaker_once_per_quote": (Attribution, {}),
    "attribution_unknown_once_per_quote": (Attribution, {"speaker": None, "alias": None}),
    "speaker_slot_belongs_to_one": (Speaker, {"slot": 8}),
    "alias_once_per_speaker": (Alias, {}),
    "copy_pair_once": (CopyPair, {}),
    "speaker_pair_once": (SpeakerPair, {}),
    "statement_span_once_per_quote": (Statement, {}),
    "statement_vector_once_per_model": (StatementVector, {}),
}
#: an article without text has no place for its body either, and the database names one of the two laws
BREAKS_TOO = {"article_has_a_text": "article_body_begins_inside_its_text"}
#: columns of the twin that another constraint would refuse
TOLD_APART = {
    "membership_once_per_user": {"pseudonym": "somebody else"},
    "membership_pseudonym_once": {"user": "somebody else"},
    "outlet_domain_belongs_to_one": {"name_folded": "another"},
    "claim_key_once_per_codebook": {"name_folded": "another"},
}


@pytest.fixture
def study():
    """A study with one row at least in every table that has constraints."""
    study = build_study()
    coder = study.people["jon"]
    statement, claim = study.statements[1], next(iter(study.claims.values()))
    codebook = claim.codebook
    match = Match.objects.earliest("id")
    first, second = Speaker.objects.order_by("id")[:2]
    article, other = Article.objects.order_by("id")[:2]
    imported = Import.objects.create(kind="COMMAND", name="articles")
    Corpus.objects.bulk_create([Corpus(id=1, name="Lume valley talks")])
    Job.objects.create(kind=Job.Kind.EXTRACT)
    for row in (
        Annotation(codebook=codebook, statement=statement, claim=claim, coder=coder, stance="SUPPORTS"),
        Decision(codebook=codebook, statement=statement, coder=coder, outcome="CLAIMS", decided_at=TIME),
        Verdict(match=match, kind=Verdict.Kind.SAME_CLAIM, by=coder),
        ScoreCalibration(slope=1, shift=0, verdicts=300, brier_before=0.12, brier_after=0.11),
        CopyPair(left=article, right=other, kind="NEAR", share=0.9),
        SpeakerPair(left=first, right=second, score=0.9, reason="spelling"),
        StatementVector(statement=statement, model="small", vector=b""),
        ImportItem(imported=imported, place="page.txt", outcome=ImportItem.Outcome.WAITING),
    ):
        type(row).objects.bulk_create([row])
    return study


@pytest.mark.parametrize("name", CHECKS)
def test_the_database_refuses_a_row_that_breaks_a_law(study, name):
    model, values = CHECKS[name]
    row = model.objects.order_by("pk").first()

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        model.objects.filter(pk=row.pk).update(**values)

    assert _named(refusal.value) in {name, BREAKS_TOO.get(name)}


@pytest.mark.parametrize("name", TWINS)
def test_the_database_refuses_a_second_row_like_the_first(study, name):
    model, values = TWINS[name]
    row = model.objects.order_by("pk").first()
    model.objects.filter(pk=row.pk).update(**values)
    twin = model.objects.get(pk=row.pk)
    twin.pk = None
    if hasattr(twin, "token"):
        twin.token = None
    for column, value in TOLD_APART.get(name, {}).items():
        setattr(twin, column, User.objects.create_user(value) if column == "user" else value)

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        model.objects.bulk_create([twin])

    if connection.vendor == "postgresql":
        assert _named(refusal.value) == name
    else:
        assert "UNIQUE constraint failed" in str(refusal.value)


def _named(refusal):
    """The constraint that a refusal names."""
    found = re.search(r"CHECK constraint failed: (\w+)|constraint \"(\w+)\"", str(refusal))
    return found and (found[1] or found[2])


def test_every_constraint_is_broken_here():
    declared = {
        constraint.name: constraint
        for model in apps.get_app_config("claims").get_models()
        for constraint in model._meta.constraints
    }

    checks = {name for name, constraint in declared.items() if isinstance(constraint, CheckConstraint)}
    twins = {name for name, constraint in declared.items() if isinstance(constraint, UniqueConstraint)}
    assert (checks, twins) == (set(CHECKS), set(TWINS))


def test_a_withdrawn_statement_leaves_its_span_to_another(study):
    first = Statement.objects.order_by("id").first()
    Statement.objects.filter(pk=first.pk).update(status="WITHDRAWN", is_live=False)
    again = Statement.objects.get(pk=first.pk)
    again.pk, again.status, again.is_live = None, "STANDING", True

    Statement.objects.bulk_create([again])

    assert Statement.objects.live().filter(start=first.start, quote=first.quote_id).count() == 1


def test_a_codebook_name_is_taken_once(study):
    with pytest.raises(IntegrityError), transaction.atomic():
        Codebook.objects.bulk_create([Codebook(name=study.codebook.name)])
