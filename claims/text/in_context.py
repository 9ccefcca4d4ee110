"""Whose words a sentence holds that is nothing but marked words: told by what stands around it.

Enter at ``attribute_alone``. Each rule answers with the words that name the speaker, or with None.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.text.masking import GAP, Masked
from claims.text.phrases import Stretch
from claims.text.places import Grammarian
from claims.text.rules import rule
from claims.text.spans import Span

#: a sentence behind marked words is their tag only if it is shorter
MAX_TAG = 60
#: a line above marked words is a name only if it is shorter
MAX_HEADING = 100
#: a paragraph behind marked words is a signature only if it is shorter
MAX_SIGNATURE = 120


@dataclass(frozen=True, slots=True)
class Told:
    """What a rule told of one run of marked words."""

    mention: Span
    cue: Span | None
    rule: str
    #: number of the sentence within its paragraph
    sentence: int


@dataclass(frozen=True, slots=True)
class ParagraphBefore:
    """What the paragraph before left."""

    #: the speaker of its last quote, if it holds one
    speaker: Span | None
    masked: Masked
    sentences: Sequence[Stretch]
    #: the one before it, without what was before that
    earlier: "ParagraphBefore | None" = None

    @property
    def ends_with_colon(self) -> bool:
        return self.masked.text.rstrip().endswith(":")

    @property
    def is_heading(self) -> bool:
        """The paragraph is a short line without a point: a name, a heading."""
        words = self.masked.text.strip()
        return len(words) < MAX_HEADING and GAP not in words and words[-1:].isalnum() and words[:1].isupper()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """One run of marked words that no sentence attributes, and what stands around it."""

    text: str
    masked: Masked
    sentences: Sequence[Stretch]
    #: number of the run, and of its sentence, within the paragraph
    run: int
    sentence: int
    #: what the sentences of the paragraph tell of its runs, by their numbers
    told: Mapping[int, Told]
    #: speakers of the runs before it in the paragraph, in order
    speakers: Sequence[Span]
    before: ParagraphBefore | None
    paragraph_after: Span | None
    grammar: Grammarian

    def words_of(self, sentence: int) -> str:
        start, end = self.sentences[sentence]
        return self.masked.text[start:end]


def attribute_alone(around: Surroundings) -> tuple[Span, str] | None:
    """Return the words that name the speaker of marked words that stand alone, and the rule that told."""
    for attempt in (
        same_speaker,
        sentence_before,
        sentence_after,
        signature,
        line_before,
        name_above,
        speaker_of_paragraph_before,
        paragraph_before,
    ):
        found = attempt(around)
        if found is not None:
            return found, attempt.__name__
    return None


@rule(0.98)
def same_speaker(around: Surroundings) -> Span | None:
    """The quotation goes on after the one before it in the same paragraph."""
    return around.speakers[-1] if around.speakers else None


@rule(0.9)
def same_speaker_later(around: Surroundings) -> Span | None:
    """The quotation begins a sentence after another one in the same paragraph, and nobody else is named."""
    place = around.masked.places[around.run]
    before = around.masked.text[max(0, place - 20) : place].rstrip()[-1:]
    return around.speakers[-1] if around.speakers and before in (".", GAP, "?", "!") else None


@rule(0.7)
def sentence_before(around: Surroundings) -> Span | None:
    """The sentence before the quotation is about this person."""
    if around.sentence == 0 or GAP in around.words_of(around.sentence - 1):
        return None
    subject = _whom_it_is_about(around.words_of(around.sentence - 1), around.grammar)
    return _placed(around.masked, around.sentences[around.sentence - 1], subject)


@rule(0.9)
def sentence_after(around: Surroundings) -> Span | None:
    """The sentence after the quotation says who speaks (“… missing.” S said.)."""
    for run in sorted(around.told):
        told = around.told[run]
        if run > around.run and told.rule in ("said_by_name", "name_said"):
            if told.sentence - around.sentence <= 1:
                return told.mention
            break
    if around.sentence + 1 >= len(around.sentences):
        return None
    following = around.words_of(around.sentence + 1)
    if GAP in following or len(following) >= MAX_TAG:
        return None
    verbs = around.grammar.cues.find_after_quote(following)
    subject = around.grammar.subjects.leading(following, verbs[0].start()) if verbs else None
    return _placed(around.masked, around.sentences[around.sentence + 1], subject)


@rule(0.95)
def signature(around: Surroundings) -> Span | None:
    """A dash and a name stand below the quotation."""
    below = around.paragraph_after
    if around.run != len(around.masked.runs) - 1 or below is None or below.end - below.start >= MAX_SIGNATURE:
        return None
    match = around.grammar.phrases.signature.match(around.text, below.start, below.end)
    return Span(*match.span(1)) if match else None


@rule(0.9)
def line_before(around: Surroundings) -> Span | None:
    """The paragraph before the quotation ends with a colon and says who speaks."""
    before = around.before
    if before is None or not before.ends_with_colon or not before.sentences:
        return None
    start, end = before.sentences[-1]
    words = IN_PART.sub("", before.masked.text[start:end].rstrip(": "))
    author = _author_of_document(around, words)
    if author is not None:
        return author
    for verb in reversed(around.grammar.cues.find(words)):
        subject = around.grammar.subjects.before(words, verb.start())
        if subject:
            return _placed(before.masked, (start, end), subject)
    subject = around.grammar.subjects.main(words)
    return _placed(before.masked, (start, end), subject) or before.speaker


def _author_of_document(around: Surroundings, line: str) -> Span | None:
    """Return whom the paragraph before "The message reads:" is about."""
    earlier = around.before.earlier if around.before else None
    if earlier is None or not earlier.sentences or not around.grammar.document.match(line):
        return None
    start, end = earlier.sentences[-1]
    subject = around.grammar.subjects.main(earlier.masked.text[start:end])
    return _placed(earlier.masked, (start, end), subject)


@rule(0.85)
def name_above(around: Surroundings) -> Span | None:
    """The line above the quotation is a name and nothing else."""
    before = around.before
    if (
        before is None
        or not before.is_heading
        or around.sentence
        or around.grammar.subjects.finite.search(before.masked.text)
    ):
        return None
    return before.masked.span(0, len(before.masked.text))


@rule(0.86)
def speaker_of_paragraph_before(around: Surroundings) -> Span | None:
    """The last quotation of the paragraph before is this person's."""
    before = around.before
    return before.speaker if before and before.speaker and not before.ends_with_colon else None


@rule(0.35)
def paragraph_before(around: Surroundings) -> Span | None:
    """The last sentence of the paragraph before is about this person."""
    before = around.before
    if before is None or not before.sentences:
        return None
    start, end = before.sentences[-1]
    return _placed(
        before.masked, (start, end), _whom_it_is_about(before.masked.text[start:end], around.grammar)
    )


@rule(0.72)
def continued(speaker: Span | None) -> Span | None:
    """The quotation goes on from the paragraph before, whose closing mark is left out."""
    return speaker


@rule(0.8)
def labelled_inside(words: str) -> re.Match[str] | None:
    """The quotation itself begins with the speaker's name in capitals and a colon."""
    return LABEL_INSIDE.match(words)


IN_PART = re.compile(r",?\s+in part$")
LABEL_INSIDE = re.compile(r"([A-Z][A-Z.'’-]{2,30}(?: [A-Z][A-Z.'’-]{1,30}){0,2}):\s+(?=\S)")


def _whom_it_is_about(sentence: str, grammar: Grammarian) -> Stretch | None:
    for verb in reversed(grammar.cues.find(sentence)):
        subject = grammar.subjects.before(sentence, verb.start())
        if subject:
            return subject
    return grammar.phrases.first(sentence)


def _placed(masked: Masked, sentence: Stretch, subject: Stretch | None) -> Span | None:
    if subject is None:
        return None
    return masked.span(sentence[0] + subject[0], sentence[0] + subject[1])
