"""Whose words a sentence holds, told by the sentence itself.

Enter at ``attribute``. The rules (``told_after``, ``told_before``) look at one run of marked words in its
masked sentence and answer with the words that name the speaker and the cue, or with None; here it is
decided which of them has the say.
"""

import re

from claims.text.places import Attribution, Place
from claims.text.told_after import (
    according_to_after,
    name_said,
    said_at_end,
    said_by_name,
    tag_closes_sentence,
)
from claims.text.told_before import (
    according_to_before,
    name_before_colon,
    name_said_before,
    participle_before,
    subject_of_sentence,
    whose_remark,
)

#: a tag is right behind marked words that end with a comma if its subject begins within these
NEAR_VERB, NEAR_SUBJECT = 14, 4


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
    """Say whether a tag stands right behind the words ("Orlan said Vosk “…,” she recalled")."""
    near = NEAR_VERB if found.rule == "said_by_name" else NEAR_SUBJECT
    assert found.cue is not None
    word = place.sentence[found.cue[0] : found.cue[1]]
    return found.mention[0] - place.at - 1 < near and word in place.grammar.plain


def _flows_into(place: Place) -> bool:
    """Say whether the writer's sentence runs on into the marked words ("said that “…”")."""
    return place.sentence[place.at - 2 : place.at].strip().isalpha() and not place.is_set_off


ADJACENT = re.compile(r"(?:\s+(?:on|in|during|at|last|this)\s[\w ]{1,30}?)?\s*(?:,|:|that|of)?\s*")
