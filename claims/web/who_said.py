"""Search by statement: paste a sentence and see who said something like it."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from claims.models import Statement
from claims.models.match import STORED_FROM
from claims.queries.like_filter import LONGEST, LikeFilter
from claims.services.embedding import UnableToReadMeanings
from claims.services.held_matcher import is_at_hand
from claims.services.who_said import Answers, UnableToSearch, find_like
from claims.web.lists import ShownChoice, ShownFilter, chips_of, make_filter, shown_filters

#: asked above the answers, and kept by the form of the filters beside them
ASKED_ABOVE = ("text", "language")


def who_said(request: HttpRequest) -> HttpResponse:
    """Show for each sentence of the text the statements most like it, the most alike first."""
    narrowed = make_filter(request, LikeFilter, Statement.objects.live())
    assert isinstance(narrowed, LikeFilter)
    asked = narrowed.asked
    found, is_loading, problem = _search(narrowed, asked)
    fields = {field.name: field for field in shown_filters(narrowed)}
    beside = [_kept(field) if field.name in ASKED_ABOVE else field for field in fields.values()]
    context = {
        "text": request.GET.get("text", "").replace("\x00", ""),
        "problems": fields["text"].errors or ((problem,) if problem else ()),
        "longest": LONGEST,
        "is_loading": is_loading,
        "languages": fields["language"],
        "found": found,
        "fields": beside,
        "errors": [field for field in beside if field.errors and field.name not in ASKED_ABOVE],
        "chips": [chip for chip in chips_of(narrowed) if chip.name not in ASKED_ABOVE],
        "keeps": [
            (name, value)
            for name, values in request.GET.lists()
            if name not in ASKED_ABOVE
            for value in values
        ],
    }
    return render(request, "claims/who_said.html", context)


def _search(narrowed: LikeFilter, asked: dict[str, Any]) -> tuple[Answers | None, bool, str]:
    """Return the answers, whether they wait for the index, and what hinders them."""
    if not asked.get("text"):
        return None, False, ""
    try:
        if not is_at_hand():
            return None, True, ""
        answers = find_like(
            text=asked["text"],
            language=asked.get("language") or "",
            among=narrowed.narrowed,
            min_score=float(asked.get("min_score") or STORED_FROM),
        )
    except (UnableToSearch, UnableToReadMeanings) as refusal:
        return None, False, str(refusal)
    return answers, False, ""


def _kept(field: ShownFilter) -> ShownFilter:
    """Return a field as hidden: the form keeps what was asked above."""
    chosen = [choice.value for choice in field.choices if choice.is_chosen and choice.value]
    values = chosen or ([field.value] if field.value else [])
    return replace(
        field, kind="hidden", choices=tuple(ShownChoice(value, value, True) for value in values), errors=()
    )
