"""Measure reading and cleaning on pages that were read by hand.

    python -m benchmarks.cleaning GOLD... [--texts FOLDER] [--pages]

A gold file has a JSON object per line: ``doc_id``, ``text`` (the page; or ``text_file``, in --texts),
``title`` and ``published`` (null if the page gives none), ``body_start``, ``body_end``, optionally
``body_alt_start`` (the body may also begin there) and ``boilerplate`` (stretches of the body that may be in
or out). Offsets count code points of the text.

Printed are the shares of pages with the right title, day and minute, the dates invented, the shares of bodies
that are right (F1 of 98 and more), the mean F1 of the bodies' words, and characters read in a second.
"""

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.readers import Document, read_bytes

WORD = re.compile(r"\w+")
RIGHT = 0.98  # F1 of a body's words from which it counts as right


@dataclass(frozen=True, slots=True)
class Score:
    """How one page came out; None where the gold asks for nothing."""

    doc_id: str
    title: bool | None
    day: bool | None
    minute: bool | None
    has_invented_date: bool
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of the body's words."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def is_body_right(self) -> bool:
        """Say whether the body is right but for a few words."""
        return self.f1 >= RIGHT


def read_gold(paths: list[Path], texts: Path | None) -> Iterator[dict[str, Any]]:
    """Yield the gold pages whose text is there."""
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            gold = json.loads(line)
            if "text" not in gold and texts and (file := texts / gold["text_file"]).exists():
                gold["text"] = file.read_text("utf-8")
            if "text" in gold:
                yield gold


def score(gold: dict[str, Any], document: Document | None) -> Score:
    """Return how a page came out; ``document`` is None if it was refused."""
    title = document.title if document else ""
    published = document and (document.published_at or document.published_on)
    found = published.isoformat() if published else ""
    wanted = gold.get("published") or ""
    precision, recall = compare_bodies(gold, document.text[document.body_start :] if document else "")
    return Score(
        doc_id=gold["doc_id"],
        title=words(title) == words(gold["title"]) if gold.get("title") else None,
        day=found[:10] == wanted[:10] if wanted else None,
        minute=found[:16] == wanted[:16] if "T" in wanted else None,
        has_invented_date=bool(found and not wanted),
        precision=precision,
        recall=recall,
    )


def compare_bodies(gold: dict[str, Any], body: str) -> tuple[float, float]:
    """Return precision and recall of a body's words; words that may be in or out count for neither."""
    text, start, end = gold["text"], gold["body_start"], gold["body_end"]
    holes = gold.get("boilerplate") or []
    optional = Counter(words(text[gold.get("body_alt_start") or start : start]))
    for hole in holes:
        optional.update(words(text[slice(*hole)]))
    wanted = Counter(words(text[start:end]))
    for hole in holes:
        wanted.subtract(Counter(words(text[slice(*hole)])))
    wanted = +wanted
    given = Counter(words(body))
    right = (given & wanted).total()
    leaked = (given - wanted - optional).total()
    return right / (right + leaked) if right else 0.0, right / wanted.total() if wanted else 1.0


def words(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return WORD.findall(text.casefold())


def share(answers: list[bool | None]) -> str:
    """Return how many of the answered questions are right, in per cent."""
    asked = [answer for answer in answers if answer is not None]
    return f"{100 * sum(asked) / len(asked):5.1f} % of {len(asked)}" if asked else "  none asked"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path, help="folder of the texts that stand in files of their own")
    parser.add_argument("--pages", action="store_true", help="list the pages that are not right")
    options = parser.parse_args()
    scores, characters, seconds = [], 0, 0.0
    for gold in read_gold(options.gold, options.texts):
        started = time.perf_counter()
        (found,) = read_bytes(f"{gold['doc_id']}.txt", gold["text"].encode())
        seconds += time.perf_counter() - started
        characters += len(gold["text"])
        scores.append(score(gold, found if isinstance(found, Document) else None))
    show(scores, characters, seconds)
    if options.pages:
        for one in scores:
            if False in (one.title, one.day, one.minute) or not one.is_body_right or one.has_invented_date:
                answers = f"title {one.title}, day {one.day}, minute {one.minute}"
                print(f"  {one.doc_id}: {answers}, F1 {100 * one.f1:.1f}")


def show(scores: list[Score], characters: int, seconds: float) -> None:
    """Print the figures of all pages."""
    count = len(scores)
    print(f"pages            {count:5}")
    print(f"title            {share([one.title for one in scores])}")
    print(f"day              {share([one.day for one in scores])}")
    print(f"minute           {share([one.minute for one in scores])}")
    print(f"dates invented   {sum(one.has_invented_date for one in scores):5}")
    print(f"body right       {share([one.is_body_right for one in scores])}")
    print(f"body F1, mean    {100 * sum(one.f1 for one in scores) / count:5.1f}")
    print(f"  words leaked   {100 * sum(1 - one.precision for one in scores) / count:5.2f} %")
    print(f"  words lost     {100 * sum(1 - one.recall for one in scores) / count:5.2f} %")
    print(f"characters a second {characters / seconds:,.0f}")


if __name__ == "__main__":
    main()
