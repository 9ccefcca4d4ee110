"""What the text room must know of one language. One file per language holds one pack.

All words are in small letters unless a field says otherwise. A pack is data: the rules that use it are the
same for every language.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from claims.text.languages.cueing import CueWords, WorkWords
from claims.text.languages.grammar import Grammar
from claims.text.languages.naming import Naming
from claims.text.languages.order import Order


@dataclass(frozen=True, eq=False)
class LanguagePack:
    """One language. Packs are compared by identity: there is one of each."""

    #: ISO 639-1
    code: str
    naming: Naming
    cues: CueWords
    works: WorkWords
    grammar: Grammar
    #: verbs of speech as they stand next to the speaker: "said", "says", "told"
    introducing: frozenset[str]
    #: how a medium is named that carried words; each pattern has a group "via"
    carriers: tuple[re.Pattern[str], ...]
    #: stand with a point before a name and never end a sentence: "mr", "sen"
    titles_with_point: frozenset[str]
    #: other words that are written with a point: "inc", "etc"
    abbreviations: frozenset[str]
    #: a number of one or two digits with a point is an ordinal: "am 3. Januar"
    has_ordinals: bool = False
    #: one of these stands in every sentence that names a medium; empty: any sentence may
    carrier_words: tuple[str, ...] = ()
    #: words of one letter, which a sentence may end with: "i"
    one_letter_words: frozenset[str] = frozenset()
    #: how often rules are right in this language, where that differs from English and was counted
    chances: Mapping[str, float] = field(default_factory=dict)
    #: the chances of all other rules for prose are taken times this
    caution: float = 1.0
    #: how speaker, verb and words follow each other; None for English, whose rules are its own
    order: Order | None = None
