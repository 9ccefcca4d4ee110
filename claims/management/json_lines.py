"""JSON Lines in, JSON Lines out, for the commands of a pipeline.

A line that cannot be read is reported on standard error as ``{"line": N, "error": "..."}``, the other
lines are served, and the command ends with exit status 1.
"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

#: what one line may be at most, in bytes
LONGEST_LINE = 4_000_000

JsonObject = dict[str, Any]


class UnreadableLine(ValueError):
    """A line is not what the command takes; the message says why."""


class LineReader:
    """Reads lines of JSON objects, checks them, and reports those that cannot be read."""

    def __init__(self, report: Callable[[str], object]) -> None:
        self.report = report
        self.errors = 0

    def read(
        self, lines: BinaryIO, check: Callable[[JsonObject], None], source: str = ""
    ) -> Iterator[JsonObject]:
        """Give the objects that ``check`` lets through. Blank lines are passed over."""
        for number, line in enumerate(bounded_lines(lines), start=1):
            if not line.strip():
                continue
            try:
                found = parse_object(line)
                check(found)
            except UnreadableLine as error:
                self._report(number, str(error), source)
            else:
                yield found

    def read_file(self, path: Path, check: Callable[[JsonObject], None]) -> Iterator[JsonObject]:
        """Give the objects of a file; reports name it."""
        with path.open("rb") as lines:
            yield from self.read(lines, check, str(path))

    def _report(self, number: int, error: str, source: str) -> None:
        self.errors += 1
        place: JsonObject = {"file": source} if source else {}
        self.report(as_line(place | {"line": number, "error": error}))

    def end(self) -> None:
        """End the command with exit status 1 if a line could not be read."""
        if self.errors:
            sys.exit(1)


def bounded_lines(lines: BinaryIO) -> Iterator[bytes]:
    """Give lines; of one that is too long its first bytes, and skip the rest of it."""
    while line := lines.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE:
            rest = line
            while rest and not rest.endswith(b"\n"):
                rest = lines.readline(LONGEST_LINE)
        yield line


def parse_object(line: bytes) -> JsonObject:
    """Return the JSON object of one line.

    :raises UnreadableLine: if it is none.
    """
    if len(line) > LONGEST_LINE:
        raise UnreadableLine(f"longer than {LONGEST_LINE:,} bytes")
    try:
        found = json.loads(line.decode("utf-8-sig"))  # some programs mark a file's first line
    except UnicodeDecodeError as error:
        raise UnreadableLine(f"not UTF-8: byte {error.start + 1} of the line") from error
    except json.JSONDecodeError as error:
        raise UnreadableLine(f"not JSON: {error.msg}, column {error.colno}") from error
    except (RecursionError, ValueError) as error:
        raise UnreadableLine("not JSON that can be read: nested too deep, or a number too long") from error
    if not isinstance(found, dict):
        raise UnreadableLine("not a JSON object")
    return found


def require_text(found: JsonObject, name: str) -> None:
    """Check that a field is a text.

    :raises UnreadableLine: if it is missing, no text, or holds half a character.
    """
    value = found.get(name)
    if not isinstance(value, str):
        raise UnreadableLine(f'"{name}" must be a text')
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableLine(f'"{name}" holds half a character at {error.start}') from error


def require_words(found: JsonObject, name: str) -> None:
    """Check that a field is a text and not empty.

    :raises UnreadableLine: if it is not.
    """
    require_text(found, name)
    if not found[name].strip():
        raise UnreadableLine(f'"{name}" is empty')


def require_id(found: JsonObject) -> None:
    """Check that the field "id" is a text or a whole number.

    :raises UnreadableLine: if it is not.
    """
    value = found.get("id")
    if isinstance(value, str):
        require_text(found, "id")
    elif not isinstance(value, int) or isinstance(value, bool):
        raise UnreadableLine('"id" must be a text or a whole number')


class WordsById:
    """Checks objects that are told by their ids: each has one of its own, and words in some fields."""

    def __init__(self, *names: str) -> None:
        self.names = names
        self.seen: set[str | int] = set()

    def __call__(self, found: JsonObject) -> None:
        """Check an object and note its id.

        :raises UnreadableLine: if its id is no id or was noted before, or if a field has no words.
        """
        require_id(found)
        for name in self.names:
            require_words(found, name)
        if found["id"] in self.seen:
            raise UnreadableLine(f"the id {found['id']!r} comes twice")
        self.seen.add(found["id"])


def as_line(found: JsonObject) -> str:
    """Return an object as one line."""
    return json.dumps(found, ensure_ascii=False)
