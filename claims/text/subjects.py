"""Subjects: who does what a verb says.

Enter at ``subjects_of``. All questions are about a piece of a masked sentence and the place of a verb in it;
answers are stretches of that piece, or None.
"""

import re
from functools import lru_cache

from claims.text.cues import Cues, cues_of
from claims.text.languages.grammar import Grammar
from claims.text.languages.pack import LanguagePack
from claims.text.languages.wordlists import exactly
from claims.text.masking import GAP
from claims.text.phrases import CAPITAL, Phrases, Stretch, phrases_of

#: a subject stands at most this far before a comma that closes its apposition
APPOSITION_BACK = 220
#: commas looked at as the begin of an apposition
MAX_COMMAS = 5
#: adverbs and auxiliaries between subject and verb
MAX_BETWEEN = 4
#: finite verbs looked at, from the nearest to the left on
MAX_VERBS = 12
#: marked words that are passed over on the way to the left
MAX_GAPS = 6
#: longest apposition right after a quotation's subject, and longest phrase with a preposition there
MAX_APPOSITION, MAX_COMPLEMENT = 160, 60


class Subjects:
    """Finds the subjects of one language's verbs."""

    def __init__(self, grammar: Grammar, phrases: Phrases, cues: Cues) -> None:
        self._phrases = phrases
        self._cues = cues
        between = "|".join(
            [
                exactly(grammar.between),
                *(rf"[a-z]\w*{ending}" for ending in grammar.between_endings),
                "in turn",
                "in part",
            ]
        )
        self._between_at_end = re.compile(rf"\s+(?:{between})\s*$")
        self._only_between = re.compile(rf"(?:\s*(?:{between}))*\s*")
        finite = "|".join(
            [exactly(grammar.finite), *(rf"[a-z]{{2,}}{end}" for end in grammar.finite_endings)]
        )
        self.finite = re.compile(rf"(?<![\w'’{GAP}-])(?:{finite})(?!\w)")
        self._name_apposed = re.compile(rf",\s+({CAPITAL}(?:\s+{CAPITAL}){{1,5}}),$")

    # -------------------------------------------------------------- before a verb

    def before(self, sentence: str, verb: int) -> Stretch | None:
        """Return the subject before the verb at ``verb``, across adverbs or an apposition."""
        left = self._without_adverbs(sentence[:verb])
        relative = RELATIVE_AT_END.search(left[-12:])
        if relative:
            start = len(left) - len(left[-12:]) + relative.start(1)
            return (start, len(left)) if self._phrases.ending(left[:start].rstrip(" ,")) else None
        if left.endswith((",", ")", "—", "–", " -")):
            return self._across_apposition(left)
        joined = JOINED.search(left)
        if joined:
            return self.main(left[: joined.start()])
        found = self._phrases.ending(left)
        if found is None and RELATIVE_INSIDE.search(left[-APPOSITION_BACK:]):
            return self._phrases.first(left)
        return found

    def _without_adverbs(self, left: str, most: int = MAX_BETWEEN) -> str:
        for _ in range(most):
            match = self._between_at_end.search(left[-40:])
            if match is None:
                break
            left = left[: len(left) - len(left[-40:]) + match.start()]
        return left.rstrip()

    def _across_apposition(self, left: str) -> Stretch | None:
        """Return the subject of "S, the mayor, said" and "the mayor, S, said"."""
        named = self._name_apposed.search(left, max(0, len(left) - 120))
        if (
            named
            and named.group(1).split()[0] not in self._phrases.openers
            and self._phrases.ending(left[: named.start()])
        ):
            return named.span(1)
        body = left[:-1]
        best = None
        for comma in _commas_backwards(body):
            if GAP in body[comma:]:
                break
            subject = self._phrases.ending(body[:comma])
            if subject is None:
                continue
            if not self._can_be_apposed(body[subject[0] : subject[1]]):
                if OPENS_LIST.match(body[comma + 1 :].lstrip()):
                    return subject
                continue
            best = subject
            if OPENS_APPOSITION.match(body[comma + 1 :].lstrip()):
                return subject
        return best

    def _can_be_apposed(self, words: str) -> bool:
        return self._phrases.is_pronoun(words) or self._phrases.holds_capital(words)

    # -------------------------------------------------------------- after marked words

    def is_only_between(self, words: str) -> bool:
        """Say whether ``words`` are nothing but adverbs and auxiliaries."""
        return self._only_between.fullmatch(words) is not None

    def leading(self, stretch: str, verb: int) -> Stretch | None:
        """Return the noun phrase that opens the stretch after marked words, if it is the verb's subject."""
        begin = LEAD.match(stretch).end()  # type: ignore[union-attr]
        found = self._phrases.opening(stretch[begin:verb].rstrip(" ,") + " ")
        if found is None:
            return None
        start, end = begin + found[0], begin + found[1]
        rest = stretch[end:verb].strip()
        if self._only_between.fullmatch(rest):
            return start, end
        named = self._name_apposed.search(stretch[:verb].rstrip())
        if (
            named
            and not stretch[end : named.start()].strip()
            and not ENDS_WITH_CAPITAL.search(stretch[start:end])
        ):
            return named.span(1)
        is_apposition = rest[:1] == "," and rest[-1:] == "," and len(rest) < MAX_APPOSITION
        if is_apposition and not OPENS_CLAUSE.match(rest) and not self._cues.find(rest):
            return start, end
        is_complement = COMPLEMENT.match(rest) and len(rest) < MAX_COMPLEMENT and "," not in rest
        return (start, end) if is_complement and not self.finite.search(rest) else None

    # -------------------------------------------------------------- of a whole sentence

    def main(self, left: str, most_gaps: int = MAX_GAPS) -> Stretch | None:
        """Return the subject of the nearest finite verb in no relative clause, else the first phrase."""
        begin = left.rfind(GAP) + 1
        if not left[begin:].strip(" ,."):
            begin = left.rstrip(f"{GAP} ").rfind(GAP) + 1
        clause = left[begin:]
        for verb in list(self.finite.finditer(clause))[: -MAX_VERBS - 1 : -1]:
            before = self._without_adverbs(clause[: verb.start()], 6)
            if PARTICIPLE.match(clause, verb.start()) and len(before) == len(clause[: verb.start()].rstrip()):
                continue
            subject = self._phrases.ending(before)
            if subject and subject[1] == len(before) and self._is_main(before, subject):
                return begin + subject[0], begin + subject[1]
        if begin and most_gaps:
            subject = self.main(left[: left.rfind(GAP, 0, begin)], most_gaps - 1)
            if subject:
                return subject
        first = self._phrases.first(clause)
        return (begin + first[0], begin + first[1]) if first else None

    def _is_main(self, before: str, subject: Stretch) -> bool:
        return not NO_SUBJECT.match(before[subject[0] : subject[1]]) and not AFTER_PREPOSITION.search(
            before[max(0, subject[0] - 12) : subject[0]]
        )

    def of_participle(self, left: str) -> Stretch | None:
        """Return whose ", saying" it is: of the clause it follows ("when S did"), else the main subject."""
        body = left.rstrip().rstrip(",")
        begin = body.rfind(GAP) + 1
        held = WITH.search(body[-90:])
        if held and not left.rstrip().endswith(","):
            shift = max(0, len(body) - 90)
            subject = self._phrases.ending(body)
            if subject and subject[0] == shift + held.start(1):
                return subject
        openers = list(CLAUSE_OPENER.finditer(body, begin))
        if openers:
            last = openers[-1]
            subject = self._phrases.opening(body[last.end() :])
            if subject and VERB_FOLLOWS.match(body, last.end() + subject[1]):
                return last.end() + subject[0], last.end() + subject[1]
        return self.main(body)


RELATIVE_AT_END = re.compile(r"\b([Ww]ho|which|that)$")
RELATIVE_INSIDE = re.compile(r"\b(?:who|that)\s")
JOINED = re.compile(r"\s(?:and|but|then|or)$")
LEAD = re.compile(r"\s*[,—–-]?\s*")
ENDS_WITH_CAPITAL = re.compile(rf"(?:^|\s){CAPITAL}$")
OPENS_APPOSITION = re.compile(
    r"(?:who|whose|which|a|an|the|then|now|its|his|her|\d|D-|R-|one|former|founder|chair|president|director|professor|head"
    r"|spokes|senior|speaking|in|on|at|of|after|during|when|referring|citing|asked|like|Jr|Sr|MD|Ph)"
)
OPENS_LIST = re.compile(r"(?:like|including|such as|who|whose|which|led by|among them)\b")
OPENS_CLAUSE = re.compile(r",\s*(?:and|but|because|that|which)\b")
COMPLEMENT = re.compile(r"(?:of|for|from|at|in|with)\s")
NO_SUBJECT = re.compile(r"(?:who|that|which|one)$|\w+ed$")
#: "the operation conducted by": no verb of the sentence
PARTICIPLE = re.compile(r"\w+ed\s+by\b")
AFTER_PREPOSITION = re.compile(
    r"\b(?:of|in|on|at|by|for|from|with|about|to|than|as|over|under|around|across|against|between|into|through|like)\s*$"
)
WITH = re.compile(rf"\b(?:with|of)\s+([^,{GAP}]{{3,80}})$")
CLAUSE_OPENER = re.compile(r"(?:^|,\s*|\s)(?:when|while|as|after|before|and|but|;)\s+")
VERB_FOLLOWS = re.compile(r"\s+(?:\w+ly\s+)?[a-z]+(?:ed|s|ew|ok|ld|nt|ve|an|ng|t)\b")


def _commas_backwards(body: str) -> list[int]:
    """Return the places of the last commas, dashes and brackets, the last one first."""
    found = []
    for place in range(len(body) - 1, max(-1, len(body) - APPOSITION_BACK), -1):
        if body[place] in ",—–(":
            found.append(place)
            if len(found) == MAX_COMMAS:
                break
    return found


@lru_cache(maxsize=32)
def subjects_of(pack: LanguagePack) -> Subjects:
    """Return the finder of subjects for a language."""
    return Subjects(pack.grammar, phrases_of(pack), cues_of(pack))
