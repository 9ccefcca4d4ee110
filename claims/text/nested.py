"""Quotes inside of quotes: what a speaker says that somebody else said, in marks within the words.

Enter at ``find_nested``. Only what a verb of speech and its subject plainly introduce inside of the words is
taken; everything else in inner marks stays the outer speaker's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.text.found import FoundQuote, Kind, SpeakerKind
from claims.text.kinds import NEAR
from claims.text.languages.pack import LanguagePack
from claims.text.marks import find_runs
from claims.text.masked_sentences import read_prose
from claims.text.places import Grammarian
from claims.text.prose import find_in_prose
from claims.text.raw import RawQuote
from claims.text.spans import Span
from claims.text.statements import cut_statements

#: a verb's comma or colon and an opening mark: nothing else is looked at
OPENS = re.compile(r"[,:][ \u00a0]['‘’‚‹›\"“„«»](?=\w)")
FIRST_WORD = re.compile(r"[^\W\d_]+")
#: rules whose verb and subject stand right beside the words
PLAIN = NEAR & {"said_by_name", "name_said", "name_said_before"}
#: inner quotes of fewer words are sayings and titles
MIN_WORDS = 4


@dataclass(frozen=True, slots=True)
class Nested:
    """A quote and the one it stands inside of."""

    quote: FoundQuote
    #: place of the outer one among all others
    outer: int


def find_nested(
    text: str, quotes: Sequence[RawQuote], pack: LanguagePack, grammar: Grammarian
) -> Iterator[tuple[RawQuote, int]]:
    """Give what stands in marks inside of ``quotes`` and is plainly introduced there, and in which one.

    Nothing in languages whose chances nobody counted.
    """
    if pack.order is not None and not pack.chances:
        return
    for number, outer in enumerate(quotes):
        for span in outer.quoted:
            if OPENS.search(text, span.start, span.end):
                yield from ((quote, number) for quote in _inside(text, span, pack, grammar))


def put_in_place(
    text: str, found: Sequence[FoundQuote], nested: Sequence[Nested], pack: LanguagePack
) -> list[FoundQuote]:
    """Return the quotes of an article in order, with those inside of them that are somebody else's.

    Inner words are statements of the inner quote alone. An inner quote whose speaker nobody knows, or is the
    outer one, is left out: it stays what the outer speaker says.
    """
    inner: dict[int, list[FoundQuote]] = {}
    for one in nested:
        if _is_somebody_elses(one.quote, found[one.outer]):
            inner.setdefault(one.outer, []).append(one.quote)
    placed: list[FoundQuote] = []
    for number, quote in enumerate(found):
        inside = inner.get(number, [])
        if inside:
            taken = [part for one in inside for part in one.parts]
            quote = replace(quote, statements=cut_statements(text, _without(quote.parts, taken), pack))
        outer = len(placed)
        placed.append(quote)
        placed += [replace(one, inside=outer) for one in inside]
    return placed


def _is_somebody_elses(inner: FoundQuote, outer: FoundQuote) -> bool:
    if len(inner.speakers) != 1 or inner.speakers[0].kind is SpeakerKind.UNNAMED:
        return False
    return inner.speakers[0].name not in {who.name for who in outer.speakers}


def _without(parts: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, ...]:
    """The parts of a quote without the stretches, marks and all, that are somebody else's; both in order."""
    left: list[Span] = []
    at = 0
    for part in parts:
        start = part.start
        while at < len(taken) and taken[at].start < part.end:
            if start < taken[at].start - 1:
                left.append(Span(start, taken[at].start - 1))
            start = min(part.end, taken[at].end + 1)
            at += 1
        if start < part.end:
            left.append(Span(start, part.end))
    return tuple(left)


def _inside(text: str, span: Span, pack: LanguagePack, grammar: Grammarian) -> Iterator[RawQuote]:
    (runs,) = find_runs(text, [span])
    runs = [run for run in runs if run.is_closed and span.holds(run.inner) and run.inner != span]
    if not runs:
        return
    prose = read_prose(text, 0, span, runs, pack, grammar)
    for quote in find_in_prose(text, [prose], [span], grammar):
        words = sum(len(part.cut(text).split()) for part in quote.parts)
        is_plain = quote.kind is Kind.DIRECT and quote.rule in PLAIN and words >= MIN_WORDS
        if is_plain and quote.mention is not None and _is_named(quote.mention.cut(text), pack):
            yield quote


def _is_named(mention: str, pack: LanguagePack) -> bool:
    """Say whether a mention is more than a pronoun, whom somebody's speech leaves unclear ("She’s said")."""
    first = FIRST_WORD.match(mention)
    return first is not None and first.group().lower() not in pack.naming.pronouns
