"""How days, numbers, languages, links and found words are shown."""

import re
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from claims.models import Annotation, Article, Certainty
from claims.models.base import UNKNOWN_DAY
from claims.queries.claims import ClaimNode
from claims.queries.hits import cut_around_hits, find_hits
from claims.queries.languages import language_name
from claims.queries.local_time import offset_words, published_locally
from claims.queries.shown_matches import ShownMatch, Side
from claims.queries.stances import StanceCounts
from claims.text.rules import explain
from claims.web.answers import UNDO

register = template.Library()

RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", "ps", "ckb", "yi", "dv", "ug", "sd"}
#: controls that turn the direction of what follows them
TURNING = re.compile("([\u202a-\u202e\u2066-\u2069])")
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
def local_time(article: Article) -> datetime | None:
    """Return when an article was published, by its outlet's clock."""
    return published_locally(article)


@register.filter
def reason(rule: str) -> str:
    """Return on what ground a rule attributes a quote; empty for the rule of an extractor that is gone."""
    try:
        return explain(rule)
    except ValueError:
        return ""


@register.filter
def clock(value: datetime) -> str:
    """Return a moment by its own clock as 14 March 2026, 19:40 (UTC+2)."""
    offset = offset_words(value)
    shown = f"{date_format(value.date(), 'j F Y')}, {value:%H:%M}"
    return f"{shown} ({offset})" if offset else shown


@register.filter
def number(value: int | None) -> str:
    """Return a count with separators."""
    return "–" if value is None else f"{value:,}"


@register.filter
def score(value: float) -> str:
    """Return a score from 0 to 1 with two places."""
    return f"{value:.2f}"


@register.filter
def chance(confidence: float) -> str:
    """Return what a confidence means: how many quotes like this one have the right speaker."""
    of = 10 if 0.05 <= confidence < 0.95 else 100
    return f"{round(of * confidence)} of {of}"


@register.filter
def language(code: str) -> str:
    """Return the name of a language."""
    return language_name(code) if code else "not known"


@register.filter
def lang(code: str) -> str:
    """Return the attributes that tell a browser which language follows, and which way it is written."""
    if not code:
        return ""
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
    pieces = ((_marked(piece, is_hit),) for piece, is_hit in find_hits(text, words))
    return format_html_join("", "{}", pieces)


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


def _marked(piece: str, is_hit: bool) -> str:
    shown = _with_visible_controls(piece) if TURNING.search(piece) else piece
    return format_html("<mark>{}</mark>", shown) if is_hit else shown


def _with_visible_controls(text: str) -> SafeString:
    """Return a text whose controls of direction are named, not obeyed: they can make a quote read wrongly."""
    return format_html_join(
        "",
        "{}",
        (
            (format_html('<span class="control">U+{}</span>', f"{ord(piece):04X}") if place % 2 else piece,)
            for place, piece in enumerate(TURNING.split(text))
        ),
    )


@register.inclusion_tag("claims/_spark.html")
def spark(values: list[int], label: str) -> dict[str, Any]:
    """Draw counts as small bars on one base line; the label says what they count."""
    highest = max(values, default=0) or 1
    bars = [
        {
            "x": place * 8,
            "y": f"{24 - 24 * value / highest:.1f}",
            "height": f"{24 * value / highest:.1f}",
        }
        for place, value in enumerate(values)
    ]
    said = ", ".join(f"{value:,}" for value in values)
    return {"bars": bars, "width": max(len(values) * 8, 8), "label": f"{label}: {said}"}


@register.inclusion_tag("claims/_stance_bar.html")
def stance_bar(counts: Any) -> dict[str, Any]:
    """Draw stances as one bar: supports first, opposes last."""
    pieces, place = [], 0.0
    for stance in ("supports", "neutral", "unclear", "opposes"):
        width = 100 * getattr(counts, stance) / counts.total if counts.total else 0
        pieces.append({"stance": stance, "x": f"{place:.1f}", "width": f"{width:.1f}"})
        place += width
    label = (
        f"{counts.supports} support, {counts.opposes} oppose, {counts.neutral} neutral, "
        f"{counts.unclear} unclear"
    )
    return {"pieces": pieces, "label": label, "is_empty": not counts.total}


@register.filter
def hundred(value: float) -> int:
    """Return a share as a width of 0 to 100."""
    return round(100 * value)


@register.filter
def minus(whole: int, part: int) -> int:
    """Return what is left."""
    return whole - part


@register.filter
def sides(shown: ShownMatch) -> tuple[Side, Side]:
    """Return the two sides of a match."""
    return shown.own, shown.other


@register.filter
def stance_counts(node: ClaimNode) -> StanceCounts:
    """Return the stances of a claim in its tree."""
    counts = StanceCounts()
    counts.by_stance.update(node.by_stance)
    return counts


@register.filter
def has_rarer(fields: list[Any]) -> bool:
    """Say whether a list has filters that are folded."""
    return any(not field.is_first for field in fields)


@register.filter
def uses_rarer(fields: list[Any]) -> bool:
    """Say whether one of the folded filters is in use or wrong."""
    return any(field.is_used for field in fields if not field.is_first)


@register.filter
def slot_at(slots: dict[int, int], start: int) -> int:
    """Return the colour of the mention that begins there."""
    return slots.get(start, 0)


@register.filter
def once_each(tags: list[Annotation]) -> list[Annotation]:
    """Return tags that several coders made alike once, the certain one if there is one."""
    first: dict[tuple[int, int, str], Annotation] = {}
    for tag in sorted(tags, key=lambda tag: tag.certainty != Certainty.CERTAIN):
        first.setdefault((tag.statement_id, tag.claim_id, tag.stance), tag)
    kept = {tag.pk for tag in first.values()}
    return [tag for tag in tags if tag.pk in kept]


@register.simple_tag
def new_token() -> str:
    """Return a token for a form: sent twice, it is stored once."""
    return str(uuid4())
