"""A fixed computation whose time stands for the machine, so that speeds on a busy one can be compared."""

import re
import time

WORD = re.compile(r"[^\W\d_]+")
TEXT = "The talks opened in Halden on Monday, and nobody said that a treaty would be signed soon. " * 400
TIMES = 5


def reference_seconds() -> float:
    """Return the processor time of counting the words of a text, the least of several times."""
    return min(_once() for _ in range(TIMES))


def _once() -> float:
    started = time.process_time()
    counts: dict[str, int] = {}
    for match in WORD.finditer(TEXT):
        word = match.group().lower()
        counts[word] = counts.get(word, 0) + 1
    return time.process_time() - started
