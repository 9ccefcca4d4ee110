"""What marked words are: somebody's whole sentence, a part of one, or no quote at all.

Enter at ``kind_of``. Titles of works, nicknames and scare quotes are no quotes; one or two words are one
only if a cue governs them.
"""

import re
from dataclasses import dataclass

from claims.text.found import Kind

WORD = re.compile(r"\w+")
LETTER_WORD = re.compile(r"[^\W\d_][\w'’-]*")
#: rules that name a speaker by a cue right beside the words
CUED = frozenset(
    {
        "said_by_name",
        "name_said",
        "name_said_before",
        "went_on_to_say",
        "according_to_after",
        "tag_closes_sentence",
        "according_to_before",
        "verb_closes_clause",
    }
)
#: of these, those whose verb of speech takes single words as its object: "called it “unfair”"
WITH_OBJECT = frozenset({"name_said_before", "verb_closes_clause"})
#: rules that leave little doubt that somebody is quoted
NEAR = (CUED - {"went_on_to_say"}) | {"continued", "same_speaker"}
#: rules that name the speaker of a sentence that is nothing but marked words
BESIDE = frozenset(
    {
        "line_before",
        "name_above",
        "sentence_before",
        "sentence_after",
        "speaker_of_paragraph_before",
        "paragraph_before",
    }
)
#: rules that only guess
GUESSED = frozenset({"", "subject_of_sentence", "sentence_before"})
#: of those, rules without any cue
UNCUED = frozenset({"", "subject_of_sentence"})
#: from these numbers of words on, marked words are somebody's sentence: set off by punctuation, or not
SENTENCE_WORDS, LONG_WORDS = 6, 12
#: up to these numbers of words a set off quote, a partial one, and a title are doubted
FEW_WORDS, FEW_PARTIAL, TITLE_WORDS = 3, 2, 8
#: a partial quote of fewer words whose speaker is only guessed is a scare quote
MIN_GUESSED_WORDS = 5


@dataclass(frozen=True, slots=True)
class Marked:
    """What is known of one run of marked words when its kind is asked."""

    words: str
    #: the paragraph before the opening mark, without the space at its end
    before: str
    #: the point that the words end with, "" if none
    ending: str
    is_closed: bool
    #: name of the rule that attributes them, "" if none does
    rule: str
    #: a capital tells no title, in languages whose nouns all have one
    has_capital_nouns: bool = False
    #: a comma before marked words and a verb behind them show a sentence ("Orlan, “…” dedi")
    is_verb_last: bool = False


def kind_of(marked: Marked) -> Kind | None:
    """Return DIRECT for a sentence of its own, MIXED for a part of the writer's, None for no quote."""
    count = len(WORD.findall(marked.words))
    if not count:
        return None
    is_title = _looks_like_title(marked, count)
    if _stands_alone(marked, count):
        kind = Kind.DIRECT
        if _is_label(marked, count, is_title):
            return None
    else:
        kind = Kind.MIXED
        if _is_scare(marked, count, is_title):
            return None
    if is_title and count >= 2 and marked.rule != "same_speaker" and _names_a_work(marked):
        return None
    return kind


def _stands_alone(marked: Marked, count: int) -> bool:
    before = marked.before
    is_set_off = not before or before[-1] in ',:.?!"”;—–-' or before.endswith("''")
    if marked.is_verb_last and before.endswith(",") and marked.rule in CUED:
        return True
    ends = marked.ending in (",", ".", "?", "!", "…", "—", "-")
    return count >= LONG_WORDS or (is_set_off and (ends or not marked.is_closed or count >= SENTENCE_WORDS))


def _looks_like_title(marked: Marked, count: int) -> bool:
    """Say whether every longer word is capitalised, as in the title of a work."""
    if marked.has_capital_nouns and marked.rule in CUED:
        return False
    words = LETTER_WORD.findall(marked.words)
    return (
        len(words) > 1
        and words[0][0].isupper()
        and count <= TITLE_WORDS
        and marked.ending not in (",", "?", "!")
        and all(word[0].isupper() for word in words if len(word) > 3)
    )


def _is_label(marked: Marked, count: int, is_title: bool) -> bool:
    """Say whether words that stand alone are a name, a title or a slogan."""
    if marked.rule in NEAR:
        return False
    if is_title:
        return True
    if count > FEW_WORDS:
        return False
    return not (marked.rule in BESIDE and marked.ending in (".", "?", "!", ","))


def _is_scare(marked: Marked, count: int, is_title: bool) -> bool:
    """Say whether words inside the writer's sentence are a scare quote, a nickname or a title."""
    if marked.rule in WITH_OBJECT or (
        count <= FEW_PARTIAL and not marked.words[:1].isupper() and marked.rule in CUED | {"same_speaker"}
    ):
        return NAMING.search(marked.before[-40:]) is not None
    if marked.has_capital_nouns and marked.rule in UNCUED and marked.words[:1].isupper():
        return True  # the name of a law, a prize, a song
    return count <= 1 or is_title or (marked.rule in GUESSED and count < MIN_GUESSED_WORDS)


def _names_a_work(marked: Marked) -> bool:
    """Say whether a preposition or possessor before capitalised words shows the title of a work."""
    if not BEFORE_WORK.search(marked.before[-20:]):
        return False
    if marked.before.endswith(",") and (
        marked.rule == "name_said_before" or marked.ending in (",", "!", "?")
    ):
        return False
    return not CALLS.search(marked.before[-20:])


NAMING = re.compile(
    r"\b(?:so-called|dubbed|known as|nicknamed|the word|the term|the phrase|titled|entitled|named|stands for"
    r"|film|movie|book|show|song|album|magazine|series|slogan|hashtag|play|website)\s*,?\s*$"
)
BEFORE_WORK = re.compile(r"(?:\b(?:of|on|in|for|from|with|at|to|and|by)|[’']s|,)$")
CALLS = re.compile(r"\b(?:chants?|calls?|shouts?|cries) of$")
