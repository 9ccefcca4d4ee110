"""How sure a quote's speaker is: the rule's chance of naming the right words, and how those lead to a name.

A name leads to a speaker nearly always; a pronoun or a noun for somebody sometimes to another one. The
chances were counted on news that was read by hand (``benchmarks/quotes`` prints the table), in each language
apart, and are given so that of all quotes with 0.9, nine in ten have the right speaker. Where nobody counted,
a quote is shown as less sure than it may be.
"""

from claims.text.found import Form
from claims.text.languages.pack import LanguagePack
from claims.text.raw import RawQuote

#: how often a pronoun is resolved to the right name
BY_PRONOUN = 0.93
#: how often a mention that leads to nobody was the right one all the same
UNRESOLVED = 0.8
#: forms that are read alike in every language
TURNS = frozenset({Form.TRANSCRIPT, Form.DASH, Form.COLON})


def confidence_of(quote: RawQuote, mention: str, pack: LanguagePack, *, is_resolved: bool) -> float:
    """Return the confidence of a quote of an article in the pack's language; ``mention`` is its words."""
    chance = chance_in(pack, quote)
    if not is_resolved:
        return chance * UNRESOLVED
    return chance * BY_PRONOUN if mention.lower() in pack.naming.pronouns else chance


def chance_in(pack: LanguagePack, quote: RawQuote) -> float:
    """Return how often the rule of a quote names the right speaker in one language."""
    if quote.form in TURNS:
        return quote.confidence
    return pack.chances.get(quote.rule, quote.confidence * pack.caution)
