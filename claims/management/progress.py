"""Progress on a terminal: a line with a rate and a remaining time; plain lines where nobody watches."""

import time

from django.core.management.base import OutputWrapper

EVERY_SECONDS = 0.2  # between two redraws of the line
PLAIN_EVERY_SECONDS = 10.0  # between two lines in a file or a pipe
BAR_WIDTH = 24


class TerminalProgress:
    """Draws one line and keeps it current; satisfies ``services.progress.Progress``."""

    def __init__(self, out: OutputWrapper) -> None:
        self.out = out
        self.is_terminal = out.isatty()
        self.total = self.done = 0
        self.what = ""
        self.started = self.drawn = 0.0

    def begin(self, total: int, what: str) -> None:
        """Start counting ``total`` units named ``what``; 0 where nobody knows how many there are."""
        self.total, self.done, self.what = total, 0, what
        self.started = self.drawn = time.monotonic()

    def advance(self, done: int = 1) -> None:
        """Count ``done`` more units and redraw if it is time."""
        self.done += done
        now = time.monotonic()
        every = EVERY_SECONDS if self.is_terminal else PLAIN_EVERY_SECONDS
        if now - self.drawn >= every or (self.is_terminal and self.done == self.total):
            self.drawn = now
            self._draw(now - self.started)

    def end(self) -> None:
        """Leave the line."""
        if self.is_terminal and self.done:
            self.out.write("")
            self.out.flush()
        self.done = 0

    def _draw(self, seconds: float) -> None:
        rate = self.done / seconds if seconds else 0.0
        counted = f"{self.done:,} of {self.total:,}" if self.total else f"{self.done:,}"
        words = f"{counted} {self.what}, {rate:,.0f} a second"
        if rate and self.done < self.total:
            words += f", about {_in_words((self.total - self.done) / rate)} left"
        if self.is_terminal and self.total:
            filled = round(BAR_WIDTH * self.done / self.total)
            words = f"[{'#' * filled}{'.' * (BAR_WIDTH - filled)}] {words}"
        start, ending = ("\r\033[K", "") if self.is_terminal else ("", "\n")
        self.out.write(f"{start}{words}", style_func=str, ending=ending)  # no colour: it is no error
        self.out.flush()


def _in_words(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"
