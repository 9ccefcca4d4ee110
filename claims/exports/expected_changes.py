"""Expected changes: a row per quote that another extraction would make, move, withdraw or change."""

from collections.abc import Iterator

from django.db.models import QuerySet

from claims.exports.articles import PUBLISHED_COLUMNS, published
from claims.exports.columns import (
    Column,
    Kind,
    Row,
    Table,
    choice,
    in_small_letters,
    integer,
    text,
    words_of_article,
)
from claims.models import ExpectedChange, User
from claims.queries.expected_changes import ShownSide, show_changes

CHUNK = 200  # rows fetched at once: each brings the text of its article


def _side_columns(name: str, words: str) -> tuple[Column, ...]:
    return (
        text(f"{name}_speakers", f"Who says it {words}, joined by semicolons; “unknown” for nobody."),
        words_of_article(f"{name}_text", f"The words {words}; empty if there is no quote then."),
        integer(f"{name}_start", f"First character {words}, in the article's text."),
        text(f"{name}_kind", f"Whose words they are {words}."),
        text(f"{name}_rule", f"The rule that found it {words}."),
        Column(f"{name}_confidence", Kind.NUMBER, f"How sure the program is of the speaker {words}, 0 to 1."),
    )


COLUMNS = (
    choice("change", "What would become of the quote.", ExpectedChange.Kind),
    integer("article_id", "The article it stands in."),
    integer("quote_id", "The stored quote; empty for a new one."),
    words_of_article("title", "Title of the article."),
    *PUBLISHED_COLUMNS,
    *_side_columns("was", "as it is stored"),
    *_side_columns("would_be", "as it would be"),
)


def _seen_by(user: User | None) -> QuerySet[ExpectedChange]:
    return ExpectedChange.objects.all()


def _shape(changes: QuerySet[ExpectedChange]) -> Iterator[Row]:
    rows = changes.select_related("article__outlet").iterator(chunk_size=CHUNK)
    for shown in show_changes(rows):
        change = shown.change
        yield {
            "change": in_small_letters(change.kind),
            "article_id": change.article_id,
            "quote_id": change.quote_id,
            "title": change.article.title or None,
            **published(change.article),
            **_cells("was", shown.was),
            **_cells("would_be", shown.would_be),
        }


def _cells(name: str, side: ShownSide | None) -> Row:
    return {
        f"{name}_speakers": "; ".join(side.speakers) if side else None,
        f"{name}_text": side.words if side else None,
        f"{name}_start": side.start if side else None,
        f"{name}_kind": side.kind if side else None,
        f"{name}_rule": side.rule or None if side else None,
        f"{name}_confidence": side.confidence if side else None,
    }


EXPECTED_CHANGES = Table(
    name="expected-changes",
    words="One row per change that a preview of another extraction expects.",
    columns=COLUMNS,
    seen_by=_seen_by,
    shape=_shape,
)
