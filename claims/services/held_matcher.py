"""The matcher that a process holds between its jobs, and brings up to date whenever it is asked for.

Loading reads the terms of every statement: seconds for a million. After that only what others wrote
since is read (``services.terms``), so that a new article is compared as soon as it is stored. A page does
not wait for it: ``is_at_hand`` begins the loading in a thread of its own, when the first search comes and not
before, since a process that nobody searches in shall not hold the memory. A held matcher takes about 150 MB
for a million statements, its process with it; above ``MOST_HELD`` statements it is loaded for each run and
let go after it.
"""

import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connections
from django.db.models import Max, QuerySet

from claims.matching.index import IndexRow
from claims.matching.matcher import Matcher, primary_language
from claims.matching.matcher import Statement as Compared
from claims.models import Statement, StatementTerms
from claims.services.meanings import meanings_at_hand, renew_meanings
from claims.services.progress import SILENT, Progress, Stopped
from claims.services.terms import (
    StoredTerms,
    forget_foreign_stamps,
    mark_of_now,
    store_terms,
    terms_in_index,
    terms_since,
)

#: statements of a matcher that is kept between runs: about 750 MB
MOST_HELD = 5_000_000
#: so many are loaded within a page that asks for them: 0.2 s
LOADED_WITHIN_A_PAGE = 50_000
#: added statements, as a part of all, from which the index is packed: those are slower to ask
PACKED_FROM = 1 / 16
LEAST_TO_PACK = 5_000
READ_AT_ONCE = 10_000


class HeldMatcher:
    """A matcher over all live statements, and how far it has read what changed."""

    def __init__(self, progress: Progress = SILENT) -> None:
        self.texts = StatementTexts()
        self._load(progress)

    def _load(self, progress: Progress = SILENT) -> None:
        store_terms(progress=progress)
        forget_foreign_stamps()
        self.mark = mark_of_now()
        rows = terms_in_index().values_list(
            "statement", "terms", "statement__quote", "statement__article__language"
        )
        self.matcher = Matcher.from_blobs(
            (
                IndexRow(number, bytes(blob), quote, primary_language(language))
                for number, blob, quote, language in rows.iterator(chunk_size=READ_AT_ONCE)
            ),
            self.texts,
        )
        self.matcher.meanings = meanings_at_hand(progress)
        #: what was read behind the mark, to know it again
        self._known: dict[int, StoredTerms] = {}

    def refresh(self) -> list[int]:
        """Take in what was written since the last time. Returns the statements that went.

        Words weigh what they weighed until the corpus has doubled; then all is loaded anew.
        """
        mark = mark_of_now()
        if mark < self.mark or len(self.matcher.index) >= 2 * max(1, self.matcher.weights.total):
            self._load()
            return []
        rows = terms_since(self.mark)
        gone = [row.statement for row in rows if self._known.get(row.statement) != row and self._take(row)]
        if self.matcher.meanings is not None:
            renew_meanings(self.matcher.meanings, [row.statement for row in rows])
        self.mark, self._known = mark, {row.statement: row for row in rows}
        return gone

    def _take(self, row: StoredTerms) -> bool:
        """Bring one statement of the index into line; say whether it went."""
        was_in = row.statement in self.matcher.index
        if was_in:
            self.matcher.remove(row.statement)
        if row.is_in:
            language = primary_language(row.language)
            self.matcher.index.add(IndexRow(row.statement, row.terms, row.quote, language))
        return was_in and not row.is_in

    def pack(self) -> None:
        """Put what was added into order with the rest, if it has become much."""
        index = self.matcher.index
        if index.grown_by > max(LEAST_TO_PACK, PACKED_FROM * index.size):
            self.matcher.index = index.packed()


class _Place:
    """Where the process keeps its matcher."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.held: HeldMatcher | None = None
        self.loading: threading.Thread | None = None
        #: what stopped the last loading
        self.problem: BaseException | None = None


_PLACE = _Place()


@contextmanager
def matcher_at_hand(progress: Progress = SILENT) -> Iterator[HeldMatcher]:
    """Give the matcher of this process, up to date; one thread at a time has it."""
    with _PLACE.lock:
        if _PLACE.held is None:
            _PLACE.held = HeldMatcher(progress)
        else:
            _PLACE.held.refresh()
        try:
            yield _PLACE.held
        except Stopped:
            raise
        except BaseException:  # it may have been left in the middle of something
            _PLACE.held = None
            raise
        if _PLACE.held.matcher.index.size > MOST_HELD:
            _PLACE.held = None
        else:
            _PLACE.held.pack()


def is_at_hand() -> bool:
    """Say whether the matcher answers without being loaded first; if not, it is being loaded from now on.

    A small one is loaded where it is asked for, and so is one too large to be held.

    :raises UnableToReadMeanings: or whatever else stopped the loading that an earlier call began.
    """
    if _PLACE.held is not None:
        return True
    problem, _PLACE.problem = _PLACE.problem, None
    if problem is not None:
        raise problem
    most = StatementTerms.objects.aggregate(last=Max("statement"))["last"] or 0
    if most > MOST_HELD or (most <= LOADED_WITHIN_A_PAGE and not settings.SEMANTIC_MODEL):
        return True
    if _PLACE.loading is None or not _PLACE.loading.is_alive():
        _PLACE.loading = threading.Thread(target=_load_beside, name="load the matcher", daemon=True)
        _PLACE.loading.start()
    return False


def _load_beside() -> None:
    try:
        with matcher_at_hand():
            pass
    except BaseException as problem:  # told to whoever asks next
        _PLACE.problem = problem
    finally:
        connections.close_all()


def let_go() -> None:
    """Forget the matcher of this process."""
    with _PLACE.lock:
        _PLACE.held = None


class StatementTexts:
    """Gives the matcher the statements it compares; those of the article at work are read at once."""

    def __init__(self) -> None:
        self.at_hand: dict[int, Compared] = {}

    def take(self, article_id: int) -> None:
        """Read the statements of an article."""
        rows = _to_compare(Statement.objects.filter(article=article_id))
        self.at_hand = {statement.id: statement for statement in rows}

    def __call__(self, ids: Collection[int]) -> list[Compared]:
        """Return statements by their ids."""
        known = [self.at_hand[number] for number in ids if number in self.at_hand]
        missing = [number for number in ids if number not in self.at_hand]
        return known + _to_compare(Statement.objects.filter(pk__in=missing)) if missing else known


def _to_compare(statements: QuerySet[Statement]) -> list[Compared]:
    """Return statements as the matcher takes them."""
    rows = statements.values_list("id", "exact", "article__language", "quote_id")
    return [Compared(number, exact, language, quote=quote) for number, exact, language, quote in rows]
