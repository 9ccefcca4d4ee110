"""Serving the site: waitress in this process, the worker beside it, the sweep for jobs of dead workers."""

import errno
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

from claims.services.jobs import free_stale_jobs
from claims.services.work import take_matcher_in_hand

HOST = "127.0.0.1"
THREADS = 8
CONNECTION_LIMIT = 1000  # waitress stops at 100 by default
SWEEP_EVERY_SECONDS = 20.0
WORKER_STOPS_WITHIN_SECONDS = 10.0


class PortTaken(Exception):
    """Something else listens on the port."""


def check_port(port: int) -> None:
    """Make sure that nothing listens on the port.

    :raises PortTaken: if something does.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as problem:
            if problem.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            raise PortTaken(
                f"Port {port} is taken by another program. Stop it, or start with --port {port + 1}."
            ) from problem


def serve(port: int, folder: Path) -> None:
    """Serve the site until it is interrupted, with a worker for the background jobs.

    :param folder: of ``manage.py``.
    """
    from waitress import serve as serve_wsgi

    from project.wsgi import application

    _stop_orderly_when_told()
    command = [sys.executable, str(folder / "manage.py"), "db_worker", "--no-reload"]
    worker = subprocess.Popen(command, cwd=folder)  # noqa: S603 (our own interpreter and file)
    take_matcher_in_hand.enqueue()
    stopping = threading.Event()
    sweep = threading.Thread(target=_sweep, args=(stopping,), daemon=True)
    sweep.start()
    try:
        serve_wsgi(application, host=HOST, port=port, threads=THREADS, connection_limit=CONNECTION_LIMIT)
    finally:
        stopping.set()
        worker.terminate()
        try:
            worker.wait(WORKER_STOPS_WITHIN_SECONDS)
        except subprocess.TimeoutExpired:
            worker.kill()


def _sweep(stopping: threading.Event) -> None:
    while not stopping.wait(SWEEP_EVERY_SECONDS):
        free_stale_jobs()


def _stop_orderly_when_told() -> None:
    """Let a kill, or a terminal that is closed, stop the site as Ctrl C does: the worker goes with it."""
    for name in ("SIGTERM", "SIGHUP"):  # Windows has no SIGHUP
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _leave)


def _leave(*_: object) -> None:
    raise SystemExit(0)
