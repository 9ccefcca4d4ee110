"""People without a name: "a defence ministry spokesman", "the ministry", "officials", as subjects of verbs.

A pronoun may stand for them, and "the president" for a person whom the article names; both need to know
where they act. Only nouns of the language's ``Naming`` count.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from claims.text.languages.naming import Naming
from claims.text.names import UPPER
from claims.text.spans import Span

WORD = re.compile(r"[^\W_][\w'’-]*")
#: words between the article and the noun: "the acting Russian president"
MAX_WORDS = 6


@lru_cache(maxsize=32)
def _determiners(words: frozenset[str]) -> re.Pattern[str]:
    forms = sorted(words | {word.capitalize() for word in words})
    return re.compile(rf"(?<![\w'’-])(?:{'|'.join(forms)})(?=[ \u00a0])")


def find_nominals(text: str, naming: Naming) -> Iterator[Span]:
    """Find nominals that a determiner opens and a noun for people closes, in order."""
    for match in _determiners(naming.definite | naming.indefinite).finditer(text):
        end = _noun_end(text, match.end(), naming)
        if end is not None:
            yield Span(match.start(), end)


def _noun_end(text: str, start: int, naming: Naming) -> int | None:
    """Where the noun ends that a determiner before ``start`` belongs to; None if it is none for people."""
    end = None
    reached = start
    for count, match in enumerate(WORD.finditer(text, start, start + 90)):
        if count == MAX_WORDS or text[reached : match.start()].strip(" \u00a0"):
            break
        low = match.group().lower()
        if low in naming.prepositions or low in naming.verbs or low.endswith(("'s", "’s")):
            break
        is_noun = naming.role_of(low) is not None or low in naming.groups or naming.is_organisation(low)
        if end is not None and not is_noun:
            return None if match.group()[0] in UPPER or low[-1:] in naming.plural_endings else end
        reached = match.end()
        end = reached if is_noun else None
    return end
