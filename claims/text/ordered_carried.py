"""What goes on with the last speaker's words: sentences whose mood reports, without a speaker of their own.

Enter at ``find_carried`` for sentences without marks and at ``carry_on`` for every quote whose speaker is
still open. Languages whose verbs have no such mood get nothing.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.text.found import Form, Kind
from claims.text.languages.order import Order
from claims.text.languages.pack import LanguagePack
from claims.text.masked_sentences import Prose
from claims.text.masking import GAP
from claims.text.moods import MAX_SENTENCE, has_main_mood, is_hearsay
from claims.text.ordered_sentences import ordered_rules
from claims.text.ordered_subjects import ordered_finders
from claims.text.raw import RawQuote
from claims.text.rules import prior, rule
from claims.text.spans import Span

#: so far behind a quote its sentence's end is looked for
MAX_TO_END = 90
#: rules that found no speaker, or only a guess
UNSURE = frozenset({"nobody_named", "subject_of_sentence", "sentence_before", "carried_on"})
#: so far behind a report its mood still belongs to it
MAX_CARRY = 1200


@rule(0.7)
def carried_on(text: str, quote: RawQuote, order: Order) -> bool:
    """The mood of the sentence shows that it goes on with what the last speaker said."""
    if quote.kind is Kind.INDIRECT:
        return True
    start = quote.parts[0].start
    begin = max(text.rfind("\n", 0, start) + 1, text.rfind(". ", 0, start - 3) + 1, start - MAX_SENTENCE)
    end = text.find(".", quote.parts[-1].end, quote.parts[-1].end + MAX_TO_END)
    outside = text[begin:start] + text[quote.parts[-1].end : end if end > 0 else quote.parts[-1].end]
    return has_main_mood(outside, order.reporting_moods, order)


# ------------------------------------------------------------------ sentences without marks


def find_carried(
    text: str, prose: Sequence[Prose], reports: Sequence[RawQuote], pack: LanguagePack
) -> list[RawQuote]:
    """Find the sentences that carry on a report, neighbours joined; their speaker is still open."""
    assert pack.order is not None
    if not pack.order.reporting_moods:
        return []
    reported = sorted(part.start for quote in reports for part in quote.parts)
    return [_unattributed(span) for paragraph in prose for span in _carried_in(paragraph, reported, pack)]


def _carried_in(paragraph: Prose, reported: Sequence[int], pack: LanguagePack) -> Iterator[Span]:
    assert pack.order is not None
    begin: int | None = None
    end = 0
    goes_on = is_told = False
    for start, stop in paragraph.sentences:
        sentence = paragraph.masked.text[start:stop]
        span = paragraph.masked.span(start, stop)
        at = bisect_left(reported, span.start)
        is_report = at < len(reported) and reported[at] < span.end
        moods = pack.order.reporting_moods if goes_on else pack.order.reporting_moods - pack.order.conditional
        has_mood = has_main_mood(sentence, moods, pack.order)
        if (
            not is_report
            and GAP not in sentence
            and (has_mood or (is_told and is_hearsay(sentence, pack.order)))
        ):
            begin, end, goes_on, is_told = start if begin is None else begin, stop, True, True
            continue
        if begin is not None:
            yield _without_edges(paragraph, begin, end)
            begin = None
        goes_on, is_told = is_report or GAP in sentence, is_report
    if begin is not None:
        yield _without_edges(paragraph, begin, end)


def _without_edges(paragraph: Prose, start: int, end: int) -> Span:
    words = paragraph.masked.text[start:end]
    start += len(words) - len(words.lstrip())
    return paragraph.masked.span(start, start + len(words.strip().rstrip(".!?")))


def _unattributed(span: Span) -> RawQuote:
    name = carried_on.__name__
    return RawQuote((span,), (), Kind.INDIRECT, Form.REPORTED, name, prior(name))


# ------------------------------------------------------------------ whose they are


def carry_on(
    text: str, quotes: Sequence[RawQuote], prose: Sequence[Prose], pack: LanguagePack
) -> list[RawQuote]:
    """Give quotes without a speaker of their own, whose mood reports, to whoever spoke last before them.

    Reports that nobody can have made are left out.
    """
    assert pack.order is not None
    if not pack.order.reporting_moods:
        return list(quotes)
    named = [quote.mention for quote in quotes if quote.mention is not None and quote.rule not in UNSURE]
    speakers = sorted({*named, *speakers_named(prose, pack)})
    given = [
        _carried(text, quote, speakers, pack.order) if quote.rule in UNSURE else quote for quote in quotes
    ]
    return [quote for quote in given if quote.kind is not Kind.INDIRECT or quote.mention is not None]


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
    phrases, cues, subjects = ordered_finders(pack)
    rules = ordered_rules(pack)
    found: list[Span] = []
    for paragraph in prose:
        for start, end in paragraph.sentences:
            sentence = paragraph.masked.text[start:end]
            if len(sentence) > MAX_SENTENCE:
                continue
            verbs = [verb for verb in cues.find_after_quote(sentence) if cues.speaks(sentence, verb)]
            subject = subjects.before(sentence, verbs[0].start()) if verbs else None
            if subject is None:
                subject = next((name for _, name in rules.sources_in(sentence)), None)
            if subject is not None and phrases.is_somebody(sentence[slice(*subject)]):
                found.append(paragraph.masked.span(start + subject[0], start + subject[1]))
    return found
