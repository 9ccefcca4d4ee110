"""Subjects of the languages that ``Order`` describes: before their verb, or behind it where it comes first.

Enter at ``ordered_finders``, which gives the finders of phrases and verbs too.
"""

import re
from functools import lru_cache

from claims.text.languages.order import Order
from claims.text.languages.pack import LanguagePack
from claims.text.masking import GAP
from claims.text.ordered_cues import OrderedCues
from claims.text.ordered_phrases import BRACKETS, CLAUSE_END, LOOK_BACK, WORD, OrderedPhrases, clauses
from claims.text.phrases import Stretch
from claims.text.subjects import Subjects

#: German: a participle, by its form
PARTICIPLE = re.compile(r"t$|(?:^|[a-zäöü])ge[a-zäöüß]+en$|^(?:be|emp|ent|er|ver|zer)[a-zäöüß]+en$")
#: shorter phrases behind a verb are pronouns, which may be its object
MIN_PHRASE = 5


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
        left = BRACKETS.sub(_blank, sentence[shift:verb])  # "Orlan (SPD) | sagte"
        match = WORD.match(sentence, verb)
        behind = self._subject_after(sentence, match.end() if match else verb)
        found = self._to_the_left(left)
        if found is not None:
            found = shift + found[0], shift + found[1]
            if behind and (self._is_inverted(sentence, found, behind) or self._is_as(sentence, found)):
                return behind
            return found
        if behind is not None:
            return behind
        found = self._far_left(left) or self.house(left)
        return (shift + found[0], shift + found[1]) if found else None

    def house(self, left: str) -> Stretch | None:
        """Return the organisation whose people speak ("В министерстве | заявили"); None if none opens."""
        first = WORD.search(left)
        if first is None or first.group().lower() not in self._order.house_words:
            return None
        found = self._nouns.at(left, first.end())
        return found if found and self._nouns.is_person(left[slice(*found)]) else None

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

    def _is_as(self, sentence: str, found: Stretch) -> bool:
        """Say whether a noun without an article stands behind "als" ("Als Grund gab die Stadt an")."""
        first = WORD.match(sentence, found[0])
        before = sentence[: found[0]].lower().split()[-1:]
        return (
            bool(before)
            and before[0] in self._order.like_words
            and not (first is not None and first.group().lower() in self._order.determiners)
            and not self._nouns.is_person(sentence[slice(*found)])
        )

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
        return self._far_left(left) or self._behind_first_verb(left)

    def _behind_first_verb(self, left: str) -> Stretch | None:
        """The person right behind the verb of a clause that something else opens ("Heute kamen sie …")."""
        if not self._order.is_verb_second:
            return None
        previous = ""
        for match in WORD.finditer(left):
            word = match.group()
            found = self._nouns.at(left, match.start()) if previous.islower() else None
            is_object = previous in self._nouns.prepositions or self._nouns.is_small(previous)
            if found and not is_object and word.lower() not in self._order.oblique:
                words = left[slice(*found)]
                return found if self._nouns.is_person(words) and self._nouns.is_announced(words, 0) else None
            previous = word
        return None

    def _across_addition(self, left: str, pieces: list[Stretch]) -> Stretch | None:
        """The subject before an addition ("Orlan, mayor of Halden, said"): a clause that is one phrase."""
        for begin, end in reversed(pieces):
            clause = left[begin:end].rstrip(" ,)–—")
            found = self._nouns.of_clause(clause)
            if (
                found
                and not clause[found[1] :].strip()
                and self._nouns.is_somebody(clause[found[0] : found[1]])
                and (not self._order.is_verb_second or self._nouns.is_announced(clause, found[0]))
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
            is_somebody = opening is not None and self._nouns.is_person(clause[slice(*opening)])
            if opening and is_somebody and self._goes_on(clause[opening[1] :]):
                return opening
            return self._after_conjunction(clause) or self._of_auxiliary(clause)
        return self._nouns.ending(clause) or self._after_conjunction(clause)

    def _goes_on(self, words: str) -> bool:
        """Say whether words are of the phrase before them: "das Komitee | im norwegischen Oslo"."""
        first = WORD.match(words.lstrip())
        if first is None or first.group() not in self._nouns.prepositions:
            return False
        return all(
            match.group()[0].isupper() or not self._finders.is_verbal(match.group())
            for match in WORD.finditer(words)
        )

    def _after_conjunction(self, clause: str) -> Stretch | None:
        """The subject of a subordinate clause, right after its conjunction ("wie die Polizei ...")."""
        match = WORD.search(clause)
        if match is None:
            return None
        if match.group() in self._nouns.prepositions:  # "von dem die Polizei glaubt"
            match = WORD.search(clause, match.end())
            return self._nouns.at(clause, match.end()) if match and self._is_relative(match.group()) else None
        if match.group().lower() not in self._order.conjunctions | self._order.that:
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
        first = WORD.match(tag, lead)
        if self._order.is_verb_last and first and first.group() in self._order.fillers:
            lead = first.end() + 1  # "- deyə Orlan bildirib"
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


@lru_cache(maxsize=32)
def ordered_finders(pack: LanguagePack) -> tuple[OrderedPhrases, OrderedCues, OrderedSubjects]:
    """Return the finders of a language that has an ``Order``."""
    assert pack.order is not None
    phrases = OrderedPhrases(pack, pack.order)
    cues = OrderedCues(pack, pack.order, phrases)
    return phrases, cues, OrderedSubjects(pack, pack.order, phrases, cues)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
