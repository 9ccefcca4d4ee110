"""Quotes of many articles as lines, in one process or several, in the order of the input."""

import json
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from claims.management.json_lines import JsonObject
from claims.services.finding import Children, ToRead, look_at
from claims.text.as_json import quote_as_json


@dataclass(frozen=True, slots=True)
class Line:
    """What was found in one article as JSON without its ``doc_id``, or why nothing could be."""

    number: int
    quotes: str = ""
    problem: str = ""


def line_of(article: ToRead) -> Line:
    """Find the quotes of one article and write them as JSON: in the children, which share that work too."""
    looked = look_at(article)
    quotes = [quote_as_json(article.text, quote) for quote in looked.quotes]
    return Line(article.number, json.dumps(quotes, ensure_ascii=False), looked.problem)


def quotes_lines(articles: Iterable[JsonObject], processes: int) -> Iterator[tuple[Any, Line]]:
    """Give the ``doc_id`` and the line of each article in their order, found in ``processes`` processes."""
    ids: deque[Any] = deque()
    texts = _texts(articles, ids)
    if processes == 1:
        for article in texts:
            yield ids.popleft(), line_of(article)
        return
    with Children(processes, work=line_of, failed=Line) as children:
        for line in children.look_through(texts):
            yield ids.popleft(), line


def _texts(articles: Iterable[JsonObject], ids: deque[Any]) -> Iterator[ToRead]:
    """Give the articles as they are looked through, noting what their ``doc_id`` is."""
    for number, found in enumerate(articles):
        ids.append(found["doc_id"])
        yield ToRead(number, found["text"], found.get("body_start") or 0, found.get("language"))
