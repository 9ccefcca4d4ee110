"""Imports: files handed over, looked at, then stored document by document.

Each document is a transaction of its own together with its line of the report, so a killed import
leaves whole documents and a second run goes on after them. Inputs are never moved or deleted; an
upload's copy goes once everything of it is stored.
"""

import hashlib
import os
import re
import shutil
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from claims import VERSION
from claims.models import Import, ImportItem, Job, Outlet, Run, User
from claims.queries.articles import article_with_text
from claims.readers import FIELDS, read_header_of_path, read_path
from claims.readers.documents import Document, Refusal
from claims.services.articles import hash_text, outlet_of, store_document
from claims.services.jobs import ask_for
from claims.services.outlets import find_or_make_outlet
from claims.services.progress import SILENT, Progress
from claims.services.rights import require_reviewer
from claims.services.runs import begin_run

PREVIEW_DOCUMENTS = 25  # shown before storing; the rest is read when it is stored
MAX_NAME = 120  # characters of an uploaded file's name that are kept
NOT_IN_NAMES = re.compile(r"[^\w.\- ]+")
PLACE_LENGTH = 700


class UnableToImport(Exception):
    """The import cannot be stored; the words say why and what to do."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One document as it would be stored, or why it would not."""

    place: str
    outcome: ImportItem.Outcome
    document: Document | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """The first documents of an import, looked at before anything is stored."""

    rows: tuple[PreviewRow, ...]
    #: whether these are all
    is_whole: bool


@transaction.atomic
def prepare_upload(*, files: Sequence[tuple[str, IO[bytes]]], outlet: str, by: User) -> Import:
    """Keep uploaded files, under names of our own, until they are stored.

    :param files: the names that the browser gave, and the open files.
    :param outlet: name of the outlet of documents that name none; may be empty.
    :raises UnableToImport: if there is no file, or all together are too large.
    """
    require_reviewer(by)
    if not files:
        raise UnableToImport("No file was chosen. Choose text, HTML, CSV, XLSX, JSON or ZIP files.")
    folder = uuid.uuid4().hex
    place = settings.UPLOADS_DIR / folder
    place.mkdir(parents=True)
    try:
        _keep_files(files, place)
    except BaseException:
        shutil.rmtree(place)
        raise
    shown = files[0][0] if len(files) == 1 else f"{len(files)} files"
    imported = Import(kind=Import.Kind.UPLOAD, name=shown[:500], file=folder, by=by)
    imported.outlet = find_or_make_outlet(name=outlet) if outlet.strip() else None
    _guess_columns(imported)
    imported.save()
    return imported


def prepare_paths(
    *,
    paths: Sequence[Path],
    outlet: str = "",
    mapping: dict[str, str] | None = None,
    dates: str = "",
    language: str = "",
    by: User | None,
) -> Import:
    """Begin an import of files and folders on this machine; they are read where they lie.

    :param dates: how days of tables are read that can be read in two ways (``Import.Dates``); empty leaves
        them unknown.
    :param language: ISO 639-1 code of all articles; empty leaves each its own.
    """
    name = ", ".join(str(path) for path in paths)
    given = find_or_make_outlet(name=outlet) if outlet.strip() else None
    return Import.objects.create(
        kind=Import.Kind.COMMAND,
        name=name[:500],
        outlet=given,
        mapping=mapping or {},
        dates=dates,
        language=language,
        by=by,
    )


def change_mapping(*, imported: Import, mapping: dict[str, str], dates: str = "", by: User) -> None:
    """Set which column of a table is which of our fields, and how its days are read.

    :param dates: as ``prepare_paths`` takes it.
    :raises UnableToImport: if it is stored already, or no column holds the text.
    """
    require_reviewer(by)
    if imported.stored_at is not None:
        raise UnableToImport("This import is stored already. Import the file again for another mapping.")
    chosen = {field: column for field, column in mapping.items() if column}
    if not chosen.get("text"):
        raise UnableToImport("Choose the column that holds the articles' text.")
    imported.mapping = chosen
    imported.dates = Import.Dates(dates) if dates else ""
    imported.save(update_fields=["mapping", "dates"])


def preview_import(*, imported: Import, paths: Sequence[Path] | None = None) -> Preview:
    """Look at the first documents without storing anything."""
    rows: list[PreviewRow] = []
    for found in _read(imported, paths):
        if len(rows) == PREVIEW_DOCUMENTS:
            return Preview(tuple(rows), is_whole=False)
        rows.append(_preview_row(found, imported.outlet))
    return Preview(tuple(rows), is_whole=True)


@transaction.atomic
def ask_to_store(*, imported: Import, by: User) -> Job:
    """Let the worker store an uploaded import, find its quotes and match its statements.

    :raises UnableToImport: if it is stored, or being stored.
    """
    require_reviewer(by)
    if imported.stored_at is not None or imported.job is not None:
        raise UnableToImport("This import is stored already, or being stored. Its page says how far it is.")
    imported.job = ask_for(kind=Job.Kind.IMPORT, arguments={"import": imported.pk}, by=by)
    imported.save(update_fields=["job"])
    return imported.job


def store_import(
    *, imported: Import, paths: Sequence[Path] | None = None, progress: Progress = SILENT
) -> Import:
    """Store every document of an import and write its report.

    Documents that an earlier, interrupted run of the same import reported are passed over.

    :param paths: of an import by command; an upload knows its own.
    :raises Stopped: if a stop was asked for; what is stored stays.
    """
    return store_found(imported=imported, found=_read(imported, paths), progress=progress)


def store_found(
    *, imported: Import, found: Iterable[Document | Refusal], progress: Progress = SILENT
) -> Import:
    """Store what a reader found, as ``store_import`` does with what it reads itself."""
    if imported.stored_at is not None:
        raise UnableToImport("This import is stored already. Begin another one.")
    run = begin_run(program=Run.Program.READ, version=VERSION, job=imported.job)
    reported = set(imported.items.values_list("place", flat=True))
    progress.begin(0, "articles")
    for item in found:
        place = item.place[:PLACE_LENGTH]
        if place in reported:
            continue
        reported.add(place)
        _store_one(imported, place, item, run)
        progress.advance()
    return _close(imported)


def _keep_files(files: Sequence[tuple[str, IO[bytes]]], place: Path) -> None:
    size = 0
    for number, (given, file) in enumerate(files, start=1):
        bare = NOT_IN_NAMES.sub("_", Path(given.replace("\\", "/")).name).lstrip(". ")[-MAX_NAME:]
        path = place / (bare or f"file {number}")
        if path.exists():
            path = place / f"{number} {bare}"
        with path.open("wb") as kept:
            while block := file.read(1 << 20):
                size += len(block)
                if size > settings.UPLOAD_LIMIT:
                    limit = settings.UPLOAD_LIMIT // (1024 * 1024)
                    raise UnableToImport(
                        f"An upload takes {limit} MB. Larger files go by command: manage.py import_articles."
                    )
                kept.write(block)


def _guess_columns(imported: Import) -> None:
    """Propose the mapping of an uploaded table: the last one used for the same columns, else a guess."""
    files = sorted(_paths_of(imported)[0].iterdir())
    header = read_header_of_path(files[0]) if len(files) == 1 else None
    if header is None:
        return
    imported.header_hash = hashlib.sha256("\x1f".join(header.columns).encode()).hexdigest()
    earlier = Import.objects.filter(header_hash=imported.header_hash, stored_at__isnull=False).exclude(
        mapping={}
    )
    last = earlier.order_by("-id").first()
    imported.mapping = last.mapping if last else header.mapping
    imported.dates = last.dates if last else ""
    imported.encoding = header.encoding


def _paths_of(imported: Import) -> list[Path]:
    if not imported.file:
        raise ValueError(f"import {imported.pk} was not uploaded: name its paths")
    return [settings.UPLOADS_DIR / imported.file]


def _read(imported: Import, paths: Sequence[Path] | None) -> Iterator[Document | Refusal]:
    for found in _read_as_said(imported, paths):
        if imported.language and isinstance(found, Document):
            found = replace(found, language=imported.language)
        yield found


def _read_as_said(imported: Import, paths: Sequence[Path] | None) -> Iterator[Document | Refusal]:
    day_first = imported.dates == Import.Dates.DAY_FIRST if imported.dates else None
    if paths is not None:
        for path in paths:
            yield from read_path(path, mapping=imported.mapping, day_first=day_first)
        return
    # who chose on the page saw all fields: one without a column was meant to have none
    mapping = {field: imported.mapping.get(field, "") for field in FIELDS} if imported.mapping else None
    for folder in _paths_of(imported):
        ours = f"{folder}{os.sep}"  # the person knows the file by its name, not by where we keep it
        for found in read_path(folder, mapping=mapping, day_first=day_first):
            yield replace(found, place=found.place.removeprefix(ours))


def _preview_row(found: Document | Refusal, outlet: Outlet | None) -> PreviewRow:
    if isinstance(found, Refusal):
        return PreviewRow(found.place, ImportItem.Outcome.REFUSED, refusal=found)
    with transaction.atomic():  # finding the outlet may make one; a preview leaves nothing behind
        known = article_with_text(hash_text(found.text), outlet_of(found) or outlet)
        transaction.set_rollback(True)
    outcome = ImportItem.Outcome.ALREADY_THERE if known else ImportItem.Outcome.WAITING
    return PreviewRow(found.place, outcome, document=found)


@transaction.atomic
def _store_one(imported: Import, place: str, found: Document | Refusal, run: Run) -> None:
    if isinstance(found, Refusal):
        ImportItem.objects.create(
            imported=imported,
            place=place,
            outcome=ImportItem.Outcome.REFUSED,
            problem=found.code[:40],
            words=found.problem,
            helps=found.helps,
        )
        return
    stored = store_document(document=found, run=run, outlet=imported.outlet)
    ImportItem.objects.create(
        imported=imported,
        place=place,
        outcome=ImportItem.Outcome.STORED if stored.is_new else ImportItem.Outcome.ALREADY_THERE,
        article=stored.article,
        warnings=[*found.warnings, *stored.warnings],
    )


def _close(imported: Import) -> Import:
    imported.counts = dict(Counter(imported.items.values_list("outcome", flat=True)))
    imported.stored_at = timezone.now()
    imported.save(update_fields=["counts", "stored_at"])
    if imported.file:
        shutil.rmtree(settings.UPLOADS_DIR / imported.file, ignore_errors=True)
    return imported
