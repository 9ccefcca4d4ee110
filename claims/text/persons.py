"""The persons of one article: which names are one person, and which person a name means.

Enter at ``Register``. Full names come first: "Ilham Aliyev" and "Heydar Aliyev" are two persons, "Neil
Bradley" and "Neil L. Bradley" one. A single name is then the one person who bears it; where two bear it,
title, gender and place in the article decide, and if they do not, nobody is meant.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from claims.text.appositions import office_apposed
from claims.text.first_names import gender_of
from claims.text.languages.naming import Naming
from claims.text.media import is_medium
from claims.text.name_forms import (
    are_one,
    bare_keys,
    first_gender,
    last_words,
    opens_sentence,
    persons_name,
    says_more,
    shortened,
    without_ending,
)
from claims.text.names import NameUse
from claims.text.positions import MAX_LETTERS, gender_told, position_after, position_before

#: paragraphs looked back at for a namesake's full name, the name's own included
PARAGRAPHS_BACK = 2
#: times as often a person must be named to be meant by the surname that others bear too
FAR_MORE = 3
#: persons of one name; further ones are not told apart: bounds the work on hostile text
MAX_NAMESAKES = 40
#: the "gender" of organisations, which are registered like persons
THING = "n"


@dataclass(eq=False, slots=True)
class Person:
    """Somebody whom the article names."""

    #: the fullest name, in the form in which names are compared, without "Jr"
    keys: tuple[str, ...]
    uses: list[NameUse] = field(default_factory=list)
    #: where the article itself, outside speech, names this person in full, rising
    named_in_full: list[int] = field(default_factory=list)
    #: small forms of the words before the name: "president"
    titles: set[str] = field(default_factory=set)
    #: "m", "f" or "" for unknown
    gender: str = ""
    #: a first name, a title or a place inside a sentence shows that this is a person
    is_certain: bool = False
    #: how the article calls somebody whom it does not name ("a spokesman for the ministry")
    label: str = ""
    #: named by somebody's speech alone; nobody the article itself knows
    is_spoken_of: bool = True
    #: where the article names this person in full beside an office, and where name or office begin there
    introduced: dict[int, int] = field(default_factory=dict)

    def add(self, use: NameUse, title: str = "") -> None:
        """Take a use of the name, with the words before it if they are a title."""
        self.uses.append(use)
        if not use.spoken:
            self.is_spoken_of = False
            if len(use.keys) > 1:
                self.named_in_full.append(use.start)
        if use.titled:
            self.is_certain = True
            self.titles.update(title.lower().split())


#: longer runs of capitals in a headline are its words
MAX_HEADLINE_NAME = 3


#: full names of one person that are looked at for an office
MAX_INTRODUCTIONS = 4


class Register:
    """All persons of an article, found by name."""

    def __init__(self, text: str, uses: Iterable[NameUse], naming: Naming, body_start: int = 0) -> None:
        self._text = text
        self._naming = naming
        self.persons: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}
        self._alone: dict[str, list[NameUse]] = {}
        self._before: dict[int, str] = {}
        self._after: dict[int, str] = {}
        headline, sure, unsure, single = _sorted_out(uses, body_start)
        for use in sure:
            self._add_full(use)
        for use in unsure:
            self._add_full(use)
        for person in self.persons:
            person.named_in_full.sort()
        for use in single:
            self._add_single(use)
        for use in headline:
            self._add_from_headline(use)
        for person in self.persons:
            self._settle(person)

    # -------------------------------------------------------------- building

    def _add_full(self, use: NameUse) -> None:
        keys = self._stemmed(bare_keys(use))
        for person in self._by_word.get(keys[-1], ())[:MAX_NAMESAKES]:
            if len(person.keys) < 2 or not are_one(keys, person.keys):
                continue
            if len(keys) > len(person.keys):
                if gender_of(person.keys[0]) and not gender_of(keys[0]):  # "Rival Hillary Clinton"
                    use = last_words(use, len(person.keys))
                else:
                    person.keys = keys
                    self._index(person)
            self._give(person, use)
            return
        self._new(keys, use)

    def _add_single(self, use: NameUse) -> None:
        key = self._stemmed(bare_keys(use))[-1]
        bearers = self._known_bearers(key)
        if len(bearers) == 1:
            self._give(bearers[0], use)
        elif bearers:
            person = self.find(use, use.gender)
            if person is not None:
                self._give(person, use)
        elif use.titled or first_gender(use):
            self._new((key,), use)
        else:
            self._alone.setdefault(key, []).append(use)

    def _known_bearers(self, key: str, gender: str = "") -> list[Person]:
        """Those who bear a name: whom the article itself names before others, certain ones before others."""
        bearers = self._by_word.get(key, [])
        if len(bearers) > 1 and gender:
            bearers = [person for person in bearers if person.gender in ("", gender)] or bearers
        if len(bearers) > 1:
            bearers = [person for person in bearers if not person.is_spoken_of] or bearers
        if len(bearers) > 1:
            bearers = [person for person in bearers if person.is_certain] or bearers
        return bearers

    def _add_from_headline(self, use: NameUse) -> None:
        """Add a name of the headline, whose capitals may run over it ("Katherine Scarlett Confirmed")."""
        keys = self._stemmed(use.keys)
        for length in range(len(keys), 0, -1):
            bearers = self._known_bearers(keys[length - 1])
            if len(bearers) == 1 and (length == 1 or are_one(keys[:length], bearers[0].keys[-length:])):
                self._give(bearers[0], shortened(use, length))
                return
        if len(keys) == 1:
            self._add_single(use)
        elif gender_of(keys[0]) and len(keys) <= MAX_HEADLINE_NAME:
            self._add_full(use)

    def _new(self, keys: tuple[str, ...], use: NameUse) -> Person:
        person = Person(keys, is_certain=bool(first_gender(use)))
        self.persons.append(person)
        self._give(person, use)
        self._index(person)
        return person

    def _give(self, person: Person, use: NameUse) -> None:
        person.add(use, self._text[use.office_start : use.start] if use.titled else "")
        if len(use.keys) > 1 and not person.is_certain:
            person.is_certain = not opens_sentence(self._text, use.start) and len(person.uses) > 1

    def _index(self, person: Person) -> None:
        for word in person.keys:
            if len(word) > 1 and word not in self._naming.particles:
                bearers = self._by_word.setdefault(word, [])
                if person not in bearers[:MAX_NAMESAKES] and len(bearers) < MAX_NAMESAKES:
                    bearers.append(person)

    def _settle(self, person: Person) -> None:
        """Work out what all uses together tell of a person."""
        person.uses.sort(key=lambda use: use.start)
        genders = {use.gender for use in person.uses if use.gender}
        full = [use for use in person.uses if len(use.keys) > 1] or person.uses
        told = next((gender for gender in map(first_gender, full) if gender), "")
        first = told if len(person.keys) > 1 or not genders else ""
        person.gender = first or (genders.pop() if len(genders) == 1 else "")
        self._introduce(person)
        if not person.is_certain and is_medium(person.keys):
            person.gender = THING

    def _introduce(self, person: Person) -> None:
        """Find where a person is named beside an office, which makes certain and may tell a gender."""
        full = [use for use in person.uses if len(use.words) > 1 and not use.spoken]
        for use in full[:MAX_INTRODUCTIONS]:
            position = self.office_before(use) or self.office_after(use)
            if position:
                apposed = office_apposed(self._text, use, self._naming)
                person.introduced[use.start] = apposed.start if apposed else use.office_start
                person.is_certain = True
                person.gender = person.gender or gender_told(position, self._naming)

    def _stemmed(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Take case endings off, in languages whose names have them."""
        endings = self._naming.case_endings
        return tuple(without_ending(key, endings) for key in keys) if endings else keys

    def add_acting(self, acts: Callable[[NameUse], bool]) -> None:
        """Take single names for persons' where ``acts`` says that the name speaks."""
        for person in self.persons:
            if not person.is_certain and len(person.keys) > 1:
                surnames = (use for use in person.uses if len(use.words) == 1 and not use.spoken)
                person.is_certain = any(acts(use) for use in surnames)
        for key, uses in list(self._alone.items()):
            if any(not use.spoken and not use.possessive and acts(use) for use in uses):
                del self._alone[key]
                person = self._new((key,), uses[0])
                for use in uses[1:]:
                    self._give(person, use)
                self._settle(person)
                word = uses[0].words[0]
                if word.isupper() and 1 < len(word) <= MAX_LETTERS and not person.is_certain:
                    person.gender = THING

    # -------------------------------------------------------------- asking

    def is_ambiguous(self, use: NameUse) -> bool:
        """Say whether several persons of the article bear the name."""
        keys = self._stemmed(bare_keys(use))
        return len(keys) == 1 and len(self._known_bearers(keys[-1])) > 1

    def find(self, use: NameUse, gender: str = "") -> Person | None:
        """Return the one person that a name means at its place; None if nobody or several."""
        keys = self._stemmed(bare_keys(use))
        if len(keys) > 1:
            bearers = self._by_word.get(keys[-1], [])
            found = [person for person in bearers if are_one(keys, person.keys) or person.keys == keys[-1:]]
        else:
            found = self._known_bearers(keys[0], gender)
            found = [person for person in found if person.keys[-1] == keys[0]] or found
        return self._only(found, use, gender)

    def _only(self, found: list[Person], use: NameUse, gender: str) -> Person | None:
        """Narrow several bearers of one name down; two readings left are none."""
        for keep in (
            lambda person: not person.is_spoken_of,
            lambda person: person.is_certain,
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
        return not person.titles.isdisjoint(self._text[use.office_start : use.start].lower().split())

    def _nearest(self, found: list[Person], use: NameUse) -> Person | None:
        """Return the one of several namesakes whom the paragraph, or the one before, names in full.

        Where none or several are, it is the one whom the article names far more often.
        """
        end = use.start
        for _ in range(PARAGRAPHS_BACK):
            begin = self._text.rfind("\n", 0, end) + 1
            near = [person for person in found if _named_between(person, begin, use.start)]
            if near:
                return near[0] if len(near) == 1 else None
            end = max(0, begin - 1)
            while end > 0 and self._text[end - 1].isspace():
                end -= 1
        often = sorted((len(person.uses), at) for at, person in enumerate(found))
        if len(often) > 1 and often[-1][0] >= FAR_MORE * max(1, often[-2][0]):
            return found[often[-1][1]]
        return None

    # -------------------------------------------------------------- telling

    def office_before(self, use: NameUse) -> str:
        """Return the words of office before a use of a name; each use is asked about again and again."""
        known = self._before.get(use.start)
        if known is None:
            known = self._before[use.start] = position_before(self._text, use, self._naming)
        return known

    def office_after(self, use: NameUse) -> str:
        """Return the office in an apposition after a use of a name."""
        known = self._after.get(use.end)
        if known is None:
            known = self._after[use.end] = position_after(self._text, use.end, self._naming)
        return known

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
        if not self._naming.case_endings:
            return names[0]
        shortest = min(names, key=len)
        return self._naming.nominative(shortest) if self._naming.nominative is not None else shortest

    def aliases_of(self, person: Person) -> tuple[str, ...]:
        """Return the other names that the article itself uses for a person, in order."""
        if person.gender == THING or person.label:
            return ()
        name = self.name_of(person)
        forms = dict.fromkeys(persons_name(use) for use in person.uses if not use.spoken)
        return tuple(form for form in forms if form != name)

    def position_of(self, person: Person) -> str:
        """Return the office that the article gives a person first, in its fullest words; empty if none."""
        found = ""
        for use in person.uses:
            if use.spoken:
                continue
            position = self.office_before(use)
            if not position and len(use.words) > 1 and not use.possessive:
                position = self.office_after(use)
            if position and (not found or says_more(position, found)):
                found = position
        return found


def _sorted_out(uses: Iterable[NameUse], body_start: int) -> tuple[list[NameUse], ...]:
    """Sort names: of the headline, in full with a first name or title, other full ones, single ones."""
    headline: list[NameUse] = []
    sure: list[NameUse] = []
    unsure: list[NameUse] = []
    single: list[NameUse] = []
    for use in uses:
        if use.start < body_start:
            headline.append(use)
        elif len(bare_keys(use)) == 1:
            single.append(use)
        elif use.titled or first_gender(use):
            sure.append(use)
        else:
            unsure.append(use)
    return headline, sure, unsure, single


def _named_between(person: Person, begin: int, end: int) -> bool:
    at = bisect_left(person.named_in_full, begin)
    return at < len(person.named_in_full) and person.named_in_full[at] < end
