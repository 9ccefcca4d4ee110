"""Whose words a sentence holds, told by the sentence itself.

Enter at ``attribute``. Each rule looks at one run of marked words in its masked sentence and answers with
the words that name the speaker and the cue, or with None.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from claims.text.cues import Cues
from claims.text.masking import GAP
from claims.text.phrases import Phrases, Stretch
from claims.text.rules import rule
from claims.text.subjects import Subjects

#: a speaker before its verb stands at most so far behind the marked words
MAX_TO_SUBJECT = 60
#: a tag is right behind marked words that end with a comma if its subject begins within these
NEAR_VERB, NEAR_SUBJECT = 14, 4
#: verbs after marked words that are looked at
MAX_VERBS_AFTER = 3


@dataclass(frozen=True, slots=True)
class Grammarian:
    """The finders of one language."""

    phrases: Phrases
    cues: Cues
    subjects: Subjects
    nouns: re.Pattern[str]
    #: "The message reads": a document whose author was named before
    document: re.Pattern[str]
    plain: frozenset[str]
    base: frozenset[str]
    #: the rules of a language whose sentences are ordered in another way than English ones
    attribute: "Callable[[Place], Attribution | None] | None" = None
    #: every noun has a capital letter, so that capitals tell no names and titles
    has_capital_nouns: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """One run of marked words in its masked sentence."""

    sentence: str
    #: where its GAP stands
    at: int
    #: the point that ends the marked words, inside or right behind the mark; "" if none
    ending: str
    grammar: Grammarian

    @property
    def left(self) -> str:
        return self.sentence[: self.at]

    @property
    def right(self) -> str:
        return self.sentence[self.at + 1 :]

    @property
    def tag(self) -> str:
        """What follows, up to the next marked words."""
        return self.right.partition(GAP)[0]

    @property
    def ends_with_comma(self) -> bool:
        return self.ending == ","

    @property
    def ends_with_point(self) -> bool:
        """A point or comma stands between the words and what follows."""
        return bool(self.ending) or self.right.lstrip()[:1] in (",", "—", "–", "-")

    @property
    def is_tagged(self) -> bool:
        """A comma ends the words, so that a tag of their own follows."""
        return self.ends_with_comma or self.right.lstrip()[:1] == ","

    @property
    def is_set_off(self) -> bool:
        """The sentence begins with the marked words, or a comma or colon stands before them."""
        before = self.left.rstrip()
        return not before or before[-1] in ",:.?!"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks, in positions of the masked sentence."""

    mention: Stretch
    cue: Stretch | None
    rule: str


def attribute(place: Place) -> Attribution | None:
    """Say who speaks the marked words at ``place``, by the best rule that applies."""
    if place.grammar.attribute is not None:
        return place.grammar.attribute(place)
    after = said_by_name(place) or name_said(place)
    before = name_said_before(place)
    tail = place.left.rstrip()[-1:]
    if not place.is_tagged:
        closing = tag_closes_sentence(place)
        if closing is not None:
            return closing
    if after is not None:
        if before and place.ends_with_comma and tail != ":" and _is_near_tag(place, after):
            return after
        if after.rule == "said_by_name" and (subject := participle_before(place, after)):
            return subject
        if before is None:
            return after
        if _flows_into(place):
            return before
        return before if tail in (":", ",") else after
    according = according_to_after(place)
    if according and (before is None or tail not in (":", ",")):
        return according
    owner = whose_remark(place)
    if owner and owner.cue and ADJACENT.fullmatch(place.left, owner.cue[1]):
        return owner
    return (
        before
        or owner
        or according_to_before(place)
        or according
        or said_at_end(place)
        or name_before_colon(place)
        or subject_of_sentence(place)
    )


def _is_near_tag(place: Place, found: Attribution) -> bool:
    """Say whether a tag stands right behind words that end with a comma ("Orlan said Vosk “…,” she recalled")."""
    near = NEAR_VERB if found.rule == "said_by_name" else NEAR_SUBJECT
    assert found.cue is not None
    word = place.sentence[found.cue[0] : found.cue[1]]
    return found.mention[0] - place.at - 1 < near and word in place.grammar.plain


def _flows_into(place: Place) -> bool:
    """Say whether the writer's sentence runs on into the marked words ("said that “…”")."""
    return place.sentence[place.at - 2 : place.at].strip().isalpha() and not place.is_set_off


# ------------------------------------------------------------------ after the words


@rule(0.97)
def said_by_name(place: Place) -> Attribution | None:
    """A verb of speech follows the quotation, and the speaker follows the verb (“…,” said S)."""
    offset = place.at + 1 + LEAD.match(place.right).end()  # type: ignore[union-attr]
    tag = place.sentence[offset:].partition(GAP)[0]
    verbs = place.grammar.cues.find_after_quote(tag)
    if not verbs:
        return None
    verb = verbs[0]
    before = tag[: verb.start()].strip()
    if before.count(" ") >= 3 or not place.grammar.subjects.is_only_between(before):
        return None
    if NO_SPEAKER_AFTER.match(tag, verb.end()):
        return None
    subject = place.grammar.phrases.opening(tag[verb.end() :])
    if subject is None:
        return None
    start = offset + verb.end()
    return Attribution(
        (start + subject[0], start + subject[1]), (offset + verb.start(), offset + verb.end()), "said_by_name"
    )


@rule(0.98)
def name_said(place: Place) -> Attribution | None:
    """The speaker stands directly before a verb of speech that follows the quotation (“…,” S said)."""
    offset = place.at + 1 + LEAD.match(place.right).end()  # type: ignore[union-attr]
    tag = place.sentence[offset:].partition(GAP)[0]
    grammar = place.grammar
    find = grammar.cues.find_after_quote if place.ends_with_point else grammar.cues.find
    for verb in find(tag)[:MAX_VERBS_AFTER]:
        subject = grammar.subjects.leading(tag, verb.start()) or grammar.subjects.before(tag, verb.start())
        if subject and subject[0] <= MAX_TO_SUBJECT and not CLAUSE_BETWEEN.search(tag[: subject[0]]):
            return Attribution(
                (offset + subject[0], offset + subject[1]),
                (offset + verb.start(), offset + verb.end()),
                "name_said",
            )
    return None


@rule(0.97)
def according_to_after(place: Place) -> Attribution | None:
    """“According to” and a name follow the quotation."""
    match = ACCORDING_AFTER.match(place.right)
    subject = place.grammar.phrases.opening(place.right[match.end() :]) if match else None
    if match is None or subject is None:
        return None
    begin = place.at + 1
    mention = (begin + match.end() + subject[0], begin + match.end() + subject[1])
    return Attribution(mention, (begin + match.start(1), begin + match.end(1)), "according_to_after")


@rule(0.95)
def tag_closes_sentence(place: Place) -> Attribution | None:
    """A comma, the speaker and a verb of speech close the sentence that holds the quotation."""
    begin = max(place.at + 1, len(place.sentence) - LAST_TAG)
    end = place.sentence[begin:]
    for verb in place.grammar.cues.find(end):
        if verb.group() not in place.grammar.plain or not NOTHING_MORE.match(end, verb.end()):
            continue
        subject = place.grammar.subjects.before(end, verb.start())
        if subject and COMMA_BEFORE.search(end[: subject[0]]) and GAP not in end[subject[0] :]:
            mention = (begin + subject[0], begin + subject[1])
            return Attribution(mention, (begin + verb.start(), begin + verb.end()), "tag_closes_sentence")
    return None


@rule(0.95)
def said_at_end(place: Place) -> Attribution | None:
    """The sentence that holds the quotation ends with a name and a verb of speech."""
    for match in TAG_AT_END.finditer(place.tag):
        rest = place.tag[match.end() :]
        subject = place.grammar.phrases.opening(rest)
        if subject is None:
            continue
        verb = match.span(1) if match.group(1) else match.span(2)
        if not match.group(1):
            if verb[0] - match.end() - subject[1] >= 3:
                subject = place.grammar.subjects.leading(rest, verb[0] - match.end())
            if subject is None:
                continue
        begin = place.at + 1
        mention = (begin + match.end() + subject[0], begin + match.end() + subject[1])
        return Attribution(mention, (begin + verb[0], begin + verb[1]), "said_at_end")
    return None


# ------------------------------------------------------------------ before the words


@rule(0.92)
def name_said_before(place: Place) -> Attribution | None:
    """The speaker and a verb of speech stand before the quotation (S said: “…”)."""
    left = place.left
    grammar = place.grammar
    verbs = grammar.cues.find(left)
    for verb in reversed(verbs):
        before = left[: verb.start()].rstrip()
        if verb.group() in grammar.base and before.endswith(" to"):
            found = went_on_to_say(place, verb)
            if found:
                return found
            continue
        if verb.group().endswith("ed") and PASSIVE.search(before[-40:]):
            return called_by(place, verb)
        if _is_in_clause_before(left, verb):
            continue
        subject = _subject_of(place, verb)
        if subject is None:
            continue
        outer = _outer_speaker(place, verbs, subject)
        if outer:
            return outer
        return Attribution(subject, verb.span(), "name_said_before")
    return None


@rule(0.6)
def called_by(place: Place, verb: re.Match[str]) -> Attribution | None:
    """The verb of speech before the quotation is passive, and “by” names who speaks after it."""
    agent = BY_AGENT.match(place.right) or BY_AGENT.match(place.sentence, verb.end())
    if agent is None:
        return None
    start = agent.end() + (place.at + 1 if agent.string is not place.sentence else 0)
    subject = place.grammar.phrases.opening(place.sentence[start:])
    if subject is None:
        return None
    return Attribution((start + subject[0], start + subject[1]), verb.span(), "called_by")


@rule(0.72)
def went_on_to_say(place: Place, verb: re.Match[str]) -> Attribution | None:
    """The subject of the sentence goes on to say the quotation (S took the stage to call it “…”)."""
    subject = place.grammar.subjects.main(place.left[: verb.start()])
    return Attribution(subject, verb.span(), "went_on_to_say") if subject else None


def _outer_speaker(place: Place, verbs: list[re.Match[str]], subject: Stretch) -> Attribution | None:
    """Return whose report the verb stands in ("Orlan said the council called it “…”" is Orlan's)."""
    left = place.left
    outer = next((v for v in verbs if v.end() <= subject[0] and _reports(place, v)), None)
    if outer is None:
        return None
    if CLAUSE_IN_REPORT.match(left, outer.end()):
        found = _subject_of(place, outer)
        return Attribution(found, outer.span(), "name_said_before") if found else None
    ends = REPORT_BEGUN if place.is_set_off else REPORT_ENDS
    if ends.search(left, outer.end(), subject[0]):
        return None
    if place.grammar.phrases.is_fronted(left) and "," in left[outer.end() : subject[0]]:
        return None
    found = _subject_of(place, outer)
    return Attribution(found, outer.span(), "name_said_before") if found else None


def _is_in_clause_before(left: str, verb: re.Match[str]) -> bool:
    """Say whether a verb stands in a clause that is over before the main one ("After S spoke, …")."""
    return CLAUSE_IN_FRONT.match(left) is not None and MAIN_CLAUSE.search(left, verb.end()) is not None


def _subject_of(place: Place, verb: re.Match[str]) -> Stretch | None:
    """Return the subject of a cue before the marked words, finite or not."""
    left = place.left[: verb.start()]
    if verb.group().endswith("ing") and not PROGRESSIVE.search(f"{left.rstrip()[-30:]} "):
        return place.grammar.subjects.of_participle(left)
    return place.grammar.subjects.before(place.left, verb.start())


def _reports(place: Place, verb: re.Match[str]) -> bool:
    """Say whether a verb reports a clause: "said", or any verb of speech with "that" after it."""
    return verb.group() in place.grammar.plain or THAT_FOLLOWS.match(place.sentence, verb.end()) is not None


@rule(0.8)
def participle_before(place: Place, after: Attribution) -> Attribution | None:
    """A clause with the quotation stands before the speaker's own verb (S, citing “…”, said)."""
    if not place.left.strip():
        return None
    follows = PARTICIPLE_AFTER.match(place.right)
    opens = PARTICIPLE_BEFORE.search(place.left[-60:]) and not place.ends_with_comma
    if not follows and not opens:
        return None
    subject = place.grammar.subjects.main(place.left)
    return Attribution(subject, after.cue, "participle_before") if subject else None


@rule(0.6)
def whose_remark(place: Place) -> Attribution | None:
    """A possessive and a noun such as “remark” or “claim” stand before the quotation (her remark that “…”)."""
    begin = max(0, place.at - NEAR_NOUN)
    found = None
    for found in place.grammar.nouns.finditer(place.sentence, begin, place.at):
        pass
    if found is None:
        return None
    return Attribution(found.span(1), found.span(2), "whose_remark")


@rule(0.97)
def according_to_before(place: Place) -> Attribution | None:
    """“According to” or “in the words of” and a name stand before the quotation."""
    match = ACCORDING_BEFORE.search(place.left)
    subject = place.grammar.phrases.opening(place.left[match.end() :]) if match else None
    if match is None or subject is None:
        return None
    return Attribution(
        (match.end() + subject[0], match.end() + subject[1]), match.span(1), "according_to_before"
    )


@rule(0.95)
def name_before_colon(place: Place) -> Attribution | None:
    """A name and a colon stand before the quotation."""
    stretch = place.grammar.phrases.labelling(place.left)
    return Attribution(stretch, None, "name_before_colon") if stretch else None


@rule(0.58)
def subject_of_sentence(place: Place) -> Attribution | None:
    """The quotation stands in a sentence about this person, without a verb of speech."""
    if not place.left.strip():
        return None
    subject = place.grammar.subjects.main(place.left)
    return Attribution(subject, None, "subject_of_sentence") if subject else None


#: a tag at the end of a sentence is looked for in so many characters, and what may follow its verb
LAST_TAG = 160
NOTHING_MORE = re.compile(
    r"(?:\s+(?:[A-Z]\w+day|on|in|during|at|last|this|earlier|later)\b[^,]{0,50})?[.!?)]*\s*$"
)
COMMA_BEFORE = re.compile(r",\s*$")
#: a noun for somebody's words stands at most so far before them
NEAR_NOUN = 160
ADJACENT = re.compile(r"(?:\s+(?:on|in|during|at|last|this)\s[\w ]{1,30}?)?\s*(?:,|:|that|of)?\s*")
LEAD = re.compile(r"\s*(?:[—–-](?=,))?[,—–-]?\s*")
NO_SPEAKER_AFTER = re.compile(r"\s*(?:that|it|to|the (?:crowd|audience|press|reporters))\b")
CLAUSE_BETWEEN = re.compile(r"\b(?:and|but|because|that|which|when|if|while|as)\b")
ACCORDING_AFTER = re.compile(r"\s*,?\s*(according to)\s+")
ACCORDING_BEFORE = re.compile(r"(?:^|\s)(According to|according to|[Ii]n the words of)\s+")
TAG_AT_END = re.compile(
    rf",\s+(?:(said|says|added|wrote|explained|argued)\s+|(?=[^,{GAP}]{{2,80}}\s(said|says|added|wrote|explained|argued)\b))"
)
PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are)(?:\s+\w+ly|\s+also|\s+often)?$")
BY_AGENT = re.compile(r"\s+by\s+")
PROGRESSIVE = re.compile(r"(?:\b(?:is|was|were|are|been|be)|['’]s)\s+(?:\w+\s+)?$")
#: between an outer verb and an inner subject: the report is over, or the writer is back
REPORT_ENDS = re.compile(
    r"[,;]\s+(?:and|but|while|as|though|although|whereas|who|which)\b|\bbut\b|\s[—–-]\s|[:;]"
)
#: the same before words that a comma or colon sets off: anything but "that" and an article
REPORT_BEGUN = re.compile(r"\s(?!(?:that|the)\b|\s|$)")
#: "said that when S railed against it, …": what follows the clause is the outer speaker's
CLAUSE_IN_REPORT = re.compile(
    r"(?:\s+\w+){0,3}?\s+that\s+(?:when|if|once|as|while|after|because|although|since)\b"
)
CLAUSE_IN_FRONT = re.compile(r"\s*(?:After|When|While|As|Since|Although|Though|If|Because|Before|Once)\b")
MAIN_CLAUSE = re.compile(r",\s+(?!(?:and|or|who|which|a|an)\b)(?:[A-Z]\w+|the|he|she|they|it|his|her)\b")
THAT_FOLLOWS = re.compile(r"\s+that\b")
PARTICIPLE_AFTER = re.compile(r"[ ,]*(?:saying|adding|calling|citing|noting|telling)")
PARTICIPLE_BEFORE = re.compile(r",\s*\w+ing\s*$")
