"""What a rule is asked about: one run of marked words in its masked sentence; and what it answers."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from claims.text.cues import Cues
from claims.text.masking import GAP
from claims.text.phrases import Phrases, Stretch
from claims.text.subjects import Subjects


@dataclass(frozen=True, slots=True)
class Grammarian:
    """The finders of one language."""

    phrases: Phrases
    cues: Cues
    subjects: Subjects
    nouns: re.Pattern[str]
    #: "The message reads": a document whose author was named before
    document: re.Pattern[str]
    plain: frozenset[str]
    base: frozenset[str]
    #: the rules of a language whose sentences are ordered in another way than English ones
    attribute: "Callable[[Place], Attribution | None] | None" = None
    #: every noun has a capital letter, so that capitals tell no names and titles
    has_capital_nouns: bool = False
    #: the verb of speech closes the sentence
    is_verb_last: bool = False


@dataclass(frozen=True)
class Place:
    """One run of marked words in its masked sentence.

    What follows the words is asked for by many rules, and worked out once.
    """

    sentence: str
    #: where its GAP stands
    at: int
    #: the point that ends the marked words, inside or right behind the mark; "" if none
    ending: str
    grammar: Grammarian

    @cached_property
    def left(self) -> str:
        return self.sentence[: self.at]

    @cached_property
    def right(self) -> str:
        return self.sentence[self.at + 1 :]

    @cached_property
    def tag_start(self) -> int:
        """Where what follows begins, after a comma or dash."""
        lead = LEAD.match(self.sentence, self.at + 1)
        return lead.end() if lead else self.at + 1

    @cached_property
    def tag(self) -> str:
        """What follows, up to the next marked words."""
        return self.right.partition(GAP)[0]

    @cached_property
    def bare_tag(self) -> str:
        """What follows, without the comma or dash before it."""
        return self.sentence[self.tag_start :].partition(GAP)[0]

    @cached_property
    def tag_verbs(self) -> list[re.Match[str]]:
        """The cue verbs of what follows."""
        return self.grammar.cues.find_after_quote(self.bare_tag)

    @property
    def ends_with_comma(self) -> bool:
        return self.ending == ","

    @property
    def ends_with_point(self) -> bool:
        """A point or comma stands between the words and what follows."""
        return bool(self.ending) or self.right.lstrip()[:1] in (",", "—", "–", "-")

    @property
    def is_tagged(self) -> bool:
        """A comma ends the words, so that a tag of their own follows."""
        return self.ends_with_comma or self.right.lstrip()[:1] == ","

    @property
    def is_set_off(self) -> bool:
        """The sentence begins with the marked words, or a comma or colon stands before them."""
        before = self.left.rstrip()
        return not before or before[-1] in ",:.?!"


LEAD = re.compile(r"\s*(?:[—–-](?=,))?[,—–-]?\s*")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks, in positions of the masked sentence."""

    mention: Stretch
    cue: Stretch | None
    rule: str
