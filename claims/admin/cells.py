"""Cells of the lists: speakers, stances and foreign words as the pages show them."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from claims.models import Attribution, Speaker
from claims.models.base import UNKNOWN_DAY

SHOWN = 140  # characters of a statement in a list; its own page has all of them


def words(text: str) -> SafeString:
    """Return the beginning of foreign words, isolated from the direction of what stands around."""
    return format_html("<bdi>{}{}</bdi>", text[:SHOWN].rstrip(), "…" if len(text) > SHOWN else "")


def speaker_cell(speaker: Speaker) -> SafeString:
    """Return a speaker's name in colour and shape."""
    shape = format_html('<svg class="icon" aria-hidden="true"><use href="#i-s{}"/></svg>', speaker.slot)
    return format_html(
        '<span class="speaker-name speaker-{}">{}<bdi>{}</bdi></span>',
        speaker.slot,
        shape if speaker.slot else "",
        str(speaker),
    )


def speakers_cell(attributions: Iterable[Attribution]) -> SafeString:
    """Return the speakers of a quote in their order, or that they are unknown."""
    known = [(speaker_cell(row.speaker),) for row in attributions if row.speaker is not None]
    return format_html_join(", ", "{}", known) or format_html('<span class="quiet">{}</span>', "unknown")


def stance_cell(stance: str, label: str) -> SafeString:
    """Return a stance as shape and word."""
    return format_html(
        '<span class="stance stance--{0}"><svg class="icon" aria-hidden="true">'
        '<use href="#i-{0}"/></svg>{1}</span>',
        stance.lower(),
        label,
    )


def day_cell(day: date) -> str:
    """Return a day as 14 Mar 2026."""
    return "no date" if day == UNKNOWN_DAY else date_format(day, "j M Y")
