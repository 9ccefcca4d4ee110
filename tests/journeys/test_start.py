"""The first command, over the sample corpus that ships."""

import os
import socket
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from claims.management.serving import PortTaken, check_port
from claims.models import Annotation, Article, Change, Match, Quote, Statement, User
from tests.services.corpus import make_article

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).parents[2]


@pytest.fixture
def data(settings, tmp_path) -> Path:
    settings.DATA_DIR = tmp_path / "data"
    return settings.DATA_DIR


def start(*options: str) -> str:
    out = StringIO()
    call_command("start", "--no-serve", *options, stdout=out, stderr=StringIO())
    return out.getvalue()


def rows() -> list[int]:
    return [model.objects.count() for model in (Article, Quote, Statement, Match, Annotation, Change, User)]


def test_start_loads_the_sample_tells_what_it_found_and_changes_nothing_the_second_time(data):
    first = start()

    assert "password" in first
    assert "left out" not in first
    assert "Ilyana Vosk" in first
    assert "A peace treaty will be signed" in first
    assert "Nadia al-Khatibi (LakesWire, 2025-09-11)" in first
    assert "user name  lead" in first
    assert (data / "secret_key").stat().st_mode & 0o777 == 0o600
    assert (data / "exports" / "annotations.csv").stat().st_size > 10_000
    assert Article.objects.count() >= 12
    assert Annotation.objects.count() >= 70
    before, export = rows(), (data / "exports" / "annotations.csv").read_bytes()

    second = start()

    assert "nothing was changed" in second
    assert "password" not in second
    assert rows() == before
    assert (data / "exports" / "annotations.csv").read_bytes() == export
    call_command("check_corpus", stdout=StringIO())


def test_start_empty_leaves_the_sample_out_for_good(data):
    start("--empty")
    start()

    assert Article.objects.count() == 0
    assert User.objects.filter(is_superuser=True).count() == 1


def test_second_site_on_the_same_data_is_refused(data):
    from claims.management.lock import lock_data

    data.mkdir()
    with lock_data(data), pytest.raises(CommandError, match="in use by process"):
        start("--empty")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals of this kind")
def test_a_site_that_is_killed_takes_its_worker_with_it(tmp_path):
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    site = subprocess.Popen(
        [sys.executable, "-u", "manage.py", "start", "--empty", "--port", str(port)],
        env={**environment, "ON_RECORD_DATA": str(tmp_path / "data")},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with socket.socket() as visitor:
            if visitor.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.2)
    site.terminate()

    # the pipe ends when the last process that writes to it is gone
    site.communicate(timeout=30)

    assert site.returncode == 0


def test_taken_port_is_told_with_the_mend():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=f"--port {port + 1}"):
            check_port(port)


@pytest.mark.parametrize("port", ["0", "65536", "99999999", "eight"])
def test_a_number_that_is_no_port_is_refused_in_words(data, capsys, port):
    with pytest.raises((CommandError, SystemExit)):
        start("--port", port)

    assert "Traceback" not in capsys.readouterr().err
    assert not data.exists()


def test_a_folder_that_cannot_be_made_is_told_with_the_mend(settings, tmp_path):
    (tmp_path / "data").write_text("a file, no folder")
    settings.DATA_DIR = tmp_path / "data"

    with pytest.raises(CommandError, match="ON_RECORD_DATA"):
        start("--empty")


@pytest.mark.parametrize(
    "command", ["extract --new", "match --new", "check_corpus", "import_articles README.md", "export quotes"]
)
def test_a_command_before_the_first_start_says_how_to_make_the_database(tmp_path, command):
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, "manage.py", *command.split()],
        env={**environment, "ON_RECORD_DATA": str(tmp_path / "data")},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.startswith("There is no database yet")


def test_start_names_an_article_whose_quotes_could_not_be_found(data, monkeypatch):
    from claims.services import finding

    def fail(*_, **__):
        raise RecursionError("too deep")

    start("--empty")
    article = make_article("“A treaty will be signed,” President Ilyana Vosk said.", title="Vosk speaks")
    monkeypatch.setattr(finding, "extract_quotes", fail)
    told = StringIO()
    call_command("start", "--no-serve", stdout=StringIO(), stderr=told)

    assert f"Article {article.pk} has no quotes yet" in told.getvalue()
    assert "too deep" in told.getvalue()
