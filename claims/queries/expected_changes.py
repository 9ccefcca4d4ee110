"""What a preview of another extraction expects: its changes as lists and files show them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from claims.models import Article, ExpectedChange, Kind, Outlet, Run
from claims.queries.filter_kinds import OneOf, Order, Rows, Typed
from claims.queries.row_filters import RowFilter
from claims.queries.statements import spans_of
from claims.text.spans import cut_parts

#: of each kind, on the page and in what a command prints
EXAMPLES = 3


class ExpectedChangeFilter(RowFilter):
    """Expected changes by kind, rule, outlet and article."""

    kind = OneOf(label="Change", choices=ExpectedChange.Kind.choices)
    rule = Typed(label="Rule", help_text="Its whole name, like after_marks.")
    outlet = Rows(label="Outlet", queryset=Outlet.objects.all(), field_name="article__outlet")
    article = Rows(label="Article", queryset=Article.objects.all())
    order = Order(
        orders={"article": ("article by article", ("article_id", "id")), "kind": ("by kind", ("kind", "id"))}
    )

    class Meta:
        model = ExpectedChange
        fields: list[str] = []


@dataclass(frozen=True, slots=True)
class ShownSide:
    """One side of a change in words."""

    words: str
    kind: str
    rule: str
    confidence: float
    #: names in order; "unknown" for nobody
    speakers: tuple[str, ...]
    start: int


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One expected change with what stands and what would stand; None where there is nothing."""

    change: ExpectedChange
    was: ShownSide | None
    would_be: ShownSide | None

    @property
    def words(self) -> str:
        """The words as they would stand, or as they stand."""
        side = self.would_be or self.was
        return side.words if side is not None else ""

    @property
    def has_other_words(self) -> bool:
        """Whether both sides are there and differ in their words."""
        return self.was is not None and self.would_be is not None and self.was.words != self.would_be.words

    @property
    def has_other_speakers(self) -> bool:
        """Whether both sides are there and differ in who speaks."""
        both = self.was is not None and self.would_be is not None
        return both and self.was.speakers != self.would_be.speakers  # type: ignore[union-attr]


def changes_of(preview: Run) -> QuerySet[ExpectedChange]:
    """Return the changes that a preview expects, with their articles and outlets."""
    return ExpectedChange.objects.filter(run=preview).select_related("article__outlet")


def examples_of(preview: Run) -> list[ShownChange]:
    """Return the first changes of each kind."""
    shown: list[ShownChange] = []
    for kind in ExpectedChange.Kind.values:
        shown += show_changes(changes_of(preview).filter(kind=kind).order_by("id")[:EXAMPLES])
    return shown


def show_changes(changes: Iterable[ExpectedChange]) -> Iterator[ShownChange]:
    """Give changes in words, cut from the texts of their articles."""
    for change in changes:
        text = change.article.text
        yield ShownChange(change, _show(change.was, text), _show(change.would_be, text))


def _show(side: dict[str, Any], text: str) -> ShownSide | None:
    if not side:
        return None
    parts = spans_of(side["parts"])
    return ShownSide(
        words=cut_parts(text, parts),
        kind=Kind(side["kind"]).label,
        rule=side["rule"],
        confidence=side["confidence"],
        speakers=tuple(speaker["name"] or "unknown" for speaker in side["speakers"]),
        start=parts[0].start,
    )
