"""Copies: each article compared with those that share a stretch of words, and the groups that pairs make.

One transaction an article, so that a search that was stopped goes on with the next. Fingerprints, pairs and
groups are derived; that two articles are *no* copies is a person's word and stays.
"""

from collections import OrderedDict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from claims.matching.copies import Copy, ReadText, compare, read_text, share_in_common
from claims.matching.copy_groups import choose_candidates, group_copies
from claims.models import Article, ArticleFingerprint, CopyGroup, CopyPair, Run, Statement, User
from claims.queries.copies import appearance, holders_of, linked_articles, split_pairs
from claims.services.changes import begin_change, save_changed, save_quietly
from claims.services.progress import SILENT, Progress
from claims.services.reach import measure_reach
from claims.services.recounts import BATCH, batches
from claims.services.rights import require_reviewer
from claims.services.yielding import give_way, write_alone

TEXTS_AT_HAND = 2_000  # texts that stay read: copies come close together, and one takes some 5 kB
SHOWN_TITLE = 60  # characters of a title in the words of a change
COPY_COLUMNS = ("copies", "copy_kind", "copy_share")


class UnableToPartCopies(Exception):
    """The article cannot be taken out of its group; the words say why and what to do."""


@dataclass(slots=True)
class Compared:
    """What a search for copies did: articles looked at, and how many of them are copies."""

    articles: int = 0
    copies: int = 0


def compare_articles(*, articles: QuerySet[Article], run: Run, progress: Progress = SILENT) -> Compared:
    """Find the copies of articles among all that were looked at, one transaction an article.

    :raises Stopped: if a stop was asked for; what is done stays.
    """
    ids = list(articles.order_by("id").values_list("id", flat=True))
    progress.begin(len(ids), "articles compared")
    texts = _Texts()
    compared = Compared()
    for article in ids:
        compared.copies += _compare_article(article, texts, run)
        compared.articles += 1
        progress.advance()
        give_way()
    return compared


@transaction.atomic
def part_copies(*, article: Article, by: User) -> Article:
    """Say that an article is a text of its own: it leaves its group, and no search puts it back.

    :raises UnableToPartCopies: if it is in no group.
    """
    require_reviewer(by)
    write_alone()
    article = Article.objects.defer("text").get(pk=article.pk)
    others = Article.objects.live().filter(copies=article.copies_id).exclude(pk=article.pk)
    ids = list(others.order_by("id").values_list("id", flat=True)) if article.copies_id else []
    if not ids:
        raise UnableToPartCopies(
            "This article counts as a text of its own already. Load the page again to see how it stands."
        )
    title = " ".join(article.title.split())
    shown = title if len(title) <= SHOWN_TITLE else title[: SHOWN_TITLE - 1] + "…"
    words = f"said that “{shown or f'article {article.pk}'}” is no copy of {len(ids):,} others"
    change = begin_change(verb="part_copies", words=words, by=by)
    pairs = _pairs_of(article.pk)
    for other in ids:
        pair = pairs.get(other) or _pair_between(article.pk, other)
        if pair.pk is None:  # stored as it was before the person spoke, for undo to go back to
            save_quietly(pair)
        pair.is_denied, pair.denied_by = True, by
        save_changed(change, pair, fields=["is_denied", "denied_by"])
    regroup_copies([article.pk, *ids])
    article.refresh_from_db(fields=COPY_COLUMNS)
    return article


@transaction.atomic
def regroup_copies(article_ids: Iterable[int]) -> int:
    """Group articles, and all that may go with them, by their pairs. Returns how many rows changed."""
    near = _with_all_near(set(article_ids))
    if not near:
        return 0
    rows = {
        row.pk: row for some in batches(near) for row in Article.objects.filter(pk__in=some).defer("text")
    }
    return _Writer(rows).write()


def regroup_all_copies() -> int:
    """Group every article that is or may be a copy anew. Returns how many rows changed."""
    ids = set(Article.objects.filter(copies__isnull=False).values_list("id", flat=True))
    ids |= set(Article.objects.exclude(copy_kind="").values_list("id", flat=True))
    for pair in (
        CopyPair.objects.exclude(kind="").values_list("left_id", "right_id").iterator(chunk_size=BATCH)
    ):
        ids.update(pair)
    changed = 0
    while ids:
        near = _with_all_near({min(ids)})
        changed += regroup_copies(near)
        ids -= near
    empty = CopyGroup.objects.filter(articles__isnull=True)
    return changed + empty.delete()[0]


class _Texts:
    """Texts as they are compared; those that were read last stay at hand."""

    def __init__(self) -> None:
        self.at_hand: OrderedDict[int, ReadText] = OrderedDict()

    def read(self, ids: Collection[int]) -> dict[int, ReadText]:
        """Return the texts of articles by their ids."""
        missing = [number for number in ids if number not in self.at_hand]
        for some in batches(missing):
            for row in Article.objects.filter(pk__in=some).only("id", "text", "body_start"):
                self.at_hand[row.pk] = read_text(row.body)
        found = {number: self.at_hand[number] for number in ids}
        for number in ids:
            self.at_hand.move_to_end(number)
        while len(self.at_hand) > TEXTS_AT_HAND:
            self.at_hand.popitem(last=False)
        return found


@transaction.atomic
def _compare_article(number: int, texts: _Texts, run: Run) -> bool:
    """Find and store the copies of one article. Returns whether it has any."""
    write_alone()  # two searches at once would make two groups of one text
    article = Article.objects.only("id", "length", "copies").get(pk=number)
    own = texts.read([number])[number]
    candidates = choose_candidates(holders_of(own.fingerprints, but=number), article.length)
    _store_fingerprints(number, set(own.fingerprints) - candidates.full)
    others = texts.read(candidates.articles)
    compared = {other: compare(own, others[other], stopped=candidates.stopped) for other in others}
    found = {other: copy for other, copy in compared.items() if copy is not None}
    has_pairs = _store_pairs(number, found, set(compared), run)
    article.copies_run = run
    save_quietly(article, fields=["copies_run"])
    if has_pairs or article.copies_id is not None:
        regroup_copies([number])
    return bool(found)


def _store_fingerprints(article: int, values: set[int]) -> None:
    stored = ArticleFingerprint.objects.filter(article=article)
    if set(stored.values_list("value", flat=True)) == values:
        return
    stored.delete()
    rows = [ArticleFingerprint(article_id=article, value=value) for value in sorted(values)]
    ArticleFingerprint.objects.bulk_create(rows, batch_size=BATCH)


def _store_pairs(article: int, found: dict[int, Copy], compared: set[int], run: Run) -> bool:
    """Write what was found; a pair that was looked at from both sides and not found any more says nothing.

    Returns whether the article has or had pairs.
    """
    pairs = _pairs_of(article)
    if not (pairs or found):
        return False
    for other, copy in found.items():
        pair = pairs.pop(other, None) or _pair_between(article, other)
        pair.kind, pair.share, pair.run = copy.kind.value.upper(), copy.share, run
        save_quietly(pair)
    reached = set(Article.objects.filter(pk__in=pairs, copies_run__gte=run).values_list("id", flat=True))
    for other, pair in pairs.items():
        if pair.kind and (other in compared or (other in reached and pair.run_id != run.pk)):
            pair.kind, pair.share = "", 0.0
            save_quietly(pair, fields=["kind", "share"])
    return True


def _pairs_of(article: int) -> dict[int, CopyPair]:
    """Return the stored pairs of an article by the other one."""
    found = {pair.right_id: pair for pair in CopyPair.objects.filter(left=article)}
    return found | {pair.left_id: pair for pair in CopyPair.objects.filter(right=article)}


def _pair_between(one: int, other: int) -> CopyPair:
    left, right = sorted((one, other))
    return CopyPair(left_id=left, right_id=right)


def _with_all_near(seeds: set[int]) -> set[int]:
    """Return articles with all that pairs or groups lead to, from one to the next."""
    near: set[int] = set()
    fresh = seeds
    while fresh:
        near |= fresh
        reached: set[int] = set()
        for some in batches(fresh):
            reached |= linked_articles(some)
            groups = Article.objects.filter(pk__in=some, copies__isnull=False).values("copies")
            reached.update(Article.objects.filter(copies__in=groups).values_list("id", flat=True))
        fresh = reached - near
    return near


class _Writer:
    """Writes the groups of some articles; what is right already is left alone. Ids of groups survive."""

    def __init__(self, rows: dict[int, Article]) -> None:
        self.rows = rows
        self.groups = CopyGroup.objects.in_bulk({row.copies_id for row in rows.values() if row.copies_id})
        live = {pk for pk, row in rows.items() if row.is_live}
        self.pairs = {
            (pair.left_id, pair.right_id): pair
            for some in batches(live)
            for pair in CopyPair.objects.filter(left__in=some)
            if pair.right_id in live
        }
        self.changed: list[Article] = []

    def write(self) -> int:
        """Write groups and what each article is in them. Returns how many rows changed."""
        free = dict(self.groups)
        alone = set(self.rows)
        written = 0
        for members in sorted(group_copies(*split_pairs(self.pairs.values())), key=lambda group: -len(group)):
            alone.difference_update(members)
            first = min((self.rows[member] for member in members), key=appearance)
            held = {self.rows[member].copies_id for member in members}
            kept = min((number for number in held if number is not None and number in free), default=None)
            group = CopyGroup() if kept is None else free.pop(kept)
            is_first_new = group.first_id != first.pk
            if is_first_new:
                group.first = first
                group.save()
                written += 1
            for member in members:
                self._set(self.rows[member], group, first, is_first_new)
        for number in alone:
            self._put(self.rows[number], None, "", None)
        Article.objects.bulk_update(self.changed, COPY_COLUMNS, batch_size=BATCH)
        self._measure()
        CopyGroup.objects.filter(pk__in=free).delete()
        return written + len(self.changed) + len(free)

    def _measure(self) -> None:
        """Let matches of what became a copy, or is none any more, say what a verdict on them is worth."""
        changed = [row.pk for row in self.changed]
        for some in batches(changed):
            statements = Statement.objects.live().filter(article__in=some)
            measure_reach(list(statements.values_list("id", flat=True)))

    def _set(self, row: Article, group: CopyGroup, first: Article, is_first_new: bool) -> None:
        if row.pk == first.pk:
            self._put(row, group.pk, "", None)
            return
        left, right = sorted((row.pk, first.pk))
        pair = self.pairs.get((left, right))
        if pair is not None and pair.kind:
            self._put(row, group.pk, pair.kind, pair.share)
        elif is_first_new or not row.copy_kind or row.copies_id != group.pk:
            self._put(row, group.pk, *_compared_with_first(row, first))

    def _put(self, row: Article, group: int | None, kind: str, share: float | None) -> None:
        if (row.copies_id, row.copy_kind, row.copy_share) != (group, kind, share):
            row.copies_id, row.copy_kind, row.copy_share = group, kind, share
            self.changed.append(row)


def _compared_with_first(row: Article, first: Article) -> tuple[str, float]:
    """Return how an article is a copy of the first one if other copies led to it: with cuts, at least."""
    texts = _Texts().read([row.pk, first.pk])
    copy = compare(texts[row.pk], texts[first.pk])
    if copy is not None:
        return copy.kind.value.upper(), copy.share
    return Article.CopyKind.CUT, share_in_common(texts[row.pk], texts[first.pk])
