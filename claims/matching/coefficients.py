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
        "share_of_shorter": -0.5596,
        "share_of_longer": -0.018,
        "cosine": 0.7019,
        "shared_information": 0.3714,
        "some_information": 1.4603,
        "order_of_shorter": 1.4978,
        "order_of_longer": 1.9289,
        "spelling": -0.0734,
        "spelling_of_part": 0.8054,
        "phrases_of_shorter": -1.4337,
        "phrases_of_longer": -2.1637,
        "variants": 8.3386,
        "numbers_shared": 0.5087,
        "numbers_differ": -1.9388,
        "numbers_one_sided": -0.2174,
        "negation_differs": -0.8312,
        "names_shared": -0.4969,
        "names_missing": -0.7378,
        "length_ratio": -0.4287,
        "weighed_share_of_shorter": 1.7478,
        "same_terms": 1.5036,
        "shortness": -8.1575,
        "pivoted_information": 1.234,
        "weighed_share_of_longer": 1.9531,
        "verbless": -0.4287,
        "kin": 0.8686,
        "same_sentence": 2.0092,
    },
    -3.9843,
)
WORDS = Fitted(
    {
        "share_of_shorter": 1.0286,
        "share_of_longer": -1.0524,
        "cosine": -0.1705,
        "shared_information": 0.8426,
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
        "negation_differs": -0.7238,
        "names_shared": -1.38,
        "names_missing": -0.3648,
        "length_ratio": 0.6235,
        "weighed_share_of_shorter": 1.1621,
        "same_terms": -0.2735,
        "shortness": -9.0332,
        "pivoted_information": 3.3182,
        "weighed_share_of_longer": 0.9404,
        "verbless": -0.6896,
        "kin": -0.001,
        "same_sentence": 2.0676,
    },
    -10.2292,
)
RANK = Fitted(
    {
        "share_of_shorter": -4.2399,
        "share_of_longer": -0.8587,
        "cosine": 7.8613,
        "shared_information": 1.8731,
        "some_information": 1.9073,
        "order_of_shorter": 1.469,
        "order_of_longer": 5.776,
        "spelling": 1.7425,
        "spelling_of_part": 9.3511,
        "phrases_of_shorter": 1.3119,
        "phrases_of_longer": -0.605,
        "variants": 15.2952,
        "numbers_shared": -1.5515,
        "numbers_differ": -0.932,
        "numbers_one_sided": -0.7852,
        "negation_differs": -0.2757,
        "names_shared": 1.4271,
        "names_missing": -1.6111,
        "length_ratio": -2.3449,
        "weighed_share_of_shorter": 0.0735,
        "same_terms": -3.212,
        "shortness": 8.9895,
        "pivoted_information": 4.7702,
        "weighed_share_of_longer": -0.1043,
        "verbless": 0.4279,
        "kin": 0.0676,
        "same_sentence": -0.0302,
    },
    0.0,
)
