"""Names that may be one speaker: two at a time side by side, one key for each answer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from claims.matching.person_names import Reason
from claims.models import Speaker, SpeakerPair
from claims.queries.speaker_pairs import count_by_reason, pairs_after, pairs_that_wait, sides_of
from claims.services.speaker_pairs import UnableToAnswerPair, answer_pair
from claims.web.answers import back_to, make_change, user_of
from claims.web.chosen import chosen_rows
from claims.web.codebook_in_use import may_correct


def speaker_pairs(request: HttpRequest) -> HttpResponse:
    """Show the likeliest pair that waits, with the answers."""
    reason = request.GET.get("reason", "")
    reason = reason if reason in list(Reason) else ""
    put_off = next(iter(chosen_rows([request.GET.get("past", "")], SpeakerPair.objects.all())), None)
    counts = count_by_reason()
    pair = pairs_after(pairs_that_wait(reason), put_off).first()
    context = {
        "counts": counts,
        "total": sum(count for _, count in counts),
        "left": sum(count for each, count in counts if not reason or each == reason),
        "reason": reason,
        "put_off": put_off,
        "can_decide": may_correct(request),
        "pair": pair,
        "why": Reason(pair.reason).in_words if pair else "",
        "sides": sides_of(pair) if pair else (),
    }
    return render(request, "claims/speaker_pairs.html", context)


@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an answer on a pair, and go on with the next one."""
    pair, said = get_object_or_404(SpeakerPair, pk=pk), request.POST.get("answer", "")
    stays = chosen_rows([request.POST.get("into", "")], Speaker.objects.all())
    into = stays[0] if stays else None
    if into is None and said not in SpeakerPair.Answer.values:
        messages.error(request, "Choose one of the answers.")
        return back_to(request, "speaker_pairs")
    make_change(
        request,
        lambda: answer_pair(
            pair=pair, answer="MERGE" if into is not None else said, into=into, by=user_of(request)
        ),
        refusals=(UnableToAnswerPair,),
    )
    return back_to(request, "speaker_pairs")
