"""Storing articles: once per outlet, the original kept."""

from datetime import UTC, date, datetime, timedelta

import pytest

from claims.models import Outlet, Run
from claims.readers.documents import Document, LeftOut
from claims.services.articles import store_document
from claims.services.outlets import find_or_make_outlet

pytestmark = pytest.mark.django_db
TEXT = "Vosk hopes\n\n“A treaty will be signed,” Ilyana Vosk said."


@pytest.fixture
def run() -> Run:
    return Run.objects.create(program=Run.Program.READ, version="1")


def document(**given) -> Document:
    fields = {"place": "a.txt", "title": "Vosk hopes", "text": TEXT, "body_start": 12, "data": b"raw"}
    return Document(**{**fields, **given})


def test_same_text_of_one_outlet_is_stored_once(run):
    first = store_document(document=document(outlet="Radio Halden"), run=run)
    second = store_document(document=document(outlet="radio halden", place="b.txt"), run=run)

    assert first.is_new
    assert not second.is_new
    assert first.article == second.article


def test_same_text_without_outlet_is_stored_once(run):
    store_document(document=document(), run=run)

    assert not store_document(document=document(), run=run).is_new


def test_outlet_is_found_by_the_domain_of_the_address(run):
    halden = find_or_make_outlet(name="Radio Halden", domain="radio-halden.example")

    stored = store_document(document=document(url="https://www.radio-halden.example/news/1"), run=run)

    assert stored.article.outlet == halden


def test_time_without_a_zone_is_read_in_the_outlets(run):
    Outlet.objects.bulk_create(
        [Outlet(name="Radio Halden", name_folded="radio halden", time_zone="Etc/GMT-2")]
    )

    stored = store_document(
        document=document(outlet="Radio Halden", published_at=datetime(2026, 3, 14, 19, 40)), run=run
    )

    assert stored.article.published_at == datetime(2026, 3, 14, 17, 40, tzinfo=UTC)
    assert stored.article.published_at.utcoffset() == timedelta(hours=2)
    assert stored.article.published_on == date(2026, 3, 14)


def test_time_of_an_outlet_in_a_zone_that_nobody_knows_is_read_in_utc(run):
    Outlet.objects.bulk_create(
        [Outlet(name="Radio Halden", name_folded="radio halden", time_zone="Kessaria/Halden")]
    )

    stored = store_document(
        document=document(outlet="Radio Halden", published_at=datetime(2026, 3, 14, 19, 40)), run=run
    )

    assert stored.article.published_at == datetime(2026, 3, 14, 19, 40, tzinfo=UTC)


def test_original_comes_back_byte_for_byte(run):
    raw = "Vosk hopes\r\n\r\nRead also: …".encode("cp1252")
    stored = store_document(
        document=document(data=raw, left_out=(LeftOut("Read also: …", "end heading"),)), run=run
    )

    assert stored.article.original.read() == raw
    assert stored.article.original.left_out == [{"text": "Read also: …", "reason": "end heading"}]


def test_another_text_at_a_known_address_is_stored_beside_it_and_said(run):
    url = "https://radio-halden.example/news/1"
    first = store_document(document=document(url=url), run=run)

    second = store_document(document=document(url=url, text=TEXT + " He left."), run=run)

    assert second.is_new
    assert str(first.article.pk) in second.warnings[0]
    first.article.refresh_from_db()
    assert first.article.is_live


def test_outlet_named_by_its_domain_is_the_one_of_that_domain(run):
    today = find_or_make_outlet(name="Norvand Today", domain="norvand-today.example")

    stored = store_document(document=document(outlet="norvand-today.example"), run=run)

    assert stored.article.outlet == today
