"""Lines of a page: the unit in which an article and the furniture around it are told apart.

A page that wraps its paragraphs at a fixed width is unwrapped first, so that a line is a paragraph, a
heading, a button or a caption, never a piece of one.
"""

import itertools
import re
from dataclasses import dataclass

WRAP_MIN, WRAP_MAX = 40, 110  # characters: widths at which programs wrap text
WRAP_SLACK = 22  # a wrapped line is at most one long word shorter than the width
MIN_WRAPPED_LINES = 6  # fewer prove nothing
WRAPPED_SHARE = 0.75  # of the lines inside blocks that must fill the width

SPACES = re.compile(r"\s+")
SENTENCE_END = re.compile("[.!?…][\"'”’»“›)\\]]{0,3}$")
CLAUSE_END = re.compile("[.!?…:;,][\"'”’»“›)\\]]{0,3}$")
INNER_SENTENCE_END = re.compile("[.!?…][\"'”’»)]{0,2} {1,2}[\"'“‘„«(]?[^\\W\\d_a-z]")
#: a line that opens speech: a dash and then words
SPEECH_DASH = re.compile(r"[-–—―]\s{0,3}[^\s\d–—-]")
#: a line that opens a turn: a label of a few words with capitals, a colon, words
TURN = re.compile(
    r"(?:[^\W\d_a-z][^\s:]{0,30}(?: [^\s:]{1,30}){0,8}(?: \([^()]{1,80}\))?:|Q[.:]?|A[.:]) {1,3}\S"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line with single spaces; ``text`` is never empty."""

    text: str
    #: a blank line stands before it
    opens_block: bool = True
    #: what the page's markup calls it: "" for plain text, "head", "item", "quote", "cell"
    markup: str = ""
    #: share of its characters that lie in links, 0..1; 0 for plain text
    linked: float = 0.0

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.text.count(" ") + 1

    @property
    def ends_sentence(self) -> bool:
        """Say whether it ends as a sentence does."""
        return bool(SENTENCE_END.search(self.text[-4:]))

    @property
    def holds_sentences(self) -> bool:
        """Say whether a sentence ends inside it and another begins."""
        return bool(INNER_SENTENCE_END.search(self.text))

    @property
    def opens_speech(self) -> bool:
        """Say whether it is a speaker's turn: after a dash or a label, with an end that speech has."""
        opening = SPEECH_DASH.match(self.text) or TURN.match(self.text)
        return bool(opening and self.markup != "item" and CLAUSE_END.search(self.text[-4:]))


def split_lines(text: str) -> list[Line]:
    """Return the lines of ``text`` that hold something; paragraphs wrapped at a fixed width are joined."""
    lines: list[Line] = []
    after_blank = True
    for raw in text.split("\n"):
        line = SPACES.sub(" ", raw).strip()
        if line:
            lines.append(Line(line, after_blank))
        after_blank = not line
    return _unwrap(lines)


def _unwrap(lines: list[Line]) -> list[Line]:
    """Join the lines of each paragraph if the page clearly wraps them at one width."""
    inner = [
        len(line.text) for line, after in itertools.pairwise(lines) if not after.opens_block
    ]  # lines that another line of their block follows
    if len(inner) < MIN_WRAPPED_LINES:
        return lines
    width = sorted(inner)[int(len(inner) * 0.95)]
    full = sum(length >= width - WRAP_SLACK for length in inner)
    if not WRAP_MIN <= width <= WRAP_MAX or full < WRAPPED_SHARE * len(inner):
        return lines
    joined: list[list[str]] = []
    filled = False
    for line in lines:
        goes_on = filled and not line.opens_block and not line.opens_speech
        if goes_on:
            joined[-1].append(line.text)
        else:
            joined.append([line.text])
        filled = len(line.text) >= width - WRAP_SLACK
    return [Line(" ".join(pieces)) for pieces in joined]
