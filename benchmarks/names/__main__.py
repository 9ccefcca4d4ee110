"""Measure the finder of names that may be one speaker: ``python -m benchmarks.names``.

Each pair of the two files is looked at alone. Printed are recall for each kind of likeness, precision for
each reason, and the pairs that came out wrong; then the time for a hundred thousand made-up names, and for a
hundred new ones among them. ``pairs.tsv`` was at hand while the rules were made: it shows what a change
breaks. ``unseen.tsv`` was written afterwards, and no rule was changed for it.
"""

import argparse
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from claims.matching.name_pairs import NamedSpeaker, find_name_pairs

SETS = ("pairs.tsv", "unseen.tsv")
KINDS = {"P": ("PERSON", "PERSON"), "O": ("ORGANISATION", "ORGANISATION"), "U": ("UNNAMED", "PERSON")}
KINDS |= {"PO": ("PERSON", "ORGANISATION"), "UO": ("UNNAMED", "ORGANISATION")}
MANY = 100_000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, what joins or parts them, and whether they are one speaker's."""

    group: str
    is_one: bool
    left: NamedSpeaker
    right: NamedSpeaker

    def __str__(self) -> str:
        return f"{self.left.names[0]} | {self.right.names[0]}"


def read_pairs(path: Path) -> list[Pair]:
    """Return the pairs of the file, each speaker with a number of its own."""
    pairs = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if not line or line.startswith("#"):
            continue
        group, is_one, left, right, kind, *more = line.split("\t")
        facts = [*more, "", "", "", ""]
        sides = [
            NamedSpeaker(
                id=2 * number + side,
                kind=KINDS[kind][side],
                names=((left, right)[side],),
                country=facts[side],
                positions=(facts[2 + side],) if facts[2 + side] else (),
            )
            for side in (0, 1)
        ]
        pairs.append(Pair(group, is_one == "1", *sides))
    return pairs


def measure_alone(pairs: list[Pair]) -> None:
    """Print what is found of pairs looked at one by one."""
    proposed, right, wrong = Counter[str](), Counter[str](), []
    recalled, all_ones = Counter[str](), Counter[str]()
    for pair in pairs:
        found = find_name_pairs([pair.left, pair.right])
        if pair.is_one:
            all_ones[pair.group] += 1
            recalled[pair.group] += bool(found)
        for one in found:
            proposed[one.reason] += 1
            right[one.reason] += pair.is_one
        if bool(found) != pair.is_one:
            wrong.append(
                f"{'missed' if pair.is_one else 'wrong'}: {pair} {[(f.score, f.reason) for f in found]}"
            )
    print(f"{len(pairs)} pairs, {sum(all_ones.values())} of them one speaker")
    print("\nlikeness       pairs  found  recall")
    for group, count in all_ones.items():
        print(f"{group:<14} {count:>5} {recalled[group]:>6} {100 * recalled[group] / count:>6.1f}")
    print("\nreason      proposed  right  precision")
    for reason, count in sorted(proposed.items()):
        print(f"{reason:<14} {count:>5} {right[reason]:>6} {100 * right[reason] / count:>9.1f}")
    found, true = sum(proposed.values()), sum(right.values())
    print(f"\nprecision {100 * true / found:.1f}, recall {100 * true / sum(all_ones.values()):.1f}")
    print("\n".join(["", *wrong]))


def measure_many(count: int) -> None:
    """Print how long the pairs of many made-up names take, and of a few new ones among them."""
    chance = random.Random(7)
    syllables = [
        "va",
        "len",
        "ok",
        "mar",
        "sti",
        "dor",
        "ka",
        "ri",
        "sol",
        "bek",
        "tu",
        "hal",
        "nor",
        "es",
        "zin",
    ]
    firsts = ["".join(chance.choices(syllables, k=2)).title() for _ in range(300)]
    speakers = [
        NamedSpeaker(
            number, "PERSON", (f"{chance.choice(firsts)} {''.join(chance.choices(syllables, k=3)).title()}",)
        )
        for number in range(count)
    ]
    for words, among in (("all", None), ("100 new ones", set(range(100)))):
        begun = time.process_time()
        found = find_name_pairs(speakers, among=among)
        seconds = time.process_time() - begun
        print(f"{count:,} names, {words}: {len(found):,} pairs in {seconds:.1f} s of one core")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--names", type=int, default=MANY, help="made-up names whose pairs are timed")
    for name in SETS:
        print(f"\n== {name}")
        measure_alone(read_pairs(Path(__file__).parent / name))
    measure_many(parser.parse_args(sys.argv[1:]).names)


if __name__ == "__main__":
    main()
