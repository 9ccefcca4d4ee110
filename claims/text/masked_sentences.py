"""Sentences of a masked paragraph, and what is known of the paragraph altogether.

Marked words that end with a point close the writer's sentence too, unless a tag follows ("“…?” she asked.").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.text.languages.pack import LanguagePack
from claims.text.marks import Run
from claims.text.masking import GAP, Masked, mask
from claims.text.phrases import Stretch
from claims.text.places import Grammarian
from claims.text.segments import ends_sentence
from claims.text.spans import Span

#: a point, or marked words, and a space after it
BREAK = re.compile(rf"(?<=[.!?…])['’)\]]{{0,3}}\s+(?=[\"“‘'({GAP}\[]{{0,3}}[^\Wa-z_]|{GAP})|{GAP}\s+(?=\S)")
NEXT_STOP = re.compile(rf"[.!?]\s|{GAP}")
#: how far a tag behind a question is looked for, how long it may be, and where its verb stands at most
LOOK_AHEAD, MAX_TAG, MAX_TO_VERB = 400, 140, 45


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph of prose, ready for the rules."""

    #: number of the paragraph within the article
    number: int
    span: Span
    masked: Masked
    sentences: Sequence[Stretch]


def read_prose(
    text: str, number: int, span: Span, runs: Sequence[Run], pack: LanguagePack, grammar: Grammarian
) -> Prose:
    """Hide a paragraph's marked words and cut the rest into sentences."""
    masked = mask(text, span, runs)
    return Prose(number, span, masked, cut_sentences(masked, pack, grammar))


def cut_sentences(masked: Masked, pack: LanguagePack, grammar: Grammarian) -> list[Stretch]:
    """Cut a masked paragraph into sentences, blank ones left out."""
    words = masked.text
    cuts = [0]
    run = 0
    for match in BREAK.finditer(words):
        if words[match.start()] != GAP:
            if ends_sentence(words, match, pack):
                cuts.append(match.end())
            continue
        run = masked.runs_in(0, match.start()).stop
        if _closes_sentence(masked, run, match.end(), grammar):
            cuts.append(match.end())
    cuts.append(len(words))
    return [(start, end) for start, end in pairwise(cuts) if words[start:end].strip()]


def _closes_sentence(masked: Masked, run: int, end: int, grammar: Grammarian) -> bool:
    """Say whether the writer's sentence ends with a run of marked words."""
    ending = masked.endings[run]
    if ending in ("?", "!") and _is_tagged(masked.text, end, grammar):
        return False
    return ending in (".", "…", "?", "!")


def _is_tagged(words: str, end: int, grammar: Grammarian) -> bool:
    """Say whether what follows a question in marks is its tag."""
    stop = NEXT_STOP.search(words, end, end + LOOK_AHEAD)
    tag = words[end : stop.start() if stop else end + LOOK_AHEAD]
    verbs = grammar.cues.find_after_quote(tag)
    if not verbs:
        return False
    verb = verbs[0].start()
    if len(tag) < MAX_TAG and verb < MAX_TO_VERB:
        return True
    return grammar.subjects.leading(tag, verb) is not None or not tag[:verb].strip()
