"""Speeches and transcripts: who has the word, paragraph by paragraph.

Enter at ``find_turns``. A turn is opened by a label ("PRESIDENT BIDEN:", "Q.") or by an introducing line
("President X said:") with a speech after it, and lasts until the next opening, until the writer is back,
or until the text ends. Quotation marks inside a turn belong to the speech.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from claims.text.found import Form
from claims.text.introductions import Introduction, read_introduction, subject_after
from claims.text.labels import OPENING_MARKS, Label, Whose, labels_that_count, read_labels
from claims.text.language import guess_language
from claims.text.languages.naming import FIRST_PERSON, Naming
from claims.text.languages.pack import LanguagePack
from claims.text.marks import find_runs
from claims.text.name_runs import fold_word
from claims.text.names import find_names
from claims.text.rules import prior, rule
from claims.text.spans import Span

DASH = re.compile(r"(?:[-–—―][ \u00a0\t]+|[–—―])(?=\S)")
#: "12:14 P.M. AST", "END 3:27 P.M. EDT": the clock of an official transcript
CLOCK = re.compile(
    r"[\[(]?(?:[A-Z]{3,12}\s+)?\d{1,2}[:.]\d\d(?:\s+[AaPp]\.?[Mm]\.?)?(?:\s+[A-Z]{2,4})?[\])]?\.?$"
)
CLOCK_AT_END = re.compile(r"\s+\d{1,2}:\d\d\s+[AaPp]\.?[Mm]\.?\s+[A-Z]{2,4}$")
#: a line between paragraphs that is no sentence: a heading, a caption
MAX_HEADING = 60
MAX_CAPTION = 300
#: the language of shorter paragraphs is chance
MIN_FOREIGN = 100
BEFORE_COLON = re.compile(r"([^\W\d_]{4,20}):")
SENTENCE_ENDS = ".?!…\"”»'’)]:;,—–-*"
#: a paragraph's opening words, where the writer says who goes on
OPENING_WORDS = 160
WORD = re.compile(r"[^\W\d_][\w'’-]*")
OPENING_MARK = re.compile(f"[{OPENING_MARKS}]")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in one go."""

    #: one per paragraph, without label and dash
    parts: tuple[Span, ...]
    form: Form
    cue: Span | None
    #: the words that name the speaker; none for a nameless answer
    mention: Span | None
    #: the medium that carried the words
    via: Span | None
    rule: str
    confidence: float


@dataclass(slots=True)
class _Open:
    """A turn that still takes paragraphs."""

    form: Form
    rule: str
    mention: Span | None = None
    cue: Span | None = None
    via: Span | None = None
    parts: list[Span] = field(default_factory=list)
    #: takes no further paragraph
    ends_at_once: bool = False

    def closed(self) -> Turn:
        return Turn(
            tuple(self.parts), self.form, self.cue, self.mention, self.via, self.rule, prior(self.rule)
        )


def find_turns(text: str, paragraphs: list[Span], pack: LanguagePack) -> tuple[list[Turn], set[int]]:
    """Find the turns of an article, and the places of the paragraphs that they take.

    Taken are the paragraphs of speech, those of labels, and introducing lines without marks of their own.
    """
    openings = _label_openings(text, paragraphs, pack) or _introduced_openings(text, paragraphs, pack)
    if not openings:
        return [], set()
    turns: list[Turn] = []
    taken: set[int] = set()
    current: _Open | None = None
    for place in range(min(openings), len(paragraphs)):
        opening = openings.get(place)
        if opening is not None:
            _close(current, turns)
            current = opening
            if opening.parts or not OPENING_MARK.search(text, paragraphs[place].start, paragraphs[place].end):
                taken.add(place)
        elif current is not None and not current.ends_at_once:
            paragraph = paragraphs[place]
            if _is_between(text, paragraph, pack.naming):
                continue
            if _writer_is_back(text, paragraph, current, pack):
                _close(current, turns)
                current = None
            else:
                current.parts.append(_speech(text, paragraph, current))
                taken.add(place)
    _close(current, turns)
    return turns, taken


def _close(current: _Open | None, turns: list[Turn]) -> None:
    if current is not None and current.parts:
        turns.append(current.closed())


# ------------------------------------------------------------------ labels


@rule(0.98)
def labelled(label: Label, text: str, paragraph: Span) -> _Open:
    """The words after the speaker's label, "Name:", up to the next label."""
    return _by_label(label, text, paragraph, labelled)


@rule(0.9)
def asked(label: Label, text: str, paragraph: Span) -> _Open:
    """A question after a label that names nobody, such as "Q." or "Reporter:"."""
    return _by_label(label, text, paragraph, asked)


@rule(0.9)
def answered(label: Label, text: str, paragraph: Span) -> _Open:
    """An answer after a label that names nobody, such as "A."."""
    return _by_label(label, text, paragraph, answered)


OPENED_BY: dict[Whose, Callable[[Label, str, Span], _Open]] = {
    Whose.SPEAKER: labelled,
    Whose.QUESTIONER: asked,
    Whose.ANSWERER: answered,
}


def _by_label(label: Label, text: str, paragraph: Span, by: Callable[..., _Open]) -> _Open:
    opened = _Open(Form.TRANSCRIPT, by.__name__, mention=label.name)
    if label.speech_start < paragraph.end:
        opened.parts.append(_without_clock(text, Span(label.speech_start, paragraph.end)))
    return opened


def _label_openings(text: str, paragraphs: Sequence[Span], pack: LanguagePack) -> dict[int, _Open]:
    labels = read_labels(text, paragraphs, pack.naming)
    if not labels:
        return {}
    counting = labels_that_count(text, paragraphs, labels, pack.naming)
    return {
        place: OPENED_BY[label.whose](label, text, paragraphs[place]) for place, label in counting.items()
    }


# ------------------------------------------------------------------ introducing lines


@rule(0.97)
def dash_after_introduction(said: Introduction) -> _Open:
    """A speech opened by a dash, after a line that says who speaks and ends with a colon."""
    return _Open(Form.DASH, dash_after_introduction.__name__, said.mention, said.cue, said.via)


@rule(0.8)
def block_after_introduction(said: Introduction) -> _Open:
    """A speech without marks, after a line that says who speaks and ends with a colon."""
    return _Open(Form.COLON, block_after_introduction.__name__, said.mention, said.cue, said.via)


def _introduced_openings(text: str, paragraphs: Sequence[Span], pack: LanguagePack) -> dict[int, _Open]:
    openings = _inline_openings(text, paragraphs, pack)
    for place, paragraph in enumerate(paragraphs[:-1]):
        if not text[paragraph.start : paragraph.end].rstrip(" \u00a0-–—").endswith((":", "：")):
            continue
        following = paragraphs[place + 1]
        is_dash = DASH.match(text, following.start, following.end) is not None
        if not is_dash and (text[following.start] in OPENING_MARKS or _is_list(text, following)):
            continue
        said = read_introduction(text, paragraph, pack)
        if said is None or said.mention is None:
            continue
        if is_dash:
            openings[place] = dash_after_introduction(said)
        elif _introduces_block(text, following, said, pack):
            openings[place] = block_after_introduction(said)
    return openings


def _inline_openings(text: str, paragraphs: Sequence[Span], pack: LanguagePack) -> dict[int, _Open]:
    """Speeches whose introducing line, dash and first words stand in one paragraph, and tagged dialogue."""
    openings: dict[int, _Open] = {}
    for place, paragraph in enumerate(paragraphs):
        opened = _inline(text, paragraph, pack) or tagged_dialogue(text, paragraph, pack)
        if opened is not None:
            openings[place] = opened
    return openings


def _inline(text: str, paragraph: Span, pack: LanguagePack) -> _Open | None:
    match = INLINE_DASH.search(text, paragraph.start, min(paragraph.end, paragraph.start + MAX_INLINE))
    if match is None or not text[match.end()].isupper():
        return None
    said = read_introduction(text, Span(paragraph.start, match.start() + 1), pack)
    if said is None or said.cue is None or said.is_doubtful:
        return None
    opened = dash_after_introduction(said)
    opened.parts.append(Span(match.end(), paragraph.end))
    return opened


@rule(0.95)
def tagged_dialogue(text: str, paragraph: Span, pack: LanguagePack) -> _Open | None:
    """Words after a dash that opens the paragraph, with a verb of speech and its speaker between dashes."""
    dash = DASH.match(text, paragraph.start, paragraph.end) if pack.order is not None else None
    if dash is None:
        return None
    for tag in DIALOGUE_TAG.finditer(text, dash.end(), min(paragraph.end, dash.end() + MAX_DIALOGUE)):
        if tag.group("verb") not in pack.introducing:
            continue
        mention = subject_after(text, tag.end("verb"), tag.end("words"), pack.naming)
        if mention is None:
            continue
        opened = _Open(
            Form.DASH, tagged_dialogue.__name__, mention, Span(*tag.span("verb")), ends_at_once=True
        )
        end = tag.start() if text[tag.start()].isspace() else tag.start() + 1
        opened.parts.append(Span(dash.end(), end))
        if tag.end() < paragraph.end:
            opened.parts.append(Span(tag.end(), paragraph.end))
        return opened
    return None


#: "X said: - Thank you."
INLINE_DASH = re.compile(r":\s+[-–—]\s+(?=\S)")
MAX_INLINE = 500
#: "..., – said Orlan. – ...", "... —said Orlan—. ..."; the tag goes to the next dash or to the end
DIALOGUE_TAG = re.compile(
    r"(?:[,.!?…]\s[–—-]\s|\s—)(?P<words>(?P<verb>[^\W\d_]+)[^–—\n]{0,100}?)"
    r"(?:[,.]\s[–—-]\s(?=\S)|—[,.;:]?(?:\s|$)|[.…!?]?$)",
    re.MULTILINE,
)
MAX_DIALOGUE = 5000


def _introduces_block(text: str, following: Span, said: Introduction, pack: LanguagePack) -> bool:
    """Say whether a line with a colon introduces the paragraph after it, which has no mark and no dash."""
    if said.cue is None or read_introduction(text, following, pack) is not None:
        return False
    return not said.is_doubtful or _is_block(text, following, pack)


def _is_block(text: str, paragraph: Span, pack: LanguagePack) -> bool:
    """Say whether a paragraph by itself shows that it is somebody's words: "I", or another language."""
    return _in_own_person(text, paragraph, pack) or _is_foreign(text, paragraph, pack)


def _is_foreign(text: str, paragraph: Span, pack: LanguagePack) -> bool:
    if paragraph.end - paragraph.start < MIN_FOREIGN:
        return False
    return guess_language(paragraph.cut(text)) not in ("", pack.code)


def _is_list(text: str, paragraph: Span) -> bool:
    """Say whether the paragraph is an item of a list."""
    return (
        text[paragraph.start] in "•*·▪■●"
        or re.match(r"\d{1,2}[.)]\s", text[paragraph.start : paragraph.start + 5]) is not None
    )


# ------------------------------------------------------------------ how far a turn goes


def _speech(text: str, paragraph: Span, current: _Open) -> Span:
    """The paragraph's words without the dash that introduces them."""
    if current.form is Form.TRANSCRIPT:
        return _without_clock(text, paragraph)
    match = DASH.match(text, paragraph.start, paragraph.end)
    return Span(match.end(), paragraph.end) if match else paragraph


def _without_clock(text: str, paragraph: Span) -> Span:
    """The paragraph without the time of day that closes an official transcript."""
    match = CLOCK_AT_END.search(text, max(paragraph.start, paragraph.end - 40), paragraph.end)
    return Span(paragraph.start, match.start()) if match and match.start() > paragraph.start else paragraph


def _is_between(text: str, paragraph: Span, naming: Naming) -> bool:
    """Say whether a paragraph is a heading, a caption or a time, and nobody's words."""
    if _is_caption(text, paragraph, naming):
        return True
    if paragraph.end - paragraph.start >= MAX_HEADING:
        return False
    words = paragraph.cut(text)
    return CLOCK.match(words) is not None or words[-1] not in SENTENCE_ENDS


def _is_caption(text: str, paragraph: Span, naming: Naming) -> bool:
    """Say whether a paragraph names its picture's maker ("Mira Orlan. Image: Halden Post")."""
    if paragraph.end - paragraph.start > MAX_CAPTION:
        return False
    return any(
        match.group(1).lower() in naming.caption_words
        for match in BEFORE_COLON.finditer(text, paragraph.start, paragraph.end)
    )


def _writer_is_back(text: str, paragraph: Span, current: _Open, pack: LanguagePack) -> bool:
    """Say whether the writer goes on: the paragraph opens with somebody, by name, who says something."""
    if current.form is Form.TRANSCRIPT or not current.parts:
        return False
    if current.form is Form.COLON and not _in_own_person(text, paragraph, pack):
        is_translation = len(current.parts) == 1 and _is_foreign(text, current.parts[0], pack)
        if not is_translation:
            return True
    opening = text[paragraph.start : min(paragraph.end, paragraph.start + OPENING_WORDS)]
    for use in find_names(opening, pack.naming):
        if use.office_start > MAX_LEAD:
            return False
        following = [m.group().lower() for m in WORD.finditer(opening, use.end, use.end + 40)][:3]
        if not any(word in pack.introducing for word in following):
            return False
        is_speaker = current.mention is not None and _names(current.mention.cut(text), use.keys[-1])
        return is_speaker or not _in_own_person(text, paragraph, pack)
    return False


#: letters that may stand before the name that opens a paragraph: "In turn, "
MAX_LEAD = 24


def _names(mention: str, key: str) -> bool:
    return any(fold_word(word) == key for word in mention.split())


def _in_own_person(text: str, paragraph: Span, pack: LanguagePack) -> bool:
    """Say whether a paragraph has a word of the first or second person, outside of marked words."""
    (runs,) = find_runs(text, [paragraph])
    marked = [run.inner for run in runs if run.is_closed]
    pronouns = pack.naming.pronouns
    return any(
        pronouns.get(m.group().lower().split("'")[0].split("’")[0]) == FIRST_PERSON
        for stretch in _around(paragraph, marked)
        for m in WORD.finditer(text, stretch.start, stretch.end)
    )


def _around(paragraph: Span, marked: Sequence[Span]) -> list[Span]:
    """Return the stretches of a paragraph that lie outside of the marked ones."""
    borders = [paragraph.start, *(at for span in marked for at in (span.start, span.end)), paragraph.end]
    pairs = zip(borders[::2], borders[1::2], strict=True)
    return [Span(start, end) for start, end in pairs if start < end]
