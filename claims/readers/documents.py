"""What the readers give back: one document per article, or a refusal that names the place."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One stretch of the page that is not the article's."""

    text: str
    #: why it was cut, in words a researcher reads ("line below “Read also”")
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it would be stored: ``text`` is NFC, with ``\\n`` line ends, and final."""

    #: where it came from: "page.txt", "table.csv, row 12"
    place: str
    title: str
    #: title, blank line, body; paragraphs are separated by one blank line. Without a title: the body alone.
    text: str
    #: code point where the body begins; 0 without a title
    body_start: int
    section: str = ""
    #: the local day; None if the page gives none or an ambiguous one
    published_on: date | None = None
    #: only with a known time of day; naive if the page prints no zone
    published_at: datetime | None = None
    #: the words of the page that the two were read from
    published_raw: str = ""
    outlet: str = ""
    agency: str = ""
    byline: str = ""
    #: ISO 639-1 code, "" if it cannot be told
    language: str = ""
    url: str = ""
    external_id: str = ""
    #: the raw original, as it came
    data: bytes = b""
    media_type: str = "text/plain"
    #: name of the encoding it was read in ("utf-8", "windows-1251"); "" where it does not apply
    encoding: str = ""
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that could not be read: where, what is wrong, and what helps."""

    place: str
    problem: str
    helps: str
    #: short stable name of the problem ("too_large", "no_text", "bad_date"), for counting
    code: str

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}: {self.helps}"
