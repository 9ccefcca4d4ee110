"""Quotes in the headline: words in marks, and what follows a speaker's name and a colon.

Enter at ``find_in_headline``. A headline is short of verbs and often capitalised throughout; the same rules
as for prose say who speaks, after its verbs of speech were read in small letters. What follows "Name:"
without marks is the writer's short form of what was said, and counts only if the body quotes that speaker.
"""

import re
from collections.abc import Iterable

from claims.text.found import Form, FoundSpeaker, Kind
from claims.text.in_sentence import attribute
from claims.text.languages.pack import LanguagePack
from claims.text.marks import Run, find_runs
from claims.text.masking import GAP, Masked, mask
from claims.text.phrases import UPPER
from claims.text.places import Attribution, Grammarian, Place
from claims.text.raw import RawQuote
from claims.text.rules import prior, rule
from claims.text.segments import paragraphs

#: longer first lines are no headlines
MAX_HEADLINE = 400
#: in a headline of this share of capitalised words capitals tell nothing
CAPITALISED = 0.6
WORD = re.compile(r"[^\W\d_][\w'’-]*")
LABEL = re.compile(rf"\s*((?:[{UPPER}][\w.'’-]*\s+){{0,6}}[{UPPER}][\w.'’-]*)\s*:\s+(?=\S)")
#: rules that only guess are no ground for a headline's quote
NO_GROUND = frozenset({"subject_of_sentence", "went_on_to_say"})
MIN_WORDS = 2


def find_in_headline(text: str, body_start: int, pack: LanguagePack, grammar: Grammarian) -> list[RawQuote]:
    """Find the quotes in ``text[:body_start]``, in order."""
    lines = [line for line in paragraphs(text[:body_start]) if line.end - line.start <= MAX_HEADLINE]
    found: list[RawQuote] = []
    for line, runs in zip(lines, find_runs(text, lines), strict=True):
        masked = mask(text, line, runs)
        if runs:
            quotes = (_marked(masked, number, run, pack, grammar) for number, run in enumerate(runs))
            found += [quote for quote in quotes if quote is not None]
        else:
            label = headline_label(masked)
            found += [label] if label is not None else []
    return found


def _marked(
    masked: Masked, number: int, run: Run, pack: LanguagePack, grammar: Grammarian
) -> RawQuote | None:
    """The quote in one run of marks; None if the headline does not say whose it is."""
    sentence = _in_small_letters(masked.text, pack)
    place = Place(sentence, masked.places[number], masked.endings[number], grammar)
    told = attribute(place)
    if told is None or told.rule in NO_GROUND:
        told = headline_words_of(place)
    if told is None:
        return None
    return RawQuote(
        parts=(run.inner,),
        quoted=(run.inner,),
        kind=Kind.DIRECT,
        form=Form.HEADLINE,
        rule=told.rule,
        confidence=prior(told.rule),
        cue=masked.span(*told.cue) if told.cue else None,
        mention=masked.span(*told.mention),
    )


@rule(0.85)
def headline_words_of(place: Place) -> Attribution | None:
    """A name and a colon stand before the words in marks, or a colon and a name after them."""
    label = LABEL.fullmatch(f"{place.left} ") if not place.right.strip() else LABEL.match(place.left)
    if label is not None:
        return Attribution(label.span(1), None, "headline_words_of")
    after = COLON_NAME.fullmatch(place.right)
    if after is None:
        return None
    return Attribution(
        (place.at + 1 + after.start(1), place.at + 1 + after.end(1)), None, "headline_words_of"
    )


@rule(0.8)
def headline_label(masked: Masked) -> RawQuote | None:
    """The headline gives a name, a colon and in short what that speaker says, whom the body quotes."""
    label = LABEL.match(masked.text)
    if label is None or GAP in masked.text or len(masked.text[label.end() :].split()) < MIN_WORDS:
        return None
    return RawQuote(
        parts=(masked.span(label.end(), len(masked.text.rstrip())),),
        quoted=(),
        kind=Kind.INDIRECT,
        form=Form.HEADLINE,
        rule="headline_label",
        confidence=prior("headline_label"),
        mention=masked.span(*label.span(1)),
    )


def is_borne_out(quote: RawQuote, speakers: Iterable[FoundSpeaker], body: Iterable[FoundSpeaker]) -> bool:
    """Say whether a headline's quote stands: one by its label alone needs a speaker whom the body quotes."""
    if quote.rule != "headline_label":
        return True
    quoted = {speaker.name for speaker in body}
    named = [speaker.name for speaker in speakers]
    return bool(named) and all(name in quoted for name in named)


def _in_small_letters(headline: str, pack: LanguagePack) -> str:
    """Return a capitalised headline with its verbs of speech and small words in small letters."""
    words = list(WORD.finditer(headline))
    if sum(word.group()[0].isupper() for word in words) < CAPITALISED * len(words):
        return headline
    small = pack.cues.verbs | pack.grammar.between | pack.grammar.determiners
    letters = list(headline)
    for word in words[1:]:
        if word.group().lower() in small:
            letters[word.start()] = letters[word.start()].lower()
    return "".join(letters)


COLON_NAME = re.compile(rf"\s*[:—–-]\s*((?:[{UPPER}][\w.'’-]*\s+){{0,4}}[{UPPER}][\w.'’-]*)\s*")
