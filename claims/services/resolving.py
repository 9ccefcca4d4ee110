"""Which speaker a name in an article means, over all articles.

A full name that one known speaker goes by is that speaker; one that two go by is nobody, never the
first. A bare surname, initials, or a description ("a spokesman for the ministry") means its speaker
within its own article alone: another article's "Smith" may be another Smith, and a person merges them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from claims.models import Alias, Article, Position, Run, Speaker
from claims.models.base import UNKNOWN_DAY
from claims.queries.speakers import NAME_LENGTH, is_part_of, name_key
from claims.text.folding import fold_text
from claims.text.found import FoundSpeaker, SpeakerKind
from claims.text.languages import PACKS

KINDS = {
    SpeakerKind.PERSON: Speaker.Kind.PERSON,
    SpeakerKind.ORGANISATION: Speaker.Kind.ORGANISATION,
    SpeakerKind.UNNAMED: Speaker.Kind.UNNAMED,
}
WORD = re.compile(r"[^\W_]+")
#: words of offices and organisations that every country has, in all languages that have a pack
EVERYWHERE = frozenset(
    word
    for pack in PACKS.values()
    for words in (
        pack.naming.organisations,
        pack.naming.office_words,
        pack.naming.office_links,
        pack.naming.definite,
        pack.naming.roles,
    )
    for word in words
)


def means_one_anywhere(name: str, kind: SpeakerKind) -> bool:
    """Say whether ``name`` alone means its speaker in any article.

    A person's needs a first name and a surname: "Haldvik-Aasmundstad", "von der Leyen" and "V. Putin" are
    none. An organisation's needs a capital and more than such words as every country has: "Ministry of
    Foreign Affairs" is none, "Ministry of Foreign Affairs of Norvand" is one.
    """
    if kind == SpeakerKind.UNNAMED or (name == name.lower() and name != name.upper()):
        return False
    if kind == SpeakerKind.ORGANISATION:
        return any(word not in EVERYWHERE for word in WORD.findall(name.lower()))
    whole = [word for word in name.split() if len(word.rstrip(".")) > 1 and not word.islower()]
    return len(whole) > 1


def is_fuller_form(alias: str, name: str) -> bool:
    """Say whether ``alias`` is ``name`` with something between ("Vladimir Vladimirovich Putin")."""
    left, right = _whole_words(alias), _whole_words(name)
    return len(left) > 1 and len(right) > 1 and (left[0], left[-1]) == (right[0], right[-1])


def _whole_words(name: str) -> list[str]:
    return [word for word in name_key(name).split() if len(word) > 1]


class ExpectedNames:
    """Speakers and names that a run over the corpus would make, kept in memory: nothing is stored.

    A preview notes here what each article would add, so that a later article resolves its names as it
    would in the run itself. Speakers that are not stored have negative numbers.
    """

    def __init__(self, kept: Sequence[Any] = ()) -> None:
        self.by_key: dict[str, list[Alias]] = defaultdict(list)
        self.by_speaker: dict[int, list[Alias]] = defaultdict(list)
        self.lowest = 0
        self._kept: list[Any] = []
        for each in kept:
            self._note(*each)

    def note(self, names: Iterable[Alias]) -> None:
        """Note the names that an article would add."""
        for alias in names:
            speaker = alias.speaker
            self._note(speaker.pk, speaker.name, speaker.kind, alias.name, alias.resolves)

    def kept(self) -> list[Any]:
        """Return all of it in a form that can be stored and given to a new one."""
        return self._kept

    def under(self, keys: Iterable[str]) -> list[Alias]:
        """Return the names that mean their speaker in any article, under any of ``keys``."""
        return [alias for key in keys for alias in self.by_key.get(key, ()) if alias.resolves]

    def of(self, speakers: Iterable[int]) -> list[Alias]:
        """Return the names of speakers, stored ones or not."""
        return [alias for speaker in speakers for alias in self.by_speaker.get(speaker, ())]

    def _note(self, speaker: int, called: str, kind: str, name: str, resolves: bool) -> None:
        shown = Speaker(pk=speaker, name=called, kind=kind)
        alias = Alias(speaker=shown, name=name, name_folded=name_key(name), resolves=resolves)
        self.by_key[alias.name_folded].append(alias)
        self.by_speaker[speaker].append(alias)
        self.lowest = min(self.lowest, speaker)
        self._kept.append([speaker, called, kind, name, resolves])


class Resolver:
    """Finds the speakers of one article, or thinks up new ones; ``store`` inserts those.

    Asks the database once, for all names together, and writes nothing by itself. Fuller names are taken
    first, so that a bare surname finds the person whom the same article names in full.

    :param expected: what earlier articles of a preview would have made.
    """

    def __init__(
        self,
        article: Article,
        run: Run,
        speakers: Iterable[FoundSpeaker],
        *,
        expected: ExpectedNames | None = None,
    ) -> None:
        self.article, self.run, self.expected = article, run, expected
        distinct = list(dict.fromkeys(speakers))
        #: the names of each speaker at hand
        self.names: dict[int, dict[str, Alias]] = defaultdict(dict)
        #: names that resolve in any article, and those of this article's own speakers, by key
        self.known: dict[str, list[Alias]] = defaultdict(list)
        self.own: dict[str, list[Alias]] = defaultdict(list)
        #: not stored yet; their numbers are negative until they are
        self.new_speakers: list[Speaker] = []
        self.new_names: list[Alias] = []
        if distinct:
            self._load({name_key(speaker.name) for speaker in distinct})
        self.resolved: dict[FoundSpeaker, Alias | None] = {}
        for speaker in sorted(distinct, key=lambda found: -len(_whole_words(found.name))):
            self.resolved[speaker] = self._resolve(speaker)

    def alias_of(self, found: FoundSpeaker) -> Alias | None:
        """Return the name that ``found`` goes by, with its speaker; None if it could be two."""
        return self.resolved[found]

    def store(self) -> None:
        """Insert the speakers and names that are new."""
        for speaker in self.new_speakers:
            speaker.pk = None
        Speaker.objects.bulk_create(self.new_speakers)
        for alias in self.new_names:
            alias.speaker = alias.speaker  # takes over the number that the database gave
        Alias.objects.bulk_create(self.new_names)

    def positions(self) -> dict[int, list[str]]:
        """Return the positions that the article gives its speakers, by speaker; of two the fuller one.

        "President Vosk" in the headline is no other office than "President of Kessaria" in the text.
        """
        given: dict[int, list[str]] = {}
        for found, alias in self.resolved.items():
            title = " ".join(found.position.split())[:NAME_LENGTH]
            if alias is not None and title:
                given.setdefault(alias.speaker_id, []).append(title)
        return {
            speaker: [title for title in titles if not any(is_part_of(title, other) for other in titles)]
            for speaker, titles in given.items()
        }

    def _load(self, keys: set[str]) -> None:
        own = set(
            Speaker.objects.live()
            .filter(attributions__quote__article=self.article)
            .values_list("id", flat=True)
        )
        resolving = Alias.objects.resolving().filter(name_folded__in=keys)
        speakers = own | set(resolving.values_list("speaker_id", flat=True))
        if self.expected is not None:
            speakers |= {alias.speaker_id for alias in self.expected.under(keys)}
        rows = Alias.objects.filter(speaker__in=[speaker for speaker in speakers if speaker > 0])
        for alias in rows.select_related("speaker").order_by("id"):
            self._remember(alias, is_own=alias.speaker_id in own)
        if self.expected is not None:
            for alias in self.expected.of(sorted(speakers)):
                self._remember(alias, is_own=alias.speaker_id in own)

    def _remember(self, alias: Alias, *, is_own: bool) -> None:
        self.names[alias.speaker_id][alias.name] = alias
        if alias.resolves:
            self.known[alias.name_folded].append(alias)
        if is_own:
            self.own[alias.name_folded].append(alias)

    def _resolve(self, found: FoundSpeaker) -> Alias | None:
        name = " ".join(found.name.split())[:NAME_LENGTH]
        is_anywhere = means_one_anywhere(name, found.kind)
        fitting = {
            alias.speaker_id: alias.speaker for alias in self._names(name, is_anywhere) if _fits(alias, found)
        }
        if len(fitting) > 1:
            return None
        speaker = next(iter(fitting.values())) if fitting else self._make(name, found, is_anywhere)
        alias = self._named(speaker, name, found, resolves=is_anywhere)
        for other in found.aliases:
            other = " ".join(other.split())[:NAME_LENGTH]
            if other:
                self._named(speaker, other, found, resolves=is_anywhere and is_fuller_form(other, name))
        return alias

    def _names(self, name: str, is_anywhere: bool) -> list[Alias]:
        """Return the names that ``name`` may be: of any speaker, or of this article's own.

        A surname that a person noted as one speaker's stands for that speaker where the article has no other.
        """
        key = name_key(name)
        if is_anywhere:
            return self.known[key]
        return self.own[key] or [alias for alias in self.known[key] if alias.is_touched]

    def _make(self, name: str, found: FoundSpeaker, is_anywhere: bool) -> Speaker:
        lowest = self.expected.lowest if self.expected is not None else 0
        speaker = Speaker(
            pk=lowest - 1 - len(self.new_speakers),
            name=name,
            told_apart_by="" if is_anywhere else _place_and_day(self.article),
            kind=KINDS[found.kind],
            language=self.article.language,
            run=self.run,
        )
        self.new_speakers.append(speaker)
        return speaker

    def _named(self, speaker: Speaker, name: str, found: FoundSpeaker, *, resolves: bool) -> Alias:
        """Return the speaker's name, noting it if it is new."""
        known = self.names[speaker.pk].get(name)
        if known is not None:
            return known
        is_description = found.kind == SpeakerKind.UNNAMED
        alias = Alias(
            speaker=speaker,
            name=name,
            name_folded=name_key(name),
            kind=Alias.Kind.DESCRIPTION if is_description else Alias.Kind.NAME,
            resolves=resolves,
            run=self.run,
        )
        self.new_names.append(alias)
        self._remember(alias, is_own=True)
        return alias


def _fits(alias: Alias, found: FoundSpeaker) -> bool:
    """Keep "a spokesman for X" apart from X."""
    is_unnamed = alias.speaker.kind == Speaker.Kind.UNNAMED
    return is_unnamed == (found.kind == SpeakerKind.UNNAMED)


def _place_and_day(article: Article) -> str:
    """Return what tells a speaker of this article from others of the same name."""
    day = "" if article.day == UNKNOWN_DAY else f"{article.day.day} {article.day:%B %Y}"
    place = article.outlet.name if article.outlet is not None else ""
    return (", ".join(part for part in (place, day) if part) or f"article {article.pk}")[:NAME_LENGTH]


def note_positions(*, given: dict[int, list[str]], day: date, run: Run) -> None:
    """Note the positions that an article of a day gives to speakers.

    A position holds from the first to the last day it was read; what a person wrote is left alone, and
    an article without a day widens nothing.
    """
    if not given:
        return
    known = {
        (position.speaker_id, fold_text(position.title)): position
        for position in Position.objects.filter(speaker__in=given, is_live=True).order_by("-id")
    }
    on = None if day == UNKNOWN_DAY else day
    fresh: list[Position] = []
    for speaker, titles in given.items():
        for title in titles:
            position = known.get((speaker, fold_text(title)))
            if position is None:
                position = Position(speaker_id=speaker, title=title, starts_on=on, ends_on=on, run=run)
                fresh.append(position)
                known[speaker, fold_text(title)] = position
            elif on is not None and position.pk is not None and not position.is_touched:
                _widen(position, on)
    Position.objects.bulk_create(fresh)


def _widen(position: Position, day: date) -> None:
    first = min(position.starts_on or day, day)
    last = max(position.ends_on or day, day)
    if (position.starts_on, position.ends_on) != (first, last):
        position.starts_on, position.ends_on = first, last
        Position.objects.filter(pk=position.pk).update(starts_on=first, ends_on=last)
