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
        "share_of_shorter": -0.5597,
        "share_of_longer": -0.0187,
        "cosine": 0.7014,
        "shared_information": 0.3713,
        "some_information": 1.4596,
        "order_of_shorter": 1.4977,
        "order_of_longer": 1.9287,
        "spelling": -0.0733,
        "spelling_of_part": 0.8058,
        "phrases_of_shorter": -1.4329,
        "phrases_of_longer": -2.1631,
        "variants": 8.3384,
        "numbers_shared": 0.5087,
        "numbers_differ": -1.9382,
        "numbers_one_sided": -0.2171,
        "negation_differs": -0.8302,
        "names_shared": -0.4964,
        "names_missing": -0.7375,
        "length_ratio": -0.4279,
        "weighed_share_of_shorter": 1.7475,
        "same_terms": 1.5037,
        "shortness": -8.1575,
        "pivoted_information": 1.2339,
        "weighed_share_of_longer": 1.9527,
        "verbless": -0.4283,
        "kin": 0.9052,
        "same_sentence": 2.0092,
    },
    -3.985,
)
WORDS = Fitted(
    {
        "share_of_shorter": 1.0285,
        "share_of_longer": -1.0524,
        "cosine": -0.1705,
        "shared_information": 0.8425,
        "some_information": 0.4933,
        "order_of_shorter": 1.6852,
        "order_of_longer": 0.249,
        "spelling": -0.7538,
        "spelling_of_part": 3.2371,
        "phrases_of_shorter": 2.1124,
        "phrases_of_longer": 1.3907,
        "variants": -4.0401,
        "numbers_shared": 1.8806,
        "numbers_differ": -1.2634,
        "numbers_one_sided": -0.6146,
        "negation_differs": -0.7233,
        "names_shared": -1.38,
        "names_missing": -0.3648,
        "length_ratio": 0.6235,
        "weighed_share_of_shorter": 1.1621,
        "same_terms": -0.2735,
        "shortness": -9.0332,
        "pivoted_information": 3.3182,
        "weighed_share_of_longer": 0.9404,
        "verbless": -0.6896,
        "kin": -0.0015,
        "same_sentence": 2.0676,
    },
    -10.2291,
)
RANK = Fitted(
    {
        "share_of_shorter": -4.2398,
        "share_of_longer": -0.8587,
        "cosine": 7.8614,
        "shared_information": 1.8729,
        "some_information": 1.9073,
        "order_of_shorter": 1.4689,
        "order_of_longer": 5.7759,
        "spelling": 1.7424,
        "spelling_of_part": 9.351,
        "phrases_of_shorter": 1.312,
        "phrases_of_longer": -0.6052,
        "variants": 15.2948,
        "numbers_shared": -1.5514,
        "numbers_differ": -0.932,
        "numbers_one_sided": -0.7851,
        "negation_differs": -0.276,
        "names_shared": 1.4272,
        "names_missing": -1.6112,
        "length_ratio": -2.3451,
        "weighed_share_of_shorter": 0.0736,
        "same_terms": -3.212,
        "shortness": 8.9895,
        "pivoted_information": 4.7702,
        "weighed_share_of_longer": -0.1042,
        "verbless": 0.4279,
        "kin": 0.0676,
        "same_sentence": -0.0302,
    },
    0.0,
)
