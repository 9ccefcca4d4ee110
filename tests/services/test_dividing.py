"""Processes that match at once divide the articles; what one that died left is done by the next."""

import os
import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from claims.matching.matcher import Matcher
from claims.models import Article, Match, Run, Statement, StatementTerms
from claims.services import claiming, matches
from claims.services.held_matcher import let_go
from claims.services.matches import match_articles
from claims.services.over_corpus import match_all, match_new, match_since
from claims.services.progress import Stopped
from claims.services.quotes import reject_quote, restore_quote
from claims.services.terms import forget_terms
from project.secret_key import make_key
from tests.services.corpus import VOSK, find, make_article, make_run, make_user, write

ROOT = Path(__file__).resolve().parent.parent.parent
TREATY = "A peace treaty between Kessaria and Norvand will be signed in Halden this year."


def say(words, **place):
    """Store an article in which a speaker says the words; return the statement."""
    article = make_article(f"“{words}” said the head of the delegation on Monday.", **place)
    write(article, find(article.text, words, VOSK))
    return Statement.objects.get(article=article)


def pairs():
    return list(Match.objects.live().order_by("left", "right").values_list("left", "right"))


def every_pair(statements):
    ids = sorted(statement.pk for statement in statements)
    return [(left, right) for left in ids for right in ids if left < right]


@pytest.fixture
def compared(monkeypatch):
    """The statements whose earlier fellows were looked for, each time that they were."""
    asked = []
    original = Matcher.all_pairs

    def all_pairs(self, ids=None, **options):
        asked.extend(ids)
        return original(self, ids, **options)

    monkeypatch.setattr(Matcher, "all_pairs", all_pairs)
    return asked


class During:
    """Progress that does something after the first article."""

    def __init__(self, act):
        self.act = act

    def begin(self, total, what):
        self.what = what

    def advance(self, done=1):
        if self.what == "articles" and self.act is not None:
            act, self.act = self.act, None
            act()


@pytest.mark.django_db
def test_two_runs_at_once_share_one_run_and_compare_each_statement_once(compared):
    said = [say(TREATY, outlet=outlet) for outlet in "ABCDE"]

    def another():
        let_go()  # as another process has its own
        match_all()

    match_all(progress=During(another))

    assert sorted(compared) == [statement.pk for statement in said]
    assert pairs() == every_pair(said)
    assert Run.objects.filter(program=Run.Program.MATCHES).count() == 1


@pytest.mark.django_db
def test_a_worker_beside_a_whole_run_compares_only_what_is_new(compared):
    said = [say(TREATY, outlet=outlet) for outlet in "ABC"]

    def work():
        said.append(say(TREATY, outlet="D"))
        match_new()

    match_all(progress=During(work))

    assert pairs() == every_pair(said)
    assert len(compared) == len(set(compared))


@pytest.mark.django_db
def test_an_article_that_another_process_is_at_is_waited_for(monkeypatch, compared):
    first, second = (say(TREATY, outlet=outlet) for outlet in "AB")
    at_work = {first.article_id}
    monkeypatch.setattr(claiming, "_take", lambda number: number not in at_work)
    monkeypatch.setattr(claiming, "_give_back", lambda number: None)
    monkeypatch.setattr(matches, "time", SimpleNamespace(sleep=lambda seconds: at_work.clear()))

    match_new()

    assert compared == [second.pk, first.pk]
    assert pairs() == [(first.pk, second.pk)]


@pytest.mark.django_db
def test_a_statement_that_comes_back_is_compared_with_those_that_were_matched_without_it():
    back, asker = say(TREATY), make_user()
    match_new()
    reject_quote(quote=back.quote, by=asker)
    later = say(TREATY, outlet="Kess Telegraph")
    match_new()
    assert pairs() == []

    restore_quote(quote=back.quote, by=asker)
    match_new()

    assert pairs() == [(back.pk, later.pk)]
    assert not StatementTerms.objects.filter(is_changed=True).exists()


@pytest.mark.django_db
def test_it_leaves_later_articles_that_are_still_to_come_to_themselves(compared):
    back, person = say(TREATY), make_user()
    match_new()
    reject_quote(quote=back.quote, by=person)
    later = say(TREATY, outlet="Kess Telegraph")
    restore_quote(quote=back.quote, by=person)

    match_new()

    assert pairs() == [(back.pk, later.pk)]
    assert Match.objects.get().run_id == Article.objects.get(pk=later.article_id).matches_run_id


@pytest.mark.django_db
def test_the_matches_with_later_statements_go_when_the_words_are_others():
    first, other = (say(TREATY, outlet=outlet) for outlet in "AB")
    match_new()
    assert pairs() == [(first.pk, other.pk)]

    Statement.objects.filter(pk=first.pk).update(exact="All 41 prisoners have to be home before the winter.")
    forget_terms([first.pk])
    Article.objects.filter(pk=first.article_id).update(matches_run=None)
    match_new()

    assert pairs() == []


@pytest.mark.django_db
def test_a_quote_that_is_rejected_while_its_pairs_are_compared_has_none(monkeypatch):
    first, _ = (say(TREATY, outlet=outlet) for outlet in "AB")
    person, original = make_user(), matches.find_pairs

    def find_pairs(matcher, ids):
        found = original(matcher, ids)
        if found:
            reject_quote(quote=first.quote, by=person)
        return found

    monkeypatch.setattr(matches, "find_pairs", find_pairs)
    match_new()

    assert pairs() == []


@pytest.mark.django_db
def test_an_article_that_changes_while_it_is_compared_is_compared_again(monkeypatch, compared):
    first, second = (say(TREATY, outlet=outlet) for outlet in "AB")
    person, original, left = make_user(), matches.find_pairs, [second]

    def find_pairs(matcher, ids):
        found = original(matcher, ids)
        if found and left:
            reject_quote(quote=left.pop().quote, by=person)
        return found

    monkeypatch.setattr(matches, "find_pairs", find_pairs)
    match_new()

    assert compared == [first.pk, second.pk]  # the second time there is nothing left to compare
    assert pairs() == []
    assert not Article.objects.without_matches_run().exists()


@pytest.mark.django_db
def test_articles_since_a_day_are_matched_again(compared):
    early = say(TREATY, day=date(2026, 3, 1))
    late = say(TREATY, day=date(2026, 3, 20), outlet="Kess Telegraph")
    nobody_knows = say(TREATY, day=None, outlet="Norvand Today")
    match_new()
    compared.clear()

    match_since(day=date(2026, 3, 20))

    assert compared == [late.pk]
    assert pairs() == every_pair([early, late, nobody_knows])


@pytest.mark.django_db
def test_a_stopped_run_since_a_day_goes_on_with_the_rest(compared):
    said = [say(TREATY, outlet=outlet) for outlet in "ABC"]
    match_new()
    compared.clear()

    def stop():
        raise Stopped

    with pytest.raises(Stopped):
        match_since(day=date(2026, 3, 1), progress=During(stop))

    match_since(day=date(2026, 3, 1))

    assert compared == [statement.pk for statement in said]


@pytest.mark.django_db
def test_a_second_whole_run_begins_anew_only_when_the_first_is_done(compared):
    say(TREATY)
    match_all()
    match_all()

    assert len(compared) == 2


@pytest.mark.django_db
def test_one_pair_is_stored_once_with_the_older_statement_first():
    said = [say(TREATY, outlet=outlet) for outlet in "AB"]
    for articles in (Article.objects.order_by("-id"), Article.objects.order_by("id")):
        for article in articles:
            match_articles(articles=Article.objects.filter(pk=article.pk), run=make_run(Run.Program.MATCHES))

    assert list(Match.objects.values_list("left", "right")) == every_pair(said)


def in_another_process(folder, *lines):
    """Return a process that runs lines of Python in the corpus of a folder."""
    environment = {**os.environ, "ON_RECORD_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "project.settings"}
    environment.pop("DATABASE_URL", None)
    code = "\n".join(("import django", "django.setup()", *lines))
    return subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )


def answer(folder, *lines):
    process = in_another_process(folder, *lines)
    said, _ = process.communicate(timeout=600)
    assert process.returncode == 0
    return said


SAY = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.services.corpus import VOSK, find, make_article, write
words = "A peace treaty between Kessaria and Norvand will be signed in Halden this year."
for number in range(8):
    article = make_article(f"“{words}” said Vosk.", outlet=f"Paper {number}")
    write(article, find(article.text, words, VOSK))
"""
MATCH = "from claims.services.over_corpus import match_all; match_all()"
PAIRS = """
from claims.models import Match
rows = Match.objects.live().order_by("left", "right")
print(list(rows.values_list("left", "right", "score", "relation")))
"""
LEFT = "from claims.models import Article; print(Article.objects.without_matches_run().count())"
CLAIM = """
from claims.services.claiming import claimed
with claimed(7) as is_mine:
    print(is_mine, flush=True)
"""
#: says after each article that it is done, and goes on when it is told to
SLOWLY = """
import sys, time
class Slowly:
    def begin(self, total, what):
        self.what = what
    def advance(self, done=1):
        if self.what == "articles":
            print("done", flush=True)
            time.sleep(600)
from claims.services.over_corpus import match_all
match_all(progress=Slowly())
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """A folder with a corpus on the disk that was not matched, and its pairs when one process matches it."""
    folder = tmp_path_factory.mktemp("corpus")
    make_key(folder)
    answer(folder, SAY)
    whole = folder.with_name("matched")
    shutil.copytree(folder, whole)
    answer(whole, MATCH)
    return folder, answer(whole, PAIRS)


def test_a_killed_run_and_the_rest_give_the_pairs_of_one_run(corpus, tmp_path):
    folder, whole = corpus
    killed = tmp_path / "killed"
    shutil.copytree(folder, killed)

    process = in_another_process(killed, SLOWLY)
    assert process.stdout.readline() == "done\n"
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    left = answer(killed, LEFT)
    answer(killed, MATCH)

    assert left == "7\n"
    assert answer(killed, PAIRS) == whole


def test_two_processes_give_the_pairs_of_one(corpus, tmp_path):
    folder, whole = corpus
    divided = tmp_path / "divided"
    shutil.copytree(folder, divided)

    done = answer(
        divided,
        "from claims.services.over_corpus import match_all",
        "matched = match_all(processes=2)",
        "print(matched.articles, matched.new)",
    )

    assert done == "8 28\n"
    assert answer(divided, PAIRS) == whole


def test_what_another_process_claimed_is_free_when_it_dies(tmp_path):
    make_key(tmp_path)
    process = in_another_process(tmp_path, CLAIM.rstrip(), "    import time; time.sleep(600)")
    assert process.stdout.readline() == "True\n"

    assert answer(tmp_path, CLAIM) == "False\n"
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert answer(tmp_path, CLAIM) == "True\n"
