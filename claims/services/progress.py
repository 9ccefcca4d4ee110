"""How long work tells how far it is, whoever listens: nobody, a terminal, or a job's page."""

from typing import Protocol


class Stopped(Exception):
    """Somebody asked the work to stop. What is done stays done; the next run goes on from there."""


class Progress(Protocol):
    """What long work calls. ``advance`` raises Stopped where a stop was asked for."""

    def begin(self, total: int, what: str) -> None:
        """Say how many units there are (0: nobody knows), and what a unit is ("articles")."""

    def advance(self, done: int = 1) -> None:
        """Say that ``done`` more units are finished and committed."""


class NoProgress:
    """Progress that nobody listens to."""

    def begin(self, total: int, what: str) -> None:
        """Take no notice."""

    def advance(self, done: int = 1) -> None:
        """Take no notice."""


#: the default of every service that tells its progress
SILENT = NoProgress()
