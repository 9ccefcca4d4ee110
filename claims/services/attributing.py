"""Who said a quote, set by a person: attributions and the names they go by."""

from collections.abc import Sequence

from claims.models import Alias, Attribution, Change, Quote, Speaker
from claims.queries.speakers import NAME_LENGTH, name_key, speakers_named
from claims.services.changes import save_changed, save_new
from claims.services.resolving import means_one_anywhere
from claims.text.found import SpeakerKind

#: of what a person says
PERSON_CONFIDENCE = 1.0


class UnableToName(Exception):
    """A name that a person typed cannot be used; the words say why and what to do."""


def clean_name(name: str) -> str:
    """Return a typed name as it is stored.

    :raises UnableToName: if nothing is left of it, or it is too long.
    """
    bare = " ".join(name.split())
    if not any(char.isalnum() for char in bare):
        raise UnableToName("Type a name.")
    if len(bare) > NAME_LENGTH:
        raise UnableToName(f"A name takes {NAME_LENGTH} characters. Shorten it.")
    return bare


def find_or_make_speaker(change: Change, name: str, kind: str = Speaker.Kind.PERSON) -> Speaker:
    """Return the one speaker whom a typed name means, or a new one.

    :raises UnableToName: if several go by it.
    """
    name = clean_name(name)
    meant = speakers_named(name)
    if len(meant) > 1:
        raise UnableToName(f"{len(meant)} speakers go by “{name}”. Choose one of them from the list.")
    if meant:
        return meant[0]
    speaker = Speaker(name=name, kind=kind)
    save_new(change, speaker)
    own_name(change, speaker)
    return speaker


def own_name(change: Change, speaker: Speaker) -> Alias:
    """Return the alias that is the speaker's canonical name, noting it where it is missing."""
    alias = Alias.objects.filter(speaker=speaker, name=speaker.name).first()
    if alias is None:
        kind = SpeakerKind(speaker.kind.lower())
        alias = Alias(
            speaker=speaker,
            name=speaker.name,
            name_folded=name_key(speaker.name),
            kind=Alias.Kind.DESCRIPTION if kind == SpeakerKind.UNNAMED else Alias.Kind.NAME,
            resolves=means_one_anywhere(speaker.name, kind),
        )
        save_new(change, alias)
    return alias


def attribute(change: Change, quote: Quote, speakers: Sequence[Speaker]) -> None:
    """Let a quote have exactly these speakers, in this order; none says unknown.

    The words that name the speaker in the article stay: a person says who they mean, not where they stand.
    """
    existing = list(Attribution.objects.filter(quote=quote).order_by("-is_live", "order", "id"))
    mentions = [row for row in existing if row.is_live]
    rows: dict[int | None, Attribution] = {}
    for row in existing:
        rows.setdefault(row.speaker_id, row)
    wanted: list[Speaker | None] = list(dict.fromkeys(speakers)) or [None]
    ids = {speaker.pk if speaker else None for speaker in wanted}
    for row in mentions:
        if row.speaker_id not in ids:
            row.is_live = False
            save_changed(change, row, fields=["is_live"])
    for order, speaker in enumerate(wanted):
        kept = rows.get(speaker.pk if speaker else None)
        if kept is not None:
            kept.order, kept.is_live, kept.confidence = order, True, PERSON_CONFIDENCE
            save_changed(change, kept, fields=["order", "is_live", "confidence"])
        else:
            mention = mentions[min(order, len(mentions) - 1)] if mentions else None
            save_new(change, _attribution(change, quote, speaker, order, mention))


def _attribution(
    change: Change, quote: Quote, speaker: Speaker | None, order: int, mention: Attribution | None
) -> Attribution:
    return Attribution(
        quote=quote,
        speaker=speaker,
        alias=own_name(change, speaker) if speaker else None,
        order=order,
        mention_start=mention.mention_start if mention else None,
        mention_end=mention.mention_end if mention else None,
        mention=mention.mention if mention else "",
        confidence=PERSON_CONFIDENCE,
        day=quote.day,
    )
