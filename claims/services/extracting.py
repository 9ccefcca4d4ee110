"""Finding the quotes of many articles: children find, this process writes, one transaction an article.

An article that cannot be looked through is named and passed over; the run keeps the reason, and
``extract --new`` tries it again. A run over the whole corpus is kept open until it is done: asked for again
after a stop or a kill, the same run goes on with the articles that it has not reached. It keeps who looked
through each article before, and what it replaces, so that it can be taken back.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery

from claims import VERSION
from claims.models import Article, Change, Job, Quote, Run
from claims.services.extraction import Written, write_found_quotes
from claims.services.finding import Looked, ToRead, look_through
from claims.services.progress import SILENT, Progress
from claims.services.recounts import deal_slots
from claims.services.runs import begin_run
from claims.services.yielding import give_way, write_alone

#: more in one article are refused: it is no article, or an attack
MOST_QUOTES = 20_000
#: articles whose texts are read from the database together
TEXTS_AT_ONCE = 16
#: refused articles that a run keeps with their reasons
MOST_REFUSED = 500
#: in the settings of a run: it goes over everything; it is done; who looked before; why articles were
#: refused; what it changed; the run that took it back
WHOLE, DONE, BEFORE, REFUSED, CHANGED, TAKEN_BACK = (
    "whole corpus", "done", "before", "refused", "changed", "taken back"
)  # fmt: skip


@dataclass(slots=True)
class Extracted:
    """What an extraction did: articles read, quotes written, and the articles that were refused."""

    articles: int = 0
    quotes: Written = field(default_factory=Written)
    #: id of the article and what is wrong
    refused: list[tuple[int, str]] = field(default_factory=list)


def extract_new(
    *, progress: Progress = SILENT, job: Job | None = None, processes: int | None = None
) -> Extracted:
    """Find the quotes of the articles that were never looked through.

    :param processes: that find quotes beside this one; by default all cores but one.
    :raises Stopped: if a stop was asked for; what is done stays.
    """
    articles = Article.objects.without_quotes_run()
    if not articles.exists():
        return Extracted()
    run = begin_run(program=Run.Program.QUOTES, version=VERSION, job=job)
    return extract_articles(articles=articles, run=run, progress=progress, processes=processes)


def extract_all(
    *, progress: Progress = SILENT, job: Job | None = None, processes: int | None = None
) -> Extracted:
    """Look through every article again; asked for after a stop, through those that are left.

    :param processes: that find quotes beside this one; by default all cores but one.
    :raises Stopped: if a stop was asked for; what is done stays.
    """
    run = _open_whole_run(job)
    articles = Article.objects.not_extracted_by(run)
    extracted = extract_articles(articles=articles, run=run, progress=progress, processes=processes)
    keep(run, **{CHANGED: changed_by(run), DONE: True})
    return extracted


def extract_articles(
    *, articles: QuerySet[Article], run: Run, progress: Progress = SILENT, processes: int | None = None
) -> Extracted:
    """Find the quotes of articles and store them, in the order of their ids.

    :raises Stopped: if a stop was asked for; what is done stays.
    """
    extracted = Extracted()
    ids = list(articles.order_by("id").values_list("id", flat=True))
    progress.begin(len(ids), "articles")
    try:
        with closing(look_through(texts_of(ids), total=len(ids), processes=processes)) as looked:
            for found in looked:
                _write(found, run, extracted)
                progress.advance()
                give_way()
    finally:
        deal_slots()
    return extracted


def texts_of(ids: Sequence[int]) -> Iterator[ToRead]:
    """Give the texts of articles in the order of ``ids``, a few being read at a time."""
    for place in range(0, len(ids), TEXTS_AT_ONCE):
        some = ids[place : place + TEXTS_AT_ONCE]
        rows = Article.objects.filter(pk__in=some).values_list("id", "text", "body_start", "language")
        texts = {row[0]: ToRead(*row) for row in rows}
        yield from (texts[number] for number in some)


def problem_of(looked: Looked) -> str:
    """Return why what was found in an article is not used; empty where it is."""
    if len(looked.quotes) > MOST_QUOTES:
        return f"{len(looked.quotes):,} quotes were found, {MOST_QUOTES:,} is the most"
    return looked.problem


def keep(run: Run, **settings: Any) -> None:
    """Keep something in the settings of a run."""
    run.settings = {**run.settings, **settings}
    run.save(update_fields=["settings"])


def changed_by(run: Run) -> dict[str, int]:
    """Return what a run over everything changed, counted from its history: articles, new and lost quotes.

    A withdrawn quote that was found again is a new one.
    """
    records = Quote.history.filter(change__run=run)
    earlier = Quote.history.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
    came = records.filter(history_type="~", status=Quote.Status.STANDING).annotate(
        before=Subquery(earlier.order_by("-history_id").values("status")[:1])
    )
    back = came.filter(before=Quote.Status.WITHDRAWN).count()
    return {
        "articles": Change.objects.filter(run=run).count(),
        "new": records.filter(history_type="+").count() + back,
        "withdrawn": records.filter(status=Quote.Status.WITHDRAWN).count(),
    }


def run_before(run: Run, article: int) -> int | None:
    """Return the run that had looked through an article before a run over everything; None if none had."""
    for first, last, before in run.settings[BEFORE]:
        if first <= article <= last:
            return before
    return None


def whole_runs() -> QuerySet[Run]:
    """Return the extractions over everything, the last first."""
    return Run.objects.filter(program=Run.Program.QUOTES, settings__has_key=WHOLE).order_by("-id")


def _write(looked: Looked, run: Run, extracted: Extracted) -> None:
    problem = problem_of(looked)
    if not problem:
        extracted.quotes += write_found_quotes(
            article=Article(pk=looked.number), found=looked.quotes, run=run
        )
        extracted.articles += 1
        return
    extracted.refused.append((looked.number, problem))
    kept = [each for each in run.settings.get(REFUSED, []) if each[0] != looked.number]
    keep(run, **{REFUSED: [*kept, [looked.number, problem]][-MOST_REFUSED:]})


@transaction.atomic
def _open_whole_run(job: Job | None) -> Run:
    """Return the run over the whole corpus that was not finished, or a new one."""
    write_alone()
    last = whole_runs().first()
    if last is not None and last.version == VERSION and DONE not in last.settings:
        return last
    settings = {WHOLE: True, BEFORE: _runs_of_articles()}
    return begin_run(program=Run.Program.QUOTES, version=VERSION, settings=settings, job=job)


def _runs_of_articles() -> list[list[int | None]]:
    """Return which run looked through which articles, as stretches [first article, last one, run].

    An import's articles lie side by side and share a run, so there are few of them.
    """
    stretches: list[list[int | None]] = []
    rows = Article.objects.order_by("id").values_list("id", "quotes_run")
    for article, run in rows.iterator(chunk_size=10_000):
        if stretches and stretches[-1][2] == run:
            stretches[-1][1] = article
        else:
            stretches.append([article, article, run])
    return stretches
