"""Which organisation a noun means: "the ministry" is the one Foreign Ministry that the article names."""

import re

from claims.text.languages.naming import Naming
from claims.text.name_runs import fold_word, run_pattern
from claims.text.positions import clean, strip_article
from claims.text.shown_nouns import shown_words, with_own_article
from claims.text.spans import Span
from claims.text.titles import Mention

#: a name in marks behind its noun: "die Zeitung „Halden Bote“"
MARKED_NAME = re.compile(r"\w [„“«\"]([^„“”«»\"]{2,60})[“”»\"]?$")


def organisation_meant(text: str, mention: Mention, naming: Naming) -> str:
    """Return the organisation's name, without article.

    A definite noun without further words ("the ministry") stands for the one organisation of that noun
    which the article names before; where it names several or none, the noun itself is given.
    """
    own = shown_words(text, mention, naming)
    marked = MARKED_NAME.search(own)
    if marked is not None:
        return marked.group(1)
    is_name = own[:1].isupper() and (" " in own or naming.has_compounds)
    if not mention.is_definite or mention.qualifiers or is_name:
        return with_own_article(text, mention, own, naming)
    names = _names_with(text[: mention.span.start], mention.head, naming)
    return with_own_article(text, mention, names.pop() if len(names) == 1 else own, naming)


#: how far back an organisation is looked for: bounds the work per mention
LOOK_BACK = 6000


def _names_with(text: str, noun: str, naming: Naming) -> set[str]:
    """All names of several words in ``text`` whose last word, or word before "of", is ``noun``."""
    found = set()
    begin = max(0, len(text) - LOOK_BACK)
    for match in run_pattern(naming).finditer(text, begin):
        words = match.group().split()
        lows = [fold_word(word) for word in words]
        if len(words) < 2 or noun not in lows:
            continue
        at = lows.index(noun)
        if at == len(words) - 1 or lows[at + 1] in naming.office_links:
            name = strip_article(text, Span(match.start(), match.end()), naming).cut(text)
            found.add(clean(name.removesuffix("'s").removesuffix("’s")))
    return found
