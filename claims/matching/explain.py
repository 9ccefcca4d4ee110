"""Why two statements match: kept as data, put into words where it is shown.

``explain`` makes the data from a comparison, ``to_data`` and ``from_data`` carry it through JSON, and
``in_words`` gives the sentence a researcher reads.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from claims.matching.features import Comparison, Prepared

#: words named on each side; the most telling ones
MOST_NAMED = 4
#: a word is worth naming from this information on, in nats
TELLING = 2.0
#: from this part of the shared terms in the same order on, the order counts as the same
SAME_ORDER = 0.9


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the score of a match rests on. Words are written as in the statements."""

    #: terms of the statement with less information, and how many of them the other one has
    terms_of_shorter: int
    terms_shared: int
    #: whether the shared terms stand in the same order
    same_order: bool
    #: whether both are the same terms from first to last
    same_terms: bool
    #: the most telling shared words
    shared: tuple[str, ...]
    #: the most telling words of one side alone
    only_left: tuple[str, ...]
    only_right: tuple[str, ...]
    #: numbers of one side alone, where each side has such
    numbers_left: tuple[str, ...]
    numbers_right: tuple[str, ...]
    #: the side that alone negates: "left", "right" or empty
    negated: str
    #: pairs of words that are spelled nearly alike, left before right
    variants: tuple[tuple[str, str], ...]


def explain(pair: Comparison, left_text: str, right_text: str) -> Explanation:
    """Explain a comparison of two texts."""
    left = _Written(pair.left, left_text)
    right = _Written(pair.right, right_text)
    variants = _variants(pair, left, right)
    numbers = (pair.left.terms.numbers, pair.right.terms.numbers)
    spelled_left = {variant.of_shorter for variant in pair.variants}
    spelled_right = {variant.of_longer for variant in pair.variants}
    if pair.shorter is not pair.left:
        spelled_left, spelled_right = spelled_right, spelled_left
    return Explanation(
        terms_of_shorter=len(pair.shorter.terms.words),
        terms_shared=sum(term in pair.shared for term in pair.shorter.terms.words),
        same_order=_is_same_order(pair),
        same_terms=bool(pair.numbers["same_terms"]),
        shared=left.telling(pair.shared),
        only_left=left.telling(pair.left.weights.keys() - pair.shared - numbers[0] - spelled_left),
        only_right=right.telling(pair.right.weights.keys() - pair.shared - numbers[1] - spelled_right),
        numbers_left=left.named(sorted(numbers[0] - numbers[1])) if pair.numbers_differ else (),
        numbers_right=right.named(sorted(numbers[1] - numbers[0])) if pair.numbers_differ else (),
        negated=_negated_side(pair),
        variants=variants,
    )


class _Written:
    """The written word behind each term of one side."""

    def __init__(self, side: Prepared, text: str) -> None:
        self.side = side
        self.words: dict[str, str] = {}
        for term, (start, end) in zip(side.terms.words, side.terms.spans, strict=True):
            self.words.setdefault(term, text[start:end])

    def named(self, terms: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.words[term] for term in terms)[:MOST_NAMED]

    def telling(self, terms: Iterable[str]) -> tuple[str, ...]:
        weights = self.side.weights
        return self.named(
            sorted(
                (term for term in terms if weights[term] >= TELLING), key=lambda term: (-weights[term], term)
            )
        )


def _variants(pair: Comparison, left: _Written, right: _Written) -> tuple[tuple[str, str], ...]:
    if pair.shorter is pair.left:
        both = [(variant.of_shorter, variant.of_longer) for variant in pair.variants]
    else:
        both = [(variant.of_longer, variant.of_shorter) for variant in pair.variants]
    return tuple((left.words[one], right.words[other]) for one, other in both)[:MOST_NAMED]


def _is_same_order(pair: Comparison) -> bool:
    shared = sum(term in pair.shared for term in pair.shorter.terms.words)
    return pair.in_order >= SAME_ORDER * shared


def _negated_side(pair: Comparison) -> str:
    if not pair.negation_differs:
        return ""
    return "left" if pair.left.terms.negations else "right"


def to_data(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation as data that JSON can hold."""
    data = asdict(explanation)
    return {name: _as_lists(value) for name, value in data.items()}


def _as_lists(value: Any) -> Any:
    return [_as_lists(item) for item in value] if isinstance(value, tuple) else value


def from_data(data: Mapping[str, Any]) -> Explanation:
    """Return the explanation that ``to_data`` made data of.

    :raises ValueError: if something is missing.
    """
    try:
        return Explanation(**{field.name: _as_tuples(data[field.name]) for field in fields(Explanation)})
    except KeyError as error:
        raise ValueError(f"an explanation without {error}") from error


def _as_tuples(value: Any) -> Any:
    return tuple(_as_tuples(item) for item in value) if isinstance(value, list) else value


def in_words(explanation: Explanation) -> str:
    """Put an explanation into one line, in words a researcher reads."""
    if explanation.same_terms:
        return "the same words"
    said = [_share(explanation)]
    if explanation.shared:
        said.append("shared: " + ", ".join(explanation.shared))
    for side, words in (("first", explanation.only_left), ("second", explanation.only_right)):
        if words:
            said.append(f"only in the {side}: " + ", ".join(words))
    for one, other in explanation.variants:
        said.append(f"spelled nearly alike: {one} / {other}")
    if explanation.numbers_left:
        both = (", ".join(explanation.numbers_left), ", ".join(explanation.numbers_right))
        said.append("numbers differ ({} / {})".format(*both))
    if explanation.negated:
        said.append(f"only the {'first' if explanation.negated == 'left' else 'second'} is negated")
    return "; ".join(said)


def _share(explanation: Explanation) -> str:
    if not explanation.terms_shared:
        return "shares no word"
    share = (
        f"shares {explanation.terms_shared} of the {explanation.terms_of_shorter} words of the shorter one"
    )
    return share if explanation.same_order else share + ", in another order"
