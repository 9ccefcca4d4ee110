"""What a corpus holds, in a handful of numbers: for the first start and for home."""

from dataclasses import dataclass

from django.db.models import Count, F, Q

from claims.models import Article, Claim, Match, Quote, Speaker, Statement

TOP_SPEAKERS = 8
TOP_MATCHES = 5
LOOKED_THROUGH = 200  # matches, for five of different wordings


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """A speaker with the number of quotes."""

    name: str
    quotes: int


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim with its tags by stance."""

    name: str
    supports: int
    opposes: int
    neutral: int
    unclear: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The corpus in numbers and its strongest finds."""

    articles: int
    outlets: int
    quotes: int
    quotes_without_speaker: int
    statements: int
    speakers: tuple[SpeakerLine, ...]
    matches: tuple[Match, ...]
    claims: tuple[ClaimLine, ...]


def summarise_corpus() -> Summary:
    """Return the summary of everything that is live."""
    live = Quote.objects.live()
    unknown = Q(attributions__is_live=True, attributions__speaker__isnull=True)
    speakers = Speaker.objects.live().filter(quote_count__gt=0).order_by("-quote_count", "id")[:TOP_SPEAKERS]
    return Summary(
        articles=Article.objects.live().count(),
        outlets=Article.objects.live().exclude(outlet=None).values("outlet").distinct().count(),
        quotes=live.count(),
        quotes_without_speaker=live.filter(unknown).distinct().count(),
        statements=Statement.objects.live().count(),
        speakers=tuple(SpeakerLine(str(speaker), speaker.quote_count) for speaker in speakers),
        matches=tuple(_strongest_matches()),
        claims=tuple(_claims_with_counts()),
    )


def _strongest_matches() -> list[Match]:
    """Return the highest scores between statements of different days, each wording once."""
    pairs = Match.objects.shown().exclude(left__day=F("right__day"))
    pairs = pairs.select_related("left__article__outlet", "right__article__outlet")
    strongest: list[Match] = []
    seen: set[str] = set()
    for match in pairs.order_by("-score", "id")[:LOOKED_THROUGH]:
        wordings = {match.left.words_hash, match.right.words_hash}
        if len(strongest) < TOP_MATCHES and not wordings & seen:
            strongest.append(match)
        seen |= wordings
    return strongest


def _claims_with_counts() -> list[ClaimLine]:
    standing = Q(annotations__retired_at__isnull=True)
    counts = {
        stance.lower(): Count("annotations", filter=standing & Q(annotations__stance=stance))
        for stance in ("SUPPORTS", "OPPOSES", "NEUTRAL", "UNCLEAR")
    }
    claims = Claim.objects.taggable().annotate(**counts).order_by("codebook", "position", "id")
    return [
        ClaimLine(claim.name, claim.supports, claim.opposes, claim.neutral, claim.unclear)  # type: ignore[attr-defined]
        for claim in claims
    ]
