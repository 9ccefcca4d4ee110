"""Whether two names are one organisation's: its long name, its short one, its acronym, another language's.

Enter at ``read_organisation`` and ``compare_organisations``. Words of form ("ministry", "Ministerium") count
by meaning, so that "Norvand's Foreign Ministry" is the "Ministry of Foreign Affairs of Norvand"; every other
word must agree. Two ministries of two countries are never one.
"""

from dataclasses import dataclass

from claims.matching.name_words import (
    GENERIC,
    LEFT_OUT_IN_SHORT,
    MINISTRIES_IN_ONE_WORD,
    ORGANISATION_WORDS,
)
from claims.matching.person_names import ALIKE, HYPHENS, Likeness, Reason, word_likeness
from claims.text.names_across import WORD, fold_name

MAX_WORDS = 20
ACRONYM_LENGTH = range(2, 9)
#: small words that acronyms may leave out
UNCOUNTED = frozenset(
    (
        "of",
        "the",
        "for",
        "and",
        "in",
        "on",
        "de",
        "la",
        "le",
        "des",
        "du",
        "del",
        "der",
        "die",
        "für",
        "und",
        "to",
        "по",
        "и",
        "в",
    )
)


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """An organisation's name, read apart."""

    #: what its words of form mean, and all its other words as keys
    generic: frozenset[str]
    specific: tuple[str, ...]
    #: the name as an acronym, if it is one: "osce"
    acronym: str = ""
    #: the acronyms that its words make
    initials: frozenset[str] = frozenset()


def read_organisation(name: str) -> OrganisationName | None:
    """Read an organisation's name apart; None if it has no words."""
    written = WORD.findall(HYPHENS.sub("", name))[:MAX_WORDS]
    generic: set[str] = set()
    specific: list[str] = []
    for word in fold_name(HYPHENS.sub("", name)).split()[:MAX_WORDS]:
        if word in MINISTRIES_IN_ONE_WORD:
            generic.update(MINISTRIES_IN_ONE_WORD[word])
            continue
        meaning = ORGANISATION_WORDS.get(word)
        if meaning is None:
            specific.append(word)
        elif meaning:
            generic.add(meaning)
    if not generic and not specific:
        return None
    is_acronym = len(written) == 1 and written[0].isupper() and len(written[0]) in ACRONYM_LENGTH
    return OrganisationName(
        frozenset(generic),
        tuple(specific),
        acronym=written[0].casefold() if is_acronym else "",
        initials=_initials(written),
    )


def _initials(written: list[str]) -> frozenset[str]:
    """Return the acronyms of a name: of all its words, and of its longer ones."""
    longer = [word for word in written if word.casefold() not in UNCOUNTED]
    found = ("".join(word[0].casefold() for word in words) for words in (written, longer) if len(words) > 1)
    return frozenset(acronym for acronym in found if len(acronym) in ACRONYM_LENGTH)


def compare_organisations(left: OrganisationName, right: OrganisationName) -> Likeness | None:
    """Say how alike two names are, and why; None where they are two organisations'."""
    if left.acronym or right.acronym:
        if left.acronym in right.initials or right.acronym in left.initials:
            return Likeness(0.8 if len(left.acronym or right.acronym) > 2 else 0.55, Reason.ACRONYM)
        if left.acronym and right.acronym:
            return Likeness(0.9, Reason.SPELLING) if left.acronym == right.acronym else None
    short, long = sorted((left, right), key=lambda name: len(name.specific))
    pairs = _pair_words(short.specific, long.specific)
    if pairs is None:
        return None
    alike = min(pairs, default=1.0)
    if len(short.specific) == len(long.specific):
        return _compare_forms(left, right, alike)
    if short.specific:  # "Lakes League", "Lakes League of Sarmat": another word is another thing
        return None
    if short.generic and short.generic == long.generic:
        return Likeness(0.55, Reason.SHORT)  # "Foreign Ministry"; the country is left out
    return None


def _compare_forms(left: OrganisationName, right: OrganisationName, alike: float) -> Likeness | None:
    """Compare the words of form of two names whose other words agree."""
    if not left.specific:
        return None  # two ministries of two articles
    if left.generic == right.generic:
        return Likeness(0.95 * alike, Reason.SPELLING)
    added = left.generic ^ right.generic
    is_short = left.generic < right.generic or right.generic < left.generic
    if is_short and added <= LEFT_OUT_IN_SHORT:
        return Likeness(0.8 * alike, Reason.SHORT)
    return None


def _pair_words(fewer: tuple[str, ...], more: tuple[str, ...]) -> list[float] | None:
    """Return how alike each word is to its own one in the other name; None if one has none."""
    left = list(more)
    found: list[float] = []
    for word in fewer:
        best = max(left, key=lambda other: _likeness(word, other), default="")
        alike = _likeness(word, best) if best else 0.0
        if alike < ALIKE:
            return None
        left.remove(best)
        found.append(alike)
    return found


def _likeness(left: str, right: str) -> float:
    """Return how alike two words are; "Norvanda" is "Norvand" with the ending of another language."""
    short, long = sorted((left, right), key=len)
    if short != long and len(short) > 4 and long.startswith(short) and len(long) - len(short) <= 2:
        return 0.9
    return word_likeness(left, right)


def is_generic(name: OrganisationName) -> bool:
    """Say whether every country has such an organisation: "Foreign Ministry"."""
    return not name.specific and not name.acronym and name.generic <= GENERIC
