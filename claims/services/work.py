"""What the worker does for each kind of job: the same services that the commands call."""

from collections.abc import Callable

from claims.models import Import, Job
from claims.services.imports import store_import
from claims.services.jobs import JobProgress
from claims.services.over_corpus import extract_new, match_new


def import_extract_match(job: Job, progress: JobProgress) -> str:
    """Store an import, then find the quotes of what is new and match its statements."""
    imported = Import.objects.get(pk=job.arguments["import"])
    if imported.stored_at is None:
        store_import(imported=imported, progress=progress)
    counts = imported.counts
    extract_new(progress=progress, job=job)
    match_new(progress=progress, job=job)
    return f"{counts.get('STORED', 0):,} stored, {counts.get('REFUSED', 0):,} refused"


def extract(job: Job, progress: JobProgress) -> str:
    """Find the quotes of the articles that have none yet."""
    extract_new(progress=progress, job=job)
    return f"quotes found in {job.done:,} articles"


def match(job: Job, progress: JobProgress) -> str:
    """Match the statements of the articles that have not been matched."""
    match_new(progress=progress, job=job)
    return f"statements of {job.done:,} articles matched"


#: kind of job → what does it; it returns the result in words
WORK: dict[str, Callable[[Job, JobProgress], str]] = {
    Job.Kind.IMPORT: import_extract_match,
    Job.Kind.EXTRACT: extract,
    Job.Kind.MATCH: match,
}
