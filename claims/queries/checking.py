"""The list "to check": the quotes that wait, the next one in its place, who else speaks in its article."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from claims.models import Attribution, Change, Quote, Speaker, User
from claims.models.quote import SURE
from claims.queries.filters import QuoteFilter
from claims.queries.quotes import Paragraph, ShownQuote, article_passages, show_quotes
from claims.queries.speakers import position_at, positions_of, shown_position

#: speakers that have a key
MOST_CHOICES = 9
#: the next quotes of which one is taken that nobody else has before them
LOOKED_AHEAD = 20
#: of a long quote so many paragraphs are shown at its beginning, and so many at its end
FIRST_PARAGRAPHS, LAST_PARAGRAPHS = 6, 3
#: what a person does on this list
VERBS = ("confirm_quote", "set_speakers", "name_speaker", "reject_quote")
#: filters that say which quotes are worth a look; without one, those the program is not sure of
SAY_HOW_SURE = ("min_confidence", "max_confidence", "status")


@dataclass(frozen=True, slots=True)
class Choice:
    """A speaker of the article who may have said a quote."""

    #: 1 to 9: the key
    number: int
    speaker: Speaker
    #: on the day of the article, in words; empty if unknown
    position: str
    #: quotes of this speaker in the article
    quotes: int


@dataclass(frozen=True, slots=True)
class InContext:
    """A stretch of paragraphs around a quote, its mention or its cue."""

    paragraphs: tuple[Paragraph, ...]
    #: paragraphs left out before it
    left_out: int


def quotes_that_wait(narrowed: QuoteFilter) -> QuerySet[Quote]:
    """Return the quotes that fit the filters and that no person has looked at, the least certain first.

    Where the filters do not say how sure, those that the program is not sure of.
    """
    waiting = narrowed.qs.filter(touched_at__isnull=True)
    if not any(narrowed.form.cleaned_data.get(name) for name in SAY_HOW_SURE):
        waiting = waiting.filter(confidence__lt=SURE)
    return waiting.order_by("confidence", "id")


def quotes_after(waiting: QuerySet[Quote], put_off: Quote | None) -> QuerySet[Quote]:
    """Return the quotes that come after one that was put off."""
    if put_off is None:
        return waiting
    later = Q(confidence__gt=put_off.confidence) | Q(confidence=put_off.confidence, pk__gt=put_off.pk)
    return waiting.filter(later)


def next_quote(waiting: QuerySet[Quote], held: Collection[int] = ()) -> Quote | None:
    """Return the first quote that waits; those that others have before them only if there is no other."""
    ahead = list(waiting.values_list("id", flat=True)[:LOOKED_AHEAD])
    free = [pk for pk in ahead if pk not in held] or ahead
    if not free:
        return None
    return Quote.objects.select_related("article__outlet", "outlet").get(pk=free[0])


def in_context(shown: ShownQuote, user: User) -> list[InContext]:
    """Return the paragraphs that hold the quote, its mention and its cue, with one before and after."""
    paragraphs = article_passages(shown.quote.article, user, [shown])
    marked = [place for place, one in enumerate(paragraphs) if any(piece.role for piece in one.pieces)]
    if len(marked) > FIRST_PARAGRAPHS + LAST_PARAGRAPHS:
        marked = [*marked[:FIRST_PARAGRAPHS], *marked[-LAST_PARAGRAPHS:]]
    near = {place + by for place in marked for by in (-1, 0, 1)}
    return _stretches(paragraphs, sorted(place for place in near if 0 <= place < len(paragraphs)))


def _stretches(paragraphs: Sequence[Paragraph], places: Sequence[int]) -> list[InContext]:
    stretches: list[InContext] = []
    begun: list[Paragraph] = []
    left_out = places[0] if places else 0
    for place, following in pairwise([*places, len(paragraphs) + 1]):
        begun.append(paragraphs[place])
        if following != place + 1:
            stretches.append(InContext(tuple(begun), left_out))
            begun, left_out = [], following - place - 1
    return stretches


def choices_for(shown: ShownQuote) -> list[Choice]:
    """Return the other speakers of the article, those with most quotes first: up to nine."""
    proposed = [spoken.speaker.pk for spoken in shown.speakers]
    said = Attribution.objects.live().filter(quote__article=shown.quote.article_id, speaker__isnull=False)
    counted = said.values_list("speaker").annotate(n=Count("quote")).order_by("-n", "speaker")
    if len(proposed) == 1:
        counted = counted.exclude(speaker=proposed[0])
    quotes = dict(counted[:MOST_CHOICES])
    speakers, positions = Speaker.objects.in_bulk(list(quotes)), positions_of(list(quotes))
    return [
        Choice(
            number, speakers[pk], shown_position(position_at(positions.get(pk, []), shown.quote.day)), count
        )
        for number, (pk, count) in enumerate(quotes.items(), start=1)
    ]


def show_quote(quote: Quote) -> ShownQuote:
    """Return one quote with what hangs on it."""
    return show_quotes([quote])[0]


def count_checked_today(user: User) -> int:
    """Return how many quotes a person decided on since midnight, by the person's clock."""
    midnight: datetime = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    today = Change.objects.filter(by=user, at__gte=midnight, verb__in=VERBS, undone_by__isnull=True)
    return today.count()
