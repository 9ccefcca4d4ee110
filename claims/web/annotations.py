"""Tags: made, changed and taken back on a statement's page."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from claims.models import Annotation, Certainty, Claim, Decision, Membership, Stance, Statement
from claims.queries.rights import annotations_seen_by
from claims.services.annotations import (
    UnableToChangeAnnotation,
    UnableToTag,
    change_annotation,
    retire_annotation,
    tag_statement,
)
from claims.services.decisions import UnableToDecide, decide
from claims.web.answers import back_to, make_change, user_of
from claims.web.carry_over import tagging_membership

REFUSALS = (UnableToTag, UnableToChangeAnnotation, UnableToDecide)
MAX_NOTE = 2_000


class TagForm(forms.Form):
    """A new tag: claim, stance, certainty, note."""

    claim = forms.ModelChoiceField(Claim.objects.none(), error_messages={"required": "Choose a claim."})
    stance = forms.ChoiceField(choices=Stance.choices, error_messages={"required": "Choose a stance."})
    certainty = forms.ChoiceField(choices=Certainty.choices, required=False)
    note = forms.CharField(max_length=MAX_NOTE, required=False)
    token = forms.UUIDField(required=False)

    def __init__(self, data: Any, membership: Membership) -> None:
        super().__init__(data)
        claims = Claim.objects.taggable().filter(codebook=membership.codebook_id)
        self.fields["claim"].queryset = claims  # type: ignore[attr-defined]


class ChangeForm(forms.Form):
    """What changes of a tag, and the revision that the person was looking at."""

    revision = forms.IntegerField(min_value=1)
    stance = forms.ChoiceField(choices=Stance.choices)
    certainty = forms.ChoiceField(choices=Certainty.choices)
    note = forms.CharField(max_length=MAX_NOTE, required=False)


@require_POST
def tag(request: HttpRequest, pk: int) -> HttpResponse:
    """Tag a statement with a claim of the codebook in use."""
    statement = get_object_or_404(Statement, pk=pk)
    form = TagForm(request.POST, tagging_membership(request))
    if not form.is_valid():
        return _say_what_is_wrong(request, form, statement.pk)
    said = form.cleaned_data
    token: UUID | None = said["token"]
    return _change(
        request,
        statement.pk,
        lambda: tag_statement(
            statement=statement,
            claim=said["claim"],
            stance=said["stance"],
            certainty=said["certainty"] or Certainty.CERTAIN,
            note=said["note"],
            token=token,
            by=user_of(request),
        ),
    )


@require_POST
def change_tag(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the stance, certainty or note of a tag."""
    annotation = _tag_seen(request, pk)
    form = ChangeForm(request.POST)
    if not form.is_valid():
        return _say_what_is_wrong(request, form, annotation.statement_id)
    said = form.cleaned_data
    return _change(
        request,
        annotation.statement_id,
        lambda: change_annotation(annotation=annotation, by=user_of(request), **said),
    )


@require_POST
def retire_tag(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a tag back."""
    annotation = _tag_seen(request, pk)
    return _change(
        request,
        annotation.statement_id,
        lambda: retire_annotation(annotation=annotation, by=user_of(request)),
    )


@require_POST
def no_claim(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide that a statement has none of the codebook's claims."""
    statement = get_object_or_404(Statement, pk=pk)
    codebook = tagging_membership(request).codebook
    return _change(
        request,
        statement.pk,
        lambda: decide(
            statement=statement,
            codebook=codebook,
            outcome=Decision.Outcome.NO_CLAIM,
            by=user_of(request),
        ),
    )


def _tag_seen(request: HttpRequest, pk: int) -> Annotation:
    found = annotations_seen_by(user_of(request)).filter(pk=pk).first()
    if found is None:
        raise Http404(f"There is no tag {pk} in your codebooks")
    return found


def _change(request: HttpRequest, statement_id: int, change: Callable[[], Any]) -> HttpResponse:
    make_change(request, change, refusals=REFUSALS)
    if request.POST.get("next"):
        return back_to(request, "statement", statement_id)
    return HttpResponseRedirect(reverse("statement", args=[statement_id]) + "#tags")


def _say_what_is_wrong(request: HttpRequest, form: forms.Form, statement_id: int) -> HttpResponse:
    for problems in form.errors.values():
        for problem in problems:
            messages.error(request, str(problem))
    return HttpResponseRedirect(reverse("statement", args=[statement_id]) + "#tags")
