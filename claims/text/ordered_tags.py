"""Tags behind, within and after what they report, in the languages that ``Order`` describes.

"C, said S." closes a sentence, "C, said S, C" stands within it, and "This was said by S." ("Das teilte S
mit", "Об этом сообщил S") is a sentence of its own behind it. Enter at ``tagged_parts`` and
``report_pointed_back_to``.
"""

import re
from functools import lru_cache

from claims.text.languages.order import Order
from claims.text.languages.pack import LanguagePack
from claims.text.masking import GAP
from claims.text.ordered_phrases import WORD, OrderedPhrases, clauses
from claims.text.ordered_sentences import ordered_rules
from claims.text.ordered_subjects import ordered_finders
from claims.text.phrases import Stretch
from claims.text.rules import rule

#: a tag at the sentence's end has at most these many characters after its speaker
MAX_AFTER_TAG = 90
#: a sentence that only says who said the one before is no longer
MAX_POINTING = 240
#: what stands between a report and its tag
BEFORE_TAG = (",", "–", "—", " -")


def tagged_parts(sentence: str, verb: re.Match[str], subject: Stretch, pack: LanguagePack) -> list[Stretch]:
    """Return what the tag at a verb of speech, and its subject behind it, report; nothing if it is no tag."""
    assert pack.order is not None
    phrases, cues, _ = ordered_finders(pack)
    begin = _tag_start(sentence, verb.start(), pack.order)
    if begin is None or subject[0] < verb.end() or not cues.speaks(sentence, verb):
        return []
    before, tail = sentence[:begin].rstrip(), sentence[subject[1] :]
    if len(tail) > MAX_AFTER_TAG or GAP in before or _has_object(tail.partition(",")[0], pack):
        return []
    if not _holds_main_clause(before, pack.order) or not _is_speaker(sentence, before, subject, pack):
        return []
    if any(cue[0] == 0 for cue, _ in ordered_rules(pack).sources_in(sentence)):
        return []
    return [(0, begin), *_goes_on(sentence, subject[1], phrases, pack.order)]


def _tag_start(sentence: str, verb: int, order: Order) -> int | None:
    """Where a tag begins: right behind a comma or dash, auxiliaries before its verb or not ("a déclaré")."""
    left = sentence[:verb].rstrip()
    while not left.endswith(BEFORE_TAG):
        last = left.rpartition(" ")[2].lower()
        allowed = order.tag_openers if order.is_verb_second else order.auxiliaries | order.fillers
        if not last or last not in allowed:
            return None
        left = left[: len(left) - len(last)].rstrip()
    return len(left)


def _is_speaker(sentence: str, before: str, subject: Stretch, pack: LanguagePack) -> bool:
    """Say whether the noun phrase behind a verb speaks; an object may stand there ("…, a annoncé la fin")."""
    assert pack.order is not None
    if pack.order.is_verb_second:
        return True
    phrases = ordered_finders(pack)[0]
    words = sentence[slice(*subject)]
    first = WORD.match(words)
    is_named = first is not None and first.group()[0].isupper()
    if not (phrases.is_person(words) or is_named):
        return False
    opening, comma, rest = before.partition(",")
    found = phrases.of_clause(opening)
    if found is None or opening[found[1] :].strip(" –—-"):
        return True
    # "Orlan, maire de Halden, a critiqué le ministre", but: "La ville, a dit Orlan, ne paie pas"
    return not (comma and rest.strip()) and bool(_goes_on(sentence, subject[1], phrases, pack.order))


def _goes_on(sentence: str, end: int, phrases: OrderedPhrases, order: Order) -> list[Stretch]:
    """What is reported behind a tag too; no relative clause and no apposition to its speaker."""
    comma = sentence.find(",", end)
    if comma < 0:
        return []
    comma = phrases.behind_apposition(sentence, comma)
    rest = sentence[comma + 1 :]
    first = WORD.search(rest)
    if first is None or not rest[first.end() :].strip():
        return []
    if first.group().lower() in order.relatives | order.conjunctions | order.that | order.joining:
        return []
    apposed = phrases.of_clause(rest)
    behind = WORD.search(rest, apposed[1]) if apposed else None
    ends = behind is None or behind.group() in phrases.prepositions
    return [] if apposed and ends else [(comma + 1, len(sentence))]


def _holds_main_clause(words: str, order: Order) -> bool:
    """Say whether one of the clauses of a sentence's beginning is no subordinate one."""
    first = WORD.search(words)
    if first is None:
        return False
    if first.group().lower() not in order.conjunctions:
        return True
    openers = order.conjunctions | order.relatives | order.that | order.joining
    later = list(clauses(words, order))[1:]
    heads = [WORD.search(words, begin, end) for begin, end in later]
    return any(head is not None and head.group().lower() not in openers for head in heads)


def _has_object(words: str, pack: LanguagePack) -> bool:
    """Say whether an article without a preposition shows an object, or "nicht" that nothing was said."""
    assert pack.order is not None
    previous = ""
    for match in WORD.finditer(words):
        low = match.group().lower()
        if low == pack.order.negation or (
            low in pack.order.accusative and previous not in pack.naming.prepositions
        ):
            return True
        previous = low
    return False


# ------------------------------------------------------------------ a sentence that points back


@rule(0.85)
def report_pointed_back_to(sentence: str, pack: LanguagePack) -> tuple[Stretch, Stretch] | None:
    """The sentence behind it says who said so (The fee will rise. That is what S said.)."""
    assert pack.order is not None
    match = _pointing(pack.order.pointing).match(sentence)
    if match is None or len(sentence) > MAX_POINTING or GAP in sentence:
        return None
    phrases, cues, subjects = ordered_finders(pack)
    for verb in cues.find_after_quote(sentence):
        if verb.start() < match.end() or verb.group() not in pack.order.informing:
            continue
        if not cues.speaks(sentence, verb) or _opens_report(sentence, verb.end(), pack.order):
            return None
        subject = phrases.after_verb(sentence, verb.end())
        if subject is None or not phrases.is_person(sentence[slice(*subject)]):
            found = subjects.before(sentence[match.end() :], verb.start() - match.end())
            subject = (match.end() + found[0], match.end() + found[1]) if found else subject
        if subject is None or not phrases.is_somebody(sentence[slice(*subject)]):
            return None
        return subject, verb.span()
    return None


def _opens_report(sentence: str, begin: int, order: Order) -> bool:
    words = {match.group().lower() for match in WORD.finditer(sentence, begin)}
    return not words.isdisjoint(order.that | {order.negation})


@lru_cache(maxsize=32)
def _pointing(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{pattern or '(?!)'})", re.IGNORECASE)
