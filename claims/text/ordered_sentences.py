"""Whose words a sentence holds, in the languages that ``Order`` describes.

Enter at ``ordered_rules``, whose ``attribute`` answers. The rules have the names of the English ones and say
the same to a reader; only how they look is different: verb and subject in the order of the language, sources
by its prepositions.
"""

import re
from functools import lru_cache
from itertools import islice

from claims.text.languages.order import Order
from claims.text.languages.pack import LanguagePack
from claims.text.masking import GAP
from claims.text.media import holds_medium
from claims.text.moods import has_main_mood
from claims.text.ordered_brackets import Brackets, verb_closes_clause
from claims.text.ordered_cues import MAX_TO_VERB, OrderedCues
from claims.text.ordered_phrases import LOOK_BACK, WORD, OrderedPhrases, clauses
from claims.text.ordered_subjects import OrderedSubjects, ordered_finders
from claims.text.phrases import Stretch
from claims.text.places import Attribution, Place

LEAD = re.compile(r"[\s,–—-]*")
#: French: "affirme-t-il", "a-t-elle précisé"
INVERTED = re.compile(r"[\s,]*(?P<verb>[^\W\d_]+)(?:-t)?-(?P<who>il|elle|ils|elles|on)(?!\w)")
INVERTED_LATER = re.compile(r"(?P<verb>[^\W\d_]+)(?:-t)?-(?P<who>il|elle|ils|elles|on)(?!\w)")
#: further than this from the marked words a source phrase belongs to something else
MAX_TO_SOURCE = 160
MAX_VERBS = 3
#: a tag that a colon follows so soon belongs to the words behind it
MAX_TO_COLON = 40
#: words that an unknown verb may have: "s'est réjouie"
MAX_UNKNOWN_VERB = 3


class OrderedRules:
    """The rules of one language."""

    def __init__(self, pack: LanguagePack) -> None:
        assert pack.order is not None
        self._order: Order = pack.order
        finders = ordered_finders(pack)
        self._phrases: OrderedPhrases = finders[0]
        self._cues: OrderedCues = finders[1]
        self._subjects: OrderedSubjects = finders[2]
        self._brackets = Brackets(pack.order, *finders)
        self._source = _pattern(pack.order.sources)
        self._source_beside_marks = _pattern(pack.order.sources_beside_marks)
        after = "|".join(pack.order.sources_after) or "(?!)"
        self._source_after = re.compile(rf"\s+(?:{after})(?!\w)")

    def attribute(self, place: Place) -> Attribution | None:
        """Say who speaks the marked words at ``place``, by the best rule that applies."""
        after = self._tag(place)
        before = self._name_said_before(place)
        source = self._according_to(place)
        tail = place.left.rstrip()[-1:]
        if after is not None and (before is None or self._closes_words(place, after)):
            return after
        closing = verb_closes_clause(self._brackets, place) if self._order.is_verb_second else None
        label = self._before_colon(place) if tail == ":" or self._is_in_brackets(place) else None
        if label is not None:
            return label
        if source is not None and (before is None or source.rule == "according_to_after"):
            return source
        if source is not None and before is not None and self._is_weak(place, before):
            return before if holds_medium(place.sentence[slice(*source.mention)]) else source
        if closing is not None and before is not None and self._is_outer(place, before, closing):
            return closing
        return before or closing or self._said_at_end(place) or self._in_mood(place) or self._subject(place)

    def _is_in_brackets(self, place: Place) -> bool:
        """Say whether brackets hold nothing but the marked words, behind whoever says them."""
        return place.left.rstrip().endswith("(") and place.right.lstrip(" .!?")[:1] == ")"

    def _closes_words(self, place: Place, after: Attribution) -> bool:
        """Say whether a tag is nearer than a verb before the words: no colon before, or a comma behind."""
        if place.left.rstrip()[-1:] != ":":
            return place.is_set_off
        is_parted = place.ending == "," or place.right.lstrip()[:1] in (",", "–", "—")
        mention_end = max(after.mention[1], after.cue[1] if after.cue else 0)
        return is_parted and ":" not in place.sentence[place.at : mention_end + MAX_TO_COLON]

    def _is_outer(self, place: Place, before: Attribution, closing: Attribution) -> bool:
        """Say whether a verb before the words belongs to the sentence around their clause."""
        assert before.cue is not None
        pieces = list(clauses(place.left, self._order))
        return bool(pieces) and before.cue[1] <= pieces[-1][0] and closing.mention != before.mention

    def _is_weak(self, place: Place, found: Attribution) -> bool:
        return found.cue is not None and place.sentence[slice(*found.cue)] in self._order.weak

    def _quoted(self, words: str, verb_end: int) -> Stretch | None:
        """The object of a verb like "quotes", who is the speaker: the last of the phrases behind it."""
        first = self._phrases.after_verb(words, verb_end)
        if first is None:
            return None
        second = self._phrases.at(words, first[1])
        return second if second and self._phrases.is_person(words[slice(*second)]) else first

    # -------------------------------------------------------------- after the words

    def _tag(self, place: Place) -> Attribution | None:
        """The verb right behind the marked words, the speaker after it or between."""
        inverted = INVERTED.match(place.right)
        if inverted and inverted.group("verb") in self._order.verbs | self._order.auxiliaries:
            offset = place.at + 1
            return _found(inverted.span("who"), inverted.span("verb"), offset, "name_said")
        match = LEAD.match(place.right)
        begin = match.end() if match else 0
        tag = place.tag[begin:]
        offset = place.at + 1 + begin
        for verb in self._cues.find_after_quote(tag[: MAX_TO_VERB + 20])[:MAX_VERBS]:
            if verb.start() > MAX_TO_VERB:
                break
            if verb.group() in self._order.quoting:
                subject = self._quoted(tag, verb.end())
                if subject is not None:
                    return _found(subject, verb.span(), offset, "said_by_name")
            if self._phrases.only_fillers(tag[: verb.start()]):
                subject = self._phrases.after_verb(tag, verb.end())
                if subject is not None:
                    return _found(subject, verb.span(), offset, "said_by_name")
            subject = self._subjects.leading(tag, verb.start())
            if subject is not None:
                return _found(subject, verb.span(), offset, "name_said")
            subject = self._after_auxiliary(tag, 0, verb.start())
            if subject is not None:
                return _found(subject, verb.span(), offset, "said_by_name")
        return self._beside_somebody(place, tag, offset)

    def _said_at_end(self, place: Place) -> Attribution | None:
        """A verb of speech further on in the sentence."""
        inverted = INVERTED_LATER.search(place.right, 0, MAX_TO_SOURCE)
        if inverted and inverted.group("verb") in self._order.verbs:
            return _found(inverted.span("who"), inverted.span("verb"), place.at + 1, "said_at_end")
        for verb in self._cues.find_after_quote(place.tag[:MAX_TO_SOURCE])[:MAX_VERBS]:
            offset = place.at + 1
            before = place.tag[: verb.start()].rstrip()
            if before.endswith((",", "-", "–", "—")):
                subject = self._phrases.after_verb(place.tag, verb.end())
            else:
                comma = before.rfind(",")
                subject = self._after_auxiliary(place.tag, comma + 1, verb.start()) if comma >= 0 else None
            if subject is not None:
                return _found(subject, verb.span(), offset, "said_at_end")
        return None

    def _beside_somebody(self, place: Place, tag: str, offset: int) -> Attribution | None:
        """Any verb between the words and a person, where words, comma and person leave no doubt."""
        is_announced = place.left.rstrip().lower().endswith(self._order.with_words or "\0")
        is_parted = place.right.lstrip().startswith((",", "–", "—"))
        if not is_announced and not (place.is_set_off and is_parted):
            return None
        for match in islice(WORD.finditer(tag), MAX_UNKNOWN_VERB):
            low = match.group().lower()
            if not match.group()[0].islower() or self._phrases.is_small(low):
                return None
            subject = self._phrases.after_verb(tag, match.end())
            if subject is None or not self._phrases.is_announced(tag, subject[0]):
                continue
            is_person = self._phrases.is_person(tag[slice(*subject)])
            return _found(subject, match.span(), offset, "said_by_name") if is_person else None
        return None

    def _after_auxiliary(self, words: str, begin: int, verb: int) -> Stretch | None:
        """The subject of a clause between an auxiliary and its participle (", hatte Orlan gesagt")."""
        first = WORD.search(words, begin, verb)
        if first is None or first.group().lower() not in self._order.auxiliaries:
            return None
        found = self._phrases.after_verb(words, first.end())
        return found if found and found[1] <= verb else None

    # -------------------------------------------------------------- before the words

    def _name_said_before(self, place: Place) -> Attribution | None:
        """A verb of speech before the marked words, with its subject; where it stands last, after them."""
        for verb in reversed(self._cues.find(place.left)):
            subject = None
            if verb.group() in self._order.quoting:
                subject = self._quoted(place.left, verb.end())
            if subject is None:
                subject = self._subjects.before(place.left, verb.start())
            if subject is not None:
                return Attribution(subject, verb.span(), "name_said_before")
        if self._order.is_verb_last:
            return self._name_and_last_verb(place)
        return None

    def _name_and_last_verb(self, place: Place) -> Attribution | None:
        """The speaker opens the sentence, and the verb closes it behind the marked words."""
        verbs = self._cues.find_after_quote(place.tag[:MAX_TO_SOURCE])
        subject = self._phrases.first(place.left)
        if not verbs or subject is None:
            return None
        offset = place.at + 1
        return Attribution(
            subject, (offset + verbs[-1].start(), offset + verbs[-1].end()), "name_said_before"
        )

    # -------------------------------------------------------------- sources

    def _according_to(self, place: Place) -> Attribution | None:
        """The source phrase nearest to the marked words ("laut Orlan", "по словам Орлана")."""
        best: tuple[int, Attribution] | None = None
        sources = self.sources_in(place.sentence) + self._named_by(self._source_beside_marks, place.sentence)
        for cue, mention in sources:
            is_after = cue[0] > place.at
            distance = cue[0] - place.at if is_after else place.at - mention[1]
            between = place.sentence[min(place.at, cue[0]) : max(place.at, cue[0])]
            if distance > MAX_TO_SOURCE or between.count(GAP) > 1:
                continue
            rule = "according_to_after" if is_after else "according_to_before"
            if best is None or distance < best[0]:
                best = distance, Attribution(mention, cue, rule)
        return best[1] if best else None

    def sources_in(self, sentence: str) -> list[tuple[Stretch, Stretch]]:
        """Return the source phrases of a sentence: cue and name."""
        found = self._named_by(self._source, sentence)
        for match in self._source_after.finditer(sentence):
            mention = self._phrases.ending(sentence[: match.start()])
            if mention is not None and mention[1] == match.start():
                found.append(((match.start() + 1, match.end()), mention))
        return found + self._as_clauses(sentence)

    def _named_by(self, source: re.Pattern[str], sentence: str) -> list[tuple[Stretch, Stretch]]:
        found = []
        for match in source.finditer(sentence):
            mention = self._phrases.at(sentence, match.end())
            if mention is not None and mention[0] == match.end():
                found.append(((match.start(), match.start() + len(match.group().rstrip())), mention))
        return found

    def _as_clauses(self, sentence: str) -> list[tuple[Stretch, Stretch]]:
        """Clauses like "wie die Polizei mitteilte": the verb as the cue, and its subject."""
        found: list[tuple[Stretch, Stretch]] = []
        if self._order.as_words.isdisjoint(sentence.lower().split()):
            return found
        for begin, end in clauses(sentence, self._order):
            first = WORD.search(sentence, begin, end)
            if first is None or first.group().lower() not in self._order.as_words:
                continue
            for verb in self._cues.find_after_quote(sentence[first.end() : end])[:1]:
                at = first.end()
                subject = self._phrases.at(sentence[:end], at)
                if subject is None or subject[1] > at + verb.start():
                    behind = at + verb.end()
                    house = self._subjects.house(sentence[behind:end])
                    subject = self._phrases.after_verb(sentence[:end], behind)
                    subject = (behind + house[0], behind + house[1]) if house else subject
                if subject is not None:
                    found.append(((at + verb.start(), at + verb.end()), subject))
        return found

    # -------------------------------------------------------------- otherwise

    def _before_colon(self, place: Place) -> Attribution | None:
        """A name and a colon before the words, in a clause without a verb."""
        left = place.left.rstrip(" :(")
        pieces = list(clauses(left[-LOOK_BACK:], self._order))
        if not pieces:
            return None
        shift = max(0, len(left) - LOOK_BACK)
        begin, end = pieces[-1]
        clause = left[shift + begin : shift + end]
        in_brackets = self._is_in_brackets(place)
        found = self._phrases.ending(clause) if in_brackets else self._phrases.of_clause(clause)
        if (
            found is None
            or clause[found[1] :].strip()
            or not self._phrases.is_somebody(clause[slice(*found)])
        ):
            return None
        begin += shift
        return Attribution((begin + found[0], begin + found[1]), None, "name_before_colon")

    def _in_mood(self, place: Place) -> Attribution | None:
        """A sentence whose mood reports; ``carry_on`` puts the last speaker in its first word's place."""
        first = WORD.search(place.sentence)
        if first is None or not self._order.reporting_moods:
            return None
        has_mood = has_main_mood(place.sentence, self._order.reporting_moods, self._order)
        return Attribution(first.span(), None, "carried_on") if has_mood else None

    def _subject(self, place: Place) -> Attribution | None:
        subject = self._phrases.first(place.left) if place.left.strip() else None
        return Attribution(subject, None, "subject_of_sentence") if subject else None


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(phrases) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{words})\s+", re.IGNORECASE)


def _found(subject: Stretch, verb: Stretch, offset: int, rule: str) -> Attribution:
    return Attribution((offset + subject[0], offset + subject[1]), (offset + verb[0], offset + verb[1]), rule)


@lru_cache(maxsize=32)
def ordered_rules(pack: LanguagePack) -> OrderedRules:
    """Return the rules of a language that has an ``Order``."""
    return OrderedRules(pack)
