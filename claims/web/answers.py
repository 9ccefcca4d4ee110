"""What the pages share: who asks, where to go back to, and how a change is answered."""

from collections.abc import Callable
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from claims.models import User
from claims.services.changes import changes_made
from claims.services.rights import NotAllowed

UNDO = "undo-"  # extra tag of a message: the change that its Undo button takes back


def user_of(request: HttpRequest) -> User:
    """Return the person who asks; every page is behind a login."""
    return cast(User, request.user)


def back_to(request: HttpRequest, default: str, *args: Any) -> HttpResponseRedirect:
    """Return to the page that the form names in ``next``, if it is one of ours, else to ``default``."""
    place = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(place, {request.get_host()}, require_https=request.is_secure()):
        return HttpResponseRedirect(place)
    return HttpResponseRedirect(resolve_url(default, *args))


def make_change(
    request: HttpRequest,
    change: Callable[[], Any],
    *,
    refusals: tuple[type[Exception], ...] = (),
    said: str = "Saved",
) -> bool:
    """Make one change and leave a message: what was done, with an Undo button, or why it was not.

    Returns whether it was done.

    :raises PermissionDenied: if the person may not do this; the page says who may.
    """
    try:
        done = changes_made(change, by=user_of(request))
    except NotAllowed as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    except refusals as refusal:
        messages.error(request, str(refusal))
        return False
    if done:
        words = done[-1].words.removeprefix("undid: ")
        messages.success(request, f"{said}: {words}", extra_tags=f"{UNDO}{done[-1].pk}")
    else:
        messages.info(request, "Nothing was changed: it is so already.")
    return True


def wants_json(request: HttpRequest) -> bool:
    """Say whether a script asks, which goes on without loading a page."""
    return request.accepts("application/json") and not request.accepts("text/html")


def change_as_json(
    request: HttpRequest,
    change: Callable[[], Any],
    *,
    refusals: tuple[type[Exception], ...] = (),
    said: str = "Saved",
) -> dict[str, str]:
    """Make one change and return what a script shows: ``words`` and the address of ``undo``, or ``problem``.

    :raises PermissionDenied: if the person may not do this.
    """
    try:
        done = changes_made(change, by=user_of(request))
    except NotAllowed as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    except refusals as refusal:
        return {"problem": str(refusal)}
    if not done:
        return {"words": "Nothing was changed: it is so already."}
    words = done[-1].words.removeprefix("undid: ")
    return {"words": f"{said}: {words}", "undo": resolve_url("undo", done[-1].pk)}


def token_of(request: HttpRequest) -> UUID | None:
    """Return the token of a form, by which one that is sent twice is known; None if it has none."""
    try:
        return UUID(request.POST.get("token", ""))
    except ValueError:
        return None
