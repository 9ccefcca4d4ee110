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
        "share_of_shorter": -0.5566,
        "share_of_longer": -0.002,
        "cosine": 0.7117,
        "shared_information": 0.3503,
        "some_information": 1.4532,
        "order_of_shorter": 1.5074,
        "order_of_longer": 1.9454,
        "spelling": -0.0673,
        "spelling_of_part": 0.8089,
        "phrases_of_shorter": -1.3999,
        "phrases_of_longer": -2.1263,
        "variants": 8.2639,
        "numbers_shared": 0.5016,
        "numbers_differ": -1.7025,
        "numbers_one_sided": -0.2152,
        "negation_differs": -0.7097,
        "names_shared": -0.512,
        "names_missing": -0.7404,
        "length_ratio": -0.4321,
        "weighed_share_of_shorter": 1.7416,
        "same_terms": 1.5329,
        "shortness": -8.1589,
        "pivoted_information": 1.2319,
        "weighed_share_of_longer": 1.9479,
        "verbless": -0.4526,
        "kin": 0.8696,
    },
    -3.9845,
)
WORDS = Fitted(
    {
        "share_of_shorter": 1.0398,
        "share_of_longer": -1.0011,
        "cosine": -0.1336,
        "shared_information": 0.8091,
        "some_information": 0.494,
        "order_of_shorter": 1.7006,
        "order_of_longer": 0.2973,
        "spelling": -0.7183,
        "spelling_of_part": 3.2539,
        "phrases_of_shorter": 2.1329,
        "phrases_of_longer": 1.4438,
        "variants": -4.0395,
        "numbers_shared": 1.8675,
        "numbers_differ": -1.1546,
        "numbers_one_sided": -0.619,
        "negation_differs": -0.2234,
        "names_shared": -1.4056,
        "names_missing": -0.3659,
        "length_ratio": 0.5729,
        "weighed_share_of_shorter": 1.1715,
        "same_terms": -0.1622,
        "shortness": -9.0315,
        "pivoted_information": 3.3177,
        "weighed_share_of_longer": 0.9468,
        "verbless": -0.6772,
        "kin": -0.0014,
    },
    -10.2373,
)
RANK = Fitted(
    {
        "share_of_shorter": -4.2144,
        "share_of_longer": -1.1182,
        "cosine": 7.82,
        "shared_information": 1.8775,
        "some_information": 1.9751,
        "order_of_shorter": 1.5954,
        "order_of_longer": 5.7979,
        "spelling": 1.7601,
        "spelling_of_part": 9.4508,
        "phrases_of_shorter": 1.2938,
        "phrases_of_longer": -0.683,
        "variants": 15.2453,
        "numbers_shared": -1.5111,
        "numbers_differ": -0.8869,
        "numbers_one_sided": -0.7179,
        "negation_differs": -0.8249,
        "names_shared": 1.4913,
        "names_missing": -1.6275,
        "length_ratio": -2.4834,
        "weighed_share_of_shorter": 0.0768,
        "same_terms": -3.2457,
        "shortness": 8.9743,
        "pivoted_information": 4.7472,
        "weighed_share_of_longer": -0.2573,
        "verbless": 0.3993,
        "kin": 0.0354,
    },
    0.0,
)
