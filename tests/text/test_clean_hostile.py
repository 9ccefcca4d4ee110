"""Cleaning does linear work on texts made to be slow, and gives every text its stored form."""

import pytest

from benchmarks.hostile_pages import PIECES, clean_text
from claims.text.nfc import UnableToKeepText, normalise_text
from tests.counted_work import is_linear


@pytest.mark.parametrize("name", sorted(PIECES))
def test_four_times_the_page_is_less_than_six_times_the_work(name):
    piece = PIECES[name]

    assert is_linear(clean_text, lambda size: piece * (size // len(piece)), 4_000)


def test_a_lone_surrogate_is_refused():
    with pytest.raises(UnableToKeepText, match="surrogates"):
        normalise_text("half \ud83d a character")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("e\u0301", "é"),
        ("\ufeffbegin", "begin"),
        ("a\x00b\x07c\td", "abc\td"),
        ("Ilyana\u00a0Vosk\u202f!", "Ilyana Vosk !"),
        ("\u200bzero width stays", "\u200bzero width stays"),
        ("\u202eright to left stays", "\u202eright to left stays"),
    ],
)
def test_normalise_text_gives_the_stored_form(given, kept):
    assert normalise_text(given).text == kept
