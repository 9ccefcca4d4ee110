"""What counts as found and as right.

direct      each stretch inside marks of direct quotes; those of mixed ones are neither right nor wrong
quoted      each stretch inside marks of direct and mixed quotes
transcript  each paragraph of a turn
indirect    each report whose cue is an explicit verb of speech; one that hits another gold quote is
            neither right nor wrong

A stretch is found if it shares at least half of its letters with the gold's (intersection over union), one to
one. It is right end to end if also the mention overlaps the gold's mention, or the name agrees.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.quotes.gold import Article, Said, Stretch
from benchmarks.quotes.names import is_pronoun, same_speaker, words_of
from claims.text.languages.naming import words

TRACKS = ("direct", "quoted", "indirect", "transcript")
EDGE = "\"“”„«»‟'‘’`‚‹› \t\n\r.,;:!?…—–-[]()"
#: cues that count in the track of indirect speech
EXPLICIT = words(
    """
    say says said saying tell tells told telling add adds added announce announces announced
    argue argues argued claim claims claimed explain explained note notes noted insist insists
    insisted warn warns warned acknowledge acknowledged admit admitted assert asserted declare declared
    deny denied predict predicted promise promised suggest suggests suggested vow vowed write writes
    wrote report reports reported state stated contend contended concede conceded conclude concluded
    recall recalled reply replied respond responded tweet tweeted maintain maintained stress stressed
    complain complained confirm confirmed according
    """
)
SAME = 0.5  # shared letters from which two stretches are the same

Unit = tuple[tuple[Stretch, ...], Said]


@dataclass(slots=True)
class Tally:
    """Counts of one track over a set."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    right: int = 0
    #: rule → how many it predicted, how many of these were matched, how many of these had the right speaker
    rules: dict[str, Counter[str]] = field(default_factory=dict)
    #: confidence and whether the speaker was right, of everything matched
    judged: list[tuple[float, bool]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """End to end: found and right."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def speaker(self) -> float:
        """The share of right speakers among what was found."""
        return self.right / self.matched if self.matched else 0.0


def tally_track(pairs: Iterable[tuple[Article, Sequence[Said]]], track: str) -> Tally:
    """Count one track over articles and what was found in each."""
    tally = Tally()
    for article, found in pairs:
        _count(tally, article, found, track)
    return tally


def _count(tally: Tally, article: Article, found: Sequence[Said], track: str) -> None:
    gold = _units(article.text, article.quotes, track, is_gold=True, language=article.language)
    ours = _without_ignored(article, _units(article.text, found, track), gold, track)
    matches = match(gold, ours)
    tally.gold += len(gold)
    tally.found += len(ours)
    tally.matched += len(matches)
    for _, said in ours:
        tally.rules.setdefault(said.rule, Counter())["predicted"] += 1
    for left, right in matches:
        said = ours[right][1]
        is_right = speaker_agrees(gold[left][1], said)
        tally.right += is_right
        tally.judged.append((said.confidence, is_right))
        tally.rules[said.rule]["matched"] += 1
        tally.rules[said.rule]["right"] += is_right


def errors_of(article: Article, found: Sequence[Said], track: str) -> list[tuple[str, Said]]:
    """Return what went wrong in one article: missed, spurious, or another speaker."""
    gold = _units(article.text, article.quotes, track, is_gold=True, language=article.language)
    ours = _without_ignored(article, _units(article.text, found, track), gold, track)
    matches = match(gold, ours)
    hit, used = {left for left, _ in matches}, {right for _, right in matches}
    wrong = [
        ("speaker", ours[right][1])
        for left, right in matches
        if not speaker_agrees(gold[left][1], ours[right][1])
    ]
    missed = [("missed", said) for number, (_, said) in enumerate(gold) if number not in hit]
    return (
        wrong + missed + [("spurious", said) for number, (_, said) in enumerate(ours) if number not in used]
    )


# ------------------------------------------------------------------ units


def _units(
    text: str, quotes: Iterable[Said], track: str, *, is_gold: bool = False, language: str = "en"
) -> list[Unit]:
    if track == "indirect":
        return [
            (spans, said)
            for said in quotes
            if said.type == "indirect"
            and (not is_gold or language != "en" or _is_explicit(said))
            and (spans := _trimmed(text, said.fragments))
        ]
    units: list[Unit] = []
    seen: set[Stretch] = set()
    order = {"direct": 0, "transcript": 1, "mixed": 2}
    for said in sorted(quotes, key=lambda said: order.get(said.type, 3)):
        if said.type == "indirect" or (said.type == "transcript") != (track == "transcript"):
            continue
        if is_gold and track == "direct" and said.type == "mixed":
            continue
        for span in trimmed_lines(text, said.segments or said.fragments):
            if span in seen or (is_gold and any(a <= span[0] and span[1] <= b for a, b in seen)):
                continue
            seen.add(span)
            units.append(((span,), said))
    return units


def _is_explicit(said: Said) -> bool:
    return bool(set(words_of(said.cue)) & EXPLICIT)


def _trimmed(text: str, spans: Iterable[Stretch]) -> tuple[Stretch, ...]:
    found = []
    for start, end in spans:
        while start < end and text[start] in EDGE:
            start += 1
        while end > start and text[end - 1] in EDGE:
            end -= 1
        if start < end:
            found.append((start, end))
    return tuple(found)


def trimmed_lines(text: str, spans: Iterable[Stretch]) -> list[Stretch]:
    """Cut stretches at line ends and trim them."""
    found: list[Stretch] = []
    for start, end in spans:
        at = start
        for line in text[start:end].split("\n"):
            found += _trimmed(text, [(at, at + len(line))])
            at += len(line) + 1
    return found


def _without_ignored(article: Article, ours: list[Unit], gold: Sequence[Unit], track: str) -> list[Unit]:
    """Leave out what is neither right nor wrong in a track."""
    if track in ("direct", "quoted"):
        zone = _ignored_zone(article, gold, track)
        return [
            u for u in ours if shared(u[0], zone) < SAME * size(u[0]) or any(shared(u[0], g[0]) for g in gold)
        ]
    if track == "indirect":
        mine = {id(said) for _, said in gold}
        other = [_trimmed(article.text, said.fragments) for said in article.quotes if id(said) not in mine]
        return [
            u for u in ours if not any(alike(o, u[0]) for o in other) or any(alike(g[0], u[0]) for g in gold)
        ]
    return ours


def _ignored_zone(article: Article, gold: Sequence[Unit], track: str) -> list[Stretch]:
    taken = [span for spans, _ in gold for span in spans]
    return [
        span
        for said in article.quotes
        if said.type == "transcript" or (said.type == "mixed" and track == "direct")
        for span in said.segments
        if not any(min(span[1], end) > max(span[0], start) for start, end in taken)
    ]


# ------------------------------------------------------------------ agreement


def shared(left: Iterable[Stretch], right: Sequence[Stretch]) -> int:
    """Return the letters that two lists of stretches share."""
    return sum(max(0, min(end, until) - max(start, begin)) for start, end in left for begin, until in right)


def size(spans: Iterable[Stretch]) -> int:
    """Return the letters of a list of stretches."""
    return sum(end - start for start, end in spans)


def alike(left: Sequence[Stretch], right: Sequence[Stretch]) -> float:
    """Return intersection over union of two lists of stretches, 0 below SAME."""
    both = shared(left, right)
    value = both / (size(left) + size(right) - both) if both else 0.0
    return value if value >= SAME else 0.0


def match(gold: Sequence[Unit], ours: Sequence[Unit]) -> list[tuple[int, int]]:
    """Pair gold and found stretches one to one, the likest first."""
    candidates = []
    for left, (theirs, _) in enumerate(gold):
        for right, (mine, _) in enumerate(ours):
            if mine[-1][1] > theirs[0][0] and mine[0][0] < theirs[-1][1] and (value := alike(theirs, mine)):
                candidates.append((value, left, right))
    candidates.sort(key=lambda candidate: -candidate[0])
    pairs: list[tuple[int, int]] = []
    lefts: set[int] = set()
    rights: set[int] = set()
    for _, left, right in candidates:
        if left not in lefts and right not in rights:
            lefts.add(left)
            rights.add(right)
            pairs.append((left, right))
    return pairs


def speaker_agrees(gold: Said, ours: Said) -> bool:
    """Say whether the right speaker was named: nobody where the gold has nobody."""
    if not gold.mention and not gold.names:
        return not ours.mention and not ours.names
    if gold.mention_at and ours.mention_at:
        (start, end), (begin, until) = gold.mention_at, ours.mention_at
        if min(end, until) > max(start, begin):
            return True
    right = [*gold.names, *([gold.mention] if gold.mention and not is_pronoun(gold.mention) else [])]
    named = [name for name in (*ours.names, ours.mention) if name and not is_pronoun(name)]
    return any(same_speaker(name, other) for name in named for other in right)
