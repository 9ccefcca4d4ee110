"""How often each rule names the right speaker in one language, for ``claims.text.languages.chances``.

    python -m benchmarks.quotes.calibration FOLDER --language de

Prints the table of chances and how it does on articles it was not made from: half of them make a table, the
other half are shown by it, and the other way round. Where a rule was seen seldom, its chance is drawn towards
what it is in English, or to the language's mean where that is less.
"""

import argparse
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.quotes.gold import Article, Said, from_found, read_articles
from benchmarks.quotes.scoring import tally_track
from claims.text.extract import extract_quotes
from claims.text.rules import prior

TRACKS = ("quoted", "indirect")
#: a rule counts as if it had been seen so many times more
DRAWN = 10
#: rules seen less often have no chance of their own
SEEN = 5
SURE = 0.9

Pair = tuple[Article, list[Said]]


def chances_of(pairs: Iterable[Pair]) -> dict[str, float]:
    """Return each rule's chance of the right speaker; the mean stands under ""."""
    counts = _counts(pairs)
    matched, right = sum(c["matched"] for c in counts.values()), sum(c["right"] for c in counts.values())
    mean = right / matched if matched else 0.0
    chances = {
        rule: round((count["right"] + DRAWN * min(mean, prior(rule))) / (count["matched"] + DRAWN), 2)
        for rule, count in counts.items()
        if count["matched"] >= SEEN
    }
    return {"": round(mean, 2), **dict(sorted(chances.items()))}


def _counts(pairs: Iterable[Pair]) -> Mapping[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {}
    pairs = list(pairs)
    for track in TRACKS:
        for rule, count in tally_track(pairs, track).rules.items():
            counts.setdefault(rule, Counter()).update(count)
    return counts


def main() -> None:
    """Read the options and print the table and its test."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quotes.calibration", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of gold files, *.jsonl")
    parser.add_argument("--language", default="de", help="ISO 639-1, default de")
    options = parser.parse_args()
    articles = [
        article
        for path in sorted(options.folder.glob("*.jsonl"))
        for article in read_articles(path)
        if article.language == options.language
    ]
    pairs = [
        (
            article,
            [from_found(article.text, q) for q in extract_quotes(article.text, language=article.language)],
        )
        for article in articles
    ]
    for rule, chance in chances_of(pairs).items():
        print(f'    "{rule}": {chance:.2f},')
    halves = [[pair for pair in pairs if zlib.crc32(pair[0].doc_id.encode()) % 2 == half] for half in (0, 1)]
    for made_from, shown in (halves, halves[::-1]):
        _print_test(chances_of(made_from), shown)


def _print_test(chances: Mapping[str, float], pairs: list[Pair]) -> None:
    counts = _counts(pairs)
    sure = [rule for rule in counts if chances.get(rule, chances[""]) >= SURE]
    matched = sum(counts[rule]["matched"] for rule in sure)
    right = sum(counts[rule]["right"] for rule in sure)
    share = 100 * right / max(matched, 1)
    print(f"{len(pairs)} other articles: of {matched} quotes with {SURE} and more, {share:.1f} % right")


if __name__ == "__main__":
    main()
