"""Moods that report: the German "sei" and "habe", by which a sentence is somebody's without saying so."""

import re

from claims.text.languages.order import Order
from claims.text.ordered_phrases import WORD, OrderedPhrases

#: longer sentences are lists or no prose
MAX_SENTENCE = 600
CLAUSE = re.compile(r"[^,;:–—()]+")
#: ends of verbs that tell no mood: "machte" is past
PAST = "te"
#: stems in t, whose "-te" is no past
T_STEMS = ("arbeite", "erwarte", "bereite", "berichte", "betrachte", "vertrete", "leiste", "richte", "leite")


def opens_with_mood(clause: str, phrases: OrderedPhrases, order: Order) -> bool:
    """Say whether a clause's subject and a verb in the mood that reports open it ("die Stadt plane …")."""
    subject = phrases.of_clause(clause)
    verb = WORD.match(clause, subject[1] + 1) if subject else None
    if verb is None or not order.reporting_moods or not verb.group().islower():
        return False
    word = verb.group()
    if not word.endswith("e") or (word.endswith(PAST) and not word.endswith(T_STEMS)):
        return False
    return not phrases.is_no_verb(word)


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


def is_hearsay(sentence: str, order: Order) -> bool:
    """Say whether a sentence's verb shows that somebody is said to have done something ("soll … haben")."""
    return bool(order.hearsay) and re.search(order.hearsay, sentence) is not None
