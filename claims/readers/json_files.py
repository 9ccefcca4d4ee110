"""Read JSON (one article, a list, or an object that holds a list) and JSON Lines, in flat memory.

A list is decoded item by item, so that a file of any length takes no more memory than its largest record.
"""

import io
import itertools
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from claims.readers.columns import UnableToMap, check_mapping, guess_mapping
from claims.readers.documents import Document, Refusal
from claims.readers.limits import Limits, in_words
from claims.readers.records import DayOrder, RecordReader
from claims.readers.rows import UnableToReadTable
from claims.readers.sources import Source

CHUNK = 1_000_000  # characters
SAMPLE_RECORDS = 100  # whose keys are the file's columns
LISTS = ("articles", "items", "data", "results", "documents", "records", "stories", "entries", "hits", "docs")
BETWEEN_ITEMS = re.compile(r"[\s,]*")

#: a record's number and its value, or why it could not be read
Item = tuple[int, Any]


def read_json(
    source: Source,
    mapping: Mapping[str, str] | None,
    limits: Limits,
    *,
    is_lines: bool,
    day_first: bool | None = None,
) -> Iterator[Document | Refusal]:
    """Yield a document or a refusal for each record."""
    word = "line" if is_lines else "record"
    try:
        columns = find_keys(source, limits, is_lines=is_lines)
        given = None if mapping is None else check_mapping(mapping, columns)
    except UnableToMap as error:
        yield Refusal(source.place, str(error), error.helps, "mapping")
        return
    except UnableToReadTable as error:
        yield error.refusal(source.place)
        return
    dates = _dates(source, limits, is_lines, given or guess_mapping(columns))
    reader = RecordReader(limits, DayOrder(dates, day_first), "utf-8")
    count = 0
    try:
        for number, record in read_items(source, limits, is_lines=is_lines):
            count = number
            yield _read_record(f"{source.place}, {word} {number}", record, given, reader)
    except UnableToReadTable as error:
        count = error.row or count + 1
        yield Refusal(f"{source.place}, {word} {count}", str(error), error.helps, error.code)
    if not count:
        yield Refusal(source.place, "the file holds no records", "check that it was saved whole", "no_text")


def _read_record(
    place: str, record: Any, mapping: Mapping[str, str] | None, reader: RecordReader
) -> Document | Refusal:
    if isinstance(record, UnableToReadTable):
        return Refusal(place, str(record), record.helps, record.code)
    if not isinstance(record, dict):
        return Refusal(
            place, "this is no object with keys and values", "write each article as {…}", "no_record"
        )
    if mapping is None:
        mapping = _best_text(record, guess_mapping(record))
    if "text" not in mapping or mapping["text"] not in record:
        keys = ", ".join(f"“{key}”" for key in list(record)[:40])
        return Refusal(
            place,
            "no key of the record seems to hold the text",
            f"say which one does (text=…); the keys are: {keys}",
            "mapping",
        )
    return reader.read(place, record, mapping)


def _best_text(record: Mapping[str, Any], mapping: dict[str, str]) -> dict[str, str]:
    """Return the mapping with a text key that is filled: some leave ``text`` empty beside ``maintext``."""
    if record.get(mapping.get("text", "")):
        return mapping
    filled = guess_mapping(key for key, value in record.items() if value)
    return {**mapping, **({"text": filled["text"]} if "text" in filled else {})}


def find_keys(source: Source, limits: Limits, *, is_lines: bool) -> tuple[str, ...]:
    """Return the keys of the first records, in the order they are met; none if no record can be read.

    :raises UnableToReadTable: if there are more keys than are read.
    """
    keys: dict[str, None] = {}
    for record in _first_records(source, limits, is_lines):
        keys.update(dict.fromkeys(record))
        if len(keys) > limits.columns:
            raise UnableToReadTable(
                f"the records have more than {limits.columns:,} keys",
                "leave out what is not needed",
                "columns",
            )
    return tuple(keys)


def _first_records(source: Source, limits: Limits, is_lines: bool) -> Iterator[dict[str, Any]]:
    try:
        items = itertools.islice(read_items(source, limits, is_lines=is_lines), SAMPLE_RECORDS)
        yield from (record for _, record in items if isinstance(record, dict))
    except UnableToReadTable:
        return  # reading tells it, with its record


def read_items(source: Source, limits: Limits, *, is_lines: bool) -> Iterator[Item]:
    """Yield the records with their numbers; a record that is no JSON comes as the error itself.

    :raises UnableToReadTable: if the file cannot be read further.
    """
    if is_lines:
        yield from _read_lines(source, limits)
        return
    start = source.start(100).removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] == b"[":
        yield from _read_list(source, limits)
    else:
        yield from _read_object(source, limits)


def _read_lines(source: Source, limits: Limits) -> Iterator[Item]:
    with source.open() as stream:
        number = 0
        while True:
            line = stream.readline(limits.row + 1)
            if not line:
                return
            number += 1
            if len(line) > limits.row:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(limits.row)
                yield number, _too_large(limits)
            elif line.strip():
                yield number, _parse(line)


def _read_list(source: Source, limits: Limits) -> Iterator[Item]:
    with source.open() as raw, io.TextIOWrapper(raw, encoding="utf-8-sig") as stream:
        try:
            yield from _list_items(stream, limits)
        except UnicodeDecodeError as error:
            raise UnableToReadTable(
                "the file is not UTF-8, as JSON must be", "save it again as UTF-8", "undecodable"
            ) from error


def _list_items(stream: TextIO, limits: Limits) -> Iterator[Item]:
    """Yield the items of a JSON list, decoding each as soon as it is whole."""
    decoder = json.JSONDecoder()
    buffer = stream.read(CHUNK)
    place = buffer.index("[") + 1
    number = 1
    while True:
        place = BETWEEN_ITEMS.match(buffer, place).end()  # type: ignore[union-attr]  # matches nothing too
        if place < len(buffer) and buffer[place] == "]":
            return
        try:
            item, end = decoder.raw_decode(buffer, place)
        except (ValueError, RecursionError) as error:
            more = "" if len(buffer) - place > limits.row else stream.read(max(CHUNK, len(buffer) - place))
            if not more or isinstance(error, RecursionError):
                raise _bad_json(error, number) from error
            buffer, place = buffer[place:] + more, 0
            continue
        yield number, _too_large(limits) if end - place > limits.row else item
        number += 1
        buffer, place = (buffer[end:], 0) if end > CHUNK // 2 else (buffer, end)


def _read_object(source: Source, limits: Limits) -> Iterator[Item]:
    """Yield the one record of an object, or the records of the list that it holds."""
    if source.size > limits.json_object:
        raise UnableToReadTable(
            f"one JSON object of {in_words(source.size)}; {in_words(limits.json_object)} is the most",
            "save the articles as JSON Lines, one object a line",
            "too_large",
        )
    data = _parse(source.read())
    if isinstance(data, UnableToReadTable):
        raise data
    found = next(
        (data[key] for key in LISTS if isinstance(data, dict) and isinstance(data.get(key), list)), None
    )
    if found is None or "text" in guess_mapping(data):
        yield 1, data
    else:
        yield from enumerate(found, start=1)


def _parse(text: bytes) -> Any:
    """Return the value of a JSON text, or the error that tells why there is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        return _bad_json(error)


def _bad_json(error: Exception, number: int = 0) -> UnableToReadTable:
    why = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)[:200]
    return UnableToReadTable(
        f"this is no JSON: {why}", "check that the file was saved whole", "bad_json", number
    )


def _too_large(limits: Limits) -> UnableToReadTable:
    return UnableToReadTable(
        f"the record has more than {in_words(limits.row)}", "divide it into smaller ones", "too_large"
    )


def _dates(source: Source, limits: Limits, is_lines: bool, mapping: Mapping[str, str]) -> Iterator[str]:
    """Yield the dates of all records as text, in a pass of its own."""
    key = mapping.get("published")
    try:
        for _, record in read_items(source, limits, is_lines=is_lines):
            value = record.get(key) if isinstance(record, dict) else None
            if isinstance(value, str):
                yield value
    except UnableToReadTable:
        return  # the first pass tells it, with its record
