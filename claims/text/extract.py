"""The way from an article's text to its quotes. Enter at ``extract_quotes``.

Paragraphs first go to the turns (speeches, transcripts); what no turn takes is prose, where marks and
reported speech are looked for; the headline has rules of its own. Then mentions are looked up and quotes
cut into statements.
"""

from collections.abc import Iterable
from functools import lru_cache

from claims.text.apart import keep_apart
from claims.text.carriers import find_carrier
from claims.text.collecting import collector_put_off
from claims.text.confidence import confidence_of
from claims.text.cues import cues_of
from claims.text.found import Form, FoundQuote, FoundSpeaker, Kind
from claims.text.headlines import find_in_headline, is_borne_out
from claims.text.languages import pack_for
from claims.text.languages.pack import LanguagePack
from claims.text.marks import find_runs
from claims.text.masked_sentences import Prose, read_prose
from claims.text.named_things import without_named_things
from claims.text.nested import Nested, find_nested, put_in_place
from claims.text.ordered_carried import carry_on, find_carried
from claims.text.ordered_reports import find_ordered_reports
from claims.text.ordered_sentences import ordered_rules
from claims.text.ordered_subjects import ordered_finders
from claims.text.phrases import phrases_of
from claims.text.places import Grammarian
from claims.text.prose import find_in_prose
from claims.text.raw import RawQuote
from claims.text.reported import find_reported
from claims.text.segments import paragraphs
from claims.text.spans import Span, hull
from claims.text.speakers import People
from claims.text.statements import cut_statements
from claims.text.subjects import subjects_of
from claims.text.tags_inside import split_at_tags
from claims.text.turns import Turn, find_turns
from claims.text.works import without_works


def extract_quotes(text: str, *, body_start: int = 0, language: str | None = None) -> list[FoundQuote]:
    """Find the quotes of one article, in the order in which they stand.

    ``text[:body_start]`` is the headline. Without a ``language`` (ISO 639-1) it is guessed. Spans count code
    points of ``text``; parts are disjoint, and quotes of one article never cross.
    """
    with collector_put_off():
        return _extract(text, body_start, pack_for(text, language))


def _extract(text: str, body_start: int, pack: LanguagePack) -> list[FoundQuote]:
    grammar = grammarian(pack)
    spans = paragraphs(text, body_start)
    turns, taken = find_turns(text, spans, pack)
    prose = _prose(text, spans, taken, pack, grammar)
    quotes = [
        *find_in_headline(text, body_start, pack, grammar),
        *map(_from_turn, turns),
        *find_in_prose(text, prose, spans, grammar),
        *_find_reports(text, prose, pack, grammar),
    ]
    quotes.sort(key=lambda quote: (hull(quote.parts).start, hull(quote.parts).end))
    if pack.order is not None:
        quotes = carry_on(text, quotes, prose, pack)
    speaking = [quote.mention for quote in quotes if quote.mention is not None]
    quotes = keep_apart(text, quotes)
    people = People(text, body_start, pack, _spoken(quotes), speaking)
    found = [_found(text, quote, people, pack) for quote in quotes]
    body = [one for quote in found if quote.form is not Form.HEADLINE for one in quote.speakers]
    borne_out = [
        (quote, one)
        for quote, one in zip(quotes, found, strict=True)
        if is_borne_out(quote, one.speakers, body)
    ]
    nested = [
        Nested(_found(text, quote, people, pack), outer)
        for quote, outer in find_nested(text, [quote for quote, _ in borne_out], pack, grammar)
    ]
    return put_in_place(text, [one for _, one in borne_out], nested, pack)


@lru_cache(maxsize=32)
def grammarian(pack: LanguagePack) -> Grammarian:
    """Return the finders of one language."""
    if pack.order is not None:
        phrases, cues, subjects = ordered_finders(pack)
        return Grammarian(
            phrases,
            cues,
            subjects,
            phrases.remark(pack.cues.nouns),
            phrases.document(pack.cues.documents),
            pack.cues.plain,
            pack.cues.base,
            attribute=ordered_rules(pack).attribute,
            has_capital_nouns=pack.order.has_capital_nouns,
            is_verb_last=pack.order.is_verb_last,
        )
    return Grammarian(
        phrases_of(pack),
        cues_of(pack),
        subjects_of(pack),
        phrases_of(pack).remark(pack.cues.nouns),
        phrases_of(pack).document(pack.cues.documents),
        pack.cues.plain,
        pack.cues.base,
    )


def _prose(
    text: str, spans: list[Span], taken: set[int], pack: LanguagePack, grammar: Grammarian
) -> list[Prose]:
    left = [(number, span) for number, span in enumerate(spans) if number not in taken]
    runs = find_runs(text, [span for _, span in left])
    if pack.order is not None:
        runs = [without_named_things(text, split_at_tags(text, found, pack.order), pack) for found in runs]
    return [
        read_prose(text, number, span, without_works(text, span, found, pack.works), pack, grammar)
        for (number, span), found in zip(left, runs, strict=True)
    ]


def _find_reports(text: str, prose: list[Prose], pack: LanguagePack, grammar: Grammarian) -> list[RawQuote]:
    if pack.order is None:
        return find_reported(prose, grammar, pack.cues)
    reports = find_ordered_reports(prose, pack)
    return reports + find_carried(text, prose, reports, pack)


def _from_turn(turn: Turn) -> RawQuote:
    return RawQuote(
        turn.parts,
        turn.parts,
        Kind.DIRECT,
        turn.form,
        turn.rule,
        turn.confidence,
        turn.cue,
        turn.mention,
        turn.via,
    )


def _spoken(quotes: Iterable[RawQuote]) -> list[Span]:
    """The stretches that are somebody's own words."""
    return sorted(span for quote in quotes for span in quote.quoted)


#: rules that only guess: a word that nothing else shows to be a name is no speaker by them
GUESSES = frozenset({"sentence_before", "paragraph_before", "subject_of_sentence"})


def _speakers(text: str, quote: RawQuote, people: People) -> tuple[FoundSpeaker, ...]:
    if quote.mention is None:
        return ()
    found = people.resolve(quote.mention)
    is_single = len(found) == 1 and found[0].name == quote.mention.cut(text) and " " not in found[0].name
    return () if is_single and quote.rule in GUESSES and not found[0].aliases else found


def _line_of(text: str, span: Span) -> Span:
    """The paragraph that holds a span."""
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))


def _found(text: str, quote: RawQuote, people: People, pack: LanguagePack) -> FoundQuote:
    speakers = _speakers(text, quote, people)
    via = quote.via
    if via is None and quote.mention is not None and quote.sentence is not None:
        sentence = quote.sentence if quote.sentence.holds(quote.mention) else _line_of(text, quote.mention)
        via = find_carrier(text, sentence, quote.mention, quote.quoted or quote.parts, pack)
    return FoundQuote(
        parts=quote.parts,
        quoted=quote.quoted,
        statements=cut_statements(text, quote.parts, pack),
        kind=quote.kind,
        form=quote.form,
        rule=quote.rule,
        confidence=confidence_of(
            quote,
            quote.mention.cut(text) if quote.mention is not None else "",
            pack,
            is_resolved=bool(speakers),
        ),
        cue=quote.cue,
        mention=quote.mention,
        via=via,
        speakers=speakers,
    )
