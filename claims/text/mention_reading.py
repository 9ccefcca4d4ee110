"""Mentions that the words given for them leave too short: "Secretary | of State Ada Lind".

Enter at ``MentionReader.read``. It looks at what stands around a mention, and at who is known by name.
"""

import re

from claims.text.appositions import office_apposed
from claims.text.languages.pack import LanguagePack
from claims.text.name_runs import run_pattern
from claims.text.names import NameUse, find_names
from claims.text.nominals import find_nominals
from claims.text.persons import Register
from claims.text.positions import clean, gender_told
from claims.text.spans import Span
from claims.text.titles import Mention, MentionKind, read_mention

WORDS = re.compile(r"[^\W_][\w'’-]*")
#: the word right behind a mention, in small letters
NEXT_WORD = re.compile(r" ([^\W\d_A-ZÀ-Þ][\w-]*)")
#: how far before a mention its noun may begin
MAX_PLACED = 90
#: how far behind a mention the rest of it is looked for
MAX_APPOSED = 160
TO_CLAUSE_END = re.compile(r"(?:, (?:and )?[^.,;:\n\"“”]{3,80}){1,3}(?:(?<=\b[A-Z])\.[^.,;:\n\"“”]{3,60})?")


class MentionReader:
    """Reads the mentions of one article."""

    def __init__(self, text: str, pack: LanguagePack, register: Register) -> None:
        self._text = text
        self._naming = pack.naming
        self._is_ordered = pack.order is not None
        self._register = register

    def read(self, span: Span) -> Mention:
        """Read a mention; one that stops within a run ("Secretary | of State Ada Lind") goes on."""
        mention = read_mention(self._text, span, self._naming)
        if mention.kind is MentionKind.PRONOUN:
            return mention
        whole = self._with_noun(span) or self._with_place(span, mention)
        if whole is not None:
            return read_mention(self._text, whole, self._naming)
        longer = (self._apposed(span) if mention.name is None else None) or self._read_on(span, mention)
        if longer is None or longer.name is None:
            return mention
        person = self._register.find(longer.name)
        is_better = mention.name is None or (person is not None and person.is_certain)
        return longer if is_better else mention

    def _with_noun(self, span: Span) -> Span | None:
        """Take the noun in that "a 2008 Orlan | veteran" stops before."""
        opening = WORDS.match(self._text, span.start, span.end)
        if opening is None or opening.group().lower() not in self._naming.indefinite:
            return None
        following = NEXT_WORD.match(self._text, span.end)
        if following is None or not self._naming.is_people_noun(following.group(1)):
            return None
        return Span(span.start, following.end())

    def _with_place(self, span: Span, mention: Mention) -> Span | None:
        """Take the noun in that "a senior official in | Halden" leaves out; none before a person's name."""
        if mention.name is None:
            return None
        left = self._text[max(0, span.start - MAX_PLACED) : span.start]
        before, _, preposition = left[:-1].rpartition(" ")
        if preposition not in self._naming.place_prepositions or self._is_person(mention.name):
            return None
        ends = span.start - len(preposition) - 2
        for found in find_nominals(before, self._naming):
            if found.span.end == len(before):
                return Span(ends - len(before) + found.span.start, span.end)
        return None

    def _is_person(self, name: NameUse) -> bool:
        person = self._register.find(name)
        return person is not None and person.is_certain

    def _apposed(self, span: Span) -> Mention | None:
        """Read the full name that a comma parts from an office ("the League's | envoy, Mira Orlan")."""
        limit = span.end + MAX_APPOSED
        stop = self._text.find("\n", span.end, limit)
        for found in find_names(self._text[span.start : stop if stop >= 0 else limit], self._naming):
            use = found.shifted(span.start)
            if use.start < span.end or len(use.words) < 2:
                continue
            office = office_apposed(self._text, use, self._naming)
            if office is None or not span.start <= office.start <= span.end + 1:
                return None
            position = clean(office.cut(self._text))
            gender = gender_told(position, self._naming)
            whole = Span(span.start, use.end)
            return Mention(MentionKind.NAME, whole, name=use, gender=gender, position=position)
        return None

    def _read_on(self, span: Span, mention: Mention) -> Mention | None:
        """Read to the end of the run, and of an office that a full name follows after a comma."""
        end = self._run_end(span)
        is_office = mention.kind is MentionKind.ROLE and self._is_ordered
        is_bare_office = mention.name is None and (is_office or self._text[span.start].isupper())
        if is_bare_office and self._text[end : end + 2] == ", ":
            match = TO_CLAUSE_END.match(self._text, end, end + MAX_APPOSED)
            end = match.end() if match else end
        return read_mention(self._text, Span(span.start, end), self._naming) if end > span.end else None

    def _run_end(self, span: Span) -> int:
        if self._text[span.end : span.end + 1] not in (" ", "\u00a0"):
            return span.end
        pattern = run_pattern(self._naming)
        for run in pattern.finditer(self._text, span.start, span.end + MAX_APPOSED):
            if run.end() > span.end:
                return run.end() if run.start() < span.end else span.end
        return span.end
