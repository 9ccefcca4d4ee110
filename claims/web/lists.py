"""Lists: filters in the address, what is in use as chips, an order, pages, and downloads of the same rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict
from django.urls import reverse

from claims.queries.claims import paths_of_claims
from claims.queries.filter_kinds import Choice, Count, Day, OneOf, Order, Rows, Share, Slider
from claims.queries.filters import RowFilter
from claims.templatetags.on_record import day
from claims.web.answers import user_of
from claims.web.codebook_in_use import membership_in_use

ROWS_ON_A_PAGE = 50
MAX_CHECKBOXES = 300  # of one filter; they scroll
SAID_TO_BE_ALL = "filters=none"  # an address that says so: a bare one may stand for a list's usual filters
MAX_CULPRITS = 8  # filters tried for the one that leaves nothing

#: typed names that suggestions turn into a row: its filter, and the address that suggests
SUGGESTED = {"speaker_name": ("speaker", "find_speakers")}
#: filters that links and suggestions set, and the form only keeps
CHOSEN_ELSEWHERE = {"speaker", "article", "copies_of"}
#: how the rows of a filter are sorted where it is not by name
SORTED_BY = {"coder": ("username",)}
#: the filters that are always shown, in this order; the others are folded below
SHOWN_FIRST = (
    "q", "speaker_name", "speaker", "article", "stance", "tagged", "min_score", "verdict", "mine", "whose",
    "flag", "after", "before", "kind", "outlet", "claim", "min_quotes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShownChoice:
    """One choice of a filter."""

    value: str
    label: str
    is_chosen: bool
    language: str = ""


@dataclass(frozen=True, slots=True)
class ShownFilter:
    """One filter as its form shows it."""

    name: str
    label: str
    #: words, day, number, slider, select, checkboxes or hidden
    kind: str
    value: str = ""
    choices: tuple[ShownChoice, ...] = ()
    errors: tuple[str, ...] = ()
    hint: str = ""
    find: str = ""
    into: str = ""
    #: of a slider
    lowest: float = 0.0

    @property
    def is_first(self) -> bool:
        """Whether it is always shown, not folded with the rarer ones."""
        return self.name in SHOWN_FIRST or self.kind == "hidden"

    @property
    def is_used(self) -> bool:
        """Whether it narrows the list, or tried to."""
        chosen = any(choice.is_chosen and choice.value for choice in self.choices)
        return bool(self.value or self.errors) or chosen

    @property
    def is_open(self) -> bool:
        """Whether a folded filter is shown open: it is in use, wrong, or short."""
        return bool(self.errors) or len(self.choices) <= 5 or any(choice.is_chosen for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in use, and the address without it."""

    name: str
    label: str
    value: str
    without: str


@dataclass(frozen=True, slots=True)
class Culprit:
    """The filter that leaves nothing, and how many there are without it."""

    label: str
    value: str
    without: str
    left: int


def make_filter(request: HttpRequest, kind: type[RowFilter], rows: Any) -> RowFilter:
    """Return the filter of a list, for this person and the codebook in use."""
    membership = membership_in_use(request)
    return kind(
        request.GET, rows, user=user_of(request), codebook=membership.codebook if membership else None
    )


def list_context(
    request: HttpRequest,
    narrowed: RowFilter,
    *,
    rows: Any = None,
    rows_on_a_page: int = ROWS_ON_A_PAGE,
) -> dict[str, Any]:
    """Return what the templates of a list need: its page of rows, filters, chips and order.

    :param rows: the rows of ``narrowed`` in an order that no query gives; what filter leaves none of them
        is not looked for.
    """
    page = Paginator(narrowed.qs if rows is None else rows, rows_on_a_page).get_page(request.GET.get("page"))
    fields = list(shown_filters(narrowed))
    chips = list(chips_of(narrowed))
    return {
        "filter": narrowed,
        "page": page,
        "page_numbers": list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)),
        "fields": fields,
        "errors": [field for field in fields if field.errors],
        "chips": chips,
        "culprit": None if page.paginator.count or rows is not None else find_culprit(narrowed, chips),
        "order": narrowed.form.cleaned_data.get("order") or narrowed.filters["order"].default,
        "order_choices": order_choices(narrowed),
        "order_keeps": [
            (name, value)
            for name, values in narrowed.data.lists()
            if name not in ("order", "page")
            for value in values
        ],
        "words": narrowed.form.cleaned_data.get("q", ""),
    }


def order_choices(narrowed: RowFilter) -> list[ShownChoice]:
    """Return the orders of a list."""
    order = narrowed.filters["order"]
    chosen = narrowed.form.cleaned_data.get("order") or order.default
    return [ShownChoice(value, label, value == chosen) for value, label in order.extra["choices"]]


def shown_filters(narrowed: RowFilter) -> Iterator[ShownFilter]:
    """Return the filters as the form shows them, those that are always shown before the others."""
    first = [name for name in SHOWN_FIRST if name in narrowed.filters]
    for name in [*first, *(name for name in narrowed.filters if name not in first)]:
        kind = narrowed.filters[name]
        if not isinstance(kind, Order):
            yield _shown_filter(narrowed, name, kind)


def _shown_filter(narrowed: RowFilter, name: str, kind: Any) -> ShownFilter:
    typed = narrowed.data.getlist(name) if isinstance(narrowed.data, QueryDict) else []
    label, errors = str(kind.label), tuple(narrowed.errors.get(name, ()))
    if isinstance(kind, Rows):
        return _shown_rows(name, kind, typed, label, errors)
    if isinstance(kind, OneOf):
        return ShownFilter(name, label, "checkboxes", choices=_choices(kind, typed), errors=errors)
    if isinstance(kind, Choice):
        no_choice = ShownChoice("", str(kind.extra["empty_label"]), not any(typed))
        choices = (no_choice, *_choices(kind, typed))
        return ShownFilter(name, label, "select", choices=choices, errors=errors)
    value = typed[-1].replace("\x00", "") if typed else ""
    if isinstance(kind, Slider):
        shown = value if value and not errors else f"{kind.lowest:.2f}"
        return ShownFilter(name, label, "slider", value=shown, errors=errors, lowest=kind.lowest)
    if isinstance(kind, Day | Share | Count):
        shown_as = "day" if isinstance(kind, Day) else "number"
        return ShownFilter(name, label, shown_as, value=value, errors=errors)
    into, find = SUGGESTED.get(name, ("", ""))
    return ShownFilter(
        name,
        label,
        "words",
        value=value,
        errors=errors,
        hint=str(kind.extra.get("help_text", "")),
        find=reverse(find) if find else "",
        into=into,
    )


def _shown_rows(name: str, kind: Rows, typed: list[str], label: str, errors: tuple[str, ...]) -> ShownFilter:
    if name in CHOSEN_ELSEWHERE:
        chosen = tuple(ShownChoice(value, value, True) for value in typed)
        return ShownFilter(name, label, "hidden", choices=chosen, errors=errors)
    rows = kind.field.queryset.order_by(*SORTED_BY.get(name, ("name", "id")))[:MAX_CHECKBOXES]
    labels = paths_of_claims(rows) if name == "claim" else {row.pk: str(row) for row in rows}
    choices = tuple(
        ShownChoice(str(row.pk), labels[row.pk], str(row.pk) in typed, getattr(row, "language", ""))
        for row in sorted(rows, key=lambda row: labels[row.pk] if name == "claim" else "")
    )
    return ShownFilter(name, label, "checkboxes", choices=choices, errors=errors)


def _choices(kind: Any, typed: list[str]) -> tuple[ShownChoice, ...]:
    return tuple(ShownChoice(value, str(label), value in typed) for value, label in kind.extra["choices"])


def chips_of(narrowed: RowFilter) -> Iterator[Chip]:
    """Return the filters in use, each value on its own."""
    for name, value in narrowed.form.cleaned_data.items():
        kind = narrowed.filters[name]
        if isinstance(kind, Order) or value in (None, "") or (isinstance(kind, Rows | OneOf) and not value):
            continue
        for each, typed in _values(kind, value, narrowed.data.getlist(name)):
            yield Chip(name, str(kind.label), each, "?" + _without(narrowed.data, name, typed))


def _values(kind: Any, value: Any, typed: list[str]) -> list[tuple[str, str]]:
    """Return each value of a filter as it is shown and as it stands in the address."""
    if isinstance(kind, Rows):
        return [(str(row), str(row.pk)) for row in value]
    if isinstance(kind, OneOf | Choice):
        words = {str(key): str(label) for key, label in kind.extra["choices"]}
        return [(words[each], each) for each in (value if isinstance(value, list) else [value])]
    return [(day(value) if isinstance(kind, Day) else str(value), typed[-1])]


def _without(data: QueryDict, name: str, value: str) -> str:
    left = data.copy()
    left.setlist(name, [each for each in data.getlist(name) if each != value])
    left.pop("page", None)
    return left.urlencode() or SAID_TO_BE_ALL


def find_culprit(narrowed: RowFilter, chips: list[Chip]) -> Culprit | None:
    """Return the first filter without which something is left."""
    for chip in chips[:MAX_CULPRITS]:
        data = QueryDict(chip.without.removeprefix("?"))
        again = type(narrowed)(data, narrowed.queryset, user=narrowed.user, codebook=narrowed.codebook)
        left = again.qs.count()
        if left:
            return Culprit(chip.label, chip.value, chip.without, left)
    return None
