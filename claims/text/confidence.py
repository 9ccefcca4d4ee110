"""How sure a quote's speaker is: the rule's chance of naming the right words, and how those lead to a name.

A name leads to a speaker nearly always; a pronoun or a noun for somebody sometimes to another one. The
chances were counted on news that was read by hand (``benchmarks/quotes`` prints the table), and are given so
that of all quotes with 0.9, nine in ten have the right speaker.
"""

from claims.text.languages.pack import LanguagePack

#: how often a pronoun is resolved to the right name
BY_PRONOUN = 0.93
#: how often a mention that leads to nobody was the right one all the same
UNRESOLVED = 0.8


def confidence_of(chance: float, mention: str, pack: LanguagePack, *, is_resolved: bool) -> float:
    """Return the confidence of a quote whose rule is right with ``chance``."""
    if not is_resolved:
        return chance * UNRESOLVED
    return chance * BY_PRONOUN if mention.lower() in pack.naming.pronouns else chance
