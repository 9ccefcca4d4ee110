"""Coefficients of the scoring models, in the order of ``claims.matching.features.NAMES``. Made, not written:

python -m benchmarks.matching.fit DATA --write
"""

from typing import NamedTuple


class Fitted(NamedTuple):
    """What the fitting gives for one model."""

    coefficients: tuple[float, ...]
    intercept: float


SAME = Fitted(
    (-0.3822, 0.1232, 0.7998, 0.2446, 1.5471, 1.6268, 2.0647, -0.0110, 0.8202, -1.3453, -2.0276, 8.2447,
     0.4245, -1.5876, -0.3383, -0.5718, -0.3921, -0.7195, -0.3750, 1.8313, 1.4882, -8.1278, 1.2384, 2.0669),
    -4.5364,
)  # fmt: skip
WORDS = Fitted(
    (1.0849, -1.0042, -0.1145, 0.6510, 0.5379, 1.7365, 0.2820, -0.7185, 3.2722, 2.1525, 1.3957, -4.0393,
     1.8876, -1.1174, -0.5665, 0.0224, -1.3456, -0.3682, 0.5895, 1.1808, -0.3115, -9.0057, 3.3009, 0.9404),
    -9.2530,
)  # fmt: skip
RANK = Fitted(
    (-2.0645, 0.0098, 13.8400, 1.7064, 1.4748, -0.3766, 2.8411, 1.1389, 10.0052, 1.7565, -2.2500, 15.5625,
     -1.2489, -1.1516, -0.3374, 0.3938, 2.2938, -0.6495, -1.2425, 1.5970, -6.0736, 8.6305, 4.9076, 0.9552),
    0.0,
)  # fmt: skip
