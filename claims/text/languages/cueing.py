"""The words that introduce what somebody says: a part of each language pack."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CueWords:
    """Verbs of speech in every form, sorted by how far they can be trusted."""

    #: every form that can introduce words in marks
    verbs: frozenset[str]
    #: of these, cues only right next to the words: "put it", "went on"
    loose: frozenset[str]
    #: of these, base forms: cues only after a word that can stand before them ("to call")
    base: frozenset[str]
    #: of these, nouns too: "state", "report"; no cue after an article, a possessive or an adjective
    nouny: frozenset[str]
    #: of these, those that plainly report: they choose between an inner and an outer subject
    plain: frozenset[str]
    #: verbs that open indirect speech
    reporting: frozenset[str]
    #: of these, those that report with a plain object too: "denied the charges"
    with_object: frozenset[str]
    #: of these, those that need "that" before what they report: "responded that"
    only_with_that: frozenset[str]
    #: nouns that a verb of speech may have before "that": "expressed hope that"
    reporting_nouns: frozenset[str]
    #: nouns for what somebody writes: "message", "letter"
    documents: frozenset[str]
    #: nouns for what somebody says: "statement", "claim"; whose it is stands before them
    nouns: frozenset[str]
    #: verbs that introduce words only with a small word after them: "shot back", "chimed in"
    phrasal: frozenset[str]
    #: those small words
    particles: frozenset[str]


@dataclass(frozen=True, slots=True)
class WorkWords:
    """How one language speaks of works."""

    #: what stands right before a title: "book", "film", "titled"
    kinds: frozenset[str]
    #: prepositions before a title: "on", "of"
    prepositions: frozenset[str]
    #: longer words that are small in a title: "with"
    small: frozenset[str]
    #: before "of", these show that words follow: "chants of"
    cries: frozenset[str]
