"""Copies: who holds a fingerprint, what pairs say, and the groups as lists and pages show them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from claims.matching.copy_groups import Holder, Linked, group_copies
from claims.models import Article, ArticleFingerprint, CopyGroup, CopyPair
from claims.models.base import UNKNOWN_DAY
from claims.queries.findings import COPIES, Finding

VALUES_AT_ONCE = 5_000  # of one query's list
OUTLETS_NAMED = 8  # of a folded line; the article's page has all
COPIES_OPEN = 6  # beside an article; the others are folded
COPIES_SHOWN = 50  # beside an article; the list of articles has all


@dataclass(frozen=True, slots=True)
class Folded:
    """What stands behind the first article of a text."""

    #: the group of all of them
    group: int
    #: how many copies there are beside it
    count: int
    #: outlets that printed them, each once, in the order of appearance
    outlets: tuple[str, ...]

    @property
    def more_outlets(self) -> int:
        """How many outlets are not named."""
        return max(0, len(self.outlets) - OUTLETS_NAMED)

    @property
    def named(self) -> tuple[str, ...]:
        """The outlets that are named."""
        return self.outlets[:OUTLETS_NAMED]


@dataclass(frozen=True, slots=True)
class ShownCopies:
    """The group of an article as its page shows it, in the order of appearance."""

    count: int
    #: the article itself is always among them
    shown: tuple[Article, ...]

    @property
    def are_few(self) -> bool:
        """Whether all stand open beside the article; of more, the first one and the article itself do."""
        return self.count <= COPIES_OPEN

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.shown)


def holders_of(values: Sequence[int], *, but: int) -> dict[int, list[Holder]]:
    """Return for each fingerprint the live articles that hold it, except one."""
    found: dict[int, list[Holder]] = {value: [] for value in values}
    columns = ("value", "article_id", "article__copies_id", "article__length", "article__outlet")
    for place in range(0, len(values), VALUES_AT_ONCE):
        some = values[place : place + VALUES_AT_ONCE]
        rows = ArticleFingerprint.objects.filter(value__in=some, article__is_live=True).exclude(article=but)
        for value, article, group, length, outlet in rows.order_by("value", "article").values_list(*columns):
            found[value].append(Holder(article, group, length, outlet))
    return found


def appearance(article: Article) -> tuple[object, ...]:
    """Return what orders copies by when they appeared: unknown days last, known times before unknown ones."""
    moment = article.published_at.timestamp() if article.published_at else 0.0
    return (article.day == UNKNOWN_DAY, article.day, article.published_at is None, moment, article.pk)


def linked_articles(ids: Collection[int]) -> set[int]:
    """Return the articles that a found pair joins to one of these."""
    pairs = CopyPair.objects.exclude(kind="")
    found = set(pairs.filter(left__in=ids).values_list("right_id", flat=True))
    return found | set(pairs.filter(right__in=ids).values_list("left_id", flat=True))


def split_pairs(pairs: Iterable[CopyPair]) -> tuple[list[Linked], list[tuple[int, int]]]:
    """Return the pairs that join, and those that a person denied."""
    links, denied = [], []
    for pair in pairs:
        if pair.is_denied:
            denied.append((pair.left_id, pair.right_id))
        elif pair.kind:
            links.append(Linked(pair.left_id, pair.right_id, pair.share))
    return links, denied


def copies_of(article: Article) -> list[Article]:
    """Return the group of an article, itself among them, in the order of appearance, without their texts."""
    if article.copies_id is None:
        return []
    group = Article.objects.live().filter(copies=article.copies_id).select_related("outlet")
    return sorted(group.defer("text"), key=appearance)


def show_copies(article: Article) -> ShownCopies | None:
    """Return the group of an article for its page; None for a text of its own."""
    group = copies_of(article)
    if len(group) < 2:
        return None
    shown = group[:COPIES_SHOWN]
    if article not in shown:
        shown[-1] = article
    return ShownCopies(len(group), tuple(shown))


def folded_behind(articles: Iterable[Article]) -> dict[int, Folded]:
    """Return what stands behind those of the articles that are the first of a group, by their ids."""
    first_of = {row.copies_id: row.pk for row in articles if row.copies_id is not None and not row.copy_kind}
    outlets: dict[int, dict[str, None]] = defaultdict(dict)
    counts: dict[int, int] = defaultdict(int)
    rows = Article.objects.live().filter(copies__in=first_of).exclude(copy_kind="").order_by("day", "id")
    for group, outlet in rows.values_list("copies", "outlet__name"):
        counts[group] += 1
        outlets[group][outlet or "outlet not known"] = None
    return {
        article: Folded(group, counts[group], tuple(outlets[group]))
        for group, article in first_of.items()
        if counts[group]
    }


def copies_in_corpus() -> QuerySet[Article]:
    """Return the articles that are copies of an earlier one: what a folded list leaves out."""
    return Article.objects.exclude(copy_kind="").order_by()


def check_copies() -> Iterator[Finding]:
    """Check that groups are what their pairs make, and which article is the first of each."""
    grouped = list(
        Article.objects.filter(Q(copies__isnull=False) | ~Q(copy_kind=""))
        .select_related("copies")
        .defer("text")
    )
    members: dict[int, list[Article]] = defaultdict(list)
    for row in grouped:
        if row.copies_id is None or not row.is_live:
            yield Finding("article", row.pk, "it counts as a copy and is in no group, or not shown", COPIES)
        else:
            members[row.copies_id].append(row)
    stored = {frozenset(row.pk for row in rows): group for group, rows in members.items()}
    right = {frozenset(group) for group in _groups_by_pairs()}
    for group in stored.keys() - right:
        yield Finding("group of copies", stored[group], "its pairs make another group", COPIES)
    for articles in right - stored.keys():
        problem = f"it and {len(articles) - 1:,} others are copies and no group"
        yield Finding("article", min(articles), problem, COPIES)
    for rows in members.values():
        yield from _check_first(rows)
    for pk in CopyGroup.objects.exclude(pk__in=members).values_list("id", flat=True):
        yield Finding("group of copies", pk, "it has no articles", COPIES)


def _groups_by_pairs() -> list[list[int]]:
    pairs = CopyPair.objects.filter(left__is_live=True, right__is_live=True)
    return group_copies(
        *split_pairs(pairs.filter(Q(is_denied=True) | ~Q(kind="")).iterator(chunk_size=5_000))
    )


def _check_first(rows: list[Article]) -> Iterator[Finding]:
    first = min(rows, key=appearance)
    group = rows[0].copies
    assert group is not None
    if group.first_id != first.pk:
        yield Finding("group of copies", group.pk, f"article {first.pk} appeared first", COPIES)
    for row in rows:
        if (row.copy_kind == "") != (row.pk == first.pk):
            yield Finding("article", row.pk, "only the first of a group is no copy of another one", COPIES)
