"""Rows without a form of their own: each leads on to the page where it is worked on."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from claims.admin.downloads import DownloadActions


class LeadingOn(DownloadActions):
    """A list whose rows open another page."""

    #: told to whoever sends a form here: where these rows are worked on
    worked_on = ""

    def page_of(self, row: Any) -> str:
        """Return the address that a row leads on to."""
        raise NotImplementedError(f"{type(self).__name__} says not where its rows lead")

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Lead on to the row's page.

        :raises PermissionDenied: if a form was sent.
        """
        row = self.get_object(request, object_id)
        if request.method == "POST":
            raise PermissionDenied(self.worked_on)
        return HttpResponseRedirect(self.page_of(row))
