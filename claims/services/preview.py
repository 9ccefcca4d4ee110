"""What another extraction would change, told before anything is changed.

Every article is looked through as in the run itself, held against its rows by the same laws, and each
difference is kept as an ``ExpectedChange``. Names that the run would make are noted on the way, so that a
later article resolves them as it would then. A preview that is stopped or killed goes on where it was; a
new one drops the old ones.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import Count, Q

from claims import VERSION
from claims.models import Article, ExpectedChange, Job, Run
from claims.services.article_rows import ArticleRows, Comparison, load_rows
from claims.services.differences import Change, Side
from claims.services.extracting import DONE, WHOLE, keep, problem_of, texts_of
from claims.services.finding import Looked, look_through
from claims.services.progress import SILENT, Progress, Stopped
from claims.services.recounts import BATCH
from claims.services.resolving import ExpectedNames, Resolver
from claims.services.runs import begin_run
from claims.services.yielding import give_way

#: articles whose rows are read, and whose differences are written, together
AT_ONCE = 20
#: the place to go on from is kept when this part more is done: the names that are kept with it grow
NOTED_EVERY = 0.05
#: in the settings of a preview: where it is, and what it counted
CHECKPOINT, COUNTS = "checkpoint", "counts"
#: of an extraction that takes another one back
TAKES_BACK = "takes back"


def preview_extraction(
    *, progress: Progress = SILENT, job: Job | None = None, processes: int | None = None
) -> Run:
    """Look what running the extractor over every article again would change, and keep that as a preview.

    :param processes: that find quotes beside this one; by default all cores but one.
    :raises Stopped: if a stop was asked for; asked for again, it goes on from there.
    """
    preview = _Preview(_open_preview(job))
    preview.look(progress, processes)
    return preview.run


def last_preview() -> Run | None:
    """Return the preview that tells what is still to be done: none where the corpus was run over since."""
    preview = Run.objects.filter(program=Run.Program.PREVIEW).order_by("-id").first()
    return preview if preview is not None and _is_current(preview) else None


def is_finished(preview: Run) -> bool:
    """Say whether a preview went over every article."""
    return DONE in preview.settings


def _is_current(preview: Run) -> bool:
    later = Run.objects.filter(program=Run.Program.QUOTES, pk__gt=preview.pk)
    is_over = Q(settings__has_key=WHOLE) | Q(settings__has_key=TAKES_BACK)
    return preview.version == VERSION and not later.filter(is_over).exists()


def _open_preview(job: Job | None) -> Run:
    """Return the preview that was not finished, or a new one, dropping the old ones."""
    last = last_preview()
    if last is not None and not is_finished(last):
        return last
    run = begin_run(program=Run.Program.PREVIEW, version=VERSION, job=job)
    _drop(ExpectedChange.objects.exclude(run=run))
    return run


def _drop(changes: Any) -> None:
    while ids := list(changes.order_by("id").values_list("id", flat=True)[:BATCH]):
        ExpectedChange.objects.filter(pk__in=ids).delete()
        give_way()


class _Preview:
    """One preview while it is made: where it is, what it counted, and the names that it expects."""

    def __init__(self, run: Run) -> None:
        self.run = run
        kept = run.settings.get(CHECKPOINT, {})
        self.after: int = kept.get("after", 0)
        counted = {"articles": 0, "changed articles": 0, "kept": 0, "spared": 0}
        self.counts: Counter[str] = Counter(kept.get("counts", counted))
        self.refused: list[list[Any]] = kept.get("refused", [])
        self.names = ExpectedNames(kept.get("names", ()))
        self.noted = self.counts["articles"]

    def look(self, progress: Progress, processes: int | None) -> None:
        """Look through every article that is left, and count what was found."""
        _drop(ExpectedChange.objects.filter(run=self.run, article__gt=self.after))
        articles = Article.objects.live().filter(pk__gt=self.after)
        ids = list(articles.order_by("id").values_list("id", flat=True))
        progress.begin(len(ids), "articles")
        with closing(look_through(texts_of(ids), total=len(ids), processes=processes)) as looked:
            try:
                for some in _pieces(looked):
                    self._look_at(some)
                    progress.advance(len(some))
                    give_way()
            except Stopped:
                self._note()
                raise
        self._finish()

    @transaction.atomic
    def _look_at(self, looked: Sequence[Looked]) -> None:
        articles = Article.objects.select_related("outlet").in_bulk([found.number for found in looked])
        rows = {each.article.pk: each for each in load_rows(list(articles.values()))}
        expected: list[ExpectedChange] = []
        for found in looked:
            problem = problem_of(found)
            if problem:
                self.refused.append([found.number, problem])
            else:
                expected += self._expect(rows[found.number], found)
        ExpectedChange.objects.bulk_create(expected, batch_size=BATCH)
        self.after = looked[-1].number
        self.counts["articles"] += len(looked)
        if self.counts["articles"] >= self.noted * (1 + NOTED_EVERY):
            self._note()

    def _expect(self, rows: ArticleRows, found: Looked) -> Iterator[ExpectedChange]:
        speakers = [who for quote in found.quotes for who in quote.speakers]
        resolver = Resolver(rows.article, self.run, speakers, expected=self.names)
        compared = Comparison(rows, found.quotes, resolver)
        self.names.note(resolver.new_names)
        self.counts["kept"] += len(rows.held)
        self.counts["spared"] += compared.spared
        self.counts["changed articles"] += bool(compared.changes)
        for change in compared.changes:
            yield expected_change(self.run, rows.article, change)

    def _note(self) -> None:
        """Keep where to go on from."""
        self.noted = self.counts["articles"]
        checkpoint = {
            "after": self.after,
            "counts": dict(self.counts),
            "refused": self.refused,
            "names": self.names.kept(),
        }
        keep(self.run, **{CHECKPOINT: checkpoint})

    def _finish(self) -> None:
        expected = ExpectedChange.objects.filter(run=self.run)
        kinds = dict(expected.values_list("kind").annotate(Count("id")).order_by("kind"))
        counts = {
            **self.counts,
            "kinds": kinds,
            "rules": _by(expected, "rule"),
            "outlets": _by(expected, "article__outlet__name"),
            "refused": self.refused,
        }
        self.run.settings = {COUNTS: counts, DONE: True}
        self.run.save(update_fields=["settings"])


def _pieces(looked: Iterator[Looked]) -> Iterator[list[Looked]]:
    while some := list(islice(looked, AT_ONCE)):
        yield some


def _by(expected: Any, column: str) -> list[list[Any]]:
    """Return how many changes there are of each kind by rule or outlet, those with most first."""
    counted: dict[str, Counter[str]] = {}
    for name, kind, count in expected.values_list(column, "kind").annotate(Count("id")):
        counted.setdefault(name or "", Counter())[kind] += count
    ranked = sorted(counted.items(), key=lambda item: (-item[1].total(), item[0]))
    return [[name, dict(kinds)] for name, kinds in ranked]


def expected_change(run: Run, article: Article, change: Change) -> ExpectedChange:
    """Return a difference as it is stored, and not stored yet."""
    return ExpectedChange(
        run=run,
        article=article,
        quote_id=change.quote,
        kind=change.kind.value,
        rule=change.rule,
        was=_stored(change.was),
        would_be=_stored(change.would_be),
    )


def _stored(side: Side | None) -> dict[str, Any]:
    if side is None:
        return {}
    return {
        "parts": side.parts,
        "kind": side.kind,
        "rule": side.rule,
        "confidence": side.confidence,
        "speakers": [
            {"id": number if number is None or number > 0 else None, "name": name}
            for number, name in side.speakers
        ],
    }
