"""Reported speech in the languages that ``Order`` describes: "S verb, that C", "C, verb S", "laut S C".

Enter at ``find_ordered_reports``. A clause is taken as reported where a word like "dass", "que" or "что"
opens it after a verb of speech, where a source phrase names who says it, or, in German, where the verb's
mood or an infinitive with "zu" does. It ends with its sentence; a clause with marked words is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.text.found import Form, Kind
from claims.text.languages.order import Order
from claims.text.languages.pack import LanguagePack
from claims.text.masked_sentences import Prose
from claims.text.masking import GAP
from claims.text.moods import MAX_SENTENCE, has_main_mood, opens_with_mood
from claims.text.ordered_cues import OrderedCues
from claims.text.ordered_phrases import WORD, OrderedPhrases, clauses
from claims.text.ordered_sentences import ordered_rules
from claims.text.ordered_subjects import ordered_finders
from claims.text.ordered_tags import report_pointed_back_to, tagged_parts
from claims.text.phrases import Stretch
from claims.text.raw import RawQuote
from claims.text.rules import prior, rule
from claims.text.spans import Span

MIN_WORDS = 3
EDGE = " ,;:–—-"
#: between a verb of speech and "that": hearers, a place, a day
MAX_TO_THAT = 90
#: between it and a colon
MAX_TO_COLON = 30


@dataclass(frozen=True, slots=True)
class Report:
    """One reported clause, in positions of the masked sentence."""

    parts: tuple[Stretch, ...]
    mention: Stretch
    cue: Stretch
    rule: str


@rule(0.75)
def report_in_mood(sentence: str, after: int, order: Order, phrases: OrderedPhrases) -> int | None:
    """The mood of the verb shows that the clause after the verb of speech is a report of it."""
    comma = _comma_after(sentence, after) if order.reporting_moods else None
    if comma is None:
        return None
    rest = sentence[comma:]
    has_mood = has_main_mood(rest, order.reporting_moods, order) or opens_with_mood(rest, phrases, order)
    return comma if has_mood else None


@rule(0.8)
def report_with_infinitive(sentence: str, after: int, order: Order) -> int | None:
    """An infinitive after the verb of speech says what somebody announces or demands (…, C zu tun)."""
    comma = _comma_after(sentence, after) if order.infinitive else None
    if comma is None or order.infinitive is None:
        return None
    match = re.search(order.infinitive, sentence[comma:])
    first = WORD.search(sentence, comma)
    if match is None or first is None or first.group() in order.verbs | order.auxiliaries:
        return None
    small = {word.group().lower() for word in WORD.finditer(sentence, comma, comma + match.start())}
    return comma if small.isdisjoint(order.conjunctions | order.that | order.purposes) else None


@rule(0.85)
def report_after_colon(sentence: str, after: int, phrases: OrderedPhrases) -> int | None:
    """A colon behind the speaker and a verb of speech opens what is reported (S warned: C)."""
    colon = sentence.find(":", after, after + MAX_TO_COLON)
    # a noun before the colon is what is listed behind it: "named three grounds: …"
    return colon + 1 if colon >= 0 and phrases.only_fillers(sentence[after:colon]) else None


def _comma_after(sentence: str, after: int) -> int | None:
    """The place behind the comma that a report may follow."""
    comma = sentence.find(",", after)
    return comma + 1 if 0 <= comma <= after + MAX_TO_THAT else None


@rule(0.8)
def report_around_source(sentence: str, cue: Stretch, mention: Stretch, order: Order) -> tuple[Stretch, ...]:
    """Who says so is named inside of what is said (The fee will, according to S, rise)."""
    start, end = min(cue[0], mention[0]), max(cue[1], mention[1])
    begin = 0
    for piece, stop in clauses(sentence[:start], order):
        first = WORD.search(sentence, piece, stop)
        if piece and first and first.group().lower() in order.relatives | order.conjunctions | order.that:
            begin = piece
    before, after = _without_edges(sentence, begin, start), _without_edges(sentence, end, len(sentence))
    return tuple(part for part in (before, after) if part[0] < part[1])


def find_ordered_reports(prose: Sequence[Prose], pack: LanguagePack) -> list[RawQuote]:
    """Find the reported speech of an article's prose."""
    return [quote for paragraph in prose for quote in _reports_of(paragraph, pack)]


def _reports_of(paragraph: Prose, pack: LanguagePack) -> Iterator[RawQuote]:
    before: Stretch | None = None  # the sentence before, if it reports nothing by itself
    for start, end in paragraph.sentences:
        sentence = paragraph.masked.text[start:end].rstrip(" .!?")
        if len(sentence) > MAX_SENTENCE:
            before = None
            continue
        report = next(reports_in(sentence, pack), None)
        pointed = report_pointed_back_to(sentence, pack) if before and report is None else None
        if before is not None and pointed is not None:
            said = before[0] - start, before[1] - start
            report = Report((said,), *pointed, report_pointed_back_to.__name__)
        if report is not None:
            yield _quote(paragraph, start, pack, report)
        is_open = report is None and GAP not in sentence and len(WORD.findall(sentence)) >= MIN_WORDS
        before = _without_edges(paragraph.masked.text, start, start + len(sentence)) if is_open else None


def reports_in(sentence: str, pack: LanguagePack) -> Iterator[Report]:
    """Give the reports of one masked sentence, the surest first."""
    assert pack.order is not None
    phrases, cues, subjects = ordered_finders(pack)
    verbs = [verb for verb in cues.find_after_quote(sentence) if cues.reports(sentence, verb)]
    if pack.order.infinitive:  # "es wäre falsch zu glauben"
        verbs = [verb for verb in verbs if not sentence.endswith(" zu ", 0, verb.start())]
    found = [(verb, subjects.before(sentence, verb.start())) for verb in verbs]
    for verb, subject in found:
        behind = subject if pack.order.is_verb_second else phrases.after_verb(sentence, verb.end())
        if behind is not None:
            tagged = tagged_parts(sentence, verb, behind, pack)
            yield from _report(sentence, tagged, behind, verb.span(), "report_said_by")
    for verb, subject in found:
        if subject is None:
            continue
        after = phrases.behind_apposition(sentence, max(verb.end(), subject[1]))
        for name, begin in _clauses_after(sentence, after, pack.order, phrases):
            if begin is not None and subject[1] <= begin:
                end = _before_next_verb(sentence, begin, cues, pack.order)
                yield from _report(sentence, [(begin, end)], subject, verb.span(), name)
    if pack.order.is_verb_last:
        yield from _before_last_verb(sentence, verbs, pack)
    for cue, mention in sorted(ordered_rules(pack).sources_in(sentence), key=min):
        name, parts = _beside_source(sentence, cue, mention, pack.order, phrases)
        yield from _report(sentence, parts, mention, cue, name)


@rule(0.85)
def report_before_verb(sentence: str, verb: re.Match[str], order: Order) -> int | None:
    """A clause made a noun stands before the verb of speech that closes the sentence (S, C-nominal said)."""
    left = sentence[: verb.start()].rstrip()
    return len(left) if re.search(order.nominalised, left) else None


def _before_last_verb(sentence: str, verbs: list[re.Match[str]], pack: LanguagePack) -> Iterator[Report]:
    assert pack.order is not None
    phrases = ordered_finders(pack)[0]
    for verb in verbs[-1:]:
        end = report_before_verb(sentence, verb, pack.order)
        subject = phrases.of_clause(sentence[: verb.start()]) if end is not None else None
        if end is not None and subject is not None and phrases.is_somebody(sentence[slice(*subject)]):
            yield from _report(
                sentence, [(subject[1], end)], subject, verb.span(), report_before_verb.__name__
            )


def _before_next_verb(sentence: str, begin: int, cues: OrderedCues, order: Order) -> int:
    """Where a report ends that "and", another verb of speech and marked words follow."""
    gap = max(begin, sentence.find(GAP, begin))
    for match in WORD.finditer(sentence, begin, gap):
        if match.group() in order.joining and cues.find_after_quote(sentence[match.end() : gap]):
            return match.start()
    return len(sentence)


def _clauses_after(
    sentence: str, after: int, order: Order, phrases: OrderedPhrases
) -> Iterator[tuple[str, int | None]]:
    yield "report_after_verb", _after_that(sentence, after, order)
    yield "report_in_mood", report_in_mood(sentence, after, order, phrases)
    yield "report_with_infinitive", report_with_infinitive(sentence, after, order)
    yield "report_after_colon", report_after_colon(sentence, after, phrases)


def _after_that(sentence: str, begin: int, order: Order) -> int | None:
    """Where the clause begins that "that" opens behind a verb; None if nothing does."""
    for match in WORD.finditer(sentence, begin, begin + MAX_TO_THAT):
        word = match.group().lower()
        if word in order.that:
            if order.is_verb_second and not sentence[: match.start()].rstrip().endswith(","):
                return None  # "so dass": what follows from something
            return match.end()
        if "'" in word or "’" in word:  # "qu'il", "d'avoir"
            before, _, rest = word.replace("’", "'").partition("'")
            if f"{before}'" in order.that and rest:
                return match.start() + len(before) + 1
        if word in order.conjunctions or word in order.relatives:
            if order.is_verb_second and not sentence[: match.start()].rstrip().endswith(","):
                continue  # an article: "teilte der Minister mit, dass"
            return None
    return None


def _beside_source(
    sentence: str, cue: Stretch, mention: Stretch, order: Order, phrases: OrderedPhrases
) -> tuple[str, Sequence[Stretch]]:
    """What a source phrase names the speaker of: after it, before it at the sentence's end, or around it."""
    start, end = min(cue[0], mention[0]), max(cue[1], mention[1])
    opening = sentence[:start].strip(EDGE).lower()
    if not opening or opening in order.as_words:
        end = phrases.behind_apposition(sentence, _behind_addition(sentence, end, order))
        return "report_according_to", [(end, len(sentence))]
    if not sentence[end:].strip(EDGE) or _is_closing_tag(sentence, start, end):
        return "report_according_to_at_end", [(0, start)]
    if not order.is_verb_second:
        return report_around_source.__name__, ()
    return report_around_source.__name__, report_around_source(sentence, cue, mention, order)


def _behind_addition(sentence: str, end: int, order: Order) -> int:
    """Where a source ends that a relative clause follows ("Laut der Stadt, die das prüft, ist ...")."""
    first = WORD.search(sentence, end)
    if sentence[end : end + 1] != "," or first is None or first.group().lower() not in order.relatives:
        return end
    comma = sentence.find(",", end + 1)
    return comma if comma > 0 else end


def _is_closing_tag(sentence: str, start: int, end: int) -> bool:
    """Say whether commas part a source from what it says before it (…, so die Sprecherin, die …)."""
    before = sentence[:start].rstrip()
    return before.endswith(",") and sentence[end : end + 1] == "," and len(before) > len(sentence) - end


def _report(
    sentence: str, parts: Sequence[Stretch], mention: Stretch, cue: Stretch, name: str
) -> Iterator[Report]:
    """Give a report whose parts hold enough words, and no marked ones."""
    trimmed = tuple(_without_edges(sentence, *part) for part in parts)
    count = sum(len(WORD.findall(sentence, *part)) for part in trimmed)
    if count >= MIN_WORDS and not any(GAP in sentence[start:end] for start, end in trimmed):
        yield Report(trimmed, mention, cue, name)


def _without_edges(sentence: str, start: int, end: int) -> Stretch:
    while start < end and sentence[start] in EDGE:
        start += 1
    while end > start and sentence[end - 1] in EDGE:
        end -= 1
    return start, end


def _quote(paragraph: Prose, offset: int, pack: LanguagePack, report: Report) -> RawQuote:
    def placed(stretch: Stretch) -> Span:
        return paragraph.masked.span(offset + stretch[0], offset + stretch[1])

    *earlier, last = report.parts
    carrier = _carrier(paragraph.masked.text[offset + last[0] : offset + last[1]], pack)
    via = None
    if carrier is not None:
        via = placed((last[0] + carrier.start("via"), last[0] + carrier.end("via")))
        last = last[0], last[0] + carrier.start()
    return RawQuote(
        parts=tuple(placed(part) for part in (*earlier, last)),
        quoted=(),
        kind=Kind.INDIRECT,
        form=Form.REPORTED,
        rule=report.rule,
        confidence=prior(report.rule),
        cue=placed(report.cue),
        mention=placed(report.mention),
        via=via,
    )


def _carrier(clause: str, pack: LanguagePack) -> re.Match[str] | None:
    """The medium that a report ends with (", selon l'agence Lumepress"), if enough stands before it."""
    for pattern in pack.carriers:
        match = pattern.search(clause)
        if match and match.end() == len(clause) and len(WORD.findall(clause, 0, match.start())) >= MIN_WORDS:
            return match
    return None
