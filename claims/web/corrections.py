"""Corrections of one quote: who said it, whose words it holds, whether it is one."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from claims.models import Article, Kind, Quote, Speaker
from claims.queries.lists import speakers_of_quotes
from claims.queries.quotes import show_quotes
from claims.queries.speakers import NAME_LENGTH, speakers_named
from claims.services.attributing import UnableToName
from claims.services.quotes import (
    UnableToCorrectQuote,
    add_named_speaker,
    add_quote,
    change_kind,
    confirm_quote,
    name_speaker,
    reject_quote,
    restore_quote,
    set_speakers,
)
from claims.text.spans import Span
from claims.web.answers import make_change, user_of
from claims.web.articles import find_article
from claims.web.chosen import chosen_rows
from claims.web.codebook_in_use import may_correct

REFUSALS = (UnableToCorrectQuote, UnableToName)
MAX_SPEAKERS = 10  # of one quote


def correct_quote(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the corrections of one quote on a page of their own."""
    if not may_correct(request):
        raise PermissionDenied("Readers change nothing. A lead of a codebook can make you a coder.")
    row = get_object_or_404(Quote.objects.live().select_related("article", "touched_by"), pk=pk)
    name = request.GET.get("name", "").strip()[:NAME_LENGTH]
    context = {
        "shown": show_quotes([row])[0],
        "article": row.article,
        "name": name,
        "what": "also" if request.GET.get("what") == "also" else "set",
        "named": speakers_named(name)[:MAX_SPEAKERS] if name else [],
    }
    return render(request, "claims/correct_quote.html", context)


@require_POST
def correct_speakers(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who said a quote: a chosen speaker, a typed name, one more speaker, or nobody known.

    A typed name that means several speakers is answered with a page on which to choose one.
    """
    row = get_object_or_404(Quote, pk=pk)
    chosen = chosen_rows(request.POST.getlist("speaker")[:MAX_SPEAKERS], Speaker.objects.live())
    name = request.POST.get("name", "").strip()
    by = user_of(request)
    what = request.POST.get("what", "set")
    if what == "unknown":
        return _correct(request, row, lambda: set_speakers(quote=row, speakers=[], by=by))
    if what == "also" and chosen:
        now = speakers_of_quotes([row.pk]).get(row.pk, [])
        both = [*now, *(speaker for speaker in chosen if speaker not in now)]
        return _correct(request, row, lambda: set_speakers(quote=row, speakers=both, by=by))
    if not (chosen or name):
        messages.error(request, "Type a name, or choose one of the speakers that are offered.")
        return _in_article(row)
    if chosen:
        return _correct(request, row, lambda: set_speakers(quote=row, speakers=chosen, by=by))
    if len(speakers_named(name)) > 1:
        asked = urlencode({"name": name, "what": what})
        return HttpResponseRedirect(f"{reverse('correct_quote', args=[row.pk])}?{asked}")
    if what == "also":
        return _correct(request, row, lambda: add_named_speaker(quote=row, name=name, by=by))
    return _correct(request, row, lambda: name_speaker(quote=row, name=name, by=by))


@require_POST
def correct_kind(request: HttpRequest, pk: int) -> HttpResponse:
    """Say whose words a quote holds."""
    row = get_object_or_404(Quote, pk=pk)
    kind = request.POST.get("kind", "")
    if kind not in Kind.values:
        messages.error(request, "Choose direct, mixed or indirect.")
        return _in_article(row)
    return _correct(request, row, lambda: change_kind(quote=row, kind=kind, by=user_of(request)))


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a quote is right as it stands."""
    row = get_object_or_404(Quote, pk=pk)
    return _correct(request, row, lambda: confirm_quote(quote=row, by=user_of(request)))


@require_POST
def reject(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that this is no quote."""
    row = get_object_or_404(Quote, pk=pk)
    return _correct(request, row, lambda: reject_quote(quote=row, by=user_of(request)))


@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a rejected quote stand again."""
    row = get_object_or_404(Quote, pk=pk)
    return _correct(request, row, lambda: restore_quote(quote=row, by=user_of(request)))


def _correct(request: HttpRequest, row: Quote, change: Callable[[], Any]) -> HttpResponse:
    make_change(request, change, refusals=REFUSALS)
    return _in_article(row)


def _in_article(row: Quote) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('article', args=[row.article_id])}#quote-{row.pk}")


def new_quote(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a quote that the program missed, by the place of its words in the article."""
    if not may_correct(request):
        raise PermissionDenied("Readers change nothing. A lead of a codebook can make you a coder.")
    article = find_article(pk)
    if request.method != "POST":
        return render(request, "claims/add_quote.html", {"article": article, "kinds": Kind.choices})
    span = _span_of(request, article)
    kind, name = request.POST.get("kind", ""), request.POST.get("name", "").strip()
    problem = _problem_with(span, kind)
    if problem or span is None:
        messages.error(request, problem)
        context = {"article": article, "kinds": Kind.choices, "typed": request.POST}
        return render(request, "claims/add_quote.html", context, status=422)
    chosen = chosen_rows(request.POST.getlist("speaker")[:MAX_SPEAKERS], Speaker.objects.live())
    added: list[Quote] = []

    def add() -> None:
        by = user_of(request)
        made = add_quote(article=article, start=span.start, end=span.end, kind=kind, speakers=chosen, by=by)
        added.append(made)
        if name and not chosen:
            name_speaker(quote=made, name=name, by=by)

    if not make_change(request, add, refusals=REFUSALS) or not added:
        context = {"article": article, "kinds": Kind.choices, "typed": request.POST}
        return render(request, "claims/add_quote.html", context, status=422)
    return _in_article(added[0])


def _span_of(request: HttpRequest, article: Article) -> Span | None:
    """Return where the words stand: by their offsets, or by the typed words if they stand there once."""
    start, end = request.POST.get("start", ""), request.POST.get("end", "")
    if start.isdecimal() and end.isdecimal() and int(start) < int(end) <= article.length:
        return Span(int(start), int(end))
    words = request.POST.get("words", "").replace("\r\n", "\n").strip()
    if words and article.text.count(words) == 1:
        place = article.text.index(words)
        return Span(place, place + len(words))
    return None


def _problem_with(span: Span | None, kind: str) -> str:
    if span is None:
        return "These words do not stand in the article just once. Copy them exactly, a few more of them."
    return "" if kind in Kind.values else "Choose direct, mixed or indirect."
