"""What was left out of a page, and why: kept with the article, shown on its page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from claims.text.furniture import LineKind, Sorted
from claims.text.titles_of_pages import FoundTitle


@dataclass(frozen=True, slots=True)
class Cut:
    """One stretch that was left out, and why."""

    text: str
    reason: str


def list_cuts(
    page: Sequence[Sorted],
    body: range,
    title: FoundTitle | None = None,
    kept: Iterable[int] = (),
    reasons: Mapping[int, str] = MappingProxyType({}),
) -> tuple[Cut, ...]:
    """Return the lines that are not the article's, joined where neighbours were left out for one reason.

    :param kept: places of the article's lines.
    :param reasons: places of lines that have a reason of their own → that reason.
    """
    taken = set(kept)
    cuts: list[tuple[list[str], str]] = []
    heading = ""
    last = -1
    for place, line in enumerate(page):
        if place in taken or (title and place == title.place):
            heading = ""
            continue
        if line.kind in (LineKind.HEADING, LineKind.LAST_HEADING):
            heading = line.reason
        reason = reasons.get(place) or heading or line.reason or _where(place, body, title)
        if cuts and cuts[-1][1] == reason and last == place - 1:
            cuts[-1][0].append(line.line.text)
        else:
            cuts.append(([line.line.text], reason))
        last = place
    return tuple(Cut("\n".join(texts), reason) for texts, reason in cuts)


def _where(place: int, body: range, title: FoundTitle | None) -> str:
    if not body:
        return "no line of prose on the page"
    if place >= body.stop:
        return "below the article’s end"
    if title and place > title.place >= 0:
        return "line between title and text"
    return "box between the paragraphs" if place in body else "above the article"
