"""The line that introduces a speech: "Speaking at the meeting, President X said, according to Agency:".

Enter at ``read_introduction``. The line ends with a colon; its cue is the last word of speech in it, its
mention the name, office or pronoun next to the cue, and what follows the cue may name the medium that
carried the words.
"""

import re
from dataclasses import dataclass

from claims.text.languages.naming import FIRST_PERSON, Naming
from claims.text.languages.pack import LanguagePack
from claims.text.name_runs import fold_word
from claims.text.names import NameUse, find_names
from claims.text.ordered_subjects import ordered_finders
from claims.text.spans import Span

#: longer paragraphs that end with a colon are part of a speech, or of prose
MAX_LINE = 500
#: more words between cue and colon are a clause, not the hearers or the place: then only what follows
#: the line can show that it is somebody's words
MAX_WORDS_AFTER_CUE, MAX_WORDS_IN_DOUBT = 14, 40
ENDING = re.compile(r"[ \u00a0]*[:：][ \u00a0]*[-–—]?$")
PLAIN_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\t": " "})
WORD = re.compile(r"[^\W_][\w'’.-]*")
#: clauses of a line; a name that an apposition follows stands before the last comma
CLAUSE_BREAK = re.compile(r"[,;—–]|\s-\s")


@dataclass(frozen=True, slots=True)
class Introduction:
    """What an introducing line says about the speech after it."""

    mention: Span | None
    cue: Span | None
    via: Span | None
    #: much stands between cue and colon
    is_doubtful: bool = False


def read_introduction(text: str, line: Span, pack: LanguagePack) -> Introduction | None:
    """Return what the line says; None if it introduces no speech."""
    if line.end - line.start > MAX_LINE:
        return None
    ending = ENDING.search(text, line.start, line.end)
    if not ending:
        return None
    end = ending.start()
    via, rest_start, rest_end = _take_via(text, line.start, end, pack)
    cue = _last_cue(text, rest_start, rest_end, pack)
    if cue is None:
        return _uncued(text, rest_start, rest_end, via, pack.naming)
    mention = _subject_of(text, rest_start, rest_end, cue, pack)
    if mention is None:
        mention = subject_after(text, cue.end, rest_end, pack.naming)
    between = len(WORD.findall(text, cue.end, rest_end))
    if mention is None or _is_own_word(text, mention, pack.naming) or between > MAX_WORDS_IN_DOUBT:
        return None
    return Introduction(mention, cue, via, is_doubtful=between > MAX_WORDS_AFTER_CUE)


def _subject_of(text: str, start: int, end: int, cue: Span, pack: LanguagePack) -> Span | None:
    """Return the words that name who speaks, by the order of the language if it is not the English one."""
    if pack.order is None:
        return subject_before(text, start, cue.start, pack.naming)
    line = text[start:end].translate(PLAIN_SPACES)
    found = ordered_finders(pack)[2].before(line, cue.start - start)
    return Span(start + found[0], start + found[1]) if found else None


def _take_via(text: str, start: int, end: int, pack: LanguagePack) -> tuple[Span | None, int, int]:
    """Find the medium in "X said, according to Agency" and cut its phrase off the line."""
    for pattern in pack.carriers:
        match = pattern.search(text, start, end)
        if not match:
            continue
        via = Span(*match.span("via"))
        if match.start() > start + (end - start) // 3:
            return via, start, match.start()
        return via, match.end(), end
    return None, start, end


def _last_cue(text: str, start: int, end: int, pack: LanguagePack) -> Span | None:
    found = None
    for match in WORD.finditer(text, start, end):
        if match.group() in pack.introducing:
            found = Span(match.start(), match.end())
    return found


def _uncued(text: str, start: int, end: int, via: Span | None, naming: Naming) -> Introduction | None:
    """Take "President X addressed the meeting:" by its opening name."""
    names = [use for use in find_names(text[start:end], naming) if use.titled or len(use.words) > 1]
    if not names:
        return None
    first = names[0]
    return Introduction(Span(start + first.office_start, start + first.end), None, via)


def _is_own_word(text: str, mention: Span, naming: Naming) -> bool:
    """Say whether the mention is "I", "we" or the like: then the line belongs to a speech."""
    return naming.pronouns.get(mention.cut(text).lower()) == FIRST_PERSON


def subject_before(text: str, start: int, cue: int, naming: Naming) -> Span | None:
    """Return the words that name who speaks, before the cue that starts at ``cue``.

    The clause next to the cue is asked first, then the ones before it: an apposition
    ("X, President of Y, said") or a participle ("..., saying") stands between.
    """
    breaks = [start, *(m.end() for m in CLAUSE_BREAK.finditer(text, start, cue))]
    end = cue
    for begin in reversed(breaks):
        clause = text[begin:end].rstrip(" \u00a0,;—–-")
        mention = _subject_in(clause, begin, naming)
        if mention is not None:
            return mention
        end = begin
    return None


def subject_after(text: str, cue: int, end: int, naming: Naming) -> Span | None:
    """Return the words right after a cue that name who speaks ("заявил Путин:", "said Orlan:")."""
    clause = text[cue:end]
    lead = len(clause) - len(clause.lstrip())
    for use in find_names(clause, naming):
        before = clause[lead : use.office_start].split()
        if len(before) <= 2 and not any(word.lower() in naming.prepositions for word in before):
            return Span(cue + (lead if before else use.office_start), cue + use.end)
        return None
    words = list(WORD.finditer(clause))
    if not words:
        return None
    low = words[0].group().lower()
    if naming.pronouns.get(low) or naming.is_people_noun(fold_word(low)):
        return Span(cue + words[0].start(), cue + words[0].end())
    return None


def _subject_in(clause: str, offset: int, naming: Naming) -> Span | None:
    """Return the last name, nominal or pronoun of a clause as its subject."""
    name = _last_name(clause, naming)
    if name is not None:
        return name.shifted(offset)
    return nominal_at_end(clause, offset, naming)


def _last_name(clause: str, naming: Naming) -> Span | None:
    """The last name of the clause, its office and the lower-case words of office before it."""
    uses = [use for use in find_names(clause, naming) if not _stands_aside(clause, use, naming)]
    if not uses:
        return None
    last = uses[-1]
    first = last
    for use in reversed(uses[:-1]):  # "Smith and Jones said"
        if clause[use.end : first.office_start].strip() not in naming.joiners:
            break
        first = use
    return Span(office_words_before(clause, first.office_start, naming), last.end)


def _stands_aside(clause: str, use: NameUse, naming: Naming) -> bool:
    """Say whether a name cannot be a subject: a possessor, or after a preposition ("in Moscow")."""
    before = clause[: use.office_start].split()
    return use.possessive or (bool(before) and before[-1].lower() in naming.prepositions)


def office_words_before(text: str, start: int, naming: Naming) -> int:
    """Return where the lower-case words of office before a name begin ("campaign manager Robby Mook")."""
    begin = reached = start
    last = text[max(0, start - 30) : start].split()[-1:]
    if not last or naming.role_of(last[0].lower()) is None:
        return start
    has_role = False
    for match in reversed(list(WORD.finditer(text, max(0, start - 80), start))[-7:]):
        word = match.group()
        low = word.lower()
        is_role = naming.role_of(low) is not None
        if text[match.end() : reached].strip(" \u00a0") or not (has_role or is_role):
            break
        if low in naming.definite or low in naming.indefinite or word.endswith(("'s", "’s")):
            break
        if not is_role and not word[0].isupper() and not _may_describe_role(low, naming):
            break
        has_role = True
        reached = match.start()
        if low not in naming.office_links and low not in naming.prepositions and low not in naming.joiners:
            begin = reached
    return begin


def _may_describe_role(low: str, naming: Naming) -> bool:
    """Say whether a small word may belong to the office after it ("campaign manager")."""
    if low in naming.office_words:
        return True
    if low in naming.not_names or low in naming.verbs or low in naming.prepositions or low in naming.pronouns:
        return False
    return not low.endswith((*naming.verb_endings, *naming.no_noun_endings))


def nominal_at_end(clause: str, offset: int, naming: Naming) -> Span | None:
    """Return the nominal ("the head of state", "a spokesman for the ministry") or pronoun of a clause."""
    words = list(WORD.finditer(clause))
    while words and words[-1].group().lower() in naming.verbs:
        words.pop()
    if not words:
        return None
    last = words[-1].group().lower()
    if naming.pronouns.get(last) is not None and last not in naming.definite:
        return Span(offset + words[-1].start(), offset + words[-1].end())
    for match in reversed(words[-9:]):
        low = match.group().lower()
        if naming.pronouns.get(low) == FIRST_PERSON:
            return Span(offset + match.start(), offset + match.end())
        if low in naming.definite or low in naming.indefinite or naming.pronouns.get(low):
            return Span(offset + match.start(), offset + words[-1].end())
    if last in naming.groups or naming.role_of(last) is not None or naming.is_organisation(last):
        return Span(offset + words[0].start(), offset + words[-1].end())
    return None
