"""Recognise lines that name who wrote an article."""

import re
from collections.abc import Iterable

from claims.text.furniture_words import EVERY_LANGUAGE

MAX_LINE = 200  # characters of a line that are looked at

NAME = r"[^\W\d_a-z][\w.'’-]{0,30}"
FULL_NAME = rf"{NAME}(?: (?:de |van |von |al-|bin |ibn )?{NAME}){{1,4}}"
NAMES = rf"(?:{FULL_NAME}|{NAME})(?:(?:,| and| und| et| y| и| və) {FULL_NAME}){{0,3}}"
_BY = "|".join(re.escape(word) for words in EVERY_LANGUAGE for word in words.bylines)
BYLINE = re.compile(rf"(?:^|[-–—|·•,/] ?)(?i:{_BY})\s{{1,2}}(?P<names>{NAMES})(?=$| ?[-–—|·•,/(]|\s\d)")
INTERVIEWER = re.compile(rf"(?i:interview|text|author|autor|автор|editor)\s?: (?P<names>{NAMES})$")


def find_byline(texts: Iterable[str]) -> str:
    """Return the names in the first byline among lines, "" if there is none."""
    for text in texts:
        found = BYLINE.search(text[:MAX_LINE]) or INTERVIEWER.match(text[:MAX_LINE])
        if found:
            return found["names"].rstrip(".,")
    return ""


def is_byline(text: str) -> bool:
    """Say whether a line begins with a byline."""
    found = BYLINE.match(text[:MAX_LINE])
    return bool(found and found.start("names") < len(text))
