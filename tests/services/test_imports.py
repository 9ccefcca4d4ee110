"""Imports: each document whole or absent, a report per document, nothing twice."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from claims.models import Article, Import, ImportItem, Job, Membership, User
from claims.services import imports
from claims.services.codebooks import add_member, create_codebook
from claims.services.imports import (
    UnableToImport,
    ask_to_store,
    change_mapping,
    prepare_paths,
    prepare_upload,
    preview_import,
    store_import,
)
from claims.services.progress import Stopped
from claims.services.rights import NotAllowed

pytestmark = pytest.mark.django_db
PAGE = """Vosk speaks of a treaty

14 March 2026 - 19:40

President of Kessaria Ilyana Vosk spoke to reporters in Halden on Saturday after two days of talks.

“A peace treaty will be signed this year,” Vosk said. “I turned down the first draft.”
"""
TABLE = """id,headline,content,date
1,Vosk speaks,"“A peace treaty will be signed,” President Ilyana Vosk told reporters in Halden.",2026-03-14
2,Okarrin waits,"“Nobody here has seen a map,” Prime Minister Anselm Okarrin said in Halden.",2026-03-15
"""


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.UPLOADS_DIR = tmp_path / "uploads"
    return settings.UPLOADS_DIR


@pytest.fixture
def lead() -> User:
    user = User.objects.create_user("lead")
    create_codebook(name="Talks", description="", language="en", by=user)
    return user


@pytest.fixture
def folder(tmp_path) -> Path:
    place = tmp_path / "articles"
    place.mkdir()
    (place / "vosk.txt").write_text(PAGE, encoding="utf-8")
    (place / "picture.jpg").write_bytes(b"\xff\xd8\xff\xe0 not an article")
    (place / "table.csv").write_text(TABLE, encoding="utf-8")
    return place


def upload(*files: tuple[str, bytes]):
    return [(name, SimpleUploadedFile(name, data)) for name, data in files]


def test_folder_is_stored_with_a_line_of_report_for_each_document(folder):
    imported = prepare_paths(paths=[folder], outlet="Radio Halden", by=None)

    store_import(imported=imported, paths=[folder])

    assert imported.counts == {"STORED": 3, "REFUSED": 1}
    refused = imported.items.refused().get()
    assert refused.place.endswith("picture.jpg")
    assert refused.words
    assert refused.helps
    assert {str(article.outlet) for article in Article.objects.all()} == {"Radio Halden"}


def test_importing_the_same_folder_again_stores_nothing(folder):
    for _ in range(2):
        imported = prepare_paths(paths=[folder], outlet="Radio Halden", by=None)
        store_import(imported=imported, paths=[folder])

    assert imported.counts == {"ALREADY_THERE": 3, "REFUSED": 1}
    assert Article.objects.count() == 3


def test_stopped_import_goes_on_after_what_is_stored(folder):
    class StopsAfterOne:
        def begin(self, total, what):
            pass

        def advance(self, done=1):
            raise Stopped

    imported = prepare_paths(paths=[folder], by=None)
    with pytest.raises(Stopped):
        store_import(imported=imported, paths=[folder], progress=StopsAfterOne())
    assert imported.items.count() == 1

    store_import(imported=imported, paths=[folder])

    assert imported.items.count() == 4
    assert Article.objects.count() == 3


def test_document_that_fails_to_store_leaves_nothing_behind(folder, monkeypatch):
    def fail(article, document):
        raise RuntimeError("power off")

    monkeypatch.setattr("claims.services.articles._store_original", fail)
    imported = prepare_paths(paths=[folder / "vosk.txt"], by=None)

    with pytest.raises(RuntimeError):
        store_import(imported=imported, paths=[folder / "vosk.txt"])

    assert Article.objects.count() == 0
    assert ImportItem.objects.count() == 0


def test_preview_shows_what_would_happen_and_stores_nothing(folder):
    stored = prepare_paths(paths=[folder / "vosk.txt"], by=None)
    store_import(imported=stored, paths=[folder / "vosk.txt"])
    imported = prepare_paths(paths=[folder], by=None)

    preview = preview_import(imported=imported, paths=[folder])

    outcomes = sorted(row.outcome.name for row in preview.rows)
    assert outcomes == ["ALREADY_THERE", "REFUSED", "WAITING", "WAITING"]
    assert preview.is_whole
    assert Article.objects.count() == 1


def test_preview_of_many_says_that_there_is_more(tmp_path, monkeypatch):
    monkeypatch.setattr(imports, "PREVIEW_DOCUMENTS", 1)
    table = tmp_path / "table.csv"
    table.write_text(TABLE, encoding="utf-8")

    preview = preview_import(imported=prepare_paths(paths=[table], by=None), paths=[table])

    assert len(preview.rows) == 1
    assert not preview.is_whole


def test_upload_is_kept_under_our_own_names_until_it_is_stored(lead, uploads):
    imported = prepare_upload(files=upload(("../../etc/vosk.txt", PAGE.encode())), outlet="", by=lead)
    kept = [path.relative_to(uploads) for path in uploads.rglob("*.txt")]
    assert [path.name for path in kept] == ["vosk.txt"]

    store_import(imported=imported)

    assert imported.counts == {"STORED": 1}
    assert not list(uploads.rglob("*.txt"))


def test_upload_beyond_the_limit_is_refused_and_leaves_nothing(lead, uploads, settings):
    settings.UPLOAD_LIMIT = 10

    with pytest.raises(UnableToImport, match="by command"):
        prepare_upload(files=upload(("vosk.txt", PAGE.encode())), outlet="", by=lead)

    assert not list(uploads.iterdir())
    assert not Import.objects.exists()


def test_reader_is_refused_an_upload(lead):
    reader = User.objects.create_user("reader")
    codebook = Membership.objects.get(user=lead).codebook
    add_member(codebook=codebook, user=reader, role=Membership.Role.READER, pseudonym="R", by=lead)

    with pytest.raises(NotAllowed):
        prepare_upload(files=upload(("vosk.txt", PAGE.encode())), outlet="", by=reader)


def test_columns_of_a_table_are_guessed_and_the_last_choice_comes_back(lead):
    first = prepare_upload(files=upload(("table.csv", TABLE.encode())), outlet="", by=lead)
    assert first.mapping["text"] == "content"
    assert first.mapping["title"] == "headline"

    change_mapping(imported=first, mapping={"text": "content", "title": "id"}, by=lead)
    store_import(imported=first)
    second = prepare_upload(files=upload(("other.csv", TABLE.encode())), outlet="", by=lead)

    assert second.mapping == {"text": "content", "title": "id"}


def test_mapping_needs_a_column_for_the_text(lead):
    imported = prepare_upload(files=upload(("table.csv", TABLE.encode())), outlet="", by=lead)

    with pytest.raises(UnableToImport, match="text"):
        change_mapping(imported=imported, mapping={"title": "headline", "text": ""}, by=lead)


def test_zip_file_of_pages_is_read_page_by_page(lead):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("march/vosk.txt", PAGE)
        file.writestr("march/table.csv", TABLE)
    imported = prepare_upload(files=upload(("pages.zip", packed.getvalue())), outlet="", by=lead)

    store_import(imported=imported)

    assert imported.counts == {"STORED": 3}


def test_places_of_an_upload_are_told_by_the_files_own_names(lead):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("march/vosk.txt", PAGE)
    files = upload(("pages.zip", packed.getvalue()), ("table.csv", TABLE.encode()))
    imported = prepare_upload(files=files, outlet="", by=lead)
    places = {"pages.zip: march/vosk.txt", "table.csv, row 2", "table.csv, row 3"}

    assert {row.place for row in preview_import(imported=imported).rows} == places

    store_import(imported=imported)

    assert set(imported.items.values_list("place", flat=True)) == places


def test_other_encoding_is_named_in_the_report(tmp_path):
    page = tmp_path / "old.txt"
    page.write_bytes(PAGE.encode("cp1252"))
    imported = prepare_paths(paths=[page], by=None)

    store_import(imported=imported, paths=[page])

    item = imported.items.get()
    assert "“A peace treaty" in item.article.text
    assert any("windows-125" in warning for warning in item.warnings)


@pytest.mark.django_db(transaction=True)
def test_worker_stores_extracts_and_matches_what_a_page_asked_for(lead):
    imported = prepare_upload(files=upload(("table.csv", TABLE.encode())), outlet="LakesWire", by=lead)

    job = ask_to_store(imported=imported, by=lead)

    job.refresh_from_db()
    assert job.state == Job.State.DONE, job.message
    articles = Article.objects.all()
    assert len(articles) == 2
    assert all(article.quotes_run and article.matches_run for article in articles)
    with pytest.raises(UnableToImport):
        ask_to_store(imported=imported, by=lead)
