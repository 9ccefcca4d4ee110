"""Time the extractor on texts made to slow it down.

    python -m benchmarks.quotes.hostile [--letters N]

Each text is read at N letters and at four times as many; a reader that takes linear time needs four times as
long.
"""

import argparse
import time
from collections.abc import Callable

from claims.text.extract import extract_quotes

#: makers of texts of about so many letters
HOSTILE: dict[str, Callable[[int], str]] = {
    "opening marks": lambda n: "“" * n,
    "straight marks": lambda n: '"' * n,
    "marks with letters": lambda n: '"a ' * (n // 3),
    "quotes in one paragraph": lambda n: "“We stay,” he said. " * (n // 20),
    "apostrophes": lambda n: "'" * n,
    "capitals": lambda n: "Ab " * (n // 3),
    "one word": lambda n: "a" * n,
    "commas": lambda n: "a, " * (n // 3),
    "said": lambda n: "said " * (n // 5),
    "said that": lambda n: "Vosk said that " * (n // 15),
    "according": lambda n: "according to the " * (n // 17),
    "spaces": lambda n: " " * n,
    "dashes": lambda n: "– " * (n // 2),
    "points": lambda n: "." * n,
    "open paragraphs": lambda n: "“We stay.\n\n" * (n // 11),
    "colons": lambda n: "Vosk said:\n" * (n // 11),
    "labels": lambda n: "VOSK: We stay.\n" * (n // 15),
    "who": lambda n: "Vosk, who said “a”, who " * (n // 24),
    "remarks": lambda n: "her claim that “a” of his claim " * (n // 32),
    "brackets": lambda n: "(" * n,
    "pronouns": lambda n: "she said he said " * (n // 17),
    "nested": lambda n: "“Ada Vosk said, ‘We stay here now.’” Mira Orlan said. " * (n // 53),
    "many nested in one": lambda n: "“" + "Ada Vosk said, ‘We stay here now.’ " * (n // 35) + "” said Orlan.",
    "short lines": lambda n: "a\n" * (n // 2),
}
TIMES = 4
LETTERS = 20_000


def seconds(text: str) -> float:
    """Return the processor time that a text takes."""
    started = time.process_time()
    extract_quotes(text, language="en")
    return time.process_time() - started


def main() -> None:
    """Read the options and print a line per text."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quotes.hostile", description=__doc__)
    parser.add_argument(
        "--letters", type=int, default=LETTERS, metavar="N", help="length of the shorter text"
    )
    letters = parser.parse_args().letters
    seconds("“We stay,” said Vosk.")
    print(f"{'text':26}{letters:>12,}{TIMES * letters:>12,}  times as long   characters a second")
    for kind, make in HOSTILE.items():
        short, long = seconds(make(letters)), seconds(make(TIMES * letters))
        ratio, rate = long / max(short, 1e-4), TIMES * letters / max(long, 1e-4)
        print(f"{kind:26}{short:12.3f}{long:12.3f}{ratio:15.1f}{rate:22,.0f}")


if __name__ == "__main__":
    main()
