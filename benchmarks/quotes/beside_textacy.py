"""The extractor and textacy on the same articles in the same run: how good, how fast.

    python -m benchmarks.quotes.beside_textacy FILE --python ENVIRONMENT/bin/python [--articles N]

FILE is a gold file of English articles (see ``benchmarks.quotes.gold``), ENVIRONMENT the one that
``benchmarks.quotes.textacy_peer`` tells how to make. Both are measured by the same scorer, and timed by the
processor time of one process without loading, one right after the other.
"""

import argparse
import json
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.quotes.gold import Article, Said, from_found, read_articles
from benchmarks.quotes.scoring import tally_track
from claims.text.extract import extract_quotes

TRACKS = ("direct", "quoted")
PEER = Path(__file__).with_name("textacy_peer.py")


@dataclass(frozen=True, slots=True)
class Answers:
    """What one system found in each article, and the processor seconds that it took."""

    found: list[list[Said]]
    seconds: float


def ours(articles: Sequence[Article]) -> Answers:
    """Run the extractor."""
    extract_quotes("“We stay,” said Vosk.", language="en")
    started = time.process_time()
    raw = [extract_quotes(article.text, language="en") for article in articles]
    took = time.process_time() - started
    pairs = zip(articles, raw, strict=True)
    return Answers([[from_found(article.text, quote) for quote in quotes] for article, quotes in pairs], took)


def textacy(articles: Sequence[Article], python: Path, *options: str) -> Answers:
    """Run textacy in its own environment."""
    asked = "".join(json.dumps({"doc_id": one.doc_id, "text": one.text}) + "\n" for one in articles)
    command = [str(python), str(PEER), *options]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    *lines, last = map(json.loads, done.stdout.splitlines())
    quotes = {line["doc_id"]: [_said(quote) for quote in line["quotes"]] for line in lines}
    return Answers([quotes[article.doc_id] for article in articles], last["seconds"])


def _said(quote: dict[str, Any]) -> Said:
    span = (quote["start"], quote["end"])
    begin, until = quote["mention"]
    return Said("direct", (span,), (span,), (), quote["mention_text"], (begin, until))


def main() -> None:
    """Read the options and print a line per system."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quotes.beside_textacy", description=__doc__)
    parser.add_argument("file", type=Path, help="gold file of English articles")
    parser.add_argument("--python", type=Path, required=True, help="textacy's Python")
    parser.add_argument("--articles", type=int, metavar="N", help="only the first N articles")
    options = parser.parse_args()
    articles = list(read_articles(options.file))[: options.articles]
    letters = sum(len(article.text) for article in articles)
    systems: dict[str, Callable[[], Answers]] = {
        "On Record": lambda: ours(articles),
        "textacy as shipped": lambda: textacy(articles, options.python),
        "textacy per paragraph": lambda: textacy(articles, options.python, "--per-paragraph"),
    }
    print(f"{options.file.stem}: {len(articles)} articles, {letters:,} characters")
    print(f"{'':24}{'direct F1':>12}{'quoted F1':>12}{'characters a second':>22}")
    rates: dict[str, float] = {}
    for name, run in systems.items():
        answers = run()
        rates[name] = letters / answers.seconds
        pairs = list(zip(articles, answers.found, strict=True))
        f1 = [100 * tally_track(pairs, track).f1 for track in TRACKS]
        print(f"{name:24}{f1[0]:12.1f}{f1[1]:12.1f}{rates[name]:22,.0f}")
    print(f"On Record reads {rates['On Record'] / rates['textacy per paragraph']:.0f} times as fast")


if __name__ == "__main__":
    main()
