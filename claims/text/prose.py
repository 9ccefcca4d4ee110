"""Quotes in marks within prose: direct, partial and split ones, with who speaks.

Enter at ``find_in_prose``. Sentences attribute the marked words in them (``in_sentence``); what stands alone
is attributed by what is around it (``in_context``); ``kinds`` says which marked words are quotes. Method:
cue-based rules on sentences with hidden quotations, after O'Keefe and others, 2012, without a model.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from claims.text.found import Form, Kind
from claims.text.in_context import (
    ParagraphBefore,
    Surroundings,
    Told,
    attribute_alone,
    continued,
    labelled_inside,
    same_speaker_later,
)
from claims.text.in_sentence import attribute
from claims.text.kinds import Marked, kind_of
from claims.text.marks import Run
from claims.text.masked_sentences import Prose
from claims.text.masking import GAP
from claims.text.phrases import Stretch
from claims.text.places import Grammarian, Place
from claims.text.raw import RawQuote
from claims.text.reported_clauses import clause_around
from claims.text.rules import prior, rule
from claims.text.spans import Span

#: characters of a sentence on each side of marked words that the rules look at
WINDOW = 600
#: characters before marked words that tell their kind
BEFORE_RUN = 80
#: a sentence that is nothing but marked words, a joining word before them or not
NOTHING_BUT_MARKED = re.compile(
    rf"\W*(?:{GAP}\W*)+|\s*(?:(?:But|And|Then|Yet|So|Or),?|[A-Z][a-z]+,)\s*{GAP}\W*"
)
#: the word before a colon that opens a sentence: "Image: Lumepress"
CREDIT = re.compile(r"\s*([^\W\d_]+):\s")
#: rules after which words in marks belong to the quote before them
GOES_ON = frozenset({"continued", "same_speaker", "same_speaker_later"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """One run of marked words with its kind and speaker."""

    run: Run
    words: Span
    kind: Kind
    rule: str
    mention: Span | None
    cue: Span | None
    paragraph: int
    #: the writer's sentence that it stands in, in the article's positions
    sentence: Span


@rule(0.1)
def nobody_named() -> None:
    """Nobody near the quotation is named as its speaker."""


def find_in_prose(
    text: str, prose: Sequence[Prose], paragraphs: Sequence[Span], grammar: Grammarian
) -> list[RawQuote]:
    """Find the quotes in marks of an article's prose, in order."""
    finder = _Finder(text, paragraphs, grammar)
    for paragraph in prose:
        finder.read(paragraph)
    return join_split(text, finder.spoken, grammar)


@dataclass(slots=True)
class _Finder:
    """Reads paragraphs in order and remembers who spoke last."""

    text: str
    paragraphs: Sequence[Span]
    grammar: Grammarian
    spoken: list[Spoken] = field(default_factory=list)
    _last: Span | None = None
    _before: ParagraphBefore | None = None

    def read(self, prose: Prose) -> None:
        """Attribute every run of marked words of the next paragraph."""
        told, alone = self._tell_by_sentence(prose)
        speakers: list[Span] = []
        for number, run in enumerate(prose.masked.runs):
            found = self._attribute(prose, number, told, alone, speakers)
            mention, cue, rule_name, words = self._labelled(run, *found)
            if mention is not None:
                speakers.append(mention)
            before = self.text[max(prose.span.start, run.start - BEFORE_RUN) : run.start].rstrip()
            marked = Marked(
                words.cut(self.text),
                before,
                prose.masked.endings[number],
                run.is_closed,
                rule_name,
                self.grammar.has_capital_nouns,
                self.grammar.is_verb_last,
            )
            kind = kind_of(marked)
            if kind is None:
                continue
            self._last = mention
            sentence = _sentence_of(prose, number)
            self.spoken.append(
                Spoken(
                    run, words, kind, rule_name or nobody_named.__name__, mention, cue, prose.number, sentence
                )
            )
        if self._is_caption(prose):
            return
        earlier = replace(self._before, earlier=None) if self._before else None
        self._before = ParagraphBefore(
            speakers[-1] if speakers else None, prose.masked, prose.sentences, earlier
        )

    def _is_caption(self, prose: Prose) -> bool:
        """Say whether a paragraph is a picture's caption, which the writer goes on without."""
        if prose.masked.runs or not prose.sentences:
            return False
        start, end = prose.sentences[-1]
        label = CREDIT.match(prose.masked.text, start, end)
        return label is not None and label.group(1).lower() in self.grammar.phrases.no_labels

    def _tell_by_sentence(self, prose: Prose) -> tuple[dict[int, Told], dict[int, int]]:
        """What the sentences tell of their runs; and the runs that stand alone, with their sentence."""
        told: dict[int, Told] = {}
        alone: dict[int, int] = {}
        for number, (start, end) in enumerate(prose.sentences):
            runs = prose.masked.runs_in(start, end)
            if not runs:
                continue
            sentence = prose.masked.text[start:end]
            if NOTHING_BUT_MARKED.fullmatch(sentence):
                alone.update(dict.fromkeys(runs, number))
                continue
            for run in runs:
                found = self._tell(prose, number, run)
                if found is not None:
                    told[run] = found
        return told, alone

    def _tell(self, prose: Prose, sentence: int, run: int) -> Told | None:
        start, end = prose.sentences[sentence]
        at = prose.masked.places[run]
        begin = max(start, at - WINDOW)
        place = Place(
            prose.masked.text[begin : min(end, at + WINDOW)],
            at - begin,
            prose.masked.endings[run],
            self.grammar,
        )
        found = attribute(place)
        if found is None:
            return None
        mention = prose.masked.span(*_moved(_without_space(place.sentence, found.mention), begin))
        cue = prose.masked.span(*_moved(found.cue, begin)) if found.cue else None
        return Told(mention, cue, found.rule, sentence)

    def _attribute(
        self, prose: Prose, number: int, told: dict[int, Told], alone: dict[int, int], speakers: list[Span]
    ) -> tuple[Span | None, Span | None, str]:
        """Mention, cue and rule of one run."""
        run = prose.masked.runs[number]
        here = told.get(number)
        is_tagged = number == 0 and here is not None and here.rule in ("name_said", "said_by_name")
        if run.continues and self._last is not None and not is_tagged:
            return continued(self._last), None, continued.__name__
        if here is not None:
            return here.mention, here.cue, here.rule
        around = self._surroundings(prose, number, alone.get(number, 0), told, speakers)
        if number in alone:
            found = attribute_alone(around)
            return (found[0], None, found[1]) if found else (None, None, "")
        mention = same_speaker_later(around)
        return (mention, None, "same_speaker_later") if mention else (None, None, "")

    def _surroundings(
        self, prose: Prose, run: int, sentence: int, told: dict[int, Told], speakers: list[Span]
    ) -> Surroundings:
        below = prose.number + 1
        return Surroundings(
            text=self.text,
            masked=prose.masked,
            sentences=prose.sentences,
            run=run,
            sentence=sentence,
            told=told,
            speakers=speakers,
            before=self._before,
            paragraph_after=self.paragraphs[below] if below < len(self.paragraphs) else None,
            grammar=self.grammar,
        )

    def _labelled(
        self, run: Run, mention: Span | None, cue: Span | None, rule_name: str
    ) -> tuple[Span | None, Span | None, str, Span]:
        """Take the speaker's name out of marked words that begin with it."""
        label = labelled_inside(run.inner.cut(self.text))
        if label is None:
            return mention, cue, rule_name, run.inner
        begin = run.inner.start
        named = Span(begin + label.start(1), begin + label.end(1))
        return named, None, "labelled_inside", Span(begin + label.end(), run.inner.end)


def _sentence_of(prose: Prose, run: int) -> Span:
    at = prose.masked.places[run]
    number = bisect_right(prose.sentences, at, key=lambda sentence: sentence[0]) - 1
    return prose.masked.span(*prose.sentences[number])


def _without_space(words: str, stretch: Stretch) -> Stretch:
    return stretch[0], stretch[0] + len(words[stretch[0] : stretch[1]].rstrip())


def _moved(stretch: Stretch, by: int) -> Stretch:
    return stretch[0] + by, stretch[1] + by


# ------------------------------------------------------------------ split quotes


def join_split(text: str, spoken: Sequence[Spoken], grammar: Grammarian) -> list[RawQuote]:
    """Make one quote of what one tag or one continued speech holds together."""
    groups: list[list[Spoken]] = []
    for one in spoken:
        if groups and _belongs_to(groups[-1], one):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [_quote(text, group, grammar) for group in groups]


def _belongs_to(group: Sequence[Spoken], one: Spoken) -> bool:
    last = group[-1]
    if last.kind is not one.kind or last.mention != one.mention or one.mention is None:
        return False
    if one.kind is Kind.MIXED:
        return one.sentence == last.sentence and one.cue == last.cue
    if one.rule == "continued":
        return True
    return one.paragraph == last.paragraph and (one.rule in GOES_ON or one.cue == last.cue)


def _quote(text: str, group: Sequence[Spoken], grammar: Grammarian) -> RawQuote:
    first = next((one for one in group if one.cue is not None), group[0])
    quoted = tuple(one.words for one in group)
    parts = quoted
    if first.kind is Kind.MIXED:
        parts = (clause_around(text, first.sentence, [one.run for one in group], first.cue, first.mention),)
    return RawQuote(
        parts=parts,
        quoted=quoted,
        kind=first.kind,
        form=Form.MARKS,
        rule=first.rule,
        confidence=prior(first.rule),
        cue=first.cue,
        mention=first.mention,
        sentence=first.sentence,
    )
