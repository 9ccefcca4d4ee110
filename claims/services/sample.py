"""The sample corpus that ships with On Record: articles, a codebook, and the tags of two coders.

Every step leaves alone what is there already, so loading it twice changes nothing, and a loading
that was killed is finished by the next one.
"""

import csv
import tomllib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from claims.models import (
    Annotation,
    Article,
    Claim,
    Codebook,
    Decision,
    Import,
    Membership,
    Outlet,
    Statement,
    User,
)
from claims.readers import read_path
from claims.readers.documents import Document, Refusal
from claims.services.accounts import find_or_make_silent_account
from claims.services.annotations import tag_statement
from claims.services.changes import save_quietly
from claims.services.codebooks import add_member, load_codebook
from claims.services.decisions import decide
from claims.services.imports import store_found
from claims.services.outlets import find_or_make_outlet
from claims.services.progress import SILENT, Progress

NAME = "the sample corpus"


class UnableToLoadSample(Exception):
    """The sample's files do not fit together; the words name the file and the line."""


class QuoteNotFound(Exception):
    """The extractor found no quote where a sample coder tagged one; the words name file and line."""


@dataclass(frozen=True, slots=True)
class Codings:
    """What became of the sample coders' tags."""

    #: how many tags and decisions were new
    new: int
    #: those that stand on no statement, each with its reason
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """The folder of the sample and its table of contents."""

    folder: Path
    contents: dict[str, Any]

    @classmethod
    def open(cls, folder: Path) -> "Sample":
        """Read the table of contents."""
        return cls(folder, tomllib.loads((folder / "corpus.toml").read_text(encoding="utf-8")))


def load_sample_articles(*, sample: Sample, progress: Progress = SILENT) -> bool:
    """Store the sample's outlets and articles. Returns whether anything was new."""
    imported = Import.objects.filter(kind=Import.Kind.COMMAND, name=NAME).first()
    if imported is not None and imported.stored_at is not None:
        return False
    for row in sample.contents["outlets"]:
        _make_outlet(row)
    imported = imported or Import.objects.create(kind=Import.Kind.COMMAND, name=NAME)
    store_found(imported=imported, found=_documents(sample), progress=progress)
    refused = imported.items.refused().first()
    if refused is not None:
        raise UnableToLoadSample(f"{refused.place}: {refused.words}")
    return True


def load_sample_codings(*, sample: Sample, lead: User) -> Codings:
    """Store the sample's codebook, its two coders and their tags, once the quotes are found."""
    description = tomllib.loads((sample.folder / "codebook.toml").read_text(encoding="utf-8"))
    codebook = load_codebook(description=description, by=lead)
    with (sample.folder / "annotations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    coders = {name: _make_coder(name, codebook, lead) for name in sorted({row["coder"] for row in rows})}
    claims = {claim.name: claim for claim in Claim.objects.taggable().filter(codebook=codebook)}
    new, left_out = 0, []
    for line, row in enumerate(rows, start=2):
        place = f"annotations.csv, line {line}"
        try:
            new += _store_coding(place, row, codebook, coders[row["coder"]], claims)
        except QuoteNotFound as problem:
            left_out.append(str(problem))
    return Codings(new, tuple(left_out))


def _make_outlet(row: dict[str, str]) -> None:
    kinds = {
        "broadcaster": Outlet.Kind.BROADCASTER,
        "agency": Outlet.Kind.AGENCY,
        "ministry": Outlet.Kind.OFFICE,
    }
    outlet = find_or_make_outlet(name=row["name"], domain=row["domain"])
    outlet.kind = kinds.get(row["kind"], Outlet.Kind.NEWS)
    outlet.country, outlet.language, outlet.time_zone = row["country"], row["language"], row["time_zone"]
    save_quietly(outlet, fields=["kind", "country", "language", "time_zone"])


def _documents(sample: Sample) -> Iterator[Document | Refusal]:
    for file in sample.contents["files"]:
        for found in read_path(sample.folder / file["path"]):
            place = found.place.replace(str(sample.folder / file["path"]), file["path"])
            if isinstance(found, Refusal):
                yield replace(found, place=place)
            else:
                outlet, url = file.get("outlet") or found.outlet, file.get("url") or found.url
                yield replace(found, place=place, outlet=outlet, url=url)


def _make_coder(name: str, codebook: Codebook, lead: User) -> User:
    username = "sample-" + name.casefold().replace(" ", "-")
    coder = find_or_make_silent_account(username=username, full_name=name)
    if not Membership.objects.filter(codebook=codebook, user=coder).exists():
        add_member(codebook=codebook, user=coder, role=Membership.Role.CODER, pseudonym=name, by=lead)
    return coder


def _store_coding(
    place: str, row: dict[str, str], codebook: Codebook, coder: User, claims: dict[str, Claim]
) -> int:
    statement = _find_statement(place, row["file"], row["words"])
    if row["outcome"] == "no_claim":
        if Decision.objects.filter(codebook=codebook, statement=statement, coder=coder).exists():
            return 0
        decide(statement=statement, codebook=codebook, outcome=Decision.Outcome.NO_CLAIM, by=coder)
        return 1
    token = uuid.uuid5(uuid.NAMESPACE_URL, "|".join((row["file"], row["words"], row["coder"], row["claim"])))
    if Annotation.objects.filter(token=token).exists():
        return 0
    if row["claim"] not in claims:
        raise UnableToLoadSample(f"{place}: the codebook has no claim “{row['claim']}”")
    tag_statement(
        statement=statement,
        claim=claims[row["claim"]],
        stance=row["stance"].upper(),
        certainty=row["certainty"].upper(),
        note=row["note"],
        token=token,
        way=Annotation.Way.IMPORTED,
        by=coder,
    )
    return 1


def _find_statement(place: str, file: str, words: str) -> Statement:
    """Return the live statement that begins with, or holds, the words in the article of a file."""
    article = _find_article(place, file)
    start = article.text.find(words)
    if start < 0:
        raise UnableToLoadSample(f"{place}: the words “{words}” do not stand in {file}")
    statements = Statement.objects.live().filter(article=article, start__lte=start, end__gt=start)
    found = statements.order_by("-start").first()
    if found is None:
        raise QuoteNotFound(f"{place}: no quote was found at “{words}” in {file}")
    return found


def _find_article(place: str, file: str) -> Article:
    path, _, row_id = file.partition("#")
    articles = Article.objects.filter(import_items__imported__name=NAME)
    if row_id:
        articles = articles.filter(import_items__place__startswith=path, external_id=row_id)
    else:
        articles = articles.filter(import_items__place=path)
    article = articles.distinct().first()
    if article is None:
        raise UnableToLoadSample(f"{place}: {file} was not stored")
    return article
