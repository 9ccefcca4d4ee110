"""Claims: the tree of the codebook in use, and one claim with its statements by stance."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from claims.models import Claim
from claims.queries.claim_page import (
    neighbours_of,
    path_to,
    speakers_of_claim,
    stances_by_statement,
    tags_of_claim,
)
from claims.queries.claims import claims_seen_by, tree_of_claims
from claims.queries.filters import StatementFilter
from claims.queries.lists import statement_rows, statements_to_list
from claims.queries.stances import stances_by_month, stances_in_total
from claims.web.answers import user_of
from claims.web.codebook_in_use import membership_in_use
from claims.web.counting import counting_of
from claims.web.drawings import draw_months
from claims.web.lists import list_context

STATEMENTS_ON_A_PAGE = 30


def claims(request: HttpRequest) -> HttpResponse:
    """Show the claims of the codebook in use as their tree, with counts by stance."""
    membership = membership_in_use(request)
    counting = counting_of(request)
    tree = tree_of_claims(membership.codebook, user=user_of(request), counting=counting) if membership else []
    return render(request, "claims/claims.html", {"tree": tree, "membership": membership})


def claim(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one claim: its definition, who supports and who opposes it, and the statements."""
    user = user_of(request)
    shown = claims_seen_by(user).select_related("codebook", "merged_into").filter(pk=pk).first()
    if shown is None:
        raise Http404(f"There is no claim {pk} in your codebooks")
    tags = tags_of_claim(shown, user=user)
    rows = statements_to_list().filter(pk__in=tags.values("statement"))
    narrowed = StatementFilter(_with_claim(request, shown), rows, user=user, codebook=shown.codebook)
    context = list_context(request, narrowed, rows_on_a_page=STATEMENTS_ON_A_PAGE)
    statements = statement_rows(context["page"], user=user, codebook_id=shown.codebook_id)
    of_this = tags.filter(statement__in=[row.statement.pk for row in statements]).order_by("id")
    stances = stances_by_statement(of_this)
    counting = counting_of(request)
    speakers, speaker_count = speakers_of_claim(tags, counting)
    context |= {
        "claim": shown,
        "path": path_to(shown),
        "near": neighbours_of(shown),
        "counts": stances_in_total(tags, counting),
        "chart": draw_months(stances_by_month(tags, counting), counting),
        "speakers": speakers,
        "speaker_count": speaker_count,
        "rows": [(row, stances.get(row.statement.pk, [])) for row in statements],
        "fields": [field for field in context["fields"] if field.name in SHOWN_FILTERS],
        "chips": [chip for chip in context["chips"] if chip.name != "claim"],
    }
    return render(request, "claims/claim.html", context)


#: the filters of a claim's statements; the claim itself is in the path of the address
SHOWN_FILTERS = {"stance", "speaker_name", "speaker", "after", "before", "q", "outlet", "copies"}


def _with_claim(request: HttpRequest, shown: Claim) -> object:
    data = request.GET.copy()
    data.setlist("claim", [str(shown.pk)])
    return data
