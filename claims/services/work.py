"""What the worker does for each kind of job: the same services that the commands call."""

from collections.abc import Callable

from claims import VERSION
from claims.models import Article, Import, Job, Run
from claims.services.imports import store_import
from claims.services.jobs import JobProgress
from claims.services.matches import match_articles
from claims.services.quotes import extract_articles
from claims.services.runs import begin_run


def import_extract_match(job: Job, progress: JobProgress) -> str:
    """Store an import, then find the quotes of what is new and match its statements."""
    imported = Import.objects.get(pk=job.arguments["import"])
    if imported.stored_at is None:
        store_import(imported=imported, progress=progress)
    counts = imported.counts
    extract_new(job, progress)
    match_new(job, progress)
    return f"{counts.get('STORED', 0):,} stored, {counts.get('REFUSED', 0):,} refused"


def extract_new(job: Job, progress: JobProgress) -> str:
    """Find the quotes of the articles that have none yet."""
    run = begin_run(program=Run.Program.QUOTES, version=VERSION, job=job)
    extract_articles(articles=Article.objects.without_quotes_run(), run=run, progress=progress)
    return f"quotes found in {job.done:,} articles"


def match_new(job: Job, progress: JobProgress) -> str:
    """Match the statements of the articles that have not been matched."""
    run = begin_run(program=Run.Program.MATCHES, version=VERSION, job=job)
    match_articles(articles=Article.objects.without_matches_run(), run=run, progress=progress)
    return f"statements of {job.done:,} articles matched"


#: kind of job → what does it; it returns the result in words
WORK: dict[str, Callable[[Job, JobProgress], str]] = {
    Job.Kind.IMPORT: import_extract_match,
    Job.Kind.EXTRACT: extract_new,
    Job.Kind.MATCH: match_new,
}
