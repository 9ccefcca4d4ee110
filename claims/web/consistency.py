"""Consistency: nearly identical statements of the codebook in use that carry different tags."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from claims.models import Annotation, Stance
from claims.queries.consistency_filter import DifferenceFilter
from claims.queries.consistency_page import show_differences
from claims.web.answers import user_of
from claims.web.codebook_in_use import membership_in_use
from claims.web.lists import list_context, make_filter

ROWS_ON_A_PAGE = 20


def consistency(request: HttpRequest) -> HttpResponse:
    """List the differences that fit the filters; without a codebook there is nothing to compare."""
    membership = membership_in_use(request)
    if membership is None:
        return render(request, "claims/consistency.html", {"membership": None})
    narrowed = make_filter(request, DifferenceFilter, Annotation.objects.standing())
    context = list_context(request, narrowed, rows_on_a_page=ROWS_ON_A_PAGE)
    context |= {
        "membership": membership,
        "rows": show_differences(list(context["page"]), user=user_of(request)),
        "stances": Stance.choices,
    }
    return render(request, "claims/consistency.html", context)
