"""Verbs that close their clause behind the marked words, in languages whose verb stands second.

"Sie hat von einem „Sieg“ gesprochen", "er rief zum „Streik“ auf", "die Stadt, die das „unnötig“ nennt": what
opens the bracket stands before the words, its verb of speech, or the small word that makes it one, behind
them. Enter at ``verb_closes_clause``.
"""

import re

from claims.text.languages.order import Order
from claims.text.masking import GAP
from claims.text.ordered_cues import OrderedCues
from claims.text.ordered_phrases import WORD, OrderedPhrases, clauses
from claims.text.ordered_subjects import PARTICIPLE, OrderedSubjects
from claims.text.phrases import Stretch
from claims.text.places import Attribution, Place
from claims.text.rules import rule

#: what ends the clause behind the words
CLAUSE_END = re.compile(rf"[,;:.!?–—({GAP}]")
#: further behind the words their clause does not close
MAX_TO_CLOSE = 120
#: the verb of a clause is among its last words: "genannt haben"
LAST_WORDS = 2


class Brackets:
    """Looks for the subject of a verb that closes the clause of marked words."""

    def __init__(
        self, order: Order, phrases: OrderedPhrases, cues: OrderedCues, subjects: OrderedSubjects
    ) -> None:
        self._order = order
        self._phrases = phrases
        self._cues = cues
        self._subjects = subjects

    def opened(self, place: Place) -> tuple[Stretch, Stretch] | None:
        """Return the subject and the closing verb of the marked words' clause."""
        pieces = list(clauses(place.left, self._order))
        last = self._closing_words(place)
        if not pieces or not last:
            return None
        begin, end = pieces[-1]
        first = WORD.search(place.left, begin, end)
        verb = next((word for word in last if word.group() in self._order.verbs), None)
        if verb is not None and self._is_passive(verb, last, place.left[begin:end]):
            doer = self._subjects.doer(place.left, begin)
            return (doer, self._placed(verb, place)) if doer is not None else None
        if verb is not None and first is not None and begin:
            inner = self._of_subordinate(place.left, begin, first)
            if inner is not None:
                return inner, self._placed(verb, place)
        for match in reversed(list(WORD.finditer(place.left, begin, end))):
            closes = last[-1].group() in self._order.separated.get(match.group(), ())
            if closes or (verb is not None and match.group().lower() in self._order.auxiliaries):
                subject = self._subjects.before(place.sentence, match.start())
                cue = match.span() if verb is None else self._placed(verb, place)
                return (subject, cue) if subject is not None else None
        return None

    def _is_passive(self, verb: re.Match[str], last: list[re.Match[str]], clause: str) -> bool:
        words = {*clause.lower().split(), *(word.group() for word in last)}
        return PARTICIPLE.search(verb.group()) is not None and not self._order.passives.isdisjoint(words)

    def _of_subordinate(self, left: str, begin: int, first: re.Match[str]) -> Stretch | None:
        """Whoever a relative clause is about, or the subject behind a conjunction."""
        low = first.group().lower()
        if low in self._order.conjunctions | self._order.that:
            return self._phrases.at(left, first.end())
        if low not in self._order.relatives or low in self._order.oblique:
            return None
        if not left[:begin].rstrip().endswith(","):
            return None
        return self._phrases.ending(left[:begin].rstrip(" ,"))

    def _closing_words(self, place: Place) -> list[re.Match[str]]:
        end = CLAUSE_END.search(place.tag)
        stop = end.start() if end else len(place.tag)
        if stop > MAX_TO_CLOSE:
            return []
        return list(WORD.finditer(place.tag, 0, stop))[-LAST_WORDS:]

    def _placed(self, word: re.Match[str], place: Place) -> Stretch:
        return place.at + 1 + word.start(), place.at + 1 + word.end()


@rule(0.8)
def verb_closes_clause(brackets: Brackets, place: Place) -> Attribution | None:
    """The speaker stands before the quotation, and the verb of speech closes the clause behind it."""
    found = brackets.opened(place)
    return Attribution(*found, verb_closes_clause.__name__) if found is not None else None
