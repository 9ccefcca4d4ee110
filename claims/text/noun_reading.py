"""A noun phrase while its words are read one by one, in the languages that ``Order`` describes."""

from dataclasses import dataclass

#: small words of a noun phrase before its noun, and after it before a name
MAX_BEFORE_NOUN, MAX_AFTER_NOUN = 4, 3


@dataclass(slots=True)
class NounReading:
    """A noun phrase while its words are read one by one."""

    start: int = -1
    #: behind its last noun, and behind its last word of any kind
    end: int = -1
    reached: int = -1
    #: small words before the noun, and since it
    before_noun: int = 0
    after_noun: int = 0
    #: number of the word after its last article
    after_article: int = -1
    #: its last noun is one for people, "and" or a link follows
    is_of_people: bool = False
    is_joined: bool = False
    is_linked: bool = False
    #: an article that says whose follows it: "der Sprecher der"
    is_owned: bool = False
    #: it turned out to be no phrase
    is_clause: bool = False

    def take_noun(self, end: int, *, is_of_people: bool) -> None:
        """Take a noun that ends at ``end``: the phrase goes so far at least."""
        self.end, self.after_noun = end, 0
        self.is_of_people = is_of_people
        self.is_joined = self.is_linked = self.is_owned = False

    def take_small_word(self, *, is_last: bool) -> bool:
        """Take an adjective or the like; say whether the phrase may go on after it."""
        if self.end < 0:
            self.before_noun += 1
            return self.before_noun <= MAX_BEFORE_NOUN
        self.after_noun += 1
        return not is_last and self.after_noun <= MAX_AFTER_NOUN

    def take_small_words(self) -> None:
        """Count the small words since the noun to the phrase."""
        if self.after_noun:
            self.end = self.reached
