"""Cues: the verbs that say that somebody speaks.

Enter at ``cues_of``, whose ``find`` takes a stretch of a masked sentence, so that no verb is one of the
speaker's own. Many verbs are nouns too ("report", "state"); the word before them decides.
"""

import re
from functools import lru_cache

from claims.text.languages.naming import words
from claims.text.languages.pack import LanguagePack
from claims.text.languages.wordlists import exactly, one_of
from claims.text.masking import GAP
from claims.text.phrases import CAPITAL, Phrases, phrases_of

WORD = re.compile(rf"(?<![\w'’{GAP}-])[A-Za-z]+(?:-[a-z]+)?(?!\w)")
#: verbs after marked words are looked for as far as this
NEAR_QUOTE = 60
#: any verb of this look right beside its subject, after marked words, introduces them: "beamed Orlan"
LOOKS_FINITE = re.compile(r"[a-z]{2,}(?:ed|nks|lls|ks|tes|res|ses|ves)")
NO_VERBS = words("named called based supposed unnamed retired elected united registered")
WORD_BEFORE = re.compile(r"[\w'’]+$")


class Cues:
    """Finds the cues of one language."""

    def __init__(self, pack: LanguagePack, phrases: Phrases) -> None:
        self._words = pack.cues
        self._phrases = phrases
        self._doubtful = self._words.loose | self._words.base | self._words.nouny
        self._cue = re.compile(
            rf"(?<![\w'’{GAP}-]){exactly(self._words.verbs | self._words.phrasal)}(?![\w-])"
        )
        self._phrase_follows = re.compile(rf"\s+{one_of(self._words.particles)}\b(?:\s+\w+ly)?\s*(?:[,:.]|$)")
        #: finite forms that are nouns too: "reports"
        self._nouns_too = self._words.nouny - self._words.base
        self._peoples = pack.naming.not_names - pack.grammar.subject_pronouns - pack.naming.relatives
        self._subject_follows = re.compile(rf"\s+(?:{CAPITAL}|(?:the|a|an|one)\s)")

    def find(self, stretch: str) -> list[re.Match[str]]:
        """Return the cue verbs of a stretch outside marked words, in order."""
        return [match for match in self._cue.finditer(stretch) if self._is_cue(stretch, match)]

    def find_after_quote(self, stretch: str) -> list[re.Match[str]]:
        """Return the cue verbs of the stretch after marked words, where more verbs can be one."""
        return [match for match in WORD.finditer(stretch) if self._is_cue_after_quote(stretch, match)]

    def _is_cue(self, stretch: str, match: re.Match[str]) -> bool:
        word = match.group()
        if word in self._words.phrasal:
            return self._phrase_follows.match(stretch, match.end()) is not None
        if word not in self._doubtful:
            return True
        before = _word_before(stretch, match)
        if word in self._nouns_too and THAT_FOLLOWS.match(stretch, match.end()):
            return self._is_no_noun(before)  # "the blog mentions that"
        return self._introduces(stretch, match) and self._is_verb(word, before)

    def _is_cue_after_quote(self, stretch: str, match: re.Match[str]) -> bool:
        word = match.group()
        if word in self._words.phrasal and self._phrase_follows.match(stretch, match.end()):
            return True
        if word in self._words.verbs:
            return word not in self._words.nouny or self._is_no_noun(_word_before(stretch, match))
        return match.start() < NEAR_QUOTE and self._is_beside_subject(stretch, match)

    def _introduces(self, stretch: str, match: re.Match[str]) -> bool:
        """Say whether a verb that may introduce words stands right beside them, or before "that"."""
        if match.group() not in self._words.loose:
            return True
        near = NEXT_TO_QUOTE.match(stretch, match.end(), match.end() + 40)
        return near is not None or THAT_FOLLOWS.match(stretch, match.end()) is not None

    def _is_verb(self, word: str, before: str) -> bool:
        """Say whether a word that can be a base form or a noun is the verb of its sentence."""
        if not before:
            return True
        if word in self._words.base:
            if word in self._words.plain:  # "say" is hardly ever anything else
                return DETERMINED.fullmatch(before) is None
            if not BEFORE_BASE.fullmatch(before):
                return False
        elif word in self._words.nouny and not BEFORE_NOUNY.fullmatch(before):
            return False
        return word not in self._words.nouny or self._is_no_noun(before)

    def _is_no_noun(self, before: str) -> bool:
        """Say whether the word before one that is a noun too shows that it is none here."""
        if before[:1].isupper() and before.lower() in self._peoples:  # "Republican claims"
            return False
        return DETERMINED.fullmatch(before) is None

    def _is_beside_subject(self, stretch: str, match: re.Match[str]) -> bool:
        """Say whether a word looks like a verb between marked words and its subject."""
        word = match.group()
        if not LOOKS_FINITE.fullmatch(word) or word in NO_VERBS:
            return False
        before = stretch[: match.start()]
        if not before.strip():
            return word.endswith("ed") and self._subject_follows.match(stretch, match.end()) is not None
        subject = self._phrases.ending(before)
        return subject is not None and subject[0] <= 1 + len(before) - len(before.lstrip())


def _word_before(stretch: str, match: re.Match[str]) -> str:
    before = WORD_BEFORE.search(stretch[max(0, match.start() - 30) : match.start()].rstrip())
    return before.group() if before else ""


#: between a loose verb and the words it introduces
THAT_FOLLOWS = re.compile(r"\s+(?:out\s+|in particular\s+)?that\b")
NEXT_TO_QUOTE = re.compile(r"(?:\s+(?:it|that|on|by|out|off))?(?:\s+\w+){0,2}\s*[,:]?\s*$|\s+of\b")
#: a base form is a verb only after one of these
BEFORE_BASE = re.compile(
    r"(?:[Tt]hey|[Ww]e|[Yy]ou|[Ww]ho|[Pp]eople|[Pp]olice|[Ss]ome|[Oo]thers|[Mm]any|[Mm]ost|to|will|would|could|can|should|may|might|must|\w*n['’]t|not|did|does|do|they|we|I|you|who|and|or|also|all"
    r"|often|still|now|just|simply|[a-z]+ly|[a-z]+s|[A-Z][a-z]+s|people|police)"
)
#: a form that is a noun too is a verb after one of these
BEFORE_NOUNY = re.compile(
    r"(?:he|she|it|who|which|also|then|and|that|[A-Z][\w.-]+|[a-z]+ly|[a-z]+(?:or|er|ist|man|woman|ant|ent))"
)
#: and never after one of these
DETERMINED = re.compile(
    r"(?i:the|a|an|his|her|their|its|this|that|these|those|of|in|on|for|with|such|some|any|no|recent|new|own|public"
    r"|home|united|first|last|by|from)|.*(?:['’]s|s['’])"
)


@lru_cache(maxsize=32)
def cues_of(pack: LanguagePack) -> Cues:
    """Return the finder of cues for a language."""
    return Cues(pack, phrases_of(pack))
