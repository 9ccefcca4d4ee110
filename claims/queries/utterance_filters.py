"""Filters of the list of utterances: an utterance fits where one of its statements fits all of them."""

from typing import Any

from django.db.models import QuerySet

from claims.models import Outlet, Quote, Speaker, Statement, Utterance
from claims.queries.filter_kinds import Count, Day, Order, Rows, Typed
from claims.queries.row_filters import RowFilter, quotes_of, quotes_of_names
from claims.queries.search import quotes_with_words


class UtteranceFilter(RowFilter):
    """Utterances by words, speaker, outlet and day of their statements, and how often printed."""

    q = Typed(
        label="Words",
        method="leave_to_statements",
        help_text="Every word; “words in this order”; the last may be a beginning.",
    )
    speaker_name = Typed(label="Speaker's name", method="leave_to_statements")
    speaker = Rows(label="Speaker", queryset=Speaker.objects.all(), method="leave_to_statements")
    after = Day(label="Printed from", method="leave_to_statements")
    before = Day(label="Printed to", method="leave_to_statements")
    outlet = Rows(label="Outlet", queryset=Outlet.objects.all(), method="leave_to_statements")
    min_statements = Count(label="Printed, times at least", field_name="statements", lookup_expr="gte")
    order = Order(
        orders={
            "largest": ("most printed first", ("-statements", "-id")),
            "newest": ("newest first", ("-first_day", "-id")),
            "oldest": ("oldest first", ("first_day", "id")),
        }
    )

    class Meta:
        model = Utterance
        fields: list[str] = []

    def leave_to_statements(self, rows: QuerySet, name: str, value: Any) -> QuerySet:
        """Change nothing: ``filter_queryset`` asks for all of these of one and the same statement."""
        return rows

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Return the utterances that fit all filters."""
        rows = super().filter_queryset(queryset)
        everything = Statement.objects.live()
        statements = _narrow(everything, self.form.cleaned_data)
        return rows if statements is everything else rows.filter(pk__in=statements.values("utterance"))


def _narrow(statements: QuerySet[Statement], chosen: dict[str, Any]) -> QuerySet[Statement]:
    if chosen.get("q"):
        quotes = quotes_with_words(Quote.objects.live(), chosen["q"])
        statements = statements.filter(quote__in=quotes.order_by().values("pk"))
    if chosen.get("speaker_name"):
        statements = statements.filter(quote__in=quotes_of_names(chosen["speaker_name"]))
    if chosen.get("speaker"):
        statements = statements.filter(quote__in=quotes_of(chosen["speaker"]))
    if chosen.get("outlet"):
        statements = statements.filter(quote__outlet__in=[outlet.pk for outlet in chosen["outlet"]])
    if chosen.get("after"):
        statements = statements.filter(day__gte=chosen["after"])
    if chosen.get("before"):
        statements = statements.filter(day__lte=chosen["before"])
    return statements
