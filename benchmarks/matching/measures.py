"""Figures of quality: average precision, calibration, and how early a search finds what it should."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


def average_precision(truth: Numbers, scores: Numbers) -> float:
    """Return average precision from 0 to 100. Equal scores share their precision: their order cannot help."""
    order = np.argsort(-scores, kind="stable")
    truth, scores = truth[order], scores[order]
    last_of_tie = np.append(np.flatnonzero(np.diff(scores)), len(scores) - 1)
    found = np.cumsum(truth)[last_of_tie]
    precision = found / (last_of_tie + 1)
    return float(100 * (np.diff(found, prepend=0) * precision).sum() / max(1.0, truth.sum()))


def brier(truth: Numbers, scores: Numbers) -> float:
    """Return the mean squared distance of score and truth; 0 is perfect."""
    return float(((scores - truth) ** 2).mean())


def precision_at(truth: Numbers, scores: Numbers, threshold: float) -> float:
    """Return which share of the pairs at or above a score is right; 1 where there are none."""
    shown = scores >= threshold
    return float(truth[shown].mean()) if shown.any() else 1.0


def kept_at(truth: Numbers, scores: Numbers, threshold: float) -> float:
    """Return which share of the true pairs lies at or above a score."""
    return float((scores[truth == 1] >= threshold).mean()) if truth.any() else 1.0


def map_at_5(rankings: Sequence[Sequence[object]], gold: Sequence[frozenset[str]]) -> float:
    """Return mean average precision over the first five answers, from 0 to 100."""
    total = 0.0
    for ranked, wanted in zip(rankings, gold, strict=True):
        hits = [place for place, found in enumerate(ranked[:5], start=1) if found in wanted]
        total += sum(count / place for count, place in enumerate(hits, start=1)) / min(5, len(wanted))
    return 100 * total / len(rankings)


def recall_at(rankings: Sequence[Sequence[object]], gold: Sequence[frozenset[str]], depth: int) -> float:
    """Return the share of what should be found among the first answers, from 0 to 100."""
    shares = [
        len(wanted.intersection(ranked[:depth])) / len(wanted)  # type: ignore[arg-type]
        for ranked, wanted in zip(rankings, gold, strict=True)
    ]
    return 100 * float(np.mean(shares))
