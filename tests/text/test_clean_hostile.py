"""Cleaning takes linear time on texts made to be slow: four times the text, under six times the time."""

import time

import pytest

from claims.text.clean import clean_page
from claims.text.lines import split_lines
from claims.text.nfc import UnableToKeepText, normalise_text

SHORT, LONG = 25_000, 100_000  # characters
QUICK = 0.05  # seconds of processor time; below, ratios are noise
TEXTS = {
    "sentences": "The minister said on Tuesday that a treaty would be signed. ",
    "paragraphs": "The minister said on Tuesday that a treaty would be signed.\n\n",
    "headlines": "News of the day\n",
    "spaces": " ",
    "letters": "a",
    "digits": "1",
    "capitals": "Aaa Bbb ",
    "names with and": "By Aaa Bbb Ccc and Ddd Eee, ",
    "dates": "5 March 2024 - 10:12 ",
    "date lines": "5 March 2024 - 10:12\n",
    "slashes": "1/2/",
    "quotation marks": "“",
    "dashes": "- ",
    "dash lines": "- a\n",
    "colons": "A: ",
    "brackets": "(",
    "combining marks": "\u0301\u0323",
    "no-break spaces": "\u00a0",
    "according to": "said, according to Aaa Bbb: ",
    "headings": "Read also\n",
    "comments": "Comments\nA sentence stands here and it ends.\n",
    "addresses": "a@b-",
}


def seconds_for(text: str) -> float:
    """Return the least processor time of three runs."""
    times = []
    for _ in range(3):
        started = time.process_time()
        clean_page(split_lines(normalise_text(text).text))
        times.append(time.process_time() - started)
    return min(times)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_cleaning_takes_linear_time(name):
    piece = TEXTS[name]

    short, long = (seconds_for(piece * (size // len(piece))) for size in (SHORT, LONG))

    assert long < max(QUICK, 6 * short)


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
