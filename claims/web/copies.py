"""Copies: a person says that an article is a text of its own."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from claims.services.copies import UnableToPartCopies, part_copies
from claims.web.answers import back_to, make_change, user_of
from claims.web.articles import find_article


@require_POST
def part(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an article out of the copies that it was taken for."""
    shown = find_article(pk)
    make_change(
        request, lambda: part_copies(article=shown, by=user_of(request)), refusals=(UnableToPartCopies,)
    )
    return back_to(request, "article", pk)
