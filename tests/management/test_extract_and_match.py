"""The commands that find quotes and related statements."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from claims.models import Article, Match, Quote, Run
from claims.services import extracting, finding
from claims.services.progress import Stopped
from tests.services.corpus import make_article

pytestmark = pytest.mark.django_db

BODY = (
    "“A peace treaty between Kessaria and Norvand will be signed in Halden this year,” "
    "President Ilyana Vosk said."
)


def run(*arguments):
    out, err = io.StringIO(), io.StringIO()
    call_command(*arguments, stdout=out, stderr=err)
    return out.getvalue()


@pytest.fixture
def articles():
    return [make_article(BODY, outlet=outlet) for outlet in ("Radio Halden", "Kess Telegraph")]


def test_extract_new_finds_the_quotes_of_new_articles(articles):
    said = run("extract", "--new")

    assert "2 articles: 2 new quotes" in said
    assert not Article.objects.without_quotes_run().exists()


def test_a_second_extract_new_has_nothing_to_do(articles):
    run("extract", "--new")
    before = Run.objects.count()

    said = run("extract", "--new")

    assert "nothing was changed" in said
    assert Run.objects.count() == before


def test_extract_all_finds_the_same_quotes_again(articles):
    run("extract", "--new")
    before = list(Quote.objects.values())

    said = run("extract", "--all")

    assert "0 new quotes, 2 found again" in said
    assert list(Quote.objects.values()) == before


def test_a_stopped_extract_all_goes_on_with_the_rest(articles, monkeypatch):
    run("extract", "--new")
    done = []

    def stop_after_one(looked, *rest):
        if done:
            raise KeyboardInterrupt
        done.append(looked.number)
        original(looked, *rest)

    original = extracting._write
    monkeypatch.setattr(extracting, "_write", stop_after_one)
    with pytest.raises(CommandError, match="the same command does the rest"):
        run("extract", "--all")
    monkeypatch.undo()

    said = run("extract", "--all")

    assert "1 articles" in said


def test_an_article_that_the_extractor_fails_on_is_named_and_the_rest_goes_on(articles, monkeypatch):
    def fail_on_first(text, **options):
        calls.append(text)
        if len(calls) == 1:
            raise RecursionError("too deep")
        return original(text, **options)

    calls = []
    original = finding.extract_quotes
    monkeypatch.setattr(finding, "extract_quotes", fail_on_first)

    with pytest.raises(CommandError, match="1 articles were refused"):
        run("extract", "--new")

    assert Article.objects.without_quotes_run().get() == articles[0]
    assert Quote.objects.live().get().article == articles[1]


def test_a_database_that_cannot_be_written_is_told_with_the_mend(articles, monkeypatch):
    def refuse(**options):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(extracting, "write_found_quotes", refuse)
    with pytest.raises(CommandError, match=r"disk is full.*does the rest"):
        run("extract", "--new")


def test_a_dry_run_says_what_would_change_and_changes_nothing(articles, monkeypatch, tmp_path):
    run("extract", "--new")
    before = list(Quote.objects.order_by("id").values())
    monkeypatch.setattr(finding, "extract_quotes", lambda text, **options: [])

    said = run("extract", "--all", "--dry-run", "--csv", str(tmp_path / "changes.csv"))

    assert "2  lost" in said
    assert "Ilyana Vosk: “A peace treaty between Kessaria and Norvand" in said
    assert list(Quote.objects.order_by("id").values()) == before
    lines = (tmp_path / "changes.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("change,article_id,quote_id")
    assert [line.split(",")[0] for line in lines[1:]] == ["lost", "lost"]


@pytest.mark.parametrize("options", [["--new", "--dry-run"], ["--all", "--csv", "changes.csv"]])
def test_options_of_a_dry_run_that_do_not_go_together_are_told(options):
    with pytest.raises(CommandError, match="goes with"):
        run("extract", *options)


def test_a_run_over_everything_is_listed_and_taken_back(articles, monkeypatch):
    run("extract", "--new")
    before = list(Quote.objects.live().order_by("id").values())
    monkeypatch.setattr(finding, "extract_quotes", lambda text, **options: [])
    assert "2 withdrawn" in run("extract", "--all")
    number = Run.objects.order_by("-id")[0].pk
    assert "2 withdrawn" in run("take_back_extraction")

    said = run("take_back_extraction", str(number))

    assert "2 have quotes back" in said
    assert list(Quote.objects.live().order_by("id").values()) == before
    with pytest.raises(CommandError, match="taken back already"):
        run("take_back_extraction", str(number))


def test_a_run_that_cannot_be_taken_back_is_named(articles):
    run("extract", "--new")
    with pytest.raises(CommandError, match="There is no run 4711"):
        run("take_back_extraction", "4711")
    with pytest.raises(CommandError, match="no extraction over everything"):
        run("take_back_extraction", str(Run.objects.order_by("-id")[0].pk))
    assert "never run over everything" in run("take_back_extraction")


def test_match_new_finds_related_statements(articles):
    run("extract", "--new")

    said = run("match", "--new")

    assert "2 articles: 1 new matches" in said
    assert Match.objects.live().count() == 1


def test_match_all_changes_nothing_that_is_right(articles):
    run("extract", "--new")
    run("match", "--new")
    before = list(Match.objects.values())

    said = run("match", "--all")

    assert "0 new matches, 0 changed, 0 gone" in said
    assert list(Match.objects.values()) == before


def test_match_says_that_quotes_were_not_looked_for(articles):
    assert "extract --new" in run("match", "--new")


def test_a_stopped_match_keeps_what_is_done(articles, monkeypatch):
    run("extract", "--new")

    def stop(*arguments):
        raise Stopped

    monkeypatch.setattr("claims.services.matches.give_way", stop)
    with pytest.raises(CommandError, match="stopped"):
        run("match", "--new")


def test_match_since_a_day_matches_what_was_published_since(articles):
    run("extract", "--new")

    assert "1 new matches" in run("match", "--since", "2026-03-14")
    assert "no article to match" in run("match", "--since", "2026-03-15")


def test_match_since_no_day_is_refused_with_the_mend(articles):
    with pytest.raises(CommandError, match="a day is written like 2026-03-14"):
        run("match", "--since", "14.3.2026")
