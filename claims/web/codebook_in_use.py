"""The codebook in use: the one whose tags and claims the pages show."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from claims.models import Membership, User
from claims.queries.rights import codebooks_of, memberships_of
from claims.web.answers import back_to, user_of
from claims.web.chosen import chosen_rows

CHOSEN = "codebook_in_use"  # in the session: the id of the codebook that the person chose


def memberships_in(request: HttpRequest) -> list[Membership]:
    """Return the person's memberships by the name of their codebooks, asked once per request."""
    kept = getattr(request, "memberships", None)
    if kept is None:
        kept = list(memberships_of(user_of(request)).order_by("codebook__name"))
        request.memberships = kept  # type: ignore[attr-defined]
    return kept


def membership_in_use(request: HttpRequest) -> Membership | None:
    """Return the membership of the codebook that was chosen in the head, by default the first."""
    memberships = memberships_in(request)
    chosen = request.session.get(CHOSEN)
    fits = [membership for membership in memberships if membership.codebook_id == chosen]
    return next(iter(fits or memberships), None)


def may_correct(request: HttpRequest) -> bool:
    """Say whether to show the controls that correct the corpus; the services decide."""
    user: User = user_of(request)
    return user.is_superuser or any(membership.may_tag for membership in memberships_in(request))


@require_POST
def choose_codebook(request: HttpRequest) -> HttpResponse:
    """Take another codebook into use."""
    chosen = chosen_rows([request.POST.get("codebook", "")], codebooks_of(user_of(request)))
    if not chosen:
        raise Http404("There is no such codebook among yours")
    request.session[CHOSEN] = chosen[0].pk
    return back_to(request, "home")
