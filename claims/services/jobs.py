"""Jobs: long work that a page asked for, done by the worker, with its progress kept in the database.

The queue is django-tasks' own; the Job beside it holds what a person sees. A worker that is killed
leaves a stale heartbeat: the sweep frees such a job, and its work goes on from what is committed.
"""

import time
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django_tasks import task

from claims.models import Job, User
from claims.services.progress import Stopped
from claims.services.rights import require_reviewer

WRITE_EVERY_SECONDS = 1.0  # progress and heartbeat of a running job
STALE_AFTER = timedelta(seconds=60)
MAX_ATTEMPTS = 3


class JobProgress:
    """Writes a job's progress and heartbeat; satisfies ``services.progress.Progress``."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.written = 0.0

    def begin(self, total: int, what: str) -> None:
        """Start counting ``total`` units; the message names them."""
        self.job.done, self.job.total, self.job.message = 0, total, what
        self._write()

    def advance(self, done: int = 1) -> None:
        """Count ``done`` more units.

        :raises Stopped: if somebody asked the job to stop.
        """
        self.job.done += done
        if time.monotonic() - self.written >= WRITE_EVERY_SECONDS:
            self._write()

    def _write(self) -> None:
        self.written = time.monotonic()
        job = self.job
        Job.objects.filter(pk=job.pk).update(
            done=job.done, total=job.total, message=job.message, heartbeat_at=timezone.now()
        )
        if Job.objects.filter(pk=job.pk, stop_asked_at__isnull=False).exists():
            raise Stopped


@transaction.atomic
def ask_for(*, kind: str, arguments: dict[str, Any], by: User | None) -> Job:
    """Put a piece of work into the queue."""
    job = Job.objects.create(kind=kind, arguments=arguments, by=by)
    transaction.on_commit(lambda: run_job.enqueue(job.pk))
    return job


def stop_job(*, job: Job, by: User) -> None:
    """Ask a job to stop after the unit it is at; what is done stays done.

    :raises NotAllowed: if ``by`` may not start one either.
    """
    require_reviewer(by)
    Job.objects.unfinished().filter(pk=job.pk).update(stop_asked_at=timezone.now())


def free_stale_jobs() -> int:
    """Put jobs back into the queue whose worker died, and give up on those that failed too often.

    Returns how many were freed or given up.
    """
    running = Job.objects.unfinished().filter(state=Job.State.RUNNING)
    stale = list(running.filter(heartbeat_at__lt=timezone.now() - STALE_AFTER))
    for job in stale:
        if job.attempts >= MAX_ATTEMPTS:
            _finish(job, Job.State.FAILED, f"gave up after the worker died {job.attempts} times")
        else:
            Job.objects.filter(pk=job.pk).update(state=Job.State.WAITING, started_at=None)
            run_job.enqueue(job.pk)
    return len(stale)


@task()
def run_job(job_id: int) -> None:
    """Do one job. Two workers never do one job: the second finds it taken."""
    from claims.services.work import WORK  # what is done stands above the queue it waits in

    now = timezone.now()
    taken = Job.objects.filter(pk=job_id, state=Job.State.WAITING).update(
        state=Job.State.RUNNING, started_at=now, heartbeat_at=now, attempts=F("attempts") + 1
    )
    if not taken:
        return
    job = Job.objects.get(pk=job_id)
    try:
        message = WORK[job.kind](job, JobProgress(job))
    except Stopped:
        _finish(job, Job.State.STOPPED, f"stopped after {job.done:,} of {job.total:,}")
    except Exception as problem:
        _finish(job, Job.State.FAILED, f"{type(problem).__name__}: {problem}")
        raise
    else:
        _finish(job, Job.State.DONE, message)


def _finish(job: Job, state: str, message: str) -> None:
    Job.objects.filter(pk=job.pk).update(
        state=state, message=message, done=job.done, finished_at=timezone.now()
    )
