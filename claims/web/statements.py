"""Statements: the list, and one of them with the related ones side by side."""

from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from claims.models import Stance, Statement, User
from claims.models.match import STORED_FROM
from claims.queries.annotations import tags_of_statements
from claims.queries.claims import tree_of_claims
from claims.queries.counting import Counting, count_statements
from claims.queries.filters import StatementFilter
from claims.queries.lists import statement_rows, statements_to_list
from claims.queries.quotes import show_quotes
from claims.queries.related import read_related, related_to
from claims.queries.row_filters import RowFilter
from claims.queries.shown_matches import show_matches
from claims.queries.statement_page import first_to_say, neighbours_of, statement_to_show
from claims.web.answers import user_of
from claims.web.codebook_in_use import may_correct, membership_in_use
from claims.web.counting import NAME as COUNT
from claims.web.counting import counting_of
from claims.web.lists import list_context, make_filter


def statements(request: HttpRequest) -> HttpResponse:
    """List the statements that fit the filters: the units that are tagged and matched."""
    membership = membership_in_use(request)
    narrowed = make_filter(request, StatementFilter, statements_to_list())
    context = list_context(request, narrowed)
    counting = counting_of(request)
    by_utterance = counting is Counting.UTTERANCES
    context["rows"] = statement_rows(
        context["page"], user=user_of(request), codebook_id=membership.codebook_id if membership else None
    )
    if membership is not None and membership.may_tag:
        context["carry_query"] = _carry_query(narrowed, user_of(request))
    context["utterance_count"] = count_statements(narrowed.qs, counting) if by_utterance else None
    return render(request, "claims/statements.html", context)


def _carry_query(narrowed: RowFilter, user: User) -> str:
    """Return the filters under which tags of this list are carried over; "" where none of them asks for tags.

    Without a coder among them, the person's own tags.
    """
    chosen = narrowed.form.cleaned_data
    asks = chosen.get("claim") or chosen.get("stance") or chosen.get("coder") or chosen.get("tagged") == "yes"
    if not asks:
        return ""
    query = narrowed.data.copy()
    for name in ("page", "order", COUNT):
        query.pop(name, None)
    if not chosen.get("coder"):
        query.setlist("coder", [str(user.pk)])
    return query.urlencode()


def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one statement: who said it, how it is tagged, and who else said this."""
    shown = find_statement(pk)
    membership, user = membership_in_use(request), user_of(request)
    codebook_id = membership.codebook_id if membership else None
    related = related_to(shown, read_related(request.GET))
    page = related.page
    matches = show_matches(related.matches, user=user, codebook_id=codebook_id, own=shown)
    tags = tags_of_statements([shown.pk], user=user, codebook_id=codebook_id).get(shown.pk, [])
    before, after = neighbours_of(shown)
    context = {
        "before": before,
        "after": after,
        "can_judge": may_correct(request) and shown.is_live,
        "statement": shown,
        "quote": show_quotes([shown.quote])[0],
        "related": related,
        "matches": [(row, related.stands_for.get(row.match.pk, 0)) for row in matches],
        "page": page,
        "page_numbers": list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)),
        "lowest_score": STORED_FROM,
        "stances": Stance.choices,
        "token": uuid4(),
        "own_tags": [tag for tag in tags if tag.coder_id == user.pk],
        "tags": tags if codebook_id else [],
        "voices": first_to_say(shown),
        "tree": tree_of_claims(membership.codebook, user=user) if membership and membership.may_tag else [],
    }
    return render(request, "claims/statement.html", context)


def find_statement(pk: int) -> Statement:
    """Return the statement.

    :raises Http404: if there is none; in words for the page.
    """
    found = statement_to_show(pk)
    if found is None:
        raise Http404(f"There is no statement {pk}")
    return found
