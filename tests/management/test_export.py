"""The command export: files that appear whole, their dictionaries, refusals in words."""

import csv
import json

import pytest
from django.core.management import CommandError, call_command

from claims.exports import files
from claims.exports.tables import find_table
from claims.models import Speaker
from tests.exports.world import build_tagged_study
from tests.studies import Study


@pytest.fixture
def study(db) -> Study:
    return build_tagged_study()


@pytest.mark.parametrize("format", ["csv", "xlsx", "jsonl"])
def test_export_writes_the_same_file_twice(study, tmp_path, format):
    one, two = tmp_path / f"one.{format}", tmp_path / f"two.{format}"

    call_command("export", "annotations", format=format, output=str(one))
    call_command("export", "annotations", format=format, output=str(two))

    assert one.read_bytes() == two.read_bytes() != b""


def test_a_dictionary_lies_beside_the_file(study, tmp_path):
    call_command("export", "codebook", output=str(tmp_path / "claims.csv"))

    with (tmp_path / "claims.dictionary.csv").open(encoding="utf-8-sig", newline="") as file:
        names = [row["column"] for row in csv.DictReader(file)]
    assert names == [column.name for column in find_table("claims").columns]


def test_filters_narrow_the_rows(study, tmp_path):
    okarrin = Speaker.objects.get(name="Anselm Okarrin")
    output = tmp_path / "quotes.jsonl"

    call_command(
        "export", "quotes", "--format", "jsonl", "--output", output, "--filter", f"speaker={okarrin.pk}"
    )

    rows = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [row["speaker"] for row in rows] == ["Anselm Okarrin"]


def test_without_a_file_the_rows_go_to_standard_output(study, capfdbinary):
    call_command("export", "speakers", format="jsonl")

    out, _ = capfdbinary.readouterr()
    assert [json.loads(line)["speaker"] for line in out.splitlines()] == ["Ilyana Vosk", "Anselm Okarrin"]


def test_the_dictionary_alone_needs_no_rows(tmp_path):
    call_command("export", "quotes", "--dictionary", "--output", str(tmp_path / "d.csv"))

    assert (
        (tmp_path / "d.csv").read_bytes().startswith(b"\xef\xbb\xbfcolumn,kind,choices,meaning\r\nquote_id,")
    )


def test_texts_are_left_out_of_file_and_dictionary(study, tmp_path):
    call_command("export", "statements", "--without-texts", "--output", str(tmp_path / "s.csv"))

    assert b"stays closed" not in (tmp_path / "s.csv").read_bytes()
    assert b"\ntext," not in (tmp_path / "s.dictionary.csv").read_bytes()


def test_a_failed_export_leaves_the_old_file_and_nothing_else(study, tmp_path, monkeypatch):
    output = tmp_path / "quotes.csv"
    output.write_text("the old file")

    def break_off(*args, **kwargs):
        yield b"half a file"
        raise OSError("disk full")

    monkeypatch.setattr(files, "export_pieces", break_off)
    with pytest.raises(OSError, match="disk full"):
        call_command("export", "quotes", output=str(output))

    assert output.read_text() == "the old file"
    assert list(tmp_path.iterdir()) == [output]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["tags"], "There is no table “tags”"),
        ([], "Which table"),
        (["quotes", "--filter", "speaker"], "takes NAME=VALUE"),
        (["quotes", "--filter", "colour=red"], "There is no filter “colour”"),
        (["quotes", "--filter", "after=yesterday"], "after: "),
        (["coders", "--filter", "coder=1"], "has no filters"),
        (["quotes", "--output", "/nowhere/at/all.csv"], "There is no folder"),
        (["quotes", "--output", "."], "is a folder"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(db, arguments, words):
    with pytest.raises(CommandError, match=words):
        call_command("export", *arguments)
