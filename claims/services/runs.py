"""Runs: which program, in which version, made which rows."""

from typing import Any

from claims.models import Job, Run


def begin_run(
    *, program: str, version: str, settings: dict[str, Any] | None = None, job: Job | None = None
) -> Run:
    """Note that a program starts over the corpus; every row that it makes names this run."""
    return Run.objects.create(program=program, version=version, settings=settings or {}, job=job)
