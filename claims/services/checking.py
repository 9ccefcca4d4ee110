"""The list "to check": one decision on a quote that no person has looked at yet."""

from enum import StrEnum

from django.db import transaction

from claims.models import Quote, Speaker, User
from claims.services.quotes import confirm_quote, name_speaker, reject_quote, set_speakers
from claims.services.rights import require_reviewer


class Answer(StrEnum):
    """What a person says about a quote."""

    RIGHT = "right"  #: right as it stands
    SPEAKER = "speaker"  #: somebody else said it
    UNKNOWN = "unknown"  #: nobody can tell who said it
    NO_QUOTE = "no_quote"


class UnableToCheck(Exception):
    """The decision was not taken; the words say why and what to do."""


@transaction.atomic
def check_quote(
    *, quote: Quote, answer: str, by: User, speaker: Speaker | None = None, name: str = ""
) -> Quote:
    """Take one decision on a quote of the list "to check": one Change, as the same correction elsewhere.

    Two people at once do not decide twice: what somebody looked at meanwhile is left as that person left it.

    :param answer: of ``Answer``.
    :param speaker: who said it, or ``name`` as it was typed; for ``Answer.SPEAKER``.
    :raises UnableToCheck: if somebody decided meanwhile, or nobody is named.
    :raises UnableToCorrectQuote: if the speaker was merged since.
    :raises UnableToName: if the name is none, or several speakers go by it.
    """
    require_reviewer(by)
    quote = Quote.objects.select_for_update().get(pk=quote.pk)
    if quote.touched_by is not None:
        raise UnableToCheck(_decided(quote))
    if not quote.is_live:
        raise UnableToCheck("The program does not find this quote any more. Go on with the next one.")
    match answer:
        case Answer.RIGHT:
            return confirm_quote(quote=quote, by=by)
        case Answer.UNKNOWN:
            return set_speakers(quote=quote, speakers=[], by=by)
        case Answer.NO_QUOTE:
            return reject_quote(quote=quote, by=by)
        case Answer.SPEAKER if speaker is not None:
            return set_speakers(quote=quote, speakers=[speaker], by=by)
        case Answer.SPEAKER if name:
            return name_speaker(quote=quote, name=name, by=by)
        case Answer.SPEAKER:
            raise UnableToCheck("Choose one of the speakers, or type a name.")
    raise ValueError(f"no answer is called {answer!r}")


def _decided(quote: Quote) -> str:
    """Return who decided on a quote, and what."""
    assert quote.touched_by is not None
    last = quote.history.filter(change__isnull=False).order_by("-history_id").first()
    said = f": {last.change.words}" if last is not None else ""
    return f"{quote.touched_by.shown_name} decided on this quote already{said}. It stays so."
