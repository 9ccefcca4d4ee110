"""What the pages of an import show: the table's columns, the earlier imports, the report."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Case, QuerySet, When

from claims.models import Import, ImportItem
from claims.readers import FIELDS, Header, read_header_of_path

#: how our fields are called where a column is chosen
FIELD_LABELS = {
    "title": "Title",
    "text": "Text",
    "published": "Published",
    "outlet": "Outlet",
    "agency": "Agency",
    "byline": "Byline",
    "section": "Section",
    "language": "Language",
    "url": "Address",
    "external_id": "Identifier",
}
EARLIER_IMPORTS = 12


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """One of our fields, the columns to choose from, and what the chosen one holds in the first row."""

    field: str
    label: str
    chosen: str
    sample: str


def header_of(imported: Import) -> Header | None:
    """Return the header of an uploaded table, None if the upload is no single table, or is gone."""
    folder = settings.UPLOADS_DIR / imported.file
    if not imported.file or not folder.is_dir():
        return None
    files = sorted(folder.iterdir())
    return read_header_of_path(files[0]) if len(files) == 1 else None


def column_rows(imported: Import, header: Header) -> list[ColumnRow]:
    """Return our fields with the columns that hold them."""
    first = dict(zip(header.columns, header.sample_rows[0], strict=False)) if header.sample_rows else {}
    return [
        ColumnRow(
            field,
            FIELD_LABELS[field],
            imported.mapping.get(field, ""),
            first.get(imported.mapping.get(field, ""), ""),
        )
        for field in FIELDS
    ]


def earlier_imports() -> QuerySet[Import]:
    """Return the last imports, the newest first."""
    return Import.objects.select_related("by", "job").order_by("-id")[:EARLIER_IMPORTS]


def report_of(imported: Import) -> QuerySet[ImportItem]:
    """Return what became of each document, what was refused first."""
    items = ImportItem.objects.filter(imported=imported).select_related("article").defer("article__text")
    refused_first = Case(When(outcome=ImportItem.Outcome.REFUSED, then=0), default=1)
    return items.order_by(refused_first, "id")
