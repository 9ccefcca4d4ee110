"""Carrying tags over to matched statements: a preview of what it will do, then the doing."""

from collections.abc import Iterable

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse

from claims.admin.base import RowAdmin, answer_change, user_of
from claims.admin.bulk_tagging import selection
from claims.models import Annotation, Statement
from claims.models.match import SHOWN_FROM
from claims.queries.carry_over import CarryRow, carry_over_preview
from claims.queries.explanations import explanation_in_words
from claims.services.carry_over import UnableToCarryOver, carry_over

MAX_TAGS = 200  # tags whose matches are looked up for one preview
MAX_ROWS = 500  # rows that a person can look through, and that one act writes
SCORES = ("0.9", "0.8", "0.7", "0.5", "0.3")


def preview_and_carry(
    admin: RowAdmin, request: HttpRequest, annotations: QuerySet[Annotation]
) -> TemplateResponse | None:
    """Show where the tags would go; carry the chosen ones over once that is confirmed."""
    asked = request.POST.get("min_score", "")
    min_score = float(asked) if asked in SCORES else SHOWN_FROM
    tags = list(
        annotations.select_related("claim", "codebook", "statement__quote__outlet").order_by("pk")[:MAX_TAGS]
    )
    rows = carry_over_preview(tags, by=user_of(request), min_score=min_score)[:MAX_ROWS]
    if "apply" in request.POST:
        pairs = _chosen(rows, request.POST.getlist("pair"))
        if not pairs:
            messages.error(request, "No statement was chosen. Mark those that shall be tagged.")
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
        "tags": tags,
        "rows": [{"row": row, "why": explanation_in_words(row.match)} for row in rows],
        "new_count": sum(row.is_new for row in rows),
        "min_score": f"{min_score:.1f}",
        "scores": SCORES,
        "is_cut": len(rows) == MAX_ROWS or len(tags) == MAX_TAGS,
    }
    return TemplateResponse(request, "admin/carry_over.html", context)


def _chosen(rows: Iterable[CarryRow], sent: Iterable[str]) -> list[tuple[Annotation, Statement]]:
    """Return the pairs that were marked, of those that the preview showed."""
    marked = set(sent)
    return [
        (row.annotation, row.statement)
        for row in rows
        if row.is_new and f"{row.annotation.pk}-{row.statement.pk}" in marked
    ]
