"""The programs over the corpus: over the articles that are new to them, or over every one again.

A run over everything is kept open until it is done: asked for again after a stop or a kill, the same run
goes on with the articles that it has not reached. A new version begins anew. Where there is no article,
there is no run.
"""

from claims import VERSION
from claims.models import Article, Job, Run
from claims.services.matches import Matched, match_articles
from claims.services.progress import SILENT, Progress
from claims.services.quotes import Extracted, extract_articles
from claims.services.runs import begin_run

WHOLE, DONE = "whole corpus", "done"  # in the settings of a run


def extract_new(*, progress: Progress = SILENT, job: Job | None = None) -> Extracted:
    """Find the quotes of the articles that were never looked through.

    :raises Stopped: if a stop was asked for; what is done stays.
    """
    articles = Article.objects.without_quotes_run()
    if not articles.exists():
        return Extracted()
    run = begin_run(program=Run.Program.QUOTES, version=VERSION, job=job)
    return extract_articles(articles=articles, run=run, progress=progress)


def extract_all(*, progress: Progress = SILENT) -> Extracted:
    """Look through every article again; asked for after a stop, through those that are left.

    :raises Stopped: if a stop was asked for; what is done stays.
    """
    run = _open_whole_run(Run.Program.QUOTES)
    articles = Article.objects.not_extracted_by(run)
    extracted = extract_articles(articles=articles, run=run, progress=progress)
    _close_whole_run(run)
    return extracted


def match_new(*, progress: Progress = SILENT, job: Job | None = None) -> Matched:
    """Match the statements of the articles that were not compared with the others yet.

    :raises Stopped: if a stop was asked for; what is done stays.
    """
    articles = Article.objects.without_matches_run()
    if not articles.exists():
        return Matched()
    run = begin_run(program=Run.Program.MATCHES, version=VERSION, job=job)
    return match_articles(articles=articles, run=run, progress=progress)


def match_all(*, progress: Progress = SILENT) -> Matched:
    """Match the statements of every article again; asked for after a stop, of those that are left.

    :raises Stopped: if a stop was asked for; what is done stays.
    """
    run = _open_whole_run(Run.Program.MATCHES)
    matched = match_articles(articles=Article.objects.not_matched_by(run), run=run, progress=progress)
    _close_whole_run(run)
    return matched


def _open_whole_run(program: str) -> Run:
    """Return the run over the whole corpus that was not finished, or a new one."""
    last = Run.objects.filter(program=program, settings__has_key=WHOLE).order_by("-id").first()
    if last is not None and last.version == VERSION and DONE not in last.settings:
        return last
    return begin_run(program=program, version=VERSION, settings={WHOLE: True})


def _close_whole_run(run: Run) -> None:
    """Note that a run reached everything."""
    run.settings = {**run.settings, DONE: True}
    run.save(update_fields=["settings"])
