"""Utterances kept in line with statements, matches and verdicts. The grouping itself is the matching room's.

Only what may change is looked at: statements, those linked to them, and all that share an utterance with
either. An utterance's id is an address: it survives growth, one that is given up leads on, and one that
people join and part again gets its old id back.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from django.db import transaction
from django.db.models import Q

from claims.matching.relation import Relation
from claims.matching.utterances import JOINED_FROM, Group, Grouping, Link, Said, group_utterances, turns_words
from claims.models import Attribution, Match, Speaker, Statement, Utterance, VerdictKind
from claims.models.base import UNKNOWN_DAY
from claims.models.match import DIFFER
from claims.models.quote import Kind
from claims.services.recounts import BATCH, batches, move_utterance_counts
from claims.services.yielding import give_way

JOINING = (Match.Relation.SAME_WORDS, Match.Relation.CONTAINED)
#: a contradiction is not the same statement either
PARTING = (VerdictKind.UNRELATED, VerdictKind.CONTRADICTS)
#: statements without a known speaker that are looked at in one transaction
UNKNOWN_AT_ONCE = 5_000


def regroup_utterances(speaker_ids: Collection[int] | None = None) -> int:
    """Group the statements of the given speakers, or of all and of nobody known, anew.

    One transaction a speaker. Returns how many utterances changed.
    """
    live = Statement.objects.live()
    changed = 0
    ids = (
        Speaker.objects.filter(quote_count__gt=0).values_list("id", flat=True)
        if speaker_ids is None
        else speaker_ids
    )
    for speaker in sorted(ids):
        said = Attribution.objects.live().filter(speaker=speaker).values("quote")
        changed += regroup_around(live.filter(quote__in=said).values_list("id", flat=True))
        give_way()
    if speaker_ids is None:
        known = Attribution.objects.live().filter(speaker__isnull=False).values("quote")
        unknown = list(live.exclude(quote__in=known).order_by("id").values_list("id", flat=True))
        for place in range(0, len(unknown), UNKNOWN_AT_ONCE):
            changed += regroup_around(unknown[place : place + UNKNOWN_AT_ONCE])
            give_way()
    return changed


@transaction.atomic
def regroup_around(statement_ids: Iterable[int]) -> int:
    """Group the given statements, live or not, and all that may go with them. Returns how many changed."""
    seeds = set(statement_ids)
    if not seeds:
        return 0
    near = seeds | _linked_to(seeds)
    utterances = _utterances_of(near)
    rows = {row.pk: row for row in _statements(near | _members_of(utterances))}
    speakers = _speakers_of({row.quote_id for row in rows.values()})
    before = _utterances_by_speaker(rows, speakers)
    changed = _Writer(rows, utterances).write(_group(rows, speakers))
    after = _utterances_by_speaker(rows, speakers)
    move_utterance_counts({speaker: after[speaker] - before[speaker] for speaker in after | before})
    return changed


def _utterances_by_speaker(rows: dict[int, Statement], speakers: dict[int, list[int]]) -> Counter[int]:
    """Return how many utterances of each speaker these statements print; one without counts as its own."""
    said = {
        (speaker, row.utterance_id or -row.pk)
        for row in rows.values()
        for speaker in speakers.get(row.quote_id, ())
    }
    return Counter(speaker for speaker, _ in said)


def _utterances_of(statements: Collection[int]) -> set[int]:
    found: set[int] = set()
    for some in batches(statements):
        rows = Statement.objects.filter(pk__in=some, utterance__isnull=False)
        found.update(rows.values_list("utterance_id", flat=True))
    return found


def _members_of(utterances: Collection[int]) -> set[int]:
    found: set[int] = set()
    for some in batches(utterances):
        found.update(Statement.objects.live().filter(utterance__in=some).values_list("id", flat=True))
    return found


def _linked_to(statements: Collection[int]) -> set[int]:
    """Return the statements that a match may join to one of these."""
    joining = Q(relation__in=JOINING, score__gte=JOINED_FROM) | Q(verdict=VerdictKind.SAME_STATEMENT)
    matches = Match.objects.live().filter(joining)
    found: set[int] = set()
    for some in batches(statements):
        found.update(matches.filter(left__in=some).values_list("right_id", flat=True))
        found.update(matches.filter(right__in=some).values_list("left_id", flat=True))
    return found


def _statements(ids: Collection[int]) -> Iterable[Statement]:
    for some in batches(ids):
        rows = Statement.objects.live().filter(pk__in=some).select_related("quote", "article")
        yield from rows.only("id", "quote__kind", "day", "exact", "utterance_id", "article__language")


def _group(rows: dict[int, Statement], speakers: dict[int, list[int]]) -> Grouping:
    said = [
        Said(
            id=row.pk,
            speaker=next(iter(speakers.get(row.quote_id, ())), None),
            day=None if row.day == UNKNOWN_DAY else row.day.toordinal(),
            length=len(row.exact.split()),
            utterance=row.utterance_id,
        )
        for row in rows.values()
    ]
    links: list[Link] = []
    verdicts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for some in batches(rows):
        for match in Match.objects.live().filter(left__in=some):
            if match.right_id not in rows:
                continue
            verdicts[match.verdict].append((match.left_id, match.right_id))
            if match.relation in JOINING and match.verdict != DIFFER:
                links.append(_link(match, rows[match.left_id], rows[match.right_id]))
    partings = [pair for kind in PARTING for pair in verdicts[kind]]
    return group_utterances(said, links, joins=verdicts[VerdictKind.SAME_STATEMENT], partings=partings)


def _link(match: Match, left: Statement, right: Statement) -> Link:
    is_turned = (
        match.relation == Match.Relation.CONTAINED
        and match.score >= JOINED_FROM
        and left.quote.kind == right.quote.kind == Kind.DIRECT
        and turns_words(left.exact, right.exact, left.article.language)
    )
    return Link(left.pk, right.pk, match.score, Relation(match.relation.lower()), is_turned)


def _speakers_of(quotes: Collection[int]) -> dict[int, list[int]]:
    """Return the known speakers of each quote in their order; without any, no key."""
    found: dict[int, list[int]] = defaultdict(list)
    for some in batches(quotes):
        rows = Attribution.objects.live().filter(quote__in=some, speaker__isnull=False)
        for quote, speaker in rows.order_by("order", "id").values_list("quote_id", "speaker_id"):
            found[quote].append(speaker)
    return dict(found)


class _Writer:
    """Writes a grouping to the rows; what is right already is left alone."""

    def __init__(self, rows: dict[int, Statement], utterances: Collection[int]) -> None:
        self.rows = rows
        self.resaved = 0
        self.utterances = {
            row.pk: row for some in batches(utterances) for row in Utterance.objects.filter(pk__in=some)
        }
        articles = {row.article_id for row in rows.values()}
        self.outlets: dict[int, int | None] = {}
        for some in batches(articles):
            found = Statement.objects.filter(article__in=some).values_list("article_id", "article__outlet_id")
            self.outlets.update(found.distinct())

    def write(self, grouping: Grouping) -> int:
        """Write the groups and where given-up ids lead. Returns how many utterances changed."""
        given_up = self._given_up(grouping)
        written = [(group, self._utterance_of(group, given_up)) for group in grouping.groups]
        fresh = [utterance for _, utterance in written if utterance.pk is None]
        Utterance.objects.bulk_create(fresh, batch_size=BATCH)
        changed = len(fresh) + self.resaved
        moved: list[Statement] = []
        for group, utterance in written:
            for number in group.statements:
                if self.rows[number].utterance_id != utterance.pk:
                    self.rows[number].utterance = utterance
                    moved.append(self.rows[number])
        Statement.objects.bulk_update(moved, ["utterance"], batch_size=BATCH)
        kept = {group.utterance for group in grouping.groups}
        for utterance in self.utterances.values():
            if utterance.pk not in kept and utterance.is_live:
                utterance.is_live, utterance.merged_into_id = False, grouping.merged.get(utterance.pk)
                utterance.save(update_fields=["is_live", "merged_into"])
                changed += 1
        return changed

    def _given_up(self, grouping: Grouping) -> dict[int, Utterance]:
        """Return utterances that were given up, by their first statement: it may stand apart again."""
        fresh = [group.statements for group in grouping.groups if group.utterance is None]
        found: dict[int, Utterance] = {}
        for some in batches(number for statements in fresh for number in statements):
            for utterance in Utterance.objects.filter(first__in=some, is_live=False).order_by("-id"):
                found[utterance.first_id] = utterance
        return found

    def _utterance_of(self, group: Group, given_up: dict[int, Utterance]) -> Utterance:
        """Return the utterance of a group as it should be: stored, or new and not stored yet."""
        members = [self.rows[number] for number in group.statements]
        # statements without a day come last: they are the first appearance of nothing
        first = min(members, key=lambda row: (row.day == UNKNOWN_DAY, row.day, row.pk))
        if group.utterance is not None:
            utterance = self.utterances[group.utterance]
        else:
            back = (given_up[number] for number in group.statements if number in given_up)
            utterance = next(back, None) or Utterance()
        values = {
            "first_id": first.pk,
            "first_day": first.day,
            "last_day": max(row.day for row in members),
            "statements": len(members),
            "outlets": len({self.outlets[row.article_id] for row in members}),
            "merged_into_id": None,
            "is_live": True,
        }
        is_changed = any(getattr(utterance, name) != value for name, value in values.items())
        for name, value in values.items():
            setattr(utterance, name, value)
        if is_changed and utterance.pk is not None:
            utterance.save()
            self.resaved += 1
        return utterance
