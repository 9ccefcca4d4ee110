"""Whether two names are spellings of one person's: read apart into first, middle and last, then compared.

Enter at ``read_person`` and ``compare_persons``. Two people of one surname are never one by the surname
alone: a first name must agree, as a spelling, an initial, or another form of it ("Bill", "William"). A bare
surname is a question (``Reason.SURNAME``), which ``name_pairs`` asks only where few people bear it.

Method: keys across spellings (``claims.text.names_across``); the likeness of two words is the normalised
Levenshtein similarity of their letters and of their sounds, by RapidFuzz.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from claims.matching.name_words import COURTESIES, FIRST_NAMES, GENERATIONS, PARTICLES, TITLES
from claims.text.first_names import gender_of
from claims.text.names_across import fold_name

#: below this likeness two words are no spellings of one
ALIKE = 0.84
#: with first names that are the same, long surnames may differ more: "Verkhoventsev", "Werchowenzew"
ALIKE_BESIDE_SAME = 0.72
LONG_WORD = 7
#: shorter words must be equal: "Li" and "Lu", "Wang" and "Wong" are two names
SHORT_WORD = 4
#: share of the letters in the likeness of two words; the rest is that of their sounds
LETTERS = 0.6
#: only so many words of a name are read
MAX_WORDS = 12

#: ends of German compounds that are titles, as keys
COMPOUNDED = (
    "minister",
    "ministerin",
    "president",
    "presidentin",
    "sprecher",
    "sprecherin",
    "kanzler",
    "kanzlerin",
)
HYPHENS = re.compile(r"[-‐‑–]")
#: sounds that spellings disagree on, in order
SOUNDS = tuple(
    (re.compile(pattern), one)
    for pattern, one in (
        (r"tsch|dsch|dj|dzh", "j"),
        (r"ch|kh|h", "h"),
        (r"th", "t"),
        (r"ts|tz|cz|z|ß", "s"),
        (r"[cqg]", "k"),
        (r"w", "v"),
        (r"[aeiouy]+", "a"),
    )
)


class Reason(StrEnum):
    """Why two names may be one speaker's."""

    SPELLING = "spelling"  #: one name in two spellings or alphabets
    SURNAME = "surname"  #: a surname, alone or shortened, and a full name with it
    INITIALS = "initials"
    MIDDLE = "middle"  #: a name between first and last that only one has
    ORDER = "order"  #: the same words in another order
    TITLE = "title"  #: a title or office inside of one name
    FIRST_NAME = "first_name"  #: two forms of one first name
    SAME = "same"  #: the same name twice
    ACRONYM = "acronym"
    SHORT = "short"  #: an organisation's short name
    OFFICE = "office"  #: the same office

    @property
    def in_words(self) -> str:
        """What a person reads beside a proposal."""
        return IN_WORDS[self]


IN_WORDS = {
    Reason.SPELLING: "one name in two spellings",
    Reason.SURNAME: "one has only the surname, or a part of it",
    Reason.INITIALS: "one has initials where the other has names",
    Reason.MIDDLE: "one has another name in the middle",
    Reason.ORDER: "the same words in another order",
    Reason.TITLE: "one has a title in the name",
    Reason.FIRST_NAME: "two forms of one first name",
    Reason.SAME: "the same name twice",
    Reason.ACRONYM: "one is the other’s acronym",
    Reason.SHORT: "one is short for the other",
    Reason.OFFICE: "one is named by the office that the other holds",
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, and why that may be one speaker."""

    score: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, read apart. All words are keys."""

    #: without titles, particles and what tells generations apart; never empty
    words: tuple[str, ...]
    #: whether a title stood before it
    is_titled: bool = False
    #: "jr" → "2"; empty if nothing tells
    generation: str = ""
    #: that a courtesy tells: m, f or ""
    gender: str = ""
    #: the halves of a double surname
    halves: tuple[str, ...] = ()

    @property
    def first(self) -> str:
        """The first word."""
        return self.words[0]

    @property
    def last(self) -> str:
        """The last word: the surname in most names."""
        return self.words[-1]

    @property
    def is_bare(self) -> bool:
        """Whether it is one word alone."""
        return len(self.words) == 1


def read_person(name: str) -> PersonName | None:
    """Read a person's name apart; None if it has no words."""
    written = name.split()[:MAX_WORDS]
    generation = ""
    if len(written) > 1 and (told := _generation(written[-1])):
        generation, written = told, written[:-1]
    words = fold_name(HYPHENS.sub("", " ".join(written))).split()
    gender = next((COURTESIES[word] for word in words[:-1] if word in COURTESIES), "")
    titled = _without_titles(words)
    bare = [word for word in titled if word not in PARTICLES] or titled
    if not bare:
        return None
    halves: tuple[str, ...] = ()
    if HYPHENS.search(written[-1]):
        parts = (fold_name(part).replace(" ", "") for part in HYPHENS.split(written[-1]))
        halves = tuple(part for part in parts if len(part) >= SHORT_WORD)
    return PersonName(tuple(bare), len(titled) < len(words), generation, gender, halves)


def _generation(word: str) -> str:
    """Return what a last word tells of father and son, or of kings: "2" for "Jr.", "xiv" for "XIV"."""
    bare = word.strip(".,")
    told = GENERATIONS.get(bare.casefold(), "")
    return told or (bare.casefold() if len(bare) > 1 and not bare.strip("IVX") else "")


def _without_titles(words: list[str]) -> list[str]:
    """Return the words after the last title; one that is a first name as well ("Dean") stays."""
    begin = 0
    for place, word in enumerate(words[:-1]):
        if _is_title(word) and not (gender_of(word) and place == len(words) - 2):
            begin = place + 1
    return words[begin:]


def _is_title(word: str) -> bool:
    """Say whether a word is a title, or a German compound that ends in one ("Außenministerin")."""
    return word in TITLES or word.endswith(COMPOUNDED)


def compare_persons(left: PersonName, right: PersonName) -> Likeness | None:
    """Say how alike two names are, and why; None where they are two people's."""
    if _generations_differ(left, right) or _genders_differ(left, right):
        return None
    compare = _compare_bare if left.is_bare or right.is_bare else _compare_full
    found = compare(left, right)
    if found is not None and left.generation != right.generation:
        return Likeness(found.score * ONE_GENERATION, found.reason)
    return found


#: "George H. W. Bush" and "George W. Bush"
OTHER_MIDDLES = 0.7
#: a "Jr." that only one outlet writes; its bearer's father may be meant
ONE_GENERATION = 0.7


def _compare_bare(left: PersonName, right: PersonName) -> Likeness | None:
    bare, full = (left, right) if left.is_bare else (right, left)
    if full.is_bare:
        if bare.last == full.last:
            return Likeness(0.6, Reason.TITLE if bare.is_titled != full.is_titled else Reason.SAME)
        alike = word_likeness(bare.last, full.last)
        is_one = alike >= ALIKE and min(len(bare.last), len(full.last)) > SHORT_WORD + 1
        return Likeness(0.75 * alike, Reason.SPELLING) if is_one and not _is_feminine(bare, full) else None
    if bare.last == full.last:
        return Likeness(0.66, Reason.SURNAME)
    if bare.last in full.halves:
        return Likeness(0.6, Reason.SURNAME)
    alike = word_likeness(bare.last, full.last)
    if alike >= ALIKE and len(bare.last) > SHORT_WORD + 1 and not _is_feminine(bare, full):
        return Likeness(0.64 * alike, Reason.SURNAME)
    return None


def _compare_full(left: PersonName, right: PersonName) -> Likeness | None:
    if "".join(left.words) == "".join(right.words):
        return Likeness(0.97, Reason.TITLE if left.is_titled != right.is_titled else Reason.SPELLING)
    if sorted(left.words) == sorted(right.words) or _are_turned(left, right):
        return Likeness(0.93, Reason.ORDER)
    short, long = sorted((left, right), key=lambda name: len(name.words))
    if long.is_titled and long.words[-len(short.words) :] == short.words:
        return Likeness(0.92, Reason.TITLE)  # "Prime Minister of Norvand Anselm Okarrin"
    if len(left.words) == len(right.words) == 2 and _is_swapped(left, right):
        return Likeness(0.88, Reason.ORDER)
    given = _compare_first(left.first, right.first)
    if given is None:
        return None
    surname = _compare_surnames(left, right, is_same_first=given.score == 1.0)
    if surname is None:
        return None
    middles = _compare_middles(left, right)
    if middles is None:
        return None
    reasons = [Reason.SPELLING, surname.reason, middles, given.reason]
    reason = max(reasons, key=_SPEAKS_LOUDER.index)
    if reason is Reason.SPELLING and left.is_titled != right.is_titled:
        reason = Reason.TITLE
    doubt = OTHER_MIDDLES if 2 < len(left.words) != len(right.words) > 2 else 1.0
    return Likeness(given.score * surname.score * _OF_REASON[reason] * doubt, reason)


#: of several reasons the later one is told
_SPEAKS_LOUDER = [Reason.SPELLING, Reason.MIDDLE, Reason.FIRST_NAME, Reason.INITIALS, Reason.SURNAME]
#: what a proposal for the reason is worth where all words agree
_OF_REASON = {
    Reason.SPELLING: 0.97,
    Reason.TITLE: 0.97,
    Reason.MIDDLE: 0.9,
    Reason.FIRST_NAME: 0.85,
    Reason.INITIALS: 0.8,
    Reason.SURNAME: 0.75,
}


def _compare_first(left: str, right: str) -> Likeness | None:
    """Compare first names: a spelling, an initial, another form; None for two people's."""
    if left == right:
        return Likeness(1.0, Reason.SPELLING)
    if _is_initial(left, right):
        return Likeness(1.0, Reason.INITIALS)
    if len(left) == 1 or len(right) == 1:
        return None
    genders = {gender_of(left), gender_of(right)} - {""}
    if len(genders) > 1 or left + "a" == right or right + "a" == left:
        return None
    alike = word_likeness(left, right)
    if alike >= ALIKE and min(len(left), len(right)) >= SHORT_WORD:
        return Likeness(alike, Reason.SPELLING)
    if FIRST_NAMES.get(left, set()) & FIRST_NAMES.get(right, set()):
        return Likeness(0.98, Reason.FIRST_NAME)
    return None


def _is_initial(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return len(short) == 1 and long.startswith(short)


def _compare_surnames(left: PersonName, right: PersonName, *, is_same_first: bool) -> Likeness | None:
    """Compare what follows the first names."""
    if left.last == right.last:
        return Likeness(1.0, Reason.SPELLING)
    alike = word_likeness(left.last, right.last)
    shorter = min(len(left.last), len(right.last))
    least = ALIKE_BESIDE_SAME if is_same_first and shorter >= LONG_WORD else ALIKE
    if alike >= least and shorter > SHORT_WORD and not _differs_in_ending(left.last, right.last):
        is_doubtful = len(left.first) == 1 or len(right.first) == 1
        return None if is_doubtful and _is_feminine(left, right) else Likeness(alike, Reason.SPELLING)
    if left.last in right.halves or right.last in left.halves:
        return Likeness(1.0, Reason.SURNAME)
    short, long = sorted((left, right), key=lambda name: len(name.words))
    if len(short.words) < len(long.words) and short.last in long.words[1:-1] and len(short.last) > 1:
        return Likeness(1.0, Reason.SURNAME)  # "Pedro Sánchez Pérez-Castejón"
    return None


def _compare_middles(left: PersonName, right: PersonName) -> Reason | None:
    """Compare what stands between; None where both have something and it differs."""
    fewer, more = sorted((left.words[1:-1], right.words[1:-1]), key=len)
    rest = iter(more)
    for word in fewer:
        if not any(_is_initial(word, other) or word_likeness(word, other) >= ALIKE for other in rest):
            short, long = sorted((left, right), key=lambda name: len(name.words))
            return Reason.MIDDLE if short.last in long.words[1:-1] else None
    if len(fewer) < len(more):
        return Reason.MIDDLE
    lengths = [(len(one), len(other)) for one, other in zip(fewer, more, strict=True)]
    is_shortened = any(one != other and 1 in (one, other) for one, other in lengths)
    return Reason.INITIALS if is_shortened else Reason.SPELLING


def _are_turned(left: PersonName, right: PersonName) -> bool:
    """Say whether one name begins with the last word of the other: "Kim Yong-nam", "Yong Nam Kim"."""
    return turned(left) == "".join(right.words) or turned(right) == "".join(left.words)


def turned(name: PersonName) -> str:
    """Return the letters of a name, its last word first."""
    return name.last + "".join(name.words[:-1])


def _is_swapped(left: PersonName, right: PersonName) -> bool:
    return all(
        word_likeness(one, other) >= ALIKE and min(len(one), len(other)) > 2
        for one, other in ((left.first, right.last), (left.last, right.first))
    )


def _generations_differ(left: PersonName, right: PersonName) -> bool:
    return bool(left.generation and right.generation) and left.generation != right.generation


def _genders_differ(left: PersonName, right: PersonName) -> bool:
    genders = {name.gender or ("" if name.is_bare else gender_of(name.first)) for name in (left, right)} - {
        ""
    }
    return len(genders) > 1


def _is_feminine(left: PersonName, right: PersonName) -> bool:
    """Say whether one surname is the feminine of the other ("Aliyev", "Aliyeva")."""
    short, long = sorted((left.last, right.last), key=len)
    return long == short + "a" or (short[:-1] == long[:-3] and long.endswith("aia") and short.endswith("i"))


def _differs_in_ending(left: str, right: str) -> bool:
    """Say whether two surnames differ as "Hansen" and "Hanson" do."""
    return left[:-2] == right[:-2] and {left[-2:], right[-2:]} == {"en", "on"}


@lru_cache(maxsize=50_000)
def sounds_of(word: str) -> str:
    """Return a key in rough sounds: "zelenski" and "selenski" have one."""
    for pattern, one in SOUNDS:
        word = pattern.sub(one, word)
    return word


@lru_cache(maxsize=50_000)
def consonants_of(word: str) -> str:
    """Return the rough consonants of a word, or the word where it has none: what names are looked up by."""
    return sounds_of(word).replace("a", "").replace("h", "") or word


def word_likeness(left: str, right: str) -> float:
    """Return how alike two words are, from 0 to 1; words of one to four letters are equal or not at all."""
    if left == right:
        return 1.0
    if min(len(left), len(right)) < SHORT_WORD:
        return 0.0
    letters = Levenshtein.normalized_similarity(left, right)
    return LETTERS * letters + (1 - LETTERS) * Levenshtein.normalized_similarity(
        sounds_of(left), sounds_of(right)
    )
