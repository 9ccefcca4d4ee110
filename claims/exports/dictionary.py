"""The data dictionary: each column of a table with what it holds, as rows like any other."""

from collections.abc import Iterable, Iterator

from claims.exports.columns import Column, Row, text

DICTIONARY_COLUMNS = (
    text("column", "Name of the column."),
    text("kind", "What its cells hold; an empty cell says that the value is missing."),
    text("choices", "The words that a choice may take, with a blank between."),
    text("meaning", "What it means."),
)


def dictionary_rows(columns: Iterable[Column]) -> Iterator[Row]:
    """Return the dictionary's rows for the columns of a table."""
    for column in columns:
        yield {
            "column": column.name,
            "kind": column.kind.value,
            "choices": " ".join(column.choices) or None,
            "meaning": column.words,
        }
