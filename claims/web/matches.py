"""Matches: the queue of pairs to judge, and one pair alone."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from claims.models import Match, Statement, VerdictKind
from claims.models.match import DIFFER, SHOWN_FROM
from claims.queries.copy_filters import FOLDED, NOT_BETWEEN
from claims.queries.filters import NO_VERDICT, MatchFilter
from claims.queries.home_page import matches_to_judge
from claims.queries.review import ReviewQueue, reasons_of
from claims.queries.shown_matches import ShownMatch, show_matches, with_sides
from claims.services.matches import UnableToJudgeMatch, judge_match
from claims.web.answers import back_to, change_as_json, make_change, token_of, user_of, wants_json
from claims.web.codebook_in_use import may_correct, membership_in_use
from claims.web.lists import list_context, make_filter

MATCHES_ON_A_PAGE = 20
#: the queue: what this reviewer did not judge, of what nobody judged or reviewers differ on, each text once
QUEUE = f"?verdict={NO_VERDICT}&verdict={DIFFER}&mine=none&min_score={SHOWN_FROM}&copies={FOLDED}"
#: what others judged; verdicts between copies mostly come from parting a whole utterance
SECOND_OPINIONS = f"?mine=second&min_score={SHOWN_FROM}&copies={NOT_BETWEEN}"
DISPUTED = f"?verdict={DIFFER}"


def matches(request: HttpRequest) -> HttpResponse:
    """List the matches that fit the filters; without any, the queue."""
    if not request.GET:
        return HttpResponseRedirect(reverse("matches") + QUEUE)
    narrowed = make_filter(request, MatchFilter, with_sides(Match.objects.live()))
    assert isinstance(narrowed, MatchFilter)
    rows = ReviewQueue(narrowed)
    context = list_context(request, narrowed, rows=rows, rows_on_a_page=MATCHES_ON_A_PAGE)
    context["rows"] = [
        (shown, reasons_of(shown) if narrowed.is_by_help else ())
        for shown in _show(request, context["page"], hide_others=narrowed.hides_others)
    ]
    context |= {
        "can_judge": may_correct(request),
        "waiting": matches_to_judge(),
        "is_cut": rows.is_cut,
        "is_folded": narrowed.form.cleaned_data.get("copies") == FOLDED,
        "goes_on": _goes_on(request, context),
        "ways": _ways(request),
    }
    return render(request, "claims/matches.html", context)


def match(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one match; a script gets its mark-up alone."""
    found = with_sides(Match.objects.live()).filter(pk=pk).first()
    if found is None:
        raise Http404(f"There is no match {pk} between statements that stand")
    hide_others = request.GET.get("others") == "hidden"
    own = _own(found, request.GET.get("own", ""))
    (shown,) = _show(request, [found], hide_others=hide_others, own=own)
    if wants_json(request):
        return JsonResponse({"html": _mark_up(request, shown, own)})
    return render(request, "claims/match.html", {"shown": shown, "can_judge": may_correct(request)})


@require_POST
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a reviewer's verdict on a match; a script gets the match as it is shown now."""
    match, kind = get_object_or_404(Match, pk=pk), request.POST.get("kind", "")
    if kind not in VerdictKind.values:
        if wants_json(request):
            return JsonResponse({"problem": "Choose one of the four verdicts."}, status=400)
        messages.error(request, "Choose one of the four verdicts.")
        return back_to(request, "matches")

    def give() -> object:
        return judge_match(match=match, kind=kind, by=user_of(request), token=token_of(request))

    if not wants_json(request):
        make_change(request, give, refusals=(UnableToJudgeMatch,))
        return back_to(request, "matches")
    try:
        answer = change_as_json(request, give, refusals=(UnableToJudgeMatch,))
    except PermissionDenied as refusal:
        return JsonResponse({"problem": str(refusal)}, status=403)
    if "problem" in answer:
        return JsonResponse(answer, status=409)
    judged = with_sides(Match.objects.filter(pk=pk)).get()
    own = _own(judged, request.POST.get("own", ""))
    (shown,) = _show(request, [judged], hide_others=False, own=own)
    return JsonResponse({**answer, "html": _mark_up(request, shown, own)})


def _own(found: Match, number: str) -> Statement | None:
    """Return the side from whose page the match is looked at, if it is one of the two."""
    return next((side for side in (found.left, found.right) if str(side.pk) == number), None)


def _show(
    request: HttpRequest, found: Iterable[Match], *, hide_others: bool, own: Statement | None = None
) -> list[ShownMatch]:
    membership = membership_in_use(request)
    return show_matches(
        found,
        user=user_of(request),
        codebook_id=membership.codebook_id if membership else None,
        own=own,
        hide_others=hide_others,
    )


def _mark_up(request: HttpRequest, shown: ShownMatch, own: Statement | None) -> str:
    context = {"shown": shown, "can_judge": may_correct(request), "own": own.pk if own else None}
    return render_to_string("claims/_match.html", context, request)


def _goes_on(request: HttpRequest, context: dict[str, object]) -> str:
    """Return where the queue goes on after the last match of a page.

    Where judged matches leave the list, others have come up to the same address; else it is the next page.
    """
    narrowed, page = context["filter"], context["page"]
    chosen = narrowed.form.cleaned_data  # type: ignore[attr-defined]
    if chosen.get("mine") in ("none", "second") or chosen.get("verdict") == [NO_VERDICT]:
        return request.get_full_path()
    if not page.has_next():  # type: ignore[attr-defined]
        return ""
    params = request.GET.copy()
    params["page"] = page.next_page_number()  # type: ignore[attr-defined]
    return f"?{params.urlencode()}"


def _ways(request: HttpRequest) -> list[dict[str, object]]:
    """Return the ways into the queue: what nobody judged, second opinions, where reviewers differ."""
    user = user_of(request)
    judged = MatchFilter(QueryDict(SECOND_OPINIONS[1:]), Match.objects.live(), user=user).qs
    ways = (
        ("To judge", QUEUE, None),
        ("Second opinions", SECOND_OPINIONS, judged.order_by().count()),
        ("Reviewers differ", DISPUTED, Match.objects.disputed().count()),
    )
    here = "?" + request.GET.urlencode()
    return [
        {"words": words, "address": address, "count": count, "is_current": address == here}
        for words, address, count in ways
    ]
