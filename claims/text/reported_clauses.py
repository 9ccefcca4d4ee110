"""Where the clause begins and ends in which a writer reports somebody's words."""

import re
from collections.abc import Sequence

from claims.text.marks import Run
from claims.text.spans import Span

#: between a verb of speech and what it reports; a word for "that" of any language belongs to the writer
COMPLEMENTIZER = re.compile(r"[\s,:]*(?:(?:[\w.'’-]+,?\s+){0,6}?\b(?:that|dass|daß|que|что|ki)\b[\s,:]*)?")
#: ends the clause that marked words stand in
CLAUSE_END = re.compile(
    r"[,;]\s|\s[—–-]\s?|[.!?]?$"
    r"|\s(?:and|but|while|which|who|und|aber|sowie|et|mais|qui|y|pero|quien|и|но|а|ve|ama|və|amma)\s"
)
#: an apposition to a source: "according to Mira Orlan, | mayor of Halden, | the bridge …"
APPOSITION = re.compile(r",\s[^\W\d_][^,;:«»“”„\"()]{3,80},\s")
EDGE = " \u00a0\t,;:.—–-"


def clause_around(
    text: str, sentence: Span, runs: Sequence[Run], cue: Span | None, mention: Span | None
) -> Span:
    """Return the writer's clause that holds the marked words ``runs`` of one sentence.

    It begins after a cue and a speaker that stand before the words, or ends before those that stand behind.
    Words that are nothing but one run come without their marks.
    """
    start, end = runs[0].start, runs[-1].end
    if cue is not None and cue.end <= start:
        begin = max(span.end for span in (cue, mention) if span is not None and span.end <= start)
        if mention is not None and mention.end == begin:
            begin = _behind_apposition(text, begin, start)
        match = COMPLEMENTIZER.match(text, begin, start)
        start = match.end() if match else begin
        end = _clause_end(text, end, sentence.end)
    elif cue is not None and cue.start >= end:
        if mention is not None and sentence.start <= mention.start and mention.end <= start:
            start = mention.end  # the verb stands last: "Orlan, …, dedi"
        else:
            start = min(start, sentence.start)
        end = max(end, min(span.start for span in (cue, mention) if span is not None and span.start >= end))
    return _without_edges(text, start, end, runs)


def _behind_apposition(text: str, begin: int, stop: int) -> int:
    match = APPOSITION.match(text, begin, stop)
    return match.end() if match else begin


def _clause_end(text: str, start: int, end: int) -> int:
    match = CLAUSE_END.search(text, start, end)
    return match.start() if match else start


def _without_edges(text: str, start: int, end: int, runs: Sequence[Run]) -> Span:
    while start < runs[0].start and text[start] in EDGE:
        start += 1
    while end > runs[-1].end and text[end - 1] in EDGE:
        end -= 1
    if len(runs) == 1 and (start, end) == (runs[0].start, runs[0].end):
        return runs[0].inner
    return Span(start, end)
