"""Find the outlet in the lines of a page."""

import re
from collections.abc import Sequence

from claims.text.bylines import is_byline
from claims.text.dates import find_dates
from claims.text.furniture import SECTIONS, LineKind, Sorted

MAX_NAME_WORDS = 12
MAX_OWNER_WORDS = 6
TOPIC_COMMAS = 3  # "Ideas, Elections, Governance, Media" lists what the article is about
MAX_LINE = 200  # characters of a line that are looked at

OUTLET_SHAPE = re.compile(
    r"(?i)\b(?:news|times|post|herald|observer|telegraph|tribune|gazette|guardian|journal|today|radio|tv|"
    r"television|ministry|agency|wire|chronicle|mirror|review|weekly|daily|press service|press office|media|"
    r"broadcasting|magazine|zeitung|tageblatt|anzeiger|nachrichten|rundschau|kurier|courrier|gazeta|газета|"
    r"вести|новости|xəbər|haber)\b|blatt$|wire$|news$"
)
DOMAIN = re.compile(r"(?:www\.)?[\w-]{2,60}(?:\.[\w-]{2,20}){1,3}$")
RIGHTS = re.compile(
    r"(?i)\ball rights reserved\b|\balle rechte vorbehalten\b|copyright|\b(?:19|20)\d\d\b|©|\(c\)|[-–—,]"
)
PIECES = re.compile(r" ?[|·•»>] ?| / ")
COPYRIGHT = re.compile(r"(?i)©|\(c\) |copyright")


def find_outlet(below: Sequence[str], lines: Sequence[Sorted]) -> str:
    """Return the outlet, "" if none can be told.

    :param below: lines between title and text; one with the shape of an outlet's name is taken, else the
        owner that the page's copyright line names.
    """
    owners = _owners(lines)
    known = {owner.casefold() for owner in owners}
    for text in below:
        for piece in PIECES.split(text[:MAX_LINE]):
            looks_right = piece.casefold() in known or OUTLET_SHAPE.search(piece) or DOMAIN.match(piece)
            if looks_right and not _is_other(piece):
                return piece
    return owners[0] if owners else ""


def _is_other(piece: str) -> bool:
    """Say whether a piece is no outlet: too long, an address, a section, topics, a byline, a date."""
    if "@" in piece or len(piece.split()) > MAX_NAME_WORDS or piece.count(",") >= TOPIC_COMMAS:
        return True
    return piece.casefold() in SECTIONS or is_byline(piece) or bool(find_dates(piece))


def _owners(lines: Sequence[Sorted]) -> list[str]:
    """Return whom the page's copyright lines name."""
    owners = []
    for line in lines:
        text = line.line.text[:MAX_LINE]
        if line.kind is LineKind.CREDIT and COPYRIGHT.search(text):
            owner = " ".join(RIGHTS.sub(" ", text).split()).strip(" .")
            if 0 < len(owner.split()) <= MAX_OWNER_WORDS:
                owners.append(owner)
    return owners
