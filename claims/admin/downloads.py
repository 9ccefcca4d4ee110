"""Downloads: the selected rows of a list as a file."""

from collections.abc import Sequence
from itertools import chain

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.utils.http import content_disposition_header

from claims.admin.base import RowAdmin, user_of
from claims.exports.files import export_pieces, file_name, find_format
from claims.exports.tables import UnableToExport, find_table, rows_for


class DownloadActions(RowAdmin):
    """A list whose selected rows can be downloaded as CSV, XLSX or JSON Lines."""

    #: the export's table
    table_name = ""
    actions: Sequence[str] = ("download_csv", "download_xlsx", "download_jsonl")

    @admin.action(description="Download as CSV", permissions=["view"])
    def download_csv(self, request: HttpRequest, queryset: QuerySet) -> StreamingHttpResponse | None:
        """Hand out the selected rows as CSV."""
        return self._download(request, queryset, "csv")

    @admin.action(description="Download as XLSX", permissions=["view"])
    def download_xlsx(self, request: HttpRequest, queryset: QuerySet) -> StreamingHttpResponse | None:
        """Hand out the selected rows as XLSX."""
        return self._download(request, queryset, "xlsx")

    @admin.action(description="Download as JSON Lines", permissions=["view"])
    def download_jsonl(self, request: HttpRequest, queryset: QuerySet) -> StreamingHttpResponse | None:
        """Hand out the selected rows as JSON Lines."""
        return self._download(request, queryset, "jsonl")

    def _download(self, request: HttpRequest, queryset: QuerySet, form: str) -> StreamingHttpResponse | None:
        table = find_table(self.table_name)
        chosen = queryset.order_by().values("pk")
        pieces = export_pieces(table, form, rows_for(table, user=user_of(request)).filter(pk__in=chosen))
        try:
            first = next(pieces, b"")
        except UnableToExport as refusal:
            messages.error(request, str(refusal))
            return None
        answer = StreamingHttpResponse(chain([first], pieces), content_type=find_format(form).media_type)
        disposition = content_disposition_header(as_attachment=True, filename=file_name(table, form))
        answer["Content-Disposition"] = disposition or "attachment"
        return answer
