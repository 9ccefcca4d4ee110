"""Matches: the queue of pairs to judge."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from claims.models import Match, VerdictKind
from claims.models.match import SHOWN_FROM
from claims.queries.filters import NO_VERDICT, MatchFilter
from claims.queries.home_page import matches_to_judge
from claims.queries.shown_matches import show_matches, with_sides
from claims.services.matches import UnableToJudgeMatch, judge_match
from claims.web.answers import back_to, make_change, token_of, user_of
from claims.web.codebook_in_use import may_correct, membership_in_use
from claims.web.lists import list_context, make_filter

MATCHES_ON_A_PAGE = 20


def matches(request: HttpRequest) -> HttpResponse:
    """List the matches that fit the filters; without any, those that wait for a verdict."""
    if not request.GET:
        queue = f"?verdict={NO_VERDICT}&min_score={SHOWN_FROM}"
        return HttpResponseRedirect(reverse("matches") + queue)
    narrowed = make_filter(request, MatchFilter, with_sides(Match.objects.live()))
    context = list_context(request, narrowed, rows_on_a_page=MATCHES_ON_A_PAGE)
    membership = membership_in_use(request)
    context["rows"] = show_matches(
        context["page"], user=user_of(request), codebook_id=membership.codebook_id if membership else None
    )
    context["can_judge"] = may_correct(request)
    context["waiting"] = matches_to_judge()
    return render(request, "claims/matches.html", context)


@require_POST
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a reviewer's verdict on a match."""
    match, kind = get_object_or_404(Match, pk=pk), request.POST.get("kind", "")
    if kind not in VerdictKind.values:
        messages.error(request, "Choose one of the four verdicts.")
        return back_to(request, "matches")
    make_change(
        request,
        lambda: judge_match(match=match, kind=kind, by=user_of(request), token=token_of(request)),
        refusals=(UnableToJudgeMatch,),
    )
    return back_to(request, "matches")
