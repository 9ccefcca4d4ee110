"""Speakers: the list, and one speaker with everything he, she or it said."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from claims.models import Annotation, Attribution, Speaker
from claims.queries.filters import SpeakerFilter
from claims.queries.history import changes_of_speaker
from claims.queries.lists import quote_rows, quotes_to_list
from claims.queries.rights import annotations_seen_by
from claims.queries.shown_matches import show_matches
from claims.queries.speaker_page import (
    claims_of_speaker,
    contradictions_of,
    count_tagged,
    months_to_show,
    names_of,
    positions_to_show,
    quotes_by_month,
    speaker_rows,
    tagged_days,
)
from claims.queries.speaker_pairs import count_waiting_pairs
from claims.queries.speakers import position_at, shown_position
from claims.web.answers import user_of
from claims.web.codebook_in_use import membership_in_use
from claims.web.counting import counting_of, shown_counting
from claims.web.drawings import MAX_ROWS, draw_marks
from claims.web.lists import list_context, make_filter

QUOTES_ON_A_PAGE = 20


def speakers(request: HttpRequest) -> HttpResponse:
    """List the speakers that fit the filters."""
    context = list_context(request, make_filter(request, SpeakerFilter, Speaker.objects.live()))
    months = months_to_show()
    context |= {
        "rows": speaker_rows(list(context["page"]), months, tags_in_use(request), counting_of(request)),
        "months": months,
    }
    context["waiting_pairs"] = count_waiting_pairs()
    return render(request, "claims/speakers.html", context)


def speaker(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one speaker: names, positions, claims by stance, quotes over time."""
    shown = find_speaker(pk)
    if shown.merged_into_id is not None:
        keep = shown_counting(request).query
        return HttpResponseRedirect(reverse("speaker", args=[shown.merged_into_id]) + keep)
    tags, membership = tags_in_use(request), membership_in_use(request)
    codebook_id = membership.codebook_id if membership else None
    months, positions = months_to_show(), positions_to_show(shown)
    counting = counting_of(request)
    claims = claims_of_speaker(shown, tags, counting)
    drawn = [row.claim for row in claims[:MAX_ROWS]]
    said = Attribution.objects.live().filter(speaker=shown).values("quote")
    quotes = quotes_to_list().filter(pk__in=said).order_by("-day", "-id")
    page = Paginator(quotes, QUOTES_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "speaker": shown,
        "position": shown_position(position_at(positions, shown.last_day)),
        "positions": positions,
        "names": names_of(shown),
        "months": months,
        "by_month": quotes_by_month([shown.pk], months)[shown.pk],
        "claims": claims,
        "chart": draw_marks(drawn, tagged_days(shown, tags, drawn, counting), counting) if drawn else None,
        "tagged_count": count_tagged(shown, tags, counting),
        "page": page,
        "page_numbers": list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)),
        "quotes": quote_rows(page, user=user_of(request), codebook_id=codebook_id),
        "contradictions": show_matches(
            contradictions_of(shown), user=user_of(request), codebook_id=codebook_id
        ),
        "has_codebook": membership is not None,
    }
    return render(request, "claims/speaker.html", context)


def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who changed what about a speaker."""
    shown = find_speaker(pk)
    context = {"speaker": shown, "changes": changes_of_speaker(shown)}
    return render(request, "claims/speaker_history.html", context)


def find_speaker(pk: int) -> Speaker:
    """Return the speaker.

    :raises Http404: if there is none; in words for the page.
    """
    found = Speaker.objects.filter(pk=pk).first()
    if found is None:
        raise Http404(f"There is no speaker {pk}")
    return found


def tags_in_use(request: HttpRequest) -> QuerySet[Annotation]:
    """Return the tags of the codebook in use; without one there are none."""
    membership = membership_in_use(request)
    if membership is None:
        return Annotation.objects.none()
    return annotations_seen_by(user_of(request)).filter(codebook=membership.codebook_id)
