"""Utterances: the list, and one of them with every statement that prints it, joined and parted by people."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from claims.models import Statement, Utterance
from claims.queries.filter_kinds import is_id
from claims.queries.lists import speakers_of_quotes
from claims.queries.utterance_filters import UtteranceFilter
from claims.queries.utterances import (
    judged_about,
    leads_to,
    near_to,
    prints_of,
    show_prints,
    tags_on,
    utterance_rows,
    utterance_to_show,
    utterances_to_list,
)
from claims.services.joins import UnableToJoin, UnableToPart, join_statements, part_statements
from claims.web.answers import make_change, user_of
from claims.web.codebook_in_use import may_correct, membership_in_use
from claims.web.lists import list_context, make_filter

PRINTS_ON_A_PAGE = 50
GONE = 410  # there was one, and there is none any more


def utterances(request: HttpRequest) -> HttpResponse:
    """List the utterances that fit the filters, those printed most often first."""
    context = list_context(request, make_filter(request, UtteranceFilter, utterances_to_list()))
    context["rows"] = utterance_rows(context["page"])
    return render(request, "claims/utterances.html", context)


def utterance(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one utterance: what was said once, and every statement that prints it."""
    shown = find_utterance(pk)
    now = leads_to(shown)
    if now != shown.pk:
        return HttpResponseRedirect(reverse("utterance", args=[now]))
    if not shown.is_live:
        return render(request, "claims/utterance_gone.html", {"utterance": shown}, status=GONE)
    membership, user = membership_in_use(request), user_of(request)
    codebook_id = membership.codebook_id if membership else None
    page = Paginator(prints_of(shown), PRINTS_ON_A_PAGE).get_page(request.GET.get("page"))
    tags = tags_on(shown, user=user, codebook_id=codebook_id)
    context = {
        "utterance": shown,
        "speakers": speakers_of_quotes([shown.first.quote_id]).get(shown.first.quote_id, []),
        "page": page,
        "page_numbers": list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)),
        "prints": show_prints(page, shown, user=user, codebook_id=codebook_id),
        "tags": tags,
        "may_carry": bool(tags) and membership is not None and membership.may_tag,
        "judged": judged_about(shown),
        "near": near_to(shown),
        "can_judge": may_correct(request),
    }
    return render(request, "claims/utterance.html", context)


@require_POST
def part(request: HttpRequest, pk: int) -> HttpResponse:
    """Part the chosen statements from an utterance."""
    shown = find_utterance(pk)
    chosen = [number for number in request.POST.getlist("statement") if is_id(number)]
    statements = Statement.objects.live().filter(pk__in=chosen, utterance=shown)
    make_change(
        request,
        lambda: part_statements(statements=statements, by=user_of(request)),
        refusals=(UnableToPart,),
    )
    return HttpResponseRedirect(reverse("utterance", args=[pk]))


@require_POST
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """Join an utterance with another one, or with that of a statement."""
    shown = find_utterance(pk)
    other = _statement_to_join(request)
    if other is None:
        messages.error(request, "There is no such utterance or statement. Its number stands in its address.")
    else:
        make_change(
            request,
            lambda: join_statements(left=shown.first, right=other, by=user_of(request)),
            refusals=(UnableToJoin,),
        )
    return HttpResponseRedirect(reverse("utterance", args=[pk]))


def find_utterance(pk: int) -> Utterance:
    """Return the utterance, live or not.

    :raises Http404: if there never was one; in words for the page.
    """
    found = utterance_to_show(pk) if is_id(pk) else None
    if found is None:
        raise Http404(f"There is no utterance {pk}")
    return found


def _statement_to_join(request: HttpRequest) -> Statement | None:
    """Return the statement that the form names, or the first one of the utterance that it names."""
    number = request.POST.get("number", "").strip()
    if not is_id(number):
        return None
    if request.POST.get("of") == "statement":
        return Statement.objects.live().filter(pk=number).first()
    named = utterance_to_show(int(number))
    return None if named is None else Utterance.objects.select_related("first").get(pk=leads_to(named)).first
