"""Quotes: found by the extractor, corrected by people."""

from dataclasses import dataclass, field

from django.db.models import QuerySet

from claims.models import Article, Run
from claims.services.extraction import Written, write_found_quotes
from claims.services.progress import SILENT, Progress
from claims.services.recounts import deal_slots
from claims.services.yielding import give_way
from claims.text.extract import extract_quotes
from claims.text.found import FoundQuote

#: more in one article are refused: it is no article, or an attack
MOST_QUOTES = 20_000


class UnableToExtract(Exception):
    """The quotes of an article cannot be found; the words say which and why."""


@dataclass(slots=True)
class Extracted:
    """What an extraction did: articles read, quotes written, and the articles that were refused."""

    articles: int = 0
    quotes: Written = field(default_factory=Written)
    #: id of the article and what is wrong
    refused: list[tuple[int, str]] = field(default_factory=list)


def extract_article(*, article: Article, run: Run) -> Written:
    """Find the quotes of one article and store them; what people did stays.

    :raises UnableToExtract: if the extractor fails on it; nothing of it is changed then.
    """
    return write_found_quotes(article=article, found=_find_quotes(article), run=run)


def extract_articles(*, articles: QuerySet[Article], run: Run, progress: Progress = SILENT) -> Extracted:
    """Find the quotes of many articles, one transaction each; an article that fails is named and passed over.

    :raises Stopped: if a stop was asked for; what is done stays.
    """
    extracted = Extracted()
    ids = list(articles.order_by("id").values_list("id", flat=True))
    progress.begin(len(ids), "articles")
    try:
        for article in ids:
            _extract_one(article, run, extracted)
            progress.advance()
            give_way()
    finally:
        deal_slots()
    return extracted


def _extract_one(article_id: int, run: Run, extracted: Extracted) -> None:
    article = Article.objects.get(pk=article_id)
    try:
        extracted.quotes += extract_article(article=article, run=run)
    except UnableToExtract as problem:
        extracted.refused.append((article_id, str(problem)))
    else:
        extracted.articles += 1


def _find_quotes(article: Article) -> list[FoundQuote]:
    try:
        found = extract_quotes(article.text, body_start=article.body_start, language=article.language)
    except Exception as problem:
        raise UnableToExtract(
            f"{article}: the extractor failed ({type(problem).__name__}: {problem})"
        ) from problem
    if len(found) > MOST_QUOTES:
        raise UnableToExtract(f"{article}: {len(found):,} quotes were found, {MOST_QUOTES:,} is the most")
    return list(found)
