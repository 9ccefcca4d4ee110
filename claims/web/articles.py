"""Articles: the list, and one article with what is said in it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from claims.models import Article, Match, Original
from claims.queries.article_page import (
    article_to_show,
    count_tagged,
    matches_of_article,
    voices_of,
)
from claims.queries.copies import show_copies
from claims.queries.filters import ArticleFilter
from claims.queries.history import changes_of_article
from claims.queries.languages import LANGUAGES
from claims.queries.lists import article_rows, articles_to_list
from claims.queries.quotes import ShownQuote, article_passages, quotes_of_article, rejected_quotes
from claims.services.languages import UnableToSetLanguage, set_language
from claims.web.answers import back_to, make_change, user_of
from claims.web.codebook_in_use import membership_in_use
from claims.web.lists import list_context, make_filter

#: what the article page shows on demand: value in the address, words, key
SHOWS = (("tags", "Tags", "t"), ("cues", "Mentions and cues", "m"), ("numbers", "Statement numbers", "n"))
#: quotes up to which their corrections lie in the page itself; with more it would be slow to load
MAX_INLINE_CORRECTIONS = 60
#: tables that can be downloaded for one article
TABLES = ("quotes", "statements", "annotations")


def articles(request: HttpRequest) -> HttpResponse:
    """List the articles that fit the filters."""
    context = list_context(request, make_filter(request, ArticleFilter, articles_to_list()))
    context["rows"] = article_rows(context["page"])
    return render(request, "claims/articles.html", context)


def article(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one article: who says what in it, and what is tagged."""
    shown = find_article(pk)
    quotes = quotes_of_article(shown)
    statements = [statement.pk for quote in quotes for statement in quote.statements]
    membership = membership_in_use(request)
    original = Original.objects.filter(article=shown).only("left_out").first()
    context = {
        "article": shown,
        "newer": getattr(shown, "replaced_by", None),
        "paragraphs": article_passages(shown, user_of(request), quotes),
        "mention_slots": _slots_of_mentions(quotes),
        "words": request.GET.get("q", "")[:200],
        "voices": voices_of(quotes),
        "quote_count": len(quotes),
        "unsure_count": sum(shown.quote.is_unsure for shown in quotes),
        "are_corrections_inline": len(quotes) <= MAX_INLINE_CORRECTIONS,
        "statement_count": len(statements),
        "tagged_count": count_tagged(statements, membership.codebook_id, user=user_of(request))
        if membership
        else 0,
        "has_original": original is not None,
        "left_out": original.left_out if original else [],
        "rejected": rejected_quotes(shown),
        "copies": show_copies(shown),
        "languages": LANGUAGES,
        "matches": [_from_here(match, shown) for match in matches_of_article(shown)],
        "tables": TABLES if membership else TABLES[:2],
        **_shows(request),
    }
    return render(request, "claims/article.html", context)


def original(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out the bytes that an article was read from, never as a page of ours."""
    kept = Original.objects.filter(article=find_article(pk)).first()
    if kept is None:
        raise Http404(f"There is no original of article {pk}")
    name = kept.name.replace("\\", "/").rpartition("/")[2] or f"article-{pk}"
    answer = HttpResponse(kept.read(), content_type="application/octet-stream")
    disposition = content_disposition_header(as_attachment=True, filename=name)
    answer["Content-Disposition"] = disposition or "attachment"
    return answer


def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who changed what in an article, with an Undo for each change that still stands."""
    shown = find_article(pk)
    context = {"article": shown, "changes": changes_of_article(shown)}
    return render(request, "claims/article_history.html", context)


@require_POST
def language(request: HttpRequest, pk: int) -> HttpResponse:
    """Set the language of an article; the worker looks through it again."""
    shown, code = find_article(pk), request.POST.get("language", "")
    make_change(
        request,
        lambda: set_language(article=shown, language=code, by=user_of(request)),
        refusals=(UnableToSetLanguage,),
    )
    return back_to(request, "article", pk)


def find_article(pk: int) -> Article:
    """Return the article.

    :raises Http404: if there is none; in words for the page.
    """
    found = article_to_show(pk)
    if found is None:
        raise Http404(f"There is no article {pk}")
    return found


def _shows(request: HttpRequest) -> dict[str, Any]:
    """Return what is shown and hidden in the text; everything is shown unless the form says otherwise."""
    chosen = request.GET.getlist("show") if "show" in request.GET else [value for value, _, _ in SHOWS]
    return {
        "shows": [
            {"value": value, "label": label, "key": key, "is_chosen": value in chosen}
            for value, label, key in SHOWS
        ],
        "hides": [value for value, _, _ in SHOWS if value not in chosen],
    }


def _slots_of_mentions(quotes: list[ShownQuote]) -> dict[int, int]:
    """Return the colour of each speaker's mention by where it begins in the text."""
    return {
        shown.attribution.mention_start: shown.slot
        for shown in quotes
        if shown.attribution is not None and shown.attribution.mention_start is not None
    }


def _from_here(match: Match, shown: Article) -> dict[str, Any]:
    """Return a match as seen from one article: its own statement, the other one, and the score."""
    own, other = match.left, match.right
    if own.article_id != shown.pk:
        own, other = other, own
    return {"own": own, "other": other, "score": match.score}
