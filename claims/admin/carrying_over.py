"""Carrying tags over to matched statements: a preview of what it will do, then the doing."""

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.template.response import TemplateResponse

from claims.admin.base import RowAdmin, answer_change, user_of
from claims.admin.bulk_tagging import selection
from claims.models import Annotation
from claims.queries.carry_form import carry_page, read_asked
from claims.services.carry_over import UnableToCarryOver, carry_chosen


def preview_and_carry(
    admin: RowAdmin, request: HttpRequest, annotations: QuerySet[Annotation]
) -> TemplateResponse | None:
    """Show where the tags would go; carry the chosen ones over once that is confirmed."""
    user = user_of(request)
    shown = carry_page(annotations, read_asked(QueryDict(), request.POST), by=user)
    if "apply" in request.POST and answer_change(
        request, lambda: carry_chosen(shown=shown, by=user), refusals=(UnableToCarryOver,)
    ):
        return None
    context = {
        **admin.admin_site.each_context(request),
        **selection(request, "carry_over"),
        "title": "Carry tags over to matched statements",
        "opts": admin.opts,
        "media": admin.media,
        **shown.context,
    }
    return TemplateResponse(request, "admin/carry_over.html", context)
