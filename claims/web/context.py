"""What every page's head shows."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from claims.queries.matches_waiting import count_waiting_matches
from claims.queries.quotes_waiting import count_unsure_quotes
from claims.services.embedding import model_in_settings
from claims.web.codebook_in_use import may_correct, membership_in_use, memberships_in
from claims.web.counting import shown_counting
from claims.web.navigation import NAVIGATION

#: the formats that lists offer: name, label, what it is good for
DOWNLOAD_FORMATS = (
    {"name": "csv", "label": "CSV", "hint": "for R, pandas"},
    {"name": "xlsx", "label": "Excel", "hint": ".xlsx"},
    {"name": "jsonl", "label": "JSON lines", "hint": "for programs"},
)
#: what waits on the pages whose entry has a count
WAITING = {"matches": count_waiting_matches, "check": count_unsure_quotes}
THEMES = {"LIGHT": "light", "DARK": "dark"}


def head(request: HttpRequest) -> dict[str, Any]:
    """Return what the head of a page needs; a page without a head asks the database for nothing."""
    return {
        "head": SimpleLazyObject(lambda: _head_of(request)),
        "download_formats": DOWNLOAD_FORMATS,
        "counting": shown_counting(request),
        "reads_meanings": bool(model_in_settings()),
    }


def _head_of(request: HttpRequest) -> dict[str, Any]:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"keys": "on", "theme": "", "navigation": []}
    match = request.resolver_match
    page = match.url_name if match else ""
    return {
        "keys": "on" if user.keys_on else "off",
        "theme": THEMES.get(user.theme, ""),
        "navigation": [
            {
                "name": entry.name,
                "url": entry.url,
                "key": entry.key,
                "is_current": page in entry.pages,
                "count": WAITING[entry.url]() if entry.counts else 0,
                "counts": entry.counts,
                "keeps_count": entry.keeps_count,
            }
            for entry in NAVIGATION
        ],
        "membership": membership_in_use(request),
        "memberships": memberships_in(request),
        "may_correct": may_correct(request),
    }
