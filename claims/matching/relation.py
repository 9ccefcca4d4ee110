"""How two statements of a match stand to each other.

A contradiction is a question and never a finding: one side negates, has another number or the opposite word,
and whether the two contradict is for a person to say.
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
CONTRADICTION_LENGTH = 0.5


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
    if pair.has_same_terms or _is_alike_as_a_whole(pair):
        return Relation.SAME_WORDS
    if _is_contained(pair):
        return Relation.SAME_WORDS if pair.length_ratio >= SAME_LENGTH else Relation.CONTAINED
    return Relation.REWORDED


def _may_contradict(pair: Comparison) -> bool:
    if pair.has_same_terms or pair.information < CONTRADICTION_SHARE * pair.shorter.mass:
        return False
    if pair.numbers_differ:
        return True
    # "do not support" and "oppose" are one thing
    is_turned = pair.negation_differs != bool(pair.opposites)
    return is_turned and pair.length_ratio >= CONTRADICTION_LENGTH


def _is_alike_as_a_whole(pair: Comparison) -> bool:
    return pair.information >= SAME_SHARE * pair.longer.mass and pair.spelling >= SAME_SPELLING


def _is_contained(pair: Comparison) -> bool:
    return (
        pair.information >= max(CONTAINED_INFORMATION, CONTAINED_SHARE * pair.shorter.mass)
        and pair.in_order >= CONTAINED_ORDER * pair.fewer_terms
    )
