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
        "share_of_shorter": -0.5563,
        "share_of_longer": -0.0089,
        "cosine": 0.7048,
        "shared_information": 0.3561,
        "some_information": 1.4583,
        "order_of_shorter": 1.5094,
        "order_of_longer": 1.9495,
        "spelling": -0.065,
        "spelling_of_part": 0.8098,
        "phrases_of_shorter": -1.4012,
        "phrases_of_longer": -2.1243,
        "variants": 8.3357,
        "numbers_shared": 0.506,
        "numbers_differ": -1.968,
        "numbers_one_sided": -0.2176,
        "negation_differs": -0.8358,
        "names_shared": -0.5136,
        "names_missing": -0.7417,
        "length_ratio": -0.4338,
        "weighed_share_of_shorter": 1.7441,
        "same_terms": 1.5307,
        "shortness": -8.1604,
        "pivoted_information": 1.2324,
        "weighed_share_of_longer": 1.9502,
        "verbless": -0.4671,
        "kin": 0.8667,
    },
    -3.9679,
)
WORDS = Fitted(
    {
        "share_of_shorter": 1.0422,
        "share_of_longer": -0.999,
        "cosine": -0.1318,
        "shared_information": 0.8131,
        "some_information": 0.4966,
        "order_of_shorter": 1.7007,
        "order_of_longer": 0.3002,
        "spelling": -0.7169,
        "spelling_of_part": 3.2512,
        "phrases_of_shorter": 2.1298,
        "phrases_of_longer": 1.4442,
        "variants": -4.0404,
        "numbers_shared": 1.8725,
        "numbers_differ": -1.2966,
        "numbers_one_sided": -0.6271,
        "negation_differs": -0.8083,
        "names_shared": -1.4085,
        "names_missing": -0.3661,
        "length_ratio": 0.5702,
        "weighed_share_of_shorter": 1.1737,
        "same_terms": -0.1738,
        "shortness": -9.0313,
        "pivoted_information": 3.3187,
        "weighed_share_of_longer": 0.9536,
        "verbless": -0.7341,
        "kin": -0.0017,
    },
    -10.1478,
)
RANK = Fitted(
    {
        "share_of_shorter": -4.1842,
        "share_of_longer": -0.9493,
        "cosine": 7.8618,
        "shared_information": 1.8527,
        "some_information": 1.9304,
        "order_of_shorter": 1.4437,
        "order_of_longer": 5.7115,
        "spelling": 1.6957,
        "spelling_of_part": 9.3372,
        "phrases_of_shorter": 1.3241,
        "phrases_of_longer": -0.6057,
        "variants": 15.3218,
        "numbers_shared": -1.5329,
        "numbers_differ": -0.8622,
        "numbers_one_sided": -0.7372,
        "negation_differs": -0.6626,
        "names_shared": 1.4519,
        "names_missing": -1.6761,
        "length_ratio": -2.3849,
        "weighed_share_of_shorter": 0.1291,
        "same_terms": -3.2256,
        "shortness": 8.9701,
        "pivoted_information": 4.7657,
        "weighed_share_of_longer": -0.1294,
        "verbless": 0.4063,
        "kin": 0.0423,
    },
    0.0,
)
