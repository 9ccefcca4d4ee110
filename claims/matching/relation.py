"""How two statements of a match stand to each other.

A contradiction is a question and never a finding: one side negates or has another number, and whether
the two contradict is for a person to say.
"""

from enum import StrEnum

from claims.matching.features import Comparison

#: same words: this much of the longer statement's information is shared, and spelled alike
SAME_SHARE = 0.8
SAME_SPELLING = 0.8
#: contained: this much of the shorter statement's information is shared, in this order, and is this much
CONTAINED_SHARE = 0.75
CONTAINED_ORDER = 0.7
CONTAINED_INFORMATION = 8.0  # nats: less is an idle phrase that many statements hold
#: the shorter of two statements of the same words has at least this part of the other's terms
SAME_LENGTH = 0.78
#: two statements that share less than this do not speak of one thing
CONTRADICTION_SHARE = 0.6
#: a "not" outside a partial quote contradicts nothing: the shorter has at least this part of the terms
CONTRADICTION_LENGTH = 0.64


class Relation(StrEnum):
    """How the two statements of a match stand to each other."""

    SAME_WORDS = "same_words"
    CONTAINED = "contained"
    REWORDED = "reworded"
    CONTRADICTION = "contradiction"


def relation_of(pair: Comparison) -> Relation:
    """Return the relation of two compared statements."""
    if _may_contradict(pair):
        return Relation.CONTRADICTION
    numbers = pair.numbers
    if numbers["same_terms"]:
        return Relation.SAME_WORDS
    if numbers["share_of_longer"] >= SAME_SHARE and numbers["spelling"] >= SAME_SPELLING:
        return Relation.SAME_WORDS
    if _is_contained(pair):
        return Relation.SAME_WORDS if _length_ratio(pair) >= SAME_LENGTH else Relation.CONTAINED
    return Relation.REWORDED


def _is_contained(pair: Comparison) -> bool:
    return (
        pair.numbers["share_of_shorter"] >= CONTAINED_SHARE
        and pair.numbers["order_of_shorter"] >= CONTAINED_ORDER
        and pair.information >= CONTAINED_INFORMATION
    )


def _may_contradict(pair: Comparison) -> bool:
    if pair.numbers["same_terms"] or pair.numbers["share_of_shorter"] < CONTRADICTION_SHARE:
        return False
    if pair.numbers_differ:
        return True
    return pair.negation_differs and _length_ratio(pair) >= CONTRADICTION_LENGTH


def _length_ratio(pair: Comparison) -> float:
    few, many = sorted((len(pair.left.terms.words), len(pair.right.terms.words)))
    return few / many if many else 1.0
