"""Marks around the names of things: a newspaper, a band, a slogan in brackets, which nobody says.

For languages other than English, beside ``works``: there the noun right before the marks, or the bracket
around them, tells. Enter at ``without_named_things``.
"""

import re
from collections.abc import Iterable

from claims.text.languages.pack import LanguagePack
from claims.text.marks import Run

#: names have at most so many words
MAX_WORDS = 6
WORD = re.compile(r"[^\W_][\w'’-]*")
LAST_WORD = re.compile(r"([^\W\d_][\w-]*)[ \u00a0]*$")
LOOK_BACK = 40


def without_named_things(text: str, runs: Iterable[Run], pack: LanguagePack) -> list[Run]:
    """Return the runs of a paragraph that are not plainly the name of a thing."""
    return [run for run in runs if not _is_name(text, run, pack)]


def _is_name(text: str, run: Run, pack: LanguagePack) -> bool:
    if not run.is_closed or run.continues:
        return False
    found = WORD.findall(text, run.inner.start, run.inner.end)
    if not found or len(found) > MAX_WORDS or text[run.inner.end - 1] in ".,!?…":
        return False
    before = text[max(0, run.start - LOOK_BACK) : run.start]
    if before.rstrip().endswith("("):
        return True
    if pack.order is None or not pack.order.has_capital_nouns or not found[0][0].isupper():
        return False
    if before.rstrip().lower().endswith(pack.order.with_words or "\0"):
        return False
    last = LAST_WORD.search(before)
    return (
        last is not None and last.group(1)[0].isupper() and last.group(1).lower() not in pack.naming.not_names
    )
