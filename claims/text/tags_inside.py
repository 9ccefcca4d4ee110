"""Tags inside the marks: «It seems to me, – went on Orlan, – that ...» is two stretches of words and a tag.

Russian, and others less often, leave the marks open around the speaker's tag. Enter at ``split_at_tags``.
"""

import re
from collections.abc import Iterable, Sequence

from claims.text.languages.order import Order
from claims.text.marks import Run
from claims.text.spans import Span

#: a tag between dashes: "..., – said Orlan. – ..." or, in Spanish, "... —said Orlan—. ..."
TAG = re.compile(
    r"(?:(?<=[,.!?…])\s[–—-]\s(?P<words>[^–—«»„“”\"]{3,100}?[,.])\s[–—-]\s(?=\S)"
    r"|\s—(?P<tight>[^\s–—«»„“”\"][^–—«»„“”\"]{2,100})—[,.;:]?(?:\s|$))"
)
FIRST_WORD = re.compile(r"[^\W\d_]+")


def split_at_tags(text: str, runs: Iterable[Run], order: Order) -> list[Run]:
    """Return the runs with those cut in two that hold a tag whose first word is a verb of speech."""
    found: list[Run] = []
    for run in runs:
        found.extend(_pieces(text, run, _tags(text, run, order)))
    return found


def _tags(text: str, run: Run, order: Order) -> list[Span]:
    tags = []
    for match in TAG.finditer(text, run.inner.start, run.inner.end):
        first = FIRST_WORD.match(match.group("words") or match.group("tight"))
        if first and first.group() in order.verbs:
            tags.append(Span(*match.span()))
    return tags


def _pieces(text: str, run: Run, tags: Sequence[Span]) -> list[Run]:
    """The stretches of a run between its tags; the marks stay with the first and the last."""
    pieces: list[Run] = []
    start, begin = run.start, run.inner.start
    for tag in tags:
        if begin < tag.start:
            pieces.append(Run(start, tag.start, Span(begin, tag.start), True, run.continues and not pieces))
        start = begin = tag.end
    if begin < run.inner.end:
        pieces.append(
            Run(start, run.end, Span(begin, run.inner.end), run.is_closed, run.continues and not pieces)
        )
    return pieces
