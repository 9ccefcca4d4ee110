"""The small words by which subjects are found: a part of each language pack."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """What stands around the subject of a sentence."""

    #: pronouns that can be a subject
    subject_pronouns: frozenset[str]
    #: articles, possessives and numbers that open a noun phrase
    determiners: frozenset[str]
    #: those of them that say whose: "her", "their"
    possessives: frozenset[str]
    #: plural nouns that are a subject without one: "officials"
    bare_nouns: frozenset[str]
    #: capitalised only because they open a sentence; as they are printed there
    sentence_openers: frozenset[str]
    #: may stand between subject and verb: adverbs, auxiliaries, negations
    between: frozenset[str]
    #: the same, by ending: "ly"
    between_endings: tuple[str, ...]
    #: open a phrase that comes before the subject: "in", "after", "asked"
    fronting: frozenset[str]
    #: join sentences: "but", "meanwhile"
    joining: frozenset[str]
    #: finite forms of "be", "have" and the like, which no noun phrase holds: "was", "will"
    auxiliaries: frozenset[str]
    #: finite verbs that tell a clause; endings below
    finite: frozenset[str]
    #: endings of finite verbs: "ed"
    finite_endings: tuple[str, ...]
