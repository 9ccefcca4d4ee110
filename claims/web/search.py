"""Search over everything: quotes, articles and speakers that hold the words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from claims.models import Speaker
from claims.queries.filter_kinds import MAX_TYPED
from claims.queries.lists import articles_to_list, quote_rows, quotes_to_list
from claims.queries.row_filters import names_like
from claims.queries.search import articles_with_words, quotes_with_words, search_terms
from claims.web.answers import user_of
from claims.web.codebook_in_use import membership_in_use

SHOWN_OF_EACH = 8
COUNTED_TO = 1000  # beyond, the page says "more than"


def search(request: HttpRequest) -> HttpResponse:
    """Show the newest quotes and articles with the words, and the most quoted speakers of such a name."""
    words = request.GET.get("q", "").replace("\x00", "").strip()[:MAX_TYPED]
    context: dict[str, object] = {"words": words, "can_search": bool(search_terms(words))}
    if context["can_search"]:
        membership = membership_in_use(request)
        quotes = quotes_with_words(quotes_to_list(), words).order_by("-day", "-id")
        articles = articles_with_words(articles_to_list(), words).order_by("-day", "-id")
        speakers = Speaker.objects.live().filter(pk__in=names_like(words).values("speaker"))
        context |= {
            "quotes": quote_rows(
                quotes[:SHOWN_OF_EACH],
                user=user_of(request),
                codebook_id=membership.codebook_id if membership else None,
            ),
            "quote_count": quotes.order_by()[:COUNTED_TO].count(),
            "articles": articles[:SHOWN_OF_EACH],
            "article_count": articles.order_by()[:COUNTED_TO].count(),
            "speakers": speakers.order_by("-quote_count", "id")[:SHOWN_OF_EACH],
            "speaker_count": speakers.order_by()[:COUNTED_TO].count(),
        }
    return render(request, "claims/search.html", context)
