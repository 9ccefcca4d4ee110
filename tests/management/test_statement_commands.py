"""The commands that match statements in a pipeline: no database, one bad line stops nothing."""

import io
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command

TREATY = "The treaty will be signed in Halden in spring."
AGAIN = "„The treaty will be signed in Halden in spring“"
HARVEST = "The harvest in the Lume valley was good."


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Return a function that runs a command on lines and gives its answers, its reports and its status."""

    def run_on(command: str, lines: list[Any], *options: str) -> SimpleNamespace:
        written = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
        stream = io.BytesIO(written.encode("utf-8", "surrogatepass"))
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=stream))
        status = 0
        try:
            call_command(command, "--stdin-jsonl", *options)
        except SystemExit as end:
            status = int(str(end.code))
        out, err = capsys.readouterr()
        return SimpleNamespace(
            answers=[json.loads(line) for line in out.splitlines()],
            reports=[json.loads(line) for line in err.splitlines()],
            status=status,
        )

    return run_on


def test_match_statements_prints_pairs_in_the_order_of_input(run: Any) -> None:
    found = run(
        "match_statements",
        [{"id": "z", "text": TREATY}, {"id": 7, "text": HARVEST}, {"id": "a", "text": AGAIN, "speaker": "X"}],
    )

    (pair,) = found.answers
    assert (pair["left"], pair["right"], pair["relation"]) == ("z", "a", "same_words")
    assert pair["score"] >= 0.7
    assert pair["explanation"] == "the same words"
    assert found.status == 0


def test_match_statements_prints_weaker_pairs_when_asked(run: Any) -> None:
    lines = [{"id": 1, "text": TREATY}, {"id": 2, "text": "In spring a treaty between both may come."}]

    assert run("match_statements", lines).answers == []
    assert len(run("match_statements", lines, "--min-score", "0").answers) <= 1


@pytest.mark.parametrize("score", ["1.5", "-0.1", "much", "nan"])
def test_match_statements_refuses_a_score_that_is_none(run: Any, score: str) -> None:
    with pytest.raises(CommandError, match="a score is a number from 0 to 1"):
        run("match_statements", [], "--min-score", score)


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("not json", "not JSON"),
        ("[1, 2]", "not a JSON object"),
        ('{"id": 1}', '"text" must be a text'),
        ('{"id": 1, "text": 5}', '"text" must be a text'),
        ('{"id": 1, "text": " "}', '"text" is empty'),
        ('{"text": "x"}', '"id" must be a text or a whole number'),
        ('{"id": true, "text": "x"}', '"id" must be a text or a whole number'),
        ('{"id": "a", "text": "x"}', "the id 'a' comes twice"),
        ('{"id": 1, "text": "\\ud800"}', "half a character"),
        ("[" * 100_000, "not JSON"),
        ("9" * 10_000, "not JSON"),
        ("\ud800", "not UTF-8"),
    ],
)
def test_a_line_that_cannot_be_read_is_reported_and_the_rest_is_served(
    run: Any, line: str, error: str
) -> None:
    found = run("match_statements", [{"id": "a", "text": TREATY}, line, "", {"id": "b", "text": AGAIN}])

    (report,) = found.reports
    assert report["line"] == 2
    assert error in report["error"]
    assert found.status == 1
    assert len(found.answers) == 1


def test_a_byte_order_mark_hides_no_line(run: Any) -> None:
    # as PowerShell and Excel write the beginning of a file
    marked = "\ufeff" + json.dumps({"id": "a", "text": TREATY})

    found = run("match_statements", [marked, {"id": "b", "text": AGAIN}])

    assert not found.reports
    assert len(found.answers) == 1


def test_a_line_too_long_is_reported_and_the_rest_is_served(run: Any) -> None:
    found = run(
        "match_statements", ["x" * 9_000_000, {"id": "a", "text": TREATY}, {"id": "b", "text": AGAIN}]
    )

    assert [report["line"] for report in found.reports] == [1]
    assert len(found.answers) == 1


@pytest.fixture
def collection(tmp_path: Path) -> str:
    path = tmp_path / "collection.jsonl"
    lines = [{"id": "t", "text": TREATY}, {"id": "h", "text": HARVEST}]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return str(path)


def test_score_pairs_scores_each_pair(run: Any, collection: str) -> None:
    found = run(
        "score_pairs",
        [{"id": 1, "left": TREATY, "right": AGAIN}, {"id": 2, "left": TREATY, "right": HARVEST}],
        "--collection",
        collection,
    )

    same, other = found.answers
    assert (same["id"], same["relation"]) == (1, "same_words")
    assert same["score"] > 0.7 > other["score"]


def test_find_statements_ranks_the_collection(run: Any, collection: str) -> None:
    found = run(
        "find_statements", [{"id": "q", "text": "a treaty signed in Halden"}], "--collection", collection
    )

    (answer,) = found.answers
    assert answer["id"] == "q"
    assert answer["ranked"][0] == "t"
    assert len(answer["ranked"]) == len(answer["scores"])


@pytest.mark.parametrize(
    ("command", "asked"),
    [("score_pairs", {"left": TREATY, "right": AGAIN}), ("find_statements", {"text": TREATY})],
)
def test_an_empty_text_and_a_second_use_of_an_id_are_reported(
    run: Any, collection: str, command: str, asked: dict[str, str]
) -> None:
    empty = dict.fromkeys(asked, "")

    lines = [{"id": 1} | asked, {"id": 1} | asked, {"id": 2} | empty, {"id": 3} | asked]
    found = run(command, lines, "--collection", collection)

    assert [report["line"] for report in found.reports] == [2, 3]
    assert [answer["id"] for answer in found.answers] == [1, 3]
    assert found.status == 1


def test_find_statements_prints_no_more_than_asked(run: Any, collection: str) -> None:
    found = run("find_statements", [{"id": 1, "text": TREATY}], "--collection", collection, "--top", "1")

    assert found.answers[0]["ranked"] == ["t"]


def test_a_broken_line_of_the_collection_is_reported_with_its_file(run: Any, collection: str) -> None:
    with Path(collection).open("a", encoding="utf-8") as file:
        file.write("\nbroken\n")

    found = run("find_statements", [{"id": 1, "text": TREATY}], "--collection", collection)

    assert [(report["file"], report["line"]) for report in found.reports] == [(collection, 3)]
    assert found.status == 1
    assert found.answers[0]["ranked"][0] == "t"


@pytest.mark.parametrize("command", ["score_pairs", "find_statements"])
def test_a_missing_collection_is_named(run: Any, command: str) -> None:
    with pytest.raises(CommandError, match=r"there is no file nowhere\.jsonl"):
        run(command, [], "--collection", "nowhere.jsonl")
