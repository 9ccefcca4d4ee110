"""Undo: a whole Change is taken back, with all that hangs on its rows."""

from typing import Any

from django.db import models, transaction

from claims.models import (
    Alias,
    Article,
    Attribution,
    Change,
    Codebook,
    CopyPair,
    Quote,
    Speaker,
    Statement,
    User,
    Verdict,
)
from claims.services.changes import UnableToUndo, changed_records, undo_change
from claims.services.copies import regroup_copies
from claims.services.languages import look_through_again
from claims.services.recounts import batches, deal_slots, recount_speakers
from claims.services.rights import require_lead, require_reviewer, require_tagger
from claims.services.settling import settle_quotes, settle_verdicts, statements_under_names
from claims.services.speakers import follow_names
from claims.services.utterances import regroup_around


@transaction.atomic
def undo(*, change: Change, by: User) -> Change:
    """Take back everything that a change did. What a person may undo is what that person may do.

    In a codebook a coder undoes own changes, a lead everybody's; in the corpus every reviewer all.

    :raises UnableToUndo: if it was undone, or a later change stands on top of it.
    :raises NotAllowed: if ``by`` may not.
    """
    if change.by_id is None:
        raise UnableToUndo(
            "A program did this in one run over all articles. Take the whole run back on the page "
            "“Extraction”, or correct the quotes themselves."
        )
    records = changed_records(change)
    _require_right(change, records, by)
    before = {record.speaker_id for record in records if record.instance_type in (Alias, Attribution)}
    return undo_change(change=change, by=by, after=lambda rows: _settle(rows, before - {None}))


def _require_right(change: Change, records: list[Any], by: User) -> None:
    codebooks = _codebooks_of(records)
    for codebook in codebooks:
        if change.by_id == by.pk:
            require_tagger(by, codebook)
        else:
            require_lead(by, codebook)
    if not codebooks:
        require_reviewer(by)


def _codebooks_of(records: list[Any]) -> list[Codebook]:
    by_model: dict[type[models.Model], list[int]] = {}
    for record in records:
        by_model.setdefault(record.instance_type, []).append(record.id)
    ids = set(by_model.get(Codebook, ()))
    for model, rows in by_model.items():
        if any(field.name == "codebook" for field in model._meta.fields):
            for some in batches(rows):
                found = model._base_manager.filter(pk__in=some).order_by().values_list("codebook", flat=True)
                ids.update(found.distinct())
    return list(Codebook.objects.filter(pk__in=ids - {None}))


def _settle(rows: list[models.Model], had: set[int]) -> None:
    """Bring copies and what follows from the rows that went back into line with them.

    :param had: the speakers that had names or quotes because of the change.
    """
    aliases = [row for row in rows if isinstance(row, Alias)]
    # who a name belongs to may have changed since, without a record of each quote under it
    names = {row.alias_id for row in rows if isinstance(row, Attribution) and row.alias_id is not None}
    speakers = had | follow_names([*aliases, *_aliases(names)]) | {alias.speaker_id for alias in aliases}
    quotes = {row.pk for row in rows if isinstance(row, Quote)}
    for row in rows:
        if isinstance(row, (Attribution, Statement)):
            quotes.add(row.quote_id)
        if isinstance(row, Attribution) and row.speaker_id is not None:
            speakers.add(row.speaker_id)
        if isinstance(row, Speaker):
            speakers.add(row.pk)
    if quotes:
        settle_quotes(Quote.objects.filter(pk__in=quotes))
    _refuse_named([row for row in rows if isinstance(row, Speaker)])
    if speakers:
        recount_speakers(speakers)
        deal_slots()
        regroup_around(statements_under_names([alias.pk for alias in aliases]))
    articles = [row.pk for row in rows if isinstance(row, Article)]
    if articles:
        look_through_again(articles)
    pairs = [row for row in rows if isinstance(row, CopyPair)]
    if pairs:
        regroup_copies({side for pair in pairs for side in (pair.left_id, pair.right_id)})
    matches = {row.match_id for row in rows if isinstance(row, Verdict)}
    if matches:
        settle_verdicts(matches)


def _aliases(ids: set[int]) -> list[Alias]:
    return [alias for some in batches(ids) for alias in Alias.objects.filter(pk__in=some)]


def _refuse_named(speakers: list[Speaker]) -> None:
    """Refuse to take back the making of a speaker whom other quotes name since.

    :raises UnableToUndo: if there is one.
    """
    for speaker in speakers:
        named = 0 if speaker.is_live else Attribution.objects.live().filter(speaker=speaker).count()
        if named:
            raise UnableToUndo(
                f"{named:,} quotes name {speaker} since. Merge {speaker} into another speaker instead."
            )
