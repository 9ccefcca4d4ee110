"""The calibration that this corpus's scores rest on, and the score that a match has by it."""

from claims.matching.scoring import UNCHANGED, Calibration
from claims.models import Match, ScoreCalibration

DIGITS = 4  # of scores and features as they are stored


def calibration_in_use() -> Calibration:
    """Return the calibration that the verdicts taught; the unchanged one while none is in use."""
    row = ScoreCalibration.objects.filter(is_in_use=True).values_list("slope", "shift").first()
    return Calibration(*row) if row else UNCHANGED


def calibrated(raw_score: float, relation: str, calibration: Calibration) -> float:
    """Return the score that is stored beside a stored raw score."""
    is_question = relation == Match.Relation.CONTRADICTION
    return round(calibration.score(raw_score, is_question=is_question), DIGITS)
