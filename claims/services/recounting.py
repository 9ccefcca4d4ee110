"""Recounting everything: each copy in the database made anew from what it is a copy of.

What is right already is not written. Articles are taken in small groups, each a transaction.
"""

from collections.abc import Callable, Iterable, Sequence

from django.db import models, transaction
from django.db.models import F, Q

from claims.models import (
    Alias,
    Article,
    ArticleFold,
    Attribution,
    Match,
    Quote,
    QuoteFold,
    Speaker,
    Statement,
    StatementTerms,
)
from claims.models.base import UNKNOWN_DAY
from claims.queries.speakers import name_key
from claims.queries.statements import hash_words
from claims.services.articles import hash_text
from claims.services.calibrating import rewrite_scores
from claims.services.changes import save_quietly
from claims.services.copies import regroup_all_copies
from claims.services.progress import SILENT, Progress
from claims.services.reach import measure_reach
from claims.services.recounts import BATCH, deal_slots, number_statements, recount_speakers, recount_verdicts
from claims.services.settling import settle_matches
from claims.services.speakers import follow_names
from claims.services.terms import settle_terms
from claims.services.utterances import regroup_utterances
from claims.services.yielding import give_way
from claims.text.folding import fold_text

ARTICLES_AT_ONCE = 100


def recount_corpus(*, progress: Progress = SILENT) -> int:
    """Make every copy anew. Returns how many rows had another value.

    :raises Stopped: if a stop was asked for; what is done stays.
    """
    ids = list(Article.objects.order_by("id").values_list("id", flat=True))
    progress.begin(len(ids), "articles")
    changed = _recount_names()
    for place in range(0, len(ids), ARTICLES_AT_ONCE):
        some = ids[place : place + ARTICLES_AT_ONCE]
        changed += _recount_articles(some)
        progress.advance(len(some))
        give_way()
    changed += _recount_matches() + rewrite_scores()
    changed += recount_speakers() + recount_verdicts() + deal_slots()
    return changed + regroup_all_copies() + regroup_utterances() + measure_reach()


@transaction.atomic
def _recount_names() -> int:
    changed = _set_on(Alias.objects.all(), lambda alias: {"name_folded": name_key(alias.name)})
    wrong = Attribution.objects.filter(alias__isnull=False).exclude(speaker=F("alias__speaker"))
    names = Alias.objects.filter(pk__in=wrong.values("alias")).select_related("speaker")
    changed += wrong.count()
    follow_names(list(names))
    own = Alias.objects.filter(name=F("speaker__name")).values("speaker")
    for speaker in Speaker.objects.live().exclude(pk__in=own):
        key = name_key(speaker.name)
        alias = Alias(speaker=speaker, name=speaker.name, name_folded=key, run_id=speaker.run_id)
        alias.touched_by_id, alias.touched_at = speaker.touched_by_id, speaker.touched_at
        save_quietly(alias)
        changed += 1
    return changed


@transaction.atomic
def _recount_articles(ids: Sequence[int]) -> int:
    changed = _set_on(Article.objects.filter(pk__in=ids), _copies_of_article)
    quotes = Quote.objects.filter(article__in=ids).select_related("article")
    changed += _set_on(quotes, _copies_of_quote)
    attributions = Attribution.objects.filter(quote__article__in=ids).select_related("quote")
    changed += _set_on(attributions, _copies_of_attribution)
    statements = Statement.objects.filter(quote__article__in=ids).select_related("quote")
    changed += _set_on(statements, _copies_of_statement)
    return changed + number_statements(ids) + _recount_folds(ids)


def _copies_of_article(article: Article) -> dict[str, object]:
    url_hash = hash_text(article.url) if article.url else ""
    return {"day": article.published_on or UNKNOWN_DAY, "url_hash": url_hash}


def _copies_of_quote(quote: Quote) -> dict[str, object]:
    article = quote.article
    is_live = quote.status == Quote.Status.STANDING and article.is_live
    return {"is_live": is_live, "day": article.day, "outlet_id": article.outlet_id}


def _copies_of_attribution(row: Attribution) -> dict[str, object]:
    return {"is_live": row.is_live and row.quote.is_live, "day": row.quote.day}


def _copies_of_statement(row: Statement) -> dict[str, object]:
    return {
        "is_live": row.status == Statement.Status.STANDING and row.quote.is_live,
        "article_id": row.quote.article_id,
        "day": row.quote.day,
        "words_hash": hash_words(row.exact),
    }


def _set_on(rows: models.QuerySet, right: Callable[..., dict[str, object]]) -> int:
    """Set columns to what they should be. Returns how many rows had another value."""
    wrong = []
    columns: Iterable[str] = ()
    for row in rows.iterator(chunk_size=BATCH):
        values = right(row)
        columns = values
        if any(getattr(row, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(row, name, value)
            wrong.append(row)
    if wrong:
        rows.model._base_manager.bulk_update(wrong, [name.removesuffix("_id") for name in columns], BATCH)
    return len(wrong)


def _recount_folds(ids: Sequence[int]) -> int:
    changed = 0
    folds = dict(ArticleFold.objects.filter(article__in=ids).values_list("article", "folded"))
    for article in Article.objects.filter(pk__in=ids).only("id", "text"):
        if folds.get(article.pk) != fold_text(article.text):
            ArticleFold.objects.update_or_create(
                article=article, defaults={"folded": fold_text(article.text)}
            )
            changed += 1
    folds = dict(QuoteFold.objects.filter(quote__article__in=ids).values_list("quote", "folded"))
    for quote in Quote.objects.filter(article__in=ids).only("id", "exact"):
        if folds.get(quote.pk) != fold_text(quote.exact):
            QuoteFold.objects.update_or_create(quote=quote, defaults={"folded": fold_text(quote.exact)})
            changed += 1
    return changed


@transaction.atomic
def _recount_matches() -> int:
    """Hide the matches of which a statement is hidden, and take its terms out of indexes."""
    both_live = Q(left__is_live=True, right__is_live=True)
    wrong = Match.objects.filter(is_live=True).exclude(both_live)
    terms = StatementTerms.objects.exclude(is_live=F("statement__is_live"))
    settled = settle_terms(set(terms.values_list("pk", flat=True)))
    return settled + settle_matches(set(wrong.values_list("left_id", flat=True)))
