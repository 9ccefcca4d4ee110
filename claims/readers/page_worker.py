"""The child process that parses saved pages: ``python -m claims.readers.page_worker``.

Parsers of HTML can be made to take minutes and gigabytes, or to lose text, by a page made for it. So they
run here, where the parent can end them. Over standard input come frames (four bytes of length, then a page
in UTF-8); over standard output go frames with the answer as JSON: ``{"facts", "article", "page"}``, or
``{"refused", "problem"}``.
"""

import copy
import json
import struct
import sys
from typing import Any, BinaryIO

import trafilatura
from lxml import etree, html

from claims.readers.limits import Limits
from claims.readers.page_facts import read_facts
from claims.readers.page_lines import read_lines
from claims.text.lines import Line

LENGTH = struct.Struct(">I")
MAX_LINES = Limits().lines
MEMORY = 2_000_000_000  # bytes of address space


def main() -> None:
    """Answer pages until the parent closes the pipe."""
    _limit_memory()
    while True:
        page = read_frame(sys.stdin.buffer)
        if page is None:
            return
        try:
            answer = parse_page(page)
        except (MemoryError, RecursionError):
            answer = {"refused": "too_complex", "problem": "the page is too complex to be parsed"}
        write_frame(sys.stdout.buffer, json.dumps(answer).encode())


def parse_page(page: bytes) -> dict[str, Any]:
    """Return the page's facts, the lines of its article by trafilatura, and all its lines."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False)
    try:
        tree = html.document_fromstring(page, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        tree = None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        return {"refused": "too_deep", "problem": "the page is nested so deeply that the parser lost text"}
    if tree is None:
        return {"refused": "no_text", "problem": "the file holds no page"}
    lines = read_lines(tree)
    if len(lines) > MAX_LINES:
        return {
            "refused": "too_large",
            "problem": f"the page has {len(lines):,} lines; {MAX_LINES:,} are read",
        }
    facts = read_facts(tree)
    return {
        "facts": _with_day(facts.as_dict(), tree),
        "article": _shown(_article(tree)),
        "page": _shown(lines),
    }


def _article(tree: Any) -> list[Line]:
    """Return the lines that trafilatura takes for the article; none if it finds none."""
    found = trafilatura.bare_extraction(
        copy.deepcopy(tree),
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        include_links=True,
    )
    body = getattr(found, "body", None)
    return [] if body is None else read_lines(body)


def _with_day(facts: dict[str, str], tree: Any) -> dict[str, str]:
    """Return the facts, with the day that trafilatura finds where the markup does not state one."""
    if facts["published"]:
        return facts
    metadata = trafilatura.extract_metadata(copy.deepcopy(tree))
    return {**facts, "likely_day": (metadata.date or "") if metadata else ""}


def _shown(lines: list[Line]) -> list[tuple[str, str, float]]:
    return [(line.text, line.markup, round(line.linked, 2)) for line in lines]


def read_frame(stream: BinaryIO) -> bytes | None:
    """Return the next frame, None at the end."""
    head = stream.read(LENGTH.size)
    return stream.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else None


def write_frame(stream: BinaryIO, data: bytes) -> None:
    """Write one frame and send it off."""
    stream.write(LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
