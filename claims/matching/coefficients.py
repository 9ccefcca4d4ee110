"""Coefficients of the scoring models, by feature. Made by fitting, not written by hand:

python -m benchmarks.matching.fit --help
"""

from typing import NamedTuple


class Fitted(NamedTuple):
    """What the fitting gives for one model."""

    coefficients: dict[str, float]
    intercept: float


SAME = Fitted(
    {
        "share_of_shorter": -0.5562,
        "share_of_longer": -0.002,
        "cosine": 0.7119,
        "shared_information": 0.3509,
        "some_information": 1.4535,
        "order_of_shorter": 1.5075,
        "order_of_longer": 1.9455,
        "spelling": -0.0673,
        "spelling_of_part": 0.809,
        "phrases_of_shorter": -1.4002,
        "phrases_of_longer": -2.1265,
        "variants": 8.2639,
        "numbers_shared": 0.5016,
        "numbers_differ": -1.7024,
        "numbers_one_sided": -0.2161,
        "negation_differs": -0.7095,
        "names_shared": -0.5115,
        "names_missing": -0.7398,
        "length_ratio": -0.4313,
        "weighed_share_of_shorter": 1.7418,
        "same_terms": 1.5329,
        "shortness": -8.1587,
        "pivoted_information": 1.232,
        "weighed_share_of_longer": 1.9478,
        "verbless": -0.4524,
        "kin": 0.8695,
    },
    -3.9865,
)
WORDS = Fitted(
    {
        "share_of_shorter": 1.0398,
        "share_of_longer": -1.0011,
        "cosine": -0.1335,
        "shared_information": 0.8088,
        "some_information": 0.4938,
        "order_of_shorter": 1.7006,
        "order_of_longer": 0.2973,
        "spelling": -0.7183,
        "spelling_of_part": 3.2538,
        "phrases_of_shorter": 2.1329,
        "phrases_of_longer": 1.4439,
        "variants": -4.0395,
        "numbers_shared": 1.8675,
        "numbers_differ": -1.1546,
        "numbers_one_sided": -0.6191,
        "negation_differs": -0.2235,
        "names_shared": -1.4057,
        "names_missing": -0.3659,
        "length_ratio": 0.5728,
        "weighed_share_of_shorter": 1.1714,
        "same_terms": -0.1622,
        "shortness": -9.0315,
        "pivoted_information": 3.3177,
        "weighed_share_of_longer": 0.9469,
        "verbless": -0.6767,
        "kin": -0.0013,
    },
    -10.2367,
)
RANK = Fitted(
    {
        "share_of_shorter": -4.2651,
        "share_of_longer": -1.0282,
        "cosine": 7.978,
        "shared_information": 1.9102,
        "some_information": 1.892,
        "order_of_shorter": 1.6207,
        "order_of_longer": 5.8357,
        "spelling": 1.723,
        "spelling_of_part": 9.4118,
        "phrases_of_shorter": 1.2873,
        "phrases_of_longer": -0.6959,
        "variants": 15.2489,
        "numbers_shared": -1.5132,
        "numbers_differ": -0.8612,
        "numbers_one_sided": -0.7176,
        "negation_differs": -0.8022,
        "names_shared": 1.74,
        "names_missing": -1.1897,
        "length_ratio": -2.4378,
        "weighed_share_of_shorter": 0.0352,
        "same_terms": -3.2288,
        "shortness": 8.9856,
        "pivoted_information": 4.7571,
        "weighed_share_of_longer": -0.2423,
        "verbless": 0.3851,
        "kin": 0.0521,
    },
    0.0,
)
