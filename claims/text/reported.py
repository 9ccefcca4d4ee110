"""Reported speech: what somebody is said to have said, without marks, with an explicit cue.

Enter at ``find_reported``. Each rule looks at one masked sentence; the reported clause ends where the report
ends, and where marked words begin.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.text.found import Form, Kind
from claims.text.languages.cueing import CueWords
from claims.text.languages.wordlists import exactly, one_of
from claims.text.masked_sentences import Prose
from claims.text.masking import GAP
from claims.text.phrases import Stretch
from claims.text.places import Grammarian
from claims.text.raw import RawQuote
from claims.text.report_patterns import (
    ACCORDING_FIRST,
    ACCORDING_LAST,
    ADVERBIAL,
    AFTER_GAP,
    AFTER_SUBJECT,
    CLAUSE_BREAK,
    COMMA_NEXT,
    DASH_AGAIN,
    ENDS_WITH_THAT,
    FRONTED,
    GERUND,
    HEARERS_BARE,
    HEARERS_THAT,
    HOLDS_CLAUSE,
    HOLDS_VERB,
    IN_VIEW,
    INFINITIVE,
    MODAL,
    NAME_ACCORDING,
    OPENS_QUESTION,
    PASSIVE,
    RELATIVE,
    SAID_BY,
    SHORT_ADVERBIAL,
    TAIL,
    TELL,
    THAT_NEXT,
    THAT_SOON,
    VERB_NEXT,
    WHEN_BARE,
    WHEN_THAT,
)
from claims.text.rules import prior, rule
from claims.text.spans import Span

#: longer sentences are lists or no prose
MAX_SENTENCE = 600
MIN_WORDS = 2
#: "said" reports from these numbers of words on even without a verb that shows a clause
PLAIN_WORDS = 5
#: the verb of a clause that "according to" precedes stands within these characters
MAX_TO_INNER_VERB = 80
#: a tag at the sentence's end has at most these many characters after its verb
MAX_AFTER_TAG = 60


@dataclass(frozen=True, slots=True)
class Report:
    """One reported clause, in positions of the masked sentence."""

    parts: tuple[Stretch, ...]
    mention: Stretch
    cue: Stretch


@dataclass(frozen=True, slots=True)
class Reporting:
    """One masked sentence, without the point at its end, and the finders of its language."""

    sentence: str
    grammar: Grammarian
    words: CueWords

    @property
    def that_after_noun(self) -> re.Pattern[str]:
        """A pattern for what may stand between "expressed" or "pointed" and what is said."""
        return _that_after_noun(self.words.reporting_nouns)


@lru_cache(maxsize=32)
def _that_after_noun(nouns: frozenset[str]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s+(?:out|in particular|again|once again|further))?"
        rf"(?:\s+(?:(?:the|his|her|their|its|a|strong|firm)\s+){{0,2}}{one_of(nouns)})?\s+that\s+"
    )


def find_reported(prose: Sequence[Prose], grammar: Grammarian, words: CueWords) -> list[RawQuote]:
    """Find the reported speech of an article's prose, in order within each sentence's rules."""
    found = []
    may_report = _may_report(words.reporting)
    for paragraph in prose:
        for start, end in paragraph.sentences:
            sentence = paragraph.masked.text[start:end].rstrip(" .!?")
            if len(sentence) > MAX_SENTENCE or may_report.search(sentence) is None:
                continue
            for rule_name, report in reports_in(Reporting(sentence, grammar, words)):
                found.append(_quote(paragraph, start, sentence, rule_name, report))
    return found


@lru_cache(maxsize=32)
def _may_report(verbs: frozenset[str]) -> re.Pattern[str]:
    """A quick pattern that every sentence with a report matches."""
    return re.compile(rf"\b(?:[Aa]ccording to|In (?:his|her|their|the|[A-Z])|{exactly(verbs)})\b")


def _quote(paragraph: Prose, start: int, sentence: str, rule_name: str, report: Report) -> RawQuote:
    def placed(stretch: Stretch) -> Span:
        return paragraph.masked.span(start + stretch[0], start + stretch[1])

    return RawQuote(
        parts=tuple(placed(part) for part in report.parts),
        quoted=(),
        kind=Kind.INDIRECT,
        form=Form.REPORTED,
        rule=rule_name,
        confidence=prior(rule_name),
        cue=placed(report.cue),
        mention=placed(report.mention),
        sentence=placed((0, len(sentence))),
    )


def reports_in(reporting: Reporting) -> Iterator[tuple[str, Report]]:
    """Give the reports of one sentence with the rules that found them; they never overlap."""
    for whole in (report_according_to, report_in_view_of, report_according_to_at_end, report_said_by):
        report = whole(reporting)
        if report is not None:
            report = trimmed(reporting, report)
            if report is not None:
                yield whole.__name__, report
            if whole is not report_said_by or report is not None:
                return
    taken: list[Stretch] = []
    for verb in reporting.grammar.cues.find(reporting.sentence):
        if _overlap(taken, [verb.span()]):
            continue
        for rule_name, report in _reports_of_verb(reporting, verb):
            report = trimmed(reporting, report)
            if report is not None and not _overlap(taken, report.parts):
                taken += report.parts
                yield rule_name, report


def _overlap(left: Sequence[Stretch], right: Sequence[Stretch]) -> bool:
    return any(start < until and end > begin for start, end in left for begin, until in right)


def _reports_of_verb(reporting: Reporting, verb: re.Match[str]) -> Iterator[tuple[str, Report]]:
    subject = reporting_subject(reporting, verb)
    if subject is None:
        return
    for attempt in (report_around_tag, report_after_verb, report_before_tag):
        report = attempt(reporting, verb, subject)
        if report is not None:
            yield attempt.__name__, report
            return


# ------------------------------------------------------------------ rules for a whole sentence


@rule(0.93)
def report_according_to(reporting: Reporting) -> Report | None:
    """“According to” and a name open the sentence."""
    match = ACCORDING_FIRST.match(reporting.sentence)
    if match is None:
        return None
    name_end, begin = match.end(2), match.start(3)
    comma = reporting.sentence.find(",", match.start(2), name_end)
    if comma > 0 and HOLDS_VERB.search(reporting.sentence, comma, name_end):  # no apposition, but the report
        name_end, begin = comma, comma + 1
    if _reports_itself(reporting, reporting.sentence[begin:].lstrip()):
        return None
    return Report(((begin, match.end(3)),), (match.start(2), name_end), match.span(1))


def _reports_itself(reporting: Reporting, clause: str) -> bool:
    """Say whether a clause is somebody's report by itself, which the medium named before only carries."""
    verb = next(iter(reporting.grammar.cues.find(clause[:MAX_TO_INNER_VERB])), None)
    if verb is None or verb.group() not in reporting.grammar.plain:
        return False
    subject = reporting.grammar.subjects.before(clause, verb.start())
    return subject is not None and subject[0] == 0


@rule(0.85)
def report_in_view_of(reporting: Reporting) -> Report | None:
    """“In the view of” or “in the words of” somebody opens the sentence (In her view, …)."""
    match = IN_VIEW.match(reporting.sentence)
    if match is None:
        return None
    owner = match.span("owner") if match.group("owner") else match.span("name")
    return Report((match.span("clause"),), owner, match.span("cue"))


@rule(0.95)
def report_according_to_at_end(reporting: Reporting) -> Report | None:
    """“According to” and a name close the sentence."""
    match = ACCORDING_LAST.match(reporting.sentence) if "according to" in reporting.sentence else None
    if match is None:
        return None
    name = NAME_ACCORDING.match(match.group(3))
    end = match.start(3) + (name.end() if name else 0)
    if end == match.start(3) or reporting.sentence.endswith(":") or _says_that(reporting, match.group(1)):
        return None
    parts = [match.span(1)]
    if VERB_NEXT.match(reporting.sentence, end):  # "What has changed, according to S, is the mood"
        parts.append((end + 1, len(reporting.sentence)))
    return Report(tuple(parts), (match.start(3), end), match.span(2))


def _says_that(reporting: Reporting, clause: str) -> bool:
    """Say whether somebody in a clause says that something is so, whom "according to" does not mean."""
    return any(
        verb.group() in reporting.grammar.plain and THAT_SOON.match(clause, verb.end())
        for verb in reporting.grammar.cues.find(clause)
    )


@rule(0.85)
def report_said_by(reporting: Reporting) -> Report | None:
    """A verb of speech and then the speaker close the sentence (…, said S)."""
    match = SAID_BY.match(reporting.sentence)
    if match is None or not HOLDS_VERB.search(match.group(1)):
        return None
    subject = reporting.grammar.phrases.opening(reporting.sentence[match.end() :])
    if subject is None or not AFTER_SUBJECT.match(reporting.sentence[match.end() + subject[1] :]):
        return None
    mention = (match.end() + subject[0], match.end() + subject[1])
    return Report((match.span(1),), mention, match.span(2))


# ------------------------------------------------------------------ rules for one verb


def reporting_subject(reporting: Reporting, verb: re.Match[str]) -> Stretch | None:
    """Return who reports by a verb; None if the verb reports nothing."""
    word = verb.group()
    if word not in reporting.words.reporting:
        return None
    left = reporting.sentence[: verb.start()]
    before = left.rstrip()[-60:]
    is_participle = word.endswith("ing")
    if PASSIVE.search(before) and not is_participle:
        return None
    if RELATIVE.search(left[-60:]) and not reporting.sentence[verb.end() :].strip():
        return None
    if not is_participle:
        return reporting.grammar.subjects.before(reporting.sentence, verb.start())
    if GERUND.search(before):
        return None
    return reporting.grammar.subjects.of_participle(left)


@rule(0.93)
def report_after_verb(reporting: Reporting, verb: re.Match[str], subject: Stretch) -> Report | None:
    """A name, a verb of speech and what was said, without marks (S said that …)."""
    sentence, word = reporting.sentence, verb.group()
    rest = sentence[verb.end() :]
    if word in reporting.words.only_with_that and not THAT_SOON.match(rest):
        return None
    if word in reporting.words.nouny and not _is_verb_here(reporting, word, rest, subject):
        return None
    lead = _lead_in(reporting, word, rest)
    if lead is None:
        return None
    has_that = ENDS_WITH_THAT.search(lead) is not None
    if AFTER_GAP.search(sentence[: subject[0]]) and not has_that:  # the tag of a quotation
        return None
    if (
        not has_that
        and MODAL.search(sentence[: verb.start()].rstrip()[-60:])
        and _is_noun(reporting, subject)
    ):
        return None
    start = verb.end() + len(lead)
    if not has_that and sentence[start : start + 1] == ",":  # "S said, wiping his face"
        return None
    end = _report_end(sentence, start, verb.start())
    clause = sentence[start:end]
    if not has_that and not _is_report(reporting, word, clause):
        return None
    if len(clause.split()) < MIN_WORDS or (
        SHORT_ADVERBIAL.match(clause.strip()) and not INFINITIVE.match(clause)
    ):
        return None
    return Report(((start, end),), subject, verb.span())


@rule(0.95)
def report_around_tag(reporting: Reporting, verb: re.Match[str], subject: Stretch) -> Report | None:
    """What was said stands on both sides of a name and a verb of speech (The fee, S says, will rise)."""
    sentence = reporting.sentence
    before = sentence[: subject[0]].rstrip()
    if (
        not before.endswith(",")
        or verb.group() not in reporting.grammar.plain
        or not COMMA_NEXT.match(sentence, verb.end())
    ):
        return None
    if FRONTED.match(sentence) or GAP in sentence or not HOLDS_VERB.search(sentence, verb.end()):
        return None
    return Report(((0, len(before)), (verb.end(), len(sentence))), subject, verb.span())


@rule(0.95)
def report_before_tag(reporting: Reporting, verb: re.Match[str], subject: Stretch) -> Report | None:
    """What was said, and then a name and a verb of speech (…, S said)."""
    sentence = reporting.sentence
    rest = sentence[verb.end() :]
    before = sentence[: subject[0]].rstrip()
    if not before.endswith((",", "–", "—", "-")) or GAP in rest or len(rest) >= MAX_AFTER_TAG:
        return None
    if not HOLDS_CLAUSE.search(before) or FRONTED.match(sentence):
        return None
    return Report(((0, len(before.rstrip(" ,–—-"))),), subject, verb.span())


def _is_verb_here(reporting: Reporting, word: str, rest: str, subject: Stretch) -> bool:
    """Say whether a word that is a noun too is the verb of ``subject``."""
    if THAT_NEXT.match(rest) or word.endswith(("ed", "ing")):
        return True
    return not _is_noun(reporting, subject)


def _is_noun(reporting: Reporting, subject: Stretch) -> bool:
    """Say whether a subject is neither a name nor a pronoun."""
    words = reporting.sentence[subject[0] : subject[1]]
    return not (reporting.grammar.phrases.is_pronoun(words) or reporting.grammar.phrases.is_name(words))


def _lead_in(reporting: Reporting, word: str, rest: str) -> str | None:
    """Return what stands between the verb and what was said: hearers, time, "that"."""
    if word in TELL:
        match = HEARERS_THAT.match(rest) or HEARERS_BARE.match(rest)
    else:
        match = reporting.that_after_noun.match(rest) or WHEN_THAT.match(rest) or WHEN_BARE.match(rest)
    return match.group() if match else None


def _report_end(sentence: str, start: int, verb: int) -> int:
    tail = TAIL.search(sentence, start + 12)
    if tail and tail.group().strip() in ("–", "—") and DASH_AGAIN.search(sentence, tail.end()):
        tail = TAIL.search(sentence, DASH_AGAIN.search(sentence, tail.end()).end())  # type: ignore[union-attr]
    end = tail.start() if tail else len(sentence)
    if FRONTED.match(sentence) and "," not in sentence[:verb]:
        comma = sentence.find(", ", start)
        if comma > 0:
            end = min(end, comma)
    return end


def _is_report(reporting: Reporting, word: str, clause: str) -> bool:
    """Say whether a clause without "that" before it is what was said."""
    if OPENS_QUESTION.match(clause) and word[:4] not in ("said", "says", "say", "told"):
        return True
    if word in reporting.words.with_object:
        return True
    is_clause = HOLDS_CLAUSE.search(clause) is not None
    is_long = len(clause.split()) > PLAIN_WORDS and word in ("said", "says", "say")
    return (is_clause or is_long) and not ADVERBIAL.match(clause)


def trimmed(reporting: Reporting, report: Report) -> Report | None:
    """Cut a report where marked words begin, and its edges; None if too little is left."""
    parts = tuple(part for part in (_trimmed(reporting, *part) for part in report.parts) if part is not None)
    return Report(parts, report.mention, report.cue) if parts else None


def _trimmed(reporting: Reporting, start: int, end: int) -> Stretch | None:
    sentence = reporting.sentence
    gap = sentence.find(GAP, start, end)
    if gap >= 0:
        breaks = [
            match.start()
            for match in CLAUSE_BREAK.finditer(sentence, start, gap)
            if reporting.grammar.cues.find(sentence[match.start() : gap])
        ]
        if not breaks or not HOLDS_CLAUSE.search(sentence[start : breaks[0]]):
            return None
        end = breaks[0]
    while end > start and sentence[end - 1] in " .,!?;:—–-":
        end -= 1
    while start < end and sentence[start] in " ,;:—–-":
        start += 1
    if len(sentence[start:end].split()) < MIN_WORDS:
        return None
    return start, end
