"""Matching in several processes of one machine: each claims articles, compares and writes them.

They share nothing but the database: each holds an index of its own. A process whose parent was killed
stops after the article that it is at.
"""

import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection

from django.db.models import QuerySet

from claims.models import Article, Run
from claims.services.child_process import match_in_child
from claims.services.matches import Matched, match_articles
from claims.services.progress import SILENT, Progress

ENDS_WITHIN_SECONDS = 10.0


def match_side_by_side(
    *, articles: QuerySet[Article], run: Run, processes: int = 1, progress: Progress = SILENT
) -> Matched:
    """Match articles in so many processes, this one among them.

    :return: what all of them did.
    :raises Stopped: if a stop was asked for; what is done stays.
    """
    with _others(articles, run, processes - 1) as answers:
        matched = match_articles(articles=articles, run=run, progress=progress)
        for answer in answers:
            matched += _answered(answer)
    return matched


@contextmanager
def _others(articles: QuerySet[Article], run: Run, number: int) -> Iterator[list[Connection]]:
    """Let so many other processes match too; they end with this block, however it ends."""
    context = get_context("spawn")
    query = pickle.dumps(articles.query)  # it is read where the models are: after Django was set up
    processes, answers = [], []
    for _ in range(number):
        answer, ours = context.Pipe(duplex=False)
        process = context.Process(target=match_in_child, args=(query, run.pk, ours), daemon=True)
        process.start()
        ours.close()
        processes.append(process)
        answers.append(answer)
    try:
        yield answers
    finally:
        for process in processes:
            process.terminate()
            process.join(ENDS_WITHIN_SECONDS)


def _answered(answer: Connection) -> Matched:
    """Return what another process did; nothing if it was killed: what it left was done by this one."""
    try:
        return Matched(*answer.recv())
    except EOFError:
        return Matched()
