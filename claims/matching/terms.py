"""A statement's text read as terms: the folded words that are compared.

What: ``read_terms`` turns a text into terms in order, each with the place of the written word, and notes
numbers, names and negations. Why: two reports of one statement differ in case, spelling of numbers,
contractions, endings and in what reported speech changes ("I will", "he would"); folded, they are the
same terms. Where to enter: ``read_terms``; ``terms_blob`` and ``blob_hashes`` are how the terms of a
stored statement are kept, so that an index is built without reading the texts again.
"""

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from claims.matching.languages import WordForms, guess_pack, pack_for
from claims.matching.words import Word, fold_token, grown_number, read_word

#: of the folding rules: terms that were stored under another version are read anew
VERSION = 1
#: what stands behind it is not compared: string distances grow with the square of the length
MAX_LENGTH = 2_000
ZERO_WIDTH = "\u200b-\u200f\u2060\ufeff\u00ad"
LETTER = rf"[^\W\d_][\u0300-\u036f\u064b-\u065f{ZERO_WIDTH}]*"
WORD = re.compile(
    r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?"  # 1,000 and 3.5 and 12th
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    rf"|(?:{LETTER})+(?:['’ʼ‘`´](?:{LETTER})+)*"  # don't
    r"|%"
)


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


def read_terms(text: str, language: str = "") -> Terms:
    """Read a statement's text as terms.

    Without a language the pack is guessed from the function words. Only the first 2,000 code points count.
    """
    read = text[:MAX_LENGTH]
    pack = pack_for(language or guess_language(read))
    words, spans = [], []
    for found in WORD.finditer(read):
        word = read_word(found.group(), pack.language)
        if word is not None:
            words.append(word)
            spans.append(found.span())
    return _Reading(words, spans, pack).terms()


def guess_language(*texts: str) -> str:
    """Return the language of the pack whose function words are most frequent in all texts together."""
    words = [fold_token(word) for text in texts for word in WORD.findall(text[:MAX_LENGTH])]
    return guess_pack(words).language


class _Reading:
    """One walk over the written words of a text; what it notes becomes a ``Terms``."""

    def __init__(self, written: list[Word], places: list[tuple[int, int]], pack: WordForms) -> None:
        self.written = written
        #: where each of them stands
        self.places = places
        self.pack = pack
        self.words: list[str] = []
        self.spans: list[tuple[int, int]] = []
        self.numbers: set[str] = set()
        self.names: set[str] = set()
        self.negations: set[str] = set()

    def terms(self) -> Terms:
        place = 0
        while place < len(self.written):
            word = self.written[place]
            place += self._take_together(place, word) if word.needs_neighbours else self._take(place, word)
        return Terms(
            language=self.pack.language,
            words=tuple(self.words),
            spans=tuple(self.spans),
            plain=" ".join([word.folded for word in self.written]),
            numbers=frozenset(self.numbers),
            names=frozenset(self.names),
            negations=frozenset(self.negations),
            is_verbless=bool(self.pack.verbs) and not any(word.is_verb for word in self.written),
        )

    def _take_together(self, place: int, word: Word) -> int:
        """Note what begins at a word that its neighbours may change; return how many words it took."""
        if word.number is not None:
            return self._take_number(place, word.number)
        start, end = self.places[place]
        if word.pairs and place + 1 < len(self.written):
            pair = word.pairs.get(self.written[place + 1].folded)
            if pair is not None:
                self._note(pair, (start, self.places[place + 1][1]))
                return 2
        if word.told_by_capital is not None and (place or word.is_upper):
            self.names.add(word.told_by_capital)
            self._note(word.told_by_capital, (start, end))
            return 1
        return self._take(place, word)

    def _take(self, place: int, word: Word) -> int:
        """Note a word for itself."""
        if word.negations:
            self.negations.update(word.negations)
        if word.names and place:
            self.names.update(word.names)
        for term in word.terms:
            self._note(term, self.places[place])
        return 1

    def _take_number(self, place: int, value: str) -> int:
        last = place
        while last + 1 < len(self.written):
            grown = grown_number(value, self.written[last + 1].folded, self.pack)
            if grown is None:
                break
            value, last = grown, last + 1
        self.numbers.add(value)
        self._note(value, (self.places[place][0], self.places[last][1]))
        return last - place + 1

    def _note(self, term: str, span: tuple[int, int]) -> None:
        self.words.append(term)
        self.spans.append(span)


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


def blob_hashes(blob: bytes | bytearray) -> NDArray[np.uint32]:
    """Return the hashes in a blob.

    :raises ValueError: if its length is no multiple of four.
    """
    if len(blob) % 4:
        raise ValueError(f"a blob of terms has four bytes a term, not {len(blob)} bytes")
    return np.frombuffer(blob, dtype="<u4").astype(np.uint32, copy=False)
