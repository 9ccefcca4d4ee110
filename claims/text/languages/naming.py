"""The words by which a language names people: a part of each language pack.

All words are in small letters, as ``str.lower`` makes them. Genders are "m", "f", "n" (a thing or an
organisation), "p" (several), or "" where the word does not tell.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Naming:
    """How one language speaks of persons and organisations."""

    #: "mr" → "m"; stand before a surname and are never part of the name or of an office
    courtesy: Mapping[str, str]
    #: nouns for an office or role, with the gender they tell: "president" → "", "spokeswoman" → "f"
    roles: Mapping[str, str]
    #: words that may stand in an office before or between its nouns: "acting", "vice", "of", "the"
    office_words: frozenset[str]
    #: nouns for organisations: "ministry", "council", "police"
    organisations: frozenset[str]
    #: nouns for several people: "officials", "experts"
    groups: frozenset[str]
    #: third-person pronouns and possessives with their gender; the first and second person is ""
    pronouns: Mapping[str, str]
    #: "who", "which": stand for the name right before them
    relatives: frozenset[str]
    #: "the", "this": a nominal with one of these points back
    definite: frozenset[str]
    #: "a", "one": a nominal with one of these introduces somebody
    indefinite: frozenset[str]
    #: small words inside names: "van", "de", "al"
    particles: frozenset[str]
    #: "and": joins two speakers of one quote
    joiners: frozenset[str]
    #: capitalised where a sentence opens, or names of days, peoples and media: nobody's name
    not_names: frozenset[str]
    #: prepositions and like words before which a subject cannot stand: "of", "with", "against"
    prepositions: frozenset[str]
    #: auxiliaries and verbs of speech that follow a subject; with ``verb_endings`` they tell subjects
    verbs: frozenset[str] = frozenset()
    #: endings of finite verbs: "ed"
    verb_endings: tuple[str, ...] = ()
    #: labels of a transcript that name nobody: "q", "question", "reporter"
    questioners: frozenset[str] = frozenset()
    #: labels that stand for the person asked: "a", "answer"
    answerers: frozenset[str] = frozenset()
    #: words before a colon that label no speaker: "photo", "update", "note"
    not_labels: frozenset[str] = frozenset()
    #: first names told by ending, if the language has such: "ова" → "f"
    endings: Mapping[str, str] = field(default_factory=dict)
