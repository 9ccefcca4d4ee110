"""Finding quotes in several processes: in order, whatever one article does to its process.

The children run the real extractor; what a test does to them is told in the text they are given.
"""

import os
import signal
import time

import pytest

from claims.services import finding
from claims.services.finding import AT_ONCE, Children, Looked, ToRead, look_at, look_through

SAID = "Ilyana Vosk came to Halden. “We will sign it,” Vosk said."


def articles(number):
    return [ToRead(place, SAID * (1 + place % 5), language="en") for place in range(number)]


def kill_or_sleep(pipe, work, nicer_by):
    """Serve as a child does, except that some texts kill it and some keep it for ever."""
    pipe.send(finding.READY)
    while True:
        try:
            piece = pipe.recv()
        except EOFError:
            return
        for article in piece:
            if article.text == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            if article.text == "sleep":
                time.sleep(600)
        pipe.send([work(article) for article in piece])


def test_quotes_come_in_the_order_of_the_articles_from_any_number_of_processes():
    given = articles(50)
    alone = list(look_through(given, total=len(given), processes=0))

    for processes in (1, 3):
        assert list(look_through(given, total=len(given), processes=processes)) == alone


def test_few_articles_start_no_process(monkeypatch):
    monkeypatch.setattr(finding, "Children", None)

    assert len(list(look_through(articles(5), total=5))) == 5


@pytest.mark.parametrize(
    ("text", "words"), [("kill", "process ended (signal 9)"), ("sleep", "took longer than 1 seconds")]
)
def test_an_article_that_kills_or_keeps_its_process_is_named_and_the_rest_goes_on(monkeypatch, text, words):
    monkeypatch.setattr(finding, "_serve", kill_or_sleep)
    given = articles(2 * AT_ONCE + 4)
    given[3] = ToRead(3, text)

    with Children(2, work=look_at, failed=Looked, seconds=1.0) as children:
        looked = list(children.look_through(given))

    assert [found.number for found in looked] == list(range(len(given)))
    assert [found.number for found in looked if found.problem] == [3]
    assert words in looked[3].problem
    assert all(found.quotes for found in looked if found.number != 3)


def test_an_extractor_that_fails_is_told_with_what_it_says(monkeypatch):
    def fail(text, **options):
        raise RecursionError("too deep")

    monkeypatch.setattr(finding, "extract_quotes", fail)

    assert look_at(ToRead(7, SAID)).problem == "the extractor failed (RecursionError: too deep)"


def test_no_more_is_read_ahead_than_waits_to_be_taken():
    read = []

    def source():
        for article in articles(200):
            read.append(article.number)
            yield article

    with Children(1, work=look_at, failed=Looked) as children:
        looked = children.look_through(source())
        next(looked)

        assert len(read) <= finding.WAITING * AT_ONCE


def test_leaving_ends_the_processes():
    with Children(2, work=look_at, failed=Looked) as children:
        processes = [child.process for child in children.children]
        next(children.look_through(articles(20)))
        ids = [process.pid for process in processes]

    for number in ids:
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)
