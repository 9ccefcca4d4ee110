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
    #: numbers of one side alone, if each side has such
    numbers_left: tuple[str, ...]
    numbers_right: tuple[str, ...]
    #: what negates on one side alone, if the other side does not
    negations_left: tuple[str, ...]
    negations_right: tuple[str, ...]
    #: pairs of words that are spelled nearly alike, left before right
    variants: tuple[tuple[str, str], ...]
    #: pairs of words that are near in meaning, left before right
    kin: tuple[tuple[str, str], ...]
    #: how alike the two are in meaning, 0 to 1; None without the optional extra
    meaning: float | None = None
    #: pairs of words that are opposed, left before right
    opposites: tuple[tuple[str, str], ...] = ()


#: what most explanations have nothing of: it is kept only where there is something
SELDOM = frozenset({"meaning", "opposites"})


def explain(pair: Comparison, left_text: str, right_text: str, meaning: float | None = None) -> Explanation:
    """Explain a comparison of two texts, which may have been compared in meaning too."""
    left, right = _Written(pair.left, left_text), _Written(pair.right, right_text)
    variants = _in_sides(pair, [(variant.of_shorter, variant.of_longer) for variant in pair.variants])
    numbers = pair.other_numbers if pair.numbers_differ else ((), ())
    negations = pair.other_negations if pair.negation_differs else ((), ())
    said_left = {*numbers[0], *(one for one, _ in (*variants, *pair.opposites))}
    said_right = {*numbers[1], *(other for _, other in (*variants, *pair.opposites))}
    return Explanation(
        terms_of_shorter=len(pair.shorter.terms.words),
        terms_shared=sum(term in pair.shared for term in pair.shorter.terms.words),
        same_order=_is_same_order(pair),
        same_terms=pair.has_same_terms,
        shared=left.telling(pair.shared),
        only_left=left.telling(_alone(pair.left, pair, said_left)),
        only_right=right.telling(_alone(pair.right, pair, said_right)),
        numbers_left=left.named(numbers[0]),
        numbers_right=right.named(numbers[1]),
        negations_left=left.named(negations[0]),
        negations_right=right.named(negations[1]),
        variants=_written(variants, left, right),
        kin=_written(_in_sides(pair, pair.kin), left, right),
        meaning=meaning,
        opposites=_written(list(pair.opposites), left, right),
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


def _alone(side: Prepared, pair: Comparison, said: set[str]) -> set[str]:
    """Return the terms of one side alone that the explanation does not name elsewhere."""
    return side.weights.keys() - pair.shared - said


def _in_sides(pair: Comparison, found: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return pairs of a term of the shorter and one of the longer side as left and right."""
    return [(one, other) if pair.shorter is pair.left else (other, one) for one, other in found]


def _written(found: list[tuple[str, str]], left: _Written, right: _Written) -> tuple[tuple[str, str], ...]:
    return tuple((left.words[one], right.words[other]) for one, other in found)[:MOST_NAMED]


def _is_same_order(pair: Comparison) -> bool:
    shared = sum(term in pair.shared for term in pair.shorter.terms.words)
    return pair.in_order >= SAME_ORDER * shared


def to_data(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation as data that JSON can hold."""
    data = asdict(explanation)
    return {name: _as_lists(value) for name, value in data.items() if value or name not in SELDOM}


def _as_lists(value: Any) -> Any:
    return [_as_lists(item) for item in value] if isinstance(value, tuple) else value


def from_data(data: Mapping[str, Any]) -> Explanation:
    """Return the explanation that ``to_data`` made data of.

    :raises ValueError: if something is missing.
    """
    names = [field.name for field in fields(Explanation) if field.name not in SELDOM or field.name in data]
    try:
        return Explanation(**{name: _as_tuples(data[name]) for name in names})
    except KeyError as error:
        raise ValueError(f"an explanation without {error}") from error


def _as_tuples(value: Any) -> Any:
    return tuple(_as_tuples(item) for item in value) if isinstance(value, list) else value


def in_words(explanation: Explanation) -> str:
    """Put an explanation into one line, in words a researcher reads."""
    if explanation.same_terms:
        return "the same words"
    said = [_share(explanation)]
    if explanation.meaning is not None:
        said.append(f"alike in meaning: {explanation.meaning:.0%}")
    if explanation.shared:
        said.append("shared: " + ", ".join(explanation.shared))
    for side, words in (("first", explanation.only_left), ("second", explanation.only_right)):
        if words:
            said.append(f"only in the {side}: " + ", ".join(words))
    said += [f"spelled nearly alike: {one} / {other}" for one, other in explanation.variants]
    said += [f"near in meaning: {one} / {other}" for one, other in explanation.kin]
    said += [f"opposed: {one} / {other}" for one, other in explanation.opposites]
    if explanation.numbers_left:
        both = ", ".join(explanation.numbers_left), ", ".join(explanation.numbers_right)
        said.append(f"numbers differ ({both[0]} / {both[1]})")
    for side, words in (("first", explanation.negations_left), ("second", explanation.negations_right)):
        if words:
            said.append(f"only the {side} negates ({', '.join(words)})")
    return "; ".join(said)


def _share(explanation: Explanation) -> str:
    if not explanation.terms_shared:
        return "shares no word"
    share = (
        f"shares {explanation.terms_shared} of the {explanation.terms_of_shorter} words of the shorter one"
    )
    return share if explanation.same_order else share + ", in another order"
