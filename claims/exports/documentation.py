"""The page ``docs/exports.md``, made from the same columns as the files."""

from claims.exports.columns import Column, Table
from claims.exports.tables import TABLES
from claims.queries.filters import FILTERS

OPENING = """\
# Exports: the data dictionary

This page is made from the definitions that the files are written by
(`manage.py export --documentation --output docs/exports.md`); a test keeps it up to date.

- **Tables.** {tables}. `codebook` is another name for `claims`.
- **Formats.** CSV (UTF-8 with byte order mark, RFC 4180), XLSX (the dictionary on its second sheet), JSON
  Lines (one object a line, everything exact).
- **Same data, same bytes.** Rows come in the order of their ids, columns in a fixed order.
- **Cells.** One value a cell; empty (in JSON `null`) means missing. Times are in UTC, dates are local days of
  publication. Lists are JSON. Choices are in small letters.
- **Formulas.** A text that a spreadsheet would run or split (it begins with `=`, `+`, `-`, `@`, a tab or a
  line break, also after blanks and in full width) has a `'` before it in CSV. In XLSX texts are cells of
  text, and integers and numbers are numbers. JSON Lines are exact: for archives, and wherever `text` must
  equal its parts cut from the article, take these.
- **Limits of XLSX.** 1,048,575 rows; a cell longer than 32,767 characters ends with `… [cut]`.
- **Offsets** count Unicode code points of the article's `text` from 0 and are half-open; the words of a quote
  or statement are its `parts`, each cut from that text, joined by one space, or by the paragraph break where
  one lies between.
- **Without texts.** Columns marked ¶ hold words of articles; `--without-texts` leaves them out, for news
  under a licence. Offsets, hash and address remain.
- **Coders** go by their pseudonyms. By page and in the administration everybody gets the annotations,
  decisions, claims and coders of her own codebooks; by command, whoever runs the machine gets all.
"""


def exports_in_markdown() -> str:
    """Return the whole page."""
    names = ", ".join(f"`{name}`" for name in TABLES)
    return "\n".join([OPENING.format(tables=names), *(_table(table) for table in TABLES.values())])


def _table(table: Table) -> str:
    lines = [f"## {table.name}", "", table.words, ""]
    if table.filters:
        names = ", ".join(f"`{name}`" for name in FILTERS[table.filters].base_filters)
        lines += [f"Filters: {names}.", ""]
    lines += ["| column | holds | meaning |", "| --- | --- | --- |"]
    return "\n".join([*lines, *(_row(column) for column in table.columns), ""])


def _row(column: Column) -> str:
    holds = column.kind.value
    if column.choices:
        holds += ": " + ", ".join(f"`{choice}`" for choice in column.choices)
    mark = " ¶" if column.is_text else ""
    return f"| `{column.name}`{mark} | {holds} | {column.words} |"
