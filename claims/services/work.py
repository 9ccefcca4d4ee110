"""What the worker does for each kind of job: the same services that the commands call."""

from collections.abc import Callable

from django_tasks import task

from claims.models import Import, Job, Run
from claims.services.extracting import Extracted, extract_all, extract_new
from claims.services.extraction_back import take_back_extraction
from claims.services.held_matcher import matcher_at_hand
from claims.services.imports import store_import
from claims.services.jobs import JobProgress
from claims.services.over_corpus import find_new_copies, match_new
from claims.services.preview import COUNTS, preview_extraction
from claims.services.speaker_pairs import find_pairs


def import_extract_match(job: Job, progress: JobProgress) -> str:
    """Store an import, then find the copies and quotes of what is new and match its statements."""
    imported = Import.objects.get(pk=job.arguments["import"])
    if imported.stored_at is None:
        store_import(imported=imported, progress=progress)
    counts = imported.counts
    find_new_copies(progress=progress, job=job)
    extracted = extract_new(progress=progress, job=job)
    match_new(progress=progress, job=job)
    find_pairs(progress=progress, job=job)
    told = f"{counts.get('STORED', 0):,} stored, {counts.get('REFUSED', 0):,} refused"
    return told + _refused(extracted)


def extract(job: Job, progress: JobProgress) -> str:
    """Find the quotes of the articles that have none yet."""
    extracted = extract_new(progress=progress, job=job)
    find_pairs(progress=progress, job=job)
    return f"quotes found in {extracted.articles:,} articles{_refused(extracted)}"


def match(job: Job, progress: JobProgress) -> str:
    """Match the statements of the articles that have not been matched."""
    match_new(progress=progress, job=job)
    return f"statements of {job.done:,} articles matched"


def preview(job: Job, progress: JobProgress) -> str:
    """Look what another extraction would change."""
    run = preview_extraction(progress=progress, job=job)
    counts = run.settings[COUNTS]
    changes, refused = sum(counts["kinds"].values()), len(counts["refused"])
    told = f"{changes:,} changes expected in {counts['changed articles']:,} articles"
    return told + (f"; {refused:,} articles cannot be looked through" if refused else "")


def extract_again(job: Job, progress: JobProgress) -> str:
    """Look through every article again, and match the statements of those in which they changed."""
    extracted = extract_all(progress=progress, job=job)
    match_new(progress=progress, job=job)
    find_pairs(progress=progress, job=job)
    told = f"{extracted.articles:,} articles: {extracted.quotes.in_words()}"
    return told + _refused(extracted)


def take_back(job: Job, progress: JobProgress) -> str:
    """Take an extraction over everything back, and match the statements that came back."""
    taken = take_back_extraction(run=Run.objects.get(pk=job.arguments["run"]), progress=progress, job=job)
    match_new(progress=progress, job=job)
    told = f"{taken.changed:,} articles have the quotes back that they had before"
    return told + (f"; {len(taken.kept):,} quotes stay that somebody used since" if taken.kept else "")


def _refused(extracted: Extracted) -> str:
    """Return how many articles could not be looked through, and where the reasons stand; empty if none."""
    refused = len(extracted.refused)
    return f"; quotes of {refused:,} articles could not be looked for: see “Extraction”" if refused else ""


@task()
def take_matcher_in_hand() -> None:
    """Load the index of all statements before the first import needs it."""
    with matcher_at_hand():
        pass


#: kind of job → what does it; it returns the result in words
WORK: dict[str, Callable[[Job, JobProgress], str]] = {
    Job.Kind.IMPORT: import_extract_match,
    Job.Kind.EXTRACT: extract,
    Job.Kind.MATCH: match,
    Job.Kind.PREVIEW: preview,
    Job.Kind.RERUN: extract_again,
    Job.Kind.TAKEBACK: take_back,
}
