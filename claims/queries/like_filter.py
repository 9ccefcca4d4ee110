"""What a search by statement is asked: the text, its language, and which statements may be answers."""

from typing import Any

from django.db.models import QuerySet

from claims.models import Outlet, Speaker, Statement
from claims.models.match import STORED_FROM
from claims.queries.filter_kinds import Choice, Day, Order, Passage, Rows, Slider, Typed
from claims.queries.languages import LANGUAGES
from claims.queries.row_filters import RowFilter, quotes_of, quotes_of_names

LONGEST = 3_000  # characters of a text: a long paragraph
NARROWING = ("speaker_name", "speaker", "outlet", "after", "before")


class LikeFilter(RowFilter):
    """Statements to search, by speaker, outlet and day; and what is searched for."""

    text = Passage(label="Sentence or paragraph", longest=LONGEST, method="leave_to_search")
    language = Choice(label="Language", choices=LANGUAGES, method="leave_to_search")
    min_score = Slider(label="Score from", lowest=STORED_FROM, method="leave_to_search")
    speaker_name = Typed(label="Speaker's name", method="by_speaker_name")
    speaker = Rows(label="Speaker", queryset=Speaker.objects.all(), method="by_speakers")
    after = Day(label="From", field_name="day", lookup_expr="gte")
    before = Day(label="To", field_name="day", lookup_expr="lte")
    outlet = Rows(label="Outlet", queryset=Outlet.objects.all(), field_name="quote__outlet")
    order = Order(orders={"alike": ("most alike first", ("id",))})

    class Meta:
        model = Statement
        fields: list[str] = []

    @property
    def asked(self) -> dict[str, Any]:
        """What was asked, as far as it can be read."""
        self.form.full_clean()
        return self.form.cleaned_data

    @property
    def narrowed(self) -> QuerySet[Statement] | None:
        """The statements to search; none if all are."""
        return self.qs if any(self.asked.get(name) for name in NARROWING) else None

    def leave_to_search(self, statements: QuerySet, name: str, value: Any) -> QuerySet:
        """Change nothing: the search asks for it."""
        return statements

    def by_speakers(self, statements: QuerySet, name: str, speakers: Any) -> QuerySet:
        """Return the statements of any of the speakers."""
        return statements.filter(quote__in=quotes_of(speakers)) if speakers else statements

    def by_speaker_name(self, statements: QuerySet, name: str, typed: str) -> QuerySet:
        """Return the statements of speakers one of whose names holds the typed letters."""
        return statements.filter(quote__in=quotes_of_names(typed))
