"""Runs over the whole corpus that go on where they were stopped.

A run over everything is kept open until it is done: asked for again after a stop or a kill, the same run
goes on with the articles that it has not reached. A new version begins anew.
"""

from claims import VERSION
from claims.models import Run
from claims.services.runs import begin_run

WHOLE, DONE = "whole corpus", "done"


def open_whole_run(*, program: str) -> Run:
    """Return the run over the whole corpus that was not finished, or a new one."""
    last = Run.objects.filter(program=program, settings__has_key=WHOLE).order_by("-id").first()
    if last is not None and last.version == VERSION and DONE not in last.settings:
        return last
    return begin_run(program=program, version=VERSION, settings={WHOLE: True})


def close_whole_run(run: Run) -> None:
    """Note that a run reached everything."""
    run.settings = {**run.settings, DONE: True}
    run.save(update_fields=["settings"])
