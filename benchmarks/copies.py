"""How well and how fast copies are found: ``python -m benchmarks.copies [--articles 10000 100000]``.

Makes articles, prints each again as newsrooms do (another headline, agency line, corrected words, cuts), and
mixes in what looks like copies and is none: two articles on one speech, items of a round-up, reports made
from one form, pages with one outlet's standing lines. Every text is looked up by its fingerprints among all
before it, as an import does, and what is found is counted by kind. Then the speed, without a database.
"""

import argparse
import random
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.generated_articles import GAP, PLACES, VOCABULARY, WORDS, make_articles
from claims.matching.copies import Copy, CopyKind, ReadText, compare, read_text
from claims.matching.copy_groups import Candidates, Holder, choose_candidates

BASES = 400  # articles of the measuring set that are printed again
STANDING = (
    "All rights are reserved by the Lume Valley Post and by those who write for it. Whoever prints this text "
    "in part or in whole asks us first, in writing, and names the Post. Our letters page is open to every "
    "reader of the valley; letters are cut where they are long. Subscribers read the paper of tomorrow from "
    "nine in the evening, and all of its volumes since the founding year in our archive beside the old mill."
)


@dataclass(frozen=True, slots=True)
class Made:
    """A text of the measuring set."""

    body: str
    #: what was done to a base, or what looks like one
    way: str
    #: number of the base it is a copy of; None for a text of its own
    base: int | None = None
    kind: CopyKind | None = None


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.copies", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, nargs="*", default=[10_000], help="sizes to measure speed at")
    options = parser.parse_args()
    measure_quality(options.seed)
    for number in options.articles:
        measure_speed(number, options.seed)


# ------------------------------------------------------------------ an index in memory


class Index:
    """Fingerprints and who holds them, as the table keeps them."""

    def __init__(self) -> None:
        self.holders: dict[int, list[Holder]] = defaultdict(list)

    def candidates(self, text: ReadText, length: int) -> Candidates:
        """Return whom to compare a text with."""
        return choose_candidates({value: self.holders.get(value, []) for value in text.fingerprints}, length)

    def add(self, number: int, group: int | None, text: ReadText, length: int, found: Candidates) -> None:
        """Store a text's fingerprints."""
        for value in text.fingerprints:
            if value not in found.full:
                self.holders[value].append(Holder(number, group, length))


def find_all(bodies: Iterator[str]) -> Iterator[dict[int, Copy]]:
    """Give for each text its copies among those before it, by their numbers."""
    index = Index()
    texts: list[ReadText] = []
    group_of: list[int] = []
    for number, body in enumerate(bodies):
        text = read_text(body)
        candidates = index.candidates(text, len(body))
        compared = {
            other: compare(text, texts[other], stopped=candidates.stopped) for other in candidates.articles
        }
        found = {other: copy for other, copy in compared.items() if copy is not None}
        group_of.append(group_of[min(found)] if found else number)
        index.add(number, group_of[-1], text, len(body), candidates)
        texts.append(text)
        yield found


# ------------------------------------------------------------------ quality


def measure_quality(seed: int) -> None:
    """Print what is found of each way of printing again, and what is found where there is no copy."""
    chance = random.Random(seed)
    made = list(make_set(chance))
    order = list(range(len(made)))
    chance.shuffle(order)
    found = list(find_all(made[number].body for number in order))
    links = {
        tuple(sorted((order[place], order[other]))): copy
        for place, copies in enumerate(found)
        for other, copy in copies.items()
    }
    by_text: dict[int, set[int]] = defaultdict(set)
    for left, right in links:
        by_text[left].add(right)
        by_text[right].add(left)
    print(f"{len(made):,} texts, {len(links):,} pairs found, seed {seed}")
    print(f"{'':44} {'texts':>6} {'found':>6} {'recall':>7} {'right kind':>10}")
    ways: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(made):
        ways[one.way].append(number)
    for way, numbers in ways.items():
        if made[numbers[0]].kind is not None:
            _print_recall(way, numbers, made, by_text, links)
    print(f"{'no copies':44} {'texts':>6} {'linked':>6}")
    for way, numbers in ways.items():
        if made[numbers[0]].kind is None:
            wrong = sum(
                any(not _is_right(made, number, other) for other in by_text[number]) for number in numbers
            )
            print(f"  {way:42} {len(numbers):6,} {wrong:6,}")
    right: Counter[CopyKind] = Counter()
    total: Counter[CopyKind] = Counter()
    for (left, right_one), copy in links.items():
        total[copy.kind] += 1
        right[copy.kind] += _is_right(made, left, right_one)
    print("precision of the pairs")
    for kind in CopyKind:
        share = right[kind] / total[kind] if total[kind] else 0.0
        print(f"  {kind.value:42} {total[kind]:6,} {right[kind]:6,} {share:7.1%}")


def _print_recall(
    way: str, numbers: list[int], made: list[Made], by_text: dict[int, set[int]], links: dict[tuple, Copy]
) -> None:
    there = [number for number in numbers if any(_is_right(made, number, other) for other in by_text[number])]
    of_kind = 0
    for number in there:
        copy = links.get(tuple(sorted((number, made[number].base or 0))))
        of_kind += copy is not None and copy.kind is made[number].kind
    share = of_kind / len(there) if there else 0.0
    print(f"  {way:42} {len(numbers):6,} {len(there):6,} {len(there) / len(numbers):7.1%} {share:10.1%}")


def _is_right(made: list[Made], left: int, right: int) -> bool:
    bases = [number if made[number].base is None else made[number].base for number in (left, right)]
    return bases[0] == bases[1]


def make_set(chance: random.Random) -> Iterator[Made]:
    """Make the bases, then what was printed after them; numbers count from 0."""
    bodies: dict[str, None] = {}
    for row in make_articles(2 * BASES, seed=chance.randint(0, 10**6)):
        bodies.setdefault(row["text"])
    bases = list(bodies)[:BASES]
    yield from (Made(body, "a text of its own") for body in bases)
    for way, (print_again, kind) in WAYS.items():
        for number in chance.sample(range(BASES), BASES // 4):
            yield Made(print_again(chance, bases[number]), way, number, kind)
    for way, make in LOOKALIKES.items():
        for number in chance.sample(range(BASES), BASES // 4):
            yield from (Made(body, way) for body in make(chance, bases[number], bases))


def _paragraphs(body: str) -> list[str]:
    return body.split("\n\n")


def _sentence(chance: random.Random) -> str:
    """Return a plain sentence of some fifteen words that no other text has."""
    words = [VOCABULARY[chance.randrange(WORDS)] for _ in range(9)]
    place = chance.choice(PLACES)
    return "The {} {} of {} {} the {} while {} {} {} every {} and {}.".format(*words[:2], place, *words[2:])


def _same(chance: random.Random, body: str) -> str:
    return body


def _typeset(chance: random.Random, body: str) -> str:
    return body.replace("“", "« ").replace("”", " »").replace("\n\n", "\n").upper()


def _dateline(chance: random.Random, body: str) -> str:
    return f"By our own correspondent. {body.partition('. ')[2]}\n\nWith material of LakesWire"


def _corrected(share: float) -> Callable[[random.Random, str], str]:
    def correct(chance: random.Random, body: str) -> str:
        words = body.split(" ")
        changed = [VOCABULARY[chance.randrange(WORDS)] if chance.random() < share else word for word in words]
        return " ".join(changed)

    return correct


def _new_lead(chance: random.Random, body: str) -> str:
    return "\n\n".join([f"{_sentence(chance)} {_sentence(chance)}", *_paragraphs(body)[1:]])


def _with_standing_lines(chance: random.Random, body: str) -> str:
    return f"{body}\n\n{STANDING}"


def _shuffled(chance: random.Random, body: str) -> str:
    first, *rest = _paragraphs(body)
    chance.shuffle(rest)
    return "\n\n".join([first, *rest])


def _first_half(chance: random.Random, body: str) -> str:
    kept = _paragraphs(body)
    return "\n\n".join(kept[: len(kept) // 2])


def _brief(chance: random.Random, body: str) -> str:
    """Return the first paragraphs, until there are sixty words."""
    kept: list[str] = []
    for paragraph in _paragraphs(body):
        kept.append(paragraph)
        if sum(len(each.split()) for each in kept) >= 60:
            break
    return "\n\n".join(kept)


def _without_middle(chance: random.Random, body: str) -> str:
    kept = _paragraphs(body)
    return "\n\n".join(kept[:3] + kept[-4:])


def _every_second(chance: random.Random, body: str) -> str:
    return "\n\n".join(_paragraphs(body)[::2])


def _cut_and_corrected(chance: random.Random, body: str) -> str:
    return _corrected(0.03)(chance, _first_half(chance, body))


def _speech(chance: random.Random) -> list[str]:
    """Return three paragraphs that one speaker says."""
    return [f"“{' '.join(_sentence(chance) for _ in range(5))}”" for _ in range(3)]


def _same_speech(chance: random.Random, body: str, bases: list[str]) -> list[str]:
    """Return what an agency and a newspaper write, each by itself, on one speech."""
    speech = _speech(chance)
    own = [[" ".join(_sentence(chance) for _ in range(3)) for _ in range(4)] for _ in range(2)]
    return ["\n\n".join([each[0], speech[0], each[1], *speech[1:], *each[2:]]) for each in own]


def _mostly_speech(chance: random.Random, body: str, bases: list[str]) -> list[str]:
    """Return two articles with two sentences of their own around the same long speech."""
    speech = _speech(chance)
    return ["\n\n".join([_sentence(chance), *speech, _sentence(chance)]) for _ in range(2)]


def _round_up(chance: random.Random, body: str, bases: list[str]) -> list[str]:
    """Return a page of six short news; each of its items stands elsewhere too."""
    items = [" ".join(_sentence(chance) for _ in range(4)) for _ in range(6)]
    return ["\n\n".join(items), *items[2:]]


def _form(chance: random.Random, body: str, bases: list[str]) -> list[str]:
    """Return the weather of two days."""
    sentence = (
        "In {place} it was {number} degrees at noon, {number} at night, with {number} millimetres of rain, "
        "and the wind came from the west at {number} kilometres an hour as on most days of the month."
    )
    places = chance.sample(PLACES, 6)
    days = []
    for _ in range(2):
        lines = [
            GAP.sub(lambda gap, at=place: at if gap[1] == "place" else str(chance.randint(1, 400)), sentence)
            for place in places
        ]
        days.append("\n\n".join(lines))
    return days


def _standing_lines(chance: random.Random, body: str, bases: list[str]) -> list[str]:
    """Return a short text of its own with the standing lines that all pages of its outlet have."""
    return [f"{_sentence(chance)} {_sentence(chance)}\n\n{STANDING}"]


def _common_paragraphs(chance: random.Random, body: str, bases: list[str]) -> list[str]:
    """Return an article of its own with two paragraphs of background of an earlier one."""
    own = [" ".join(_sentence(chance) for _ in range(2)) for _ in range(5)]
    return ["\n\n".join([*own, *_paragraphs(body)[-2:]])]


#: how a text is printed again, and what that is
WAYS: dict[str, tuple[Callable[[random.Random, str], str], CopyKind]] = {
    "another headline, the same body": (_same, CopyKind.EXACT),
    "other marks, other paragraphs, capitals": (_typeset, CopyKind.EXACT),
    "other dateline and agency line": (_dateline, CopyKind.NEAR),
    "one word in fifty corrected": (_corrected(0.02), CopyKind.NEAR),
    "one word in fourteen corrected": (_corrected(0.07), CopyKind.NEAR),
    "a new first paragraph": (_new_lead, CopyKind.NEAR),
    "standing lines of the outlet behind it": (_with_standing_lines, CopyKind.NEAR),
    "paragraphs in another order": (_shuffled, CopyKind.NEAR),
    "the first half": (_first_half, CopyKind.CUT),
    "a brief of the first sixty words": (_brief, CopyKind.CUT),
    "paragraphs dropped from the middle": (_without_middle, CopyKind.CUT),
    "every second paragraph": (_every_second, CopyKind.CUT),
    "the first half, one word in 33 corrected": (_cut_and_corrected, CopyKind.CUT),
}
#: what is no copy
LOOKALIKES: dict[str, Callable[[random.Random, str, list[str]], list[str]]] = {
    "two articles with one long speech": _same_speech,
    "two that are nearly all one speech": _mostly_speech,
    "a round-up and its later items": _round_up,
    "one form with new figures": _form,
    "short pages with one outlet's standing lines": _standing_lines,
    "two paragraphs of background in common": _common_paragraphs,
}


# ------------------------------------------------------------------ speed


def measure_speed(number: int, seed: int) -> None:
    """Print how long a corpus takes, and what its index holds."""
    bodies = Timed(row["text"] for row in make_articles(number, seed=seed))
    began, copies = time.perf_counter(), 0
    for place, found in enumerate(find_all(bodies), start=1):
        copies += bool(found)
        if place % 10_000 == 0:
            print(f"  {place:9,} articles {time.perf_counter() - began - bodies.seconds:8.1f} s", flush=True)
    spent = time.perf_counter() - began - bodies.seconds
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{number:,} articles: {spent / number * 1e3:.2f} ms an article, {copies:,} are copies of an earlier "
        f"one; {memory:,.0f} MB with the texts and the index in memory"
    )


class Timed:
    """Gives what is made, and counts the time of making it, which is not measured."""

    def __init__(self, made: Iterator[str]) -> None:
        self.made = made
        self.seconds = 0.0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        began = time.perf_counter()
        try:
            return next(self.made)
        finally:
            self.seconds += time.perf_counter() - began


if __name__ == "__main__":
    main()
