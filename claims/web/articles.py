"""Articles: the list, and one article with what is said in it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from claims.queries.filters import ArticleFilter
from claims.queries.lists import article_rows, articles_to_list
from claims.web.lists import list_context, make_filter


def articles(request: HttpRequest) -> HttpResponse:
    """List the articles that fit the filters."""
    context = list_context(request, make_filter(request, ArticleFilter, articles_to_list()))
    context["rows"] = article_rows(context["page"])
    return render(request, "claims/articles.html", context)
