"""The form in which a text is stored: Unicode NFC, ``\\n`` line ends, nothing that a database refuses.

``normalise_text`` is the only way from characters that came from outside to characters that are kept.
What it takes away it says.
"""

import re
import unicodedata
from dataclasses import dataclass

MAX_MARKS = 30  # combining marks in a row: UAX 15, Stream-Safe; longer runs make normalisation quadratic

LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029\u000b\u000c]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")  # C0 but for tab and line ends
NO_BREAK_SPACES = re.compile("[\u00a0\u202f\u2007]")
SURROGATES = re.compile("[\ud800-\udfff]")
LAST_MARK = 0x1E94F  # no combining mark stands above it in Unicode 15
BEYOND_LATIN_1 = re.compile("[^\x00-\xff]")
BYTE_ORDER_MARK = "\ufeff"


def _long_run() -> re.Pattern[str]:
    """Return the pattern of more combining marks in a row than are kept."""
    marks = [code for code in range(0x300, LAST_MARK + 1) if unicodedata.combining(chr(code))]
    ranges: list[list[int]] = []
    for code in marks:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    listed = "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
    return re.compile(f"[{listed}]{{{MAX_MARKS + 1}}}")


LONG_RUN = _long_run()


class UnableToKeepText(ValueError):
    """The text has characters that no database may hold."""


@dataclass(frozen=True, slots=True)
class KeptText:
    """A text in the stored form, and what had to be changed beyond that form."""

    text: str
    warnings: tuple[str, ...] = ()


def normalise_text(text: str) -> KeptText:
    """Return ``text`` in the stored form.

    No-break spaces become plain ones, because names are searched with plain ones. NUL and other control
    characters, and combining marks beyond 30 in a row, are taken out, with a warning.

    :raises UnableToKeepText: if a lone surrogate shows that the text was broken before it came here.
    """
    if SURROGATES.search(text):
        raise UnableToKeepText("the text holds half characters (lone surrogates)")
    warnings: list[str] = []
    text = LINE_ENDS.sub("\n", text.removeprefix(BYTE_ORDER_MARK))
    text, taken = CONTROLS.subn("", text)
    if taken:
        warnings.append(f"{taken:,} control characters were taken out")
    text = NO_BREAK_SPACES.sub(" ", text)
    if BEYOND_LATIN_1.search(text):
        if LONG_RUN.search(text):
            text, taken = _cap_marks(text)
            warnings.append(f"{taken:,} combining marks beyond {MAX_MARKS} in a row were taken out")
        text = unicodedata.normalize("NFC", text)
    return KeptText(text, tuple(warnings))


def _cap_marks(text: str) -> tuple[str, int]:
    """Return ``text`` with at most 30 combining marks in a row, and how many were taken out."""
    kept: list[str] = []
    run = taken = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run > MAX_MARKS:
            taken += 1
        else:
            kept.append(char)
    return "".join(kept), taken
