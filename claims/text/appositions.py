"""Offices that a comma parts from the name that they belong to: "the mayor of Halden, Mira Orlan, said"."""

import re

from claims.text.introductions import office_words_before
from claims.text.languages.naming import Naming
from claims.text.names import NameUse
from claims.text.spans import Span

WORD = re.compile(r"[^\W_][\w'’-]*")
#: how far before the comma an office may begin
MAX_OFFICE = 100
#: an office's clause begins behind the last of these
CLAUSE_OPENS = '.;:,"“”„«»()\n'
#: stand right behind a name that is an apposition: "the president, Mira Orlan said" holds none
NAME_ENDS = frozenset(',.;:)!?—–\n"”»')


def office_apposed(text: str, use: NameUse, naming: Naming) -> Span | None:
    """Return the words of office before the comma before a full name; None if there are none."""
    comma = use.office_start - 2
    if len(use.words) < 2 or use.possessive or comma < 1 or text[comma] != ",":
        return None
    after = text[use.end : use.end + 1]
    if after and after not in NAME_ENDS and not _is_left(text, use.end, naming):
        return None
    back = max(0, comma - MAX_OFFICE)
    begin = max(back, *(text.rfind(mark, back, comma) + 1 for mark in CLAUSE_OPENS))
    words = list(WORD.finditer(text, begin, comma))
    for at in range(len(words) - 1, -1, -1):
        if naming.role_of(words[at].group().lower()) is None:
            continue
        if at + 1 < len(words) and words[at + 1].group().lower() not in naming.prepositions:
            continue
        return Span(office_words_before(text, words[at].end(), naming), comma)
    return None


def _is_left(text: str, end: int, naming: Naming) -> bool:
    """Say whether no verb can follow the name here ("the mayor, Mira Orlan on Monday")."""
    following = WORD.search(text, end, end + 12)
    if following is None:
        return False
    low = following.group().lower()
    return low in naming.joiners or low in naming.relatives or low in naming.prepositions
