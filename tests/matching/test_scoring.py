"""Scores: more alike is higher, and a corpus's verdicts shift them without changing the order."""

import pytest

from claims.matching.matcher import score_pair
from claims.matching.scoring import (
    UNCHANGED,
    Calibration,
    UnableToCalibrate,
    fit_calibration,
    logit_of,
    probability,
)
from claims.matching.weights import Weights

WEIGHTS = Weights.nothing_counted()


def score(left: str, right: str) -> float:
    return score_pair(left, right, WEIGHTS).score


@pytest.mark.parametrize(
    ("more", "less"),
    [
        # the same words, then another railway
        (
            ("The railway will be opened by autumn.", "the railway will be opened by autumn"),
            ("The railway will be opened by autumn.", "The railway was built by prisoners of war."),
        ),
        # the same statement, then its opposite
        (
            ("The troops will leave Halden on Monday.", "The troops will then leave Halden on Monday."),
            ("The troops will leave Halden on Monday.", "The troops will not leave Halden on Monday."),
        ),
        # long shared words are surer than short ones
        (
            ("The fence in the Lume valley was removed within ten days.",) * 2,
            ("I agree.",) * 2,
        ),
        # two spellings of a name are nearer than two names
        (
            ("Talks with Aliyev in Halden were useful", "Talks with Aliev in Halden were useful"),
            ("Talks with Aliyev in Halden were useful", "Talks with Torvald in Halden were useful"),
        ),
        # words near in meaning are nearer than others
        (
            ("Norvand will release all prisoners soon", "Norvand will free all detainees soon"),
            ("Norvand will release all prisoners soon", "Norvand will paint all bridges soon"),
        ),
    ],
)
def test_what_is_more_alike_scores_higher(more: tuple[str, str], less: tuple[str, str]) -> None:
    assert score(*more) > score(*less)


def test_a_fragment_without_a_verb_needs_more() -> None:
    sentence = ("the tall governor rejected halden",) * 2
    fragment = ("the tall governor aunt halden",) * 2

    assert score(*fragment) < score(*sentence)


def test_a_whole_sentence_said_again_is_surer_than_a_phrase() -> None:
    # both five words long, and both the same on either side
    assert score(*("she leaves the old house",) * 2) > 0.8 > score(*("the mayor of the house",) * 2)


def test_a_possible_contradiction_is_never_among_the_surest() -> None:
    left = (
        "Seventeen of the nineteen articles of the treaty with Norvand were agreed in Halden by both sides."
    )

    assert score(left, left.replace("Seventeen", "Sixteen")) <= 0.9


def test_the_score_does_not_depend_on_the_side() -> None:
    left, right = "The mayor of Halden spoke of peace", "peace, the mayor of Halden said, is near"

    assert score(left, right) == pytest.approx(score(right, left))


@pytest.mark.parametrize("text", ["", "…", "a", "1", "word " * 3_000])
def test_scores_lie_between_0_and_1(text: str) -> None:
    assert 0.0 <= score(text, "The border is open") <= 1.0
    assert 0.0 <= score(text, text) <= 1.0


def verdicts(share_of_right: float) -> list[tuple[float, bool]]:
    """Return 400 verdicts on scores all over, of which a share of the shown ones is right."""
    rows = []
    for place in range(400):
        raw = (place % 100 + 0.5) / 100
        rows.append((raw, raw > 1 - share_of_right and place % 7 != 0))
    return rows


def test_verdicts_lower_scores_that_were_too_sure() -> None:
    calibration = fit_calibration(verdicts(0.2))

    assert calibration.score(0.7) < 0.5
    assert calibration.score(0.9) > calibration.score(0.7) > calibration.score(0.3)


def test_a_calibration_keeps_the_order_whatever_the_verdicts_say() -> None:
    upside_down = [(raw, raw < 0.5) for raw, _ in verdicts(0.5)]

    calibration = fit_calibration(upside_down)

    assert calibration.score(0.8) > calibration.score(0.2)


def test_too_few_verdicts_teach_nothing() -> None:
    with pytest.raises(UnableToCalibrate, match="20 verdicts are too few"):
        fit_calibration(verdicts(0.5)[:20])


def test_verdicts_that_are_all_alike_teach_nothing() -> None:
    with pytest.raises(UnableToCalibrate, match="All verdicts say the same"):
        fit_calibration([(raw, True) for raw, _ in verdicts(0.5)])


def test_the_unchanged_score_is_the_raw_one() -> None:
    assert [UNCHANGED.score(raw) for raw in (0.0, 0.123, 1.0)] == [0.0, 0.123, 1.0]


@pytest.mark.parametrize("raw", [0.0, 1.0])
def test_a_calibration_bears_sure_scores(raw: float) -> None:
    assert 0.0 <= Calibration(2.0, -1.0).score(raw) <= 1.0


def test_logits_and_probabilities_undo_each_other() -> None:
    assert probability(logit_of(0.3)) == pytest.approx(0.3)
