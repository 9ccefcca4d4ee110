"""The command read_articles: its fields, its refusals, and that it needs neither database nor data folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = """Vosk expects treaty this year

POLITICS  14 March 2026 - 19:45

President Ilyana Vosk said it on Saturday.
"""
FIELDS = "file title section published_at outlet agency byline language text body_start warnings"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a pipeline does, with a data folder that does not exist."""
    environment = {
        **os.environ,
        "ON_RECORD_DATA": str(folder / "no data"),
        "DJANGO_SETTINGS_MODULE": "project.settings",
    }
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, str(ROOT / "manage.py"), "read_articles", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=120
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page.txt").write_text(PAGE)
    (tmp_path / "broken.txt").write_bytes(b"\n")
    (tmp_path / "table.csv").write_text("h,b\nA title,Some words.\n")
    return tmp_path


def test_a_line_per_document_has_the_documented_fields(folder):
    done = run(folder, "page.txt", "--jsonl")

    (line,) = map(json.loads, done.stdout.splitlines())
    assert " ".join(line) == FIELDS
    assert (line["file"], line["title"], line["section"]) == (
        "page.txt",
        "Vosk expects treaty this year",
        "POLITICS",
    )
    assert line["published_at"] == "2026-03-14T19:45:00"
    assert line["text"][line["body_start"] :] == "President Ilyana Vosk said it on Saturday."
    assert line["outlet"] is None and line["warnings"] == []
    assert (done.returncode, done.stderr) == (0, "")


def test_a_refusal_is_told_on_standard_error_and_the_others_are_served(folder):
    done = run(folder, "broken.txt", "page.txt", "--jsonl")

    refusal = json.loads(done.stderr)
    assert list(refusal) == ["file", "error", "helps"] and refusal["file"] == "broken.txt"
    assert len(done.stdout.splitlines()) == 1
    assert done.returncode == 1


def test_a_mapping_is_followed(folder):
    done = run(folder, "table.csv", "--jsonl", "--mapping", "title=h", "--mapping", "text=b")

    assert json.loads(done.stdout)["text"] == "A title\n\nSome words."


def test_a_mapping_that_cannot_be_read_is_told_plainly(folder):
    done = run(folder, "table.csv", "--mapping", "title")

    assert done.returncode != 0 and "title=COLUMN" in done.stderr and "Traceback" not in done.stderr


def test_without_jsonl_a_person_can_read_it(folder):
    done = run(folder, "page.txt")

    assert "Vosk expects treaty this year" in done.stdout and "left out: date line" in done.stdout


def test_nothing_is_written_anywhere(folder):
    run(folder, "page.txt", "--jsonl")

    assert sorted(path.name for path in folder.iterdir()) == ["broken.txt", "page.txt", "table.csv"]
