"""``manage.py who_said``: the page's search at the command line."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from claims.services.held_matcher import let_go
from tests.world import build_world

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def world():
    let_go()
    yield build_world()
    let_go()


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("who_said", *arguments, stdout=out)
    return out.getvalue()


def test_it_prints_who_said_it_where_and_why():
    lines = run("A treaty will be signed this year.").splitlines()

    assert lines[0] == "“A treaty will be signed this year.”"
    assert lines[1].endswith("Ilyana Vosk (Radio Halden, 2026-03-14)")
    assert lines[2].strip() == "A treaty will be signed this year."


def test_it_prints_the_nearest_where_nothing_is_sure_enough():
    lines = run("The treaty will be signed.", "--min-score", "0.9").splitlines()

    assert lines[1] == "  nothing stored reaches the least score; the nearest below it:"
    assert "treaty" in lines[3]


def test_it_prints_json_lines_and_narrows(world):
    (row,) = run(
        "A treaty will be signed this year.", "--after", "2026-03-15", "--json", "--top", "1"
    ).splitlines()

    assert json.loads(row)["published_on"] >= "2026-03-15"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["…"], "Paste a sentence"),
        (["A treaty.", "--after", "soon"], "--after: Write a day like"),
        (["A treaty. " * 400], "^text: At most 3,000 characters"),
        (["A treaty.", "--min-score", "2"], "--min-score: Write a number"),
    ],
)
def test_it_refuses_in_words(arguments, words):
    with pytest.raises(CommandError, match=words):
        run(*arguments)


@pytest.mark.parametrize("command", [["who_said", "A treaty will be signed this year."], ["match", "--all"]])
def test_a_model_of_meanings_that_cannot_be_loaded_is_told_in_words(command, settings):
    settings.SEMANTIC_MODEL = "./no-such-folder"

    with pytest.raises(CommandError, match="ON_RECORD_SEMANTIC_MODEL"):
        call_command(*command, stdout=io.StringIO(), stderr=io.StringIO())
