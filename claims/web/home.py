"""Home: what is new, and what waits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from claims.queries.home_page import (
    corpus_figures,
    jobs_under_way,
    matches_to_judge,
    new_articles,
    new_matches,
    pairs_to_answer,
    quotes_to_check,
    tags_by_coder,
)
from claims.queries.lists import article_rows
from claims.queries.shown_matches import show_matches
from claims.web.answers import user_of
from claims.web.codebook_in_use import membership_in_use
from claims.web.counting import counting_of


def home(request: HttpRequest) -> HttpResponse:
    """Show what the corpus holds, what is new and what waits; an empty one says how to begin."""
    membership = membership_in_use(request)
    codebook_id = membership.codebook_id if membership else None
    figures = corpus_figures(codebook_id, counting_of(request), user=user_of(request))
    context = {
        "figures": figures,
        "membership": membership,
        "jobs": jobs_under_way(),
        "matches_to_judge": matches_to_judge(),
        "quotes_to_check": quotes_to_check(),
        "pairs_to_answer": pairs_to_answer(),
        "articles": article_rows(new_articles()),
        "matches": show_matches(new_matches(), user=user_of(request), codebook_id=codebook_id),
        "coders": tags_by_coder(codebook_id, user=user_of(request)) if codebook_id else [],
    }
    return render(request, "claims/home.html" if figures.articles else "claims/first_run.html", context)
