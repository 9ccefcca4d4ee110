"""Speakers: renamed, merged, split, named and placed by people. Each act is one Change and can be undone.

An attribution points to a speaker through one of the speaker's names, so moving a name moves all that
was said under it: a merge moves names, a split moves them back, whatever the number of quotes.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.db import transaction

from claims.models import Alias, Attribution, Change, Position, Speaker, User
from claims.queries.speakers import name_key
from claims.services.attributing import clean_name, own_name
from claims.services.bulk_changes import update_many
from claims.services.changes import begin_change, save_changed, save_new, save_quietly
from claims.services.pair_answers import answer_by_merge, answer_by_split
from claims.services.recounts import batches, deal_slots, recount_speakers
from claims.services.rights import require_reviewer
from claims.services.settling import statements_said_by, statements_under_names
from claims.services.utterances import regroup_around


class UnableToChangeSpeaker(Exception):
    """The speaker cannot be changed so; the words say why and what to do."""


@transaction.atomic
def rename_speaker(*, speaker: Speaker, name: str, by: User) -> Speaker:
    """Give a speaker another canonical name; the old one stays an alias.

    :raises UnableToName: if it is no name.
    :raises UnableToChangeSpeaker: if the speaker was merged into another.
    """
    require_reviewer(by)
    speaker = _live(speaker)
    name = clean_name(name)
    if name == speaker.name:
        return speaker
    change = begin_change(verb="rename_speaker", words=f"renamed {speaker} to {name}", by=by)
    speaker.name = name
    save_changed(change, speaker, fields=["name"])
    own_name(change, speaker)
    return speaker


@transaction.atomic
def merge_speakers(*, speakers: Sequence[Speaker], into: Speaker, by: User) -> Speaker:
    """Say that several speakers are one: names, positions and quotes go over to ``into``.

    The merged ones stay, out of sight, and lead on to it. Where a quote names both, one attribution stays.

    :raises UnableToChangeSpeaker: if ``into`` is among them, or one of all was merged already.
    """
    require_reviewer(by)
    merged = [_live(speaker) for speaker in dict.fromkeys(speakers)]
    into = _live(into)
    if not merged or into in merged:
        raise UnableToChangeSpeaker("Choose the speakers to merge, and another one to merge them into.")
    names = " and ".join(str(speaker) for speaker in merged)
    change = begin_change(verb="merge_speakers", words=f"merged {names} into {into}", by=by)
    said = _statements_of_fewer(merged, into)
    _retire_doubles(change, [*merged, into], into)
    for speaker in merged:
        _move_names(change, list(Alias.objects.filter(speaker=speaker)), into)
        _move_positions(change, speaker, into)
        _lead_on(change, speaker, into)
    answer_by_merge(change, merged, into)
    recount_speakers([into.pk, *(speaker.pk for speaker in merged)])
    deal_slots()
    regroup_around(said)
    return into


@transaction.atomic
def split_speaker(*, speaker: Speaker, aliases: Sequence[Alias], name: str, by: User) -> Speaker:
    """Take some names of a speaker, and all that was said under them, over to a new speaker.

    :raises UnableToName: if ``name`` is no name.
    :raises UnableToChangeSpeaker: if a name is not the speaker's, or is the canonical one.
    """
    require_reviewer(by)
    speaker = _live(speaker)
    name = clean_name(name)
    chosen = list(Alias.objects.filter(pk__in=[alias.pk for alias in aliases]))
    if not chosen or any(alias.speaker_id != speaker.pk for alias in chosen):
        raise UnableToChangeSpeaker(f"Choose names of {speaker} to split off.")
    if any(alias.name == speaker.name for alias in chosen):
        raise UnableToChangeSpeaker(
            f"“{speaker.name}” is the name that stays. Rename the speaker first, or choose other names."
        )
    change = begin_change(verb="split_speaker", words=f"split {name} off {speaker}", by=by)
    made = Speaker(name=name, kind=speaker.kind, country=speaker.country, language=speaker.language)
    save_new(change, made)
    _move_names(change, chosen, made)
    own_name(change, made)
    answer_by_split(change, speaker, made)
    recount_speakers([speaker.pk, made.pk])
    deal_slots()
    regroup_around(statements_under_names([alias.pk for alias in chosen]))
    made.refresh_from_db()
    return made


@transaction.atomic
def add_alias(*, speaker: Speaker, name: str, by: User) -> Alias:
    """Note another name of a speaker; from then on it means this speaker in every article.

    :raises UnableToName: if it is no name.
    """
    require_reviewer(by)
    speaker = _live(speaker)
    name = clean_name(name)
    alias = Alias.objects.filter(speaker=speaker, name=name).first()
    if alias is not None and alias.resolves:
        return alias
    change = begin_change(verb="add_alias", words=f"noted that {speaker} is also called {name}", by=by)
    if alias is None:
        alias = Alias(speaker=speaker, name=name, name_folded=name_key(name), resolves=True)
        save_new(change, alias)
    else:
        alias.resolves = True
        save_changed(change, alias, fields=["resolves"])
    return alias


@transaction.atomic
def add_position(
    *,
    speaker: Speaker,
    title: str,
    by: User,
    starts_on: date | None = None,
    ends_on: date | None = None,
    organisation: Speaker | None = None,
    country: str = "",
) -> Position:
    """Note what a speaker is or was: an office, an affiliation, or both, with its days as far as known.

    :raises UnableToChangeSpeaker: if it says nothing, or ends before it starts.
    """
    require_reviewer(by)
    speaker = _live(speaker)
    title = " ".join(title.split())[:200]
    if not title and organisation is None:
        raise UnableToChangeSpeaker("Type the position, or choose the organisation.")
    if starts_on and ends_on and ends_on < starts_on:
        raise UnableToChangeSpeaker("The position ends before it starts. Change one of the days.")
    change = begin_change(
        verb="add_position", words=f"noted a position of {speaker}: {title or organisation}", by=by
    )
    position = Position(
        speaker=speaker,
        title=title,
        organisation=organisation,
        country=country.strip()[:80],
        starts_on=starts_on,
        ends_on=ends_on,
    )
    save_new(change, position)
    return position


def follow_names(aliases: Sequence[Alias]) -> set[int]:
    """Let what was said under names belong to the speakers that the names belong to now.

    Returns the speakers that gained or lost something.
    """
    concerned: set[int] = set()
    for alias in aliases:
        wrong = Attribution.objects.filter(alias=alias).exclude(speaker=alias.speaker_id)
        lost = set(wrong.values_list("speaker_id", flat=True).distinct())
        if lost:
            wrong.update(speaker=alias.speaker_id)
            concerned |= {*lost, alias.speaker_id}
    return {speaker for speaker in concerned if speaker is not None}


def _live(speaker: Speaker) -> Speaker:
    """Return the speaker as it is now.

    :raises UnableToChangeSpeaker: if it was merged or retired.
    """
    speaker = Speaker.objects.select_for_update().get(pk=speaker.pk)
    if not speaker.is_live:
        into = speaker.merged_into
        where = f"was merged into {into}. Choose that one." if into else "was retired. Choose another."
        raise UnableToChangeSpeaker(f"{speaker} {where}")
    return speaker


def _statements_of_fewer(merged: Sequence[Speaker], into: Speaker) -> set[int]:
    """Return the statements of the side that has fewer: a new utterance has some of both."""
    is_fewer = sum(speaker.quote_count for speaker in merged) <= into.quote_count
    return statements_said_by([speaker.pk for speaker in (merged if is_fewer else [into])])


def _retire_doubles(change: Change, speakers: Sequence[Speaker], into: Speaker) -> None:
    """Of a quote's attributions to speakers who are one, let one stand: the one to ``into``, or the first."""
    of_quote: dict[int, list[Attribution]] = defaultdict(list)
    live = Attribution.objects.live().filter(speaker__in=[speaker.pk for speaker in speakers])
    merged = live.exclude(speaker=into).values("quote")
    for attribution in live.filter(quote__in=merged).order_by("order", "id"):
        of_quote[attribution.quote_id].append(attribution)
    doubles: list[Attribution] = []
    for rows in of_quote.values():
        doubles += sorted(rows, key=lambda row: row.speaker_id != into.pk)[1:]
    for double in doubles:
        double.is_live = False
    update_many(change, doubles, fields=["is_live"])


def _move_names(change: Change, aliases: Sequence[Alias], to: Speaker) -> None:
    """Give names, and what was said under them, to a speaker; one that it has already stays behind."""
    has = {alias.name: alias for alias in Alias.objects.filter(speaker=to)}
    moved: list[Alias] = []
    for alias in aliases:
        twin = has.get(alias.name)
        if twin is None:
            alias.speaker = to
            save_changed(change, alias, fields=["speaker"])
            moved.append(alias)
        else:
            _move_under(change, alias, twin)
    for some in batches(alias.pk for alias in moved):
        Attribution.objects.filter(alias__in=some).update(speaker=to)


def _move_under(change: Change, alias: Alias, twin: Alias) -> None:
    """Put what was said under one name under the same name of another speaker."""
    rows = list(Attribution.objects.filter(alias=alias))
    for row in rows:
        row.alias, row.speaker = twin, twin.speaker
    update_many(change, rows, fields=["alias", "speaker"])


def _move_positions(change: Change, speaker: Speaker, into: Speaker) -> None:
    for position in Position.objects.filter(speaker=speaker, is_live=True):
        position.speaker = into
        save_changed(change, position, fields=["speaker"])
    for position in Position.objects.filter(organisation=speaker, is_live=True):
        position.organisation = into
        save_changed(change, position, fields=["organisation"])


def _lead_on(change: Change, speaker: Speaker, into: Speaker) -> None:
    """Take a merged speaker out of sight; its colour goes to the one it was merged into, if that has none."""
    slot = speaker.slot
    speaker.merged_into, speaker.is_live = into, False
    save_changed(change, speaker, fields=["merged_into", "is_live"])
    if slot:
        speaker.slot = 0
        save_quietly(speaker, fields=["slot"])
        if not into.slot:
            into.slot = slot
            save_quietly(into, fields=["slot"])
