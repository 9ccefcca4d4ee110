"""Turn one row of a table, or one JSON record, into a document.

The text of a row is taken as it is: whoever made the table took it out of its page already. So nothing is
cut here; only paragraphs and characters are brought into the stored form.
"""

import ast
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from claims.readers.documents import Document, Refusal
from claims.readers.limits import Limits
from claims.readers.texts import broken_text, check_length
from claims.text.dates import choose_date, find_dates, find_order
from claims.text.formulas import unshield
from claims.text.language import guess_language
from claims.text.lines import SPACES, split_lines
from claims.text.nfc import UnableToKeepText, normalise_text

MAX_URL = 2_000  # characters
MAX_VALUE = 1_000  # characters of any field but the text
#: what programs write for "nothing"
NOTHING = frozenset(("", "none", "null", "nan", "nat", "n/a", "na", "-"))
SECONDS = re.compile(
    r"1\d{9}(?:\.\d{1,6})?$|1\d{12}$"
)  # since 1970, in seconds or milliseconds: 2001 to 2033
MILLISECONDS = 1e11  # a larger number counts these
COMPACT_MOMENT = re.compile(r"(\d{8})(\d{6})$")  # YYYYMMDDHHMMSS
HTML_TAG = re.compile(r"<(?:p|br|div|span|a|strong|em|h[1-6])\b[^<>]{0,300}>", re.IGNORECASE)
LANGUAGE_NAMES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es",
    "español": "es", "russian": "ru", "русский": "ru", "azerbaijani": "az", "azeri": "az", "turkish": "tr",
    "türkçe": "tr", "armenian": "hy", "georgian": "ka", "ukrainian": "uk", "italian": "it", "arabic": "ar",
    "portuguese": "pt", "persian": "fa", "chinese": "zh",
}  # fmt: skip


@dataclass(slots=True)
class DayOrder:
    """Which number of 05/03/2024 is the day in one file: decided by a row that proves it, or by a person."""

    #: the file's dates, read when the first ambiguous one is met
    dates: Iterable[str] = ()
    #: what a person says for a file in which no row proves it
    said: bool | None = None
    is_decided: bool = False
    day_first: bool | None = None

    def decide(self) -> bool | None:
        """Return whether the day stands first; None if no row proves it and nobody said so."""
        if not self.is_decided:
            self.is_decided = True
            proven = find_order(self.dates)
            self.day_first = self.said if proven is None else proven
        return self.day_first


@dataclass(frozen=True, slots=True)
class Published:
    """A date cell as it was understood."""

    on: date | None = None
    at: datetime | None = None
    raw: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class RecordReader:
    """Makes documents of the rows of one file."""

    limits: Limits
    order: DayOrder = field(default_factory=DayOrder)
    encoding: str = ""
    warnings: tuple[str, ...] = ()

    def read(self, place: str, row: Mapping[str, Any], mapping: Mapping[str, str]) -> Document | Refusal:
        """Return the document of one row, or why it is none.

        :param mapping: our fields → columns of the row.
        """
        warnings: list[str] = list(self.warnings)
        try:
            values = {name: _value(row.get(column), name, warnings) for name, column in mapping.items()}
            body = _paragraphs(values.get("text", ""))
        except UnableToKeepText as error:
            return broken_text(place, error)
        if not body:
            column = mapping["text"]
            return Refusal(
                place, f"the column “{column}” holds no text", "leave the row out, or fill it in", "no_text"
            )
        if HTML_TAG.search(values["text"][:MAX_VALUE]):
            warnings.append("the text holds HTML tags; they were kept as they are")
        title = values.get("title", "")
        text = f"{title}\n\n{body}" if title else body
        published = self._published(row.get(mapping.get("published", "")))
        language = _language(values.get("language", ""))
        return check_length(place, text, self.limits) or Document(
            place=place,
            title=title,
            text=text,
            body_start=len(title) + 2 if title else 0,
            section=values.get("section", ""),
            published_on=published.on,
            published_at=published.at,
            published_raw=published.raw,
            outlet=values.get("outlet", ""),
            agency=values.get("agency", ""),
            byline=values.get("byline", ""),
            language=language or guess_language(body),
            url=_address(values.get("url", ""), warnings),
            external_id=values.get("external_id", ""),
            data=json.dumps(dict(row), ensure_ascii=False, default=str).encode("utf-8", "surrogatepass"),
            media_type="application/json",
            encoding=self.encoding,
            warnings=(*warnings, *published.warnings, *(() if title else ("no title given",))),
        )

    def _published(self, value: Any) -> Published:
        if isinstance(value, datetime):
            return Published(value.date(), value if _has_time(value) else None, str(value))
        if isinstance(value, date):
            return Published(value, None, value.isoformat())
        raw = _plain(value)[:100]
        if raw.casefold() in NOTHING:
            return Published(warnings=("no date of publication given",))
        machine = _machine_moment(raw)
        if isinstance(machine, datetime):
            return Published(machine.date(), machine, raw)
        if machine is not None:
            return Published(machine, None, raw)
        found = find_dates(raw)
        if found and choose_date(found).is_ambiguous:  # type: ignore[union-attr]  # there is one
            found = find_dates(raw, day_first=self.order.decide())
        best = choose_date(found)
        if best is None:
            return Published(raw=raw, warnings=(f"“{raw}” was not understood as a date; none was taken",))
        if best.is_ambiguous:
            return Published(
                raw=raw, warnings=(f"the day in “{raw}” can be read in two ways; none was taken",)
            )
        return Published(best.day, best.at, raw)


def _machine_moment(raw: str) -> date | datetime | None:
    """Return the day or moment of an ISO date, of digits without separators, or of seconds since 1970."""
    if SECONDS.match(raw):
        seconds = float(raw)
        return datetime.fromtimestamp(seconds / 1000 if seconds > MILLISECONDS else seconds, UTC)
    compact = COMPACT_MOMENT.match(raw)
    try:
        moment = datetime.fromisoformat(f"{compact[1]}T{compact[2]}" if compact else raw)
    except ValueError:
        return None
    return moment if _has_time(moment) else moment.date()


def _has_time(moment: datetime) -> bool:
    """Say whether a time of day was given; midnight sharp is what programs write for "no time"."""
    return (moment.hour, moment.minute, moment.second) != (0, 0, 0)


def _plain(value: Any) -> str:
    """Return a cell or JSON value as text: names of objects, lists joined by commas."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, Mapping):
        return _plain(value.get("name") or value.get("title") or value.get("id"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_plain, value)))
    return str(value)


def _value(value: Any, name: str, warnings: list[str]) -> str:
    """Return a field's value in the stored form; lists as Python prints them are taken apart."""
    text = unshield(_plain(value))
    kept = normalise_text(text)
    warnings += [f"{name}: {warning}" for warning in kept.warnings]
    if name == "text":
        return "" if kept.text.strip().casefold() in NOTHING else kept.text
    plain = SPACES.sub(" ", kept.text).strip()
    if name == "byline" and plain.startswith("[") and plain.endswith("]"):
        plain = _listed(plain)
    return "" if plain.casefold() in NOTHING else plain[:MAX_VALUE]


def _listed(text: str) -> str:
    """Return ``['A', 'B']`` as "A, B"; the text itself if it is no such list."""
    try:
        names = ast.literal_eval(text[:MAX_VALUE])
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return text
    return ", ".join(filter(None, map(_plain, names))) if isinstance(names, list) else text


def _paragraphs(text: str) -> str:
    """Return a text with one blank line between paragraphs; every line is one, unless lines are wrapped."""
    return "\n\n".join(line.text for line in split_lines(text))


def _language(value: str) -> str:
    small = value.casefold()
    if small in LANGUAGE_NAMES:
        return LANGUAGE_NAMES[small]
    code = re.match(r"[a-z]{2}(?=$|[-_])", small)
    return code[0] if code else ""


def _address(url: str, warnings: list[str]) -> str:
    if not url:
        return ""
    if not url.startswith(("http://", "https://")) or len(url) > MAX_URL or " " in url:
        warnings.append("the address is no http address and was left out")
        return ""
    return url
