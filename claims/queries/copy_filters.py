"""Filters by copies: lists of articles, or of what stands in them, with each text once."""

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from claims.models import Article, CopyGroup
from claims.queries.copies import copies_in_corpus
from claims.queries.filter_kinds import Choice, Rows
from claims.queries.row_filters import RowFilter

#: the value of ``copies`` that leaves one article of each text
FIRST_OF_TEXT = "text"
FIRST_OF_TEXT_CHOICE = (FIRST_OF_TEXT, "only the first of each text")
EACH_ARTICLE = "each article"
#: the value of ``copies`` that leaves out the matches that others stand for
FOLDED = "fold"
#: the value of ``copies`` that leaves out the matches between copies of one text
NOT_BETWEEN = "hide"
BETWEEN_COPIES = [
    (FOLDED, "folded: each text once"),
    (NOT_BETWEEN, "none between copies of one text"),
    ("only", "only between copies of one text"),
]


def first_of_texts(rows: QuerySet, article_column: str) -> QuerySet:
    """Return the rows whose article is no copy of an earlier one.

    Each database has its own way of asking an index of the copies instead of every article: the column
    stands behind the text in its row, and SQLite would read the text to reach it.
    """
    copies = copies_in_corpus()
    if connection.vendor == "sqlite":
        return rows.exclude(**{f"{article_column}__in": copies.values("pk")})
    return rows.filter(~Exists(copies.filter(pk=OuterRef(article_column))))


class FoldsCopies(RowFilter):
    """Lists in which the first article of a text can stand for its copies."""

    #: the column of a row that names its article
    article_column = "article"

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
        return first_of_texts(rows, self.article_column)


class CopiesOfOneText(FoldsCopies):
    """The list of articles, which can show the copies of one text too."""

    article_column = "pk"

    copies_of = Rows(label="Copies of", queryset=CopyGroup.objects.all(), field_name="copies")


class BetweenCopies(RowFilter):
    """The list of matches: those between copies of one text say little."""

    copies = Choice(label="Copies", choices=BETWEEN_COPIES, empty_label=EACH_ARTICLE, method="between_copies")

    def between_copies(self, matches: QuerySet, name: str, value: str) -> QuerySet:
        """Return the matches of statements in one text's copies, all but those, or one for all its copies."""
        if value == FOLDED:
            return matches.filter(Q(reach__gt=0) | Q(verdict__gt=""))
        one_text = Q(left__article__copies=F("right__article__copies"))
        if value == "only":
            return matches.filter(one_text)
        return matches.filter(_alone("left__article") | _alone("right__article") | ~one_text)


def _alone(article_column: str) -> Q:
    """Return the condition that an article is in no group of copies; for the same reason, by an index."""
    if connection.vendor == "sqlite":
        grouped = Article.objects.filter(copies__isnull=False).order_by().values("pk")
        return ~Q(**{f"{article_column}__in": grouped})
    return Q(**{f"{article_column}__copies__isnull": True})
