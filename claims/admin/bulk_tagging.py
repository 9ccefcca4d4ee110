"""Tagging many statements at once: the question that comes first, and the answer."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse

from claims.admin.base import RowAdmin, answer_change, user_of
from claims.admin.tag_form import TagForm, chosen_claims
from claims.models import Annotation, Statement
from claims.services.annotations import UnableToTag, tag_statements

MAX_AT_ONCE = 500  # one act holds the database while it writes; others wait no longer than about a second
SHOWN = 10  # statements shown beside the question; the list has them all


def ask_and_tag(
    admin: RowAdmin, request: HttpRequest, statements: QuerySet[Statement]
) -> TemplateResponse | None:
    """Ask which tag the selected statements get; give it once the question is answered."""
    sent = "apply" in request.POST
    form = TagForm(
        request.POST if sent else None,
        request=request,
        site=admin.admin_site,
        chosen=chosen_claims(request),
    )
    count = statements.count()
    if sent and count <= MAX_AT_ONCE and form.is_valid():
        done = answer_change(
            request,
            lambda: tag_statements(statements=statements, by=user_of(request), **form.tag()),
            refusals=(UnableToTag,),
        )
        if done:
            return None
    tagged = Annotation.objects.standing().filter(statement__in=statements.order_by().values("pk"))
    context = {
        **admin.admin_site.each_context(request),
        **selection(request, "tag_selected"),
        "title": "Tag statements",
        "opts": admin.opts,
        "media": admin.media,
        "form": form,
        "count": count,
        "shown": statements[:SHOWN],
        "limit": MAX_AT_ONCE,
        "tagged_count": tagged.filter(coder=user_of(request)).values("statement").distinct().count(),
    }
    return TemplateResponse(request, "admin/tag_statements.html", context)


def selection(request: HttpRequest, action: str) -> dict[str, Any]:
    """Return what a question's form must send again, so that the list finds the same rows.

    Where all rows of a filtered list are selected, the address finds them, and one id stands for all.
    """
    is_all = request.POST.get("select_across") == "1"
    ids = request.POST.getlist("_selected_action")
    return {
        "action": action,
        "select_across": "1" if is_all else "0",
        "selected": ids[:1] if is_all else ids,
        "list_address": request.get_full_path(),
    }
