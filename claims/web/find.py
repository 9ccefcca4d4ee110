"""What the typed fields offer: rows whose name holds the typed letters, as JSON."""

from django.http import HttpRequest, JsonResponse

from claims.models import Article, Claim, Outlet, Speaker
from claims.queries.claims import claims_named
from claims.queries.row_filters import names_like
from claims.queries.search import articles_with_words, search_terms
from claims.templatetags.on_record import short_day
from claims.text.folding import fold_text
from claims.web.codebook_in_use import membership_in_use

OFFERED = 10
MAX_TYPED = 100


def find_speakers(request: HttpRequest) -> JsonResponse:
    """Offer speakers by any of their names, the most quoted first."""
    typed = _typed(request)
    if not typed:
        return _offer([])
    found = Speaker.objects.live().filter(pk__in=names_like(typed).values("speaker"))
    return _offer(
        {
            "id": speaker.pk,
            "name": str(speaker),
            "language": speaker.language,
            "hint": f"{speaker.quote_count:,} quotes",
        }
        for speaker in found.order_by("-quote_count", "id")[:OFFERED]
    )


def find_outlets(request: HttpRequest) -> JsonResponse:
    """Offer outlets by name."""
    typed = fold_text(_typed(request))
    found = Outlet.objects.standing().filter(name_folded__contains=typed) if typed else Outlet.objects.none()
    return _offer(
        {"id": outlet.pk, "name": outlet.name, "language": outlet.language, "hint": outlet.country}
        for outlet in found.order_by("name", "id")[:OFFERED]
    )


def find_articles(request: HttpRequest) -> JsonResponse:
    """Offer articles by their words, the newest first."""
    typed = _typed(request)
    articles = Article.objects.live().defer("text")
    found = articles_with_words(articles, typed) if search_terms(typed) else articles.none()
    return _offer(
        {
            "id": article.pk,
            "name": article.title,
            "language": article.language,
            "hint": short_day(article.day),
        }
        for article in found.order_by("-day", "-id")[:OFFERED]
    )


def find_claims(request: HttpRequest) -> JsonResponse:
    """Offer claims of the codebook in use by name."""
    membership, typed = membership_in_use(request), _typed(request)
    if membership is None or not typed:
        return _offer([])
    claims = claims_named(Claim.objects.taggable().filter(codebook=membership.codebook_id), typed)
    return _offer(
        {"id": claim.pk, "name": claim.name, "language": membership.codebook.language, "hint": claim.key}
        for claim in claims.order_by("position", "id")[:OFFERED]
    )


def _typed(request: HttpRequest) -> str:
    return request.GET.get("q", "").replace("\x00", "").strip()[:MAX_TYPED]


def _offer(rows: object) -> JsonResponse:
    return JsonResponse({"found": list(rows)})  # type: ignore[call-overload]
