"""Times of publication by the outlet's clock."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from claims.models import Corpus, Outlet
from claims.queries.local_time import offset_words, published_locally
from tests.services.corpus import make_article


@pytest.mark.parametrize(
    ("hours", "words"), [(0, "UTC"), (2, "UTC+2"), (-3.5, "UTC−3:30"), (5.75, "UTC+5:45"), (-11, "UTC−11")]
)
def test_an_offset_is_told_in_hours_and_minutes(hours, words):
    assert offset_words(datetime(2026, 3, 14, 19, 40, tzinfo=timezone(timedelta(hours=hours)))) == words


def test_a_clock_without_a_zone_has_no_offset():
    assert offset_words(datetime(2026, 3, 14, 19, 40)) == ""  # a page that names no zone


@pytest.mark.django_db
def test_an_article_is_timed_by_its_outlets_clock_and_else_by_the_corpuss():
    Corpus.objects.update_or_create(id=1, defaults={"name": "Lume", "time_zone": "Etc/GMT-3"})
    article = make_article("“A treaty will be signed,” President Ilyana Vosk said.", title="Vosk speaks")
    article.published_at = datetime(2026, 3, 14, 23, 40, tzinfo=UTC)

    assert published_locally(article).isoformat() == "2026-03-15T02:40:00+03:00"

    article.outlet = Outlet(name="Radio Halden", time_zone="Etc/GMT-2")

    assert published_locally(article).isoformat() == "2026-03-15T01:40:00+02:00"


@pytest.mark.django_db
def test_an_article_of_a_day_has_no_time():
    assert published_locally(make_article("“It will be signed,” Vosk said.", title="Vosk speaks")) is None
