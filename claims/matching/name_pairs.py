"""Which speakers may be one: pairs of names that are alike, each with a score and the reason.

Enter at ``find_name_pairs``. Method: each name gives a few keys (rough consonants of the surname with the
class of the first name's first sound, of the last two words, of all words in order of the alphabet; of an
organisation its words of meaning and its acronym). Only names under one key are compared, and under a key
that many share only neighbours in the order of the alphabet: the work grows with the number of names.
What is ambiguous is not asked: a bare surname or "the Foreign Ministry" that more than two could be.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from claims.matching.name_words import COMMON_SURNAMES, FIRST_NAMES, OFFICE_WORDS, TITLES
from claims.matching.organisation_names import (
    OrganisationName,
    compare_organisations,
    is_generic,
    read_organisation,
)
from claims.matching.person_names import (
    Likeness,
    PersonName,
    Reason,
    compare_persons,
    consonants_of,
    read_person,
    turned,
)
from claims.text.folding import fold_text
from claims.text.names_across import fold_name

PERSON, ORGANISATION, UNNAMED = "PERSON", "ORGANISATION", "UNNAMED"
#: below it a pair is not proposed
PROPOSED_FROM = 0.5
#: names of one speaker that are looked at, the most mentioned first
MAX_NAMES = 8
#: names under one key that are compared with each other; of more, each with this many neighbours
MAX_BLOCK, NEIGHBOURS = 24, 6
#: a bare surname, a ministry without its country, an office: proposed for so many at the most
MAX_MEANT = 2
#: consonants that the words of organisations share: "Norvand", "Norvandic"
SAME_BEGINNING = 4
#: countries that differ, positions that agree
OTHER_COUNTRY, SAME_POSITION, SAME_COUNTRY = 0.5, 1.08, 1.04


@dataclass(frozen=True, slots=True)
class NamedSpeaker:
    """A speaker as the finder needs it."""

    id: int
    kind: str
    #: the canonical name first
    names: tuple[str, ...]
    country: str = ""
    positions: tuple[str, ...] = ()
    quotes: int = 0


@dataclass(frozen=True, slots=True, order=True)
class NamePair:
    """Two speakers that may be one; ``left`` has the smaller id."""

    left: int
    right: int
    #: 0..1
    score: float
    reason: Reason


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """One name of a speaker, read apart."""

    speaker: NamedSpeaker
    #: for the order of the alphabet inside a block
    order: str
    name: PersonName | OrganisationName


def find_name_pairs(
    speakers: Iterable[NamedSpeaker], *, among: Collection[int] | None = None
) -> list[NamePair]:
    """Find the pairs of speakers that may be one, the likeliest first; ties by id.

    Speakers without a name of their own ("a spokesman for X") are left out, save those that an office names.

    :param among: only pairs with one of these speakers; None for all pairs.
    """
    known = {speaker.id: speaker for speaker in speakers}
    best: dict[tuple[int, int], Likeness] = {}
    blocks, bare = _blocks_of(known.values())
    for one, other in _neighbours(blocks, among):
        _keep(best, one.speaker, other.speaker, _compare(one, other))
    for one, others in _of_few_meanings(bare, blocks):
        for other in others:
            if _is_asked(one.speaker, other.speaker, among):
                _keep(best, one.speaker, other.speaker, _compare(one, other))
    for office, holder in _by_office(known.values()):
        if _is_asked(office, holder, among):
            _keep(best, office, holder, Likeness(0.55, Reason.OFFICE))
    for person, organisation in _of_two_kinds(known.values()):
        if _is_asked(person, organisation, among):
            _keep(best, person, organisation, Likeness(0.7, Reason.SAME))
    pairs = [NamePair(*ids, likeness.score, likeness.reason) for ids, likeness in best.items()]
    return sorted(pairs, key=lambda pair: (-pair.score, pair.left, pair.right))


def _keep(
    best: dict[tuple[int, int], Likeness], one: NamedSpeaker, other: NamedSpeaker, found: Likeness | None
) -> None:
    if found is None or one.id == other.id:
        return
    score = round(min(found.score * _evidence(one, other), 1.0), 4)
    ids = (min(one.id, other.id), max(one.id, other.id))
    if score >= PROPOSED_FROM and (ids not in best or best[ids].score < score):
        best[ids] = Likeness(score, found.reason)


def _evidence(one: NamedSpeaker, other: NamedSpeaker) -> float:
    """Return what countries and positions say beside the names."""
    weight = 1.0
    if one.country and other.country:
        weight = SAME_COUNTRY if fold_text(one.country) == fold_text(other.country) else OTHER_COUNTRY
    if _offices_of(one) & _offices_of(other):
        weight *= SAME_POSITION
    return weight


def _offices_of(speaker: NamedSpeaker) -> set[str]:
    return {fold_text(position) for position in speaker.positions}


def _compare(one: _Read, other: _Read) -> Likeness | None:
    if isinstance(one.name, PersonName) and isinstance(other.name, PersonName):
        return compare_persons(one.name, other.name)
    if isinstance(one.name, OrganisationName) and isinstance(other.name, OrganisationName):
        return compare_organisations(one.name, other.name)
    return None


# ------------------------------------------------------------------ keys

Blocks = dict[tuple[str, ...], list[_Read]]


def _blocks_of(speakers: Iterable[NamedSpeaker]) -> tuple[Blocks, Blocks]:
    """Return the names under each of their keys, and those that say little under theirs."""
    blocks: Blocks = defaultdict(list)
    bare: Blocks = defaultdict(list)
    for speaker in speakers:
        for read in _names_of(speaker):
            keys, is_bare = _keys_of(read.name)
            for key in dict.fromkeys(keys):
                (bare if is_bare else blocks)[key].append(read)
    return blocks, bare


def _names_of(speaker: NamedSpeaker) -> list[_Read]:
    """Return the names of a speaker; a surname beside a full name says nothing of its own."""
    if speaker.kind == UNNAMED:
        return []
    read = read_person if speaker.kind == PERSON else read_organisation
    found = [
        _Read(speaker, name.casefold(), own)
        for name in dict.fromkeys(speaker.names[:MAX_NAMES])
        if (own := read(name)) is not None
    ]
    fuller = [one for one in found if not _says_little(one.name)]
    return fuller or found


def _says_little(name: PersonName | OrganisationName) -> bool:
    return name.is_bare if isinstance(name, PersonName) else is_generic(name)


def _keys_of(name: PersonName | OrganisationName) -> tuple[list[tuple[str, ...]], bool]:
    """Return the keys of a name, and whether it says little."""
    if isinstance(name, PersonName):
        return (_bare_keys(name), True) if name.is_bare else (_full_keys(name), False)
    if is_generic(name):
        return [("form", *sorted(name.generic))], True
    return _organisation_keys(name), False


def _bare_keys(name: PersonName) -> list[tuple[str, ...]]:
    return [("surname", consonants_of(name.last))]


def _full_keys(name: PersonName) -> list[tuple[str, ...]]:
    begins = _begins(name.first)
    later = (*name.words[1:], *name.halves)
    keys: list[tuple[str, ...]] = [("later", consonants_of(word), begins) for word in later]
    keys += [
        ("given", consonants_of(name.last), str(line)) for line in sorted(FIRST_NAMES.get(name.first, ()))
    ]
    keys += [("last two", *map(consonants_of, name.words[-2:]))]
    keys += [("all", *sorted(map(consonants_of, name.words)))]
    keys += [("joined", consonants_of(letters)) for letters in ("".join(name.words), turned(name))]
    keys += [("first", name.first, name.last[:2])]
    keys += [("surname", consonants_of(word)) for word in (name.last, *name.halves)]
    return keys


def _begins(word: str) -> str:
    """Return the class of a word's first sound; forms of one first name may begin otherwise ("Bill")."""
    return consonants_of(word)[0] if word[0] not in "aeiouyjh" else "a"


def _organisation_keys(name: OrganisationName) -> list[tuple[str, ...]]:
    keys: list[tuple[str, ...]] = [
        ("words", *sorted(consonants_of(word)[:SAME_BEGINNING] for word in name.specific))
    ]
    keys += [("acronym", letters) for letters in ({name.acronym} | name.initials) - {""}]
    if name.generic:
        keys.append(("form", *sorted(name.generic)))
    return keys


# ------------------------------------------------------------------ pairs under one key


def _neighbours(blocks: Blocks, among: Collection[int] | None) -> Iterator[tuple[_Read, _Read]]:
    """Give the names to compare: all under a key, or each with its neighbours where there are many."""
    for key, names in blocks.items():
        if key[0] in ("surname", "form") or len(names) < 2:
            continue
        names, twins = _told_once(names)
        yield from (pair for pair in twins if _is_asked(pair[0].speaker, pair[1].speaker, among))
        if len(names) <= MAX_BLOCK:
            yield from (
                pair for pair in combinations(names, 2) if _is_asked(pair[0].speaker, pair[1].speaker, among)
            )
            continue
        ordered = sorted(names, key=lambda one: (one.order, one.speaker.id))
        for place, one in enumerate(ordered):
            for other in ordered[place + 1 : place + 1 + NEIGHBOURS]:
                if _is_asked(one.speaker, other.speaker, among):
                    yield one, other


def _told_once(names: list[_Read]) -> tuple[list[_Read], list[tuple[_Read, _Read]]]:
    """Return each name once, its most quoted bearer's, and the pairs of that one with the other bearers."""
    first: dict[str, _Read] = {}
    twins: list[tuple[_Read, _Read]] = []
    for one in sorted(names, key=lambda one: (-one.speaker.quotes, one.speaker.id)):
        if one.order in first:
            twins.append((first[one.order], one))
        else:
            first[one.order] = one
    return list(first.values()), twins


def _is_asked(one: NamedSpeaker, other: NamedSpeaker, among: Collection[int] | None) -> bool:
    return one.id != other.id and (among is None or one.id in among or other.id in among)


def _of_few_meanings(bare: Blocks, blocks: Blocks) -> Iterator[tuple[_Read, list[_Read]]]:
    """Give each name that says little with those it may mean, if they are few.

    Where no fuller name is known, a surname of two articles is a question with its most quoted bearer if
    the country or a position agrees as well.
    """
    for key, names in bare.items():
        full = {one.speaker.id: one for one in blocks.get(key, ())}
        for one in names:
            if full:
                meant = _meant_by(one, full.values())
                if len(meant) <= MAX_MEANT:
                    yield one, meant
        if not full and len(names) > 1:
            first = max(names, key=lambda one: (one.speaker.quotes, -one.speaker.id))
            if isinstance(first.name, PersonName):
                yield first, [one for one in names if one is not first and _speaks_for(first, one)]


def _meant_by(one: _Read, full: Collection[_Read]) -> list[_Read]:
    """Return the full names that a name which says little may mean; none for a surname of thousands.

    Where the positions or the country single some of them out, those alone.
    """
    if len(full) > MAX_BLOCK:
        return []
    fitting = [other for other in full if _compare(one, other) is not None and not _tells_apart(one, other)]
    singled = [other for other in fitting if _speaks_for(one, other)]
    return singled or ([] if _is_common(one) else fitting)


def _is_common(one: _Read) -> bool:
    """Say whether a name alone says nothing: a surname of thousands, "the ministry"."""
    if isinstance(one.name, PersonName):
        return one.name.last in COMMON_SURNAMES
    return len(one.name.generic) < 2


def _speaks_for(one: _Read, other: _Read) -> bool:
    return _evidence(one.speaker, other.speaker) > 1


def _tells_apart(one: _Read, other: _Read) -> bool:
    return _evidence(one.speaker, other.speaker) < 1


# ------------------------------------------------------------------ offices, kinds


def _of_two_kinds(speakers: Iterable[NamedSpeaker]) -> Iterator[tuple[NamedSpeaker, NamedSpeaker]]:
    """Give a person and an organisation of one name: the program took one of them for the other."""
    persons: dict[str, NamedSpeaker] = {}
    organisations: dict[str, NamedSpeaker] = {}
    for speaker in speakers:
        if speaker.kind != UNNAMED and speaker.names:
            of_kind = persons if speaker.kind == PERSON else organisations
            of_kind.setdefault(speaker.names[0].casefold(), speaker)
    yield from ((persons[key], organisations[key]) for key in persons if key in organisations)


def _by_office(speakers: Iterable[NamedSpeaker]) -> Iterator[tuple[NamedSpeaker, NamedSpeaker]]:
    """Give the speakers whom their office names ("President of Kessaria") with those who hold it, if few.

    An office that every country has ("foreign minister") names nobody.
    """
    holders: dict[str, list[NamedSpeaker]] = defaultdict(list)
    named: list[tuple[str, NamedSpeaker]] = []
    for speaker in speakers:
        if speaker.kind == PERSON:
            for office in _offices_of(speaker):
                holders[office].append(speaker)
        if speaker.kind != ORGANISATION:
            named.append((fold_text(speaker.names[0]) if speaker.names else "", speaker))
    for office, speaker in named:
        words = fold_name(office).split()
        if len(words) < 2 or all(word in TITLES or word in OFFICE_WORDS for word in words):
            continue
        held = [holder for holder in holders.get(office, ()) if holder.id != speaker.id]
        if 0 < len(held) <= MAX_MEANT:
            for holder in held:
                yield speaker, holder
