"""Statements: a quote's parts cut into what is tagged and matched, about one sentence each."""

import re
from collections.abc import Sequence

from claims.text.languages.pack import LanguagePack
from claims.text.segments import sentences
from claims.text.spans import Span

TERMINAL = frozenset(".?!…。？！")
#: what a transcript says of the speech, up to three words in brackets: "(Applause.)", "(As interpreted.)"
REMARK = re.compile(r"[(\[]\w{1,30}(?: \w{1,30}){0,2}\.?[)\]]\.?")
#: may stand after the point that ends a sentence, or before the letter that opens one
WRAPPING = "\"“”„«»‟'’‘‚‹›`()[]{}*_ \u00a0\t\n"


def cut_statements(text: str, parts: Sequence[Span], pack: LanguagePack) -> tuple[tuple[Span, ...], ...]:
    """Cut the parts of a quote into statements, each with parts of its own.

    A sentence that its attribution splits ("We will," she said, "sign it.") is one statement of two
    parts. Statements come in order, are disjoint, and together hold every sentence of the parts; a
    stretch without a letter or digit is none.
    """
    statements: list[list[Span]] = []
    last: Span | None = None
    for part in parts:
        pieces = [piece for piece in sentences(text, part, pack) if _says_something(text, piece)]
        if not pieces:
            continue
        if last is not None and statements and _goes_on(text, last, pieces[0]):
            statements[-1].append(pieces.pop(0))
        statements.extend([piece] for piece in pieces)
        last = part
    return tuple(tuple(statement) for statement in statements)


def _says_something(text: str, piece: Span) -> bool:
    words = piece.cut(text)
    return any(char.isalnum() for char in words) and not REMARK.fullmatch(words)


def _goes_on(text: str, left: Span, right: Span) -> bool:
    """Say whether the sentence at the end of ``left`` goes on in ``right``, across its attribution."""
    between = text[left.end : right.start]
    if "\n" in between:
        return False
    if _ends_sentence(between):
        return False
    if not _ends_sentence(left.cut(text)):
        return True
    return _opens_in_the_middle(text, right)


def _ends_sentence(words: str) -> bool:
    bare = words.rstrip(WRAPPING)
    return bool(bare) and bare[-1] in TERMINAL


def _opens_in_the_middle(text: str, piece: Span) -> bool:
    """Say whether a piece opens with a small letter."""
    words = piece.cut(text).lstrip(WRAPPING + "…—–-,;")
    return bool(words) and words[0].islower()
