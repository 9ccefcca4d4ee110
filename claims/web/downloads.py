"""Downloads: the rows of a list as it is filtered, as a file."""

from itertools import chain

from django.contrib import messages
from django.http import (
    Http404,
    HttpRequest,
    HttpResponseBase,
    HttpResponseRedirect,
    QueryDict,
    StreamingHttpResponse,
)
from django.urls import reverse
from django.utils.http import content_disposition_header

from claims.exports.files import export_pieces, file_name, find_format
from claims.exports.tables import UnableToExport, find_table, problems_with, rows_for
from claims.web.answers import user_of
from claims.web.codebook_in_use import membership_in_use

#: values of a page's address that narrow nothing
NO_FILTERS = ("page", "filters", "order", "count")
#: the page of each table, to go back to when a file cannot be made
PAGES = {
    "articles": "articles",
    "quotes": "quotes",
    "statements": "statements",
    "utterances": "utterances",
    "attributions": "quotes",
    "speakers": "speakers",
    "matches": "matches",
    "differences": "consistency",
}


def download(request: HttpRequest, table: str, form: str) -> HttpResponseBase:
    """Hand out a table as CSV, XLSX or JSON Lines: the rows that fit the same filters as the page."""
    try:
        found, kind = find_table(table), find_format(form)
    except UnableToExport as refusal:
        raise Http404(str(refusal)) from refusal
    membership, user = membership_in_use(request), user_of(request)
    params = _filters_of(request)
    problems = problems_with(found, params, user=user)
    if problems:
        return _refuse(request, table, " ".join(problems))
    rows = rows_for(found, params, user=user, codebook=membership.codebook if membership else None)
    pieces = export_pieces(found, form, rows)
    try:
        first = next(pieces, b"")
    except UnableToExport as refusal:
        return _refuse(request, table, str(refusal))
    answer = StreamingHttpResponse(chain([first], pieces), content_type=kind.media_type)
    disposition = content_disposition_header(as_attachment=True, filename=file_name(found, form))
    answer["Content-Disposition"] = disposition or "attachment"
    return answer


def _filters_of(request: HttpRequest) -> QueryDict:
    params = request.GET.copy()
    for name in list(params):
        if name in NO_FILTERS or not any(params.getlist(name)):
            del params[name]
    return params


def _refuse(request: HttpRequest, table: str, words: str) -> HttpResponseRedirect:
    messages.error(request, words)
    return HttpResponseRedirect(reverse(PAGES.get(table, "home")))
