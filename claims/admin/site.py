"""The administration's site: the stock one under our name, and what it administers."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from django.utils.decorators import method_decorator

from claims.admin.annotations import AnnotationAdmin
from claims.admin.articles import ArticleAdmin
from claims.admin.autocomplete import Autocomplete
from claims.admin.base import memberships
from claims.admin.claims import ClaimAdmin
from claims.admin.codebooks import CodebookAdmin, MembershipAdmin
from claims.admin.decisions import DecisionAdmin
from claims.admin.matches import MatchAdmin
from claims.admin.outlets import OutletAdmin
from claims.admin.quotes import QuoteAdmin
from claims.admin.speakers import SpeakerAdmin
from claims.admin.statements import StatementAdmin
from claims.admin.users import AccountAdmin
from claims.models import (
    Annotation,
    Article,
    Claim,
    Codebook,
    Decision,
    Match,
    Membership,
    Outlet,
    Quote,
    Speaker,
    Statement,
    User,
)

ADMINISTERED: dict[Any, type[admin.ModelAdmin]] = {
    Article: ArticleAdmin,
    Outlet: OutletAdmin,
    Speaker: SpeakerAdmin,
    Quote: QuoteAdmin,
    Statement: StatementAdmin,
    Match: MatchAdmin,
    Codebook: CodebookAdmin,
    Membership: MembershipAdmin,
    Claim: ClaimAdmin,
    Annotation: AnnotationAdmin,
    Decision: DecisionAdmin,
    User: AccountAdmin,
}


class OnRecordAdminSite(admin.AdminSite):
    """Django's administration with On Record's head and rights."""

    site_header = "On Record"
    site_title = "On Record"
    index_title = "Administration"
    enable_nav_sidebar = False

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        for model, administration in ADMINISTERED.items():
            super().register(model, administration)

    def register(self, *args: Any, **kwargs: Any) -> None:
        """Administer nothing besides: the tables of other applications (groups, tasks) are not for people."""

    def has_permission(self, request: HttpRequest) -> bool:
        """Say whether somebody gets in: members of a codebook do, and superusers."""
        user = request.user
        return user.is_active and (user.is_superuser or bool(memberships(request)))

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """Return what is administered, in the order of the list above."""
        order = {model._meta.object_name: place for place, model in enumerate(ADMINISTERED)}
        apps: list[dict[str, Any]] = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=lambda model: order[model["object_name"]])
        return apps

    @method_decorator(login_not_required)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Send whoever may not get in to the site's own sign-in; who is signed in has no right to.

        :raises PermissionDenied: if somebody without a membership is signed in.
        """
        if request.user.is_authenticated:
            raise PermissionDenied("The administration is for members of a codebook.")
        return redirect_to_login(request.GET.get("next") or reverse(f"{self.name}:index"))

    def autocomplete_view(self, request: HttpRequest) -> Any:
        """Offer rows while somebody types."""
        return Autocomplete.as_view(admin_site=self)(request)

    def autocomplete_path(self) -> str:
        """Return the address that autocomplete fields ask."""
        return reverse(f"{self.name}:autocomplete")
