"""To check: the quotes that the program is least sure of, one at a time, one key for each decision."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from claims.models import Quote, Speaker
from claims.models.quote import SURE
from claims.queries.checking import (
    LOOKED_AHEAD,
    choices_for,
    count_checked_today,
    in_context,
    next_quote,
    quotes_after,
    quotes_that_wait,
    show_quote,
)
from claims.queries.filters import QuoteFilter
from claims.queries.lists import quotes_to_list
from claims.services.attributing import UnableToName
from claims.services.checking import Answer, UnableToCheck, check_quote
from claims.services.quotes import UnableToCorrectQuote
from claims.web.answers import back_to, make_change, user_of
from claims.web.chosen import chosen_rows
from claims.web.codebook_in_use import may_correct
from claims.web.held import held_by_others, hold, let_go
from claims.web.lists import list_context, make_filter

REFUSALS = (UnableToCheck, UnableToCorrectQuote, UnableToName)
#: filters of the list of quotes that say little here: shown where an address uses them
NOT_ASKED = {"status", "claim", "stance", "tagged", "coder"}


def check(request: HttpRequest) -> HttpResponse:
    """Show the next quote that waits, in its place, with the decisions."""
    user = user_of(request)
    narrowed = make_filter(request, QuoteFilter, quotes_to_list())
    waiting = quotes_that_wait(narrowed)
    context = list_context(request, narrowed, rows=waiting, rows_on_a_page=1)
    left = context["page"].paginator.count
    put_off = next(iter(chosen_rows([request.GET.get("past", "")], Quote.objects.all())), None)
    ahead = quotes_after(waiting, put_off)
    held = held_by_others(ahead.values_list("id", flat=True)[:LOOKED_AHEAD], user.pk)
    quote = next_quote(ahead, held)
    context |= {
        "fields": [field for field in context["fields"] if field.name not in NOT_ASKED or field.is_used],
        "left": left,
        "is_narrowed": bool(context["chips"]),
        "put_off": put_off,
        "done_today": count_checked_today(user),
        "sure": SURE,
        "can_decide": may_correct(request),
    }
    if quote is not None:
        if context["can_decide"]:
            hold(quote.pk, user.pk)
        shown = show_quote(quote)
        context |= {
            "shown": shown,
            "article": quote.article,
            "stretches": in_context(shown, user),
            "choices": choices_for(shown),
            "is_held": quote.pk in held,
        }
    return render(request, "claims/check.html", context)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a decision on a quote, and go on with the next one."""
    quote, answer = get_object_or_404(Quote, pk=pk), request.POST.get("answer", "")
    chosen = chosen_rows([request.POST.get("speaker", "")], Speaker.objects.all())
    name = request.POST.get("name", "").strip()
    if answer not in list(Answer):
        messages.error(request, "Choose one of the decisions.")
        return back_to(request, "check")
    make_change(
        request,
        lambda: check_quote(
            quote=quote, answer=answer, speaker=chosen[0] if chosen else None, name=name, by=user_of(request)
        ),
        refusals=REFUSALS,
    )
    let_go(quote.pk)
    return back_to(request, "check")
