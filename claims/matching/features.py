"""What two statements have in common, as numbers from which the score is made.

How *much* information two statements share decides more than which share of their words it is: without
it the ranking of news pairs falls by a tenth. Numbers, negation and names give a little more each; which
string distance is taken hardly matters. RapidFuzz compares the order of whole terms (one code for each)
and the spelling.
"""

import math
from array import array
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler, LCSseq

from claims.matching.terms import Terms, term_hash
from claims.matching.weights import Weights
from claims.matching.words import folded_kin, folded_opposites

#: names of the numbers, in their order
NAMES = (
    "share_of_shorter", "share_of_longer", "cosine", "shared_information", "some_information",
    "order_of_shorter", "order_of_longer", "spelling", "spelling_of_part", "phrases_of_shorter",
    "phrases_of_longer", "variants", "numbers_shared", "numbers_differ", "numbers_one_sided",
    "negation_differs", "names_shared", "names_missing", "length_ratio", "weighed_share_of_shorter",
    "same_terms", "shortness", "pivoted_information", "weighed_share_of_longer",
    "verbless", "kin", "same_sentence",
)  # fmt: skip

#: shared information counts up to here, in nats: long statements are no surer than this
MUCH_INFORMATION = 60.0
SOME_INFORMATION = 15.0
#: names count up to here, in nats
MUCH_OF_NAMES = 20.0
MANY_NUMBERS = 3
#: statements with less information than this count less by their share
FULL_MASS_OF_SHORTER = 25.0
FULL_MASS_OF_LONGER = 40.0
INFORMATION_PIVOT = 80.0
#: the shorter statement is looked for inside the longer one if it has less than this part of its terms
CLEARLY_SHORTER = 0.85
#: and if it has at most so many letters: looking for 1,600 in 2,000 takes 60 ms, for 400 less than one
LONGEST_PART = 400

#: a pair that shares less than this part of the shorter statement's information is not looked at closely,
#: nor one that shares less than so many nats, if it is not nearly all of both: of 100 pairs that reach a
#: score of 0.3, 95 share more (news statements)
LEAST_SHARE = 0.3
LEAST_INFORMATION = 8.0
WHOLE = 0.9

#: terms of at least so much information and so many letters are looked up by spelling
RARE = 3.0
SHORTEST_VARIANT = 5  # "part" and "party" are no variants
MOST_VARIANTS = 12  # of each side: their comparison is quadratic
ALIKE = 0.88
#: terms with less information do not tell what a stretch speaks of
LITTLE_INFORMATION = 2.0
#: a negation or a number so many terms before what is shared, or after it, still belongs to it
REACH_BEFORE = 5
REACH_AFTER = 1
#: both the same words, so many at least and one of them a verb: a sentence and no phrase
SHORTEST_SENTENCE = 5
#: likeness from which a variant begins to count
UNLIKE = 0.7


@dataclass(frozen=True, eq=False)
class Prepared:
    """One statement's terms with their weights; made once, compared often."""

    terms: Terms
    #: distinct term → its information in nats, in order of appearance
    weights: dict[str, float]

    @classmethod
    def of(cls, terms: Terms, weights: Weights) -> "Prepared":
        """Weigh the terms of a statement."""
        return cls(terms, weights.of_terms(terms))

    @cached_property
    def mass(self) -> float:
        """Information of the whole statement in nats; never zero."""
        return sum(self.weights.values()) or 0.01

    @cached_property
    def norm(self) -> float:
        """Length of the vector of weights; never zero."""
        return math.sqrt(sum(weight * weight for weight in self.weights.values())) or 0.01

    @cached_property
    def codes(self) -> "array[int]":
        """One number for each term in order."""
        return array("I", map(term_hash, self.terms.words))

    @cached_property
    def rare(self) -> list[str]:
        """The rare words whose spelling may vary, rarest first."""
        rare = [
            term
            for term, weight in self.weights.items()
            if weight > RARE and len(term) >= SHORTEST_VARIANT and term not in self.terms.numbers
        ]
        return sorted(rare, key=lambda term: (-self.weights[term], term))

    @cached_property
    def with_kin(self) -> dict[str, frozenset[int]]:
        """The terms that have others near in meaning, with the numbers of their groups."""
        near = folded_kin(self.terms.language)
        return {term: near[term] for term in self.weights if term in near}

    @cached_property
    def phrases(self) -> frozenset[tuple[str, str]]:
        """The pairs of terms that stand side by side."""
        return frozenset(zip(self.terms.words, self.terms.words[1:], strict=False))


@dataclass(frozen=True, slots=True)
class Variant:
    """Two spellings of what may be one word: of the statement with less information, and of the other."""

    of_shorter: str
    of_longer: str
    likeness: float


class Comparison:
    """Two prepared statements and what they share. Costly parts are made when they are asked for."""

    def __init__(self, left: Prepared, right: Prepared) -> None:
        self.left = left
        self.right = right
        #: the side with less information (the left one if they tie), and the other
        self.shorter, self.longer = (left, right) if left.mass <= right.mass else (right, left)
        #: the terms that both hold, in the order of the left side
        self.shared = {term: weight for term, weight in left.weights.items() if term in right.weights}
        #: their information in nats
        self.information = sum(self.shared.values())

    @property
    def is_worthwhile(self) -> bool:
        """Whether the two share enough to be looked at closely: few pairs do."""
        if self.information < LEAST_SHARE * self.shorter.mass:
            return False
        return self.information >= min(LEAST_INFORMATION, WHOLE * self.longer.mass)

    @property
    def has_same_terms(self) -> bool:
        """Whether both are the same terms from first to last."""
        return self.left.codes == self.right.codes

    @property
    def fewer_terms(self) -> int:
        """Terms of the side that has fewer; at least one."""
        return min(len(self.left.codes), len(self.right.codes)) or 1

    @property
    def more_terms(self) -> int:
        """Terms of the side that has more; at least one."""
        return max(len(self.left.codes), len(self.right.codes)) or 1

    @property
    def length_ratio(self) -> float:
        """Terms of the side that has fewer for each term of the other."""
        return self.fewer_terms / self.more_terms

    @cached_property
    def spelling(self) -> float:
        """Likeness of the letters, from 0 to 1."""
        return fuzz.ratio(self.left.terms.plain, self.right.terms.plain) / 100

    @cached_property
    def in_order(self) -> int:
        """How many terms stand in the same order on both sides."""
        return int(LCSseq.similarity(self.left.codes, self.right.codes))

    @cached_property
    def aligned(self) -> list[tuple[int, int]]:
        """The places, left and right, of telling terms that stand in the same order on both sides."""
        blocks = LCSseq.opcodes(self.left.codes, self.right.codes)
        places = (
            (block.src_start + step, block.dest_start + step)
            for block in blocks
            if block.tag == "equal"
            for step in range(block.src_end - block.src_start)
        )
        terms, weights = self.left.terms.words, self.left.weights
        return [(left, right) for left, right in places if weights[terms[left]] > LITTLE_INFORMATION]

    @cached_property
    def reach(self) -> tuple[range, range]:
        """The places, on each side, where the two speak of the same: a "not" elsewhere says nothing."""
        return (
            _reach([left for left, _ in self.aligned], len(self.left.terms.words)),
            _reach([right for _, right in self.aligned], len(self.right.terms.words)),
        )

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """Rare words of the shorter statement that the longer one may spell otherwise ("Aliyev", "Aliev")."""
        if not self.shared:
            return ()
        others = self._rare(self.longer)
        found = (_best_variant(term, others) for term in self._rare(self.shorter))
        return tuple(variant for variant in found if variant is not None)

    def _rare(self, side: Prepared) -> list[str]:
        return [term for term in side.rare if term not in self.shared][:MOST_VARIANTS]

    @cached_property
    def kin(self) -> tuple[tuple[str, str], ...]:
        """Words of the shorter statement beside words of the longer one that are near them in meaning."""
        if self.left.terms.language != self.right.terms.language:
            return ()
        alone = [item for item in self.longer.with_kin.items() if item[0] not in self.shared]
        found = []
        for term, groups in self.shorter.with_kin.items():
            if alone and term not in self.shared:
                found += [(term, other) for other, others in alone if groups & others][:1]
        return tuple(found)

    @cached_property
    def other_numbers(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The numbers within reach that the other side has nowhere, of the left and of the right."""
        left, right = self.left.terms, self.right.terms
        if left.numbers == right.numbers:
            return (), ()
        return (
            tuple(dict.fromkeys(_within(left, self.reach[0], left.numbers - right.numbers))),
            tuple(dict.fromkeys(_within(right, self.reach[1], right.numbers - left.numbers))),
        )

    @cached_property
    def other_negations(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The negating terms within reach that the other side has not as often, left and right."""
        if not self.left.terms.negations and not self.right.terms.negations:
            return (), ()
        left = Counter(_within(self.left.terms, self.reach[0], self.left.terms.negations))
        right = Counter(_within(self.right.terms, self.reach[1], self.right.terms.negations))
        return tuple((left - right).elements()), tuple((right - left).elements())

    @cached_property
    def opposites(self) -> tuple[tuple[str, str], ...]:
        """Words within reach, left and right, of one side alone that are opposed ("support", "oppose")."""
        known = folded_opposites(self.left.terms.language)
        if self.left.terms.language != self.right.terms.language or not known:
            return ()
        left, right = (
            frozenset(term for term in side.weights if term in known and term not in self.shared)
            for side in (self.left, self.right)
        )
        if not left or not right:
            return ()
        others = dict.fromkeys(_within(self.right.terms, self.reach[1], right))
        return tuple(
            (term, other)
            for term in dict.fromkeys(_within(self.left.terms, self.reach[0], left))
            for other in others
            if other in known[term]
        )

    @property
    def numbers_differ(self) -> bool:
        """Whether each side has a number that the other has not."""
        return bool(self.other_numbers[0] and self.other_numbers[1])

    @property
    def negation_differs(self) -> bool:
        """Whether one side alone negates."""
        return bool(self.other_negations[0]) != bool(self.other_negations[1])

    @cached_property
    def values(self) -> tuple[float, ...]:
        """The features in the order of ``NAMES``."""
        return _features(self)

    @property
    def numbers(self) -> dict[str, float]:
        """The features by name."""
        return dict(zip(NAMES, self.values, strict=True))


def _reach(places: list[int], terms: int) -> range:
    """Return the places from a little before the first to a little after the last; all if there are none."""
    if not places:
        return range(terms)
    return range(max(0, min(places) - REACH_BEFORE), min(terms, max(places) + REACH_AFTER + 1))


def _within(terms: Terms, reach: range, wanted: frozenset[str]) -> list[str]:
    """Return the wanted terms that stand within reach, in order."""
    return [terms.words[place] for place in reach if terms.words[place] in wanted] if wanted else []


def _best_variant(term: str, others: list[str]) -> Variant | None:
    best = None
    for other in others:
        if term[0] != other[0]:  # "right" and "night"
            continue
        likeness = JaroWinkler.similarity(term, other, score_cutoff=ALIKE)
        if likeness and (best is None or likeness > best.likeness):
            best = Variant(term, other, likeness)
    return best


def _features(pair: Comparison) -> tuple[float, ...]:
    shorter, longer = pair.shorter, pair.longer
    share_of_shorter = pair.information / shorter.mass
    share_of_longer = pair.information / longer.mass
    few, many = pair.fewer_terms, pair.more_terms
    phrases = len(pair.left.phrases & pair.right.phrases)
    few_phrases, many_phrases = sorted((len(pair.left.phrases) or 1, len(pair.right.phrases) or 1))
    numbers_shared = len(pair.left.terms.numbers & pair.right.terms.numbers)
    return (
        share_of_shorter,
        share_of_longer,
        _cosine(pair),
        min(pair.information, MUCH_INFORMATION) / 20,
        min(pair.information, SOME_INFORMATION) / SOME_INFORMATION,
        pair.in_order / few,
        pair.in_order / many,
        pair.spelling,
        _spelling_of_part(pair),
        phrases / few_phrases,
        phrases / many_phrases,
        min(1.0, _information_of_variants(pair) / shorter.mass),
        min(numbers_shared, MANY_NUMBERS) / MANY_NUMBERS,
        float(pair.numbers_differ),
        float(bool(pair.left.terms.numbers) != bool(pair.right.terms.numbers)),
        float(pair.negation_differs),
        min(_information_of_shared_names(pair), MUCH_OF_NAMES) / MUCH_OF_NAMES,
        min(_information_of_missing_names(pair), MUCH_OF_NAMES) / MUCH_OF_NAMES,
        math.log(many / few),
        share_of_shorter * min(1.0, shorter.mass / FULL_MASS_OF_SHORTER),
        float(pair.has_same_terms),
        1.0 / few,
        pair.information / ((shorter.mass + longer.mass) / 2 + INFORMATION_PIVOT),
        share_of_longer * min(1.0, longer.mass / FULL_MASS_OF_LONGER),
        float(shorter.terms.is_verbless),
        sum(shorter.weights[term] for term, _ in pair.kin) / shorter.mass,
        float(pair.has_same_terms and few >= SHORTEST_SENTENCE and not shorter.terms.is_verbless),
    )


def _cosine(pair: Comparison) -> float:
    product = sum(weight * weight for weight in pair.shared.values())
    return product / (pair.left.norm * pair.right.norm)


def _spelling_of_part(pair: Comparison) -> float:
    """Return how well a clearly shorter statement is spelled somewhere inside the other."""
    left, right = pair.left.terms.plain, pair.right.terms.plain
    if pair.length_ratio >= CLEARLY_SHORTER or min(len(left), len(right)) > LONGEST_PART:
        return pair.spelling
    return max(pair.spelling, fuzz.partial_ratio(left, right) / 100)


def _information_of_variants(pair: Comparison) -> float:
    return sum(
        (variant.likeness - UNLIKE) / (1 - UNLIKE) * pair.shorter.weights[variant.of_shorter]
        for variant in pair.variants
    )


def _information_of_shared_names(pair: Comparison) -> float:
    left, right = pair.left.terms.names, pair.right.terms.names
    return sum(weight for term, weight in pair.shared.items() if term in left or term in right)


def _information_of_missing_names(pair: Comparison) -> float:
    names, others = pair.shorter.terms.names, pair.longer.weights
    return sum(
        weight for term, weight in pair.shorter.weights.items() if term in names and term not in others
    )
