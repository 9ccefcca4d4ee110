"""Jobs: progress is kept, a stop is heard, a dead worker frees its job."""

from datetime import timedelta

import pytest
from django.utils import timezone

from claims.models import Job, User
from claims.services import jobs
from claims.services import work as work_done
from claims.services.jobs import MAX_ATTEMPTS, STALE_AFTER, ask_for, free_stale_jobs, run_job, stop_job

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def work(monkeypatch):
    """Let a test say what a MATCH job does."""
    done = {}

    def register(function):
        done[Job.Kind.MATCH] = function

    monkeypatch.setattr(work_done, "WORK", done)
    monkeypatch.setattr(jobs, "WRITE_EVERY_SECONDS", 0.0)
    return register


@pytest.fixture
def person() -> User:
    return User.objects.create_superuser("lead")


def test_job_that_is_done_says_what_came_of_it(work, person):
    def match(job, progress):
        progress.begin(2, "articles")
        progress.advance()
        progress.advance()
        return "2 articles matched"

    work(match)
    job = ask_for(kind=Job.Kind.MATCH, arguments={}, by=person)

    job.refresh_from_db()
    assert (job.state, job.done, job.total, job.message) == ("DONE", 2, 2, "2 articles matched")
    assert job.finished_at is not None


def test_job_stops_after_the_unit_it_is_at(work, person):
    def match(job, progress):
        progress.begin(5, "articles")
        stop_job(job=job, by=person)
        progress.advance()
        return "never said"

    work(match)
    job = ask_for(kind=Job.Kind.MATCH, arguments={}, by=person)

    job.refresh_from_db()
    assert (job.state, job.done) == ("STOPPED", 1)


def test_failure_is_told_in_the_job(work, person):
    def match(job, progress):
        raise RuntimeError("the disk is full")

    work(match)
    job = ask_for(kind=Job.Kind.MATCH, arguments={}, by=person)

    job.refresh_from_db()
    assert job.state == "FAILED"
    assert "the disk is full" in job.message


def dead_job(attempts: int) -> Job:
    long_ago = timezone.now() - STALE_AFTER - timedelta(seconds=1)
    return Job.objects.create(
        kind=Job.Kind.MATCH, state="RUNNING", started_at=long_ago, heartbeat_at=long_ago, attempts=attempts
    )


def test_job_of_a_dead_worker_is_done_by_the_next(work):
    work(lambda job, progress: "done after all")
    job = dead_job(attempts=1)

    assert free_stale_jobs() == 1

    job.refresh_from_db()
    assert (job.state, job.attempts) == ("DONE", 2)


def test_job_that_kills_its_workers_is_given_up(work):
    work(lambda job, progress: "done after all")
    job = dead_job(attempts=MAX_ATTEMPTS)

    free_stale_jobs()

    job.refresh_from_db()
    assert job.state == "FAILED"


def test_running_job_is_left_alone(work):
    job = dead_job(attempts=1)
    Job.objects.update(heartbeat_at=timezone.now())

    assert free_stale_jobs() == 0
    run_job.func(job.pk)

    job.refresh_from_db()
    assert job.state == "RUNNING"
