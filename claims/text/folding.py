"""Folding: the form in which words are compared and searched, so that "zurich" finds "Zürich"."""

import re
import unicodedata

# Letters that Unicode does not take apart, and that people type without their stroke.
STROKES = str.maketrans(
    {
        "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t", "ß": "ss", "æ": "ae", "œ": "oe",
        "þ": "th", "ð": "d", "ə": "e", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'",
    }
)  # fmt: skip
ZERO_WIDTH = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
SPACES = re.compile(r"\s+")


def fold_text(text: str) -> str:
    """Return ``text`` in small letters, without accents, zero-width characters and doubled spaces.

    Combining marks are dropped after canonical decomposition (Unicode NFD). The result may be shorter
    or longer than the text; offsets do not carry over.
    """
    small = ZERO_WIDTH.sub("", text).casefold()
    apart = unicodedata.normalize("NFD", small)
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return SPACES.sub(" ", bare.translate(STROKES)).strip()
