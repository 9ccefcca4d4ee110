"""Read text files: an article, or a page that somebody pasted or saved as text."""

from collections.abc import Iterator

from claims.readers.documents import Document, LeftOut, Refusal
from claims.readers.encodings import UnableToDecode, decode
from claims.readers.limits import Limits, in_words
from claims.readers.sources import Source
from claims.text.clean import CleanPage, clean_page
from claims.text.lines import split_lines
from claims.text.nfc import UnableToKeepText, normalise_text


def read_text(source: Source, limits: Limits) -> Iterator[Document | Refusal]:
    """Yield the one document of a text file, or why there is none."""
    place = source.place
    if source.size > limits.text_file:
        yield too_large(place, "text file", source.size, limits.text_file)
        return
    data = source.read()
    try:
        decoded = decode(data)
        kept = normalise_text(decoded.text)
    except UnableToDecode as error:
        yield undecodable(place, error)
        return
    except UnableToKeepText as error:
        yield broken_text(place, error)
        return
    lines = split_lines(kept.text)
    if len(lines) > limits.lines:
        yield too_many_lines(place, len(lines), limits)
        return
    page = clean_page(lines)
    yield page_document(
        place,
        page,
        limits,
        data=data,
        media_type="text/plain",
        encoding=decoded.encoding,
        warnings=(*decoded.warnings, *kept.warnings),
    )


def page_document(
    place: str,
    page: CleanPage,
    limits: Limits,
    *,
    data: bytes,
    media_type: str,
    encoding: str,
    warnings: tuple[str, ...] = (),
    url: str = "",
) -> Document | Refusal:
    """Return a cleaned page as a document, or why it is none."""
    if not data.strip():
        return Refusal(place, "the file is empty", "save it again, or leave it out", "no_text")
    if not page.paragraphs:
        return Refusal(
            place,
            "no article text was found on the page",
            "paste the article’s title and paragraphs, or give the text in a table",
            "no_text",
        )
    refusal = check_length(place, page.text, limits)
    if refusal:
        return refusal
    return Document(
        place=place,
        title=page.title,
        text=page.text,
        body_start=page.body_start,
        section=page.section,
        published_on=page.published_on,
        published_at=page.published_at,
        published_raw=page.published_raw,
        outlet=page.outlet,
        agency=page.agency,
        byline=page.byline,
        language=page.language,
        url=url,
        data=data,
        media_type=media_type,
        encoding=encoding,
        left_out=tuple(LeftOut(cut.text, cut.reason) for cut in page.left_out),
        warnings=(*warnings, *page.warnings),
    )


def check_length(place: str, text: str, limits: Limits) -> Refusal | None:
    """Return a refusal if a text or one of its paragraphs is longer than is stored."""
    if len(text) * 4 > limits.article and (size := len(text.encode())) > limits.article:
        return too_large(place, "article", size, limits.article)
    for number, paragraph in enumerate(text.split("\n\n"), start=1):
        if len(paragraph) * 4 > limits.paragraph and (size := len(paragraph.encode())) > limits.paragraph:
            return too_large(f"{place}, paragraph {number}", "paragraph", size, limits.paragraph)
    return None


def too_large(place: str, what: str, size: int, limit: int) -> Refusal:
    """Return the refusal of something that is larger than its limit."""
    return Refusal(
        place,
        f"the {what} has {in_words(size)}; {in_words(limit)} is the most that is read",
        "divide it into smaller ones",
        "too_large",
    )


def too_many_lines(place: str, count: int, limits: Limits) -> Refusal:
    """Return the refusal of a page with more lines than an article has."""
    problem = f"the page has {count:,} lines; {limits.lines:,} are the most that are read"
    return Refusal(place, problem, "divide it into one file per article", "too_large")


def undecodable(place: str, error: UnableToDecode) -> Refusal:
    """Return the refusal of bytes that no encoding explains."""
    return Refusal(place, str(error), "save it again as UTF-8 text", "undecodable")


def broken_text(place: str, error: UnableToKeepText) -> Refusal:
    """Return the refusal of characters that cannot be stored."""
    return Refusal(place, str(error), "export it again from where it came, as UTF-8", "broken_text")
