"""Tables: what each row says, who gets which rows, and in how many queries."""

import json

import pytest
from django.http import QueryDict
from zeal import zeal_context

from claims.exports.columns import CHUNK
from claims.exports.files import export_pieces
from claims.exports.tables import TABLES, UnableToExport, find_table, problems_with, rows_for
from claims.models import Attribution, Speaker, Statement, Utterance
from claims.services.changes import save_quietly
from tests.exports.world import build_tagged_study
from tests.studies import Study

pytestmark = pytest.mark.django_db


@pytest.fixture
def study() -> Study:
    return build_tagged_study()


def rows_of(name: str, params: str = "", **who) -> list[dict]:
    table = find_table(name)
    rows = rows_for(table, QueryDict(params), user=who.get("user"), codebook=who.get("codebook"))
    lines = b"".join(export_pieces(table, "jsonl", rows)).decode().splitlines()
    return [json.loads(line) for line in lines]


def test_an_annotation_tells_everything_about_itself(study):
    row = rows_of("annotations")[0]

    statement, article = study.statements[1], study.articles[0]
    made_at = row.pop("made_at")
    assert made_at.endswith("Z")
    assert row == {
        "annotation_id": row["annotation_id"],
        "statement_id": statement.pk,
        "quote_id": statement.quote_id,
        "article_id": article.pk,
        "utterance_id": None,
        "coder": "Coder 1",
        "claim_id": study.claims["signed"].pk,
        "claim": "A peace treaty will be signed",
        "claim_path": "Treaty / A peace treaty will be signed",
        "stance": "supports",
        "certainty": "certain",
        "speaker_id": Speaker.objects.get(name="Ilyana Vosk").pk,
        "speaker": "Ilyana Vosk",
        "position": "President of Kessaria",
        "speakers": 1,
        "outlet": "Radio Halden",
        "published_on": "2026-03-14",
        "published_at": "2026-03-14T20:05:00Z",
        "url": "https://radio-halden.example/1",
        "start": statement.start,
        "end": statement.end,
        "parts": [[statement.start, statement.end]],
        "text": "A peace treaty will be signed this year.",
        "note": "=a promise",
        "codebook_version": 1,
        "carried_from": None,
        "codebook": "Lume talks",
        "way": "tagged",
        "quote_kind": "direct",
        "quote": "A peace treaty will be signed this year. The Sella road stays closed.",
        "title": "Talks go on",
    }


def test_an_utterance_tells_who_said_it_and_how_often_it_was_printed(study):
    first, second = study.statements[1], study.statements[3]
    utterance = Utterance.objects.create(
        first=first, first_day=first.day, last_day=second.day, statements=2, outlets=2
    )
    Statement.objects.filter(pk__in=[first.pk, second.pk]).update(utterance=utterance)
    Utterance.objects.create(first=first, is_live=False, merged_into=utterance)

    *_, row = rows_of("utterances")

    assert row == {
        "utterance_id": utterance.pk,
        "speaker_id": Speaker.objects.get(name="Ilyana Vosk").pk,
        "speaker": "Ilyana Vosk",
        "position": "President of Kessaria",
        "speakers": 1,
        "first_statement_id": first.pk,
        "first_outlet": "Radio Halden",
        "first_on": "2026-03-14",
        "last_on": "2026-03-15",
        "statements": 2,
        "outlets": 2,
        "text": "A peace treaty will be signed this year.",
    }
    numbered = {row["statement_id"]: row["utterance_id"] for row in rows_of("statements")}
    assert numbered[first.pk] == numbered[second.pk] == utterance.pk


def test_speakers_state_their_statements_and_their_utterances(study):
    Speaker.objects.filter(name="Ilyana Vosk").update(statement_count=3, utterance_count=2)

    row = next(row for row in rows_of("speakers") if row["speaker"] == "Ilyana Vosk")

    assert (row["statements"], row["utterances"]) == (3, 2)


def test_a_statements_text_is_its_part_of_the_articles_text(study):
    texts = {row["article_id"]: row["text"] for row in rows_of("articles")}

    for row in rows_of("statements"):
        assert row["text"] == texts[row["article_id"]][row["start"] : row["end"]]


def test_a_carried_annotation_names_its_source(study):
    rows = rows_of("annotations")

    assert (rows[1]["way"], rows[1]["carried_from"]) == ("carried", rows[0]["annotation_id"])


def test_what_is_unknown_is_missing(study):
    unknown = rows_of("statements")[4]

    assert (unknown["speaker"], unknown["speakers"], unknown["published_on"]) == (None, 0, None)


def test_two_speakers_of_one_quote_are_counted_and_the_first_is_named(study):
    quote = study.statements[1].quote
    okarrin = Speaker.objects.get(name="Anselm Okarrin")
    save_quietly(
        Attribution(
            quote=quote,
            speaker=okarrin,
            alias=okarrin.aliases.get(),
            order=1,
            confidence=0.9,
            run=quote.run,
        )
    )

    row = rows_of("quotes")[0]

    assert (row["speaker"], row["speakers"]) == ("Ilyana Vosk", 2)
    assert [a["speaker"] for a in rows_of("attributions") if a["quote_id"] == quote.pk] == [
        "Ilyana Vosk",
        "Anselm Okarrin",
    ]


def test_no_claim_stands_among_the_decisions(study):
    outcomes = [(row["coder"], row["outcome"]) for row in rows_of("decisions", codebook=study.codebook)]

    assert outcomes == [
        ("Coder 1", "claims"),
        ("Coder 1", "claims"),
        ("Coder 2", "claims"),
        ("Coder 1", "no_claim"),
    ]


def test_the_codebook_is_told_with_its_tree(study):
    paths = [row["claim_path"] for row in rows_of("codebook", user=study.people["rui"])]

    assert paths == [
        "Treaty",
        "Road",
        "Treaty / A peace treaty will be signed",
        "Treaty / The other side delays",
        "Road / The Sella road should open",
    ]


def test_a_match_tells_both_statements_and_their_relation(study):
    row = rows_of("matches")[0]

    assert (row["left_id"], row["right_id"]) == (study.statements[1].pk, study.statements[3].pk)
    assert (row["relation"], row["verdict"]) == ("reworded", None)
    for side, statement in (("left", study.statements[1]), ("right", study.statements[3])):
        row_of_statement = next(
            other for other in rows_of("statements") if other["statement_id"] == statement.pk
        )
        told = row[f"{side}_speaker"], row[f"{side}_outlet"], row[f"{side}_on"], row[f"{side}_text"]
        assert told == tuple(row_of_statement[name] for name in ("speaker", "outlet", "published_on", "text"))


@pytest.mark.parametrize(
    ("person", "annotations"), [("rui", 3), ("jon", 3), ("olga", 1)], ids=lambda value: str(value)
)
def test_everybody_gets_the_annotations_of_her_own_codebooks(study, person, annotations):
    assert len(rows_of("annotations", user=study.people[person])) == annotations


@pytest.mark.parametrize("table", ["annotations", "decisions", "claims", "coders"])
def test_nothing_of_a_codebook_leaves_it(study, table):
    rows = rows_of(table, user=study.people["olga"])

    assert {row["codebook"] for row in rows} == {"Water"}


def test_the_administrator_at_the_machine_gets_all(study):
    assert len(rows_of("annotations")) == 4


def test_accounts_are_named_by_pseudonym_alone(study):
    lines = json.dumps([rows_of(name) for name in ("annotations", "decisions", "coders")])

    assert not [name for name in study.people if f'"{name}"' in lines]


def test_the_filters_of_the_pages_narrow_an_export(study):
    vosk = Speaker.objects.get(name="Ilyana Vosk")

    assert len(rows_of("statements", f"speaker={vosk.pk}")) == 3
    assert len(rows_of("annotations", "stance=OPPOSES", user=study.people["jon"])) == 1


def test_what_does_not_stand_is_not_exported(study):
    statement = study.statements[1]
    statement.is_live, statement.status = False, "REJECTED"
    save_quietly(statement)

    assert statement.pk not in {row["statement_id"] for row in rows_of("annotations") + rows_of("decisions")}


def test_filters_that_cannot_be_read_are_told(study):
    table = find_table("annotations")

    told = problems_with(table, QueryDict("spaeker=1&after=yesterday"), user=None)

    assert "There is no filter “spaeker”" in told[0]
    assert told[1].startswith("after: ")


def test_a_table_there_is_not_is_refused_with_those_there_are():
    with pytest.raises(UnableToExport, match="annotations, decisions"):
        find_table("tags")


@pytest.mark.parametrize("name", [name for name in TABLES if name != "differences"])  # see test_differences
def test_a_row_costs_no_query_of_its_own(study, name, django_assert_max_num_queries):
    table = find_table(name)

    with zeal_context(), django_assert_max_num_queries(6):
        rows = list(table.shape(rows_for(table, user=None)))

    assert 2 <= len(rows) <= CHUNK


@pytest.mark.parametrize("name", TABLES)
def test_a_row_has_a_cell_for_each_column_and_no_more(study, name):
    table = find_table(name)

    for row in table.shape(rows_for(table, user=None)):
        assert list(row) == [column.name for column in table.columns]
