"""Names as they are compared and as they are shown: "Neil Bradley" and "Neil L. Bradley" are one person's."""

import re
from dataclasses import replace

from claims.text.first_names import gender_of
from claims.text.name_runs import ARABIC_ARTICLES
from claims.text.names import GENERATIONS, NameUse
from claims.text.positions import capitalised, spell_out

#: longer words that differ in vowels alone are one name, misspelt: "Kristen", "Kristin"
MIN_MISSPELT = 6
VOWELS = str.maketrans("", "", "aeiouy")
DOUBLED = re.compile(r"(.)\1")
#: three letters without a vowel are spoken one by one
NO_VOWEL = re.compile(r"\b[BCDFGHJKLMNPQRSTVWXZ]{3,}\b")
#: shorter stems are no names
MIN_STEM = 3


def shortened(use: NameUse, length: int) -> NameUse:
    """Return a name without the words after its first ``length``."""
    if length == len(use.keys):
        return use
    words = use.words[:length]
    end = use.start + len(" ".join(words))
    return replace(use, words=words, keys=use.keys[:length], end=end, possessive=False)


def last_words(use: NameUse, count: int) -> NameUse:
    """Return a name without the words before its last ``count``."""
    words = use.words[-count:]
    return replace(use, words=words, keys=use.keys[-count:], start=use.end - len(" ".join(words)))


def bare_keys(use: NameUse) -> tuple[str, ...]:
    """Return a name's words for comparison, without "Jr" and the like, and without "al-"."""
    keys = use.keys[:-1] if len(use.keys) > 1 and use.keys[-1] in GENERATIONS else use.keys
    for key in keys:
        if "-" in key:  # "Kim Jong-Un" and "Kim Jong Un" are one
            return tuple(part for key in keys for part in _parts(key))
    return keys


def _parts(key: str) -> list[str]:
    parts = [part for part in key.split("-") if part]
    return parts[1:] if len(parts) > 1 and parts[0] in ARABIC_ARTICLES else parts


def are_one(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Say whether two names of several words can be one person's: one holds the other, initials agree."""
    if len(left) > len(right):
        left, right = right, left
    at = 0
    for word in left:
        while at < len(right) and not _agree(word, right[at]):
            at += 1
        if at == len(right):
            return False
        at += 1
    return True


def _agree(left: str, right: str) -> bool:
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    if len(short) == 1:
        return long.startswith(short)
    return len(short) >= MIN_MISSPELT and _consonants(short) == _consonants(long)


def _consonants(word: str) -> str:
    return word[0] + DOUBLED.sub(r"\1", word[1:-1].translate(VOWELS)) + word[-1]


def says_more(position: str, other: str) -> bool:
    """Say whether an office goes on where another one ends: "President of Kessaria", "President"."""
    return position.casefold().startswith(f"{other.casefold()} ")


def first_gender(use: NameUse) -> str:
    """Return the gender that a first name tells, or the first half of a double one ("Anna-Lena")."""
    first = use.keys[0]
    return gender_of(first) or (gender_of(first.partition("-")[0]) if "-" in first else "")


def opens_sentence(text: str, position: int) -> bool:
    """Say whether a word stands where a capital means nothing."""
    before = text[max(0, position - 3) : position].rstrip(" \u00a0")
    return not before or before[-1] in '.!?:\n"“„«»”(-–—'


def shown_name(use: NameUse) -> str:
    """Return a name as it is shown: single spaces, no capitals throughout unless it is letters alone."""
    return spell_out(" ".join(use.words))


def persons_name(use: NameUse) -> str:
    """Return a person's name as it is shown: no capitals throughout ("LEE" → "Lee", but "SUD-PTT")."""
    name = " ".join(use.words)
    return capitalised(name) if name.isupper() and len(name) > 1 and not NO_VOWEL.search(name) else name


def without_ending(word: str, endings: tuple[str, ...]) -> str:
    """Return a word without the first of the case endings that it has, unless too little is left."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= MIN_STEM:
            return word[: -len(ending)]
    return word
