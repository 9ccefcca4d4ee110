"""How days, numbers, languages, links and found words are shown."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.db.models import Model
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from claims.models.base import UNKNOWN_DAY
from claims.queries.hits import cut_around_hits, find_hits
from claims.queries.languages import language_name
from claims.web.answers import UNDO

register = template.Library()

RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", "ps", "ckb", "yi", "dv", "ug", "sd"}
SHOWN_IN_LIST = 600  # characters of a quote in a list; the whole is one click away


@register.filter
def day(value: date | None) -> str:
    """Return a day as 14 March 2026."""
    return "date not known" if value is None or value == UNKNOWN_DAY else date_format(value, "j F Y")


@register.filter
def short_day(value: date | None) -> str:
    """Return a day as 14 Mar 2026, for tables."""
    return "no date" if value is None or value == UNKNOWN_DAY else date_format(value, "j M Y")


@register.filter
def number(value: int | None) -> str:
    """Return a count with separators."""
    return "–" if value is None else f"{value:,}"


@register.filter
def score(value: float) -> str:
    """Return a score from 0 to 1 with two places."""
    return f"{value:.2f}"


@register.filter
def language(code: str) -> str:
    """Return the name of a language."""
    return language_name(code) if code else "not known"


@register.filter
def lang(code: str) -> SafeString:
    """Return the attributes that tell a browser which language follows, and which way it is written."""
    if not code:
        return format_html("")
    if code in RIGHT_TO_LEFT:
        return format_html(' lang="{}" dir="rtl"', code)
    return format_html(' lang="{}"', code)


@register.filter
def web_address(url: str) -> str:
    """Return the address if a browser may follow it, else nothing: an article's address is foreign text."""
    return url if url.lower().startswith(("http://", "https://")) else ""


@register.filter
def host(url: str) -> str:
    """Return the host name of an address."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


@register.filter
def hits(text: str, words: str) -> SafeString:
    """Return the text with the searched words marked."""
    return format_html_join(
        "", "{}{}{}", (_marked(piece, is_hit) for piece, is_hit in find_hits(text, words))
    )


@register.filter
def cut(text: str, words: str) -> str:
    """Return a long text cut around the first searched word, with an ellipsis where something is gone."""
    return cut_around_hits(text, words, SHOWN_IN_LIST)


@register.filter
def is_cut(text: str) -> bool:
    """Say whether a list shows this text cut."""
    return len(text) > SHOWN_IN_LIST


@register.filter
def change_to_undo(message: Any) -> str:
    """Return the id of the change that a message's Undo button takes back, if it has one."""
    tags = (message.extra_tags or "").split()
    return next((tag.removeprefix(UNDO) for tag in tags if tag.startswith(UNDO)), "")


@register.filter
def percent(part: int, whole: int) -> int:
    """Return a share in whole percent."""
    return round(100 * part / whole) if whole else 0


@register.filter
def is_one_of(row: Model, rows: Any) -> bool:
    """Say whether a row is among others."""
    return row in rows


def _marked(piece: str, is_hit: bool) -> tuple[SafeString, str, SafeString]:
    if is_hit:
        return format_html("<mark>"), piece, format_html("</mark>")
    return format_html(""), piece, format_html("")
