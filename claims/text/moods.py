"""Moods that report: the German "sei" and "habe", by which a sentence is somebody's without saying so."""

import re

from claims.text.languages.order import Order
from claims.text.ordered_phrases import WORD

#: longer sentences are lists or no prose
MAX_SENTENCE = 600
CLAUSE = re.compile(r"[^,;:–—()]+")


def has_main_mood(sentence: str, moods: frozenset[str], order: Order) -> bool:
    """Say whether a clause that no small word makes another's has its verb in a mood that reports.

    A verb that closes its clause stands in a subordinate one.
    """
    if len(sentence) > MAX_SENTENCE or moods.isdisjoint(sentence.split()):
        return False
    for clause in CLAUSE.finditer(sentence):
        found = [match.group() for match in WORD.finditer(clause.group())]
        if not found or found[0].lower() in order.conjunctions | order.that:
            continue
        if any(word in moods for word in (found[:-1] if len(found) > 2 else found)):
            return True
    return False
