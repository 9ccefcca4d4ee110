"""Noun phrases, cues and subjects of the languages that ``Order`` describes.

The same questions as for English (``phrases``, ``cues``, ``subjects``), answered from the pack's words alone:
a phrase is an article, some words, and a name or a noun for people; a subject stands before its verb, or
after it where the verb comes first. Every question looks at a bounded number of words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claims.text.cues import Cues
from claims.text.first_names import gender_of
from claims.text.languages.order import Order
from claims.text.languages.pack import LanguagePack
from claims.text.masking import GAP
from claims.text.names import UPPER, fold_word
from claims.text.phrases import Phrases, Stretch
from claims.text.subjects import Subjects

WORD = re.compile(r"[^\W_][\w'’&/-]*(?:\.(?=\w))?[\w'’-]*")
BRACKETS = re.compile(r"\s*\([^()]{1,40}\)")
#: what one clause ends with
CLAUSE_END = re.compile(rf"[,;:–—({GAP}]|\s-\s")
#: words of a noun phrase, of those before its noun, and after it before a name
MAX_WORDS, MAX_BEFORE_NOUN, MAX_AFTER_NOUN = 14, 4, 3
#: fillers and short phrases skipped between a verb and the subject after it
MAX_SKIPPED = 6
#: characters before a verb, and after it, that are looked at
LOOK_BACK, LOOK_AHEAD = 400, 260
#: a name whose particle opens the sentence: "Von der Leyen sagte"
PARTICLE_NAME = re.compile(rf"\s*((?:V[oa]n(?:\sde[rn])?|De(?:\sla)?|Di|Du|Le|La)\s[{UPPER}][\w-]+)")
#: a name in marks within the writer's words
MARKED = re.compile(r"\s*[«„“][^«»„“”]{1,80}[»“”]")
#: German: a participle, by its form
PARTICIPLE = re.compile(r"t$|(?:^|[a-zäöü])ge[a-zäöüß]+en$")
#: small words after a preposition that are passed over
MAX_AFTER_PREPOSITION = 3
#: marks of names inside a phrase are passed over like spaces
SKIPPED = ' «»"„“”'
#: a name in marks at a phrase's end takes its closing mark along
OPENING, CLOSING = "«„“", tuple("»“”")
#: shorter phrases behind a verb are pronouns, which may be its object
MIN_PHRASE = 5
#: how far behind marked words their verb stands at most
MAX_TO_VERB = 60


@dataclass(slots=True)
class _Reading:
    """A noun phrase while its words are read one by one."""

    start: int = -1
    #: behind its last noun, and behind its last word of any kind
    end: int = -1
    reached: int = -1
    #: small words before the noun, and since it
    before_noun: int = 0
    after_noun: int = 0
    #: number of the word after its last article
    after_article: int = -1
    #: its last noun is one for people, "and" or a link follows
    is_of_people: bool = False
    is_joined: bool = False
    is_linked: bool = False
    #: it turned out to be no phrase
    is_clause: bool = False

    def take_noun(self, end: int, *, is_of_people: bool) -> None:
        self.end, self.after_noun = end, 0
        self.is_of_people, self.is_joined, self.is_linked = is_of_people, False, False

    def take_small_word(self, *, is_last: bool) -> bool:
        """Take an adjective or the like; say whether the phrase may go on after it."""
        if self.end < 0:
            self.before_noun += 1
            return self.before_noun <= MAX_BEFORE_NOUN
        self.after_noun += 1
        return not is_last and self.after_noun <= MAX_AFTER_NOUN

    def take_small_words(self) -> None:
        """Count the small words since the noun to the phrase."""
        if self.after_noun:
            self.end = self.reached


class OrderedPhrases(Phrases):
    """Finds the noun phrases of one language."""

    def __init__(self, pack: LanguagePack, order: Order) -> None:
        super().__init__(pack.grammar, pack.naming)
        self._order = order
        self._names = pack.naming
        self._links = pack.naming.office_links | pack.naming.particles
        self._stops = order.verbs | order.auxiliaries | order.conjunctions | order.that | pack.naming.verbs

    def at(self, words: str, begin: int = 0) -> Stretch | None:
        """Return the noun phrase that begins at the first word from ``begin`` on."""
        reading = _Reading()
        for count, match in enumerate(self._words_from(words, begin)):
            low = match.group().lower()
            if count == 0:
                if low in self._names.subject_pronouns and low not in self._order.determiners:
                    return match.span()
                reading.start = match.start()
            if count == MAX_WORDS or not self._takes(reading, match, low, count):
                break
            reading.reached = match.end()
        else:
            if reading.is_linked:
                reading.take_small_words()  # "le ministre de l'intérieur", up to the comma
        return None if reading.is_clause else self._cut(words, reading.start, reading.end, reading.reached)

    def _takes(self, reading: "_Reading", match: re.Match[str], low: str, count: int) -> bool:
        """Say whether the phrase goes on with a word, and note what the word is to it."""
        if low in self._stops and not match.group()[0].isupper():
            reading.take_small_words()  # "le ministre du Redressement productif | a déclaré"
            return False
        if reading.end >= 0 and low in self._links:
            reading.is_joined, reading.is_linked = False, True
            return True
        if low in self._order.joining and reading.is_of_people and not reading.is_joined:
            reading.is_joined = True
            return True
        if low in self._order.determiners and not (count and match.group()[0].isupper()):
            return self._takes_article(reading, low, count)
        if self._is_noun(match.group(), low):
            reading.take_noun(match.end(), is_of_people=self._is_person_noun(fold_word(match.group())))
            return True
        if low in self._links:
            reading.is_clause = count == 0
            return count > 0
        is_inside = reading.end < 0 and reading.after_article > 0
        if self._is_outside(low) and not (is_inside and low in self._order.fillers):
            return False
        if not is_inside and not self._may_precede(low):
            reading.is_clause = reading.end < 0
            return False
        return reading.take_small_word(is_last=self._order.has_capital_nouns)

    def _may_precede(self, low: str) -> bool:
        """Say whether a small word without an article has an ending that it has before a noun."""
        return low.endswith(self._order.adjective_endings or "") or low[0].isdigit()

    def _takes_article(self, reading: "_Reading", low: str, count: int) -> bool:
        if reading.end >= 0:  # "der Sprecher der Stadt", no object: "Orlan den Streit"
            is_object = low in self._order.accusative and not reading.is_joined
            return self._order.has_capital_nouns and not is_object
        if count == reading.after_article:  # "die den Auftritt ...": a relative clause
            reading.is_clause = True
            return False
        reading.after_article = count + 1
        return True

    def _cut(self, words: str, start: int, end: int, reached: int) -> Stretch | None:
        """Close a phrase after its noun, or, after an article, after its last word."""
        if end >= 0:
            if words[end : end + 1] in CLOSING and any(mark in words[start:end] for mark in OPENING):
                end += 1
            brackets = BRACKETS.match(words, end)
            return start, brackets.end() if brackets else end
        if start < 0 or reached < 0 or self._order.has_capital_nouns:
            return None
        first = WORD.match(words, start)
        has_article = first is not None and first.group().lower() in self._order.determiners
        return (start, reached) if has_article and first is not None and reached > first.end() else None

    def _words_from(self, words: str, begin: int) -> Iterator[re.Match[str]]:
        """Give the words from ``begin`` on that nothing but spaces and brackets part."""
        at = begin
        for match in WORD.finditer(words, begin, begin + LOOK_AHEAD):
            between = words[at : match.start()]
            if between.strip(SKIPPED) and not BRACKETS.fullmatch(between.rstrip()):
                return
            yield match
            at = match.end()

    def _is_noun(self, word: str, low: str) -> bool:
        if word[0] in UPPER:
            is_opener = low in self._names.not_names and not self._order.has_capital_nouns
            if is_opener and not (word.isupper() and len(word) > 1):
                return False
            return low not in self._order.fillers and low not in self._names.prepositions
        return self._is_person_noun(fold_word(word))

    def is_announced(self, words: str, begin: int) -> bool:
        """Say whether a phrase opens with an article or a capital letter."""
        first = WORD.match(words, begin)
        if first is None:
            return False
        return first.group()[0] in UPPER or first.group().lower() in self._order.determiners

    def is_small(self, low: str) -> bool:
        """Say whether a word is an article, a preposition, a joining word or the like: no verb."""
        return (
            low in self._order.determiners
            or low in self._order.conjunctions
            or low in self._order.that
            or low in self._names.pronouns
            or (low in self._order.fillers and low not in self._order.auxiliaries)
            or low in self._names.prepositions
            or low in self._order.relatives
            or low in self._order.joining
        )

    def _is_outside(self, low: str) -> bool:
        """Say whether a small word cannot stand in a noun phrase."""
        return (
            low in self._order.fillers
            or low in self._names.prepositions
            or low in self._order.relatives
            or low in self._order.joining
        )

    def is_somebody(self, words: str) -> bool:
        """Say whether a phrase is a pronoun, a name, or has a noun for people or an organisation."""
        if self.is_person(words):
            return True
        capitals = [
            match.group()
            for match in WORD.finditer(words)
            if match.group()[0] in UPPER and match.group().lower() not in self._names.not_names
        ]
        if not capitals:
            return False
        return len(capitals) > 1 or capitals[0].isupper() or not self._order.has_capital_nouns

    def is_person(self, words: str) -> bool:
        """Say whether a phrase is a pronoun, or has a first name or a noun for people or an organisation."""
        for match in WORD.finditer(words):
            folded = fold_word(match.group())
            if match.group().lower() in self._names.subject_pronouns or self._is_person_noun(folded):
                return True
            if gender_of(folded) and match.group()[0] in UPPER:
                return True
        return False

    def head_of(self, words: str) -> str:
        """Return a phrase up to the article inside it: whose "die Anwendung | der Richtlinie" is left out."""
        found = WORD.finditer(words)
        next(found, None)
        inner = next((m.start() for m in found if m.group().lower() in self._order.determiners), len(words))
        return words[:inner]

    def _is_person_noun(self, folded: str) -> bool:
        return (
            self._names.role_of(folded) is not None
            or folded in self._names.groups
            or self._names.is_organisation(folded)
        )

    # -------------------------------------------------------------- the questions of ``Phrases``

    def opening(self, words: str) -> Stretch | None:
        """Return the noun phrase that ``words`` begin with."""
        return self.at(words)

    def first(self, sentence: str) -> Stretch | None:
        """Return the first noun phrase of a sentence that can be a subject."""
        for begin, end in clauses(sentence[:LOOK_BACK], self._order):
            found = self.of_clause(sentence[begin:end])
            if found:
                return begin + found[0], begin + found[1]
        return None

    def of_clause(self, clause: str) -> Stretch | None:
        """Return the noun phrase that opens a clause, joining words before it left out."""
        named = PARTICLE_NAME.match(clause)
        if named and (following := WORD.match(clause, named.end() + 1)) and following.group() in self._stops:
            return named.span(1)
        for match in self._words_from(clause, 0):
            low = match.group().lower()
            if low in self._order.determiners or low in self._names.subject_pronouns:
                return self.at(clause, match.start())
            if self._is_adverb(clause, match, low):
                return None
            if low in self._order.joining or low in self._order.focus:
                continue
            if low in self._order.fillers and not self._order.is_verb_second:
                continue
            if self._is_outside(low) or low in self._order.conjunctions or low in self._stops:
                return None
            return self.at(clause, match.start())
        return None

    def _is_adverb(self, clause: str, match: re.Match[str], low: str) -> bool:
        """Say whether a capitalised word is one that only opens the sentence ("Offenbar gab Orlan ...")."""
        if match.group()[0] not in UPPER or low not in self._names.not_names or low in self._order.focus:
            return False
        following = WORD.search(clause, match.end())
        return following is None or following.group()[0] not in UPPER

    def ending(self, words: str) -> Stretch | None:
        """Return the noun phrase that ``words`` end with, fillers behind it left out."""
        shift = max(0, len(words) - LOOK_AHEAD)
        tail = words[shift:]
        matches = list(WORD.finditer(tail))[-MAX_WORDS:]
        for place, match in enumerate(matches):
            low = match.group().lower()
            previous = matches[place - 1].group().lower() if place else ""
            if self._is_outside(low) or low in self._stops or previous in self._names.prepositions:
                continue
            found = self.at(tail, match.start())
            if found and (not tail[found[1] :].strip(" ,") or self.only_fillers(tail[found[1] :])):
                return shift + found[0], shift + found[1]
        return None

    def only_fillers(self, words: str) -> bool:
        """Say whether ``words`` are nothing but fillers and auxiliaries."""
        if CLAUSE_END.search(words):
            return False
        allowed = self._order.fillers | self._order.auxiliaries
        return all(match.group().lower() in allowed for match in WORD.finditer(words))

    def after_verb(self, words: str, begin: int) -> Stretch | None:
        """Return the subject after a verb that ends at ``begin``, fillers and short phrases skipped."""
        at = begin
        for _ in range(MAX_SKIPPED):
            match = WORD.search(words, at, at + LOOK_AHEAD)
            marked = MARKED.match(words, at)
            if marked:
                at = marked.end()
                continue
            if match is None or words[at : match.start()].strip(SKIPPED):
                return None
            low = match.group().lower()
            if low in self._names.prepositions:
                end = self._after_preposition(words, match.end())
                if end is None:
                    return None
                at = end
            elif low in self._order.fillers or low in self._order.auxiliaries or low in self._order.verbs:
                at = match.end()
            elif low in self._order.determiners and self._is_filler_at(words, match.end()):
                at = match.end()  # "este lunes"
            else:
                return self.at(words, match.start())
        return None

    def _is_filler_at(self, words: str, begin: int) -> bool:
        following = WORD.search(words, begin)
        return following is not None and following.group().lower() in self._order.fillers

    def _after_preposition(self, words: str, begin: int) -> int | None:
        """Where what a preposition stands before ends; None if nobody knows."""
        if self._order.has_capital_nouns:
            phrase = self.at(words, begin)
            return phrase[1] if phrase else None
        end = begin
        for count, match in enumerate(self._words_from(words, begin)):
            low = match.group().lower()
            if low in self._names.prepositions or self._is_person_noun(fold_word(match.group())):
                break
            if count > MAX_AFTER_PREPOSITION or (count and match.group()[0] in UPPER):
                break
            end = match.end()
            if match.group()[0] in UPPER:
                break
        return end if end > begin else None


class OrderedCues(Cues):
    """Finds the verbs of speech of one language."""

    def __init__(self, pack: LanguagePack, order: Order, phrases: OrderedPhrases) -> None:
        super().__init__(pack, phrases)
        self._order = order
        self._strong = order.verbs - order.weak

    def find(self, stretch: str) -> list[re.Match[str]]:
        """Return the verbs of speech of a stretch outside marked words, in order."""
        return [
            match
            for match in WORD.finditer(stretch)
            if self._is_verb_of_speech(stretch, match) and self._counts(stretch, match)
        ]

    def find_after_quote(self, stretch: str) -> list[re.Match[str]]:
        """Return the verbs of speech of the stretch after marked words."""
        return [match for match in WORD.finditer(stretch) if self._is_verb_of_speech(stretch, match)]

    def _is_verb_of_speech(self, stretch: str, match: re.Match[str]) -> bool:
        """Say whether a word is a verb of speech, or only with the small word that closes its clause."""
        word = match.group()
        return word in self._order.verbs or (word in self._order.separated and self.speaks(stretch, match))

    def speaks(self, sentence: str, match: re.Match[str]) -> bool:
        """Say whether a verb is one of speech by itself, or by the small word that closes its clause."""
        if match.group() in self._strong:
            return True
        separated = self._order.separated.get(match.group())
        if not separated:
            return False
        end = CLAUSE_END.search(sentence, match.end())
        clause = sentence[match.end() : end.start() if end else len(sentence)]
        return not separated.isdisjoint(clause.split())

    def _counts(self, stretch: str, match: re.Match[str]) -> bool:
        if match.group() not in self._order.weak:
            return True
        return (
            stretch[match.end() :].rstrip().endswith((":", ",")) or len(stretch) - match.end() < MAX_TO_VERB
        )


class OrderedSubjects(Subjects):
    """Finds the subjects of one language's verbs."""

    def __init__(self, pack: LanguagePack, order: Order, phrases: OrderedPhrases, cues: OrderedCues) -> None:
        super().__init__(pack.grammar, phrases, cues)
        self._order = order
        self._nouns = phrases
        self._finders = cues

    def before(self, sentence: str, verb: int) -> Stretch | None:
        """Return the subject of the verb at ``verb``: before it, or after it where the verb comes first."""
        if self._is_passive(sentence, verb):
            begin = max((cut.end() for cut in CLAUSE_END.finditer(sentence, 0, verb)), default=0)
            return self.doer(sentence[:verb], begin)
        shift = max(0, verb - LOOK_BACK)
        left = sentence[shift:verb]
        match = WORD.match(sentence, verb)
        behind = self._subject_after(sentence, match.end() if match else verb)
        found = self._to_the_left(left)
        if found is not None:
            found = shift + found[0], shift + found[1]
            return behind if behind and self._is_inverted(sentence, found, behind) else found
        if behind is not None:
            return behind
        found = self._far_left(left)
        return (shift + found[0], shift + found[1]) if found else None

    def doer(self, words: str, begin: int) -> Stretch | None:
        """Return whom a passive clause names behind "von" ("wurde von Orlan gefordert"); None if nobody."""
        for match in WORD.finditer(words, begin):
            if match.group().lower() in self._order.doers:
                return self._nouns.at(words, match.end())
        return None

    def _is_passive(self, sentence: str, verb: int) -> bool:
        match = WORD.match(sentence, verb)
        if match is None or not self._order.passives or not PARTICIPLE.search(match.group()):
            return False
        if match.group() in self._order.quoting:
            return False
        begin = max((cut.end() for cut in CLAUSE_END.finditer(sentence, 0, verb)), default=0)
        end = CLAUSE_END.search(sentence, match.end())
        clause = sentence[begin:verb].split() + sentence[match.end() : end.start() if end else None].split()
        return not self._order.passives.isdisjoint(clause)

    def _subject_after(self, sentence: str, verb_end: int) -> Stretch | None:
        found = self._nouns.after_verb(sentence, verb_end)
        if found is None:
            return None
        first = WORD.match(sentence, found[0])
        return None if first and first.group().lower() in self._order.oblique else found

    def _is_inverted(self, sentence: str, found: Stretch, behind: Stretch) -> bool:
        """Say whether what stands before a verb is its object, and the person behind it its subject."""
        if not self._order.is_verb_second or behind[1] - behind[0] < MIN_PHRASE:
            return False
        before = self._nouns.head_of(sentence[found[0] : found[1]])
        return not self._nouns.is_person(before) and self._nouns.is_person(sentence[behind[0] : behind[1]])

    def _to_the_left(self, left: str) -> Stretch | None:
        """The subject in the clause of the verb, or in the one that an addition interrupts."""
        pieces = list(clauses(left, self._order))
        if not pieces:
            return None
        begin, end = pieces[-1]
        if (left[end - 1 : end] in ",)–—" and not left[end:].strip()) or left[begin:end].rstrip().endswith(
            ","
        ):
            return self._across_addition(left, pieces)
        clause = left[begin:end]
        if self._only_joins(clause):
            return self._of_verb_before(left[:begin])
        if self._nouns.only_fillers(clause):
            return (
                None
                if self._order.is_verb_second or left[:begin].rstrip()[-1:] == GAP
                else self._far_left(left)
            )
        found = self._in_clause(clause)
        if found is None and self._is_relative(clause) and len(pieces) > 1:
            begin, end = pieces[-2]
            found = self._nouns.ending(left[begin:end].rstrip(" ,")) or self._nouns.of_clause(left[begin:end])
        return (begin + found[0], begin + found[1]) if found else None

    def _of_verb_before(self, left: str) -> Stretch | None:
        """The subject of the verb of speech before "and", or whatever opens the sentence."""
        verbs = self._finders.find_after_quote(left)
        if verbs and not left[verbs[-1].start() - 1 : verbs[-1].start()].isalpha():
            shorter = left[: verbs[-1].start()]
            found = self._far_left(shorter) or self._subject_after(left, verbs[-1].end())
            if found is not None:
                return found
        return self._far_left(left)

    def _across_addition(self, left: str, pieces: list[Stretch]) -> Stretch | None:
        """The subject before an addition ("Orlan, mayor of Halden, said"): a clause that is one phrase."""
        for begin, end in reversed(pieces):
            clause = left[begin:end].rstrip(" ,)–—")
            found = self._nouns.of_clause(clause)
            if (
                found
                and not clause[found[1] :].strip()
                and self._nouns.is_somebody(clause[found[0] : found[1]])
            ):
                before = [p for p in pieces if p[1] <= begin]
                if before and len(pieces) > 1:
                    earlier = self._across_addition(left[:begin], before) if left[begin - 1] == "," else None
                    if earlier:
                        return earlier
                return begin + found[0], begin + found[1]
        return None if self._order.is_verb_second else self._far_left(left)

    def _only_joins(self, clause: str) -> bool:
        words = [match.group().lower() for match in WORD.finditer(clause)]
        allowed = self._order.fillers | self._order.joining
        return any(word in self._order.joining for word in words) and all(word in allowed for word in words)

    def _of_auxiliary(self, clause: str) -> Stretch | None:
        """The subject of the auxiliary that a participle closes ("soll Orlan ... gesagt haben")."""
        for match in WORD.finditer(clause):
            if match.group().lower() in self._order.auxiliaries:
                opening = self._nouns.of_clause(clause[: match.start()])
                return opening or self._nouns.after_verb(clause, match.end())
        return None

    def _in_clause(self, clause: str) -> Stretch | None:
        opening = self._nouns.of_clause(clause)
        if opening and (self._order.is_verb_last or self._nouns.only_fillers(clause[opening[1] :])):
            return opening
        if self._order.is_verb_second:
            return self._after_conjunction(clause) or self._of_auxiliary(clause)
        return self._nouns.ending(clause) or self._after_conjunction(clause)

    def _after_conjunction(self, clause: str) -> Stretch | None:
        """The subject of a subordinate clause, right after its conjunction ("wie die Polizei ...")."""
        match = WORD.search(clause)
        if match is None or match.group().lower() not in self._order.conjunctions | self._order.that:
            return None
        return self._nouns.at(clause, match.end())

    def _is_relative(self, clause: str) -> bool:
        match = WORD.search(clause)
        return match is not None and match.group().lower() in self._order.relatives

    def _far_left(self, left: str) -> Stretch | None:
        """The phrase that opens the sentence, or its part after marked words."""
        for begin, end in clauses(left, self._order):
            found = self._nouns.of_clause(left[begin:end])
            if found:
                return begin + found[0], begin + found[1]
        return None

    def leading(self, tag: str, verb: int) -> Stretch | None:
        """Return the subject that opens the stretch after marked words, up to its verb."""
        lead = len(tag) - len(tag.lstrip(" ,–—-"))
        found = self._nouns.at(tag, lead)
        return (
            found if found and found[1] <= verb and self._nouns.only_fillers(tag[found[1] : verb]) else None
        )

    def main(self, left: str, most_gaps: int = 1) -> Stretch | None:
        """Return the phrase that the sentence is about."""
        return self._nouns.first(left)

    def of_participle(self, left: str) -> Stretch | None:
        """Return the subject of a participle after ``left``."""
        return self.before(left, len(left))

    def is_only_between(self, words: str) -> bool:
        """Say whether nothing but fillers stand between a verb and its subject."""
        return self._nouns.only_fillers(words)


def clauses(words: str, order: Order) -> Iterator[Stretch]:
    """Cut a stretch at commas, dashes, marked words and joining words, blank pieces left out."""
    begin = 0
    cuts = [match.end() for match in CLAUSE_END.finditer(words)]
    cuts += _joined(words, order)
    for cut in [*sorted(cuts), len(words)]:
        if words[begin:cut].strip(f" ,;:–—(-{GAP}"):
            yield begin, cut
        begin = cut


def _joined(words: str, order: Order) -> Iterator[int]:
    """Where a joining word opens a clause of its own: a verb follows it, and no noun."""
    if order.joining.isdisjoint(words.split()):
        return
    previous: re.Match[str] | None = None
    for match in WORD.finditer(words):
        if previous is not None and match.group().lower() in order.verbs | order.auxiliaries | order.fillers:
            yield previous.start()
        previous = match if match.group() in order.joining and match.start() else None
    if previous is not None:
        yield previous.start()


@lru_cache(maxsize=32)
def ordered_finders(pack: LanguagePack) -> tuple[OrderedPhrases, OrderedCues, OrderedSubjects]:
    """Return the finders of a language that has an ``Order``."""
    assert pack.order is not None
    phrases = OrderedPhrases(pack, pack.order)
    cues = OrderedCues(pack, pack.order, phrases)
    return phrases, cues, OrderedSubjects(pack, pack.order, phrases, cues)
