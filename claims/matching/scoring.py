"""The score of a pair: how often two statements like these say the same, from 0 to 1.

Two logistic models look at the same features: one for statements that say the same, reworded or not, one
for those in the same words or with one inside the other; the score is the chance that at least one of
them is right. A third one orders the results of a search; its numbers are no probabilities. The
coefficients are data (``claims.matching.coefficients``), fitted by ``benchmarks/matching/fit.py``.

With the optional extra the first and the third are fitted again with the likeness in meaning beside the
features; two statements in different languages have nothing but that likeness and their numbers.

A corpus's own verdicts can shift the score (``Calibration``); the unshifted one stays beside it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import mul

from claims.matching.coefficients import ACROSS, MEANT, MEANT_RANK, RANK, SAME, WORDS
from claims.matching.features import NAMES

#: what the likeness in meaning adds to the features
MEANING_NAMES = ("meaning", "meaning_beyond_words")
#: what two statements in different languages are compared by
ACROSS_NAMES = ("meaning", "numbers_shared", "numbers_differ")
SHARE_OF_LONGER = NAMES.index("share_of_longer")

#: no score is surer than this: it stays a number that more evidence can change
SUREST_LOGIT = 16.0

#: a pair that may contradict reaches this score at most: nine of ten pairs above it say the same
SUREST_QUESTION = 0.9


class Logistic:
    """A logistic model over features."""

    def __init__(
        self, coefficients: Mapping[str, float], intercept: float, names: Sequence[str] = NAMES
    ) -> None:
        self.coefficients = tuple(coefficients.get(name, 0.0) for name in names)
        self.intercept = intercept

    def logit(self, features: Sequence[float]) -> float:
        """Return the model's answer before it is made a probability; features in the order of its names."""
        return self.intercept + sum(map(mul, self.coefficients, features))


SAME_MODEL = Logistic(SAME.coefficients, SAME.intercept)
WORDS_MODEL = Logistic(WORDS.coefficients, WORDS.intercept)
RANK_MODEL = Logistic(RANK.coefficients, RANK.intercept)
MEANT_MODEL = Logistic(MEANT.coefficients, MEANT.intercept, NAMES + MEANING_NAMES)
MEANT_RANK_MODEL = Logistic(MEANT_RANK.coefficients, MEANT_RANK.intercept, NAMES + MEANING_NAMES)
ACROSS_MODEL = Logistic(ACROSS.coefficients, ACROSS.intercept, ACROSS_NAMES)


def raw_score(features: Sequence[float], *, meaning: float | None = None, is_question: bool = False) -> float:
    """Return the shipped models' score of a pair's features, and of its likeness in meaning if that is known.

    A pair that may contradict is a question: it is never among the surest.
    """
    if meaning is None:
        same = SAME_MODEL.logit(features)
    else:
        same = MEANT_MODEL.logit(with_meaning(features, meaning))
    score = either(same, WORDS_MODEL.logit(features))
    return score * SUREST_QUESTION if is_question else score


def score_across(features: Sequence[float], meaning: float) -> float:
    """Return the score of two statements in different languages: by meaning, and by the numbers in them."""
    numbers = (features[NAMES.index(name)] for name in ACROSS_NAMES[1:])
    return probability(ACROSS_MODEL.logit((meaning, *numbers)))


def with_meaning(features: Sequence[float], meaning: float) -> tuple[float, ...]:
    """Return features with those that the likeness in meaning adds: where words are shared it tells less."""
    return (*features, meaning, meaning * (1 - features[SHARE_OF_LONGER]))


def either(same: float, words: float) -> float:
    """Return the chance that at least one of two models is right, given their logits."""
    return 1 - (1 - probability(same)) * (1 - probability(words))


def rank_score(features: Sequence[float], *, meaning: float | None = None) -> float:
    """Return a number that orders the results of a search, larger is better."""
    if meaning is None:
        return RANK_MODEL.logit(features)
    return MEANT_RANK_MODEL.logit(with_meaning(features, meaning))


def probability(logit: float) -> float:
    """Return the probability of a logit."""
    bounded = max(-SUREST_LOGIT, min(SUREST_LOGIT, logit))
    return 1 / (1 + math.exp(-bounded))


def logit_of(score: float) -> float:
    """Return the logit of a probability, bounded where it is 0 or 1."""
    if score <= 0.0 or score >= 1.0:
        return math.copysign(SUREST_LOGIT, score - 0.5)
    return max(-SUREST_LOGIT, min(SUREST_LOGIT, math.log(score / (1 - score))))


@dataclass(frozen=True, slots=True)
class Calibration:
    """A shift of the scores that a corpus's verdicts taught. Order is kept: the slope is positive."""

    slope: float = 1.0
    shift: float = 0.0

    def score(self, raw: float, *, is_question: bool = False) -> float:
        """Return the score of a raw score; a pair that may contradict stays a question."""
        if self == UNCHANGED:
            return raw
        score = probability(self.slope * logit_of(raw) + self.shift)
        return min(score, SUREST_QUESTION) if is_question else score


UNCHANGED = Calibration()

#: verdicts from which a calibration is fitted; fewer say too little
ENOUGH_VERDICTS = 300
#: how strongly the unchanged score is believed, in verdicts
BELIEVED_VERDICTS = 10.0
FITTING_STEPS = 50
LEAST_SLOPE = 0.1


class UnableToCalibrate(ValueError):
    """There are too few verdicts, or they all say the same."""


def fit_calibration(verdicts: Sequence[tuple[float, bool]], *, enough: int = ENOUGH_VERDICTS) -> Calibration:
    """Fit a calibration to pairs of a raw score and whether a reviewer said the two are the same.

    Method: logistic regression on the logit of the score (Platt 1999), drawn towards the unchanged score.

    :param enough: verdicts that it takes; fewer only where a part of them is left out to be tested on.
    :raises UnableToCalibrate: if there are fewer or all are alike.
    """
    if len(verdicts) < enough:
        raise UnableToCalibrate(
            f"{len(verdicts)} verdicts are too few to adjust the scores: it takes {enough}."
        )
    if len({is_same for _, is_same in verdicts}) < 2:
        raise UnableToCalibrate("All verdicts say the same. Judge some weaker and some stronger matches too.")
    rows = [(logit_of(raw), float(is_same)) for raw, is_same in verdicts]
    slope, shift = 1.0, 0.0
    for _ in range(FITTING_STEPS):
        slope, shift = _newton_step(rows, slope, shift)
    return Calibration(max(LEAST_SLOPE, slope), shift)


def _newton_step(rows: list[tuple[float, float]], slope: float, shift: float) -> tuple[float, float]:
    """Return slope and shift after one step towards the likeliest ones."""
    gradient_slope, gradient_shift = BELIEVED_VERDICTS * (slope - 1.0), BELIEVED_VERDICTS * shift
    curve_slope, curve_both, curve_shift = BELIEVED_VERDICTS, 0.0, BELIEVED_VERDICTS
    for logit, truth in rows:
        answer = probability(slope * logit + shift)
        spread = answer * (1 - answer)
        gradient_slope += (answer - truth) * logit
        gradient_shift += answer - truth
        curve_slope += spread * logit * logit
        curve_both += spread * logit
        curve_shift += spread
    determinant = curve_slope * curve_shift - curve_both * curve_both
    step_slope = (curve_shift * gradient_slope - curve_both * gradient_shift) / determinant
    step_shift = (curve_slope * gradient_shift - curve_both * gradient_slope) / determinant
    return slope - step_slope, shift - step_shift
