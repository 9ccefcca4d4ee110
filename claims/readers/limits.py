"""How much the readers take, so that no file can fill the memory or stop the work."""

from dataclasses import dataclass

KB, MB, GB = 1_000, 1_000_000, 1_000_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, unless the name says otherwise. Whatever is larger is refused, never cut."""

    #: one article's text
    article: int = 2 * MB
    #: one paragraph
    paragraph: int = 200 * KB
    #: one text file
    text_file: int = 5 * MB
    #: how many lines a text file or page may have
    lines: int = 20_000
    #: one saved page, before parsing; the parser's time grows with the square of its length
    page: int = 5 * MB
    #: how long one saved page may take
    page_seconds: float = 20.0
    #: one row of a table or one record, all cells together
    row: int = 10 * MB
    columns: int = 1_000
    #: empty rows in a row, after which a table counts as ended
    empty_rows: int = 1_000
    #: a table, a JSON file or an archive
    file: int = 2 * GB
    #: a JSON document that is one object and has to be read as a whole
    json_object: int = 50 * MB
    zip_entries: int = 10_000
    zip_entry: int = 50 * MB
    zip_all: int = 2 * GB
    #: how many times larger than its packed form an entry may be, once it is larger than ``zip_free``
    zip_ratio: int = 200
    zip_free: int = 10 * MB
    #: one part inside an XLSX file
    sheet_part: int = 100 * MB


def in_words(size: float) -> str:
    """Return a size in bytes as people write it ("2 MB")."""
    for unit, name in ((GB, "GB"), (MB, "MB"), (KB, "kB")):
        if size >= unit:
            return f"{size / unit:.3g} {name}"
    return f"{size:,.0f} bytes"
