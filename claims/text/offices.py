"""Who holds which office in an article: "the Belarusian president" is the one who was introduced as that."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from claims.text.languages.naming import Naming
from claims.text.name_runs import fold_word
from claims.text.names import NameUse
from claims.text.persons import Person, Register
from claims.text.titles import Mention

#: "Belarus" and "Belarusian", "Russia" and "Russian" share this many first letters
MIN_STEM = 4


@dataclass(frozen=True, slots=True)
class _Office:
    """One office that the article gives a person."""

    person: Person
    nouns: frozenset[str]
    words: tuple[str, ...]
    #: told by a mere title, which many bear: "the senator" is whoever was named last
    is_title: bool = False


class Offices:
    """The offices that an article's introductions give its persons."""

    def __init__(self, text: str, register: Register, naming: Naming) -> None:
        self._text = text
        self._register = register
        self._naming = naming
        persons = register.persons
        self._named = sorted(
            (
                (use.start, person)
                for person in persons
                if person.is_certain
                for use in person.uses
                if not use.spoken
            ),
            key=lambda named: named[0],
        )
        self._offices = [office for person in persons for office in self._held_by(person)]
        held = {office.person for office in self._offices}
        self._without_office = {person for _, person in self._named if person not in held}

    def _held_by(self, person: Person) -> Iterator[_Office]:
        for use in person.uses:
            if use.spoken:
                continue
            is_full = len(use.words) > 1 and self._text[use.end : use.end + 1] in (",", " ")
            for position in (
                self._register.office_before(use),
                self._register.office_after(use) if is_full else "",
            ):
                if not position:
                    continue
                words = tuple(fold_word(word.strip(",")) for word in position.split())
                nouns = frozenset(word for word in words if self._naming.role_of(word) is not None)
                if nouns:
                    yield _Office(person, nouns, words)
            if use.titled:
                yield from self._shortened(person, use)

    def _shortened(self, person: Person, use: NameUse) -> Iterator[_Office]:
        """Read "Sen. Orlan" as the office of a senator."""
        for word in self._text[use.office_start : use.start].split():
            noun = self._naming.short_offices.get(fold_word(word))
            if noun:
                yield _Office(person, frozenset({noun}), (noun,), is_title=True)

    def holder(self, mention: Mention) -> tuple[Person | None, bool]:
        """Return the one person a noun means, and whether several could be meant."""
        fits: dict[Person, int] = {}
        meanings, telling = self._meanings(mention), self._telling(mention)
        for office in self._offices:
            if office.nouns.isdisjoint(meanings):
                continue
            fit = self._fit(mention, telling, office)
            if fit is not None and not (office.is_title and self._last_named(mention) is not office.person):
                fits[office.person] = max(fit, fits.get(office.person, fit))
        if not fits:
            return self._only_one_left(mention), False
        best = max(fits.values())
        found = [person for person, fit in fits.items() if fit == best]
        if len(found) > 1:
            found = self._close_by(found, mention)
        return (found[0], False) if len(found) == 1 else (None, True)

    def _only_one_left(self, mention: Mention) -> Person | None:
        """Return whom "the Acting President" means where the article gives nobody that office.

        The one person whom headline or first paragraph name in full, if the article itself names nobody else
        without an office of his own, and names the person before the noun. The noun is a title in capitals.
        """
        first = mention.span.cut(self._text).rsplit(maxsplit=1)[-1]
        if not first[:1].isupper() or self._naming.role_of(mention.head) is None:
            return None
        if len(self._without_office) != 1:
            return None
        (person,) = self._without_office
        body = self._text.find("\n\n") + 2
        lead_end = self._text.find("\n", body)
        before = mention.span.start if lead_end < 0 else min(lead_end, mention.span.start)
        return person if person.named_in_full and person.named_in_full[0] < before else None

    def _last_named(self, mention: Mention) -> Person | None:
        """Return whom the article itself names last before a noun, in its paragraph or the one before."""
        at = bisect_left(self._named, mention.span.start, key=lambda use: use[0])
        if at == 0:
            return None
        position, person = self._named[at - 1]
        is_near = self._text.count("\n\n", position, mention.span.start) < 2
        return person if is_near else None

    def _fit(self, mention: Mention, telling: tuple[str, ...], office: _Office) -> int | None:
        """How well the ``telling`` words of a noun fit an office of its meaning; None if they do not."""
        is_same_noun = mention.head in office.nouns
        if is_same_noun and any(
            word in office.words and word not in mention.qualifiers for word in self._naming.lesser
        ):
            return None
        shared = sum(any(_alike(q, word) for word in office.words) for q in telling)
        missing = len(telling) - shared
        if missing and not shared:
            return None
        return shared - missing

    def _meanings(self, mention: Mention) -> frozenset[str]:
        """The nouns that say the same: "the head of state" is a president or a king."""
        whole = " ".join((mention.head, *mention.qualifiers))
        return self._naming.same_office.get(whole) or self._naming.same_office.get(
            mention.head, frozenset({mention.head})
        )

    def _telling(self, mention: Mention) -> tuple[str, ...]:
        whole = " ".join((mention.head, *mention.qualifiers))
        if whole in self._naming.same_office:
            return ()
        return tuple(word for word in mention.qualifiers if word not in self._naming.empty_qualifiers)

    def _close_by(self, found: list[Person], mention: Mention) -> list[Person]:
        """Of several holders, those named in the paragraph so far, or else in the one before."""
        start = self._text.rfind("\n", 0, mention.span.start) + 1
        before = self._text.rfind("\n", 0, max(0, start - 2)) + 1
        for begin in (start, before):
            near = [p for p in found if any(begin <= use.start < mention.span.start for use in p.uses)]
            if near:
                return near
        return found


def _alike(left: str, right: str) -> bool:
    """Say whether two words share their stem ("Belarus", "Belarusian")."""
    if left == right:
        return True
    return min(len(left), len(right)) >= MIN_STEM and left[:MIN_STEM] == right[:MIN_STEM]
