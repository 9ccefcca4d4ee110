"""Mentions: the words that name a speaker, read apart into name, office, noun and pronoun.

Enter at ``read_mention``. "President of Russia Vladimir Putin" is a name with an office, "the acting
president" a noun that points back, "a spokesman for the ministry" a noun that does not, "he" a pronoun.
Nothing here looks at the rest of the article.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from claims.text.first_names import gender_of
from claims.text.languages.naming import Naming
from claims.text.name_runs import fold_word
from claims.text.names import NameUse, find_names
from claims.text.positions import clean, position_before, position_in, strip_article
from claims.text.spans import Span

WORD = re.compile(r"[^\W_][\w'’.-]*")
#: what stands after this is an addition: an apposition, a relative clause, brackets
ADDITION = re.compile(r"[,(;\[]|\s[—–-]\s")
#: longer mentions are clauses; their first words name the speaker
MAX_MENTION = 300


class MentionKind(StrEnum):
    """What the words of a mention are."""

    NAME = "name"
    PRONOUN = "pronoun"
    ROLE = "role"  #: a person by office or trade: "the president"
    ORGANISATION = "organisation"
    GROUP = "group"  #: several people: "officials"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention, read apart."""

    kind: MentionKind
    span: Span
    #: small form of the pronoun, or of the noun that carries the mention ("president")
    head: str = ""
    gender: str = ""
    name: NameUse | None = None
    #: the words of office beside the name; empty if none
    position: str = ""
    #: small forms of the words around the noun: "acting", "russian"
    qualifiers: tuple[str, ...] = ()
    #: points back to somebody ("the", "this"), not a first mention ("a")
    is_definite: bool = False


def read_mention(text: str, span: Span, naming: Naming) -> Mention:
    """Read the words of ``span`` apart."""
    span = Span(span.start, min(span.end, span.start + MAX_MENTION))
    words = list(WORD.finditer(text, span.start, span.end))
    if not words:
        return Mention(MentionKind.OTHER, span)
    first = words[0].group().lower()
    if len(words) == 1 and (first in naming.pronouns or first in naming.relatives):
        return Mention(MentionKind.PRONOUN, span, first, naming.pronouns.get(first, ""))
    head, tail = _split_addition(text, span)
    if first[1:2] in ("'", "’") and f"{first[0]}'" in naming.definite:
        head = Span(words[0].start() + 2, max(words[0].start() + 3, head.end))
    if naming.has_compounds and _is_marked_organisation(text, head, naming):
        return Mention(MentionKind.ORGANISATION, span, gender="n")
    named = _name_at_head(text, head, naming)
    if named is not None:
        return _named(text, span, named, tail, naming)
    apposed = _name_apposed(text, tail, naming) if tail is not None else None
    if apposed is not None:
        office = Span(head.start, apposed.office_start)
        position = clean(strip_article(text, office, naming).cut(text))
        return Mention(MentionKind.NAME, span, name=apposed, gender=apposed.gender, position=position)
    return _nominal(text, head, span, naming)


def _split_addition(text: str, span: Span) -> tuple[Span, Span | None]:
    """Cut a mention into its head and what is added after a comma or bracket."""
    match = ADDITION.search(text, span.start + 1, span.end)
    if not match or match.end() >= span.end:
        return span, None
    return Span(span.start, match.start()), Span(match.end(), span.end)


# ------------------------------------------------------------------ names


def _name_at_head(text: str, head: Span, naming: Naming) -> NameUse | None:
    """Return the name that the head of a mention is about; none for "a spokesman for Mr Rubio"."""
    words = head.cut(text)
    found: NameUse | None = None
    for use in find_names(words, naming):
        if _owns_more(words, use) or _is_complement(words, use, naming) or _modifies(words, use, naming):
            continue
        if _is_part_of_indefinite(words, use, naming) or naming.is_told_noun(use.keys[-1]):
            continue
        if found is None or (len(found.keys) == 1 and len(use.keys) > 1 and gender_of(use.keys[0])):
            found = use  # a full name wins over the single one of an office: "director of Bolshoi, Ada Lind"
    return found.shifted(head.start) if found is not None else None


def _name_apposed(text: str, tail: Span, naming: Naming) -> NameUse | None:
    """Return the full name that opens an addition ("the bureau's director, Mira Orlan")."""
    begin = tail.start
    while begin < tail.end:
        for use in find_names(text[begin : tail.end], naming):
            if (
                len(use.words) > 1
                and not use.possessive
                and not text[begin : begin + use.office_start].strip()
            ):
                return use.shifted(begin)
            break
        comma = text.find(",", begin, tail.end)
        if comma < 0:
            return None
        begin = comma + 1
    return None


def _owns_more(words: str, use: NameUse) -> bool:
    """Say whether a possessor has something behind it; alone, it is a name with a case ending ("Reet'e")."""
    return use.possessive and " " in words[use.end :].strip()


def _is_complement(words: str, use: NameUse, naming: Naming) -> bool:
    """Say whether a name only completes a noun before it ("the mayor of Halden", "a lawyer for Orlan")."""
    is_held_of = naming.has_compounds and _is_office_of(WORD.findall(words[: use.start]), naming)
    if is_held_of and not gender_of(use.keys[0]):
        return True  # "der Vorsitzende der Halden Initiative"
    before = WORD.findall(words[: use.office_start])
    if (
        before and before[-1].lower() in naming.joiners
    ):  # "a page for Laura and Euna", "Water and Sewer Works"
        return any(word.lower() in naming.prepositions or word[0].isupper() for word in before)
    if not before:
        return False
    if len(before) > 1 and before[-1].lower() in naming.definite and _is_bare_link(before[-2], naming):
        return True  # "le procureur de la République"
    return before[-1].lower() in naming.prepositions or _is_bare_link(before[-1], naming)


def _is_bare_link(word: str, naming: Naming) -> bool:
    return word.lower() in naming.office_links and word.lower() not in naming.definite


def _is_marked_organisation(text: str, head: Span, naming: Naming) -> bool:
    """Say whether a noun for an organisation and its name in marks make up the head of a mention."""
    match = NOUN_BEFORE_MARKS.match(text, head.start, head.end)
    if match is None:
        return False
    low = fold_word(match.group(1))
    return naming.is_organisation(low) or naming.is_organisation(low.removesuffix("s"))


#: "die Zeitung „Halden Bote“"
NOUN_BEFORE_MARKS = re.compile(r"(?:[\w-]+ ){0,4}([^\W\d_][\w-]*) [„“«\"][^„“«»\"]{2,60}[“”»\"]?$")


def _is_office_of(words: list[str], naming: Naming) -> bool:
    """Say whether words are an office and the article of what it is held of."""
    lows = [fold_word(word) for word in words]
    first = next((place for place, low in enumerate(lows) if naming.role_of(low) is not None), len(lows))
    return any(low in naming.definite and low in naming.office_links for low in lows[first + 1 :])


def _is_part_of_indefinite(words: str, use: NameUse, naming: Naming) -> bool:
    """Say whether a name only belongs to "a": "an Orlan poll", "a man who met Orlan"; not "a glad Orlan"."""
    lows = [word.lower() for word in WORD.findall(words[: use.office_start])]
    if not lows or lows[0] not in naming.indefinite:
        return False
    if words[use.end :].strip():
        return True
    return any(low in naming.prepositions or low in naming.relatives for low in lows)


def _modifies(words: str, use: NameUse, naming: Naming) -> bool:
    """Say whether the name belongs to a noun after it ("Orlan supporters") or is half of a couple."""
    match = WORD.search(words, use.end)
    if not match or words[use.end : match.start()].strip():
        return False
    low = match.group().lower()
    if low in naming.prepositions or low in naming.relatives or low in naming.verbs:
        return False
    if low in naming.base_forms:  # "Orlan | jurnalistlərə": whom it is said to
        return False
    if low in naming.joiners:
        return True
    return (
        low in naming.groups
        or naming.is_organisation(low)
        or naming.role_of(low) is not None
        or low[-1:] in naming.plural_endings
    )


def _named(text: str, span: Span, use: NameUse, tail: Span | None, naming: Naming) -> Mention:
    position = position_before(text, use, naming)
    if not position and tail is not None:
        position = position_in(text, tail, naming)
    gender = use.gender or _gender_before(text, use, naming)
    return Mention(MentionKind.NAME, span, name=use, gender=gender, position=position)


def _gender_before(text: str, use: NameUse, naming: Naming) -> str:
    match = re.search(r"([^\W\d_][\w-]*)\s*$", text[max(0, use.office_start - 30) : use.office_start])
    return (naming.role_of(match.group(1).lower()) or "") if match else ""


# ------------------------------------------------------------------ nouns


def _nominal(text: str, head: Span, span: Span, naming: Naming) -> Mention:
    """Read a mention without a name: "the head of state", "officials", "the ministry"."""
    words = [m.group() for m in WORD.finditer(text, head.start, head.end)]
    lows = [fold_word(word) for word in words]
    noun = _noun_place(lows, naming)
    if noun is None:
        return Mention(MentionKind.OTHER, span)
    return nominal_of(span, words, lows, noun, naming)


def nominal_of(span: Span, words: list[str], lows: list[str], noun: int, naming: Naming) -> Mention:
    """Return the mention that ``words`` make, whose noun is the one at ``noun``."""
    low = lows[noun]
    kind, gender = _kind_of(low, words[noun], naming)
    qualifiers = tuple(
        word
        for place, word in enumerate(lows)
        if place != noun
        and word not in naming.office_links
        and word not in naming.definite
        and word not in naming.indefinite
    )
    is_definite = lows[0] in naming.definite or not naming.has_articles
    return Mention(kind, span, low, gender, qualifiers=qualifiers, is_definite=is_definite)


def _noun_place(lows: list[str], naming: Naming) -> int | None:
    """The noun that carries a mention: the last before a preposition, or the office before what it is of."""
    if naming.has_genitive_behind:
        office = next((place for place, low in enumerate(lows) if naming.role_of(low) is not None), None)
        if office is not None:
            return office
    end = next((i for i, w in enumerate(lows) if i and _opens_complement(w, naming)), len(lows))
    while end > 1 and lows[end - 1] in naming.verbs:
        end -= 1
    return end - 1 if end > 0 else None


def _opens_complement(low: str, naming: Naming) -> bool:
    if low in naming.prepositions:
        return True
    return low in naming.office_links and (naming.has_compounds or low not in naming.definite)


def _kind_of(low: str, word: str, naming: Naming) -> tuple[MentionKind, str]:
    role = naming.role_of(low)
    if role is not None:
        return MentionKind.ROLE, role
    if low in naming.groups:
        return MentionKind.GROUP, "p"
    if naming.is_organisation(low) or word[0].isupper():
        return MentionKind.ORGANISATION, "n"
    return MentionKind.OTHER, ""
