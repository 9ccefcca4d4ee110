"""History: which changes touched an article or a speaker."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from claims.models import (
    Alias,
    Annotation,
    Article,
    Attribution,
    Change,
    Claim,
    CopyPair,
    Decision,
    Membership,
    Position,
    Quote,
    Speaker,
    SpeakerPair,
    Statement,
    User,
)
from claims.queries.rights import codebooks_of

SHOWN_CHANGES = 200  # of one row; the administration has all


def changes_of_article(article: Article) -> list[Change]:
    """Return what people changed in an article, its copies, quotes, speakers and statements, last first."""
    quotes = Quote.objects.filter(article=article).values("pk")
    statements = Statement.objects.filter(article=article).values("pk")
    return _changes(
        _change_ids(Article, id=article.pk),
        _change_ids(CopyPair, left_id=article.pk),
        _change_ids(CopyPair, right_id=article.pk),
        _change_ids(Quote, article_id=article.pk),
        _change_ids(Attribution, quote_id__in=quotes),
        _change_ids(Statement, id__in=statements),
    )


def changes_of_speaker(speaker: Speaker) -> list[Change]:
    """Return what people changed in a speaker's names, positions and quotes, the last first."""
    return _changes(
        _change_ids(Speaker, id=speaker.pk),
        _change_ids(Alias, speaker_id=speaker.pk),
        _change_ids(Position, speaker_id=speaker.pk),
        _change_ids(Attribution, speaker_id=speaker.pk),
        _change_ids(SpeakerPair, left_id=speaker.pk),
        _change_ids(SpeakerPair, right_id=speaker.pk),
    )


def _change_ids(model: Any, **rows: Any) -> set[int]:
    return set(model.history.filter(change__isnull=False, **rows).values_list("change", flat=True))


def _changes(*ids: Iterable[int]) -> list[Change]:
    touched: QuerySet[Change] = Change.objects.filter(pk__in=set().union(*ids))
    return list(touched.select_related("by", "undone_by").order_by("-id")[:SHOWN_CHANGES])


def is_hidden_from(change: Change, user: User) -> bool:
    """Say whether a change belongs to a codebook that ``user`` is no member of."""
    seen = codebooks_of(user).values("pk")
    return any(
        model.objects.filter(pk__in=model.history.filter(change=change).values("id"))
        .exclude(codebook__in=seen)
        .exists()
        for model in (Annotation, Decision, Claim, Membership)
    )
