"""Lines of a page: the unit in which an article and the furniture around it are told apart.

A page that wraps its paragraphs at a fixed width is unwrapped first, so that a line is a paragraph, a
heading, a button or a caption, never a piece of one.
"""

import re
from dataclasses import dataclass

WRAP_MIN, WRAP_MAX = 40, 110  # characters: widths at which programs wrap text
WRAP_SLACK = 22  # a wrapped line is at most one long word shorter than the width
WRAP_OVER = 12  # a line longer by more was not wrapped
LONGER_SHARE = 0.05  # of the page's lines that may be so long
MIN_WRAPPED_LINES = 5  # fewer prove nothing
WRAPPED_SHARE = 0.75  # of the long lines inside blocks that must fill the width

LONGEST_USUAL_WORD = 12  # characters, on average over a line

SPACES = re.compile(r"\s+")
SENTENCE_END = re.compile("[.!?…。！？][\"'”’»“›«‹)\\]]{0,3}$")
CLAUSE_END = re.compile("[.!?…:;,。！？][\"'”’»“›«‹)\\]]{0,3}$")
INNER_SENTENCE_END = re.compile("[.!?…。！？][\"'”’»«“)]{0,2} {1,2}[\"'“‘„«»(]?[^\\W\\d_a-z]")
#: a line that opens speech: a dash and then words
SPEECH_DASH = re.compile(r"[-–—―]\s{0,3}[^\s\d–—-]")
#: a line that opens a turn: a label of a few words with capitals, a colon, words
TURN = re.compile(
    r"(?:[^\W\d_a-z][^\s:]{0,30}(?: [^\s:]{1,30}){0,8}(?: \([^()]{1,80}\))?:|Q[.:]?|A[.:]) {1,3}\S"
)

OPENS_TURN = re.compile(r"[-–—] ?\S|Q[.:]? |[^\W\d_a-z]{2}[^:]{0,40}: ")


@dataclass(frozen=True, slots=True)
class Line:
    """One line with single spaces; ``text`` is never empty."""

    text: str
    #: a blank line stands before it
    opens_block: bool = True
    #: what the page's markup calls it: "" for plain text, "head", "item", "quote", "cell", "caption"
    markup: str = ""
    #: share of its characters that lie in links, 0..1; 0 for plain text
    linked: float = 0.0

    @property
    def words(self) -> int:
        """How many words it has; scripts without spaces are counted by their length."""
        return max(self.text.count(" ") + 1, len(self.text) // LONGEST_USUAL_WORD)

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
    """Join the lines of each wrapped paragraph if the page clearly wraps them at one width."""
    blocks = _blocks(lines)
    width = _wrap_width(lines, blocks)
    if not width:
        return lines
    joined: list[Line] = []
    for block in blocks:
        joined += [Line(" ".join(line.text for line in block))] if _is_wrapped(block, width) else block
    return joined


def _blocks(lines: list[Line]) -> list[list[Line]]:
    """Return the lines in stretches that no blank line parts; a turn or a dash opens one too."""
    blocks: list[list[Line]] = []
    for line in lines:
        if line.opens_block or not blocks or OPENS_TURN.match(line.text):
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return blocks


def _wrap_width(lines: list[Line], blocks: list[list[Line]]) -> int:
    """Return the width at which the page wraps its paragraphs; 0 if it does not."""
    inner = sorted(len(line.text) for block in blocks for line in block[:-1] if len(line.text) >= WRAP_MIN)
    if len(inner) < MIN_WRAPPED_LINES:
        return 0
    width = inner[int(len(inner) * 0.95)]
    longer = sum(len(line.text) > width + WRAP_OVER for line in lines)
    full = sum(length >= width - WRAP_SLACK for length in inner)
    is_wrapped = full >= WRAPPED_SHARE * len(inner) and longer <= LONGER_SHARE * len(lines)
    return width if width <= WRAP_MAX and is_wrapped else 0


def _is_wrapped(block: list[Line], width: int) -> bool:
    return len(block) > 1 and all(len(line.text) >= width - WRAP_SLACK for line in block[:-1])
