"""Speakers: a row per speaker."""

from collections.abc import Iterator

from django.db.models import Prefetch, QuerySet

from claims.exports.columns import (
    MADE_BY,
    Column,
    Kind,
    Row,
    Table,
    choice,
    chunks,
    in_small_letters,
    integer,
    made_by,
    text,
)
from claims.models import Alias, Speaker, User
from claims.models.base import UNKNOWN_DAY

COLUMNS = (
    integer("speaker_id", "Identifies the speaker; stays the same, also where names change."),
    text("speaker", "Canonical name. Names may repeat: tell speakers apart by their id."),
    text("told_apart_by", "What tells two speakers of one name apart."),
    choice("kind", "A person, an organisation, or somebody unnamed (“a spokesman for X”).", Speaker.Kind),
    text("country", "Country."),
    text("language", "ISO 639-1 code of the name."),
    Column("aliases", Kind.LIST, "All names that the speaker goes by, the canonical one included."),
    integer("quotes", "How many quotes the speaker has."),
    integer("statements", "How many statements these are cut into."),
    integer("utterances", "How many utterances these print: what several articles print counts once."),
    Column("last_quoted_on", Kind.DATE, "Day of the last of them; empty if no day is known."),
    MADE_BY,
)


def _seen_by(user: User | None) -> QuerySet[Speaker]:
    return Speaker.objects.live()


def _shape(speakers: QuerySet[Speaker]) -> Iterator[Row]:
    aliases = Alias.objects.order_by("name")
    for speaker in chunks(speakers, Prefetch("aliases", queryset=aliases, to_attr="names")):
        yield {
            "speaker_id": speaker.pk,
            "speaker": speaker.name,
            "told_apart_by": speaker.told_apart_by or None,
            "kind": in_small_letters(speaker.kind),
            "country": speaker.country or None,
            "language": speaker.language or None,
            "aliases": [alias.name for alias in speaker.names],
            "quotes": speaker.quote_count,
            "statements": speaker.statement_count,
            "utterances": speaker.utterance_count,
            "last_quoted_on": None if speaker.last_day == UNKNOWN_DAY else speaker.last_day,
            "made_by": made_by(speaker),
        }


SPEAKERS = Table(
    name="speakers",
    words="One row per speaker.",
    columns=COLUMNS,
    seen_by=_seen_by,
    shape=_shape,
    filters="speakers",
)
