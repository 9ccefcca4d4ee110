"""Asking the worker for a preview of another extraction, for the run itself, and for taking it back."""

from typing import Any

from claims.models import Job, Run, User
from claims.services.extraction_back import check_can_be_taken_back
from claims.services.jobs import ask_for
from claims.services.preview import is_finished, last_preview
from claims.services.rights import require_reviewer

#: one of them at a time
KINDS = (Job.Kind.PREVIEW, Job.Kind.RERUN, Job.Kind.TAKEBACK)


class UnableToRunAgain(Exception):
    """The extractor cannot be run again now; the words say why and what to do."""


def ask_for_preview(*, by: User) -> Job:
    """Let the worker look what another extraction would change.

    :raises UnableToRunAgain: if the worker is at such work already.
    """
    return _ask(Job.Kind.PREVIEW, {}, by)


def ask_to_extract_again(*, by: User) -> Job:
    """Let the worker look through every article again, after a preview was seen, and match what is new.

    :raises UnableToRunAgain: if there is no finished preview, or the worker is at such work already.
    """
    require_reviewer(by)
    preview = last_preview()
    if preview is None or not is_finished(preview):
        raise UnableToRunAgain("See first what would change: make a preview, then run it.")
    return _ask(Job.Kind.RERUN, {}, by)


def ask_to_go_on(*, by: User) -> Job:
    """Let the worker go on with a run over everything that was stopped.

    :raises UnableToRunAgain: if the worker is at such work already.
    """
    return _ask(Job.Kind.RERUN, {}, by)


def ask_to_take_back(*, run: Run, by: User) -> Job:
    """Let the worker take a run over everything back.

    :raises UnableToTakeBack: if it cannot be taken back.
    :raises UnableToRunAgain: if the worker is at such work already.
    """
    require_reviewer(by)
    check_can_be_taken_back(run)
    return _ask(Job.Kind.TAKEBACK, {"run": run.pk}, by)


def job_under_way() -> Job | None:
    """Return the work of this kind that waits or runs."""
    return Job.objects.unfinished().filter(kind__in=KINDS).select_related("by").order_by("asked_at").first()


def _ask(kind: str, arguments: dict[str, Any], by: User) -> Job:
    require_reviewer(by)
    if job_under_way() is not None:
        raise UnableToRunAgain("The worker is at it already. Wait for it, or stop it first.")
    return ask_for(kind=kind, arguments=arguments, by=by)
