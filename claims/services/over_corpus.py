"""The programs over the corpus, over new articles or over all; the extractor has ``extracting``.

A run over everything is kept open until it is done: asked for again after a stop or a kill, the same run
goes on with the articles that it has not reached. A new version begins anew. Where there is no article,
there is no run.
"""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from claims import VERSION
from claims.models import Article, Job, Run
from claims.services.copies import Compared, compare_articles
from claims.services.matches import Matched
from claims.services.progress import SILENT, Progress
from claims.services.runs import begin_run
from claims.services.side_by_side import match_side_by_side
from claims.services.yielding import write_alone

WHOLE, SINCE, DONE = "whole corpus", "since", "done"  # in the settings of a run


def match_new(*, progress: Progress = SILENT, job: Job | None = None, processes: int = 1) -> Matched:
    """Match the statements of the articles that were not compared with the others yet.

    :raises Stopped: if a stop was asked for; what is done stays.
    """
    articles = Article.objects.without_matches_run()
    if not articles.exists():
        return Matched()
    run = begin_run(program=Run.Program.MATCHES, version=VERSION, job=job)
    return match_side_by_side(articles=articles, run=run, processes=processes, progress=progress)


def match_all(*, progress: Progress = SILENT, processes: int = 1) -> Matched:
    """Match the statements of every article again; asked for after a stop, of those that are left.

    Several processes that do so at once, on one machine or more, divide the articles.

    :raises Stopped: if a stop was asked for; what is done stays.
    """
    run = _open_whole_run(Run.Program.MATCHES)
    articles = Article.objects.not_matched_by(run)
    matched = match_side_by_side(articles=articles, run=run, processes=processes, progress=progress)
    _close_whole_run(run)
    return matched


def match_since(*, day: date, progress: Progress = SILENT, processes: int = 1) -> Matched:
    """Match the statements of the articles published since a day again; those without a day are left out.

    Asked for after a stop, it goes on with those that are left.

    :raises Stopped: if a stop was asked for; what is done stays.
    """
    if not Article.objects.live().filter(day__gte=day, quotes_run__isnull=False).exists():
        return Matched()
    run = _open_run_since(day)
    articles = Article.objects.not_matched_by(run).filter(day__gte=day)
    matched = match_side_by_side(articles=articles, run=run, processes=processes, progress=progress)
    _close_whole_run(run)
    return matched


def find_new_copies(*, progress: Progress = SILENT, job: Job | None = None) -> Compared:
    """Look for the copies of the articles that were not compared with the others yet.

    :raises Stopped: if a stop was asked for; what is done stays.
    """
    articles = Article.objects.without_copies_run()
    if not articles.exists():
        return Compared()
    run = begin_run(program=Run.Program.COPIES, version=VERSION, job=job)
    return compare_articles(articles=articles, run=run, progress=progress)


def find_all_copies(*, progress: Progress = SILENT) -> Compared:
    """Look for the copies of every article again; asked for after a stop, of those that are left.

    :raises Stopped: if a stop was asked for; what is done stays.
    """
    run = _open_whole_run(Run.Program.COPIES)
    compared = compare_articles(articles=Article.objects.not_compared_by(run), run=run, progress=progress)
    _close_whole_run(run)
    return compared


@transaction.atomic
def _open_whole_run(program: str) -> Run:
    """Return the run over the whole corpus that was not finished, or a new one."""
    write_alone()  # two processes at once share one run
    runs = Run.objects.filter(program=program, settings__has_key=WHOLE)
    return _unfinished(runs) or begin_run(program=program, version=VERSION, settings={WHOLE: True})


@transaction.atomic
def _open_run_since(day: date) -> Run:
    """Return the matching run over the articles since a day that was not finished, or a new one."""
    write_alone()
    settings = {SINCE: day.isoformat()}
    runs = Run.objects.filter(program=Run.Program.MATCHES, settings__since=day.isoformat())
    return _unfinished(runs) or begin_run(program=Run.Program.MATCHES, version=VERSION, settings=settings)


def _unfinished(runs: QuerySet[Run]) -> Run | None:
    """Return the last of some runs, if it was not finished and is of this version."""
    last = runs.order_by("-id").first()
    return last if last is not None and last.version == VERSION and DONE not in last.settings else None


def _close_whole_run(run: Run) -> None:
    """Note that a run reached everything."""
    run.settings = {**run.settings, DONE: True}
    run.save(update_fields=["settings"])
