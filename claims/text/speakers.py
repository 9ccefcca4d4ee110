"""Speakers: from the words that name somebody to who it is, within one article.

Enter at ``People``: made once for an article, asked once per mention. Names go through the register of
persons, nouns ("the acting president") through the offices that the article gives them, pronouns through
the discourse. Two readings left mean no speaker.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from claims.text.found import FoundSpeaker, SpeakerKind
from claims.text.introductions import nominal_at_end
from claims.text.languages.naming import FIRST_PERSON
from claims.text.languages.pack import LanguagePack
from claims.text.media import is_medium
from claims.text.mention_reading import MentionReader
from claims.text.name_forms import says_more, shown_name
from claims.text.names import WORD_GAP, NameUse, find_names
from claims.text.nominals import find_nominals
from claims.text.offices import Offices
from claims.text.organisations import organisation_meant
from claims.text.persons import THING, Person, Register
from claims.text.positions import MAX_LETTERS, clean, strip_article
from claims.text.pronouns import Discourse, find_pronouns
from claims.text.shown_nouns import shown_words
from claims.text.spans import Span
from claims.text.titles import Mention, MentionKind, read_mention


class People:
    """Everybody whom an article names, and whom its mentions mean.

    ``spoken`` are the stretches that are somebody's words, in order: who is named there alone is nobody
    the article itself knows, and the forms of address used there are no aliases. ``speaking`` are mentions
    of whoever speaks: the likeliest to be meant by a pronoun after them.
    """

    def __init__(
        self,
        text: str,
        body_start: int,
        pack: LanguagePack,
        spoken: Iterable[Span] = (),
        speaking: Iterable[Span] = (),
    ) -> None:
        self._text = text
        self._body_start = body_start
        self._pack = pack
        self._naming = pack.naming
        self._spoken = sorted(spoken)
        self._speaking = sorted(set(speaking))
        uses = _mark_spoken(find_names(text, pack.naming), self._spoken)
        self._register = Register(text, uses, pack.naming, body_start)
        self._register.add_acting(self._speaks)
        self._reader = MentionReader(text, pack, self._register)
        self._known: dict[Span, tuple[FoundSpeaker, ...]] = {}
        self._found_persons: dict[Person, FoundSpeaker] = {}

    # -------------------------------------------------------------- questions

    def resolve(self, mention: Span) -> tuple[FoundSpeaker, ...]:
        """Return who is meant by the words at ``mention``: nobody, one, or all of a couple."""
        if mention not in self._known:
            self._known[mention] = self._resolve(mention)
        return self._known[mention]

    def is_name(self, span: Span) -> bool:
        """Say whether the words at ``span`` name a person or organisation, and are no noun or pronoun."""
        mention = read_mention(self._text, span, self._naming)
        if mention.kind is MentionKind.NAME:
            return True
        return mention.kind is MentionKind.ORGANISATION and not mention.is_definite

    # -------------------------------------------------------------- readings

    def _resolve(self, span: Span) -> tuple[FoundSpeaker, ...]:
        if self._is_nameless_label(span):
            return self._asked_one() if self._is_answer(span) else ()
        couple = self._couple(span)
        if couple:
            resolved = [self._one(part) for part in couple]
            return tuple(one for one in resolved if one is not None) if all(resolved) else ()
        one = self._one(self._reader.read(span))
        return (one,) if one is not None else ()

    def _is_nameless_label(self, span: Span) -> bool:
        """Say whether the mention is a label like "Q" or "Reporter", which names nobody."""
        words = span.cut(self._text).strip(" .:*_")
        is_label = words.lower() in self._naming.questioners or words.lower() in self._naming.answerers
        return is_label and words[:1].isupper()

    def _is_answer(self, span: Span) -> bool:
        return span.cut(self._text).strip(" .:*_").lower() in self._naming.answerers

    def _asked_one(self) -> tuple[FoundSpeaker, ...]:
        """Return whoever is asked in an interview: the one person whom its headline names."""
        named = [
            person
            for person in self._register.persons
            if any(use.start < self._body_start for use in person.uses)
        ]
        return (self._found(named[0]),) if len(named) == 1 else ()

    def _one(self, mention: Mention) -> FoundSpeaker | None:
        if mention.kind is MentionKind.NAME:
            return self._by_name(mention)
        if mention.kind is MentionKind.PRONOUN:
            return self._by_pronoun(mention)
        if self._naming.is_told_noun(mention.head):
            return self._of_whom(mention)
        if mention.kind is MentionKind.ROLE:
            return self._by_role(mention)
        if mention.kind is MentionKind.ORGANISATION:
            name = organisation_meant(self._text, mention, self._naming)
            return FoundSpeaker(name, SpeakerKind.ORGANISATION) if name else None
        return self._unnamed(mention)

    def _of_whom(self, mention: Mention) -> FoundSpeaker | None:
        """Return whose estimate, report or the like it is ("une étude | de l'institut"); None if untold."""
        for match in WORDS.finditer(self._text, mention.span.start, mention.span.end):
            if match.group().lower() not in self._naming.office_links or match.start() == mention.span.start:
                continue
            owner = read_mention(self._text, Span(match.end() + 1, mention.span.end), self._naming)
            is_known = owner.kind is MentionKind.ROLE or self._naming.is_organisation(owner.head)
            return self._one(owner) if is_known else None
        return None

    def _by_name(self, mention: Mention) -> FoundSpeaker | None:
        assert mention.name is not None
        person = self._register.find(mention.name, mention.gender)
        if person is None:
            if self._register.is_ambiguous(mention.name):
                return None
            return FoundSpeaker(shown_name(mention.name), _kind_of_name(mention), mention.position)
        return self._found(person, mention.position)

    def _found(self, person: Person, position: str = "") -> FoundSpeaker:
        known = self._found_persons.get(person)
        if known is None:
            known = FoundSpeaker(
                name=self._register.name_of(person),
                kind=_kind_of_person(person),
                position=self._register.position_of(person),
                aliases=self._register.aliases_of(person),
            )
            self._found_persons[person] = known
        if not position or says_more(known.position, position):
            return known
        return replace(known, position=position)

    def _by_pronoun(self, mention: Mention) -> FoundSpeaker | None:
        if mention.head in self._naming.relatives:
            return self._before_relative(mention.span)
        if mention.gender in ("", FIRST_PERSON):
            return None
        person = self._discourse.stands_for(mention.span.start, mention.gender)
        return self._found(person) if person is not None else None

    def _before_relative(self, span: Span) -> FoundSpeaker | None:
        """Resolve "who": the name or noun right before it, a comma between or not."""
        lead = max(self._text.rfind("\n", 0, span.start) + 1, span.start - 120)
        names = list(find_names(self._text[lead : span.start], self._naming))
        if not names or self._text[lead + names[-1].end : span.start].strip(WORD_GAP):
            noun = nominal_at_end(self._text[lead : span.start].rstrip(WORD_GAP), lead, self._naming)
            return self._one(read_mention(self._text, noun, self._naming)) if noun is not None else None
        last = names[-1]
        return self._one(
            read_mention(self._text, Span(lead + last.office_start, lead + last.end), self._naming)
        )

    def _by_role(self, mention: Mention) -> FoundSpeaker | None:
        """Resolve "the president" to the one person who holds that office here."""
        if mention.is_definite:
            person, is_open = self._offices.holder(mention)
            if person is not None:
                return self._found(person)
            if is_open:
                return None
        return self._unnamed(mention)

    def _unnamed(self, mention: Mention) -> FoundSpeaker | None:
        """Return somebody whom the article leaves without a name ("a spokesman for the ministry")."""
        words = shown_words(self._text, mention, self._naming)
        return FoundSpeaker(words, SpeakerKind.UNNAMED) if words else None

    # -------------------------------------------------------------- couples

    def _couple(self, span: Span) -> list[Mention]:
        """Read "Smith and Jones" as two mentions, "the writer and journalist Jones" as one; else nothing."""
        words = span.cut(self._text)
        pieces = list(self._joined(words, span.start))
        if len(pieces) < 2:
            return []
        mentions = [read_mention(self._text, piece, self._naming) for piece in pieces]
        if len(mentions) == 2 and self._is_one_with_two_trades(*mentions):
            return mentions[1:]
        return mentions if all(self._stands_alone(mention) for mention in mentions) else []

    def _is_one_with_two_trades(self, first: Mention, second: Mention) -> bool:
        """Say whether two nouns tell of one person: "the writer and journalist Mira Orlan".

        The second has no article of its own and no capital of a title, and nobody else holds the first.
        """
        if first.kind is not MentionKind.ROLE or second.name is None or not second.position:
            return False
        opening = self._text[second.span.start : second.span.end].split(maxsplit=1)[0]
        if opening.lower() in self._naming.definite or opening.lower() in self._naming.indefinite:
            return False
        has_capital_nouns = self._pack.order is not None and self._pack.order.has_capital_nouns
        if opening[0].isupper() and not has_capital_nouns:
            return False
        holder = self._offices.holder(first)[0] if first.is_definite else None
        return holder is None or holder is self._register.find(second.name)

    def _joined(self, words: str, offset: int) -> Iterator[Span]:
        match = next((m for m in WORD_BETWEEN.finditer(words) if m.group(1) in self._naming.joiners), None)
        if match and match.start() > 0:
            yield from self._comma_joined(words[: match.start()].rstrip(" \u00a0,"), offset)
            yield Span(offset + match.end(), offset + len(words))

    def _comma_joined(self, words: str, offset: int) -> Iterator[Span]:
        at = 0
        for piece in words.split(", "):
            if piece.strip():
                yield Span(offset + at, offset + at + len(piece))
            at += len(piece) + 2

    def _stands_alone(self, mention: Mention) -> bool:
        """Say whether one half of a couple names somebody by itself."""
        if mention.kind is MentionKind.NAME:
            assert mention.name is not None
            person = self._register.find(mention.name)
            if person is None:
                return mention.name.titled or self._register.is_ambiguous(mention.name)
            return mention.name.titled or person.is_certain or len(person.uses) > 1
        return mention.kind is MentionKind.ROLE and mention.is_definite

    # -------------------------------------------------------------- what is made when it is needed

    @cached_property
    def _offices(self) -> Offices:
        return Offices(self._text, self._register, self._naming)

    @cached_property
    def _discourse(self) -> Discourse:
        pronouns = [
            span for span in find_pronouns(self._text, self._naming) if not _inside(self._spoken, span.start)
        ]
        discourse = Discourse(
            self._text,
            self._register.persons,
            self._nominals(),
            self._naming,
            self._pack.introducing,
            is_spoken=lambda position: _inside(self._spoken, position),
            is_speaking=lambda span: _inside(self._speaking, span.end - 1),
        )
        discourse.settle_genders(pronouns)
        discourse.answer_in_order(pronouns)
        return discourse

    def _nominals(self) -> list[tuple[Span, Person]]:
        """Find the nouns outside speech that stand for somebody: a person named elsewhere, or nobody."""
        found: list[tuple[Span, Person]] = []
        unnamed: dict[str, Person] = {}
        for mention in find_nominals(self._text, self._naming):
            span = mention.span
            if span.start < self._body_start or _inside(self._spoken, span.start):
                continue
            person = self._offices.holder(mention)[0] if mention.is_definite else None
            if person is None:
                label = clean(strip_article(self._text, span, self._naming).cut(self._text))
                gender = mention.gender
                person = unnamed.setdefault(
                    label.lower(), Person((label.lower(),), gender=gender, is_certain=True, label=label)
                )
            found.append((span, person))
        return found

    def _speaks(self, use: NameUse) -> bool:
        """Say whether a verb of speech follows a name, or ends a quotation's tag before it."""
        following = self._text[use.end : use.end + 24].split(maxsplit=1)
        if following and following[0] in self._pack.introducing:
            return True
        before = TAG.search(self._text, max(0, use.office_start - 24), use.office_start)
        return before is not None and before.group(1) in self._pack.introducing


WORDS = re.compile(r"[^\W_][\w'’-]*")
#: '..." said ' right before a name
TAG = re.compile(r"[\"“”»«'’,]\s([^\W\d_]{2,20})\s$")
WORD_BETWEEN = re.compile(r"(?<=\s)([^\W\d_]{1,4}|&)\s(?=\S)")


def _kind_of_person(person: Person) -> SpeakerKind:
    if person.gender == THING:
        return SpeakerKind.ORGANISATION
    return SpeakerKind.UNNAMED if person.label else SpeakerKind.PERSON


def _kind_of_name(mention: Mention) -> SpeakerKind:
    """A name the article says nothing more about: letters like BBC and media are organisations."""
    assert mention.name is not None
    if is_medium(mention.name.keys):
        return SpeakerKind.ORGANISATION
    word = mention.name.words[0]
    is_letters = len(mention.name.words) == 1 and word.isupper() and 1 < len(word) <= MAX_LETTERS
    return SpeakerKind.ORGANISATION if is_letters and not mention.name.titled else SpeakerKind.PERSON


def _mark_spoken(uses: Iterable[NameUse], spoken: list[Span]) -> Iterator[NameUse]:
    at = 0
    for use in uses:
        while at < len(spoken) and spoken[at].end <= use.start:
            at += 1
        use.spoken = at < len(spoken) and spoken[at].start <= use.start
        yield use


def _inside(spans: list[Span], position: int) -> bool:
    at = bisect_right(spans, position, key=lambda span: span.start) - 1
    return at >= 0 and position < spans[at].end
