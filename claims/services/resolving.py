"""Which speaker a name in an article means, over all articles.

A full name that one known speaker goes by is that speaker; one that two go by is nobody, never the
first. A bare surname, initials, or a description ("a spokesman for the ministry") means its speaker
within its own article alone: another article's "Smith" may be another Smith, and a person merges them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from claims.models import Alias, Article, Position, Run, Speaker
from claims.models.base import UNKNOWN_DAY
from claims.queries.speakers import NAME_LENGTH, is_part_of, name_key
from claims.services.changes import save_quietly
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


class Resolver:
    """Finds the speakers of one article, or makes them.

    Asks the database once, for all names together. Fuller names are taken first, so that a bare surname
    finds the person whom the same article names in full.
    """

    def __init__(self, article: Article, run: Run, speakers: Iterable[FoundSpeaker]) -> None:
        self.article, self.run = article, run
        distinct = list(dict.fromkeys(speakers))
        #: the names of each speaker at hand
        self.names: dict[int, dict[str, Alias]] = defaultdict(dict)
        #: names that resolve in any article, and those of this article's own speakers, by key
        self.known: dict[str, list[Alias]] = defaultdict(list)
        self.own: dict[str, list[Alias]] = defaultdict(list)
        if distinct:
            self._load({name_key(speaker.name) for speaker in distinct})
        self.resolved: dict[FoundSpeaker, Alias | None] = {}
        for speaker in sorted(distinct, key=lambda found: -len(_whole_words(found.name))):
            self.resolved[speaker] = self._resolve(speaker)

    def alias_of(self, found: FoundSpeaker) -> Alias | None:
        """Return the name that ``found`` goes by, with its speaker; None if it could be two."""
        return self.resolved[found]

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
        rows = Alias.objects.filter(speaker__in=speakers).select_related("speaker")
        for alias in rows.order_by("id"):
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
        speaker = Speaker(
            name=name,
            told_apart_by="" if is_anywhere else _place_and_day(self.article),
            kind=KINDS[found.kind],
            language=self.article.language,
            run=self.run,
        )
        save_quietly(speaker)
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
        save_quietly(alias)
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
    known = {
        (position.speaker_id, fold_text(position.title)): position
        for position in Position.objects.filter(speaker__in=given, is_live=True).order_by("-id")
    }
    on = None if day == UNKNOWN_DAY else day
    for speaker, titles in given.items():
        for title in titles:
            position = known.get((speaker, fold_text(title)))
            if position is None:
                position = Position(speaker_id=speaker, title=title, starts_on=on, ends_on=on, run=run)
                save_quietly(position)
                known[speaker, fold_text(title)] = position
            elif on is not None and not position.is_touched:
                _widen(position, on)


def _widen(position: Position, day: date) -> None:
    first = min(position.starts_on or day, day)
    last = max(position.ends_on or day, day)
    if (position.starts_on, position.ends_on) != (first, last):
        position.starts_on, position.ends_on = first, last
        save_quietly(position, fields=["starts_on", "ends_on"])
