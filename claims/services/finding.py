"""Finding quotes in several processes: texts go out, found quotes come back in the order of the texts.

Pure work beside the one process that writes: the children know no database. Each is given a few articles
at a time over a pipe and answers over it, so memory holds no more than what waits to be written. A child
that dies, or that takes longer than an article may, is replaced; the articles it had are tried one by one,
and the one that did it is answered with words instead of quotes. Children end with their parent, however
it ends: their pipe closes.
"""

import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from claims.text.extract import extract_quotes
from claims.text.found import FoundQuote

Answer = TypeVar("Answer")

#: articles handed to a child at a time: enough to outweigh the hand-over, few enough to stream
AT_ONCE = 8
#: batches that are out or wait to be taken, for each child
WAITING = 3
#: for one article: the largest that is stored takes a few
MOST_SECONDS = 60.0
#: until a new child has loaded the language packs
START_SECONDS = 60.0
#: pages are served first
NICER_BY = 5
#: what a new child says first
READY = "ready"
#: fewer articles are looked through sooner than children are started
WORTH_CHILDREN = 40


@dataclass(frozen=True, slots=True)
class ToRead:
    """One article's text, and what is known of it."""

    number: int
    text: str
    body_start: int = 0
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in one article, or why nothing could be."""

    number: int
    quotes: tuple[FoundQuote, ...] = ()
    problem: str = ""


def look_at(article: ToRead) -> Looked:
    """Find the quotes of one article; an extractor that fails is answered with words."""
    try:
        found = extract_quotes(article.text, body_start=article.body_start, language=article.language or None)
    except Exception as problem:
        return Looked(article.number, problem=f"the extractor failed ({type(problem).__name__}: {problem})")
    return Looked(article.number, tuple(found))


def processes_to_use() -> int:
    """Return how many children find quotes while this process writes: all cores but one, and at least one."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, cores - 1)


def look_through(
    articles: Iterable[ToRead], *, total: int, processes: int | None = None
) -> Generator[Looked, None, None]:
    """Find the quotes of articles, in their order: in several processes where there are enough of them.

    :param total: how many there are.
    :param processes: children beside this process; 0 for none, by default all cores but one.
    """
    children = processes_to_use() if processes is None else processes
    if children == 0 or total < WORTH_CHILDREN:
        yield from map(look_at, articles)
        return
    with Children(children, work=look_at, failed=Looked, nicer_by=NICER_BY) as pool:
        yield from pool.look_through(articles)


@dataclass(slots=True)
class _Batch:
    """A few articles, what is still to be done of them, and the answers so far."""

    #: pieces to hand out: at first one, after trouble one for each article that is left
    pieces: deque[Sequence[ToRead]]
    answers: list[Any] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        return not self.pieces


@dataclass(slots=True)
class _Child:
    """One process, and what it is at."""

    process: BaseProcess
    pipe: Connection
    batch: _Batch | None = None
    deadline: float = 0.0
    is_new: bool = True


class Children(Generic[Answer]):
    """Processes that find quotes. Use it as a context: leaving it ends them.

    :param work: what a child does with an article: a function of a module that needs no database.
    :param failed: makes the answer for an article that ended its child, from its number and ``problem``.
    :param seconds: that an article may take.
    :param nicer_by: how far the children stand back behind other programs.
    """

    def __init__(
        self,
        number: int,
        *,
        work: Callable[[ToRead], Answer],
        failed: Callable[..., Answer],
        seconds: float = MOST_SECONDS,
        nicer_by: int = 0,
    ) -> None:
        self.number, self.work, self.failed, self.seconds = number, work, failed, seconds
        self.nicer_by = nicer_by
        self.children: list[_Child] = []

    def __enter__(self) -> "Children[Answer]":
        try:
            self.children = [_start(self.work, self.nicer_by) for _ in range(self.number)]
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for child in self.children:
            _end(child)
        self.children = []

    def look_through(self, articles: Iterable[ToRead]) -> Iterator[Answer]:
        """Give what is found in each article, in their order.

        The caller may take its time with each: the children work meanwhile, and then wait.
        """
        source = iter(articles)
        waiting: deque[_Batch] = deque()
        while True:
            self._collect(0.0)
            self._hand_out(source, waiting)
            if not waiting:
                return
            if not waiting[0].is_done:
                self._collect(None)
                continue
            for answer in waiting.popleft().answers:
                yield answer
                self._collect(0.0)
                self._hand_out(source, waiting)

    def _hand_out(self, source: Iterator[ToRead], waiting: deque[_Batch]) -> None:
        """Give work to the children that have none."""
        for child in self.children:
            if child.batch is not None:
                continue
            batch = next((each for each in waiting if not each.is_done and not self._has(each)), None)
            if batch is None and len(waiting) < self.number * WAITING:
                some = list(islice(source, AT_ONCE))
                if some:
                    batch = _Batch(deque([some]))
                    waiting.append(batch)
            if batch is not None:
                self._send(child, batch)

    def _has(self, batch: _Batch) -> bool:
        return any(child.batch is batch for child in self.children)

    def _send(self, child: _Child, batch: _Batch) -> None:
        piece = batch.pieces[0]
        child.batch = batch
        child.deadline = time.monotonic() + (START_SECONDS if child.is_new else self.seconds * len(piece))
        try:
            child.pipe.send(piece)
        except OSError:  # it died between two batches
            self._replace(child, "the extractor's process ended")

    def _collect(self, timeout: float | None) -> None:
        """Take the answers that are there; without a ``timeout`` wait for one, or for a deadline."""
        busy = {child.pipe: child for child in self.children if child.batch is not None}
        if not busy:
            return
        now = time.monotonic()
        if timeout is None:
            timeout = max(0.0, min(child.deadline for child in busy.values()) - now)
        for pipe in wait(list(busy), timeout):
            self._take(busy[pipe])  # type: ignore[index]
        now = time.monotonic()
        late = [child for child in busy.values() if child in self.children and now > child.deadline]
        for child in late:
            if child.batch is not None and not child.pipe.poll():
                self._replace(child, f"the extractor took longer than {self.seconds:.0f} seconds")

    def _take(self, child: _Child) -> None:
        batch = child.batch
        assert batch is not None
        try:
            answers = child.pipe.recv()
        except (EOFError, OSError):
            child.process.join()
            self._replace(child, f"the extractor's process ended ({_how_it_ended(child.process)})")
            return
        if answers == READY:  # only now does the clock run for what it was given
            child.is_new = False
            child.deadline = time.monotonic() + self.seconds * len(batch.pieces[0])
            return
        batch.answers += answers
        batch.pieces.popleft()
        child.batch = None

    def _replace(self, child: _Child, problem: str) -> None:
        """Put a new child in the place of one that failed, and settle what it had."""
        batch = child.batch
        _end(child)
        self.children[self.children.index(child)] = _start(self.work, self.nicer_by)
        if batch is None:
            return
        piece = batch.pieces.popleft()
        if len(piece) == 1:
            batch.answers.append(self.failed(piece[0].number, problem=problem))
        else:
            batch.pieces.extendleft([article] for article in reversed(piece))


def _start(work: Callable[[ToRead], Any], nicer_by: int) -> _Child:
    """Start a child; Ctrl C is for the parent alone, which ends it."""
    ours, theirs = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_serve, args=(theirs, work, nicer_by), daemon=True)
    masked = hasattr(signal, "pthread_sigmask")  # Windows has none
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if masked else None
    try:
        process.start()
    finally:
        if before is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
    theirs.close()
    return _Child(process, ours)


def _end(child: _Child) -> None:
    child.pipe.close()
    child.process.kill()
    child.process.join()
    child.process.close()


def _how_it_ended(process: BaseProcess) -> str:
    code = process.exitcode or 0
    return f"signal {-code}" if code < 0 else f"exit status {code}"


def _serve(pipe: Connection, work: Callable[[ToRead], Any], nicer_by: int) -> None:
    """Answer until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(nicer_by)
    pipe.send(READY)
    while True:
        try:
            piece: list[ToRead] = pipe.recv()
            pipe.send([work(article) for article in piece])
        except (EOFError, OSError):
            sys.exit(0)
