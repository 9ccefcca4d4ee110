"""The commands that find quotes and related statements."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from claims.models import Article, Match, Quote, Run
from claims.services import quotes as quotes_service
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

    def stop_after_one(article_id, *rest):
        if done:
            raise KeyboardInterrupt
        done.append(article_id)
        original(article_id, *rest)

    original = quotes_service._extract_one
    monkeypatch.setattr(quotes_service, "_extract_one", stop_after_one)
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
    original = quotes_service.extract_quotes
    monkeypatch.setattr(quotes_service, "extract_quotes", fail_on_first)

    with pytest.raises(CommandError, match="1 articles were refused"):
        run("extract", "--new")

    assert Article.objects.without_quotes_run().get() == articles[0]
    assert Quote.objects.live().get().article == articles[1]


def test_a_database_that_cannot_be_written_is_told_with_the_mend(articles, monkeypatch):
    def refuse(**options):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(quotes_service, "write_found_quotes", refuse)
    with pytest.raises(CommandError, match=r"disk is full.*does the rest"):
        run("extract", "--new")


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
