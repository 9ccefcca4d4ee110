"""Read saved HTML pages: parse in a child process, take what the markup states, clean the lines."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from claims.readers.documents import Document, Refusal
from claims.readers.encodings import UnableToDecode, decode
from claims.readers.limits import Limits
from claims.readers.page_process import PAGES, UnableToParsePage
from claims.readers.sources import Source
from claims.readers.texts import broken_text, page_document, too_large, undecodable
from claims.text.clean import NO_DATE, CleanPage, Known, clean_page
from claims.text.lines import Line
from claims.text.nfc import UnableToKeepText, normalise_text
from claims.text.whole_pages import complete

MIN_ARTICLE = 250  # characters; where trafilatura finds less, all lines of the page are filtered instead


def read_page(source: Source, limits: Limits) -> Iterator[Document | Refusal]:
    """Yield the one document of a saved page, or why there is none."""
    place = source.place
    if source.size > limits.page:
        yield too_large(place, "page", source.size, limits.page)
        return
    data = source.read()
    try:
        decoded = decode(data, is_markup=True)
        kept = normalise_text(decoded.text)
        answer = PAGES.ask(kept.text, limits.page_seconds)
        page = None if "refused" in answer else _clean(answer)
    except UnableToDecode as error:
        yield undecodable(place, error)
        return
    except UnableToKeepText as error:
        yield broken_text(place, error)
        return
    except UnableToParsePage as error:
        yield Refusal(place, f"the page was not read: {error}", HELPS, "too_slow")
        return
    if page is None:
        yield Refusal(place, answer["problem"], HELPS, answer["refused"])
        return
    yield page_document(
        place,
        page,
        limits,
        data=data,
        media_type="text/html",
        encoding=decoded.encoding,
        warnings=(*decoded.warnings, *kept.warnings),
        url=answer["facts"]["url"],
    )


ESTIMATED = "the day was estimated from the page’s markup"
HELPS = "copy the article’s text from the browser and save it as a text file"


def _clean(answer: dict[str, Any]) -> CleanPage:
    """Return the article of a parsed page.

    The lines of the whole page give what stands around the article (date line, byline, section) where the
    markup does not state it; the lines that trafilatura keeps give the body.
    """
    everything = [_line(*line) for line in answer["page"]]
    article = [_line(*line) for line in answer["article"]]
    stated = _known(answer["facts"])
    whole = clean_page(everything, stated)
    if whole.published_on is None and answer["facts"].get("likely_day"):
        day = date.fromisoformat(answer["facts"]["likely_day"])
        whole = replace(
            whole,
            published_on=day,
            warnings=(*(told for told in whole.warnings if told != NO_DATE), ESTIMATED),
        )
    if sum(len(line.text) for line in article) < MIN_ARTICLE:
        return whole
    page = clean_page(article, stated, is_article=True)
    page = replace(
        whole,
        title=page.title or whole.title,
        paragraphs=page.paragraphs,
        agency=page.agency or whole.agency,
        language=page.language,
    )
    return complete(page, everything, whole)


def _line(text: str, markup: str, linked: float) -> Line:
    return Line(normalise_text(text).text, markup=markup, linked=linked)


def _known(facts: dict[str, str]) -> Known:
    return Known(
        title=normalise_text(facts["title"]).text,
        outlet=normalise_text(facts["outlet"]).text,
        published=_day(facts["published"]),
        byline=normalise_text(facts["byline"]).text,
        section=normalise_text(facts["section"]).text,
        language=facts["language"],
    )


def _day(text: str) -> date | datetime | None:
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
