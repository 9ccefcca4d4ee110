"""Formulas: what a spreadsheet would run, and the sign that keeps it from doing so.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break for a
formula or may split it, also after blanks and in full-width signs. Such a text gets a ``'`` before it.
Statements that begin with a dash are ordinary, so the sign must come off again: a text that begins with
such signs itself, and would be dangerous behind them, gets one more, which keeps both ways exact.
"""

SHIELD = "'"
#: what begins a formula, in ASCII and in full width (U+FF1D, FF0B, FF0D, FF20); U+2212 is the minus sign
DANGEROUS = frozenset("=+-@\t\r\n＝＋－＠−")


def shield(text: str) -> str:
    """Return ``text`` so that a spreadsheet shows it and never runs it."""
    return SHIELD + text if _is_dangerous(text) else text


def unshield(text: str) -> str:
    """Return the text that ``shield`` was given."""
    return text.removeprefix(SHIELD) if _is_dangerous(text) else text


def _is_dangerous(text: str) -> bool:
    behind = text.lstrip(SHIELD)
    first, first_after_blanks = behind[:1], behind.lstrip()[:1]
    return first in DANGEROUS or first_after_blanks in DANGEROUS
