"""Quotes of many articles as lines, in one process or several, in the order of the input."""

import json
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context

from claims.management.json_lines import JsonObject
from claims.text.as_json import quote_as_json
from claims.text.extract import extract_quotes

#: articles handed to a process at a time: enough to outweigh the hand-over, few enough to stream
BATCH = 16
#: batches waiting per process, so that none is idle and a long input is not read ahead
WAITING = 3


def quotes_line(found: JsonObject) -> str:
    """Return the line with the quotes of one article: its ``doc_id`` and what was found in its ``text``."""
    text = found["text"]
    quotes = extract_quotes(text, body_start=found.get("body_start") or 0, language=found.get("language"))
    answer = {"doc_id": found["doc_id"], "quotes": [quote_as_json(text, quote) for quote in quotes]}
    return json.dumps(answer, ensure_ascii=False)


def quotes_lines(articles: Iterable[JsonObject], processes: int) -> Iterator[str]:
    """Give the lines of all articles in their order, found in ``processes`` processes."""
    if processes == 1:
        yield from map(quotes_line, articles)
        return
    waiting: deque[Future[list[str]]] = deque()
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for batch in _batches(articles):
            waiting.append(pool.submit(_lines_of_batch, batch))
            if len(waiting) >= processes * WAITING:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _lines_of_batch(articles: list[JsonObject]) -> list[str]:
    return [quotes_line(found) for found in articles]


def _batches(articles: Iterable[JsonObject]) -> Iterator[list[JsonObject]]:
    left = iter(articles)
    while batch := list(islice(left, BATCH)):
        yield batch
