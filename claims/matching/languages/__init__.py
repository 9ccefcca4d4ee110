"""Word lists for matching, one module per language.

A pack says how the words of a language are folded before they are compared: inflected forms to one
form, contractions opened, number words to digits, which words negate, and how common its function words
are. A language without a pack is compared by whole words and spelling.
"""

from claims.matching.languages.de import GERMAN
from claims.matching.languages.en import ENGLISH
from claims.matching.languages.pack import PLAIN, WordForms

PACKS: dict[str, WordForms] = {"en": ENGLISH, "de": GERMAN}

__all__ = ["ENGLISH", "GERMAN", "PACKS", "PLAIN", "WordForms", "guess_pack", "pack_for"]


def pack_for(language: str) -> WordForms:
    """Return the pack of a language tag ("en", "de-AT"), or the plain one for a language without a pack."""
    return PACKS.get(language.lower().partition("-")[0].partition("_")[0], PLAIN)


def guess_pack(words: list[str]) -> WordForms:
    """Return the pack whose function words are most frequent among ``words`` (lower-cased).

    English where none is ahead: its endings do little harm to other languages, and a fragment of an
    English statement ("mutual recognition") then folds as its statement does.
    """
    known = [(sum(map(pack.function_words.__contains__, words)), pack) for pack in PACKS.values()]
    best = max(count for count, _ in known)
    ahead = [pack for count, pack in known if count == best]
    return ahead[0] if len(ahead) == 1 else ENGLISH
