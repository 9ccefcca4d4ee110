"""The command that proposes names which may be one speaker."""

import csv
from io import StringIO

import pytest
from django.core.management import call_command

from claims.models import SpeakerPair
from claims.text.found import FoundSpeaker
from tests.services.corpus import find, make_article, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _two_spellings() -> None:
    article = make_article("“We agree,” said Tural Əzizbəyli.\n\n“So do we,” said Tural Azizbeyli.")
    write(
        article,
        find(article.text, "We agree,", FoundSpeaker("Tural Əzizbəyli")),
        find(article.text, "So do we,", FoundSpeaker("Tural Azizbeyli")),
    )


def said(*options: str) -> str:
    out = StringIO()
    call_command("find_speaker_pairs", *options, stdout=out, stderr=StringIO())
    return out.getvalue()


def test_pairs_are_stored_and_counted_once() -> None:
    assert "2 speakers looked at: 1 new pairs, 0 gone; 1 wait" in said()
    assert "No name is new since the last time" in said()
    assert "2 speakers looked at: 0 new pairs, 0 gone; 1 wait" in said("--all")


def test_a_dry_run_prints_the_proposals_as_a_table_and_stores_none() -> None:
    rows = list(csv.DictReader(StringIO(said("--dry-run"))))

    assert [(row["reason"], row["left"], row["right"]) for row in rows] == [
        ("spelling", "Tural Əzizbəyli", "Tural Azizbeyli")
    ]
    assert not SpeakerPair.objects.exists()
