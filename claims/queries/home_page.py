"""Home: what the corpus holds, what is new, and what waits."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncWeek
from django.utils import timezone

from claims.models import (
    Article,
    Job,
    Match,
    Quote,
    Speaker,
    SpeakerPair,
    User,
    Verdict,
)
from claims.queries.counting import Counting, count_all, distinct
from claims.queries.matches_waiting import count_waiting_matches
from claims.queries.rights import annotations_seen_by
from claims.queries.shown_matches import with_sides
from claims.queries.speaker_pairs import count_waiting_pairs

NEW_ARTICLES = 6
NEW_MATCHES = 4
WEEKS = 8


@dataclass(frozen=True, slots=True)
class Figures:
    """How much there is."""

    articles: int
    quotes: int
    speakers: int
    #: statements, or utterances
    said: int
    #: those of them with a tag in the codebook in use
    tagged: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """One kind of work, how much of it is done, and how much is left."""

    done: int
    left: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.done + self.left


@dataclass(slots=True)
class CoderWeeks:
    """One coder's tags in each of the last weeks."""

    coder: User
    by_week: list[int] = field(default_factory=list)

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.by_week)


def corpus_figures(
    codebook_id: int | None, counting: Counting = Counting.STATEMENTS, *, user: User
) -> Figures:
    """Return how much the corpus holds and how much of it is tagged, as far as ``user`` sees."""
    tags = annotations_seen_by(user).filter(codebook=codebook_id, statement__is_live=True)
    return Figures(
        articles=Article.objects.live().count(),
        quotes=Quote.objects.live().count(),
        speakers=Speaker.objects.live().filter(quote_count__gt=0).count(),
        said=count_all(counting),
        tagged=tags.aggregate(n=distinct(counting, "statement"))["n"] if codebook_id else 0,
    )


def matches_to_judge() -> Waiting:
    """Return how many shown matches have a verdict, and how many wait (counted up to a thousand)."""
    judged = Verdict.objects.standing().filter(match__is_live=True).values("match").distinct().count()
    return Waiting(done=judged, left=count_waiting_matches())


def quotes_to_check() -> Waiting:
    """Return how many quotes a person looked at, and how many the program is unsure of."""
    return Waiting(
        done=Quote.objects.live().filter(touched_by__isnull=False).count(),
        left=Quote.objects.unsure().count(),
    )


def pairs_to_answer() -> Waiting:
    """Return how many pairs of names have an answer, and how many wait (counted up to a thousand)."""
    return Waiting(done=SpeakerPair.objects.exclude(answer="").count(), left=count_waiting_pairs())


def new_articles() -> QuerySet[Article]:
    """Return the articles of the latest days."""
    articles = Article.objects.live().select_related("outlet").defer("text")
    return articles.order_by("-day", "-id")[:NEW_ARTICLES]


def new_matches() -> list[Match]:
    """Return the surest matches that wait for a verdict."""
    return list(with_sides(Match.objects.waiting()).order_by("-score", "-id")[:NEW_MATCHES])


def jobs_under_way() -> list[Job]:
    """Return the jobs that wait or run, the oldest first."""
    return list(Job.objects.unfinished().select_related("by").order_by("asked_at"))


def tags_by_coder(codebook_id: int, *, user: User) -> list[CoderWeeks]:
    """Return the tags that ``user`` sees of each coder in the last eight weeks, the busiest first."""
    weeks = _last_weeks()
    made = annotations_seen_by(user).filter(codebook=codebook_id, made_at__gte=weeks[0])
    counts: dict[int, dict[datetime, int]] = defaultdict(dict)
    rows = made.annotate(week=TruncWeek("made_at")).values_list("coder", "week").annotate(n=Count("id"))
    for coder_id, week, count in rows:
        counts[coder_id][week] = count
    coders = User.objects.in_bulk(list(counts))
    lines = [CoderWeeks(coders[key], [by.get(week, 0) for week in weeks]) for key, by in counts.items()]
    return sorted(lines, key=lambda line: (-line.total, line.coder.pk))


def _last_weeks() -> list[datetime]:
    """Return the Mondays at which the last eight weeks begin, the oldest first."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    monday = today - timedelta(days=today.weekday())
    return [monday - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
