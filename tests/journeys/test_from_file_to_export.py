"""The whole way: an article file goes in, an annotated claim comes out."""

import csv
from pathlib import Path

import pytest
from django.core.management import call_command

from claims.models import Match, Quote, Statement, User
from claims.services.annotations import tag_statement
from claims.services.claims import add_claim
from claims.services.codebooks import create_codebook

pytestmark = pytest.mark.django_db(transaction=True)

HALDEN = """President Vosk speaks of "a treaty within the year"

POLITICS  14 March 2026 - 19:40

The leaders of Kessaria and Norvand ended two days of talks on the Lume valley on Saturday.

President of Kessaria Ilyana Vosk said, according to LakesWire:

- We did not come here to exchange compliments. A peace treaty will be signed this year.

On the road through Sella Pass we have been clear from the first day.

Subscribe to our newsletter

Read also

Okarrin: no hurry

14 March 2026 - 18:02
"""
ORRIN = """Okarrin answers

15 March 2026 - 08:15

“A peace treaty will not be signed this year,” Norvand’s prime minister, Anselm Okarrin, told reporters.
"""


@pytest.fixture
def pages(tmp_path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "halden.txt").write_text(HALDEN, encoding="utf-8")
    (folder / "orrin.txt").write_text(ORRIN, encoding="utf-8")
    return folder


def test_article_file_becomes_an_annotated_claim_in_a_table(pages, tmp_path):
    call_command("import_articles", str(pages), outlet="Radio Halden")
    call_command("extract", "--new")
    call_command("match", "--new")

    speech = Quote.objects.live().get(form="DASH")
    assert speech.exact.startswith("We did not come here")
    assert speech.exact.endswith("clear from the first day.")
    signed = Statement.objects.live().get(exact="A peace treaty will be signed this year.")
    denied = Statement.objects.live().get(exact__startswith="A peace treaty will not be signed this year")
    match = Match.objects.get(left=min(signed.pk, denied.pk), right=max(signed.pk, denied.pk))
    assert match.negation_differs

    lead = User.objects.create_user("lead")
    codebook = create_codebook(name="Talks", description="", language="en", by=lead)
    treaty = add_claim(codebook=codebook, name="A peace treaty will be signed", by=lead)
    tag_statement(statement=signed, claim=treaty, stance="SUPPORTS", by=lead)
    tag_statement(statement=denied, claim=treaty, stance="OPPOSES", by=lead)
    output = tmp_path / "annotations.csv"
    call_command("export", "annotations", "--format", "csv", "--output", str(output))

    with output.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    told = [(row["speaker"], row["stance"], row["claim"]) for row in rows]
    assert told == [
        ("Ilyana Vosk", "supports", "A peace treaty will be signed"),
        ("Anselm Okarrin", "opposes", "A peace treaty will be signed"),
    ]
    assert rows[0]["position"] == "President of Kessaria"
    assert rows[0]["published_at"].startswith("2026-03-14T19:40")
    assert rows[0]["outlet"] == "Radio Halden"
    for row in rows:
        article_text = Statement.objects.get(pk=row["statement_id"]).article.text
        assert article_text[int(row["start"]) : int(row["end"])] == row["text"]


def test_the_same_way_twice_changes_nothing(pages, tmp_path):
    outputs = []
    for number in (1, 2):
        call_command("import_articles", str(pages), outlet="Radio Halden")
        call_command("extract", "--all")
        call_command("match", "--all")
        for table in ("quotes", "statements", "speakers", "matches"):
            output = tmp_path / f"{table}-{number}.jsonl"
            call_command("export", table, "--format", "jsonl", "--output", str(output))
            outputs.append(output.read_bytes())

    assert outputs[:4] == outputs[4:]
