"""One written word, folded: what it stands for when statements are compared.

Reading is cached by word, since a corpus repeats its words: a statement is read at the price of looking
them up.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from claims.matching.languages import PACKS, PLAIN, WordForms
from claims.text.folding import fold_text

#: longer words are cut: nobody speaks them, and they would slow the comparison of spellings
MAX_WORD = 60
#: more digits than this are kept as they stand: they are no quantity
MAX_DIGITS = 15
#: a shorter word's ending tells nothing ("bed", "king")
SHORTEST_TOLD_BY_ENDING = 5
#: words that are kept folded
MOST_WORDS = 200_000

ORDINAL = re.compile("(?:st|nd|rd|th)$")
THOUSANDS = re.compile(r"[.,](?=\d{3}(?:\D|$))")
NO_PAIRS: dict[str, str] = {}


class Word(NamedTuple):
    """A written word as one language folds it."""

    #: in small letters, without accents
    folded: str
    #: what is compared: mostly one term, two for a contraction
    terms: tuple[str, ...]
    #: those of the terms that negate
    negations: tuple[str, ...]
    #: those of the terms that are names, if the word does not begin the sentence
    names: tuple[str, ...]
    #: its value if it is a number
    number: str | None
    #: the term inside a sentence, where a capital makes it another word ("12 May")
    told_by_capital: str | None
    #: following word → the term of both ("united" "states")
    pairs: Mapping[str, str]
    #: whether it is a verb that is known to be one
    is_verb: bool
    #: whether it is written in capitals throughout
    is_upper: bool
    #: whether what it stands for may depend on where it stands and on the words beside it
    needs_neighbours: bool


@lru_cache(maxsize=MOST_WORDS)
def fold_token(written: str) -> str:
    """Return a written word in small letters, without accents, full-width forms and zero-width characters."""
    return fold_text(unicodedata.normalize("NFKC", written[:MAX_WORD]))


@lru_cache(maxsize=MOST_WORDS)
def read_word(written: str, language: str) -> Word | None:
    """Read a written word in the language of a pack; None if nothing is left of it, folded."""
    pack = PACKS.get(language, PLAIN)
    folded = fold_token(written)
    if not folded:
        return None
    parts = _opened(folded, pack)
    terms = tuple(fold_word(part, language) for part in parts)
    has_capital = pack.capitals_are_names and written[0].isupper()
    number, pairs = number_of(folded, pack), _pairs(language).get(folded, NO_PAIRS)
    told_by_capital = pack.written.get(written)
    return Word(
        folded=folded,
        terms=terms,
        negations=tuple(term for part, term in zip(parts, terms, strict=True) if part in pack.negations),
        names=tuple(term for term in terms if has_capital and len(term) > 1 and term not in pack.common),
        number=number,
        told_by_capital=told_by_capital,
        pairs=pairs,
        is_verb=_is_verb(written, terms, pack),
        is_upper=written.isupper(),
        needs_neighbours=number is not None or bool(pairs) or told_by_capital is not None,
    )


def _opened(folded: str, pack: WordForms) -> tuple[str, ...]:
    """Return the words of a contraction, and of an abbreviation with dots its letters."""
    if "." not in folded:
        return pack.opened(folded)
    letters = folded.replace(".", "")
    return (pack.written.get(letters.upper(), letters),)


def _is_verb(written: str, terms: tuple[str, ...], pack: WordForms) -> bool:
    if not folded_verbs(pack.language).isdisjoint(terms):
        return True
    is_long = len(written) >= SHORTEST_TOLD_BY_ENDING
    return is_long and written.islower() and written.endswith(pack.verb_endings)


@lru_cache(maxsize=MOST_WORDS)
def fold_word(word: str, language: str) -> str:
    """Return the term of a word in small letters, in the language of a pack."""
    pack = PACKS.get(language, PLAIN)
    known = pack.folded.get(word)
    if known is not None:
        return known
    if word in pack.negations:  # "none" is not to become "non"
        return word
    stem = pack.stem(word)
    return pack.folded.get(stem, stem)


@lru_cache
def folded_verbs(language: str) -> frozenset[str]:
    """Return the terms of a language that are known to be verbs."""
    return frozenset(fold_word(verb, language) for verb in PACKS.get(language, PLAIN).verbs)


@lru_cache
def folded_kin(language: str) -> dict[str, frozenset[int]]:
    """Return each term that has others near in meaning, with the numbers of its groups."""
    kin: dict[str, frozenset[int]] = {}
    for word, groups in PACKS.get(language, PLAIN).kin.items():
        term = fold_word(word, language)
        kin[term] = kin.get(term, frozenset()) | groups
    return kin


@lru_cache
def folded_opposites(language: str) -> dict[str, frozenset[str]]:
    """Return each term that has opposites, with them."""
    opposites: dict[str, frozenset[str]] = {}
    for sides in PACKS.get(language, PLAIN).opposites:
        one, other = (frozenset(fold_word(word, language) for word in side) for side in sides)
        for term, against in (*dict.fromkeys(one, other).items(), *dict.fromkeys(other, one).items()):
            opposites[term] = opposites.get(term, frozenset()) | against
    return opposites


@lru_cache
def _pairs(language: str) -> dict[str, dict[str, str]]:
    """Return first word → second word → the term of both."""
    pairs: dict[str, dict[str, str]] = {}
    for (first, second), term in PACKS.get(language, PLAIN).pairs.items():
        pairs.setdefault(first, {})[second] = term
    return pairs


def number_of(word: str, pack: WordForms) -> str | None:
    """Return a number's value in digits, or None if the word is no number."""
    if not word[0].isdigit():
        return pack.numbers.get(word)
    return THOUSANDS.sub("", ORDINAL.sub("", word)).rstrip(".,").replace(",", ".")


def grown_number(value: str, word: str, pack: WordForms) -> str | None:
    """Return what ``word`` makes of the number before it ("five", "million"), None if nothing."""
    if len(value) > MAX_DIGITS or value.count(".") > 1 or not value.isascii():
        return None
    scale = pack.scales.get(word)
    if scale is not None:
        return f"{float(value) * scale:.15g}"
    unit = pack.numbers.get(word)
    if unit is not None and len(unit) == 1 and len(value) == 2 and value[1] == "0" and value != "10":
        return str(int(value) + int(unit))
    return None
