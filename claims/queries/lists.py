"""Rows of the lists: what stands in each line of a page, read in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet

from claims.models import Annotation, Article, Attribution, Quote, Speaker, Statement, User
from claims.queries.annotations import tags_of_statements
from claims.queries.copies import Folded, folded_behind


@dataclass(slots=True)
class ArticleRow:
    """An article with how many quotes it has and who speaks in it, most quoted first."""

    article: Article
    quotes: int = 0
    speakers: list[Speaker] = field(default_factory=list)
    #: its copies, if it is the first of them
    folded: Folded | None = None


@dataclass(slots=True)
class QuoteRow:
    """A quote with its speakers in order, its statements and their tags."""

    quote: Quote
    speakers: list[Speaker] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    tags: list[Annotation] = field(default_factory=list)
    #: the copies of its article, if that is the first of them
    folded: Folded | None = None


@dataclass(slots=True)
class StatementRow:
    """A statement with its speakers in order and its tags."""

    statement: Statement
    speakers: list[Speaker] = field(default_factory=list)
    tags: list[Annotation] = field(default_factory=list)
    #: the copies of its article, if that is the first of them
    folded: Folded | None = None


def articles_to_list() -> QuerySet[Article]:
    """Return the live articles with their outlets; the long text is left in the database."""
    return Article.objects.live().select_related("outlet", "agency").defer("text")


def article_rows(articles: Iterable[Article]) -> list[ArticleRow]:
    """Return the lines of a list of articles."""
    rows = {article.pk: ArticleRow(article) for article in articles}
    quotes = Quote.objects.live().filter(article__in=list(rows))
    for article_id, count in quotes.values_list("article").annotate(n=Count("id")):
        rows[article_id].quotes = count
    said = Attribution.objects.live().filter(quote__article__in=list(rows), speaker__isnull=False)
    counted = list(
        said.values_list("quote__article", "speaker").annotate(n=Count("id")).order_by("-n", "speaker")
    )
    speakers = Speaker.objects.in_bulk([speaker_id for _, speaker_id, _ in counted])
    for article_id, speaker_id, _ in counted:
        rows[article_id].speakers.append(speakers[speaker_id])
    folded = folded_behind(row.article for row in rows.values())
    for row in rows.values():
        row.folded = folded.get(row.article.pk)
    return list(rows.values())


def quotes_to_list() -> QuerySet[Quote]:
    """Return the live quotes with outlet and article; the article's text is left in the database."""
    return Quote.objects.live().select_related("outlet", "article").defer("article__text")


def quote_rows(quotes: Iterable[Quote], *, user: User, codebook_id: int | None) -> list[QuoteRow]:
    """Return the lines of a list of quotes; tags only of the codebook in use."""
    rows = {quote.pk: QuoteRow(quote) for quote in quotes}
    for quote_id, speakers in speakers_of_quotes(list(rows)).items():
        rows[quote_id].speakers = speakers
    statements = Statement.objects.live().filter(quote__in=list(rows)).order_by("start", "id")
    for statement in statements:
        rows[statement.quote_id].statements.append(statement)
    tags = tags_in_use([statement.pk for statement in statements], user=user, codebook_id=codebook_id)
    folded = folded_behind(row.quote.article for row in rows.values())
    for row in rows.values():
        row.folded = folded.get(row.quote.article_id)
        row.tags = [tag for statement in row.statements for tag in tags.get(statement.pk, [])]
    return list(rows.values())


def statements_to_list() -> QuerySet[Statement]:
    """Return the live statements with quote, article and outlet; long texts are left in the database."""
    related = ("quote__outlet", "article", "utterance")
    return Statement.objects.live().select_related(*related).defer("article__text")


def statement_rows(
    statements: Iterable[Statement], *, user: User, codebook_id: int | None
) -> list[StatementRow]:
    """Return the lines of a list of statements; tags only of the codebook in use."""
    rows = [StatementRow(statement) for statement in statements]
    speakers = speakers_of_quotes([row.statement.quote_id for row in rows])
    tags = tags_in_use([row.statement.pk for row in rows], user=user, codebook_id=codebook_id)
    folded = folded_behind(row.statement.article for row in rows)
    for row in rows:
        row.folded = folded.get(row.statement.article_id)
        row.speakers = speakers.get(row.statement.quote_id, [])
        row.tags = tags.get(row.statement.pk, [])
    return rows


def speakers_of_quotes(quote_ids: Sequence[int]) -> dict[int, list[Speaker]]:
    """Return the known speakers of each quote, in order; an unknown one = no key."""
    found: dict[int, list[Speaker]] = defaultdict(list)
    said = Attribution.objects.live().filter(quote__in=quote_ids, speaker__isnull=False)
    for attribution in said.select_related("speaker").order_by("quote", "order", "id"):
        if attribution.speaker is not None:
            found[attribution.quote_id].append(attribution.speaker)
    return dict(found)


def tags_in_use(
    statement_ids: Sequence[int], *, user: User, codebook_id: int | None
) -> dict[int, list[Annotation]]:
    """Return the tags of the codebook in use on each statement; without a codebook there are none."""
    if codebook_id is None:
        return {}
    return tags_of_statements(statement_ids, user=user, codebook_id=codebook_id)
