"""Utterances: a row per utterance, what a speaker said once however often it was printed."""

from collections.abc import Iterator

from django.db.models import QuerySet

from claims.exports.attributions import SPEAKER_COLUMNS, named_first, speakers_of
from claims.exports.columns import Column, Kind, Row, Table, chunks, integer, text, words_of_article
from claims.models import User, Utterance
from claims.models.base import UNKNOWN_DAY

COLUMNS = (
    integer("utterance_id", "Identifies the utterance; of two that became one the older number stays."),
    *SPEAKER_COLUMNS,
    integer("first_statement_id", "The statement that printed it first."),
    text("first_outlet", "Who printed it first."),
    Column("first_on", Kind.DATE, "Local day of the first print; empty if no day is known."),
    Column("last_on", Kind.DATE, "Local day of the last print; empty if no day is known."),
    integer("statements", "How many statements print it: the table statements has them, by utterance_id."),
    integer("outlets", "How many outlets printed it; all that are unknown count as one."),
    words_of_article("text", "The words of the first print."),
)


def _seen_by(user: User | None) -> QuerySet[Utterance]:
    return Utterance.objects.filter(is_live=True)


def _shape(utterances: QuerySet[Utterance]) -> Iterator[Row]:
    selected = utterances.select_related("first__quote__outlet")
    for utterance in chunks(selected, *speakers_of("first__quote__")):
        first = utterance.first
        yield {
            "utterance_id": utterance.pk,
            **named_first(first.quote, first.day).cells(),
            "first_statement_id": first.pk,
            "first_outlet": None if first.quote.outlet is None else first.quote.outlet.name,
            "first_on": None if utterance.first_day == UNKNOWN_DAY else utterance.first_day,
            "last_on": None if utterance.last_day == UNKNOWN_DAY else utterance.last_day,
            "statements": utterance.statements,
            "outlets": utterance.outlets,
            "text": first.exact,
        }


UTTERANCES = Table(
    name="utterances",
    words="One row per utterance: what a speaker said once, however many statements print it.",
    columns=COLUMNS,
    seen_by=_seen_by,
    shape=_shape,
    filters="utterances",
)
