"""The stored meanings of statements: a vector for each live statement, by the model that the settings name.

They are read once, in lots, each of a transaction of its own: work that was stopped goes on with what is
missing. Vectors of statements that went or have other words are deleted (``forget_vectors``); those of a
model that is named no more stay until then, so that naming it again costs nothing.
"""

from collections.abc import Collection, Iterator

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from claims.matching.meaning import Embedder, Meanings, vector_bytes, vector_of_bytes
from claims.matching.meaning_index import MeaningIndex
from claims.matching.neighbours import VectorIndex, VectorRow
from claims.models import Statement, StatementVector
from claims.services.embedding import embedder_in_settings, model_in_settings
from claims.services.progress import SILENT, Progress
from claims.services.recounts import batches
from claims.services.yielding import give_way, write_alone

READ_AT_ONCE = 10_000


def meanings_at_hand(progress: Progress = SILENT) -> MeaningIndex | None:
    """Return the meanings of all live statements, reading those that are missing; None if the extra is off.

    :raises UnableToReadMeanings: if the settings name a model that cannot be loaded.
    :raises Stopped: if a stop was asked for; what is read stays.
    """
    if not model_in_settings():
        return None
    embedder = embedder_in_settings()
    store_vectors(embedder=embedder, progress=progress)
    return load_meanings(embedder)


def store_vectors(
    *, embedder: Embedder, statements: QuerySet[Statement] | None = None, progress: Progress = SILENT
) -> int:
    """Store the vectors of live statements that have none by this model.

    :param statements: among which to look; by default all.
    :return: how many were stored.
    :raises Stopped: if a stop was asked for; what is read stays.
    """
    rows = Statement.objects.all() if statements is None else statements
    own = StatementVector.objects.filter(statement=OuterRef("pk"), model=embedder.name)
    ids = list(rows.filter(~Exists(own), is_live=True).order_by("id").values_list("id", flat=True))
    if not ids:
        return 0
    progress.begin(len(ids), "meanings read")
    meanings = Meanings(embedder)
    for some in batches(ids):
        words = dict(Statement.objects.filter(pk__in=some).values_list("id", "exact"))
        vectors = meanings.read(list(words.values()))
        read = {number: vector_bytes(vector) for number, vector in zip(words, vectors, strict=True)}
        _store(embedder.name, words, read)
        progress.advance(len(some))
        give_way()
    return len(ids)


@transaction.atomic
def _store(model: str, words: dict[int, str], vectors: dict[int, bytes]) -> None:
    """Store vectors, but for statements that went or were changed while the model read them."""
    write_alone()
    now = Statement.objects.live().filter(pk__in=words).values_list("id", "exact")
    StatementVector.objects.bulk_create(
        [
            StatementVector(statement_id=number, model=model, vector=vectors[number])
            for number, exact in now
            if exact == words[number]
        ],
        update_conflicts=True,
        unique_fields=["model", "statement"],
        update_fields=["vector"],
    )


def load_meanings(embedder: Embedder) -> MeaningIndex:
    """Return the stored meanings of all live statements by a model."""
    rows = _stored(embedder, StatementVector.objects.filter(statement__is_live=True))
    return MeaningIndex(embedder, VectorIndex.build(rows))


def renew_meanings(index: MeaningIndex, statement_ids: Collection[int]) -> None:
    """Bring some statements of an index into line with what is stored, reading what is missing."""
    for some in batches(statement_ids):
        statements = Statement.objects.live().filter(pk__in=some)
        store_vectors(embedder=index.meanings.embedder, statements=statements)
        stored = {
            row.id: row
            for row in _stored(
                index.meanings.embedder, StatementVector.objects.filter(statement__in=statements)
            )
        }
        for number in some:
            if number in stored and index.holds(stored[number]):
                continue
            index.remove(number)
            if number in stored:
                index.vectors.add(stored[number])


def _stored(embedder: Embedder, vectors: QuerySet[StatementVector]) -> Iterator[VectorRow]:
    rows = vectors.filter(model=embedder.name).order_by("statement")
    columns = rows.values_list("statement", "vector", "statement__quote")
    for number, stored, quote in columns.iterator(chunk_size=READ_AT_ONCE):
        yield VectorRow(number, vector_of_bytes(bytes(stored)), quote)


def forget_vectors(statement_ids: Collection[int]) -> None:
    """Delete the vectors of statements that went or have other words now."""
    for some in batches(statement_ids):
        StatementVector.objects.filter(statement__in=some).delete()
