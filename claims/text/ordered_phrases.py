"""Noun phrases of the languages that ``Order`` describes.

The same questions as for English (``phrases``), answered from the pack's words alone: a phrase is an article,
some words, and a name or a noun for people. Every question looks at a bounded number of words. Verbs of
speech and subjects have modules of their own beside this one.
"""

import re
from collections.abc import Iterator

from claims.text.first_names import gender_of
from claims.text.languages.order import Order
from claims.text.languages.pack import LanguagePack
from claims.text.masking import GAP
from claims.text.name_runs import ARABIC_ARTICLES, UPPER, fold_word
from claims.text.noun_reading import NounReading
from claims.text.phrases import Phrases, Stretch

WORD = re.compile(r"[^\W_][\w'’&/-]*(?:\.(?=\w))?[\w'’-]*")
BRACKETS = re.compile(r"\s*\([^()]{1,40}\)")
#: what one clause ends with
CLAUSE_END = re.compile(rf"[,;:–—({GAP}]|\s-\s")
#: words of a noun phrase
MAX_WORDS = 14
#: fillers and short phrases skipped between a verb and the subject after it
MAX_SKIPPED = 6
#: characters before a verb, and after it, that are looked at
LOOK_BACK, LOOK_AHEAD = 400, 260
#: a name whose particle opens the sentence: "Von der Leyen sagte"
PARTICLE_NAME = re.compile(rf"\s*((?:V[oa]n(?:\sde[rn])?|De(?:\sla)?|Di|Du|Le|La)\s[{UPPER}][\w-]+)")
#: a name in marks within the writer's words
MARKED = re.compile(r"\s*[«„“][^«»„“”]{1,80}[»“”]")
#: small words after a preposition that are passed over
MAX_AFTER_PREPOSITION = 3
#: marks of names inside a phrase are passed over like spaces
SKIPPED = " «»\"„“”'"
#: a name in marks at a phrase's end takes its closing mark along
OPENING, CLOSING = "«„“", tuple("»“”")


def is_capital(word: str) -> bool:
    """Say whether a word opens with a capital, behind an Arabic article or not ("al-Khatibi")."""
    if word[0] in UPPER:
        return True
    article, _, name = word.partition("-")
    return bool(name) and article in ARABIC_ARTICLES and name[0] in UPPER


class OrderedPhrases(Phrases):
    """Finds the noun phrases of one language."""

    def __init__(self, pack: LanguagePack, order: Order) -> None:
        super().__init__(pack.grammar, pack.naming)
        self._order = order
        self._names = pack.naming
        self._links = pack.naming.office_links | pack.naming.particles
        self.prepositions = pack.naming.prepositions
        self._stops = order.verbs | order.auxiliaries | order.conjunctions | order.that | pack.naming.verbs

    def at(self, words: str, begin: int = 0) -> Stretch | None:
        """Return the noun phrase that begins at the first word from ``begin`` on."""
        reading = NounReading()
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
            is_described = reading.after_article >= 0 and reading.after_noun == 1
            if not self._order.has_capital_nouns and (reading.is_linked or is_described):
                reading.take_small_words()  # "le ministre de l'intérieur", "la centrale syndicale"
        if reading.is_clause:
            return None
        return self._cut(words, reading.start, reading.end, reading.reached) or self._pronoun(words, begin)

    def _pronoun(self, words: str, begin: int) -> Stretch | None:
        """Return the pronoun that a phrase without a noun is ("o", "este"), which is an article elsewhere."""
        first = WORD.search(words, begin)
        is_pronoun = first is not None and first.group().lower() in self._names.subject_pronouns
        return (
            first.span() if first is not None and is_pronoun and not self._order.has_capital_nouns else None
        )

    def _takes(self, reading: NounReading, match: re.Match[str], low: str, count: int) -> bool:
        """Say whether the phrase goes on with a word, and note what the word is to it."""
        if low in self._stops and not match.group()[0].isupper():
            reading.take_small_words()  # "le ministre du Redressement productif | a déclaré"
            return False
        if reading.end >= 0 and low in self._links:
            reading.is_joined, reading.is_linked = False, True
            reading.is_owned = low in self._order.genitive
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
        # "ein Sprecher der israelischen | Streitkräfte"
        return reading.take_small_word(is_last=self._order.has_capital_nouns and not reading.is_owned)

    def _may_precede(self, low: str) -> bool:
        """Say whether a small word without an article has an ending that it has before a noun."""
        return low.endswith(self._order.adjective_endings or "") or low[0].isdigit()

    def _takes_article(self, reading: NounReading, low: str, count: int) -> bool:
        if reading.end >= 0:  # "der Sprecher einer Stadt", no object: "Orlan den Streit"
            reading.is_owned = low in self._order.genitive
            return self._order.has_capital_nouns and (reading.is_owned or reading.is_joined)
        is_verb = self._order.has_capital_nouns and reading.before_noun > 0 and reading.after_article < 0
        if is_verb or count == reading.after_article:  # "zogen die Leute"; "die den Auftritt …"
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
            if between[:1] in CLOSING and not any(mark in words[begin:at] for mark in "«„"):
                return  # "«Голосу Америки» | Александр Белов"
            yield match
            at = match.end()

    def _is_noun(self, word: str, low: str) -> bool:
        if is_capital(word):
            is_opener = low in self._names.not_names and not self._order.has_capital_nouns
            if is_opener and not (word.isupper() and len(word) > 1):
                return False
            return low not in self._order.fillers and low not in self._names.prepositions
        return self._is_person_noun(fold_word(word))

    def is_announced(self, words: str, begin: int) -> bool:
        """Say whether a phrase opens with an article, a pronoun or a capital letter."""
        first = WORD.match(words, begin)
        if first is None:
            return False
        low = first.group().lower()
        return is_capital(first.group()) or low in self._order.determiners | self._names.subject_pronouns

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

    def is_no_verb(self, low: str) -> bool:
        """Say whether a word is a small one or an adverb ("heute")."""
        return self.is_small(low) or low in self._names.not_names

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
            if is_capital(match.group()) and match.group().lower() not in self._names.not_names
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
            if gender_of(folded) and is_capital(match.group()):
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

    def behind_apposition(self, sentence: str, end: int) -> int:
        """Return where an apposition ends that opens at ``end`` ("said the mayor, Mira Orlan, | …").

        Without one that is ``end`` itself.
        """
        comma = sentence.find(",", end + 1)
        if sentence[end : end + 1] != "," or comma < 0:
            return end
        apposed = self.of_clause(sentence[end + 1 : comma])
        return comma if apposed and not sentence[end + 1 + apposed[1] : comma].strip() else end

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
