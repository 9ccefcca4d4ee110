"""Labels of a transcript: "PRESIDENT BIDEN:", "President of Russia Vladimir Putin:", "Q.", "**Moderator:**".

Enter at ``read_labels``, which reads a label off the start of each paragraph, and ``labels_that_count``,
which tells a transcript from an article that happens to have colons.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.text.first_names import gender_of
from claims.text.languages.naming import FIRST_PERSON, Naming
from claims.text.media import is_medium
from claims.text.name_runs import ARABIC_ARTICLES, UPPER, Token, fold_word, tokens_of
from claims.text.names import GENERATIONS, cut_run, name_in
from claims.text.spans import Span

MAX_LABEL = 90
BOLD = r"(?:\*\*|__)?"
#: the label's words, a remark in brackets, a colon; all within the first MAX_LABEL characters
LABEL = re.compile(
    rf"{BOLD}(?P<name>[{UPPER}][^:：\n\[(*]{{0,{MAX_LABEL}}}?){BOLD}[ \u00a0]?"
    rf"(?:[\[(][^)\]\n]{{1,40}}[\])][ \u00a0]?)?{BOLD}[:：]{BOLD}(?=\s|$|\*)"
)
#: "Q.", "Q:", "Q1:" and the plain "Q" of official briefings
QUESTION = re.compile(
    rf"{BOLD}(?P<name>Q)\d{{0,3}}{BOLD}(?:[ \u00a0]?[.:)]{BOLD}\s*|[ \u00a0\t]+)(?=[{UPPER}\d\"“(\[…—–-])"
)
ANSWER = re.compile(rf"{BOLD}(?P<name>A)\d{{0,3}}{BOLD}(?:[ \u00a0]?[.:)]{BOLD}\s+|[ \u00a0\t]{{2,}})(?=\S)")
OPENING_MARKS = '"“„«‘‹'
#: with fewer words a turn, the "labels" are a table
MIN_MEDIAN_WORDS = 3
#: characters of a speech that are listened to
MAX_HEARD = 600
MIN_SPEECH_WORDS = 40  # below this one label alone opens no speech


#: "EDITOR'S NOTE"
POSSESSOR = "'S "


class Whose(StrEnum):
    """Whom a label names."""

    SPEAKER = "speaker"
    QUESTIONER = "questioner"  #: nobody by name, yet keeps the turn
    ANSWERER = "answerer"  #: whoever is asked


@dataclass(frozen=True, slots=True)
class Label:
    """The label that a paragraph opens with."""

    #: its words, without brackets, bold marks and colon
    name: Span
    #: where the speech begins; the paragraph's end if the label stands alone
    speech_start: int
    #: equal for "President of Russia Vladimir Putin" and "Vladimir Putin"
    key: str
    whose: Whose
    #: capitals throughout, an office, or a name of several words: a label even if it stands once
    is_strong: bool


def read_labels(text: str, paragraphs: Sequence[Span], naming: Naming) -> dict[int, Label]:
    """Return the label of each paragraph that opens with one, by the paragraph's place."""
    found = {}
    for place, paragraph in enumerate(paragraphs):
        label = read_label(text, paragraph, naming)
        if label is not None:
            found[place] = label
    return found


def read_label(text: str, paragraph: Span, naming: Naming) -> Label | None:
    """Return the label that a paragraph opens with, if any."""
    first = text[paragraph.start]
    if first == "Q" or first in "*_":
        match = QUESTION.match(text, paragraph.start, paragraph.end)
        if match:
            return _label(match, "q", Whose.QUESTIONER)
    if first == "A" or first in "*_":
        match = ANSWER.match(text, paragraph.start, paragraph.end)
        if match and not match.group().startswith("A "):
            return _label(match, "a", Whose.ANSWERER)
    if text.find(":", paragraph.start, min(paragraph.end, paragraph.start + 2 * MAX_LABEL)) < 0 and (
        text.find("：", paragraph.start, min(paragraph.end, paragraph.start + MAX_LABEL)) < 0
    ):
        return None
    match = LABEL.match(text, paragraph.start, paragraph.end)
    return _named_label(text, match, paragraph, naming) if match else None


def _label(match: re.Match[str], key: str, whose: Whose, *, is_strong: bool = True) -> Label:
    return Label(Span(*match.span("name")), match.end(), key, whose, is_strong)


def _named_label(text: str, match: re.Match[str], paragraph: Span, naming: Naming) -> Label | None:
    name = match.group("name").rstrip()
    start = match.start("name")
    tokens = tokens_of(text, start, start + len(name))
    if not tokens or not all(_may_stand_in_label(token, naming) for token in tokens):
        return None
    if _is_of_the_page(name, tokens, naming):
        return None
    after = match.end()
    while after < paragraph.end and text[after].isspace():
        after += 1
    if after < paragraph.end and text[after] in OPENING_MARKS:
        return None  # 'Marco Rubio: "The only person ..."' is a quotation in marks
    whole = " ".join(token.low for token in tokens)
    return Label(
        name=Span(start, start + len(name)),
        speech_start=after,
        key=_key(tokens, naming) or whole,
        whose=_whose(whole, tokens, naming),
        is_strong=_is_strong(name, tokens, naming),
    )


def _is_of_the_page(name: str, tokens: list[Token], naming: Naming) -> bool:
    """Say whether a label is the page's own: "Photo:", "Last Update:"; "MR. PRICE:" is not."""
    last = tokens[-1].low
    if last not in naming.not_labels and last not in naming.caption_words:
        return False
    if any(token.low in naming.courtesy for token in tokens):
        return False
    has_office = any(naming.role_of(token.low) is not None for token in tokens)
    return not (has_office and name.isupper() and POSSESSOR not in name.replace("’", "'"))


def _may_stand_in_label(token: Token, naming: Naming) -> bool:
    if token.word[-1] in ".!?;" and not _is_abbreviation(token, naming):
        return False
    first = token.word[0]
    if first.isupper() or first.isdigit() or token.word == "&":
        return True
    low = token.low.rstrip(",")
    if low[:2] in ARABIC_ARTICLES and low[2:3] == "-":
        return True
    return (
        low in naming.office_links
        or low in naming.particles
        or low in naming.joiners
        or low in naming.office_words
        or naming.role_of(low) is not None
    )


def _is_abbreviation(token: Token, naming: Naming) -> bool:
    """Say whether a point stands in a label rightly: "Mr.", "J.", "U.S.", "Jr."."""
    return len(token.low) == 1 or "." in token.low or token.low in naming.courtesy or token.low in GENERATIONS


def _key(tokens: list[Token], naming: Naming) -> str:
    """Return the surname in a label; empty if it holds none."""
    for piece in cut_run([t for t in tokens if t.word[0] not in "(["], naming):
        before_comma = _up_to_comma(piece)
        use = name_in(before_comma, naming)
        if use is not None:
            return fold_word(use.keys[-1].rstrip(","))
    return ""


def _up_to_comma(piece: list[Token]) -> list[Token]:
    for at, token in enumerate(piece):
        if token.word.endswith(","):
            return piece[: at + 1]
    return piece


def _whose(whole: str, tokens: list[Token], naming: Naming) -> Whose:
    first = tokens[0].low.rstrip(".,")
    if whole.rstrip(".") in naming.questioners or (first in naming.questioners and len(tokens) <= 2):
        return Whose.QUESTIONER
    if is_medium([token.low for token in tokens]) and not gender_of(first):
        return Whose.QUESTIONER
    return Whose.ANSWERER if whole.rstrip(".") in naming.answerers else Whose.SPEAKER


def _is_strong(name: str, tokens: list[Token], naming: Naming) -> bool:
    if len(name) > 1 and name.isupper():
        return True
    has_office = any(
        token.low in naming.courtesy or naming.role_of(token.low) is not None for token in tokens
    )
    return has_office or len(tokens) >= 2


def labels_that_count(
    text: str, paragraphs: Sequence[Span], labels: dict[int, Label], naming: Naming
) -> dict[int, Label]:
    """Return the labels that open a turn; none if the article is no transcript.

    A label counts if it comes again, if it asks or answers, or if it is a strong one; and only in an
    article whose labels together look like people talking.
    """
    counts = Counter(label.key for label in labels.values())
    real = {
        place: label
        for place, label in labels.items()
        if counts[label.key] > 1 or label.is_strong or label.whose is not Whose.SPEAKER
    }
    if 0 in real and counts[real[0].key] == 1 and len(real) > 1:
        del real[0]  # a headline: "The Onion: an interview with ..."
    if not real or not _is_transcript(text, paragraphs, real, counts, naming):
        if not _is_one_speech(text, paragraphs, real, naming):
            return {}
        return real
    first = min(real)
    return {place: label for place, label in labels.items() if place in real or place > first}


def _is_transcript(
    text: str,
    paragraphs: Sequence[Span],
    labels: dict[int, Label],
    counts: Counter[str],
    naming: Naming,
) -> bool:
    """Say whether several people talk in turn: two labels at least, and one again or both strong."""
    keys = {label.key for label in labels.values()}
    lengths = sorted(
        len(text[label.speech_start : paragraphs[place].end].split()) for place, label in labels.items()
    )
    if lengths[len(lengths) // 2] < MIN_MEDIAN_WORDS:
        return False
    if len(labels) >= 2 and any(label.whose is Whose.QUESTIONER for label in labels.values()):
        return True
    if len(keys) < 2:
        return False
    comes_again = max(counts[key] for key in keys) >= 2
    strong = sum(label.is_strong for label in labels.values())
    if comes_again:
        return len(labels) >= 4 or strong >= 2
    return strong >= 2 and lengths[0] >= MIN_MEDIAN_WORDS and _talk(text, paragraphs, labels, naming)


#: a first paragraph of so many words is a headline: "The Latest: Orlan urges supporters to vote"
MAX_HEADLINE_WORDS = 25


def _talk(text: str, paragraphs: Sequence[Span], labels: dict[int, Label], naming: Naming) -> bool:
    """Say whether half of the labelled paragraphs, or those right behind them, say "I", "we" or "you"."""
    talking = 0
    for place, label in labels.items():
        end = paragraphs[min(place + 2, len(paragraphs) - 1)].end
        words = text[label.speech_start : min(end, label.speech_start + MAX_HEARD)].lower().split()
        bare = (word.strip(".,!?;:").partition("'")[0].partition("’")[0] for word in words)
        talking += any(naming.pronouns.get(word) == FIRST_PERSON for word in bare)
    return 2 * talking >= len(labels)


def _is_one_speech(text: str, paragraphs: Sequence[Span], labels: dict[int, Label], naming: Naming) -> bool:
    """Say whether one strong label opens a speech of some length in the first person."""
    if len(labels) != 1:
        return False
    place, label = next(iter(labels.items()))
    if not label.is_strong or label.whose is not Whose.SPEAKER:
        return False
    if place == 0 and len(paragraphs[0].cut(text).split()) <= MAX_HEADLINE_WORDS:
        return False
    speech = [
        text[label.speech_start : paragraphs[place].end],
        *(p.cut(text) for p in paragraphs[place + 1 :]),
    ]
    if sum(len(paragraph.split()) for paragraph in speech) < MIN_SPEECH_WORDS:
        return False
    return sum(_in_first_person(paragraph, naming) for paragraph in speech) >= OWN_PERSON * len(speech)


#: in a speech at least this share of the paragraphs say "I", "we" or "you"; in prose some quotes do
OWN_PERSON = 0.5


def _in_first_person(paragraph: str, naming: Naming) -> bool:
    return any(
        naming.pronouns.get(w.strip(".,!?'’").lower()) == FIRST_PERSON for w in paragraph.split()[:200]
    )
