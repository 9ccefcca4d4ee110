"""How a language orders speaker, verb of speech and words: a part of every pack but the English one.

English has rules of its own. For other languages the same few rules serve all, and this says what differs.
Words are in small letters, as they are spelt. Source phrases are patterns: words, and "(?:von|des)" where
one of several may follow.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Order:
    """Verbs of speech and the words around them, in one language."""

    #: every form that says that somebody speaks; participles too
    verbs: frozenset[str]
    #: of these, those that count only beside marks or a colon: "gab", "ha", "отметил"
    weak: frozenset[str]
    #: stand with a participle: "hat", "a", "ha"
    auxiliaries: frozenset[str]
    #: adverbs and short pronouns that may stand between verb and subject
    fillers: frozenset[str]
    #: articles and possessives that open a noun phrase
    determiners: frozenset[str]
    #: open a subordinate clause: "während", "lorsque", "когда"
    conjunctions: frozenset[str]
    #: open a relative clause: "der", "qui", "который"
    relatives: frozenset[str]
    #: join clauses of one subject: "und", "et", "и"
    joining: frozenset[str]
    #: may stand before a subject that opens its clause: "auch", "selbst"
    focus: frozenset[str]
    #: open a clause that names a source with its verb: "wie", "comme", "как"
    as_words: frozenset[str]
    #: name a source before it: "laut", "selon", "по словам"
    sources: tuple[str, ...]
    #: name a source after it: "zufolge"
    sources_after: tuple[str, ...]
    #: open what is reported: "dass", "que", "что"
    that: frozenset[str]
    #: weak verbs that report with "that" or an infinitive: "glaubt", "cree", "считает"
    thinking: frozenset[str] = frozenset()
    #: verbs that say that somebody tells news, and no opinion: "teilte", "indiqué", "сообщил"
    informing: frozenset[str] = frozenset()
    #: a pattern for what opens a sentence that says who said the one before: "das", "об этом"
    pointing: str = ""
    #: stand before what somebody is taken for: "als" in "als Grund gab Orlan an"
    like_words: frozenset[str] = frozenset()
    #: stand before the house whose people speak: "в" in "в министерстве заявили"
    house_words: frozenset[str] = frozenset()
    #: may stand before the verb of a tag: "so" in "so betont Orlan"
    tag_openers: frozenset[str] = frozenset()
    #: verb forms that report by themselves: the German "sei", "habe"
    reporting_moods: frozenset[str] = frozenset()
    #: of these, those that a writer uses too, so that they carry on a report only right behind it: "würde"
    conditional: frozenset[str] = frozenset()
    #: a pattern for what others say: "soll … haben", which goes on right behind a report
    hearsay: str = ""
    #: words that make verbs of speech of weak verbs: further on in their clause ("gab" → "bekannt"), or,
    #: where the verb stands last, right before it ("verib" → "məlumat")
    separated: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: a pattern for an infinitive that says what is announced or demanded: "zu bleiben"
    infinitive: str | None = None
    #: auxiliaries that make a passive of a participle, whose subject says nothing: "wurde"
    passives: frozenset[str] = frozenset()
    #: stand before whoever says it then: "von"
    doers: frozenset[str] = frozenset()
    #: of the source phrases, patterns for those that count beside marks only
    sources_beside_marks: tuple[str, ...] = ()
    #: words before infinitives that say what for: "um", "ohne"
    purposes: frozenset[str] = frozenset()
    #: endings of the words between an article and its noun, without which none opens a phrase: "en"
    adjective_endings: tuple[str, ...] = ()
    #: articles that no subject has: "den", "dem"
    oblique: frozenset[str] = frozenset()
    #: announce the words of the subject: "mit den Worten"
    with_words: tuple[str, ...] = ()
    #: articles that say whose: "des", "der"
    genitive: frozenset[str] = frozenset()
    #: articles that open an object: "den", "einen"
    accusative: frozenset[str] = frozenset()
    #: "nicht"
    negation: str = ""
    #: verbs whose object is the speaker: "zitierte"
    quoting: frozenset[str] = frozenset()
    #: a pattern for the end of a clause that is made the noun of a verb: "olduğunu"
    nominalised: str = "(?!)"
    #: the verb stands second, so that the subject follows it where something else comes first
    is_verb_second: bool = False
    #: the verb stands last: "Orlan ... dedi"
    is_verb_last: bool = False
    #: every noun is capitalised, and a noun phrase ends with its noun
    has_capital_nouns: bool = False
