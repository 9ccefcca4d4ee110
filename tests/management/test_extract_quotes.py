"""The command that finds quotes in a pipeline: no database, one bad line stops nothing."""

import io
import json
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from claims.services import finding

ARTICLE = "Ilyana Vosk came to Halden. “We will sign it,” Vosk said."


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Return a function that runs the command on lines and gives its answers, its reports and its status."""

    def run_on(lines: list[Any], *options: str) -> SimpleNamespace:
        written = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
        stream = io.BytesIO(written.encode("utf-8", "surrogatepass"))
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream, "utf-8"))
        status = 0
        try:
            call_command("extract_quotes", "--stdin-jsonl", *options)
        except SystemExit as end:
            status = int(str(end.code))
        out, err = capsys.readouterr()
        return SimpleNamespace(
            answers=[json.loads(line) for line in out.splitlines()],
            reports=[json.loads(line) for line in err.splitlines()],
            status=status,
        )

    return run_on


def test_extract_quotes_prints_a_line_for_each_article(run: Any) -> None:
    found = run([{"doc_id": "a", "text": ARTICLE}, {"doc_id": 7, "text": "Nobody spoke."}])

    assert [answer["doc_id"] for answer in found.answers] == ["a", 7]
    assert [quote["speaker"] for quote in found.answers[0]["quotes"]] == ["Ilyana Vosk"]
    assert found.answers[1]["quotes"] == []
    assert found.status == 0


def test_extract_quotes_takes_the_headlines_end_and_the_language(run: Any) -> None:
    text = f"Vosk: ‘We will’\n\n{ARTICLE}"

    found = run([{"doc_id": "a", "text": text, "body_start": 17, "language": "en"}])

    assert [quote["form"] for quote in found.answers[0]["quotes"]] == ["headline", "marks"]


def test_extract_quotes_keeps_the_order_of_the_input_in_several_processes(run: Any) -> None:
    lines = [{"doc_id": number, "text": ARTICLE * (1 + number % 5)} for number in range(50)]

    found = run(lines, "--processes", "2")

    assert [answer["doc_id"] for answer in found.answers] == list(range(50))
    assert found.answers == run(lines).answers


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("no json", "JSON"),
        ("[1]", "object"),
        ({"text": ARTICLE}, "doc_id"),
        ({"doc_id": True, "text": ARTICLE}, "doc_id"),
        ({"doc_id": "a"}, "text"),
        ({"doc_id": "a", "text": 5}, "text"),
        ({"doc_id": "a", "text": ARTICLE, "body_start": -1}, "body_start"),
        ({"doc_id": "a", "text": ARTICLE, "body_start": 10_000}, "body_start"),
        ({"doc_id": "a", "text": ARTICLE, "body_start": "5"}, "body_start"),
        ({"doc_id": "a", "text": ARTICLE, "language": 5}, "language"),
        ('{"doc_id": "a", "text": "\\ud800"}', "half a character"),
    ],
)
def test_a_line_that_cannot_be_read_is_reported_and_the_others_are_served(
    run: Any, line: Any, word: str
) -> None:
    found = run([line, {"doc_id": "b", "text": ARTICLE}])

    assert [answer["doc_id"] for answer in found.answers] == ["b"]
    assert [report["line"] for report in found.reports] == [1]
    assert word in found.reports[0]["error"]
    assert found.status == 1


@pytest.mark.parametrize("processes", ["0", "-1", "many", "1000"])
def test_extract_quotes_refuses_a_senseless_number_of_processes(run: Any, processes: str) -> None:
    with pytest.raises(CommandError, match="processes"):
        run([], "--processes", processes)


def test_an_article_that_the_extractor_fails_on_is_reported_and_the_others_are_served(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = finding.extract_quotes

    def fail_on_poison(text: str, **options: Any) -> Any:
        if text == "poison":
            raise RecursionError("too deep")
        return original(text, **options)

    monkeypatch.setattr(finding, "extract_quotes", fail_on_poison)

    found = run([{"doc_id": "bad", "text": "poison"}, {"doc_id": "good", "text": ARTICLE}])

    assert [answer["doc_id"] for answer in found.answers] == ["good"]
    assert found.reports == [{"doc_id": "bad", "error": "the extractor failed (RecursionError: too deep)"}]
    assert found.status == 1
