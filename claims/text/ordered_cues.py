"""Verbs of speech of the languages that ``Order`` describes, and the small words that make them such."""

import re

from claims.text.cues import Cues
from claims.text.languages.order import Order
from claims.text.languages.pack import LanguagePack
from claims.text.ordered_phrases import CLAUSE_END, WORD, OrderedPhrases

#: how far behind marked words their verb stands at most
MAX_TO_VERB = 60
#: so few words behind a verb close its clause
MAX_NOUN_BEHIND = 2


class OrderedCues(Cues):
    """Finds the verbs of speech of one language."""

    def __init__(self, pack: LanguagePack, order: Order, phrases: OrderedPhrases) -> None:
        super().__init__(pack, phrases)
        self._order = order
        self._strong = order.verbs - order.weak
        self._verbs = order.verbs
        self._any = order.verbs | order.separated.keys()

    def find(self, stretch: str) -> list[re.Match[str]]:
        """Return the verbs of speech of a stretch outside marked words, in order."""
        return [match for match in self.find_after_quote(stretch) if self._counts(stretch, match)]

    def find_after_quote(self, stretch: str) -> list[re.Match[str]]:
        """Return the verbs of speech of the stretch after marked words.

        Some are ones only with the small word that closes their clause.
        """
        if self._any.isdisjoint(WORD.findall(stretch)):  # most stretches have none
            return []
        found = [match for match in WORD.finditer(stretch) if match.group() in self._any]
        return [match for match in found if match.group() in self._verbs or self.speaks(stretch, match)]

    def speaks(self, sentence: str, match: re.Match[str]) -> bool:
        """Say whether a verb is one of speech by itself, or by the small word that closes its clause."""
        if match.group() in self._strong:
            return True
        separated = self._order.separated.get(match.group())
        if not separated:
            return False
        if self._order.is_verb_last:
            return not separated.isdisjoint(sentence[: match.start()].split()[-1:])
        end = CLAUSE_END.search(sentence, match.end())
        clause = sentence[match.end() : end.start() if end else len(sentence)].rstrip(" .!?").split()
        if len(clause) < MAX_NOUN_BEHIND:  # "die Ansicht vertreten": the noun may stand before the verb
            clause += [word for word in sentence[: match.start()].split()[-3:] if word[0].isupper()]
        return not separated.isdisjoint(clause)

    def is_verbal(self, word: str) -> bool:
        """Say whether a word is a verb of speech or an auxiliary."""
        return word in self._order.verbs or word in self._order.auxiliaries

    def reports(self, sentence: str, match: re.Match[str]) -> bool:
        """Say whether a verb is one of speech, or one of thinking, which needs a clause of its own."""
        return match.group() in self._order.thinking or self.speaks(sentence, match)

    def _counts(self, stretch: str, match: re.Match[str]) -> bool:
        if match.group() not in self._order.weak:
            return True
        return (
            stretch[match.end() :].rstrip().endswith((":", ",")) or len(stretch) - match.end() < MAX_TO_VERB
        )
