"""The report of an import."""

import pytest

from claims.models import Import, ImportItem
from claims.queries.import_page import report_of
from tests.services.corpus import make_article

pytestmark = pytest.mark.django_db


def test_a_report_begins_with_what_was_refused():
    imported = Import.objects.create(kind=Import.Kind.COMMAND, name="week 11")
    article = make_article("“We will sign,” Ilyana Vosk said.")
    for place, outcome in [
        ("a.txt", "STORED"),
        ("b.txt", "REFUSED"),
        ("c.txt", "STORED"),
        ("d.txt", "REFUSED"),
    ]:
        refused = outcome == ImportItem.Outcome.REFUSED
        imported.items.create(
            place=place,
            outcome=outcome,
            article=None if refused else article,
            words="no text was found" if refused else "",
        )

    assert [item.place for item in report_of(imported)] == ["b.txt", "d.txt", "a.txt", "c.txt"]
