"""Filters by copies: lists of articles, or of what stands in them, with each text once."""

from django.db.models import F, Q, QuerySet

from claims.models import CopyGroup
from claims.queries.filter_kinds import Choice, Rows
from claims.queries.row_filters import RowFilter

#: the value of ``copies`` that leaves one article of each text
FIRST_OF_TEXT = "text"
FIRST_OF_TEXT_CHOICE = (FIRST_OF_TEXT, "only the first of each text")
EACH_ARTICLE = "each article"
BETWEEN_COPIES = [("hide", "hidden"), ("only", "only these")]


class FoldsCopies(RowFilter):
    """Lists in which the first article of a text can stand for its copies."""

    #: from a row to its article
    to_article = "article__"

    copies = Choice(
        label="Copies", choices=[FIRST_OF_TEXT_CHOICE], empty_label=EACH_ARTICLE, method="without_copies"
    )

    @property
    def is_folded(self) -> bool:
        """Whether the first article of each text stands for all."""
        self.form.full_clean()
        return self.form.cleaned_data.get("copies") == FIRST_OF_TEXT

    def without_copies(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """Return the rows of the articles that are the first of their text."""
        return rows.filter(**{f"{self.to_article}copy_kind": ""})


class CopiesOfOneText(FoldsCopies):
    """The list of articles, which can show the copies of one text too."""

    to_article = ""

    copies_of = Rows(label="Copies of", queryset=CopyGroup.objects.all(), field_name="copies")


class BetweenCopies(RowFilter):
    """The list of matches: those between copies of one text say little."""

    copies = Choice(label="Between copies", choices=BETWEEN_COPIES, method="between_copies")

    def between_copies(self, matches: QuerySet, name: str, value: str) -> QuerySet:
        """Return the matches of statements in one text's copies, or all but those."""
        one_text = Q(left__article__copies=F("right__article__copies"))
        if value == "only":
            return matches.filter(one_text)
        alone = Q(left__article__copies__isnull=True) | Q(right__article__copies__isnull=True)
        return matches.filter(alone | ~one_text)
