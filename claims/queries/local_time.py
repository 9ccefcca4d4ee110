"""Times of publication as their outlet printed them: its own clock, with the offset from UTC."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from claims.models import Article, Corpus, Outlet

SECONDS_PER_MINUTE = MINUTES_PER_HOUR = 60


def published_locally(article: Article) -> datetime | None:
    """Return the moment of publication in the zone of the article's outlet, else in the corpus's."""
    if article.published_at is None:
        return None
    return article.published_at.astimezone(zone_of(article.outlet))


def zone_of(outlet: Outlet | None) -> ZoneInfo:
    """Return the zone of an outlet's clock, else the corpus's; UTC where this machine knows neither."""
    name = outlet.time_zone if outlet else ""
    if not name:
        corpus = Corpus.objects.first()
        name = corpus.time_zone if corpus else ""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def offset_words(moment: datetime) -> str:
    """Return how far a clock stands from UTC: UTC, UTC+2, UTC−3:30; "" for a clock of no known zone."""
    offset = moment.utcoffset()
    if offset is None:
        return ""
    minutes = int(offset.total_seconds() // SECONDS_PER_MINUTE)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), MINUTES_PER_HOUR)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")
