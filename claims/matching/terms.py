"""A statement's text read as terms: the folded words that are compared.

What: ``read_terms`` turns a text into terms in order, each with the place of the written word, and notes
numbers, names and negations. Why: two reports of one statement differ in case, spelling of numbers,
contractions, endings and in what reported speech changes ("I will", "he would"); folded, they are the
same terms. Where to enter: ``read_terms``; ``terms_blob`` and ``blob_hashes`` are how the terms of a
stored statement are kept, so that an index is built without reading the texts again.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from claims.matching.languages import PACKS, PLAIN, WordForms, guess_pack, pack_for
from claims.text.folding import fold_text

#: of the folding rules: terms that were stored under another version are read anew
VERSION = 1
#: what stands behind it is not compared: string distances grow with the square of the length
MAX_LENGTH = 2_000
#: longer words are cut: nobody speaks them, and they would slow spelling comparison
MAX_WORD = 60
#: more digits than this are kept as they stand: they are no quantity
MAX_DIGITS = 15
#: a shorter word's ending tells nothing ("bed", "king")
SHORTEST_TOLD_BY_ENDING = 5

ZERO_WIDTH = "\u200b-\u200f\u2060\ufeff\u00ad"
LETTER = rf"[^\W\d_][\u0300-\u036f\u064b-\u065f{ZERO_WIDTH}]*"
WORD = re.compile(
    r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?"  # 1,000 and 3.5 and 12th
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    rf"|(?:{LETTER})+(?:['’ʼ‘`´](?:{LETTER})+)*"  # don't
    r"|%"
)
ORDINAL = re.compile("(?:st|nd|rd|th)$")
THOUSANDS = re.compile(r"[.,](?=\d{3}(?:\D|$))")


@dataclass(frozen=True, slots=True)
class Terms:
    """A text as terms. Spans count code points of the text that was read."""

    #: of the pack they were folded by; empty for whole words
    language: str
    #: folded words, in order
    words: tuple[str, ...]
    #: for each term the written word's place
    spans: tuple[tuple[int, int], ...]
    #: the written words in small letters, joined by blanks: for comparing the spelling
    plain: str
    #: terms that are numbers, made comparable ("5 million" is 5000000)
    numbers: frozenset[str]
    #: terms written with a capital inside the sentence
    names: frozenset[str]
    #: terms that negate
    negations: frozenset[str]
    #: whether no word is a verb, as far as the language's verbs are known: a fragment like "the peace talks"
    is_verbless: bool


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    folded: str
    start: int
    end: int


def read_terms(text: str, language: str = "") -> Terms:
    """Read a statement's text as terms.

    Without a language the pack is guessed from the function words. Only the first 2,000 code points count.
    """
    tokens = [_token(found) for found in WORD.finditer(text[:MAX_LENGTH])]
    pack = pack_for(language) if language else guess_pack([token.folded for token in tokens])
    return _Reading(tokens, pack).terms()


def guess_language(*texts: str) -> str:
    """Return the language of the pack whose function words are most frequent in all texts together."""
    return guess_pack(
        [fold_token(word) for text in texts for word in WORD.findall(text[:MAX_LENGTH])]
    ).language


def _token(found: re.Match[str]) -> _Token:
    return _Token(found.group(), fold_token(found.group()), found.start(), found.end())


@lru_cache(maxsize=200_000)
def fold_token(written: str) -> str:
    """Return a written word in small letters, without accents, full-width forms and zero-width characters."""
    return fold_text(unicodedata.normalize("NFKC", written[:MAX_WORD]))


class _Reading:
    """One walk over the tokens of a text; what it notes becomes a ``Terms``."""

    def __init__(self, tokens: list[_Token], pack: WordForms) -> None:
        self.tokens = tokens
        self.pack = pack
        self.words: list[str] = []
        self.spans: list[tuple[int, int]] = []
        self.numbers: set[str] = set()
        self.names: set[str] = set()
        self.negations: set[str] = set()

    def terms(self) -> Terms:
        place = 0
        while place < len(self.tokens):
            place += self._take(place)
        return Terms(
            language=self.pack.language,
            words=tuple(self.words),
            spans=tuple(self.spans),
            plain=" ".join(token.folded for token in self.tokens),
            numbers=frozenset(self.numbers),
            names=frozenset(self.names),
            negations=frozenset(self.negations),
            is_verbless=self._is_verbless(),
        )

    def _is_verbless(self) -> bool:
        verbs = folded_verbs(self.pack.language)
        if not verbs or not verbs.isdisjoint(self.words):
            return False
        return not any(
            len(token.text) >= SHORTEST_TOLD_BY_ENDING
            and token.text.islower()
            and token.text.endswith(self.pack.verb_endings)
            for token in self.tokens
        )

    def _take(self, place: int) -> int:
        """Note the term that begins at a token; return how many tokens it took."""
        token = self.tokens[place]
        value = number_of(token.folded, self.pack)
        if value is not None:
            return self._take_number(place, value)
        following = self.tokens[place + 1].folded if place + 1 < len(self.tokens) else ""
        pair = self.pack.pairs.get((token.folded, following))
        if pair is not None:
            self._note(pair, place, place + 1)
            return 2
        is_told_by_capital = place > 0 or token.text.isupper()
        written = self.pack.written.get(token.text) if is_told_by_capital else None
        if written is not None:
            self._note_name(written, place)
            return 1
        for part in self._opened(token):
            self._note_word(part, place)
        return 1

    def _take_number(self, place: int, value: str) -> int:
        last = place
        while last + 1 < len(self.tokens):
            grown = _grown_number(value, self.tokens[last + 1].folded, self.pack)
            if grown is None:
                break
            value, last = grown, last + 1
        self.numbers.add(value)
        self._note(value, place, last)
        return last - place + 1

    def _opened(self, token: _Token) -> tuple[str, ...]:
        if "." in token.folded:
            joined = token.folded.replace(".", "")
            return ("usa",) if joined == "us" else (joined,)
        return self.pack.opened(token.folded)

    def _note_word(self, word: str, place: int) -> None:
        term = fold_word(word, self.pack.language)
        if word in self.pack.negations:
            self.negations.add(term)
        self._note_name(term, place)

    def _note_name(self, term: str, place: int) -> None:
        """Note a term, as a name if its word has a capital inside the sentence."""
        is_name = self.pack.capitals_are_names and place > 0 and self.tokens[place].text[0].isupper()
        if is_name and len(term) > 1 and term not in self.pack.common:
            self.names.add(term)
        self._note(term, place, place)

    def _note(self, term: str, first: int, last: int) -> None:
        self.words.append(term)
        self.spans.append((self.tokens[first].start, self.tokens[last].end))


@lru_cache(maxsize=200_000)
def fold_word(word: str, language: str) -> str:
    """Return the term of a word in small letters, in the pack's language."""
    pack = PACKS.get(language, PLAIN)
    known = pack.folded.get(word)
    if known is not None:
        return known
    if word in pack.negations:  # "none" is not to become "non"
        return word
    stem = pack.stem(word)
    return pack.folded.get(stem, stem)


@lru_cache
def folded_verbs(language: str) -> frozenset[str]:
    """Return the terms of a language that are known to be verbs."""
    pack = PACKS.get(language, PLAIN)
    return frozenset(fold_word(verb, language) for verb in pack.verbs)


@lru_cache
def folded_kin(language: str) -> dict[str, frozenset[int]]:
    """Return each term with near kin in a language, with the numbers of its groups."""
    pack = PACKS.get(language, PLAIN)
    kin: dict[str, frozenset[int]] = {}
    for word, groups in pack.kin.items():
        term = fold_word(word, language)
        kin[term] = kin.get(term, frozenset()) | groups
    return kin


def number_of(word: str, pack: WordForms) -> str | None:
    """Return a number's value in digits, or None if the word is no number."""
    if not word[0].isdigit():
        return pack.numbers.get(word)
    digits = THOUSANDS.sub("", ORDINAL.sub("", word)).rstrip(".,").replace(",", ".")
    return digits


def _grown_number(value: str, word: str, pack: WordForms) -> str | None:
    """Return what ``word`` makes of the number before it ("five", "million"), None if nothing."""
    if len(value) > MAX_DIGITS or value.count(".") > 1 or not value.isascii():
        return None
    scale = pack.scales.get(word)
    if scale is not None:
        return f"{float(value) * scale:.15g}"
    unit = pack.numbers.get(word)
    if unit is not None and len(unit) == 1 and len(value) == 2 and value[1] == "0" and value != "10":
        return str(int(value) + int(unit))
    return None


@lru_cache(maxsize=500_000)
def term_hash(term: str) -> int:
    """Return the number by which a term is kept: the same on every machine and in every version."""
    return zlib.crc32(term.encode("utf-8", "surrogatepass"))


def hashes_of(words: Iterable[str]) -> NDArray[np.uint32]:
    """Return the distinct hashes of terms, rising."""
    return np.array(sorted({term_hash(word) for word in words}), dtype=np.uint32)


def terms_blob(text: str, language: str = "") -> bytes:
    """Return the terms of a text as bytes to store: four bytes for each distinct term, rising."""
    return hashes_of(read_terms(text, language).words).astype("<u4").tobytes()


def blob_hashes(blob: bytes) -> NDArray[np.uint32]:
    """Return the hashes in a blob.

    :raises ValueError: if its length is no multiple of four.
    """
    if len(blob) % 4:
        raise ValueError(f"a blob of terms has four bytes a term, not {len(blob)} bytes")
    return np.frombuffer(blob, dtype="<u4").astype(np.uint32, copy=False)
