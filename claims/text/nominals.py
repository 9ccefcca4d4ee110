"""People without a name: "a defence ministry spokesman", "the ministry", "officials", as subjects of verbs.

A pronoun may stand for them, and "the president" for a person whom the article names; both need to know
where they act. Only nouns of the language's ``Naming`` count.
"""

from collections.abc import Iterator
from functools import lru_cache

from claims.text.languages.naming import Naming
from claims.text.name_runs import words_pattern
from claims.text.spans import Span
from claims.text.titles import Mention, nominal_of

#: words between the article and the noun: "the acting Russian president"
MAX_WORDS = 6


_determiners = lru_cache(maxsize=32)(words_pattern)


def find_nominals(text: str, naming: Naming) -> Iterator[Mention]:
    """Find nominals that a determiner opens and a noun for people closes, in order."""
    for match in _determiners(naming.definite | naming.indefinite).finditer(text):
        start = match.end()
        if text[start : start + 1] not in (" ", "\u00a0"):
            continue
        words = text[start + 1 : start + MAX_LENGTH].replace("\u00a0", " ").split(" ", MAX_WORDS)[:MAX_WORDS]
        count = _words_to_noun(words, naming)
        if count:
            words = [match.group(), *words[: count - 1], words[count - 1].rstrip(PUNCTUATION)]
            end = match.start() + len(" ".join(words))
            lows = [word.lower() for word in words]
            yield nominal_of(Span(match.start(), end), words, lows, count, naming)


def _words_to_noun(words: list[str], naming: Naming) -> int:
    """How many words behind a determiner the noun for people is that it opens; 0 if it opens none."""
    found = 0
    for count, word in enumerate(words, 1):
        low = word.lower()
        if low in naming.nominal_stops:
            return found
        if low in naming.people_nouns:
            found = count
        elif low.isalpha() and not naming.has_compounds:
            if found:
                return _unless_named(word, low, found, naming)
        else:
            bare = low.partition("\n")[0].rstrip(PUNCTUATION)
            if bare.endswith(("'s", "’s")) or not bare:
                return found
            if naming.is_people_noun(bare):
                found = count
            elif found:
                return _unless_named(word, bare, found, naming)
            if bare != low:
                return found
    return found


def _unless_named(word: str, low: str, found: int, naming: Naming) -> int:
    """Return 0 where a name or a plural noun follows the noun: "the mayor Orlan", "the party members"."""
    return 0 if word[:1].isupper() or low[-1:] in naming.plural_endings else found


#: how far behind a determiner its noun is looked for
MAX_LENGTH = 90
PUNCTUATION = '.,;:!?)]}"”»…'
