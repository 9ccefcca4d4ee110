"""Reported speech in the languages that ``Order`` describes: "S verb, that C", "C, verb S", "laut S C".

Enter at ``find_ordered_reports``. A clause is taken as reported where a word like "dass", "que" or "что"
opens it after a verb of speech, where a source phrase names who says it, or, in German, where the verb's
mood does. It ends with its sentence, or where marked words begin.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.text.found import Form, Kind
from claims.text.languages.order import Order
from claims.text.languages.pack import LanguagePack
from claims.text.masked_sentences import Prose
from claims.text.masking import GAP
from claims.text.ordered_phrases import WORD, ordered_finders
from claims.text.ordered_sentences import ordered_rules
from claims.text.phrases import Stretch
from claims.text.raw import RawQuote
from claims.text.rules import prior, rule
from claims.text.spans import Span

#: longer sentences are lists or no prose
MAX_SENTENCE = 600
MIN_WORDS = 3
EDGE = " ,;:–—-"
#: between a verb of speech and "that": hearers, a place, a day
MAX_TO_THAT = 90


@rule(0.75)
def report_in_mood(sentence: str, after: int, order: Order) -> int | None:
    """The mood of the verb shows that the clause after the verb of speech is a report of it."""
    if not order.reporting_moods:
        return None
    comma = sentence.find(",", after)
    if comma < 0 or comma - after > MAX_TO_THAT:
        return None
    has_mood = any(match.group() in order.reporting_moods for match in WORD.finditer(sentence, comma))
    return comma + 1 if has_mood else None


@rule(0.7)
def carried_on(text: str, quote: RawQuote, order: Order) -> bool:
    """The mood of the sentence shows that it goes on with what the last speaker said."""
    start = quote.parts[0].start
    begin = max(text.rfind("\n", 0, start) + 1, text.rfind(". ", 0, start - 3) + 1, start - MAX_SENTENCE)
    end = text.find(".", quote.parts[-1].end, quote.parts[-1].end + MAX_TO_THAT)
    outside = text[begin:start] + text[quote.parts[-1].end : end if end > 0 else quote.parts[-1].end]
    return any(match.group() in order.reporting_moods for match in WORD.finditer(outside))


#: rules that found no speaker, or only a guess
UNSURE = frozenset({"nobody_named", "subject_of_sentence", "sentence_before", "carried_on"})
#: so far behind a report its mood still belongs to it
MAX_CARRY = 1200


def carry_on(
    text: str, quotes: Sequence[RawQuote], prose: Sequence[Prose], pack: LanguagePack
) -> list[RawQuote]:
    """Give quotes without a speaker of their own, whose mood reports, to whoever spoke last before them."""
    assert pack.order is not None
    if not pack.order.reporting_moods:
        return list(quotes)
    named = [quote.mention for quote in quotes if quote.mention is not None and quote.rule not in UNSURE]
    speakers = sorted({*named, *speakers_named(prose, pack)})
    return [
        _carried(text, quote, speakers, pack.order) if quote.rule in UNSURE else quote for quote in quotes
    ]


def _carried(text: str, quote: RawQuote, speakers: Sequence[Span], order: Order) -> RawQuote:
    start = quote.parts[0].start
    at = bisect_left(speakers, start, key=lambda span: span.end) - 1
    if at >= 0 and start - speakers[at].end < MAX_CARRY and carried_on(text, quote, order):
        return replace(quote, mention=speakers[at], rule="carried_on", confidence=prior("carried_on"))
    if quote.rule == "carried_on":
        return replace(quote, mention=None, rule="nobody_named", confidence=prior("nobody_named"))
    return quote


def speakers_named(prose: Sequence[Prose], pack: LanguagePack) -> list[Span]:
    """Return the subjects of verbs of speech, and the names of sources, outside marked words."""
    assert pack.order is not None
    _, cues, subjects = ordered_finders(pack)
    found: list[Span] = []
    for paragraph in prose:
        for start, end in paragraph.sentences:
            sentence = paragraph.masked.text[start:end]
            if len(sentence) > MAX_SENTENCE:
                continue
            verbs = [verb for verb in cues.find(sentence) if verb.group() not in pack.order.weak]
            subject = subjects.before(sentence, verbs[0].start()) if verbs else None
            if subject is None:
                subject = next((name for _, name in ordered_rules(pack).sources_in(sentence)), None)
            if subject is not None:
                found.append(paragraph.masked.span(start + subject[0], start + subject[1]))
    return found


def find_ordered_reports(prose: Sequence[Prose], pack: LanguagePack) -> list[RawQuote]:
    """Find the reported speech of an article's prose."""
    found = []
    for paragraph in prose:
        for start, end in paragraph.sentences:
            sentence = paragraph.masked.text[start:end].rstrip(" .!?")
            if len(sentence) > MAX_SENTENCE or GAP in sentence:
                continue
            report = next(reports_in(sentence, pack), None)
            if report is not None:
                clause, mention, cue, name = report
                found.append(
                    _quote(paragraph, start, pack, clause=clause, mention=mention, cue=cue, rule_name=name)
                )
    return found


Report = tuple[Stretch, Stretch, Stretch, str]


def reports_in(sentence: str, pack: LanguagePack) -> Iterator[Report]:
    """Give the reports of one masked sentence: clause, mention, cue and rule."""
    assert pack.order is not None
    _, cues, subjects = ordered_finders(pack)
    for verb in cues.find_after_quote(sentence):
        begin = _after_that(sentence, verb.end(), pack.order)
        name = "report_after_verb"
        if begin is None:
            begin, name = report_in_mood(sentence, verb.end(), pack.order), "report_in_mood"
        subject = subjects.before(sentence, verb.start())
        if begin is not None and subject is not None and subject[1] <= begin:
            clause = _trimmed(sentence, begin, len(sentence))
            if clause is not None:
                yield clause, subject, verb.span(), name
    for cue, mention in ordered_rules(pack).sources_in(sentence):
        clause = _beside_source(sentence, cue, mention)
        if clause is not None:
            name = "report_according_to" if clause[0] > cue[0] else "report_according_to_at_end"
            yield clause, mention, cue, name


def _after_that(sentence: str, begin: int, order: Order) -> int | None:
    """Where the clause begins that "that" opens behind a verb; None if nothing does."""
    for match in WORD.finditer(sentence, begin, begin + MAX_TO_THAT):
        word = match.group().lower()
        if word in order.that:
            return match.end()
        if "'" in word or "’" in word:  # "qu'il", "d'avoir"
            before, _, rest = word.replace("’", "'").partition("'")
            if f"{before}'" in order.that and rest:
                return match.start() + len(before) + 1
        if word in order.conjunctions or word in order.relatives:
            return None
    return None


def _beside_source(sentence: str, cue: Stretch, mention: Stretch) -> Stretch | None:
    """The clause that a source phrase names the speaker of: after it, or before it at the sentence's end."""
    start = min(cue[0], mention[0])
    end = max(cue[1], mention[1])
    if not sentence[:start].strip(EDGE):
        return _trimmed(sentence, end, len(sentence))
    if not sentence[end:].strip(EDGE):
        return _trimmed(sentence, 0, start)
    return None


def _trimmed(sentence: str, start: int, end: int) -> Stretch | None:
    while start < end and sentence[start] in EDGE:
        start += 1
    while end > start and sentence[end - 1] in EDGE:
        end -= 1
    return (start, end) if len(WORD.findall(sentence, start, end)) >= MIN_WORDS else None


def _quote(
    paragraph: Prose,
    offset: int,
    pack: LanguagePack,
    *,
    clause: Stretch,
    mention: Stretch,
    cue: Stretch,
    rule_name: str,
) -> RawQuote:
    def placed(stretch: Stretch) -> Span:
        return paragraph.masked.span(offset + stretch[0], offset + stretch[1])

    carrier = _carrier(paragraph.masked.text[offset + clause[0] : offset + clause[1]], pack)
    via = None
    if carrier is not None:
        via = placed((clause[0] + carrier.start("via"), clause[0] + carrier.end("via")))
        clause = clause[0], clause[0] + carrier.start()
    return RawQuote(
        parts=(placed(clause),),
        quoted=(),
        kind=Kind.INDIRECT,
        form=Form.REPORTED,
        rule=rule_name,
        confidence=prior(rule_name),
        cue=placed(cue),
        mention=placed(mention),
        via=via,
    )


def _carrier(clause: str, pack: LanguagePack) -> re.Match[str] | None:
    """The medium that a report ends with (", selon l'agence Lumepress"), if enough stands before it."""
    for pattern in pack.carriers:
        match = pattern.search(clause)
        if match and match.end() == len(clause) and len(WORD.findall(clause, 0, match.start())) >= MIN_WORDS:
            return match
    return None
