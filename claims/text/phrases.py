"""Noun phrases: the words that can be the subject of a verb.

Enter at ``phrases_of``. Stretches are pairs of positions in the string that was asked about, which is a
piece of a masked sentence. Work per question is bounded, however long the string.
"""

import re
from functools import lru_cache

from claims.text.languages.grammar import Grammar
from claims.text.languages.naming import Naming
from claims.text.languages.pack import LanguagePack
from claims.text.languages.wordlists import exactly, one_of
from claims.text.masking import GAP
from claims.text.name_runs import UPPER

Stretch = tuple[int, int]

#: a capitalised word
CAPITAL = rf"(?:(?:a[dlnrstz]|el)-)?[{UPPER}][\w.'’&-]*"
WORDY = re.compile(r"[\w.'’&/-]+")
CAPITAL_WORD = re.compile(CAPITAL)
POSSESSOR = re.compile(rf"[{UPPER}][\w.'’&-]*(?:['’]s|s['’])")
BRACKETS_AT_END = re.compile(r"\s*\([^()]{1,60}\)$")
#: words of a noun phrase after its article that are looked at
MAX_NOUNS = 9
#: words of a name or an office before it that are looked at
MAX_NAME = 12
#: characters before the last name of a couple that are looked at
MAX_COUPLE = 120
#: words before a name that are looked at
MAX_BEFORE_NAME = 6
#: characters before a verb that are looked at
LOOK_BACK = 260


class Phrases:
    """Finds the noun phrases of one language."""

    def __init__(self, grammar: Grammar, naming: Naming) -> None:
        self._naming = naming
        self.no_labels = naming.not_labels
        self.openers = grammar.sentence_openers
        self._determiners = grammar.determiners
        self._particles = naming.particles
        self._heads_with = frozenset({"of", "for", "to", "from", "with", "at", "in"})
        self._qualifiers = naming.lesser | {"acting", "interim", "deputy", "chief"}
        self._bare_nouns = grammar.bare_nouns
        self._possessives = grammar.possessives
        self._complementizers = naming.definite & naming.relatives
        self._ends_none = naming.relatives | grammar.fronting | naming.prepositions
        self._no_nouns = grammar.auxiliaries
        self._make_patterns(grammar, naming)

    def _make_patterns(self, grammar: Grammar, naming: Naming) -> None:
        pronouns = one_of(grammar.subject_pronouns - {"i"}) + "|I"
        determiner = one_of(grammar.determiners)
        bare = one_of(grammar.bare_nouns)
        particle = exactly(naming.particles)
        #: a name: capitalised words, particles between them
        self.name = rf"{CAPITAL}(?:\s+(?:{particle}\s+){{0,2}}{CAPITAL}){{0,8}}"
        joiner = one_of(naming.joiners)
        #: "Smith and Jones" as a subject: at the beginning, or after a comma or marked words
        self._couple_at_end = re.compile(
            rf"(?:^|[,.:;{GAP}]\s+)((?:{self.name},\s+){{0,3}}{self.name},?\s+{joiner}\s+{self.name})$"
        )
        self._second_of_couple = re.compile(rf"\s+{joiner}\s+{self.name}(?=\s*(?:$|[,.;{GAP}]))")
        self._only_name = re.compile(self.name)
        self.pronoun = re.compile(pronouns)
        self._ends_with_pronoun = re.compile(rf"(?<![\w'’])(?:{pronouns})$")
        self._ends_with_bare = re.compile(
            rf"(?<![\w'’-])(?:[\w-]+\s+){{0,2}}{bare}(?:\s+(?:familiar|close|from|in|for|with|at|of)\s[\w\s]{{0,60}})?$"
        )
        self._head_before = re.compile(
            rf"(?<![\w'’-])(?:{determiner}|{CAPITAL}['’]s)\s+(?:[\w'’-]+\s+){{1,4}}(?:of|for|from|at|in|with|to)$"
        )
        self._opens_with_pronoun = re.compile(rf"\s*({pronouns})\b(?!['’])")
        self._opens_with_name = re.compile(
            rf"\s*((?:{determiner}\s+)?(?:\d[\d/]*\s+)?(?:[a-z][\w'’/-]*\s+|{CAPITAL}['’]s\s+){{0,6}}{self.name})"
        )
        self._more_of_name = re.compile(rf"\s+((?:[a-z][\w'’/-]*\s+){{1,4}}){self.name}")
        self._opens_with_noun = re.compile(
            rf"\s*((?:{determiner}\s+|{CAPITAL}['’]s\s+)(?:[\w.'’&/-]+\s+){{0,5}}?[\w'’&-]+)"
            rf"(?=\s*(?:$|[,.;:({GAP}]|(?:who|in|on|at|during|after|as|when|to|of|for|from|with|about)\b))"
        )
        self._opens_with_bare = re.compile(rf"\s*((?:[a-z-]+\s+){{0,2}}{bare})\b")
        office = rf"{self.name}\s+(?:of|for)\s+(?:the\s+)?"  # "Secretary of | State Marco Rubio:"
        self._labelling = re.compile(
            rf"(?:^|[-–—(,]\s*|\bfrom\s+)((?:{office})?{self.name})(?:\s*\([^()]{{0,60}}\))?:\s*$"
        )
        #: a dash and a name that are a paragraph of their own
        self.signature = re.compile(rf"\s*[-–—]+\s*({self.name})[^\n]{{0,80}}$")
        fronting = one_of(grammar.fronting)
        joining = one_of(grammar.joining)
        self._fronted = re.compile(rf"\s*{fronting}\b[^,{GAP}]*,\s*|\s*{joining},?\s+")

    # -------------------------------------------------------------- at the end

    def ending(self, words: str) -> Stretch | None:
        """Return the noun phrase that ``words`` end with."""
        bare = words.rstrip()
        shift = max(0, len(bare) - LOOK_BACK)
        tail = bare[shift:]
        found = self._pronoun_at_end(tail) or self._name_at_end(tail) or self._nominal_at_end(tail)
        if found is None:
            match = self._ends_with_bare.search(tail[-100:]) or SHARE_AT_END.search(tail[-100:])
            if match is None:
                return None
            begin = max(0, len(tail) - 100) + match.start()
            found = (self._after_verbs(tail, begin), len(tail))
        return shift + found[0], shift + found[1]

    def _after_verbs(self, tail: str, begin: int) -> int:
        """Move the start of a noun phrase past words that cannot belong to it ("said Fox executives")."""
        while True:
            word, _, rest = tail[begin:].partition(" ")
            if not rest or not (word in self._no_nouns or word.lower() in self._naming.prepositions):
                return begin
            begin = len(tail) - len(rest)

    def _pronoun_at_end(self, tail: str) -> Stretch | None:
        match = self._ends_with_pronoun.search(tail, max(0, len(tail) - 5))
        return match.span() if match else None

    def _name_at_end(self, tail: str) -> Stretch | None:
        """The capitalised words at the end, without those that only open the sentence."""
        brackets = BRACKETS_AT_END.search(tail, max(0, len(tail) - 64))
        end = brackets.start() if brackets else len(tail)
        start = end
        words = _words_backwards(tail, end, MAX_NAME)
        pending = start
        for begin, word in words:
            if CAPITAL_WORD.fullmatch(word):
                start = pending = begin
            elif start < end and word in self._particles and pending == start:
                pending = begin
            else:
                break
        if start == end:
            return None
        for word in tail[start:end].split():
            if word not in self.openers:
                break
            start = tail.index(word, start) + len(word)
        while start < end and tail[start].isspace():
            start += 1
        if start == end:
            return None
        couple = self._couple_at_end.search(tail, max(0, start - MAX_COUPLE))
        if couple and couple.start(1) <= start and couple.end() == end:
            return couple.start(1), len(tail)
        return self._before_name(tail, start), len(tail)

    def _before_name(self, tail: str, start: int) -> int:
        """Where the words before a name begin that belong to it, or that it belongs to.

        "his campaign manager | Teo Brand", "the | Halden Times"; "a spokesman for | Mr Orlan" is not Orlan.
        """
        words = _words_backwards(tail, start, MAX_BEFORE_NAME)
        if words and words[0][1].lower() in self._determiners and len(words) > 1:
            if words[1][1] in self._heads_with:
                return min(self._head_of(words[2:], start), words[0][0])
        elif words and words[0][1] in self._heads_with:
            return self._head_of(words[1:], start)
        begin = start
        has_role = False
        for at, word in words:
            low = word.lower()
            if self._opens_nominal(word) and (has_role or begin == start):
                return begin if low in self._complementizers else at
            if not word.islower() or (self._naming.role_of(low) is None and low not in self._qualifiers):
                if not has_role or not word.islower() or low in self._naming.prepositions:
                    return begin if has_role else start
                continue
            has_role, begin = True, at
        return begin

    def _head_of(self, words: list[tuple[int, str]], start: int) -> int:
        """Where the phrase begins whose noun stands before "of" and a name; ``start`` if there is none."""
        if not words:
            return start
        begin = words[0][0]
        if (
            CAPITAL_WORD.fullmatch(words[0][1]) and words[0][1] not in self.openers
        ):  # "Orlan from the Halden Times"
            for at, word in words[1:]:
                if CAPITAL_WORD.fullmatch(word) and word not in self.openers:
                    begin = at
                elif word not in ("of", "for"):  # "the Ministry of Foreign Affairs in Orrin"
                    break
            return begin
        if not self._is_head(words[0][1]):
            return start
        for at, word in words[1:]:
            if self._opens_nominal(word.lstrip("([")):
                return at + len(word) - len(word.lstrip("(["))
            if not word.islower() or word in self._naming.prepositions or word in self._no_nouns:
                break
        return begin

    def _is_head(self, word: str) -> bool:
        low = word.lower()
        return self._naming.role_of(low) is not None or low in self._naming.groups or low in self._bare_nouns

    def _nominal_at_end(self, tail: str) -> Stretch | None:
        """The shortest stretch from an article or possessor to the end: "the president"."""
        last, has_comma = "", False
        for begin, word in _words_backwards(tail, len(tail), MAX_NOUNS):
            bare = word.lstrip("([")
            if not last and (word in self._no_nouns or word in self._ends_none):
                return None
            if last and self._opens_nominal(bare):
                begin += len(word) - len(bare)
                if word.lower() in self._complementizers and last.endswith("s"):
                    return None
                head = self._head_before.search(tail[:begin].rstrip()[-120:])
                if head is None:
                    return begin, len(tail)
                return max(0, len(tail[:begin].rstrip()) - 120) + head.start(), len(tail)
            if has_comma:
                return None
            if last and word.endswith(",") and WORDY.fullmatch(word[:-1]):
                has_comma = True  # "the bespectacled, 71-year-old diplomat"
            elif not WORDY.fullmatch(word) or word in self._no_nouns:
                return None
            last = last or word
        return None

    def _opens_nominal(self, word: str) -> bool:
        if word in self._determiners or (word[:1].isupper() and word.lower() in self._determiners):
            return True
        return POSSESSOR.fullmatch(word) is not None

    # -------------------------------------------------------------- at the beginning

    def opening(self, words: str) -> Stretch | None:
        """Return the noun phrase that ``words`` begin with."""
        match = self._opens_with_pronoun.match(words)
        if match and match.group(1) not in NO_SUBJECT_BEFORE_VERB:
            return match.span(1)
        match = self._opens_with_name.match(words)
        if match and not CLAUSE_WORD.search(match.group(1)) and not self._is_opener(words, match):
            end = self._end_of_name(words, match)
            return match.start(1), end - (SENTENCE_POINT.search(words[:end][-30:]) is not None)
        match = self._opens_with_noun.match(words) or self._opens_with_bare.match(words)
        return match.span(1) if match else None

    def _end_of_name(self, words: str, match: re.Match[str]) -> int:
        """Where a name ends that holds an office in small letters ("Orlan spokesman Teo Brand")."""
        more = self._more_of_name.match(words, match.end())
        end = more.end() if more and self._holds_role(more.group(1)) else match.end()
        second = self._second_of_couple.match(words, end)
        return second.end() if second else end

    def _holds_role(self, words: str) -> bool:
        return any(self._naming.role_of(word) is not None for word in words.split())

    def _is_opener(self, words: str, match: re.Match[str]) -> bool:
        """Say whether a word is capitalised only because it opens the sentence."""
        if NO_APOSTROPHE.match(match.group(1)).group().lower() not in self._naming.not_names:  # type: ignore[union-attr]
            return False
        return self._end_of_name(words, match) == match.end()

    def first(self, sentence: str) -> Stretch | None:
        """Return the first noun phrase of a sentence, a phrase before it up to its comma left out."""
        front = self._fronted.match(sentence)
        begin = front.end() if front else 0
        found = self.opening(sentence[begin : begin + LOOK_BACK])
        return (begin + found[0], begin + found[1]) if found else None

    def labelling(self, left: str) -> Stretch | None:
        """Return the name before the colon that ``left`` ends with."""
        if not left.rstrip().endswith(":"):
            return None
        shift = max(0, len(left) - LOOK_BACK)
        match = self._labelling.search(left[shift:])
        return (shift + match.start(1), shift + match.end(1)) if match else None

    def document(self, nouns: frozenset[str]) -> re.Pattern[str]:
        """Return a pattern for a line about a document that somebody named before wrote."""
        return re.compile(rf"\s*{one_of(self._naming.definite)}\s+(?:[a-z]+\s+)?{one_of(nouns)}\s+\w+$")

    def remark(self, nouns: frozenset[str]) -> re.Pattern[str]:
        """Return a pattern for "her remark that" and "Mira Orlan's claim of": whose, and what."""
        owners = one_of(self._possessives)
        return re.compile(
            rf"(?<![\w'’-])({owners}(?=\s)|{self.name}(?=['’]s?\s))(?:['’]s?)?\s+(?:[\w-]+\s+){{0,3}}"
            rf"({one_of(nouns)})\s*(?:[,:]|(?:(?:on|in|during|at|last|this)\s[\w ]{{1,30}}?\s)?(?:that|of)\b)"
            rf"[^{GAP}.;]{{0,60}}$"
        )

    # -------------------------------------------------------------- questions

    def is_pronoun(self, words: str) -> bool:
        """Say whether ``words`` are one pronoun."""
        return self.pronoun.fullmatch(words) is not None

    def is_name(self, words: str) -> bool:
        """Say whether ``words`` are capitalised words and nothing else."""
        return self._only_name.fullmatch(words) is not None

    def is_fronted(self, sentence: str) -> bool:
        """Say whether a clause or phrase before the main clause opens a sentence ("After S left, …")."""
        return self._fronted.match(sentence) is not None

    def holds_capital(self, words: str) -> bool:
        """Say whether a word in ``words`` is capitalised."""
        return HOLDS_CAPITAL.search(words) is not None


NO_APOSTROPHE = re.compile(r"[^'’]*")
NO_SUBJECT_BEFORE_VERB = frozenset({"one", "One", "who", "Who"})
#: a name that one of these stands inside of is two phrases
CLAUSE_WORD = re.compile(
    r"^(?:for|with|from|by|and|or|but|of|than|under|over|into|against|between|without|despite)\b|\b(?:that|when|while|after|before|during|in|on|at|as|because|if|about|to)\b"
)
#: "nine in 10", "two out of three"
SHARE_AT_END = re.compile(
    r"(?<![\w'’-])(?:[\w-]+|\d+)\s+(?:in|out\s+of)\s+(?:every\s+)?(?:\d+|three|four|five|ten)$"
)
#: the point after a name that ends the sentence, and not "Jr." or an initial
SENTENCE_POINT = re.compile(r"[^\W\d_]{4}\.$|(?<!\b[JS])[^\W\d_]{2}(?<!Jr)(?<!Sr)(?<!St)\.$")
HOLDS_CAPITAL = re.compile(rf"(?:^|\s)[{UPPER}]")


def _words_backwards(text: str, end: int, limit: int) -> list[tuple[int, str]]:
    """Return the last words of ``text[:end]`` with their starts, the last one first."""
    found: list[tuple[int, str]] = []
    while len(found) < limit and end > 0:
        start = text.rfind(" ", 0, end) + 1
        if start < end:
            found.append((start, text[start:end]))
        end = start - 1
    return found


@lru_cache(maxsize=32)
def phrases_of(pack: LanguagePack) -> Phrases:
    """Return the finder of noun phrases for a language."""
    return Phrases(pack.grammar, pack.naming)
