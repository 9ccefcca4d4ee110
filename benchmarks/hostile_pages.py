"""Time cleaning on pages made to slow it down: ``python -m benchmarks.hostile_pages``.

Each page is cleaned at 25,000 characters and at four times as many; linear work takes four times as long.
"""

import time

from claims.text.clean import clean_page
from claims.text.lines import split_lines
from claims.text.nfc import normalise_text

SHORT, LONG = 25_000, 100_000  # characters
RUNS = 3
#: what such a page repeats
PIECES = {
    "sentences": "The minister said on Tuesday that a treaty would be signed. ",
    "paragraphs": "The minister said on Tuesday that a treaty would be signed.\n\n",
    "headlines": "News of the day\n",
    "spaces": " ",
    "letters": "a",
    "digits": "1",
    "capitals": "Aaa Bbb ",
    "names with and": "By Aaa Bbb Ccc and Ddd Eee, ",
    "dates": "5 March 2024 - 10:12 ",
    "date lines": "5 March 2024 - 10:12\n",
    "slashes": "1/2/",
    "quotation marks": "“",
    "dashes": "- ",
    "dash lines": "- a\n",
    "colons": "A: ",
    "brackets": "(",
    "combining marks": "\u0301\u0323",
    "no-break spaces": "\u00a0",
    "according to": "said, according to Aaa Bbb: ",
    "headings": "Read also\n",
    "comments": "Comments\nA sentence stands here and it ends.\n",
    "addresses": "a@b-",
}


def clean_text(text: str) -> None:
    """Clean a page that is pasted text."""
    clean_page(split_lines(normalise_text(text).text))


def seconds_for(text: str) -> float:
    """Return the least processor time of some runs."""
    times = []
    for _ in range(RUNS):
        started = time.process_time()
        clean_text(text)
        times.append(time.process_time() - started)
    return min(times)


def main() -> None:
    """Print a line per kind of page."""
    print(f"{'page':24}{SHORT:>10,}{LONG:>10,}  times as long")
    for name, piece in PIECES.items():
        short, long = (seconds_for(piece * (size // len(piece))) for size in (SHORT, LONG))
        print(f"{name:24}{short:9.3f}s{long:9.3f}s{long / short:8.1f}")


if __name__ == "__main__":
    main()
