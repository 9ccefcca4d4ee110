"""Where the searched words stand in a text, by the same folding as the search."""

import re

from claims.queries.search import search_terms
from claims.text.folding import fold_text

WORD = re.compile(r"\w+")


def find_hits(text: str, words: str) -> list[tuple[str, bool]]:
    """Return the text in pieces, in order, each with whether it is a searched word or phrase."""
    pieces: list[tuple[str, bool]] = []
    end = 0
    for start, stop in _spans(text, words):
        pieces += [(text[end:start], False), (text[start:stop], True)]
        end = stop
    pieces.append((text[end:], False))
    return [(piece, is_hit) for piece, is_hit in pieces if piece]


def cut_around_hits(text: str, words: str, length: int) -> str:
    """Return at most about ``length`` characters of a text around its first hit, whole words only."""
    if len(text) <= length:
        return text
    spans = _spans(text, words)
    start = max(0, spans[0][0] - length // 3) if spans else 0
    piece = text[start : start + length]
    if start:
        piece = "… " + piece.partition(" ")[2]
    return piece if start + length >= len(text) else piece.rpartition(" ")[0] + " …"


def _spans(text: str, words: str) -> list[tuple[int, int]]:
    terms = [term.split() for term in search_terms(words)]
    if not terms:
        return []
    found = list(WORD.finditer(text))
    folded = [fold_text(match.group()) for match in found]
    spans: list[tuple[int, int]] = []
    place = 0
    while place < len(found):
        length = max(
            (len(term) for term in terms if _fits(folded, place, term, term is terms[-1])), default=0
        )
        if length:
            spans.append((found[place].start(), found[place + length - 1].end()))
        place += length or 1
    return spans


def _fits(folded: list[str], place: int, term: list[str], is_last: bool) -> bool:
    """Say whether the words from ``place`` on are those of the term; the last term may be a beginning."""
    there = folded[place : place + len(term)]
    if len(there) < len(term) or there[:-1] != term[:-1]:
        return False
    return there[-1].startswith(term[-1]) if is_last else there[-1] == term[-1]
