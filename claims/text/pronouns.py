"""What a pronoun stands for: persons of an article as they come up, sentence by sentence.

Enter at ``Discourse``. Each mention of a person weighs by its part in the sentence (who speaks or acts
weighs most) and fades with the sentences after it; a pronoun stands for the heaviest person of its gender.
Pronouns are answered in order and then count as mentions themselves, so that "he ... he ... his" holds
together. Method: salience with decay, after Lappin and Leass, 1994; the weights are fitted on
GUM's news texts, so that small changes do not matter.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from claims.text.languages.naming import Naming
from claims.text.name_runs import UPPER, words_pattern
from claims.text.names import NameUse
from claims.text.persons import Person
from claims.text.spans import Span

SENTENCE_END = re.compile(r"[.!?…](?<=[^\W\d_]{2}.)[\"”»’')\]]{0,4}\s+(?=[^\sa-z])|\n+")
WORD = re.compile(r"[^\W_][\w-]*")
#: an apposition may stand between a subject and its verb
BEFORE_VERB = re.compile(r"\s*(?:\([^()\n]{1,30}\)\s*)?(?:,[^;:\n]{2,120}?,\s*)?")

NARROWED = re.compile(rf"\s(?:who|that|which)\b|,\s[{UPPER}]")

#: what a mention weighs by its part in the sentence
SPEAKS, ACTS, ACTS_LATER, OTHER, POSSESSOR, SPOKEN = 3.3, 3.0, 1.8, 1.5, 0.9, 0.2
PRONOUN_SPEAKS, PRONOUN_OPENS, PRONOUN_LATER, PRONOUN_OBJECT = 2.9, 3.8, 1.7, 0.85
#: of both who do something together
MUTUAL = 3.05
#: how a weight fades: per sentence, and once where a paragraph lies between
FADE, OTHER_PARAGRAPH = 0.62, 0.9
#: a person of unknown gender is less likely than one of the pronoun's
UNKNOWN_GENDER = 0.8
#: whoever acts and is introduced by name and office in the pronoun's own paragraph comes before others
INTRODUCED_HERE = 1.6
#: where the second weighs so much of the first, nobody is meant: two readings are left
TOO_CLOSE = 0.95
#: letters that may stand before the name that opens a sentence
MAX_LEAD = 40
#: sentences after which nobody is meant any more
MEMORY = 12
FADED = [FADE**distance for distance in range(MEMORY + 1)]
#: mentions and answered pronouns looked back at: bounds the work
LOOK_BACK, LOOK_BACK_PRONOUNS = 24, 12
#: a person named right after "he" in the sentence is somebody else: "He says Orlan ..."
NAMED_AFTER, NAMED_AFTER_WITHIN = 0.35, 70
#: persons named often, and persons of known gender, are a little likelier
PER_MENTION, KNOWN_GENDER, UNCERTAIN = 0.04, 0.45, 0.8
#: two pronouns more for one gender than for the other settle a person's gender
VOTES_TO_SETTLE = 2
#: a single name that nothing else shows to be a person's must act this often
MIN_ACTS = 2


class _Point(NamedTuple):
    """One mention of a person in the order of the text."""

    position: int
    person: Person
    weight: float
    #: number of its sentence
    sentence: int
    #: names the person in full beside an office
    is_introduced: bool = False


def _may_be(person: Person, gender: str) -> bool:
    """Say whether a pronoun may stand for a person; for one of unknown gender, "he" and "she" may."""
    return person.gender == gender or (not person.gender and gender in ("m", "f"))


def find_pronouns(text: str, naming: Naming) -> list[Span]:
    """Return the third-person pronouns and possessives of ``text`` that stand for one person."""
    return [Span(*match.span()) for match in _pattern(naming.personal_pronouns).finditer(text)]


_pattern = lru_cache(maxsize=32)(words_pattern)


class Discourse:
    """The persons of an article as mentions in order, and what its pronouns stand for."""

    def __init__(
        self,
        text: str,
        persons: Sequence[Person],
        nominals: Sequence[tuple[Span, Person]],
        naming: Naming,
        speech_words: frozenset[str],
        is_spoken: Callable[[int], bool],
        is_speaking: Callable[[Span], bool],
    ) -> None:
        self._text = text
        self._naming = naming
        self._speech_words = speech_words
        self._is_speaking = is_speaking
        self._sentences = [0, *self._sentence_ends(is_spoken), len(text)]
        self._points = self._mentions(persons, nominals)
        self._positions = [point.position for point in self._points]
        self._counts = Counter(point.person for point in self._points)
        self._answers: dict[int, Person | None] = {}
        self._answered: list[_Point] = []

    def _sentence_ends(self, is_spoken: Callable[[int], bool]) -> Iterator[int]:
        """Where the writer's own sentences end; those inside speech do not count."""
        text = self._text
        for match in SENTENCE_END.finditer(text):
            start, end = match.span()
            if text[end - 1] != "\n":
                if is_spoken(end - 1) or text[start - 1 : start] == ":":
                    continue
                word = text[max(0, start - 5) : start].rpartition(" ")[2]
                if word.lower() in self._naming.courtesy:  # "Mr. Orlan"
                    continue
            yield end

    # -------------------------------------------------------------- mentions

    def _mentions(self, persons: Sequence[Person], nominals: Sequence[tuple[Span, Person]]) -> list[_Point]:
        weighed = [
            (use.office_start, weight, person, use.start in person.introduced or self._is_speaking(use.span))
            for person in persons
            for use, weight in self._weighed(person)
        ]
        for span, person in nominals:
            weight = self._part_in_sentence(span.start, span.end)
            if self._is_narrowed(span.end):
                continue
            if weight >= ACTS:
                weighed.append((span.start, weight, person, False))
        weighed.sort(key=lambda found: found[0])
        acted = {self.sentence_at(position) for position, weight, _, _ in weighed if weight >= ACTS}
        mutual = {self.sentence_at(position) for position, weight, _, _ in weighed if weight == MUTUAL}
        told = {self.sentence_at(position) for position, weight, _, _ in weighed if weight == SPEAKS}
        points: list[_Point] = []
        acting_in = -1
        for position, weight, person, is_introduced in weighed:
            sentence = self.sentence_at(position)
            is_introduced = is_introduced and (weight >= ACTS or sentence not in acted)
            is_introduced = is_introduced and sentence not in mutual
            if weight >= ACTS:
                if weight == ACTS and (sentence == acting_in or sentence in told):
                    weight = ACTS_LATER
                acting_in = sentence
            weight = weight if person.is_certain else weight * UNCERTAIN
            points.append(_Point(position, person, weight, sentence, is_introduced))
        return points

    def _weighed(self, person: Person) -> list[tuple[NameUse, float]]:
        """Weigh the uses of a name; none if it may well be a place's or a thing's."""
        weighed = [(use, self._weight(use, person)) for use in person.uses]
        if not person.is_certain:  # "a USI instructor": what an article stands before is nobody's name
            weighed = [pair for pair in weighed if not self._follows_article(pair[0].office_start)]
            if any(self._is_place(use.office_start) for use in person.uses):
                return []
        acts = sum(weight >= ACTS for _, weight in weighed)
        if person.is_certain or acts >= MIN_ACTS or (acts and len(person.keys) > 1):
            return weighed
        return []

    def _weight(self, use: NameUse, person: Person) -> float:
        if use.spoken:
            return SPOKEN
        if self._is_speaking(use.span):
            return SPEAKS
        if use.possessive:
            return POSSESSOR
        begin = person.introduced.get(use.start)
        if person.is_certain and self._opens_sentence(use):
            return max(ACTS, self._part_in_sentence(use.office_start, use.end))
        if begin is None:
            return self._part_in_sentence(use.office_start, use.end)
        is_apposed = begin < use.office_start and self._text[use.end : use.end + 1] == ","
        return self._part_in_sentence(self._before_owner(begin), use.end + is_apposed, is_person=True)

    def _opens_sentence(self, use: NameUse) -> bool:
        """Say whether a name opens its sentence, as subjects do; "On the road, " may stand before it."""
        begin = self._sentences[self.sentence_at(use.office_start)]
        lead = self._text[begin : min(use.office_start, begin + MAX_LEAD)].strip()
        if use.office_start - begin > MAX_LEAD or (lead and not lead.endswith(",")):
            return False
        following = WORD.match(self._text, use.end + 1)
        return following is None or not self._naming.is_people_noun(following.group().lower())

    def _before_owner(self, start: int) -> int:
        """Step back over "the", "its" or "Norvand's" before an office."""
        words = self._text[max(0, start - 40) : start].split(" ")
        while len(words) > 1 and self._is_owner(words[-2]):
            start -= len(words.pop(-2)) + 1
        return start

    def _is_owner(self, word: str) -> bool:
        low = word.lower()
        return (
            low in self._naming.definite
            or low in self._naming.indefinite
            or low in self._naming.pronouns
            or word.endswith(("'s", "’s"))
        )

    def _part_in_sentence(self, start: int, end: int, *, is_person: bool = False) -> float:
        before = self._text[max(0, start - 25) : start].split()
        last = before[-1] if before else ""
        low = last.lower()
        if low in self._naming.mutual_verbs:  # "Orlan met Vask": he may be either
            return MUTUAL
        if last in self._speech_words or " ".join(before).lower().endswith(self._naming.source_phrases):
            return SPEAKS
        verb = self._verb_after(end, is_person=is_person)
        if verb in self._speech_words:
            return SPEAKS
        return ACTS if verb and low not in self._naming.prepositions else OTHER

    def _verb_after(self, end: int, *, is_person: bool = False) -> str:
        """Return the verb that follows a name, across adverbs and an apposition; empty if none."""
        match = BEFORE_VERB.match(self._text, end)
        for word in WORD.finditer(self._text, match.end() if match else end, end + 200):
            low = word.group()
            if low in self._speech_words or low in self._naming.verbs:
                return low
            if low.endswith(self._naming.verb_endings) or (is_person and self._is_present(low)):
                return low
            if not low.endswith("ly"):
                return ""
        return ""

    def _is_present(self, word: str) -> bool:
        """Say whether a word behind a name is a verb like "stands", and no noun like "supporters"."""
        naming = self._naming
        if not word.islower() or not word.endswith(naming.verb_endings_after_names):
            return False
        return not (
            naming.is_people_noun(word) or naming.is_people_noun(word[:-1]) or word in naming.not_names
        )

    def _is_narrowed(self, end: int) -> bool:
        """Say whether a clause or a name follows a noun ("the man who", "a spokeswoman, Ada Lind")."""
        return NARROWED.match(self._text, end) is not None

    def _is_place(self, start: int) -> bool:
        """Say whether a preposition of place stands before a name ("in Turkey")."""
        words = self._text[max(0, start - 12) : start].split()
        return bool(words) and words[-1].lower() in self._naming.place_prepositions

    def _follows_article(self, start: int) -> bool:
        words = self._text[max(0, start - 12) : start].split()
        if not words:
            return False
        low = words[-1].lower()
        return low in self._naming.definite or low in self._naming.indefinite

    def sentence_at(self, position: int) -> int:
        """Return the number of the sentence that ``position`` lies in."""
        return bisect_right(self._sentences, position) - 1

    # -------------------------------------------------------------- gender by votes

    def settle_genders(self, pronouns: Sequence[Span]) -> None:
        """Give persons of unknown gender the one of the pronouns in sentences that name them alone."""
        alone: dict[int, set[Person]] = {}
        first: dict[int, int] = {}
        for point in self._points:
            if point.weight > SPOKEN:
                sentence = point.sentence
                alone.setdefault(sentence, set()).add(point.person)
                first.setdefault(sentence, point.position)
        votes: dict[Person, Counter[str]] = {}
        for span in pronouns:
            sentence = self.sentence_at(span.start)
            here = alone.get(sentence)
            if here is not None and len(here) == 1 and first[sentence] < span.start:
                person = next(iter(here))
                gender = self._naming.pronouns[span.cut(self._text).lower()]
                votes.setdefault(person, Counter())[gender] += 1
        for person, count in votes.items():
            if not person.gender and abs(count["m"] - count["f"]) >= VOTES_TO_SETTLE:
                person.gender = "m" if count["m"] > count["f"] else "f"

    # -------------------------------------------------------------- answers

    def answer_in_order(self, pronouns: Sequence[Span]) -> None:
        """Answer all ``pronouns``, in the order of the text, each by what stands before it."""
        for span in pronouns:
            word = span.cut(self._text).lower()
            person = self._heaviest(span.start, self._naming.pronouns[word])
            self._answers[span.start] = person
            if person is not None:
                weight = self._pronoun_weight(span, word)
                self._answered.append(_Point(span.start, person, weight, self.sentence_at(span.start)))

    def _pronoun_weight(self, span: Span, word: str) -> float:
        if word not in self._naming.subject_pronouns:
            return PRONOUN_OBJECT
        if self._verb_after(span.end) in self._speech_words:
            return PRONOUN_SPEAKS
        opens = span.start - self._sentences[self.sentence_at(span.start)] < 25
        return PRONOUN_OPENS if opens else PRONOUN_LATER

    def stands_for(self, position: int, gender: str) -> Person | None:
        """Return the person a pronoun at ``position`` stands for; None if there is none."""
        if position in self._answers:
            return self._answers[position]
        return self._heaviest(position, gender)

    def _heaviest(self, position: int, gender: str) -> Person | None:
        sentence = self.sentence_at(position)
        paragraph = self._text.rfind("\n", 0, position) + 1
        weights: dict[Person, float] = {}
        introduced: set[Person] = set()
        for point in self._before(position):
            distance = sentence - point.sentence
            if distance > MEMORY:
                continue
            person = point.person
            if not _may_be(person, gender):
                continue
            weight = point.weight * FADED[distance]
            if point.position < paragraph:
                weight *= OTHER_PARAGRAPH
            elif point.is_introduced and point.weight >= OTHER:
                weight *= INTRODUCED_HERE
                introduced.add(person)
            if not person.gender and person not in introduced:
                weight *= UNKNOWN_GENDER
            known = weights.get(person, 0.0)
            weights[person] = known + 0.25 * weight if known > weight else weight + 0.25 * known
        if not weights:
            return None
        later = self._named_after(position, sentence)
        total = self._final(weights, later, introduced)
        best, *others = sorted(weights, key=total, reverse=True)[:2]
        if others and not best.label and not others[0].label and total(others[0]) > TOO_CLOSE * total(best):
            return None
        return best

    def _before(self, position: int) -> list[_Point]:
        at = bisect_left(self._positions, position)
        until = bisect_left(self._answered, position, key=lambda point: point.position)
        answered = self._answered[max(0, until - LOOK_BACK_PRONOUNS) : until]
        return self._points[max(0, at - LOOK_BACK) : at] + answered

    def _named_after(self, position: int, sentence: int) -> set[Person]:
        end = self._sentences[sentence + 1] if sentence + 1 < len(self._sentences) else len(self._text)
        at = bisect_left(self._positions, position)
        limit = min(end, position + NAMED_AFTER_WITHIN)
        return {p.person for p in self._points[at : at + 4] if p.position < limit and p.weight > SPOKEN}

    def _final(
        self, weights: dict[Person, float], later: set[Person], introduced: set[Person]
    ) -> Callable[[Person], float]:
        def total(person: Person) -> float:
            weight = weights[person] * (NAMED_AFTER if person in later else 1)
            weight += PER_MENTION * min(self._counts[person], 10)
            return weight + (KNOWN_GENDER if person.gender or person in introduced else 0)

        return total
