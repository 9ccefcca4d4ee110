"""The parent's side of the child process that parses pages: start it, ask it, end it at the deadline."""

import atexit
import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from claims.readers.page_worker import read_frame, write_frame

ROOT = Path(__file__).resolve().parents[2]
PAGES_PER_CHILD = 500  # then a new one, so that what the parsers leak is given back


class UnableToParsePage(Exception):
    """The child process gave no answer in time, or died."""


class PageProcess:
    """One child process, started when it is first asked; may be asked from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._asked = 0

    def ask(self, page: str, seconds: float) -> dict[str, Any]:
        """Return the child's answer about a page.

        :raises UnableToParsePage: if there is none within ``seconds``, or the child died of the page.
        """
        with self._lock:
            if self._child is None or self._child.poll() is not None or self._asked >= PAGES_PER_CHILD:
                self._start()
            assert self._child is not None and self._child.stdin is not None
            self._asked += 1
            try:
                write_frame(self._child.stdin, page.encode())  # type: ignore[arg-type]
                answer = self._answers.get(timeout=seconds)
            except queue.Empty:
                self._end()
                raise UnableToParsePage(f"parsing it took longer than {seconds:.0f} seconds") from None
            except OSError as error:
                self._end()
                raise UnableToParsePage("the parser could not hold it") from error
            if answer is None:
                self._end()
                raise UnableToParsePage("the parser could not hold it")
            found: dict[str, Any] = json.loads(answer)
            return found

    def close(self) -> None:
        """End the child process, if there is one."""
        with self._lock:
            self._end()

    def _start(self) -> None:
        self._end()
        paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
        self._child = subprocess.Popen(
            [sys.executable, "-m", "claims.readers.page_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        )
        self._answers = queue.SimpleQueue()
        self._asked = 0
        threading.Thread(target=_listen, args=(self._child, self._answers), daemon=True).start()

    def _end(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.wait()
            for pipe in (self._child.stdin, self._child.stdout):
                if pipe is not None:
                    try:
                        pipe.close()
                    except OSError:  # what was still to be written has no reader any more
                        continue
            self._child = None


def _listen(child: "subprocess.Popen[bytes]", answers: "queue.SimpleQueue[bytes | None]") -> None:
    """Put the child's answers into the queue; None when it ends."""
    try:
        while child.stdout is not None and (answer := read_frame(child.stdout)) is not None:  # type: ignore[arg-type]
            answers.put(answer)
    except (OSError, ValueError):  # the parent closed the pipe
        pass
    answers.put(None)


#: the one child process of this program
PAGES = PageProcess()
atexit.register(PAGES.close)
