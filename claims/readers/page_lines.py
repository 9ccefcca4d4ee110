"""Turn a parsed tree into lines: one per paragraph, heading, list item, cell or line break.

Works in the child process, on the page's own tree and on the one that trafilatura gives back.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from claims.text.lines import Line


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: elements that begin and end a line, in HTML and in trafilatura's tree
BLOCKS = _names(
    """
    address article aside blockquote body button caption center dd details div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr label legend li main nav ol option p pre section summary
    table tbody td th tr ul br head item quote row cell ab lb list code
    """
)
MARKUP = {
    "head": "head", "h1": "head", "h2": "head", "h3": "head", "h4": "head", "item": "item", "li": "item",
    "figcaption": "caption", "caption": "caption", "quote": "quote", "blockquote": "quote",
    "cell": "cell", "td": "cell", "th": "cell",
}  # fmt: skip
HIDDEN = _names("script style noscript template svg select iframe object math title textarea")
LINKS = frozenset(("a", "ref"))
SPACES = re.compile(r"\s+")


def read_lines(root: Any) -> list[Line]:
    """Return the lines that the tree shows, in order."""
    return [line for line in _lines(root) if line.text]


def _lines(root: Any) -> Iterator[Line]:
    pieces: list[str] = []
    linked = 0
    links = hidden = 0
    markup: list[str] = []

    def take(text: str | None) -> None:
        nonlocal linked
        if text and not hidden:
            pieces.append(text)
            linked += len(text.strip()) if links else 0

    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        is_block = tag in BLOCKS
        if is_block:
            yield _line(pieces, linked, markup)
            pieces, linked = [], 0
        if event == "start":
            hidden += _is_hidden(tag, element)
            links += tag in LINKS
            if tag in MARKUP:
                markup.append(MARKUP[tag])
            take(element.text if tag else None)
        else:
            if tag in MARKUP:
                markup.pop()
            links -= tag in LINKS
            hidden -= _is_hidden(tag, element)
            if element is not root:
                take(element.tail)
    yield _line(pieces, linked, markup)


def _line(pieces: list[str], linked: int, markup: list[str]) -> Line:
    text = SPACES.sub(" ", "".join(pieces)).strip()
    share = min(1.0, linked / len(text)) if text else 0.0
    return Line(text, markup=markup[-1] if markup else "", linked=share)


def _is_hidden(tag: str, element: Any) -> bool:
    return not tag or tag in HIDDEN or "hidden" in element.attrib
