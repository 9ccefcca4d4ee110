"""Imports: files handed over, looked at, stored, and the report of what became of each document."""

import csv
from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from claims.models import Import, ImportItem
from claims.queries.import_page import column_rows, earlier_imports, header_of, report_of
from claims.readers import FIELDS
from claims.services.imports import (
    UnableToImport,
    ask_to_store,
    change_mapping,
    prepare_upload,
    preview_import,
)
from claims.services.jobs import stop_job
from claims.services.rights import NotAllowed
from claims.text.formulas import shield
from claims.web.answers import user_of
from claims.web.codebook_in_use import may_correct

ITEMS_ON_A_PAGE = 100


def imports(request: HttpRequest) -> HttpResponse:
    """Show the upload form and the earlier imports; keep uploaded files for the preview."""
    _require_right(request)
    if request.method != "POST":
        return render(request, "claims/imports.html", {"earlier": earlier_imports()})
    files = [(file.name or "file", file) for file in request.FILES.getlist("files")]
    outlet = request.POST.get("outlet", "")[:200]
    try:
        made = prepare_upload(files=files, outlet=outlet, by=user_of(request))
    except UnableToImport as refusal:
        context = {"earlier": earlier_imports(), "problem": str(refusal), "outlet": outlet}
        return render(request, "claims/imports.html", context, status=422)
    return HttpResponseRedirect(reverse("import", args=[made.pk]))


def import_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one import: the preview before it is stored, how far it is, or its report."""
    _require_right(request)
    imported = _find(pk)
    context: dict[str, Any] = {"imported": imported, "job": imported.job, "earlier": earlier_imports()}
    if imported.stored_at is None and imported.job is None and imported.file:
        header = header_of(imported)
        context["header"] = header
        context["columns"] = column_rows(imported, header) if header else []
        context["date_choices"] = Import.Dates.choices
        preview = preview_import(imported=imported)
        outcomes = Counter(row.outcome for row in preview.rows)
        context |= {
            "preview": preview,
            "new_count": outcomes[ImportItem.Outcome.WAITING],
            "there_count": outcomes[ImportItem.Outcome.ALREADY_THERE],
            "refused_count": outcomes[ImportItem.Outcome.REFUSED],
        }
    else:
        page = Paginator(report_of(imported), ITEMS_ON_A_PAGE).get_page(request.GET.get("page"))
        context["page"] = page
        context["page_numbers"] = list(page.paginator.get_elided_page_range(page.number))
        context["counts"] = [
            (ImportItem.Outcome(name).label, count)
            for name, count in sorted(imported.counts.items(), reverse=True)
        ]
    return render(request, "claims/import.html", context)


@require_POST
def set_mapping(request: HttpRequest, pk: int) -> HttpResponse:
    """Set which column of a table is which of our fields, and how its days are read."""
    imported = _find(pk)
    chosen = {field: request.POST.get(field, "") for field in FIELDS}
    dates = request.POST.get("dates", "")
    try:
        change_mapping(
            imported=imported,
            mapping=chosen,
            dates=dates if dates in Import.Dates.values else "",
            by=user_of(request),
        )
    except NotAllowed as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    except UnableToImport as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(reverse("import", args=[pk]))


@require_POST
def store(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the worker store an import."""
    try:
        ask_to_store(imported=_find(pk), by=user_of(request))
    except NotAllowed as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    except UnableToImport as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(reverse("import", args=[pk]))


@require_POST
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the worker to stop an import after the document it is at."""
    _require_right(request)
    imported = _find(pk)
    if imported.job is not None:
        stop_job(job=imported.job, by=user_of(request))
        messages.info(request, "It stops after the document it is at. What is stored stays.")
    return HttpResponseRedirect(reverse("import", args=[pk]))


def report(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """Hand out the report as CSV: a line per document."""
    _require_right(request)
    imported = _find(pk)
    answer = StreamingHttpResponse(_report_lines(imported), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="on-record-import-{imported.pk}.csv"'
    return answer


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, line: str) -> str:
        return line


def _report_lines(imported: Import) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(["place", "outcome", "article", "problem", "what_helps", "warnings"])
    for item in report_of(imported).iterator(chunk_size=1000):
        warnings = "; ".join(str(warning) for warning in item.warnings)
        cells = [item.place, item.get_outcome_display(), item.article_id, item.words, item.helps, warnings]
        yield writer.writerow([shield("" if cell is None else str(cell)) for cell in cells])


def _find(pk: int) -> Import:
    found = Import.objects.select_related("job", "by", "outlet").filter(pk=pk).first()
    if found is None:
        raise Http404(f"There is no import {pk}")
    return found


def _require_right(request: HttpRequest) -> None:
    if not may_correct(request):
        raise PermissionDenied("Readers import nothing. A lead of a codebook can make you a coder.")
