"""Changes of speakers: other names and positions, two that are one, one that is two."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from claims.models import Alias, Speaker
from claims.queries.speaker_page import count_of_merge, names_of, namesakes, positions_to_show
from claims.services.attributing import UnableToName
from claims.services.speakers import (
    UnableToChangeSpeaker,
    add_alias,
    add_position,
    merge_speakers,
    rename_speaker,
    split_speaker,
)
from claims.web.answers import make_change, user_of
from claims.web.chosen import chosen_rows
from claims.web.codebook_in_use import may_correct
from claims.web.speakers import find_speaker

REFUSALS = (UnableToChangeSpeaker, UnableToName)
MAX_NAMESAKES = 3  # told at once
MAX_MERGED = 50  # at once: the question must be readable


class PositionForm(forms.Form):
    """A position with its days as far as they are known."""

    title = forms.CharField(max_length=200, error_messages={"required": "Write what the speaker is or was."})
    starts_on = forms.DateField(required=False, error_messages={"invalid": "Write a day like 2026-03-14."})
    ends_on = forms.DateField(required=False, error_messages={"invalid": "Write a day like 2026-03-14."})


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what can be changed of a speaker: name, aliases, positions, merge, split."""
    _require_right(request)
    speaker = find_speaker(pk)
    context = {"speaker": speaker, "names": names_of(speaker), "positions": positions_to_show(speaker)}
    return render(request, "claims/edit_speaker.html", context)


@require_POST
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a speaker another canonical name."""
    speaker, name = find_speaker(pk), request.POST.get("name", "")
    answer = _change(request, pk, lambda: rename_speaker(speaker=speaker, name=name, by=user_of(request)))
    _warn_of_namesakes(request, speaker, name)
    return answer


@require_POST
def new_alias(request: HttpRequest, pk: int) -> HttpResponse:
    """Note another name of a speaker."""
    speaker, name = find_speaker(pk), request.POST.get("name", "")
    answer = _change(request, pk, lambda: add_alias(speaker=speaker, name=name, by=user_of(request)))
    _warn_of_namesakes(request, speaker, name)
    return answer


@require_POST
def new_position(request: HttpRequest, pk: int) -> HttpResponse:
    """Note what a speaker is or was."""
    speaker, form = find_speaker(pk), PositionForm(request.POST)
    if not form.is_valid():
        for problems in form.errors.values():
            messages.error(request, " ".join(str(problem) for problem in problems))
        return HttpResponseRedirect(reverse("edit_speaker", args=[pk]))
    said = form.cleaned_data
    return _change(request, pk, lambda: add_position(speaker=speaker, by=user_of(request), **said))


def merge(request: HttpRequest) -> HttpResponse:
    """Ask which name stays, say how many quotes and tags move, and merge."""
    _require_right(request)
    typed = request.POST if request.method == "POST" else request.GET
    speakers = chosen_rows(typed.getlist("speaker")[:MAX_MERGED], Speaker.objects.live())
    if request.method != "POST" or len(speakers) < 2:
        context = {
            "speakers": speakers,
            "counts": count_of_merge(speakers, user=user_of(request)),
            "words": typed.get("name", ""),
        }
        return render(request, "claims/merge_speakers.html", context)
    keep = chosen_rows([typed.get("keep", "")], Speaker.objects.live())
    into = keep[0] if keep and keep[0] in speakers else None
    if into is None:
        messages.error(request, "Choose which name stays.")
        context = {"speakers": speakers, "counts": count_of_merge(speakers, user=user_of(request))}
        return render(request, "claims/merge_speakers.html", context, status=422)
    others = [speaker for speaker in speakers if speaker != into]
    return _change(
        request, into.pk, lambda: merge_speakers(speakers=others, into=into, by=user_of(request)), "speaker"
    )


@require_POST
def split(request: HttpRequest, pk: int) -> HttpResponse:
    """Take some names of a speaker, and what was said under them, to a new speaker."""
    speaker, name = find_speaker(pk), request.POST.get("name", "")
    aliases = chosen_rows(request.POST.getlist("alias"), Alias.objects.filter(speaker=speaker))
    return _change(
        request,
        pk,
        lambda: split_speaker(speaker=speaker, aliases=aliases, name=name, by=user_of(request)),
    )


def _require_right(request: HttpRequest) -> None:
    if not may_correct(request):
        raise PermissionDenied("Readers change nothing. A lead of a codebook can make you a coder.")


def _change(
    request: HttpRequest, pk: int, change: Callable[[], Any], page: str = "edit_speaker"
) -> HttpResponse:
    make_change(request, change, refusals=REFUSALS)
    return HttpResponseRedirect(reverse(page, args=[pk]))


def _warn_of_namesakes(request: HttpRequest, speaker: Speaker, name: str) -> None:
    """Tell that a name that was just given means several speakers now."""
    others = namesakes(name, besides=speaker)
    if others:
        messages.warning(
            request,
            f"“{name}” also means {' and '.join(str(other) for other in others[:MAX_NAMESAKES])}. Where only "
            "the name stands in an article, no speaker is taken. If they are one, merge them; else undo.",
        )
