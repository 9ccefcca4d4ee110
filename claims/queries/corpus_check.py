"""Proof of the laws of texts and places over the whole database: what constraints cannot see.

Every stored text is hashed, every quote, mention, statement is cut from its article again and compared.
Articles are taken in small groups, so that memory stays flat however large the corpus is.
"""

import hashlib
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from claims.models import Article, ArticleFold, Attribution, Original, Quote, QuoteFold, Statement
from claims.models.base import UNKNOWN_DAY
from claims.queries.findings import BACKUP, EXTRACT, RECOUNT, Finding
from claims.queries.statements import hash_words, spans_of
from claims.text.folding import fold_text
from claims.text.spans import Span, cut_parts, hull

ARTICLES_AT_ONCE = 100


def check_articles() -> Iterator[tuple[int, list[Finding]]]:
    """Check articles and all that counts offsets in them; give the number done and the findings, by group."""
    ids = Article.objects.order_by("id").values_list("id", flat=True)
    group: list[int] = []
    for article in ids.iterator(chunk_size=10_000):
        group.append(article)
        if len(group) == ARTICLES_AT_ONCE:
            yield len(group), list(_check_group(group))
            group = []
    if group:
        yield len(group), list(_check_group(group))


def _check_group(ids: Sequence[int]) -> Iterator[Finding]:
    articles = {article.pk: article for article in Article.objects.filter(pk__in=ids)}
    originals = {row.article_id: row for row in Original.objects.filter(article__in=ids)}
    folds = dict(ArticleFold.objects.filter(article__in=ids).values_list("article", "folded"))
    quotes = {quote.pk: quote for quote in Quote.objects.filter(article__in=ids).order_by("id")}
    attributions: dict[int, list[Attribution]] = defaultdict(list)
    for attribution in (
        Attribution.objects.filter(quote__article__in=ids).select_related("alias").order_by("id")
    ):
        attributions[attribution.quote_id].append(attribution)
    quote_folds = dict(QuoteFold.objects.filter(quote__article__in=ids).values_list("quote", "folded"))
    for article in articles.values():
        yield from _check_article(article, originals.get(article.pk), folds.get(article.pk))
    for quote in quotes.values():
        article = articles[quote.article_id]
        yield from _check_quote(quote, article, quotes, quote_folds.get(quote.pk))
        for attribution in attributions[quote.pk]:
            yield from _check_attribution(attribution, quote, article)
        if quote.is_live and not any(row.is_live for row in attributions[quote.pk]):
            yield Finding("quote", quote.pk, "it has no attribution, not even one that says unknown", EXTRACT)
    yield from _check_statements(ids, articles, quotes)


def _check_article(article: Article, original: Original | None, folded: str | None) -> Iterator[Finding]:
    def broken(problem: str, mend: str = BACKUP) -> Finding:
        return Finding("article", article.pk, problem, mend)

    text = article.text
    if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != article.text_hash:
        yield broken("its text is not the one that was stored: the hash differs")
    if len(text) != article.length:
        yield broken("its length is not that of its text")
    if not unicodedata.is_normalized("NFC", text) or "\r" in text or "\0" in text:
        yield broken("its text is not in NFC with \\n line ends")
    if article.title and text[: article.body_start] != f"{article.title}\n\n":
        yield broken("its text does not begin with the title and a blank line")
    if hashlib.sha256(article.url.encode()).hexdigest() != article.url_hash and article.url:
        yield broken("the hash of its address differs", RECOUNT)
    if article.day != (article.published_on or UNKNOWN_DAY):
        yield broken("its day is not the day of publication", RECOUNT)
    if folded != fold_text(text):
        yield broken("its words for search are not those of its text", RECOUNT)
    if original is None:
        yield broken("the original it was read from is missing")
    elif not _is_whole(original):
        yield broken("the original it was read from is damaged: the hash differs")


def _is_whole(original: Original) -> bool:
    try:
        return hashlib.sha256(original.read()).hexdigest() == original.sha256
    except zlib.error:
        return False


def _check_quote(
    quote: Quote, article: Article, others: dict[int, Quote], folded: str | None
) -> Iterator[Finding]:
    def broken(problem: str, mend: str = BACKUP) -> Finding:
        return Finding("quote", quote.pk, problem, mend)

    yield from (broken(problem) for problem in _problems_of_parts(quote, article.text))
    outer = Span(quote.start, quote.end)
    if any(not outer.holds(span) for span in _spans_or_none(quote.quoted)):
        yield broken("a stretch inside marks lies outside of it", EXTRACT)
    for name in ("cue", "via"):
        end = getattr(quote, f"{name}_end")
        if end is not None and end > article.length:
            yield broken(f"its {name} ends behind the article", EXTRACT)
    if quote.inside_id is not None:
        around = others.get(quote.inside_id)
        if around is None or not Span(around.start, around.end).holds(outer):
            yield broken("it does not lie inside the quote that it is said to stand in", EXTRACT)
    if quote.is_live != (quote.status == Quote.Status.STANDING and article.is_live):
        yield broken("it is shown where it should not be, or hidden where it should be shown", RECOUNT)
    if (quote.day, quote.outlet_id) != (article.day, article.outlet_id):
        yield broken("its day or outlet is not the article's", RECOUNT)
    if folded != fold_text(quote.exact):
        yield broken("its words for search are not its words", RECOUNT)


def _problems_of_parts(row: Quote | Statement, text: str) -> Iterator[str]:
    """Give what is wrong with parts, hull and words."""
    try:
        spans = spans_of(row.parts)
    except (TypeError, ValueError) as problem:
        yield f"its parts cannot be read ({problem})"
        return
    if not spans:
        yield "it has no parts"
        return
    if any(left.end > right.start for left, right in pairwise(spans)):
        yield "its parts do not rise, or overlap"
    if hull(spans) != Span(row.start, row.end):
        yield "its start and end are not those of its parts"
    if spans[-1].end > len(text):
        yield "it ends behind the article"
    if cut_parts(text, spans) != row.exact:
        yield "its words are not those that stand at its place in the article"


def _spans_or_none(parts: object) -> tuple[Span, ...]:
    try:
        return spans_of(parts)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return ()


def _check_attribution(attribution: Attribution, quote: Quote, article: Article) -> Iterator[Finding]:
    def broken(problem: str, mend: str) -> Finding:
        return Finding("attribution", attribution.pk, problem, mend)

    if attribution.mention_start is not None:
        words = article.text[attribution.mention_start : attribution.mention_end]
        if words != attribution.mention:
            yield broken("its mention is not the words at its place in the article", BACKUP)
    if attribution.alias is not None and attribution.alias.speaker_id != attribution.speaker_id:
        yield broken("the name it goes by is another speaker's", RECOUNT)
    if attribution.is_live and not quote.is_live:
        yield broken("it stands on a quote that does not", RECOUNT)
    if attribution.day != article.day:
        yield broken("its day is not the article's", RECOUNT)


def _check_statements(
    ids: Sequence[int], articles: dict[int, Article], quotes: dict[int, Quote]
) -> Iterator[Finding]:
    numbers: dict[int, int] = defaultdict(int)
    rows = Statement.objects.filter(quote__article__in=ids).order_by("quote__article", "start", "-end", "id")
    for statement in rows:
        quote = quotes[statement.quote_id]
        numbers[quote.article_id] += statement.is_live
        right = numbers[quote.article_id] if statement.is_live else 0
        yield from _check_statement(statement, quote, articles[quote.article_id], right)


def _check_statement(statement: Statement, quote: Quote, article: Article, number: int) -> Iterator[Finding]:
    def broken(problem: str, mend: str = BACKUP) -> Finding:
        return Finding("statement", statement.pk, problem, mend)

    yield from (broken(problem) for problem in _problems_of_parts(statement, article.text))
    if statement.status == Statement.Status.STANDING and not _lies_in(statement, quote):
        yield broken("it does not lie inside the parts of its quote", EXTRACT)
    if statement.words_hash != hash_words(statement.exact):
        yield broken("the hash of its words differs", RECOUNT)
    if statement.is_live != (statement.status == Statement.Status.STANDING and quote.is_live):
        yield broken("it is shown where it should not be, or hidden where it should be shown", RECOUNT)
    if (statement.article_id, statement.day) != (article.pk, article.day):
        yield broken("its article or day is not its quote's", RECOUNT)
    if statement.number != number:
        yield broken(f"its number is {statement.number}, it is the {number}. of its article", RECOUNT)


def _lies_in(statement: Statement, quote: Quote) -> bool:
    around = _spans_or_none(quote.parts)
    return all(_is_held(span, around) for span in _spans_or_none(statement.parts))


def _is_held(span: Span, around: Iterable[Span]) -> bool:
    return any(outer.holds(span) for outer in around)
