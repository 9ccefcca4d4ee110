"""Undo: one change taken back."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from claims.models import Change
from claims.queries.history import is_hidden_from
from claims.services.changes import UnableToUndo
from claims.services.undo import undo as undo_change
from claims.web.answers import back_to, change_as_json, make_change, user_of, wants_json


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a change and go back to where it was asked."""
    change = get_object_or_404(Change, pk=pk)
    if is_hidden_from(change, user_of(request)):
        raise Http404(f"There is no change {pk}")
    if wants_json(request):
        return _undo_for_script(request, change)
    make_change(
        request,
        lambda: undo_change(change=change, by=user_of(request)),
        refusals=(UnableToUndo,),
        said="Undone",
    )
    return back_to(request, "home")


def _undo_for_script(request: HttpRequest, change: Change) -> JsonResponse:
    try:
        answer = change_as_json(
            request,
            lambda: undo_change(change=change, by=user_of(request)),
            refusals=(UnableToUndo,),
            said="Undone",
        )
    except PermissionDenied as refusal:
        return JsonResponse({"problem": str(refusal)}, status=403)
    return JsonResponse(answer, status=409 if "problem" in answer else 200)
