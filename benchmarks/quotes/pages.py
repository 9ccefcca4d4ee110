"""Measure the whole chain on pasted pages that were read by hand: title, day, body, quotes and speakers.

    python -m benchmarks.quotes.pages GOLD... [--texts FOLDER] [--pages]

GOLD is what ``benchmarks.cleaning`` reads, with ``quotes``: ``type``, ``form``, ``segments`` or
``fragments``, ``speaker_names`` (all right names), ``speaker_kind`` (name, nominal, pronoun, none) and
``doubtful`` (ignored).
A page is entirely right when its title, day and body are, and every stretch in marks and every turn has the
right name, with no false one. Stretches are found as in ``benchmarks.quotes.scoring``.
"""

import argparse
import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.cleaning import read_gold, score
from benchmarks.quotes.gold import Said, Stretch, from_found
from benchmarks.quotes.names import fold, same_speaker
from benchmarks.quotes.scoring import Unit, alike, match, shared, size, trimmed_lines
from claims.readers import Document, read_bytes
from claims.text.extract import extract_quotes

TOKEN = re.compile(r"\w+")
DOUBT = 0.5  # shared letters from which a stretch is a doubtful one's


@dataclass(slots=True)
class Counts:
    """What came out over all pages."""

    pages: int = 0
    entirely_right: int = 0
    #: of quoted stretches and of reports: in the gold, found by us, agreeing, with the right name
    of: dict[str, Counter[str]] = field(default_factory=lambda: {"quoted": Counter(), "indirect": Counter()})
    forms: dict[str, Counter[str]] = field(default_factory=dict)
    kinds: dict[str, Counter[str]] = field(default_factory=dict)


def main() -> None:
    """Read the options and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quotes.pages", description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path, help="folder of the texts that stand in files of their own")
    parser.add_argument("--pages", action="store_true", help="list the pages that are not entirely right")
    options = parser.parse_args()
    counts = Counts()
    for gold in read_gold(options.gold, options.texts):
        is_right = measure(gold, counts)
        if options.pages and not is_right:
            print(f"  {gold['doc_id']} is not entirely right")
    for name, found in counts.of.items():
        figures = f"found {_f1(found, 'matched')}, with the right name {_f1(found, 'right')}"
        print(f"{name:10} {found['gold']:4} in the gold, F1 {figures}")
    _print_shares("by form", counts.forms)
    _print_shares("by mention", counts.kinds)
    print(f"entirely right {100 * counts.entirely_right / counts.pages:.1f} % of {counts.pages} pages")


def measure(gold: dict[str, Any], counts: Counts) -> bool:
    """Read one page and count how it came out; say whether it is entirely right."""
    (document,) = read_bytes(f"{gold['doc_id']}.txt", gold["text"].encode())
    page = score(gold, document if isinstance(document, Document) else None)
    counts.pages += 1
    if not isinstance(document, Document):
        return False
    units = _units_of(gold, document)
    is_right = page.title is not False and page.day is not False and page.is_body_right
    for track in ("quoted", "indirect"):
        wanted = [unit for unit in _wanted(gold, track) if not unit[1]["doubtful"]]
        doubtful = [unit[0] for unit in _wanted(gold, track) if unit[1]["doubtful"]]
        ours = _without_ignored(gold, units[track], [spans for spans, _ in wanted], doubtful, track)
        agreed = match([(spans, _UNKNOWN) for spans, _ in wanted], ours)
        right = _count(counts, track, wanted, ours, agreed)
        if track == "quoted":
            is_right = is_right and right == len(wanted) == len(ours)
    counts.entirely_right += is_right
    return is_right


_UNKNOWN = Said("direct", (), (), (), "", None)
Wanted = tuple[tuple[Stretch, ...], dict[str, Any]]


def _count(
    counts: Counts, track: str, wanted: Sequence[Wanted], ours: Sequence[Unit], agreed: list[tuple[int, int]]
) -> int:
    right = 0
    for _, quote in wanted:
        counts.forms.setdefault(quote["form"], Counter())["gold"] += 1
    for left, place in agreed:
        quote, said = wanted[left][1], ours[place][1]
        is_right = _name_agrees(quote["speaker_names"], said)
        right += is_right
        counts.forms[quote["form"]]["right"] += is_right
        kind = counts.kinds.setdefault(quote.get("speaker_kind") or "none", Counter())
        kind["gold"] += 1
        kind["right"] += is_right
    counts.of[track].update(gold=len(wanted), found=len(ours), matched=len(agreed), right=right)
    return right


def _name_agrees(names: Sequence[str], said: Said) -> bool:
    named = said.names[0] if said.names else said.mention
    if not names or not named:
        return not names and not named
    return any(fold(named) == fold(name) or same_speaker(named, name) for name in names)


def _wanted(gold: dict[str, Any], track: str) -> Iterator[Wanted]:
    for quote in gold["quotes"]:
        quote = {"doubtful": False, "form": "ind", **quote}
        spans = [(start, end) for start, end in quote.get("segments") or quote.get("fragments") or ()]
        if (quote["type"] == "indirect") != (track == "indirect") or quote["form"] == "headline":
            continue
        if track == "indirect":
            yield tuple(trimmed_lines(gold["text"], spans or [(quote["start"], quote["end"])])), quote
        else:
            yield from (((span,), quote) for span in trimmed_lines(gold["text"], spans))


def _units_of(gold: dict[str, Any], document: Document) -> dict[str, list[Unit]]:
    """The extractor's stretches, in places of the gold's text; those of the headline left out."""
    text, start = document.text, document.body_start
    to_gold = _alignment(text, gold["text"], start)
    units: dict[str, list[Unit]] = {"quoted": [], "indirect": []}
    for quote in extract_quotes(text, body_start=start, language=document.language or None):
        if quote.span.start < start:
            continue
        said = from_found(text, quote)
        spans = trimmed_lines(text, said.fragments)  # of a partial quote the whole clause: the harder test
        placed = [span for span in (_placed(to_gold, *span) for span in spans) if span is not None]
        if said.type == "indirect" and placed:
            units["indirect"].append((tuple(placed), said))
        elif said.type != "indirect":
            units["quoted"] += [((span,), said) for span in placed]
    return units


def _alignment(text: str, gold: str, start: int) -> dict[int, int]:
    """Return, for letters of the document's body, their places on the page, word by word."""
    ours, theirs = list(TOKEN.finditer(text, start)), list(TOKEN.finditer(gold))
    matcher = difflib.SequenceMatcher(
        None, [m.group().casefold() for m in ours], [m.group().casefold() for m in theirs], autojunk=False
    )
    places: dict[int, int] = {}
    for left, right, count in matcher.get_matching_blocks():
        for number in range(count):
            here, there = ours[left + number], theirs[right + number]
            places.update((here.start() + k, there.start() + k) for k in range(len(here.group())))
    return places


def _placed(places: dict[int, int], start: int, end: int) -> Stretch | None:
    found = [places[at] for at in range(start, end) if at in places]
    return (min(found), max(found) + 1) if found else None


def _without_ignored(
    gold: dict[str, Any],
    ours: list[Unit],
    wanted: Sequence[tuple[Stretch, ...]],
    doubtful: Sequence[tuple[Stretch, ...]],
    track: str,
) -> list[Unit]:
    """Leave out what hits a doubtful quote, a headline, or, of reports, a quote that is partly in marks."""
    if track == "indirect":
        doubtful = [*doubtful, *(spans for spans, _ in _wanted(gold, "quoted"))]
    return [
        unit
        for unit in ours
        if any(alike(spans, unit[0]) for spans in wanted)
        or not any(shared(unit[0], spans) >= DOUBT * min(size(unit[0]), size(spans)) for spans in doubtful)
    ]


def _f1(found: Counter[str], what: str) -> str:
    both = found["gold"] + found["found"]
    return f"{200 * found[what] / both if both else 0:5.1f}"


def _print_shares(title: str, counts: dict[str, Counter[str]]) -> None:
    each = ", ".join(
        f"{name} {100 * one['right'] / one['gold']:.1f} % of {one['gold']}"
        for name, one in sorted(counts.items())
    )
    print(f"{title}, right: {each}")


if __name__ == "__main__":
    main()
