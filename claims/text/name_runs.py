"""Runs of capitalised words, and their words: what names and offices are read from.

Enter at ``run_pattern`` for the runs of a language, and at ``tokens_of`` for the words of one.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from claims.text.folding import fold_text
from claims.text.languages.naming import Naming

#: capital letters of the Latin, Greek and Cyrillic alphabets; ``re`` has no class for them
UPPER = "".join(c for c in map(chr, [*range(0x41, 0x530), *range(0x1E00, 0x1F00)]) if c.isupper())
SPACE = "[ \u00a0\u202f]"
#: longer runs are headlines in capitals or noise
MAX_RUN_WORDS = 14
#: stand with a hyphen before an Arabic name, in small letters ("al-Khatib"); all have two letters
ARABIC_ARTICLES = ("ad", "al", "an", "ar", "as", "at", "az", "el", "ul")
#: an initial is a word of its own, whether a space follows it or not ("V.Putin")
TOKEN = re.compile("(?:[^\\W\\d_]\\.){1,3}(?=[^\\W\\d_]{3})|[^ \u00a0\u202f]+")
#: "Orlan's", and the case endings that Turkish sets after an apostrophe ("Erdoğan'ın")
POSSESSIVE = re.compile(r"(?<=\w\w)['’](?:S|[^\W\d_A-ZÀ-Þ]{1,5})?$")
#: join the words of an office, in any language that has no own
OFFICE_LINKS = frozenset({"&"})


class Token(NamedTuple):
    """One word of a run; ``low`` is its small form without accents, possessive and full stop."""

    start: int
    end: int
    word: str
    low: str


@lru_cache(maxsize=32)
def _run_pattern(links: frozenset[str]) -> re.Pattern[str]:
    word = r"[\w'’.&-]*"
    article = f"(?:{'|'.join(ARABIC_ARTICLES)})-"
    opens = rf"(?<![\w'’-].)|(?<=\W{article}.)|(?<=^{article}.)"
    link = "|".join(sorted(map(re.escape, links)))
    token = rf"(?:{article})?[{UPPER}]{word}"
    more = rf"(?:{SPACE}(?:(?:{link}){SPACE}){{0,3}}{token}){{0,{MAX_RUN_WORDS - 1}}}"
    return re.compile(rf"[{UPPER}](?:{opens}){word}{more}")


def run_pattern(naming: Naming) -> re.Pattern[str]:
    """Return the pattern of a run of capitalised words, small words of names and offices between them."""
    return _run_pattern(naming.particles | OFFICE_LINKS | naming.office_links)


def words_pattern(words: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern for whole words, as they are given and with a capital first letter."""
    forms: dict[str, set[str]] = {}
    for word in words:
        for form in (word, word.capitalize()):
            forms.setdefault(form[0], set()).add(form[1:])
    each = "|".join(
        f"{re.escape(first)}(?<![\\w'’-].)(?:{'|'.join(map(re.escape, sorted(rest, reverse=True)))})"
        for first, rest in sorted(forms.items())
    )
    return re.compile(rf"(?:{each or '(?!)'})(?![\w-])")


def run_start(text: str, capital: int) -> int:
    """Return where a run begins whose first capital stands at ``capital``: before "al-", if that is there."""
    return capital - 3 if capital >= 3 and text[capital - 1] == "-" else capital


def fold_word(word: str) -> str:
    """Return one word in small letters without accents, possessive ending and full stop."""
    if word.isascii() and word.isalpha():
        return word.lower()
    bare = word.rstrip(".,")
    if "'" in bare or "’" in bare:
        bare = POSSESSIVE.sub("", bare)
    return bare.lower() if bare.isascii() else fold_text(bare)


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Return the words of one run."""
    run = text[start:end]
    if "." in run or "\u00a0" in run or "\u202f" in run or "  " in run:
        found = TOKEN.finditer(text, start, end)
        return [Token(m.start(), m.end(), m.group(), fold_word(m.group())) for m in found]
    tokens = []
    for word in run.split(" "):
        tokens.append(Token(start, start + len(word), word, fold_word(word)))
        start += len(word) + 1
    return tokens
