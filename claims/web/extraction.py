"""Running the extractor over everything again: what would change, the run, and taking it back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from claims import VERSION
from claims.exports.expected_changes import EXPECTED_CHANGES
from claims.exports.files import export_pieces, file_name, find_format
from claims.models import Article, ExpectedChange, Run
from claims.queries.expected_changes import ExpectedChangeFilter, changes_of, examples_of, show_changes
from claims.queries.extraction_page import articles_by_version, last_job, refused_articles
from claims.services.extracting import BEFORE, CHANGED, DONE, TAKEN_BACK, whole_runs
from claims.services.extraction_back import UnableToTakeBack
from claims.services.jobs import stop_job
from claims.services.preview import COUNTS, is_finished, last_preview
from claims.services.rerun import (
    KINDS,
    UnableToRunAgain,
    ask_for_preview,
    ask_to_extract_again,
    ask_to_go_on,
    ask_to_take_back,
    job_under_way,
)
from claims.services.rights import NotAllowed
from claims.web.answers import user_of
from claims.web.codebook_in_use import may_correct
from claims.web.lists import list_context, make_filter

SHOWN_LINES = 8  # rules and outlets
SHOWN_RUNS = 10


def extraction(request: HttpRequest) -> HttpResponse:
    """Show what another extraction would change, what is under way, and the earlier runs."""
    _require_right(request)
    job, preview = job_under_way(), last_preview()
    runs = [_shown_run(run) for run in whole_runs().select_related("job__by")[:SHOWN_RUNS]]
    context = {
        "version": VERSION,
        "articles": Article.objects.live().count(),
        "by_version": articles_by_version(),
        "job": job,
        "last": None if job else last_job(KINDS),
        "unfinished_preview": preview is not None and not is_finished(preview),
        "runs": runs,
        "unfinished_run": runs[0] if runs and runs[0]["is_open"] else None,
        "newest": next((row["run"].pk for row in runs if not row["is_taken_back"]), None),
        "refused": refused_articles(),
        **_preview_context(preview),
    }
    return render(request, "claims/extraction.html", context)


def expected_changes(request: HttpRequest) -> HttpResponse:
    """List what the preview expects, by filters."""
    _require_right(request)
    context = list_context(request, make_filter(request, ExpectedChangeFilter, _changes()))
    context["rows"] = list(show_changes(context["page"]))
    return render(request, "claims/expected_changes.html", context)


def expected_changes_file(request: HttpRequest) -> StreamingHttpResponse:
    """Hand out what the preview expects as CSV: the rows that fit the same filters as the page."""
    _require_right(request)
    rows = make_filter(request, ExpectedChangeFilter, _changes()).qs
    form = find_format("csv")
    pieces = export_pieces(EXPECTED_CHANGES, form.name, rows)
    answer = StreamingHttpResponse(pieces, content_type=form.media_type)
    name = file_name(EXPECTED_CHANGES, form.name)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Let the worker preview, run, go on or take back, as the pressed button says."""
    wanted, by = request.POST.get("do", ""), user_of(request)
    try:
        if wanted == "preview":
            ask_for_preview(by=by)
        elif wanted == "run":
            ask_to_extract_again(by=by)
        elif wanted == "go-on":
            ask_to_go_on(by=by)
        else:
            ask_to_take_back(run=_find_run(request.POST.get("run", "")), by=by)
    except NotAllowed as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    except (UnableToRunAgain, UnableToTakeBack) as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(reverse("extraction"))


@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    """Ask the worker to stop after the article it is at."""
    _require_right(request)
    job = job_under_way()
    if job is not None:
        stop_job(job=job, by=user_of(request))
        messages.info(request, "It stops after the article it is at. What is done stays.")
    return HttpResponseRedirect(reverse("extraction"))


def _changes() -> Any:
    preview = last_preview()
    return ExpectedChange.objects.none() if preview is None else changes_of(preview)


def _preview_context(preview: Run | None) -> dict[str, Any]:
    if preview is None or not is_finished(preview):
        return {"preview": None}
    counts = preview.settings[COUNTS]
    kinds = [(kind.value, kind.label, counts["kinds"].get(kind.value, 0)) for kind in ExpectedChange.Kind]
    return {
        "preview": preview,
        "counts": counts,
        "kinds": kinds,
        "changes": sum(count for _, _, count in kinds),
        "changed_articles": counts["changed articles"],
        "run_words": ", ".join(f"{count:,} {label}" for _, label, count in kinds if count),
        "rules": _lines(counts["rules"]),
        "outlets": _lines(counts["outlets"]),
        "examples": examples_of(preview),
    }


def _lines(counted: list[list[Any]]) -> list[dict[str, Any]]:
    """Return the rows of a table that counts changes of each kind by rule or outlet."""
    return [
        {
            "name": name,
            "cells": [{"label": kind.label, "count": kinds.get(kind, 0)} for kind in ExpectedChange.Kind],
        }
        for name, kinds in counted[:SHOWN_LINES]
    ]


def _shown_run(run: Run) -> dict[str, Any]:
    is_taken_back = TAKEN_BACK in run.settings
    undoing = Run.objects.get(pk=run.settings[TAKEN_BACK]) if is_taken_back else None
    return {
        "run": run,
        "changed": run.settings.get(CHANGED),
        "is_open": DONE not in run.settings,
        "is_taken_back": undoing is not None and DONE in undoing.settings,
        "is_half_back": undoing is not None and DONE not in undoing.settings,
        "can_go_back": BEFORE in run.settings and not (undoing is not None and DONE in undoing.settings),
    }


def _find_run(number: str) -> Run:
    run = Run.objects.filter(pk=int(number)).first() if number.isascii() and number.isdecimal() else None
    if run is None:
        raise Http404("There is no such run")
    return run


def _require_right(request: HttpRequest) -> None:
    if not may_correct(request):
        raise PermissionDenied("Readers change nothing. A lead of a codebook can make you a coder.")
