"""Storing articles: once per outlet by the hash of the text, with the raw original."""

import hashlib
import zlib
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from claims.models import Article, ArticleFold, Original, Outlet, Run
from claims.models.base import UNKNOWN_DAY
from claims.queries.articles import article_with_text
from claims.queries.local_time import zone_of
from claims.readers.documents import Document
from claims.services.changes import save_quietly
from claims.services.outlets import domain_of, find_or_make_outlet
from claims.text.folding import fold_text

MAX_URL = 2000  # characters; a longer address is left out, with a warning


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a document."""

    article: Article
    is_new: bool
    warnings: tuple[str, ...] = ()


@transaction.atomic
def store_document(*, document: Document, run: Run, outlet: Outlet | None = None) -> Stored:
    """Store one document as an article, unless this outlet has the very same text already.

    :param outlet: taken where the document names none.
    """
    outlet = outlet_of(document) or outlet
    text_hash = hash_text(document.text)
    known = article_with_text(text_hash, outlet)
    if known is not None:
        return Stored(known, is_new=False)
    article, warnings = _new_article(document, outlet, text_hash, run)
    save_quietly(article)
    _store_original(article, document)
    ArticleFold.objects.create(article=article, folded=fold_text(document.text))
    return Stored(article, is_new=True, warnings=warnings)


def outlet_of(document: Document) -> Outlet | None:
    """Return the outlet that a document names, by its name or by the domain of its address."""
    domain = domain_of(document.url) or domain_of(f"//{document.outlet}" if "." in document.outlet else "")
    if document.outlet or domain:
        return find_or_make_outlet(name=document.outlet or domain, domain=domain)
    return None


def hash_text(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, hexadecimal: what an article is known by."""
    return hashlib.sha256(text.encode()).hexdigest()


def _new_article(
    document: Document, outlet: Outlet | None, text_hash: str, run: Run
) -> tuple[Article, tuple[str, ...]]:
    warnings: list[str] = []
    url = document.url
    if len(url) > MAX_URL:
        url = ""
        warnings.append(f"the address is longer than {MAX_URL:,} characters and was left out")
    url_hash = hash_text(url) if url else ""
    if url_hash and (other := Article.objects.live().filter(url_hash=url_hash).first()):
        warnings.append(f"article {other.pk} has the same address and another text; both are kept")
    agency = find_or_make_outlet(name=document.agency, kind=Outlet.Kind.AGENCY) if document.agency else None
    published_at = _with_zone(document.published_at, outlet)
    published_on = document.published_on or (document.published_at.date() if document.published_at else None)
    article = Article(
        outlet=outlet,
        agency=agency,
        title=document.title,
        text=document.text,
        body_start=document.body_start,
        length=len(document.text),
        text_hash=text_hash,
        language=document.language,
        section=document.section[:200],
        byline=document.byline[:300],
        url=url,
        url_hash=url_hash,
        external_id=document.external_id[:200],
        published_on=published_on,
        published_at=published_at,
        published_raw=document.published_raw[:200],
        day=published_on or UNKNOWN_DAY,
        read_run=run,
    )
    return article, tuple(warnings)


def _with_zone(moment: datetime | None, outlet: Outlet | None) -> datetime | None:
    """Return the moment in the zone that the page printed, else by the outlet's clock."""
    if moment is None or moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=zone_of(outlet))


def _store_original(article: Article, document: Document) -> None:
    Original.objects.create(
        article=article,
        data=zlib.compress(document.data),
        media_type=document.media_type,
        name=document.place[:500],
        sha256=hashlib.sha256(document.data).hexdigest(),
        encoding=document.encoding,
        left_out=[{"text": cut.text, "reason": cut.reason} for cut in document.left_out],
    )
