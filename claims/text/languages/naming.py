"""The words by which a language names people: a part of each language pack.

All words are in small letters; the forms without accents are added, so that a look-up may use either.
Genders are "m", "f", "n" (a thing or an
organisation), "p" (several), or "" where the word does not tell; FIRST_PERSON marks "I", "we", "you".
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import lru_cache
from typing import Any

from claims.text.folding import fold_text

#: no word is longer
MAX_WORD = 1_000_000
#: the "gender" of pronouns of the first and second person: whoever uses them is speaking
FIRST_PERSON = "1"


def words(text: str) -> frozenset[str]:
    """Return the words of a list that is written as a text."""
    return frozenset(text.split())


def _with_folded(value: Any) -> Any:
    """Add the forms without accents to a set, mapping or tuple of words."""
    if isinstance(value, frozenset):
        return value | {fold_text(word) for word in value}
    if isinstance(value, tuple):
        return tuple(dict.fromkeys([*value, *(fold_text(word) for word in value)]))
    return {**{fold_text(word): meaning for word, meaning in value.items()}, **value}


@dataclass(frozen=True, slots=True, eq=False)
class Naming:
    """How one language speaks of persons and organisations. There is one of each: compared by identity."""

    #: "mr" → "m"; stand before a surname and are never part of the name or of an office
    courtesy: Mapping[str, str]
    #: nouns for an office or role, with the gender they tell: "president" → "", "spokeswoman" → "f"
    roles: Mapping[str, str]
    #: words that may stand in an office before or between its nouns: "acting", "vice", "of", "the"
    office_words: frozenset[str]
    #: small words that join an office to what it is held of: "of", "for", "the"
    office_links: frozenset[str]
    #: nouns for organisations: "ministry", "council", "police"
    organisations: frozenset[str]
    #: nouns for several people: "officials", "experts"
    groups: frozenset[str]
    #: pronouns and possessives with their gender or FIRST_PERSON
    pronouns: Mapping[str, str]
    #: those of them that are subjects: "he", "she"
    subject_pronouns: frozenset[str]
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
    #: of those, the ones before places, never before people: "in"
    place_prepositions: frozenset[str] = frozenset()
    #: nouns that end the names of places and things: "street", "prize", "war"
    things: frozenset[str] = frozenset()
    #: phrases that name who says something without a verb: "according to"
    source_phrases: tuple[str, ...] = ()
    #: auxiliaries and verbs of speech that follow a subject; with ``verb_endings`` they tell subjects
    verbs: frozenset[str] = frozenset()
    #: of verbs, those that both sides do: "met"
    mutual_verbs: frozenset[str] = frozenset()
    #: endings of finite verbs: "ed"
    verb_endings: tuple[str, ...] = ()
    #: endings of verbs that nouns share; right behind a name they are a verb's: "s" in "Orlan stands"
    verb_endings_after_names: tuple[str, ...] = ()
    #: endings of words that are no nouns: "ly", "ing"
    no_noun_endings: tuple[str, ...] = ()
    #: last letters of plural nouns, as in "Orlan supporters": the name before such a noun is no speaker
    plural_endings: frozenset[str] = frozenset()
    #: nouns of one meaning, with their words: "head state" → "president", "king"; "premier" → "minister"
    same_office: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: titles that shorten an office: "sen" → "senator"
    short_offices: Mapping[str, str] = field(default_factory=dict)
    #: words that make another office of one: "the president" is no vice president
    lesser: frozenset[str] = frozenset()
    #: words beside a noun that tell nothing about the office: "new", "visiting"
    empty_qualifiers: frozenset[str] = frozenset()
    #: a noun without an article may point back ("президент сказал")
    has_articles: bool = True
    #: labels of a transcript that name nobody: "q", "question", "reporter"
    questioners: frozenset[str] = frozenset()
    #: labels that stand for the person asked: "a", "answer"
    answerers: frozenset[str] = frozenset()
    #: words before a colon that label no speaker: "photo", "update", "note"
    not_labels: frozenset[str] = frozenset()
    #: words before a colon that name a picture's maker: "photo"
    caption_words: frozenset[str] = frozenset()
    #: ends of compound nouns for a role, with their gender: "minister" in "Außenminister"
    role_endings: Mapping[str, str] = field(default_factory=dict)
    #: ends of compound nouns for an organisation: "ministerium" in "Innenministerium"
    organisation_endings: tuple[str, ...] = ()
    #: case endings that a name takes, longest first: "ого", "а"; names are compared without them
    case_endings: tuple[str, ...] = ()
    #: nouns for what is told and nobody tells: "Schätzung", "étude"; and ends of such nouns
    told_nouns: frozenset[str] = frozenset()
    told_endings: tuple[str, ...] = ()
    #: what an office is held of follows it without a small word: "президент РФ"
    has_genitive_behind: bool = False
    #: an article may be a part of an organisation's name: "La Poste"
    has_articles_in_names: bool = False
    #: gives nouns in the forms of other cases, with the form in a dictionary: "министра" → "министр"
    noun_forms: Callable[[Iterable[str]], dict[str, str]] | None = None
    #: gives a name in the form without case ending, where one can be told
    nominative: Callable[[str], str] | None = None

    #: all nouns for persons, groups and organisations, without those told by their ends
    people_nouns: frozenset[str] = field(init=False, default=frozenset())
    #: words that no phrase of article and noun goes on over
    nominal_stops: frozenset[str] = field(init=False, default=frozenset())

    #: the forms that ``noun_forms`` gives of the nouns for people
    base_forms: Mapping[str, str] = field(init=False, default_factory=dict)
    #: lengths of ``role_endings``, the longest first
    ending_lengths: tuple[int, ...] = field(init=False, default=())
    #: no compound is shorter than its end
    shortest_ending: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        if self.noun_forms is not None:
            self._add_forms(self.noun_forms)
        for part in fields(self):
            value = getattr(self, part.name)
            if part.init and isinstance(value, frozenset | tuple | Mapping):
                object.__setattr__(self, part.name, _with_folded(value))
        object.__setattr__(self, "nominal_stops", self.prepositions | self.verbs)
        lengths = sorted({len(end) for end in self.role_endings}, reverse=True)
        object.__setattr__(self, "ending_lengths", tuple(lengths))
        object.__setattr__(self, "shortest_ending", lengths[-1] if lengths else MAX_WORD)
        object.__setattr__(self, "people_nouns", self.organisations | self.groups | frozenset(self.roles))

    def _add_forms(self, noun_forms: Callable[[Iterable[str]], dict[str, str]]) -> None:
        roles = noun_forms(self.roles)
        organisations, groups = noun_forms(self.organisations), noun_forms(self.groups)
        bases = {**roles, **organisations, **groups}
        known = self.organisations | self.groups | frozenset(self.roles)
        gendered = {form: self.roles[base] for form, base in roles.items()}
        object.__setattr__(self, "roles", {**gendered, **self.roles})
        object.__setattr__(self, "organisations", self.organisations | frozenset(organisations))
        object.__setattr__(self, "groups", self.groups | frozenset(groups))
        kept = {form: base for form, base in bases.items() if form not in known}
        object.__setattr__(self, "base_forms", _with_folded(kept))

    @property
    def has_compounds(self) -> bool:
        """Nouns for people are told by their ends too."""
        return bool(self.role_endings or self.organisation_endings)

    @property
    def personal_pronouns(self) -> frozenset[str]:
        """The pronouns and possessives that stand for one person."""
        return frozenset(word for word, gender in self.pronouns.items() if gender in ("m", "f"))

    def role_of(self, word: str) -> str | None:
        """Return the gender that ``word``, in small letters, tells as a role; None if it is no role."""
        gender = self.roles.get(word)
        if gender is not None:
            return gender
        if "-" in word:
            parts = word.split("-")
            return next((self.roles[part] for part in reversed(parts) if part in self.roles), None)
        return _role_by_end(self, word) if len(word) > self.shortest_ending else None

    def is_told_noun(self, word: str) -> bool:
        """Say whether ``word``, in small letters, is a noun for what is told, and for nobody who tells."""
        return word in self.told_nouns or (bool(self.told_endings) and word.endswith(self.told_endings))

    def is_organisation(self, word: str) -> bool:
        """Say whether ``word``, in small letters, is a noun for an organisation."""
        if word in self.organisations:
            return True
        return bool(self.organisation_endings) and word.endswith(self.organisation_endings)

    def is_people_noun(self, word: str) -> bool:
        """Say whether ``word``, in small letters, is a noun for a person, several, or an organisation."""
        if word in self.people_nouns:
            return True
        return ("-" in word or self.has_compounds) and (
            self.is_organisation(word) or self.role_of(word) is not None
        )


@lru_cache(maxsize=16384)
def _role_by_end(naming: Naming, word: str) -> str | None:
    """Return the gender that a compound tells by its end; articles use the same words again and again."""
    for length in naming.ending_lengths:
        gender = naming.role_endings.get(word[-length:])
        if gender is not None:
            return gender
    return None
