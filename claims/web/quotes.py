"""Quotes: the list, and the way from a quote to its article."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from claims.models import Quote
from claims.queries.filters import QuoteFilter
from claims.queries.lists import quote_rows, quotes_to_list
from claims.web.answers import user_of
from claims.web.codebook_in_use import membership_in_use
from claims.web.lists import list_context, make_filter


def quotes(request: HttpRequest) -> HttpResponse:
    """List the quotes that fit the filters."""
    membership = membership_in_use(request)
    context = list_context(request, make_filter(request, QuoteFilter, quotes_to_list()))
    context["rows"] = quote_rows(
        context["page"], user=user_of(request), codebook_id=membership.codebook_id if membership else None
    )
    return render(request, "claims/quotes.html", context)


def quote(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead on to the quote in its article."""
    row = get_object_or_404(Quote, pk=pk)
    return HttpResponseRedirect(f"{reverse('article', args=[row.article_id])}#quote-{row.pk}")
