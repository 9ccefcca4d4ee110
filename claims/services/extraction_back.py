"""Taking a run of the extractor over the corpus back: article by article, each Change of it is undone.

What the run changed gets its state from before, what it made is withdrawn, and what hangs on both is
settled. A quote that somebody corrected, tagged or judged since stays, and so does what the run put in
place of a quote that such a quote keeps out. Articles that were new to the run keep their quotes: it
replaced nothing there.

One article is one transaction. Killed or stopped, the same call goes on with the articles that are left.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from claims import VERSION
from claims.models import (
    Alias,
    Article,
    Attribution,
    Change,
    Job,
    Position,
    Quote,
    QuoteFold,
    Run,
    Speaker,
    Statement,
)
from claims.queries.statements import hash_words, spans_of
from claims.services.article_rows import ArticleRows, load_rows
from claims.services.bulk_changes import update_many
from claims.services.changes import begin_change_of_run
from claims.services.differences import StoredQuote, keeps_out
from claims.services.extracting import BEFORE, DONE, TAKEN_BACK, keep, run_before, whole_runs
from claims.services.extraction import ATTRIBUTION_COLUMNS, QUOTE_COLUMNS, STATEMENT_COLUMNS, counted
from claims.services.preview import TAKES_BACK
from claims.services.progress import SILENT, Progress
from claims.services.recounts import add_to_counts, batches, deal_slots, number_statements
from claims.services.runs import begin_run
from claims.services.settling import settle_matches
from claims.services.terms import forget_terms
from claims.services.utterances import regroup_around
from claims.services.yielding import give_way, write_alone
from claims.text.folding import fold_text
from claims.text.spans import cut_parts

#: in the settings of the run that takes back: the quotes that stayed
KEPT = "kept"
VERB = "take_back_extraction"
#: what history does not give back: the key, and who touched a row that nobody has touched
NOT_SET = {"id", "touched_by_id", "touched_at"}


class UnableToTakeBack(Exception):
    """The run cannot be taken back; the words say why and what to do."""


@dataclass(slots=True)
class TakenBack:
    """What taking a run back did."""

    #: looked at, and those in which something went back
    articles: int = 0
    changed: int = 0
    #: quotes that somebody corrected, tagged or judged since
    kept: list[int] = field(default_factory=list)


def take_back_extraction(*, run: Run, progress: Progress = SILENT, job: Job | None = None) -> TakenBack:
    """Let every article have the quotes that it had before a run over everything.

    :raises UnableToTakeBack: if it is no such run, was taken back, or a later one stands on top of it.
    :raises Stopped: if a stop was asked for; asked for again, it goes on from there.
    """
    run, undoing = _open(run, job)
    articles = Article.objects.filter(quotes_run=run).order_by("id").values_list("id", flat=True)
    ids = [article for article in articles if run_before(run, article) is not None]
    taken = TakenBack()
    progress.begin(len(ids), "articles")
    try:
        for article in ids:
            taken.changed += _take_back(article, run, undoing)
            taken.articles += 1
            progress.advance()
            give_way()
        _withdraw_unnamed(run, undoing)
    finally:
        deal_slots()
    keep(undoing, **{DONE: True})
    taken.kept = undoing.settings.get(KEPT, [])
    return taken


def check_can_be_taken_back(run: Run) -> Run | None:
    """Return the run that began to take ``run`` back and did not finish; None if nothing began.

    :raises UnableToTakeBack: if it cannot be taken back.
    """
    if BEFORE not in run.settings:
        raise UnableToTakeBack(
            f"Run {run.pk} is no extraction over everything that kept what it replaced. "
            "“manage.py take_back_extraction” without a number lists those that did."
        )
    for other in whole_runs().filter(pk__gt=run.pk).order_by("id"):
        undoing = _undoing_of(other)
        if undoing is None or DONE not in undoing.settings:
            raise UnableToTakeBack(f"Run {other.pk} came later and stands on top. Take that one back first.")
    undoing = _undoing_of(run)
    if undoing is not None and DONE in undoing.settings:
        raise UnableToTakeBack(f"Run {run.pk} was taken back already. Run the extractor again to redo it.")
    return undoing


def _undoing_of(run: Run) -> Run | None:
    number = run.settings.get(TAKEN_BACK)
    return Run.objects.get(pk=number) if number is not None else None


@transaction.atomic
def _open(run: Run, job: Job | None) -> tuple[Run, Run]:
    """Return the run as it is stored, and the one that takes it back."""
    write_alone()
    run = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    undoing = check_can_be_taken_back(run)
    if undoing is None:
        undoing = begin_run(
            program=Run.Program.QUOTES, version=VERSION, settings={TAKES_BACK: run.pk}, job=job
        )
        keep(run, **{TAKEN_BACK: undoing.pk, DONE: True})  # one that was stopped is not gone on with
    return run, undoing


@transaction.atomic
def _take_back(number: int, run: Run, undoing: Run) -> bool:
    """Let one article go back. Returns whether anything of it did."""
    write_alone()
    article = Article.objects.select_related("outlet").get(pk=number)
    if article.quotes_run_id != run.pk:
        return False
    (rows,) = load_rows([article])
    return _ArticleBefore(rows, run, undoing).restore()


class _ArticleBefore:
    """One article while it goes back to what it was before a run."""

    def __init__(self, rows: ArticleRows, run: Run, undoing: Run) -> None:
        self.rows, self.article, self.run, self.undoing = rows, rows.article, run, undoing
        self.quotes = {row.pk: row for row in rows.quotes.values()}
        self.attributions = [row for some in rows.attributions.values() for row in some]
        self.statements = [row for some in rows.statements.values() for row in some]
        self.changes: dict[int, Change] = {}
        #: table and row → its state before the run; None if the run made it
        self.before: dict[tuple[type, int], Any] = {}
        self._read_history(Quote, list(self.quotes))
        self._read_history(Attribution, [row.pk for row in self.attributions])
        self._read_history(Statement, [row.pk for row in self.statements])

    def _read_history(self, model: Any, ids: Sequence[int]) -> None:
        last: dict[int, Any] = {}
        for some in batches(ids):
            records = model.history.filter(id__in=some).select_related("change").order_by("history_id")
            for record in records:
                if record.change is not None and record.change.run_id == self.run.pk:
                    self.changes[record.change.pk] = record.change
                    self.before.setdefault((model, record.id), last.get(record.id))
                last[record.id] = record

    def restore(self) -> bool:
        """Set what may go back, and settle what hangs on it. Returns whether anything did."""
        before = counted(self.rows)
        used = self._used_since()
        if used:
            keep(self.undoing, **{KEPT: sorted({*self.undoing.settings.get(KEPT, []), *used})})
        stay = used | self._kept_out()
        quotes = [row for row in self.quotes.values() if row.pk not in stay and self._set(row)]
        attributions = [row for row in self.attributions if row.quote_id not in stay and self._set(row)]
        statements = [row for row in self.statements if row.quote_id not in stay and self._set(row)]
        self._follow_names(attributions)
        if self.changes:
            self._save(quotes, attributions, statements)
        self._settle({row.quote_id for row in attributions}, statements)
        add_to_counts(before, counted(self.rows))
        now: dict[str, Any] = {"quotes_run": run_before(self.run, self.article.pk)}
        if statements:
            now["matches_run"] = None
        Article.objects.filter(pk=self.article.pk).update(**now)
        return bool(quotes or attributions or statements)

    def _used_since(self) -> set[int]:
        """Return the quotes that the run changed and that people corrected, tagged or judged since."""
        hanging: tuple[Attribution | Statement, ...] = (*self.attributions, *self.statements)
        quote_of = {(type(row), row.pk): row.quote_id for row in hanging}
        changed = {key[1] if key[0] is Quote else quote_of[key] for key in self.before}
        return changed & self.rows.held

    def _kept_out(self) -> set[int]:
        """Return the withdrawn quotes that cannot come back since a person answers for another one there."""
        stored = self.rows.stored()
        guards = [row for row in stored if row.is_held]
        return {
            row.number
            for row in stored
            if self._would_come_back(row) and any(keeps_out(guard, row.span) for guard in guards)
        }

    def _would_come_back(self, row: StoredQuote) -> bool:
        before = self.before.get((Quote, row.number))
        return before is not None and before.status == Quote.Status.STANDING and not row.is_standing

    def _set(self, row: Quote | Attribution | Statement) -> bool:
        """Give a row its state from before the run. Returns whether the run had changed it."""
        key = (type(row), row.pk)
        if key not in self.before:
            return False
        record = self.before[key]
        if record is None:
            row.is_live = False
            if not isinstance(row, Attribution):
                row.status = type(row).Status.WITHDRAWN
            return True
        for column in type(record).tracked_fields:
            if column.attname not in NOT_SET:
                setattr(row, column.attname, getattr(record, column.attname))
        row.is_live = row.is_live and self.article.is_live
        if not isinstance(row, Attribution):
            row.exact = cut_parts(self.article.text, spans_of(row.parts))
        if isinstance(row, Statement):
            row.words_hash = hash_words(row.exact)
        return True

    def _follow_names(self, attributions: Sequence[Attribution]) -> None:
        """Let names belong to the speakers they belong to now: some may have been merged since."""
        owners = dict(
            Alias.objects.filter(pk__in={row.alias_id for row in attributions}).values_list("id", "speaker")
        )
        for row in attributions:
            row.speaker_id = owners[row.alias_id] if row.alias_id is not None else None
        going_back = {row.pk for row in attributions}
        for some in self.rows.attributions.values():
            seen: set[int | None] = set()
            for row in some:
                if row.is_live and row.speaker_id in seen and row.pk in going_back:
                    row.is_live = False
                seen |= {row.speaker_id} if row.is_live else set()

    def _save(
        self, quotes: list[Quote], attributions: list[Attribution], statements: list[Statement]
    ) -> None:
        """Save the rows as one Change, which undoes the run's."""
        change, *more = self.changes.values()
        words = f"took back: {change.words}"
        undoing = begin_change_of_run(verb=VERB, words=words, run=self.undoing, undoes=change)
        for other in more:
            begin_change_of_run(verb=VERB, words=words, run=self.undoing, undoes=other)
        tables: tuple[tuple[Sequence[Any], Sequence[str]], ...] = (
            (quotes, QUOTE_COLUMNS),
            (attributions, (*ATTRIBUTION_COLUMNS, "speaker")),
            (statements, STATEMENT_COLUMNS),
        )
        for rows, columns in tables:
            for is_live in (False, True):  # those that go before those that come
                some = [row for row in rows if row.is_live == is_live]
                if some:
                    update_many(undoing, some, fields=columns)
        for quote in quotes:
            QuoteFold.objects.filter(quote=quote).update(folded=fold_text(quote.exact))

    def _settle(self, quotes: set[int], statements: list[Statement]) -> None:
        ids = [row.pk for row in statements]
        if ids:
            forget_terms(ids)
            settle_matches(ids)
            number_statements([self.article.pk])
        said = [row.pk for quote in quotes for row in self.rows.statements[quote]]
        regroup_around({*ids, *said})


@transaction.atomic
def _withdraw_unnamed(run: Run, undoing: Run) -> None:
    """Retire the speakers that the run made and whom no quote names, and the positions it read off them.

    Where quotes of the run stay, so do the positions of their speakers.
    """
    write_alone()
    live = Attribution.objects.live()
    named = live.filter(speaker__run=run).values("speaker")
    own = Speaker.objects.filter(run=run, touched_by__isnull=True, is_live=True, merged_from__isnull=True)
    touched = Alias.objects.filter(speaker__run=run, touched_by__isnull=False).values("speaker")
    speakers = list(own.exclude(pk__in=named).exclude(pk__in=touched).order_by("id"))
    still = live.filter(run=run, speaker__isnull=False).values("speaker")
    read = Position.objects.filter(run=run, touched_by__isnull=True, is_live=True)
    positions = list(read.exclude(speaker__in=still).order_by("id"))
    if not speakers and not positions:
        return
    words = f"withdrew {len(speakers):,} speakers whom no quote names any more"
    change = begin_change_of_run(verb=VERB, words=words, run=undoing)
    for speaker in speakers:
        speaker.is_live = False
    for position in positions:
        position.is_live = False
    update_many(change, speakers, fields=["is_live"])
    update_many(change, positions, fields=["is_live"])
