"""Logistic models that are drawn to a starting point, which was fitted earlier on more kinds of text."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.matching.features import NAMES
from claims.matching.scoring import MEANING_NAMES, Logistic

STARTING_POINT = Path(__file__).with_name("starting_point.json")
#: how strongly a known coefficient is drawn to its starting point, and one that starts from nothing
RIDGE, RIDGE_OF_NEW, RIDGE_OF_INTERCEPT = 10.0, 2.0, 0.2
#: the same for what the likeness in meaning adds
RIDGE_OF_MEANING = 0.05
#: features that count otherwise than when the starting point was fitted
REDEFINED = frozenset({"negation_differs", "numbers_differ", "variants"})
#: steps of Newton's method
STEPS = 60

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Start:
    """Where a model starts, and how strongly it is held there."""

    coefficients: Matrix
    intercept: float
    ridge: Matrix


def read_start(name: str, names: Sequence[str] = NAMES) -> Start:
    """Return the starting point of a model over some features."""
    found = json.loads(STARTING_POINT.read_text(encoding="utf-8"))[name]
    known = found["coefficients"]

    def ridge(feature: str) -> float:
        if feature in MEANING_NAMES:
            return RIDGE_OF_MEANING
        return RIDGE if feature in known and feature not in REDEFINED else RIDGE_OF_NEW

    start = np.array([known.get(feature, 0.0) for feature in names])
    return Start(start, found["intercept"], np.array([ridge(feature) for feature in names]))


def fit_logistic(features: Matrix, truth: Matrix, weights: Matrix, start: Start) -> tuple[Matrix, float]:
    """Return coefficients and intercept of a logistic model drawn to its starting point (Newton steps)."""
    rows = np.hstack([features, np.ones((len(features), 1))])
    origin = np.append(start.coefficients, start.intercept)
    ridge = np.append(start.ridge, RIDGE_OF_INTERCEPT)
    found = origin.copy()
    for _ in range(STEPS):
        answers = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        gradient = rows.T @ (weights * (answers - truth)) + ridge * (found - origin)
        curve = (rows * (weights * answers * (1 - answers))[:, None]).T @ rows + np.diag(ridge)
        found = found - np.linalg.solve(curve, gradient)
    return found[:-1], float(found[-1])


def as_model(found: Matrix, intercept: float, names: Sequence[str] = NAMES) -> Logistic:
    """Return a fitted model as the matching room holds it, rounded as it is written."""
    rounded = {name: round(float(value), 4) for name, value in zip(names, found, strict=True)}
    return Logistic(rounded, round(intercept, 4), names)
