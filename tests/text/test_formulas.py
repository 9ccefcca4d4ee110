"""Formulas: what a spreadsheet would run is shielded, and comes back exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.formulas import shield, unshield


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+49 30 1234",
        "- We will sign, the President said.",
        "@minister",
        "\tindented",
        "\rreturn",
        "\nline",
        "  =HYPERLINK(0)",
        "\u00a0-5",
        "＝1+1",
        "−5 degrees",
    ],
)
def test_what_a_spreadsheet_would_run_gets_a_sign(text):
    assert shield(text) == "'" + text


@pytest.mark.parametrize(
    "text", ["", "We will sign", "'tis so", "1 = 1", "“- quoted", "a\tb", "  blanks first"]
)
def test_all_else_stays(text):
    assert shield(text) == text


@given(st.text(alphabet="'=-+@ \t\nab＝", max_size=8))
def test_every_text_comes_back_exactly(text):
    assert unshield(shield(text)) == text


@given(st.text(alphabet="'=-+@ \t\nab", max_size=8))
def test_no_shielded_text_begins_a_formula(text):
    assert shield(text).lstrip()[:1] not in {"=", "+", "-", "@"}
