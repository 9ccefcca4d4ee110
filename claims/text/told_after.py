"""Rules by what follows marked words in their sentence: “…,” said S; “…,” S said; “…,” according to S."""

import re

from claims.text.masking import GAP
from claims.text.places import Attribution, Place
from claims.text.rules import rule

#: a speaker before its verb stands at most so far behind the marked words
MAX_TO_SUBJECT = 60
#: verbs after marked words that are looked at
MAX_VERBS_AFTER = 3
#: a tag at the end of a sentence is looked for in so many characters, and what may follow its verb
LAST_TAG = 160


@rule(0.97)
def said_by_name(place: Place) -> Attribution | None:
    """A verb of speech follows the quotation, and the speaker follows the verb (“…,” said S)."""
    offset, tag, verbs = place.tag_start, place.bare_tag, place.tag_verbs
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
    offset, tag, grammar = place.tag_start, place.bare_tag, place.grammar
    verbs = place.tag_verbs if place.ends_with_point else grammar.cues.find(tag)
    for verb in verbs[:MAX_VERBS_AFTER]:
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


NOTHING_MORE = re.compile(
    r"(?:\s+(?:[A-Z]\w+day|on|in|during|at|last|this|earlier|later)\b[^,]{0,50})?[.!?)]*\s*$"
)
COMMA_BEFORE = re.compile(r",\s*$")
NO_SPEAKER_AFTER = re.compile(r"\s*(?:that|it|to|the (?:crowd|audience|press|reporters))\b")
CLAUSE_BETWEEN = re.compile(r"\b(?:and|but|because|that|which|when|if|while|as)\b")
ACCORDING_AFTER = re.compile(r"\s*,?\s*(according to)\s+")
TAG_AT_END = re.compile(
    rf",\s+(?:(said|says|added|wrote|explained|argued)\s+|(?=[^,{GAP}]{{2,80}}\s(said|says|added|wrote|explained|argued)\b))"
)
