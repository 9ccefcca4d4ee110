"""Titles of works in marks: books, shows, songs, which nobody says.

Enter at ``without_works``. Such runs are taken out before the rules look at a sentence, so that the words of
a title are part of the writer's sentence.
"""

import re
from collections.abc import Sequence

from claims.text.languages.cueing import WorkWords
from claims.text.marks import Run
from claims.text.spans import Span

#: between two titles of an enumeration
ENUMERATED = re.compile(r"[,\s]*(?:and|or|und|et|y|и)?\s*")
LETTER_WORD = re.compile(r"[^\W\d_][\w'’-]*")
#: titles have at most so many words
MAX_WORDS = 10
#: characters before a mark that are looked at
LOOK_BACK = 48
#: shorter words are small in a title too
LONGER = 3


def without_works(text: str, paragraph: Span, runs: Sequence[Run], language: WorkWords) -> list[Run]:
    """Return the runs of a paragraph that are not plainly the title of a work."""
    kept: list[Run] = []
    work: Run | None = None
    for run in runs:
        goes_on = work is not None and ENUMERATED.fullmatch(text, work.end, run.start) is not None
        if _is_work(text, paragraph, run, language, goes_on=goes_on):
            work = run
        else:
            kept.append(run)
    return kept


def _is_work(text: str, paragraph: Span, run: Run, language: WorkWords, *, goes_on: bool) -> bool:
    if not run.is_closed or run.continues:
        return False
    found = LETTER_WORD.findall(text, run.inner.start, run.inner.end)
    if not found or len(found) > MAX_WORDS or run.inner.end - run.inner.start > 120:
        return False
    if not found[0][0].isupper() or not all(
        word[0].isupper() for word in found if len(word) > LONGER and word not in language.small
    ):
        return False
    if text[run.inner.end - 1] in "!?":
        return False
    before = text[max(paragraph.start, run.start - LOOK_BACK) : run.start].rstrip(" \u00a0,").split()
    if not before:
        return False
    if goes_on:
        return True
    last = before[-1].lower()
    if last in language.kinds:
        return True
    if len(found) == 1:
        return False
    if last in language.prepositions:
        return not (len(before) > 1 and before[-2].lower() in language.cries)
    return (
        last.endswith(("'s", "’s"))
        and text[run.start - 1].isspace()
        and text[max(0, run.start - LOOK_BACK) : run.start].rstrip()[-1:] != ","
    )
