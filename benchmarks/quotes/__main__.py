"""Run the extractor over a folder of gold files and print how good it is, against the committed figures."""

import argparse
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import py3langid

from benchmarks.quotes.figures import (
    COMMITTED,
    Figures,
    figures_of,
    print_changes,
    read_figures,
    save_figures,
)
from benchmarks.quotes.gold import Article, Said, from_found, read_articles
from benchmarks.quotes.reference import reference_seconds
from benchmarks.quotes.scoring import TRACKS, Tally, errors_of, tally_track
from claims.text.extract import extract_quotes

#: borders of the groups in which confidence is compared with what came out
GROUPS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
#: a confidence from which nine in ten should have the right speaker
SURE = 0.9
WARM_UP = 5  # articles read before the clock runs: packs and patterns are made once in a process
BESIDE = 70  # characters shown on each side of an error

#: language → confidence and whether the speaker was right, of every quote that the gold has too
Judged = dict[str, list[tuple[float, bool]]]


def main() -> None:
    """Read the options, measure each file, and compare with earlier figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quotes", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of gold files, *.jsonl")
    parser.add_argument("--set", dest="only", help="measure this file alone, by its name without .jsonl")
    parser.add_argument("--rules", action="store_true", help="print each rule's share")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print up to N errors per track")
    parser.add_argument(
        "--save",
        type=Path,
        metavar="FILE",
        nargs="?",
        const=COMMITTED,
        help="write the figures as JSON; without a FILE, over the committed ones",
    )
    parser.add_argument(
        "--against",
        type=Path,
        metavar="FILE",
        default=COMMITTED,
        help="print what changed since these figures; by default the committed ones",
    )
    options = parser.parse_args()
    figures: Figures = {}
    judged: Judged = {}
    for path in sorted(options.folder.glob(f"{options.only or '*'}.jsonl")):
        figures[path.stem] = _measure(path, options, judged)
    for language, quotes in sorted(judged.items()):
        _print_calibration(language, quotes)
    if options.against.exists():
        print_changes(read_figures(options.against), figures)
    if options.save:
        save_figures(options.save, figures)


def _measure(path: Path, options: argparse.Namespace, judged: Judged) -> dict[str, dict[str, object]]:
    articles = list(read_articles(path))
    for article in articles[:WARM_UP]:
        extract_quotes(article.text, language=article.language)
    py3langid.classify(articles[0].text)  # loads its model, once in a process and not in every article
    reference = reference_seconds()
    started = time.process_time()
    raw = [extract_quotes(article.text, language=article.language) for article in articles]
    took = time.process_time() - started
    reference = (reference + reference_seconds()) / 2
    letters = sum(len(article.text) for article in articles)
    found = [
        [from_found(article.text, quote) for quote in quotes]
        for article, quotes in zip(articles, raw, strict=True)
    ]
    pairs = list(zip(articles, found, strict=True))
    print(
        f"\n{path.stem}: {len(articles)} articles, {letters / took:,.0f} characters a second, "
        f"{letters / took * reference:,.0f} in the time of the reference"
    )
    print("  track       gold  found   speaker right      P      R     F1")
    figures: dict[str, dict[str, object]] = {}
    for track in TRACKS:
        tally = tally_track(pairs, track)
        if not tally.gold:
            continue
        figures[track] = figures_of(tally)
        if track != "direct":  # those are among the quoted ones
            judged.setdefault(articles[0].language, []).extend(tally.judged)
        print(
            f"  {track:10} {tally.gold:5} {tally.found:6} {100 * tally.speaker:13.1f} % "
            f"{100 * tally.precision:8.1f} {100 * tally.recall:6.1f} {100 * tally.f1:6.1f}"
        )
        if options.rules:
            _print_rules(tally)
        if options.errors:
            _print_errors(pairs, track, options.errors)
    return figures


def _print_rules(tally: Tally) -> None:
    for rule, counts in sorted(tally.rules.items(), key=lambda item: -item[1]["predicted"]):
        share = 100 * counts["right"] / counts["matched"] if counts["matched"] else 0.0
        print(
            f"      {rule:28} {counts['predicted']:5} found, {counts['matched']:5} in the gold, "
            f"{share:5.1f} % right speaker"
        )


def _print_errors(pairs: Sequence[tuple[Article, list[Said]]], track: str, most: int) -> None:
    shown = 0
    for article, found in pairs:
        for problem, said in errors_of(article, found, track):
            if shown == most:
                return
            shown += 1
            start, end = (said.segments or said.fragments)[0]
            before = article.text[max(0, start - BESIDE) : start].replace("\n", "¶")
            words = article.text[start:end][:BESIDE].replace("\n", "¶")
            print(f"      {problem:9} {said.rule:22} {said.mention!r} | {before}»{words}«")


def _print_calibration(language: str, judged: Sequence[tuple[float, bool]]) -> None:
    """Print, of all quotes found, how many have the right speaker, by the confidence they were given."""
    print(f"\n{language}: confidence      quotes   right speaker")
    for low, high in pairwise(GROUPS):
        group = [right for confidence, right in judged if low <= confidence < high]
        if group:
            share = 100 * sum(group) / len(group)
            print(f"    {low:4.2f} to {min(high, 1):4.2f} {len(group):9} {share:13.1f} %")
    sure = [right for confidence, right in judged if confidence >= SURE]
    if sure:
        share = 100 * sum(sure) / len(sure)
        print(f"    of {len(sure)} quotes with {SURE} and more, {share:.1f} % have the right speaker")


if __name__ == "__main__":
    main()
