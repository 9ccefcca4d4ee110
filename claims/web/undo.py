"""Undo: one change taken back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from claims.models import Change
from claims.queries.history import is_hidden_from
from claims.services.changes import UnableToUndo
from claims.services.undo import undo as undo_change
from claims.web.answers import back_to, make_change, user_of


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a change and go back to where it was asked."""
    change = get_object_or_404(Change, pk=pk)
    if is_hidden_from(change, user_of(request)):
        raise Http404(f"There is no change {pk}")
    make_change(
        request,
        lambda: undo_change(change=change, by=user_of(request)),
        refusals=(UnableToUndo,),
        said="Undone",
    )
    return back_to(request, "home")
