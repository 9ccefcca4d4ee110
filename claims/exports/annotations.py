"""Annotations: a row per coder, statement and claim, with all that a reader in R or pandas needs."""

from collections.abc import Iterator

from django.db.models import QuerySet

from claims.exports.articles import PUBLISHED_COLUMNS, published
from claims.exports.attributions import SPEAKER_COLUMNS, named_first, speakers_of
from claims.exports.claims import claim_paths
from claims.exports.coders import pseudonyms
from claims.exports.columns import (
    Column,
    Kind,
    Row,
    Table,
    choice,
    chunks,
    in_small_letters,
    integer,
    text,
    words_of_article,
)
from claims.exports.quotes import SPAN_COLUMNS, span
from claims.exports.statements import UTTERANCE, WORDS
from claims.models import Annotation, Certainty, Stance, User
from claims.models import Kind as QuoteKind
from claims.queries.rights import annotations_seen_by

COLUMNS = (
    integer("annotation_id", "Identifies the annotation; stays the same."),
    integer("statement_id", "The statement that is tagged."),
    integer("quote_id", "The quote that the statement is part of."),
    integer("article_id", "The article that it stands in."),
    UTTERANCE,
    text("coder", "Pseudonym of who tagged."),
    integer("claim_id", "The claim."),
    text("claim", "Name of the claim."),
    text("claim_path", "The names from the top of the tree down to the claim, with “ / ” between."),
    choice("stance", "How the speaker stands to the claim.", Stance),
    choice("certainty", "How sure the coder is.", Certainty),
    *SPEAKER_COLUMNS,
    *PUBLISHED_COLUMNS,
    *SPAN_COLUMNS,
    WORDS,
    text("note", "What the coder noted."),
    integer("codebook_version", "Number of the codebook version it was made under."),
    integer("carried_from", "The annotation that it was carried over from."),
    Column("made_at", Kind.TIME, "When it was made."),
    text("codebook", "The codebook that the claim belongs to."),
    choice("way", "How it came to be.", Annotation.Way),
    choice("quote_kind", "Kind of the quote.", QuoteKind),
    words_of_article("quote", "The words of the whole quote."),
    words_of_article("title", "Title of the article."),
)


def _seen_by(user: User | None) -> QuerySet[Annotation]:
    seen = Annotation.objects.standing() if user is None else annotations_seen_by(user)
    return seen.filter(statement__is_live=True)


def _shape(annotations: QuerySet[Annotation]) -> Iterator[Row]:
    paths, coders = claim_paths(), pseudonyms()
    selected = annotations.select_related(
        "claim", "codebook", "version", "statement__quote__article__outlet"
    ).defer("statement__quote__article__text")
    for tag in chunks(selected, *speakers_of("statement__quote__")):
        statement = tag.statement
        quote, article = statement.quote, statement.quote.article
        yield {
            "annotation_id": tag.pk,
            "statement_id": statement.pk,
            "quote_id": quote.pk,
            "article_id": article.pk,
            "utterance_id": statement.utterance_id,
            "coder": coders[tag.codebook_id, tag.coder_id],
            "claim_id": tag.claim_id,
            "claim": tag.claim.name,
            "claim_path": paths[tag.claim_id],
            "stance": in_small_letters(tag.stance),
            "certainty": in_small_letters(tag.certainty),
            **named_first(quote, article.day).cells(),
            **published(article),
            **span(statement),
            "text": statement.exact,
            "note": tag.note or None,
            "codebook_version": None if tag.version is None else tag.version.number,
            "carried_from": tag.carried_from_id,
            "made_at": tag.made_at,
            "codebook": tag.codebook.name,
            "way": in_small_letters(tag.way),
            "quote_kind": in_small_letters(quote.kind),
            "quote": quote.exact,
            "title": article.title or None,
        }


ANNOTATIONS = Table(
    name="annotations",
    words="One row per coder, statement and claim. Statements without a claim stand in the table decisions.",
    columns=COLUMNS,
    seen_by=_seen_by,
    shape=_shape,
    filters="annotations",
)
