"""What all of the administration shares: who may do what, and how a change is answered.

Rights come from the memberships of codebooks, never from Django's model permissions. Whoever has a
membership sees the rows that she may see; rows change by services alone, so that adding, changing and
deleting are off until a noun's own administration turns one on and calls its service.
"""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, cast

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import AdminTextareaWidget, AutocompleteSelect, RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet, TextField
from django.forms import Media
from django.http import Http404, HttpRequest, HttpResponse

from claims.models import Annotation, Membership, User
from claims.queries.filters import RowFilter
from claims.queries.rights import memberships_of
from claims.services.changes import changes_made
from claims.services.rights import NotAllowed

UNDO = "undo-"  # extra tag of a message: the change that its Undo button takes back


def user_of(request: HttpRequest) -> User:
    """Return the person who asks; the administration is behind a login."""
    return cast(User, request.user)


def memberships(request: HttpRequest) -> list[Membership]:
    """Return the memberships of the person who asks, read once per request."""
    known: list[Membership] | None = getattr(request, "_memberships", None)
    if known is None:
        known = list(memberships_of(user_of(request))) if request.user.is_authenticated else []
        request._memberships = known  # type: ignore[attr-defined]
    return known


def may_tag(request: HttpRequest) -> bool:
    """Say whether the person tags in any codebook."""
    return any(membership.may_tag for membership in memberships(request))


def leads(request: HttpRequest, codebook_id: int | None = None) -> bool:
    """Say whether the person leads a codebook: the one named, or any."""
    return any(
        membership.role == Membership.Role.LEAD and codebook_id in (None, membership.codebook_id)
        for membership in memberships(request)
    )


def answer_change(
    request: HttpRequest, change: Callable[[], Any], *, refusals: tuple[type[Exception], ...]
) -> bool:
    """Do something and leave a message per change: what was done, with an Undo button, or why it was not.

    Returns whether it was done.

    :raises PermissionDenied: if the person may not do this.
    """
    try:
        done = changes_made(change, by=user_of(request))
    except NotAllowed as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    except refusals as refusal:
        messages.error(request, str(refusal))
        return False
    for made in done:
        messages.success(request, f"Saved: {made.words}", extra_tags=f"{UNDO}{made.pk}")
    if not done:
        messages.info(request, "Nothing was changed.")
    return True


class FilteredChangeList(ChangeList):
    """A list narrowed by the same filters as the pages and the exports."""

    def get_queryset(
        self, request: HttpRequest, exclude_parameters: list[str | None] | None = None
    ) -> QuerySet:
        """Return the rows that fit the filters of the address, in the order of the clicked column."""
        rows = super().get_queryset(request, exclude_parameters)
        values = request.GET.copy()
        values.pop("q", None)  # the search box: ModelAdmin.search has answered it
        administration = cast(RowAdmin, self.model_admin)
        assert administration.filterset is not None
        filters = administration.filterset(values, rows, user=user_of(request))
        return filters.qs.order_by(*rows.query.order_by)


class RowAdmin(admin.ModelAdmin):
    """A noun's rows: seen by members, changed by services alone."""

    #: the filters that the pages use for these rows; their names stand in ``list_filter``
    filterset: type[RowFilter] | None = None
    list_per_page = 50
    show_full_result_count = False  # counting a million rows for "of n in all" takes longer than the page
    show_facets = admin.ShowFacets.NEVER
    actions_on_top = True
    formfield_overrides: ClassVar = {TextField: {"widget": AdminTextareaWidget(attrs={"rows": 4})}}
    actions: Sequence[str] = ()

    @property
    def media(self) -> Media:
        """Return the scripts and sheets, those of autocomplete fields beside the list too."""
        claim = Annotation._meta.get_field("claim")
        return super().media + AutocompleteSelect(claim, self.admin_site).media

    def rows(self, request: HttpRequest) -> QuerySet:
        """Return the rows that this person may see."""
        raise NotImplementedError(f"{type(self).__name__} says not who sees which rows")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return the rows that this person may see, in their order."""
        return self.rows(request).order_by(*self.get_ordering(request))

    def search(self, rows: QuerySet, words: str) -> QuerySet:
        """Return those of ``rows`` that hold the words; each noun has its own way."""
        raise NotImplementedError(f"{type(self).__name__} has search_fields and no search")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """Search for the words of the search box or of an autocomplete field."""
        return (self.search(queryset, search_term) if search_term.strip() else queryset), False

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """Narrow the list by the pages' filters where there are some."""
        return ChangeList if self.filterset is None else FilteredChangeList

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """Return the row.

        :raises Http404: if there is none that this person may see.
        """
        row = super().get_object(request, object_id, from_field)
        if row is None:
            raise Http404(f"There is no {self.opts.verbose_name} {object_id}")
        return row

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Return a column's field; rows beside it are opened from their own lists, not in windows."""
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        """Show a row's form with one button that saves it."""
        context |= {"show_save_and_continue": False, "show_save_and_add_another": False}
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> Any:
        """Go back to the list; the service's change has its message already."""
        return self.response_post_save_add(request, obj)

    def response_change(self, request: HttpRequest, obj: Any) -> Any:
        """Go back to the list; the service's change has its message already."""
        return self.response_post_save_change(request, obj)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the list, or answer an action on its selected rows.

        :raises PermissionDenied: if the action is none of this person's.
        """
        asked = {name for name in request.POST.getlist("action") if name}
        if asked - self.get_actions(request).keys():
            raise PermissionDenied("You may not do this. A lead of the codebook can change what you may do.")
        return super().changelist_view(request, extra_context)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Say whether the noun stands on the administration's first page."""
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Say whether the person sees these rows; which of them, the queryset says."""
        return self.admin_site.has_permission(request)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Say no: programs make these rows, or a service does."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Say no: there is no service behind a form of these rows."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Say no: nothing is deleted."""
        return False

    def has_tag_permission(self, request: HttpRequest) -> bool:
        """Say whether actions marked ``tag`` are offered."""
        return may_tag(request)

    def has_lead_permission(self, request: HttpRequest) -> bool:
        """Say whether actions marked ``lead`` are offered."""
        return leads(request)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """Show nothing: what people did is kept as changes, and shown where it may be seen.

        :raises Http404: always.
        """
        raise Http404("History stands on the pages of the site.")

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Keep no second history beside the changes."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Keep no second history beside the changes."""
