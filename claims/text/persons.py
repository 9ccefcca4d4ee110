"""The persons of one article: which names are one person, and which person a name means.

Enter at ``Register``. Full names come first: "Ilham Aliyev" and "Heydar Aliyev" are two persons, "Neil
Bradley" and "Neil L. Bradley" one. A single name is then the one person who bears it; where two bear it,
title, gender and place in the article decide, and if they do not, nobody is meant.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from claims.text.first_names import gender_of
from claims.text.languages.naming import Naming
from claims.text.names import GENERATIONS, NameUse
from claims.text.titles import MAX_LETTERS, capitalised, position_after, position_before, spell_out

#: the "gender" of organisations, which are registered like persons
THING = "n"


@dataclass(eq=False, slots=True)
class Person:
    """Somebody whom the article names."""

    #: the fullest name, in the form in which names are compared, without "Jr"
    keys: tuple[str, ...]
    uses: list[NameUse] = field(default_factory=list)
    #: "m", "f" or "" for unknown
    gender: str = ""
    #: a first name, a title or a verb of speech shows that this is a person
    is_certain: bool = False
    #: how the article calls somebody whom it does not name ("a spokesman for the ministry")
    label: str = ""
    #: named by somebody's speech alone; nobody the article itself knows
    is_spoken_of: bool = True

    @property
    def first_use(self) -> NameUse:
        """The first use outside speech; inside it, if there is no other."""
        return next((use for use in self.uses if not use.spoken), self.uses[0])


#: longer runs of capitals in a headline are its words
MAX_HEADLINE_NAME = 3


def shortened(use: NameUse, length: int) -> NameUse:
    """Return a name without the words after its first ``length``."""
    if length == len(use.keys):
        return use
    words = use.words[:length]
    end = use.start + len(" ".join(words))
    return replace(use, words=words, keys=use.keys[:length], end=end, possessive=False)


def bare_keys(use: NameUse) -> tuple[str, ...]:
    """Return a name's words for comparison, without "Jr" and the like."""
    keys = use.keys[:-1] if len(use.keys) > 1 and use.keys[-1] in GENERATIONS else use.keys
    if any("-" in key for key in keys):  # "Kim Jong-Un" and "Kim Jong Un" are one
        return tuple(part for key in keys for part in key.split("-") if part)
    return keys


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


#: longer words that differ in vowels alone are one name, misspelt: "Kristen", "Kristin"
MIN_MISSPELT = 6
VOWELS = str.maketrans("", "", "aeiouy")


def _consonants(word: str) -> str:
    return word[0] + word[1:-1].translate(VOWELS) + word[-1]


class Register:
    """All persons of an article, found by name."""

    def __init__(self, text: str, uses: Iterable[NameUse], naming: Naming, body_start: int = 0) -> None:
        self._text = text
        self._naming = naming
        self.persons: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}
        self._alone: dict[str, list[NameUse]] = {}
        single: list[NameUse] = []
        headline: list[NameUse] = []
        for use in uses:
            if use.start < body_start:
                headline.append(use)
            elif len(bare_keys(use)) > 1:
                self._add_full(use)
            else:
                single.append(use)
        for use in single:
            self._add_single(use)
        for use in headline:
            self._add_from_headline(use)
        for person in self.persons:
            self._settle(person)

    # -------------------------------------------------------------- building

    def _add_full(self, use: NameUse) -> None:
        keys = self._stemmed(bare_keys(use))
        for person in self._by_word.get(keys[-1], ()):
            if len(person.keys) > 1 and are_one(keys, person.keys):
                person.uses.append(use)
                if len(keys) > len(person.keys):
                    person.keys = keys
                    self._index(person)
                return
        self._new(keys, use)

    def _add_single(self, use: NameUse) -> None:
        key = self._stemmed(bare_keys(use))[-1]
        bearers = self._by_word.get(key, [])
        outside = [person for person in bearers if any(not u.spoken for u in person.uses)] or bearers
        if len(outside) == 1:
            outside[0].uses.append(use)
        elif not outside and (use.titled or gender_of(use.keys[0])):
            self._new((key,), use)
        elif not outside:
            self._alone.setdefault(key, []).append(use)

    def _add_from_headline(self, use: NameUse) -> None:
        """Add a name of the headline, whose capitals may run over it ("Katherine Scarlett Confirmed")."""
        keys = self._stemmed(use.keys)
        for length in range(len(keys), 0, -1):
            bearers = self._by_word.get(keys[length - 1], [])
            if len(bearers) == 1 and (length == 1 or are_one(keys[:length], bearers[0].keys[-length:])):
                bearers[0].uses.append(shortened(use, length))
                return
        if len(keys) == 1:
            self._add_single(use)
        elif gender_of(keys[0]) and len(keys) <= MAX_HEADLINE_NAME:
            self._add_full(use)

    def _new(self, keys: tuple[str, ...], use: NameUse) -> Person:
        person = Person(keys, [use])
        self.persons.append(person)
        self._index(person)
        return person

    def _index(self, person: Person) -> None:
        for word in person.keys:
            if len(word) > 1 and word not in self._naming.particles:
                bearers = self._by_word.setdefault(word, [])
                if person not in bearers:
                    bearers.append(person)

    def _settle(self, person: Person) -> None:
        """Work out what all uses together tell of a person."""
        person.uses.sort(key=lambda use: use.start)
        person.is_spoken_of = all(use.spoken for use in person.uses)
        genders = {use.gender for use in person.uses if use.gender}
        first = gender_of(person.keys[0]) if len(person.keys) > 1 or not genders else ""
        person.gender = first or (genders.pop() if len(genders) == 1 else "")
        person.is_certain = bool(person.gender) or any(use.titled for use in person.uses)

    def _stemmed(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Take case endings off, in languages whose names have them."""
        endings = self._naming.case_endings
        return tuple(_without_ending(key, endings) for key in keys) if endings else keys

    # -------------------------------------------------------------- asking

    def add_acting(self, acts: Callable[[NameUse], bool]) -> None:
        """Take single names for persons' where ``acts`` says that the name speaks."""
        for key, uses in list(self._alone.items()):
            if any(not use.spoken and not use.possessive and acts(use) for use in uses):
                del self._alone[key]
                person = self._new((key,), uses[0])
                person.uses = uses
                self._settle(person)
                word = uses[0].words[0]
                if word.isupper() and 1 < len(word) <= MAX_LETTERS and not person.is_certain:
                    person.gender = THING

    def is_ambiguous(self, use: NameUse) -> bool:
        """Say whether several persons of the article bear the name."""
        keys = self._stemmed(bare_keys(use))
        bearers = [person for person in self._by_word.get(keys[-1], ()) if not person.is_spoken_of]
        return len(keys) == 1 and len(bearers) > 1

    def find(self, use: NameUse, gender: str = "") -> Person | None:
        """Return the one person that a name means at its place; None if nobody or several."""
        keys = self._stemmed(bare_keys(use))
        bearers = self._by_word.get(keys[-1], [])
        if len(keys) > 1:
            found = [person for person in bearers if are_one(keys, person.keys) or person.keys == keys[-1:]]
        else:
            found = self._bearers_of_single(keys[0], bearers)
        return self._only(found, use, gender)

    def _bearers_of_single(self, key: str, bearers: list[Person]) -> list[Person]:
        """Those whose last name it is, before those whose first name it is."""
        named = [person for person in bearers if not person.is_spoken_of] or bearers
        by_last = [person for person in named if person.keys[-1] == key]
        return by_last or named

    def _only(self, found: list[Person], use: NameUse, gender: str) -> Person | None:
        """Narrow several bearers of one name down; two readings left are none."""
        for keep in (
            lambda person: not person.is_spoken_of,
            lambda person: not gender or person.gender in ("", gender),
            lambda person: person.uses[0].start <= use.start,
            lambda person: self._shares_title(person, use),
        ):
            if len(found) < 2:
                break
            found = [person for person in found if keep(person)] or found
        return found[0] if len(found) == 1 else self._nearest(found, use)

    def _shares_title(self, person: Person, use: NameUse) -> bool:
        """Say whether the person bears the title that stands before the name here."""
        if not use.titled:
            return True
        here = self._text[use.office_start : use.start].lower().split()
        return any(
            word in self._text[other.office_start : other.start].lower().split()
            for other in person.uses
            if other.titled and len(other.keys) > 1
            for word in here
        )

    def _nearest(self, found: list[Person], use: NameUse) -> Person | None:
        """Return the one of several namesakes that the same paragraph names in full before."""
        paragraph = self._text.rfind("\n", 0, use.start) + 1
        near = [
            person
            for person in found
            if any(paragraph <= u.start < use.start and len(u.keys) > 1 for u in person.uses)
        ]
        return near[0] if len(near) == 1 else None

    # -------------------------------------------------------------- telling

    def name_of(self, person: Person) -> str:
        """Return the fullest name that the article gives a person, without titles."""
        if person.label:
            return person.label
        uses = [use for use in person.uses if not use.spoken] or person.uses
        fullest = max(len(use.words) for use in uses)
        shown = [persons_name(use) for use in uses if len(use.words) == fullest]
        return self._nominative(shown)

    def _nominative(self, names: list[str]) -> str:
        """The form without case ending, where names have such: the shortest; else the first."""
        return min(names, key=len) if self._naming.case_endings else names[0]

    def aliases_of(self, person: Person) -> tuple[str, ...]:
        """Return the other names that the article itself uses for a person, in order."""
        if person.gender == THING or person.label:
            return ()
        name = self.name_of(person)
        forms = dict.fromkeys(persons_name(use) for use in person.uses if not use.spoken)
        return tuple(form for form in forms if form != name)

    def position_of(self, person: Person) -> str:
        """Return the first office that the article gives a person; empty if none."""
        outside = [use for use in person.uses if not use.spoken]
        for use in outside:
            position = position_before(self._text, use, self._naming)
            if position:
                return position
            if len(use.words) > 1 and not use.possessive:
                position = position_after(self._text, use.end, self._naming)
                if position:
                    return position
        return ""


def shown_name(use: NameUse) -> str:
    """Return a name as it is shown: single spaces, no capitals throughout unless it is letters alone."""
    return spell_out(" ".join(use.words))


def persons_name(use: NameUse) -> str:
    """Return a person's name as it is shown: no capitals throughout ("LEE" → "Lee")."""
    name = " ".join(use.words)
    return capitalised(name) if name.isupper() and len(name) > 1 else name


def _without_ending(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= MIN_STEM:
            return word[: -len(ending)]
    return word


#: shorter stems are no names
MIN_STEM = 3
