"""Articles made by a program, for measuring speed: the invented world of the Lume valley, at any size.

Every article has a headline, a lead, and paragraphs of direct, split, mixed and indirect speech by four
speakers, between plain paragraphs. Statements recur: a part of the speech is what others said before, in
the same words, shortened, or negated, and one article in ten is printed by a second outlet too. The same
number and seed give the same bytes.
"""

import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

OUTLETS = [
    "Radio Halden",
    "Kess Telegraph",
    "Norvand Today",
    "Lume Valley Post",
    "Orrin Observer",
    "LakesWire",
]
FIRST_NAMES = [
    "Ilyana", "Anselm", "Nadia", "Tural", "Seda", "Mstislav", "Jorun", "Orla", "Henrik", "Maris", "Tove",
    "Ansgar", "Liv", "Petr", "Dana", "Ivo",
]  # fmt: skip
LAST_NAMES = [
    "Vosk", "Okarrin", "Khatibi", "Marutyan", "Haldvik", "Sorensby", "Telluride", "Verkhov", "Aasmund",
    "Brandvik", "Lomas", "Quarles", "Ostrander", "Pell", "Renwick", "Stavros", "Tamsin", "Ulfsson", "Varga",
    "Wexler", "Yarrow", "Zelnik", "Ambrose", "Birk", "Corvin", "Dahl",
]  # fmt: skip
OFFICES = [
    "President", "Prime Minister", "Foreign Minister", "Defence Minister", "Finance Minister", "Mayor",
    "Ambassador", "Governor",
]  # fmt: skip
PLACES = [
    "Halden", "Kess", "Orrin", "Sella", "Lume", "Brenn", "Tarn", "Vell", "Osk", "Marrow", "Fenn", "Gild",
]  # fmt: skip
#: A sentence is an opening, a subject, a verb, an object and an ending. {noun}, {adjective} and {verb} are
#: drawn from the words of an invented language, so that two sentences share as little as in real speech.
OPENINGS = [
    "", "", "", "", "Frankly, ", "In {place} ", "For {number} days ", "After all, ", "If you ask me, ",
    "At this table ", "Since {year} ", "As a {noun} ", "Again ", "In a {adjective} winter ",
]  # fmt: skip
SUBJECTS = [
    "we", "they", "our side", "the {noun}", "every {noun}", "{number} {noun}s", "nobody in {place}",
    "the {adjective} {noun}", "a {noun} from {place}", "my {noun}", "the {noun} and the {noun}", "{place}",
    "your newspaper", "those {adjective} {noun}s", "whoever has {verb} the {noun}",
]  # fmt: skip
VERBS = [
    "will {verb}", "have {verb}", "cannot {verb}", "should {verb}", "never {verb}", "had to {verb}",
    "would rather {verb}", "wants to {verb}", "did not {verb}", "{verb}", "must {verb} and {verb}",
    "is going to {verb}", "refused to {verb}", "promised to {verb}",
]  # fmt: skip
OBJECTS = [
    "the {noun} of {place}", "{adjective} {noun}s", "our {noun}", "a {noun} for the {noun}",
    "{number} {noun}s", "what the {noun} called {adjective}", "this {adjective} {noun}",
    "the {noun} between {place} and {place}",
    "any {noun}", "their {adjective} {noun}", "more {noun} than {noun}", "the last {noun}",
]  # fmt: skip
ENDINGS = [
    "", "", "", " this year", " before the first snow", " with {number} {noun}s",
    " because the {noun} is {adjective}",
    " while {noun}s {verb} in {place}", ", not the {noun}", " under {adjective} law", " by the end of May",
    ", and the {noun} knows it", " without a {noun}", " for the sake of {noun}",
    " although it was {adjective}",
]  # fmt: skip
SYLLABLES = [
    "bar", "den", "fol", "gar", "hin", "jor", "kel", "lum", "mar", "nel", "por", "quin", "rov", "sel", "tar",
    "ull", "ven", "wes", "yor", "zan",
]  # fmt: skip
WORDS = 4_000  # of the invented language
PLAIN = [
    "The delegations met in {place} for the {number}th time, in a hall that had once been a customs house.",
    "Some {number} people waited outside, most of them from the upper valley, many with photographs.",
    "Trade between the two countries fell to {number} million crowns in {year}, a third of what it was.",
    "Rain had closed the upper road for {number} days, and the buses went by way of {place}.",
]


def write_articles(path: Path, number: int, *, seed: int = 1) -> None:
    """Write ``number`` articles as JSON Lines, one object a line."""
    with path.open("w", encoding="utf-8") as file:
        for row in make_articles(number, seed=seed):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def make_articles(number: int, *, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Make articles as they stand in a JSON Lines file."""
    chance = random.Random(seed)
    people = [f"{first} {last}" for last in LAST_NAMES for first in FIRST_NAMES]
    said: list[str] = []
    earlier: list[dict[str, Any]] = []
    for place in range(number):
        if earlier and chance.random() < 0.1:
            row = dict(chance.choice(earlier[-200:]))
            row["outlet"] = chance.choice([outlet for outlet in OUTLETS if outlet != row["outlet"]])
        else:
            row = _make_article(chance, people, said, place)
            earlier.append(row)
        yield {**row, "id": f"G-{place:06}"}


def _make_article(chance: random.Random, people: list[str], said: list[str], place: int) -> dict[str, Any]:
    day = date(2024, 1, 1) + timedelta(days=place % 730)
    voices = [(chance.choice(people), chance.choice(OFFICES)) for _ in range(4)]
    paragraphs = [_fill(chance, chance.choice(PLAIN))]
    for name, office in voices:
        paragraphs += _speech(chance, name, office, said)
        paragraphs.append(_fill(chance, chance.choice(PLAIN)))
    town = chance.choice(PLACES)
    return {
        "title": f"{voices[0][0]} and {voices[1][0]} leave {town}, day {place}",
        "text": f"{town.upper()}. " + "\n\n".join(paragraphs),
        "outlet": chance.choice(OUTLETS),
        "published_at": day.isoformat(),
        "language": "en",
    }


def _speech(chance: random.Random, name: str, office: str, said: list[str]) -> list[str]:
    """Return the paragraphs of one speaker, in the forms that news have."""
    surname = name.split()[-1]
    one, two, three, four, five = (_statement(chance, said) for _ in range(5))
    return [
        f"“{one} {two[:-1]},” {office} {name} said on Monday.",
        f"{surname} told reporters that {three[0].lower()}{three[1:-1]}.",
        f"“{four[:-1]},” {surname} added. “{five}”",
    ]


def _statement(chance: random.Random, said: list[str]) -> str:
    """Return a new sentence, or, two times in ten, one that was said before, as it was or changed."""
    if said and chance.random() < 0.2:
        return _again(chance, chance.choice(said))
    pieces = [chance.choice(choices) for choices in (OPENINGS, SUBJECTS, VERBS, OBJECTS, ENDINGS)]
    sentence = _fill(chance, "{}{} {} {}{}.".format(*pieces))
    sentence = sentence[0].upper() + sentence[1:]
    said.append(sentence)
    return sentence


def _again(chance: random.Random, sentence: str) -> str:
    way = chance.random()
    if way < 0.5:
        return sentence
    if way < 0.8:
        return sentence.split(",")[0] + "."
    return sentence.replace(" will ", " will never ").replace(" has ", " has never ")


def _fill(chance: random.Random, sentence: str) -> str:
    """Put words into the gaps of a sentence."""
    return GAP.sub(lambda gap: _word(chance, gap.group(1)), sentence)


def _word(chance: random.Random, what: str) -> str:
    if what == "place":
        return chance.choice(PLACES)
    if what in ("number", "year"):
        return str(chance.randint(2025, 2030) if what == "year" else chance.randint(2, 400))
    rank = int(WORDS * chance.random() ** 2)  # a few words are common, most are rare
    return VOCABULARY[rank] + {"noun": "", "adjective": "ish", "verb": "en"}[what]


GAP = re.compile(r"\{(\w+)\}")
VOCABULARY = ["".join(pair) for pair in product(SYLLABLES, repeat=3)][: 2 * WORDS : 2]
