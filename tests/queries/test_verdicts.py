"""What several reviewers' verdicts on one match come to."""

import pytest

from claims.queries.verdicts import standing_verdict


@pytest.mark.parametrize(
    ("kinds", "standing"),
    [
        ([], ""),
        (["SAME_CLAIM"], "SAME_CLAIM"),
        (["UNRELATED", "UNRELATED"], "UNRELATED"),
        (["SAME_STATEMENT", "UNRELATED"], "DIFFER"),
        # nearly the same is not the same: one joins utterances, the other does not
        (["SAME_STATEMENT", "SAME_CLAIM"], "DIFFER"),
        # a third reviewer settles it
        (["SAME_STATEMENT", "UNRELATED", "SAME_STATEMENT"], "SAME_STATEMENT"),
        (["SAME_STATEMENT", "UNRELATED", "SAME_CLAIM"], "DIFFER"),
        (["UNRELATED", "SAME_CLAIM", "UNRELATED", "SAME_CLAIM"], "DIFFER"),
    ],
)
def test_a_verdict_stands_if_more_than_half_of_the_reviewers_give_it(kinds, standing):
    assert standing_verdict(kinds) == standing
