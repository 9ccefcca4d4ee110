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
        "share_of_shorter": -0.5871,
        "share_of_longer": 0.0208,
        "cosine": 0.7134,
        "shared_information": 0.2748,
        "some_information": 1.3988,
        "order_of_shorter": 1.4775,
        "order_of_longer": 1.9618,
        "spelling": -0.0481,
        "spelling_of_part": 0.7972,
        "phrases_of_shorter": -1.4078,
        "phrases_of_longer": -2.0988,
        "variants": 8.2739,
        "numbers_shared": 0.5091,
        "numbers_differ": -1.7374,
        "numbers_one_sided": -0.2094,
        "negation_differs": -0.8553,
        "names_shared": -0.5684,
        "names_missing": -0.7317,
        "length_ratio": -0.5056,
        "weighed_share_of_shorter": 1.7217,
        "same_terms": 1.5485,
        "shortness": -8.1563,
        "pivoted_information": 1.2267,
        "weighed_share_of_longer": 1.9549,
        "verbless": -0.5922,
        "kin": 0.7966,
        "unshared_of_longer": 0.8119,
    },
    -3.9083,
)
WORDS = Fitted(
    {
        "share_of_shorter": 1.0845,
        "share_of_longer": -0.9562,
        "cosine": -0.0799,
        "shared_information": 0.8811,
        "some_information": 0.5155,
        "order_of_shorter": 1.7445,
        "order_of_longer": 0.3372,
        "spelling": -0.6839,
        "spelling_of_part": 3.2838,
        "phrases_of_shorter": 2.2028,
        "phrases_of_longer": 1.4878,
        "variants": -4.0396,
        "numbers_shared": 1.8719,
        "numbers_differ": -1.1494,
        "numbers_one_sided": -0.6107,
        "negation_differs": -0.202,
        "names_shared": -1.3913,
        "names_missing": -0.3725,
        "length_ratio": 0.4945,
        "weighed_share_of_shorter": 1.2242,
        "same_terms": -0.1594,
        "shortness": -9.0344,
        "pivoted_information": 3.3312,
        "weighed_share_of_longer": 0.9831,
        "verbless": -0.667,
        "kin": -0.0034,
        "unshared_of_longer": -0.1591,
    },
    -10.8674,
)
RANK = Fitted(
    {
        "share_of_shorter": -4.2055,
        "share_of_longer": -1.1149,
        "cosine": 8.1321,
        "shared_information": 1.7958,
        "some_information": 1.9768,
        "order_of_shorter": 1.5108,
        "order_of_longer": 5.7932,
        "spelling": 1.7065,
        "spelling_of_part": 9.3658,
        "phrases_of_shorter": 1.3613,
        "phrases_of_longer": -0.6425,
        "variants": 15.0691,
        "numbers_shared": -1.518,
        "numbers_differ": -0.9393,
        "numbers_one_sided": -0.7066,
        "negation_differs": -0.8661,
        "names_shared": 1.8171,
        "names_missing": -1.1446,
        "length_ratio": -2.3866,
        "weighed_share_of_shorter": 0.0675,
        "same_terms": -3.228,
        "shortness": 8.977,
        "pivoted_information": 4.7337,
        "weighed_share_of_longer": -0.3338,
        "verbless": 0.3905,
        "kin": 0.06,
        "unshared_of_longer": -0.2232,
    },
    0.0,
)
