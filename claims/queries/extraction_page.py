"""What the page “Extraction” shows beside a preview: who looked where, and what could not be read."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from claims.models import Article, Job, Run

REFUSED = "refused"  # in the settings of a run: [article, why]
LATEST_RUNS = 20  # whose refused articles are shown
SHOWN_REFUSED = 50


@dataclass(frozen=True, slots=True)
class RefusedArticle:
    """An article that could not be looked through, and why."""

    article: Article
    words: str


def articles_by_version() -> list[tuple[str, int]]:
    """Return how many articles each version of the extractor looked through last; "" for none."""
    counted = Article.objects.live().values_list("quotes_run__version").annotate(Count("id"))
    named = [(version or "", count) for version, count in counted]
    return sorted(named, key=lambda line: (-line[1], line[0]))


def last_job(kinds: Sequence[str]) -> Job | None:
    """Return the last finished work of these kinds."""
    done = Job.objects.filter(kind__in=kinds, finished_at__isnull=False)
    return done.select_related("by").order_by("-id").first()


def refused_articles() -> list[RefusedArticle]:
    """Return the articles that the latest runs could not look through and no later run did."""
    runs = Run.objects.filter(program=Run.Program.QUOTES).order_by("-id")[:LATEST_RUNS]
    words: dict[int, tuple[int, str]] = {}
    for run in runs:
        for article, problem in run.settings.get(REFUSED, []):
            words.setdefault(article, (run.pk, problem))
    rows = Article.objects.live().filter(pk__in=list(words)).select_related("outlet").defer("text")
    refused = [RefusedArticle(row, words[row.pk][1]) for row in rows.order_by("id")]
    still = [each for each in refused if (each.article.quotes_run_id or 0) < words[each.article.pk][0]]
    return still[:SHOWN_REFUSED]
