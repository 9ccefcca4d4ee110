"""Which column of a table, or key of a record, holds what."""

import re
from collections.abc import Iterable, Mapping, Sequence


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


#: our fields → names of columns met in exports, scrapers and data sets; the first that is there is taken
COLUMN_NAMES: dict[str, tuple[str, ...]] = {
    "title": _names(
        """
        title headline heading headline_text article_title titel titre título заголовок başlıq başlık
        name
        """
    ),
    "text": _names(
        """
        text content maintext body article_text full_text articleBody article_body article body_text
        plain_text story texte texto inhalt текст mətn metin
        """
    ),
    "published": _names(
        """
        published_at published publish_date pub_date publication_date date_publish datePublished
        date_published publishing_date publishedAt date datetime timestamp seendate datum fecha data
        дата tarix tarih
        """
    ),
    "outlet": _names(
        """
        outlet publication source source_name newspaper media_name publisher site_name sitename domain
        source_domain hostname medium quelle источник mənbə kaynak
        """
    ),
    "url": _names("url link source_url canonical_link canonical_url web_url article_url permalink"),
    "byline": _names("byline author authors creator by autor auteur автор müəllif yazar"),
    "section": _names("section category topic desk articleSection ressort rubrik рубрика bölmə"),
    "language": _names("language lang inLanguage sprache langue язык dil"),
    "external_id": _names("external_id id guid article_id stories_id uuid doc_id document_id"),
    "agency": _names("agency news_agency wire agentur agence агентство agentlik ajans"),
}
FIELDS = tuple(COLUMN_NAMES)
MAX_LISTED = 40  # columns named in a message
NOT_LETTERS = re.compile(r"[\W_]+")


class UnableToMap(ValueError):
    """A mapping does not fit the columns there are; the message is for the person who made it."""

    helps: str

    def __init__(self, problem: str, helps: str) -> None:
        super().__init__(problem)
        self.helps = helps


def fold_column(name: str) -> str:
    """Return a column's name without case, spaces, underscores and signs, for comparing."""
    return NOT_LETTERS.sub("", name.casefold())


def guess_mapping(header: Iterable[str]) -> dict[str, str]:
    """Return, for each of our fields, the column that seems to hold it; fields without one are left out."""
    by_folded: dict[str, str] = {}
    for column in header:
        by_folded.setdefault(fold_column(column), column)
    mapping: dict[str, str] = {}
    for field, names in COLUMN_NAMES.items():
        found = next(
            (by_folded[folded] for name in names if (folded := fold_column(name)) in by_folded), None
        )
        if found is not None:
            mapping[field] = found
    return mapping


def check_mapping(mapping: Mapping[str, str] | None, header: Sequence[str]) -> dict[str, str]:
    """Return the mapping that is to be used for columns: what is given, the rest guessed.

    :param mapping: fields → columns; "" says that no column holds the field.
    :raises UnableToMap: if it names a field or column that does not exist, or if no column holds the text.
    """
    there = "the columns are: " + ", ".join(f"“{column}”" for column in header[:MAX_LISTED])
    given = mapping or {}
    for field, column in given.items():
        if field not in COLUMN_NAMES:
            raise UnableToMap(f"“{field}” is no field of an article", f"the fields are: {', '.join(FIELDS)}")
        if column and column not in header:
            raise UnableToMap(f"there is no column “{column}”", there)
    guessed = guess_mapping(column for column in header if column not in given.values())
    used = {field: column for field, column in {**guessed, **given}.items() if column}
    if "text" not in used:
        raise UnableToMap(
            "no column seems to hold the articles’ text", f"say which one does (text=…); {there}"
        )
    return used
