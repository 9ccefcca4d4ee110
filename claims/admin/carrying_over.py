"""Carrying tags over to matched statements: a preview of what it will do, then the doing."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.template.response import TemplateResponse

from claims.admin.base import RowAdmin, answer_change, user_of
from claims.admin.bulk_tagging import selection
from claims.models import Annotation
from claims.queries.carry_form import CHANGED, NOTHING_CHOSEN, carry_page, read_asked
from claims.queries.carry_over import BANDS, MAX_SOURCES, plan_carry_over
from claims.services.carry_over import MAX_AT_ONCE, UnableToCarryOver, carry_over


def preview_and_carry(
    admin: RowAdmin, request: HttpRequest, annotations: QuerySet[Annotation]
) -> TemplateResponse | None:
    """Show where the tags would go; carry the chosen ones over once that is confirmed."""
    asked = read_asked(QueryDict(), request.POST)
    tag_count = annotations.count()
    sources = annotations if tag_count <= MAX_SOURCES else annotations.none()
    plan = plan_carry_over(sources, by=user_of(request), cut=asked.cut)
    shown = carry_page(plan, asked)
    if "apply" in request.POST:
        pairs = [row.pair for row in shown.chosen[:MAX_AT_ONCE]]
        if not shown.is_what_was_shown:
            messages.error(request, CHANGED)
        elif not pairs:
            messages.error(request, NOTHING_CHOSEN)
        elif answer_change(
            request,
            lambda: carry_over(pairs=pairs, by=user_of(request)),
            refusals=(UnableToCarryOver,),
        ):
            return None
    context = {
        **admin.admin_site.each_context(request),
        **selection(request, "carry_over"),
        "title": "Carry tags over to matched statements",
        "opts": admin.opts,
        "media": admin.media,
        "shown": shown,
        "plan": plan,
        "page": shown.page,
        "asked": asked,
        "bands": BANDS,
        "tag_count": tag_count,
        "max_sources": MAX_SOURCES,
        "max_at_once": MAX_AT_ONCE,
    }
    return TemplateResponse(request, "admin/carry_over.html", context)
