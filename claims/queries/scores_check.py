"""Proof that scores are what the calibration in use makes of the shipped ones, and that the terms from
which indexes are built are those of the statements that live."""

from collections.abc import Iterator

from django.db.models import F

from claims.models import Match, StatementTerms
from claims.queries.calibration import calibrated, calibration_in_use
from claims.queries.findings import RECOUNT, Finding

AT_ONCE = 2_000


def check_scores() -> Iterator[Finding]:
    """Check the scores that a program gave."""
    calibration = calibration_in_use()
    rows = Match.objects.exclude(method=Match.Method.PERSON).order_by("pk")
    columns = rows.values_list("pk", "score", "raw_score", "relation")
    for pk, score, raw_score, relation in columns.iterator(chunk_size=AT_ONCE):
        right = calibrated(raw_score, relation, calibration)
        if score != right:
            problem = f"its score is {score}, by the calibration in use it is {right}"
            yield Finding("match", pk, problem, RECOUNT)


def check_terms() -> Iterator[Finding]:
    """Check which stored terms go into an index."""
    wrong = StatementTerms.objects.exclude(is_live=F("statement__is_live"))
    for pk in wrong.values_list("pk", flat=True):
        yield Finding("statement", pk, "its terms are compared and it is hidden, or the other way", RECOUNT)
