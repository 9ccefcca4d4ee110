"""Recounts: columns that are copies of other rows, made anew from them.

Everything here may run at any time and changes nothing where the copies are right. What an extraction
changes is added to the counts at once (``services.extraction``); people's changes and ``manage.py
recount`` count from the rows.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from django.db.models import Count, F, Max, Q, Value
from django.db.models.functions import Greatest

from claims.models import Alias, Attribution, Match, Speaker, Statement
from claims.models.base import UNKNOWN_DAY
from claims.queries.counting import Counting, distinct
from claims.queries.verdicts import standing_verdicts, with_verdicts

#: how many speakers have a colour and shape of their own
SLOTS = 8
#: ids in one query, below what SQLite and PostgreSQL take
BATCH = 500


def batches(ids: Iterable[int]) -> Iterable[list[int]]:
    """Return the distinct ids, rising, in pieces that fit one query."""
    rising = sorted(set(ids))
    return (rising[place : place + BATCH] for place in range(0, len(rising), BATCH))


def number_statements(article_ids: Collection[int]) -> int:
    """Number the live statements of each article from 1, in reading order. Returns how many changed."""
    changed = 0
    for some in batches(article_ids):
        rows = Statement.objects.filter(article__in=some).order_by("article_id", "start", "-end", "id")
        changed += _number(list(rows.only("id", "article_id", "number", "is_live")))
    return changed


def _number(rows: list[Statement]) -> int:
    wrong: list[Statement] = []
    article, number = None, 0
    for row in rows:
        if row.article_id != article:
            article, number = row.article_id, 0
        number += row.is_live
        right = number if row.is_live else 0
        if row.number != right:
            row.number = right
            wrong.append(row)
    Statement.objects.bulk_update(wrong, ["number"], batch_size=BATCH)
    return len(wrong)


def recount_speakers(speaker_ids: Collection[int] | None = None) -> int:
    """Count the quotes, the last day and the mentions of the given speakers, or of all.

    Returns how many speakers and names had other counts.
    """
    ids = Speaker.objects.values_list("id", flat=True) if speaker_ids is None else speaker_ids
    return sum(_recount_speakers(some) + _recount_aliases(some) for some in batches(ids))


#: columns of a speaker that are counted
SPEAKER_COLUMNS = ("quote_count", "last_day", "statement_count", "utterance_count")


def _recount_speakers(ids: list[int]) -> int:
    quoted = (
        Attribution.objects.live()
        .filter(speaker__in=ids)
        .values_list("speaker")
        .annotate(Count("quote", distinct=True), Max("day"))
    )
    attribution = "quote__attributions"
    said = (
        Statement.objects.live()
        .filter(**{f"{attribution}__is_live": True, f"{attribution}__speaker__in": ids})
        .values_list(f"{attribution}__speaker")
        .annotate(said=distinct(Counting.STATEMENTS), once=distinct(Counting.UTTERANCES))
    )
    quotes = {speaker: (count, day) for speaker, count, day in quoted}
    statements = {speaker: (count, utterances) for speaker, count, utterances in said}
    wrong = []
    for speaker in Speaker.objects.filter(pk__in=ids).only("id", *SPEAKER_COLUMNS):
        right = (*quotes.get(speaker.pk, (0, UNKNOWN_DAY)), *statements.get(speaker.pk, (0, 0)))
        if tuple(getattr(speaker, name) for name in SPEAKER_COLUMNS) != right:
            for name, value in zip(SPEAKER_COLUMNS, right, strict=True):
                setattr(speaker, name, value)
            wrong.append(speaker)
    Speaker.objects.bulk_update(wrong, SPEAKER_COLUMNS, batch_size=BATCH)
    return len(wrong)


def _recount_aliases(speaker_ids: list[int]) -> int:
    counted = Alias.objects.filter(speaker__in=speaker_ids).annotate(
        right=Count("attributions", filter=Q(attributions__is_live=True))
    )
    wrong = [alias for alias in counted.only("id", "mentions") if alias.mentions != alias.right]
    for alias in wrong:
        alias.mentions = alias.right
    Alias.objects.bulk_update(wrong, ["mentions"], batch_size=BATCH)
    return len(wrong)


class Counted(NamedTuple):
    """What one live attribution brings to the counts of its speaker and name."""

    speaker: int
    alias: int
    day: date
    #: the live statements of its quote
    statements: frozenset[int]
    #: whether one of them belongs to an utterance, in which others may be
    is_grouped: bool


#: of a quote without live statements
NOTHING_SAID: tuple[frozenset[int], bool] = (frozenset(), False)


def statements_by_quote(article_id: int) -> dict[int, tuple[frozenset[int], bool]]:
    """Return the live statements of each quote of an article, and whether one of them is grouped."""
    found: dict[int, list[tuple[int, int | None]]] = defaultdict(list)
    rows = Statement.objects.live().filter(article=article_id)
    for quote, number, utterance in rows.values_list("quote_id", "id", "utterance_id"):
        found[quote].append((number, utterance))
    return {
        quote: (frozenset(number for number, _ in some), any(utterance for _, utterance in some))
        for quote, some in found.items()
    }


def add_to_counts(before: Collection[Counted], after: Collection[Counted]) -> None:
    """Bring counts of speakers and names up to date after the attributions of one article changed.

    What was only added is added; a speaker that lost something, or gained what is grouped already, is
    counted anew.
    """
    lost = Counter(before) - Counter(after)
    gained = Counter(after) - Counter(before)
    counted_anew = {row.speaker for row in lost} | {row.speaker for row in gained if row.is_grouped}
    recount_speakers(counted_anew)
    quotes: Counter[int] = Counter()
    aliases: Counter[int] = Counter()
    statements: dict[int, set[int]] = defaultdict(set)
    days: dict[int, date] = {}
    for row, count in gained.items():
        if row.speaker not in counted_anew:
            quotes[row.speaker] += count
            aliases[row.alias] += count
            statements[row.speaker] |= row.statements
            days[row.speaker] = max(row.day, days.get(row.speaker, UNKNOWN_DAY))
    for speaker, count in quotes.items():
        said = len(statements[speaker])
        Speaker.objects.filter(pk=speaker).update(
            quote_count=F("quote_count") + count,
            last_day=Greatest("last_day", Value(days[speaker])),
            statement_count=F("statement_count") + said,
            utterance_count=F("utterance_count") + said,
        )
    for alias, count in aliases.items():
        Alias.objects.filter(pk=alias).update(mentions=F("mentions") + count)


def move_utterance_counts(moved: Mapping[int, int]) -> None:
    """Add to the utterances of speakers after statements were grouped otherwise: speaker → how many more."""
    by_difference: dict[int, list[int]] = defaultdict(list)
    for speaker, difference in moved.items():
        if difference:
            by_difference[difference].append(speaker)
    for difference, speakers in sorted(by_difference.items()):
        for some in batches(speakers):
            Speaker.objects.filter(pk__in=some).update(
                utterance_count=Greatest(F("utterance_count") + difference, Value(0))
            )


def deal_slots() -> int:
    """Give the free colours and shapes to the most quoted speakers without one; the others keep theirs.

    A speaker that was merged or retired gives its slot back. Returns how many changed.
    """
    freed = Speaker.objects.filter(slot__gt=0, is_live=False).update(slot=0)
    taken = set(Speaker.objects.filter(slot__gt=0).values_list("slot", flat=True))
    free = [slot for slot in range(1, SLOTS + 1) if slot not in taken]
    waiting = Speaker.objects.live().filter(slot=0, quote_count__gt=0)
    named = waiting.exclude(kind=Speaker.Kind.UNNAMED).order_by("-quote_count", "id")[: len(free)]
    dealt = list(zip(free, named, strict=False))
    for slot, speaker in dealt:
        Speaker.objects.filter(pk=speaker.pk).update(slot=slot)
    return freed + len(dealt)


def recount_verdicts(match_ids: Collection[int] | None = None) -> int:
    """Copy onto each match what its reviewers' verdicts come to. Returns how many had another one."""
    verdicts = standing_verdicts(with_verdicts() if match_ids is None else match_ids)
    changed = 0
    for some in batches(verdicts):
        rows = Match.objects.filter(pk__in=some).only("id", "verdict")
        wrong = [match for match in rows if match.verdict != verdicts[match.pk]]
        for match in wrong:
            match.verdict = verdicts[match.pk]
        Match.objects.bulk_update(wrong, ["verdict"], batch_size=BATCH)
        changed += len(wrong)
    return changed
