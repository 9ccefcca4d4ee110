"""Paragraphs and sentences of an article."""

import re
from functools import lru_cache

from claims.text.languages.pack import LanguagePack
from claims.text.spans import Span

LINE = re.compile(r"[^\n]+")
#: stand after the point that ends a sentence and still belong to it
CLOSING = "\"”»’'“)\\]"
#: stand before the letter that opens a sentence
OPENING = "\"“„«»‘'(\\[¿¡–—-"
INITIAL = re.compile(r"[^\W\d_]")
#: "U.S.", "p.m.": letters with points between them
ACRONYM = re.compile(r"(?:[^\W\d_]\.){1,5}[^\W\d_]")
#: longest word before a point that is looked at as an abbreviation
MAX_ABBREVIATION = 12
#: digits of an ordinal
MAX_ORDINAL = 2
LAST_WORD = re.compile(r"[^\s(\[\"“”„«»‘]+$")
FIRST_WORD = re.compile(rf"[{OPENING}]{{0,3}}([^\W\d_]+)")


def paragraphs(text: str, start: int = 0) -> list[Span]:
    """Return the stretches between line breaks from ``start`` on, without blank ones and outer spaces."""
    found = []
    for line in LINE.finditer(text, start):
        words = line.group()
        bare = words.strip()
        if bare:
            begin = line.start() + len(words) - len(words.lstrip())
            found.append(Span(begin, begin + len(bare)))
    return found


def sentences(text: str, span: Span, pack: LanguagePack) -> list[Span]:
    """Cut a stretch of text into sentences; outer spaces are left out, and none is empty.

    Abbreviations, initials and numbers end no sentence; a line break always does.
    """
    found: list[Span] = []
    for line in LINE.finditer(text, span.start, span.end):
        begin = line.start()
        for match in SENTENCE_END.finditer(text, line.start(), line.end()):
            if ends_sentence(text, match, pack):
                _add(found, text, begin, match.end())
                begin = match.end()
        _add(found, text, begin, line.end())
    return found


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


#: a point with what closes after it, a space, and no small letter
SENTENCE_END = re.compile(rf"(?<=[.!?…。？！])[{CLOSING}]{{0,4}}\s+(?=[{OPENING}]{{0,3}}[^\Wa-z_])")


def ends_sentence(text: str, match: re.Match[str], pack: LanguagePack) -> bool:
    """Say whether a match of SENTENCE_END is one: not after "Mr.", and "U.S." only before a small word."""
    point = match.start() - 1
    following = FIRST_WORD.match(text, match.end(), match.end() + 20)
    if following is not None and following.group(1)[0].islower():
        return False
    if text[point] != ".":
        return True
    word = LAST_WORD.search(text[max(0, point - MAX_ABBREVIATION) : point])
    if word is None:
        return True
    bare = word.group()
    if bare.lower() in pack.titles_with_point:
        return False
    if len(bare) == 1 and INITIAL.match(bare):
        return bare.lower() in pack.one_letter_words
    if pack.has_ordinals and len(bare) <= MAX_ORDINAL and bare.isdecimal():
        return following is not None and following.group(1).lower() in _small_words(pack)
    if ACRONYM.fullmatch(bare) or bare.lower() in pack.abbreviations:
        return following is not None and following.group(1).lower() in _openers(pack)
    return True


@lru_cache(maxsize=32)
def _openers(pack: LanguagePack) -> frozenset[str]:
    """Words whose capital letter shows that a sentence begins."""
    return pack.naming.not_names - pack.naming.courtesy.keys()


@lru_cache(maxsize=32)
def _small_words(pack: LanguagePack) -> frozenset[str]:
    """Words that no ordinal counts: "Er wurde 15. Dann ..."."""
    naming = pack.naming
    small = naming.definite | naming.indefinite | naming.subject_pronouns | naming.prepositions
    order = pack.order
    return small if order is None else small | order.fillers | order.determiners | order.conjunctions
