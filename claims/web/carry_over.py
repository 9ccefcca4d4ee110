"""Carrying tags over: a preview by score band for a statement, an utterance or a list, then the doing."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from claims.models import Annotation, Membership, Statement
from claims.queries.carry_form import CarryAsked, carry_page, read_asked
from claims.queries.filters import StatementFilter
from claims.queries.lists import statements_to_list
from claims.queries.rights import annotations_seen_by
from claims.queries.row_filters import tags_that_fit
from claims.services.carry_over import UnableToCarryOver, carry_chosen
from claims.web.answers import make_change, user_of
from claims.web.codebook_in_use import membership_in_use
from claims.web.lists import chips_of, make_filter, shown_filters
from claims.web.utterances import find_utterance

AGAIN = 307  # the same form to another address, so that the address says what is shown


def carry_statement(request: HttpRequest, pk: int) -> HttpResponse:
    """Carry the tags of one statement over to those that match it."""
    membership = tagging_membership(request)
    statement = get_object_or_404(Statement.objects.select_related("article", "quote__outlet"), pk=pk)
    tags = _tags(request, membership).filter(statement=statement)
    back = reverse("statement", args=[pk])
    return _carry(request, tags, {"of": "statement", "statement": statement, "back": back})


def carry_utterance(request: HttpRequest, pk: int) -> HttpResponse:
    """Carry the tags of an utterance's statements over to the others and to what matches them."""
    membership = tagging_membership(request)
    utterance = find_utterance(pk)
    tags = _tags(request, membership).filter(statement__utterance=utterance)
    back = reverse("utterance", args=[pk])
    context = {"of": "utterance", "utterance": utterance, "statement": utterance.first, "back": back}
    return _carry(request, tags, context)


def carry_list(request: HttpRequest) -> HttpResponse:
    """Carry the tags of the statements that fit the filters over to what matches them.

    Claim, stance and coder of the filters say which of their tags.
    """
    tagging_membership(request)
    narrowed = make_filter(request, StatementFilter, statements_to_list())
    chosen = narrowed.qs.order_by().values("pk")  # makes the form's values, too
    tags = tags_that_fit(narrowed.annotations(), narrowed.form.cleaned_data)
    errors = [field for field in shown_filters(narrowed) if field.errors]
    back = f"{reverse('statements')}?{_filters_of(request)}"
    context = {"of": "list", "chips": list(chips_of(narrowed)), "errors": errors, "back": back}
    return _carry(request, tags.filter(statement__is_live=True, statement__in=chosen), context)


def tagging_membership(request: HttpRequest) -> Membership:
    """Return the membership of the codebook in use.

    :raises PermissionDenied: if its member may not tag; in words for the page.
    """
    membership = membership_in_use(request)
    if membership is None or not membership.may_tag:
        raise PermissionDenied("Only leads and coders of a codebook tag. Ask a lead to make you a coder.")
    return membership


def _tags(request: HttpRequest, membership: Membership) -> QuerySet[Annotation]:
    seen = annotations_seen_by(user_of(request))
    return seen.filter(codebook=membership.codebook_id, statement__is_live=True)


def _carry(request: HttpRequest, tags: QuerySet[Annotation], context: dict[str, Any]) -> HttpResponse:
    """Show where the tags would go; carry the chosen ones over once that is asked for."""
    asked = read_asked(request.GET, request.POST)
    if request.method == "POST" and "apply" not in request.POST and _address(request, asked) is not None:
        return HttpResponse(status=AGAIN, headers={"Location": _address(request, asked)})
    user = user_of(request)
    shown = carry_page(tags, asked, by=user)
    if "apply" in request.POST and make_change(
        request, lambda: carry_chosen(shown=shown, by=user), refusals=(UnableToCarryOver,)
    ):
        return HttpResponseRedirect(context["back"])
    return render(request, "claims/carry_over.html", context | shown.context)


def _address(request: HttpRequest, asked: CarryAsked) -> str | None:
    """Return the address that says what the form asks for, or None if this one does."""
    address = request.GET.copy()
    for name, value in asked.state.items():
        address[name] = value
    return None if address.urlencode() == request.GET.urlencode() else f"?{address.urlencode()}"


def _filters_of(request: HttpRequest) -> str:
    filters = request.GET.copy()
    for name in ("min_score", "list", "page"):
        filters.pop(name, None)
    return filters.urlencode()
