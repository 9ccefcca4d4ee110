"""Rules by what stands before marked words in their sentence: S said: “…”; her remark that “…”."""

import re

from claims.text.phrases import Stretch
from claims.text.places import Attribution, Place
from claims.text.rules import rule

#: a noun for somebody's words stands at most so far before them
NEAR_NOUN = 160


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
    agent = BY_AGENT.match(place.sentence, place.at + 1) or BY_AGENT.match(place.sentence, verb.end())
    if agent is None:
        return None
    start = agent.end()
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
    if not CLAUSE_IN_REPORT.match(left, outer.end()):
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
    """A possessive and a noun like “remark” stand before the quotation (her remark that “…”)."""
    begin = max(0, place.at - NEAR_NOUN)
    found = list(place.grammar.nouns.finditer(place.sentence, begin, place.at))
    return Attribution(found[-1].span(1), found[-1].span(2), "whose_remark") if found else None


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


ACCORDING_BEFORE = re.compile(r"(?:^|\s)(According to|according to|[Ii]n the words of)\s+")
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
