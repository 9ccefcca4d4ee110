"""How somebody is shown whom an article names by a noun alone: without article, in the form of a dictionary.

"der zivilen Allianz" is shown as "zivile Allianz", "министра финансов" as "министр финансов". Enter at
``shown_words``.
"""

import re

from claims.text.languages.naming import Naming
from claims.text.name_runs import POSSESSIVE, fold_word
from claims.text.positions import clean, strip_article
from claims.text.titles import Mention

#: German: an adjective in a form that only follows an article of another case, and what a genitive ends with
OBLIQUE, GENITIVE = "en", ("es", "s")
#: shorter words are no adjectives
MIN_ADJECTIVE = 5
#: so much of an article is looked at for a name's own article
MAX_LOOKED_AT = 20_000


def shown_words(text: str, mention: Mention, naming: Naming) -> str:
    """Return a mention's words as they are shown, for mentions without a name."""
    words = clean(strip_article(text, mention.span, naming).cut(text))
    if naming.base_forms:
        return _in_base_form(words, mention.head, naming)
    if naming.has_compounds:
        return _in_nominative(words, mention.head, naming)
    return words


def with_own_article(text: str, mention: Mention, name: str, naming: Naming) -> str:
    """Return an organisation's name with the article that is a part of it: "La Poste", not "Poste".

    It is one where the article's author gives it a capital within a sentence.
    """
    article = text[mention.span.start : mention.span.end].split(maxsplit=1)[0]
    if not naming.has_articles_in_names or article.lower() not in naming.definite or not name[:1].isupper():
        return name
    own = rf"(?<=[^\W\d_A-ZÀ-Þ][ ,]){re.escape(article.capitalize())} {re.escape(name)}(?!\w)"
    is_own = re.search(own, text[:MAX_LOOKED_AT]) is not None
    return f"{article.capitalize()} {name}" if is_own else name


def _in_base_form(words: str, head: str, naming: Naming) -> str:
    """Return words with the noun that carries them as a dictionary has it, and without "'ndan"."""
    return " ".join(_base_form(word, naming) if fold_word(word) == head else word for word in words.split())


def _base_form(word: str, naming: Naming) -> str:
    bare = POSSESSIVE.sub("", word)
    if bare != word:
        return bare
    base = naming.base_forms.get(word.lower())
    if base is None:
        return word
    return base.capitalize() if word[0].isupper() else base


def _in_nominative(words: str, head: str, naming: Naming) -> str:
    """Return German words in the nominative, if their noun is surely one organisation or one woman."""
    each = words.split()
    at = next((place for place, word in enumerate(each) if fold_word(word) == head), None)
    single = _without_genitive(each[at], naming) if at is not None else None
    if at is None or single is None:
        return words
    shown = [word[:-1] if _is_oblique(word) else word for word in each[:at]]
    return " ".join([*shown, single, *each[at + 1 :]])


def _is_oblique(word: str) -> bool:
    return word.islower() and word.endswith(OBLIQUE) and len(word) >= MIN_ADJECTIVE


def _without_genitive(noun: str, naming: Naming) -> str | None:
    """Return a noun for one organisation, or for one woman, without the ending of a genitive; else None."""
    for end in ("", *GENITIVE):
        if not noun.endswith(end):
            continue
        low = fold_word(noun.removesuffix(end))
        if naming.is_organisation(low) or (not end and naming.role_of(low) == "f"):
            return noun.removesuffix(end)
    return None
