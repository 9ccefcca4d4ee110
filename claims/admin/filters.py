"""Filters beside the lists: links, days, numbers and autocomplete fields.

They only show what an address may say; the lists are narrowed by the FilterSets of the pages, which
have the same names (``FilteredChangeList``). No filter lists more choices than the program knows,
but for the members of one's own codebooks.
"""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.contrib.admin.filters import ListFilter
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Field, ForeignKey, QuerySet
from django.forms import ModelChoiceField
from django.http import HttpRequest

from claims.admin.base import memberships, user_of
from claims.models import Annotation, Certainty, Kind, Match, Membership, Quote, Speaker, Stance, VerdictKind
from claims.models.match import DIFFER
from claims.models.quote import Attribution
from claims.queries.copy_filters import BETWEEN_COPIES, FIRST_OF_TEXT_CHOICE
from claims.queries.filter_kinds import is_id
from claims.queries.filters import NO_VERDICT


class ParameterFilter(ListFilter):
    """A filter that takes its values from the address and leaves the narrowing to the FilterSet."""

    parameters: ClassVar[tuple[str, ...]] = ()

    def __init__(self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        self.model_admin = model_admin
        for name in self.parameters:
            if name in params:
                self.used_parameters[name] = params.pop(name)[-1]

    def has_output(self) -> bool:
        """Say that it is shown."""
        return True

    def expected_parameters(self) -> list[str | None]:
        """Return the names in the address that are this filter's."""
        return list(self.parameters)

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Leave the rows to the FilterSet."""
        return queryset

    def value(self, name: str) -> str:
        """Return what the address says."""
        return str(self.used_parameters.get(name, ""))


class LinksFilter(ParameterFilter):
    """A few choices as links."""

    #: values and labels
    offered: ClassVar[Iterable[tuple[str, Any]]] = ()

    def options(self) -> Iterable[tuple[Any, Any]]:
        """Return values and labels."""
        return self.offered

    def choices(self, changelist: ChangeList) -> Iterator[dict[str, Any]]:
        """Return the links."""
        name = self.parameters[0]
        for value, label in [("", "All"), *self.options()]:
            yield {
                "selected": self.value(name) == str(value),
                "query_string": changelist.get_query_string({name: value} if value != "" else {}, [name]),
                "display": label,
            }


class FormFilter(ParameterFilter):
    """Fields with a button; the other values of the address go along."""

    template = "admin/filter_form.html"

    def fields(self) -> list[dict[str, Any]]:
        """Return what the template draws: name, label, and a widget or the type of an input."""
        raise NotImplementedError

    def choices(self, changelist: ChangeList) -> Iterator[dict[str, Any]]:
        """Return one choice that holds the whole form."""
        kept = [
            (name, value)
            for name, values in changelist.filter_params.items()
            for value in (values if isinstance(values, list) else [values])
            if name not in self.parameters
        ]
        if changelist.query:
            kept.append(("q", changelist.query))
        yield {
            "fields": self.fields(),
            "kept": kept,
            "is_set": bool(self.used_parameters),
            "clear": "?" + urlencode(kept),
        }


class DaysFilter(FormFilter):
    """From one day to another."""

    title = "day"
    parameters = ("after", "before")

    def fields(self) -> list[dict[str, Any]]:
        """Return two fields of days."""
        return [
            {"name": "after", "label": "From", "type": "date", "value": self.value("after")},
            {"name": "before", "label": "To", "type": "date", "value": self.value("before")},
        ]


class ConfidenceFilter(FormFilter):
    """How sure the program is, from and to."""

    title = "confidence"
    parameters = ("min_confidence", "max_confidence")

    def fields(self) -> list[dict[str, Any]]:
        """Return two fields of numbers from 0 to 1."""
        pairs = [("min_confidence", "From"), ("max_confidence", "To")]
        return [_share(name, label, self.value(name)) for name, label in pairs]


class ScoreFilter(FormFilter):
    """The score of a match, from and to."""

    title = "score"
    parameters = ("min_score", "max_score")

    def fields(self) -> list[dict[str, Any]]:
        """Return two fields of numbers from 0 to 1."""
        pairs = [("min_score", "From"), ("max_score", "To")]
        return [_share(name, label, self.value(name)) for name, label in pairs]


def _share(name: str, label: str, value: str) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "type": "number",
        "value": value,
        "step": "0.01",
        "min": "0",
        "max": "1",
    }


class AutocompleteFilter(FormFilter):
    """One row among many, found by typing."""

    #: a column that points to the rows to choose from
    field: ClassVar[Field]

    def fields(self) -> list[dict[str, Any]]:
        """Return one autocomplete field."""
        name = self.parameters[0]
        assert isinstance(self.field, ForeignKey)
        site = self.model_admin.admin_site
        widget = AutocompleteSelect(self.field, site, attrs={"class": "filter-autocomplete"})
        rows = site.get_model_admin(self.field.remote_field.model).get_queryset(self.request)
        widget.choices = ModelChoiceField(queryset=rows).choices
        value = self.value(name)
        # A value that is no row's number is not looked up: the FilterSet answers for it.
        drawn = widget.render(name, value if is_id(value) else None, {"id": f"filter-{name}"})
        return [{"name": name, "label": self.title, "widget": drawn}]


class SpeakerFilter(AutocompleteFilter):
    """By speaker."""

    title = "speaker"
    parameters = ("speaker",)
    field = Attribution._meta.get_field("speaker")


class OutletFilter(AutocompleteFilter):
    """By outlet."""

    title = "outlet"
    parameters = ("outlet",)
    field = Quote._meta.get_field("outlet")


class ArticleFilter(AutocompleteFilter):
    """By article."""

    title = "article"
    parameters = ("article",)
    field = Quote._meta.get_field("article")


class ClaimFilter(AutocompleteFilter):
    """By claim."""

    title = "claim"
    parameters = ("claim",)
    field = Annotation._meta.get_field("claim")


class CoderFilter(LinksFilter):
    """By coder, of one's own codebooks."""

    title = "coder"
    parameters = ("coder",)

    def options(self) -> Iterable[tuple[int, str]]:
        """Return the members by the pseudonyms of the exports; oneself is "me"."""
        me = user_of(self.request).pk
        codebooks = [membership.codebook_id for membership in memberships(self.request)]
        members = Membership.objects.filter(codebook__in=codebooks).order_by("pseudonym", "id")
        named: dict[int, str] = {}
        for member in members:
            named.setdefault(member.user_id, "me" if member.user_id == me else member.pseudonym)
        return list(named.items())


class StanceFilter(LinksFilter):
    """By stance."""

    title = "stance"
    parameters = ("stance",)
    offered = Stance.choices


class CertaintyFilter(LinksFilter):
    """By the coder's certainty."""

    title = "certainty"
    parameters = ("certainty",)
    offered = Certainty.choices


class TaggedFilter(LinksFilter):
    """Tagged or not."""

    title = "tagged"
    parameters = ("tagged",)
    offered = [("yes", "tagged"), ("no", "not tagged")]


class KindFilter(LinksFilter):
    """By kind of quote."""

    title = "kind"
    parameters = ("kind",)
    offered = Kind.choices


class CopiesFilter(LinksFilter):
    """Each article, or the first of each text."""

    title = "copies"
    parameters = ("copies",)
    offered = [FIRST_OF_TEXT_CHOICE]


class BetweenCopiesFilter(LinksFilter):
    """Matches between copies of one text, or the others."""

    title = "between copies"
    parameters = ("copies",)
    offered = BETWEEN_COPIES


class SpeakerKindFilter(LinksFilter):
    """By kind of speaker."""

    title = "kind"
    parameters = ("kind",)
    offered = Speaker.Kind.choices


class RelationFilter(LinksFilter):
    """By how two statements relate."""

    title = "relation"
    parameters = ("relation",)
    offered = Match.Relation.choices


class VerdictFilter(LinksFilter):
    """By verdict."""

    title = "verdict"
    parameters = ("verdict",)
    offered = [(NO_VERDICT, "none yet"), (DIFFER, "reviewers differ"), *VerdictKind.choices]


class StatusFilter(LinksFilter):
    """By whether a person looked at a quote."""

    title = "status"
    parameters = ("status",)
    offered = [("TO_CHECK", "to check"), ("UNKNOWN", "speaker unknown"), ("CHECKED", "looked at")]
