"""The words of office beside a name: "President of Russia", "the mayor of Halden"."""

import re

from claims.text.appositions import office_apposed
from claims.text.introductions import office_words_before
from claims.text.languages.naming import Naming
from claims.text.name_runs import UPPER, fold_word
from claims.text.names import NameUse
from claims.text.spans import Span

WORD = re.compile(r"[^\W_][\w'’.-]*")
SPACES = re.compile(r"\s+")
CAPITAL_WORD = re.compile(rf"[{UPPER}][^\W\d_]*")
#: letters and words of an office that are looked at
MAX_OFFICE, MAX_WORDS_OF_OFFICE = 60, 3
#: an office in small letters, and the place that it is held of
OFFICE_OF_PLACE = re.compile(
    rf"(?P<role>[^\W\d_][\w-]*)[ \u00a0](?P<link>[^\W\d_]{{1,4}})[ \u00a0](?:[^\W\d_]{{1,3}}[ \u00a0])?"
    rf"[{UPPER}][\w'’-]*[ \u00a0](?:[{UPPER}][\w'’-]*[ \u00a0])?$"
)
#: an apposition after a name, brackets before it or not
APPOSITION = re.compile(r"\s*(?:\([^()\n]{1,30}\)\s*)?,\s+([^,.;:\n()]{3,90})(?=[,.;\n])")
#: an office is told within the first words of an apposition
MAX_WORDS_TO_ROLE = 6
#: longer words in capitals are words set in capitals, and no letters that stand for a name
MAX_LETTERS = 4


def position_before(text: str, use: NameUse, naming: Naming) -> str:
    """Return the words of office before a name ("President of Russia"); empty if there are none.

    A comma may stand between ("the mayor of Halden, Mira Orlan"). Courtesies ("Mr", "Dr") are no office.
    """
    if not use.titled and not _may_follow_office(text, use.office_start, naming):
        if naming.has_genitive_behind:
            return _office_with_genitive(text, use.office_start, naming)
        return _office_with_place(text, use.office_start, naming)
    apposed = office_apposed(text, use, naming)
    if apposed is not None:
        return clean(apposed.cut(text))
    begin = office_words_before(text, use.office_start, naming)
    words = [word for word in text[begin : use.start].split() if fold_word(word) not in naming.courtesy]
    if not any(naming.role_of(fold_word(word)) is not None for word in words):
        return ""
    base = naming.base_forms.get(words[0])
    return clean(" ".join([base or words[0], *words[1:]]))


def _office_with_place(text: str, start: int, naming: Naming) -> str:
    """Return an office in small letters that the name of its place parts from the name of its holder."""
    if not text[max(0, start - 2) : max(0, start - 1)].isalnum():
        return ""
    before = text[max(0, start - 60) : start].split()  # most names have no such words before them
    if before[-1][0] not in UPPER or naming.office_links.isdisjoint(before[-4:-1]):
        return ""
    match = OFFICE_OF_PLACE.search(text, max(0, start - 60), start)  # "the president of Norvand | Ada Vask"
    if match is None or match.group("link") not in naming.office_links:
        return ""
    if naming.role_of(match.group("role").lower()) is None:
        return ""
    return clean(text[office_words_before(text, match.end("role"), naming) : start])


def _office_with_genitive(text: str, start: int, naming: Naming) -> str:
    """Return a Russian office, with what it is held of in the genitive ("министр финансов | Павел Реет")."""
    words = text[max(0, start - MAX_OFFICE) : start].replace("\u00a0", " ").rsplit("\n", 1)[-1].split(" ")
    held: list[str] = []
    for word in reversed(words[:-1]):
        if not word.replace("-", "").isalpha() or len(held) == MAX_WORDS_OF_OFFICE:
            return ""
        held.insert(0, word)
        low = fold_word(word)
        if low in naming.prepositions or low in naming.verbs:
            return ""
        if naming.role_of(low) is not None:
            return " ".join([naming.base_forms.get(word, word), *held[1:]])
    return ""


def _may_follow_office(text: str, start: int, naming: Naming) -> bool:
    """Say whether a role or a comma stands right before a name: most names have neither."""
    before = text[max(0, start - 30) : start].split()
    return bool(before) and (before[-1].endswith(",") or naming.role_of(before[-1].lower()) is not None)


def gender_told(position: str, naming: Naming) -> str:
    """Return the gender that the first noun of an office tells ("spokeswoman for King Ivo"); "" if none."""
    for word in position.split():
        low = fold_word(word)
        gender = naming.role_of(low)
        if gender or low in naming.prepositions:
            return gender or ""
    return ""


def position_after(text: str, end: int, naming: Naming) -> str:
    """Return the office in an apposition after a name ("Orlan, the mayor of Halden, said")."""
    match = APPOSITION.match(text, end)
    return position_in(text, Span(*match.span(1)), naming) if match else ""


def position_in(text: str, span: Span, naming: Naming) -> str:
    """Return an apposition's words if they tell an office, without the article before them."""
    if not span.cut(text).strip():
        return ""
    bare = strip_article(text, span, naming)
    words = bare.cut(text).split()
    if not words or words[0].lower() in naming.relatives or words[0].lower() in naming.prepositions:
        return ""
    lows = [fold_word(word) for word in words[:MAX_WORDS_TO_ROLE]]
    return clean(" ".join(words)) if any(naming.role_of(low) is not None for low in lows) else ""


def strip_article(text: str, span: Span, naming: Naming) -> Span:
    """Return the span without the article or determiner that it opens with."""
    match = WORD.search(text, span.start, span.end)
    if not match:
        return span
    if match.group()[1:2] in ("'", "’") and f"{match.group()[0].lower()}'" in naming.definite:
        return Span(match.start() + 2, span.end)  # "l'opposition"
    low = match.group().lower()
    if low not in naming.definite and low not in naming.indefinite:
        return Span(match.start(), span.end)
    following = WORD.search(text, match.end(), span.end)
    return Span(following.start(), span.end) if following else span


def clean(words: str) -> str:
    """Return words with single spaces, and without capitals throughout ("VICE PRESIDENT")."""
    flat = SPACES.sub(" ", words).strip(" ,;:.-–—")
    return spell_out(flat)


def spell_out(words: str) -> str:
    """Return a name or office set in capitals in its usual spelling ("AL SISI" → "Al Sisi").

    Words in capitals beside others are kept ("UN Secretary-General"), and so are letters like "CEO".
    """
    if not words.isupper() or (" " not in words and len(words) <= MAX_LETTERS):
        return words
    return capitalised(words)


def capitalised(words: str) -> str:
    """Return every word with a capital first letter and small ones after it."""
    return CAPITAL_WORD.sub(lambda match: match.group()[0] + match.group()[1:].lower(), words)
