"""Quotes, corrected by people.

What a person does is one Change: it outlives every re-run, and can be undone.
"""

from collections.abc import Sequence

from django.db import transaction

from claims.models import Article, Change, Kind, Quote, QuoteFold, Speaker, Statement, User
from claims.queries.statements import hash_words, parts_of
from claims.services.attributing import PERSON_CONFIDENCE, attribute, find_or_make_speaker
from claims.services.changes import begin_change, changed_records, save_changed, save_new
from claims.services.rights import require_reviewer
from claims.services.selection import Selected, UnableToSelect, read_selection
from claims.services.settling import settle_quotes
from claims.text.folding import fold_text
from claims.text.spans import Span, cut_parts, hull

SHOWN_WORDS = 60  # characters of a quote in the words of a change


class UnableToCorrectQuote(Exception):
    """The quote cannot be corrected so; the words say why and what to do."""


@transaction.atomic
def set_speakers(*, quote: Quote, speakers: Sequence[Speaker], by: User) -> Quote:
    """Say who said a quote; no speaker at all says that it is unknown.

    :raises UnableToCorrectQuote: if the quote was rejected or withdrawn, or a speaker was merged.
    """
    require_reviewer(by)
    quote = _standing(quote)
    gone = next((speaker for speaker in speakers if not speaker.is_live), None)
    if gone is not None:
        leads_to = f" into {gone.merged_into}. Choose that one." if gone.merged_into else ". Choose another."
        raise UnableToCorrectQuote(f"{gone} was merged{leads_to}")
    names = " and ".join(str(speaker) for speaker in speakers) or "unknown"
    change = _begin("set_speakers", f"set the speaker of {_shown(quote)} to {names}", by)
    return _set_speakers(change, quote, speakers)


@transaction.atomic
def name_speaker(*, quote: Quote, name: str, by: User, kind: str = Speaker.Kind.PERSON) -> Quote:
    """Say who said a quote by typing a name; a name that nobody has makes a new speaker.

    :param kind: of a new speaker.
    :raises UnableToName: if it is no name, or several speakers go by it.
    :raises UnableToCorrectQuote: if the quote was rejected or withdrawn.
    """
    require_reviewer(by)
    quote = _standing(quote)
    change = _begin("name_speaker", f"named the speaker of {_shown(quote)}: {' '.join(name.split())}", by)
    return _set_speakers(change, quote, [find_or_make_speaker(change, name, kind)])


@transaction.atomic
def add_named_speaker(*, quote: Quote, name: str, by: User) -> Quote:
    """Say by a typed name who said a quote too, beside its speakers; a name that nobody has makes a new one.

    :raises UnableToName: if it is no name, or several speakers go by it.
    :raises UnableToCorrectQuote: if the quote was rejected or withdrawn.
    """
    require_reviewer(by)
    quote = _standing(quote)
    words = f"added {' '.join(name.split())} as one more speaker of {_shown(quote)}"
    change = _begin("add_named_speaker", words, by)
    now = [row.speaker for row in quote.attributions.named() if row.speaker is not None]
    return _set_speakers(change, quote, [*now, find_or_make_speaker(change, name)])


@transaction.atomic
def reject_quote(*, quote: Quote, by: User) -> Quote:
    """Say that this is no quote. It is kept out of every list, and its span stays taken over re-runs.

    Its statements go with it; their tags stay, uncounted, and come back when it is restored.
    """
    require_reviewer(by)
    quote = _standing(quote)
    change = _begin("reject_quote", f"rejected {_shown(quote)}", by)
    for statement in quote.statements.live():
        statement.status, statement.is_live = statement.Status.REJECTED, False
        save_changed(change, statement, fields=["status", "is_live"])
    for attribution in quote.attributions.live():
        attribution.is_live = False
        save_changed(change, attribution, fields=["is_live"])
    quote.status, quote.is_live = Quote.Status.REJECTED, False
    save_changed(change, quote, fields=["status", "is_live"])
    settle_quotes([quote])
    return quote


@transaction.atomic
def restore_quote(*, quote: Quote, by: User) -> Quote:
    """Let a rejected quote stand again, with the speakers and statements that went with it.

    :raises UnableToCorrectQuote: if it was not rejected.
    """
    require_reviewer(by)
    quote = Quote.objects.select_for_update().get(pk=quote.pk)
    if quote.status != Quote.Status.REJECTED:
        raise UnableToCorrectQuote(
            "Only a rejected quote can be restored. Load the page again to see how this one stands."
        )
    rejection = _rejection_of(quote)
    change = _begin("restore_quote", f"restored {_shown(quote)}", by)
    is_live = quote.article.is_live
    quote.status, quote.is_live = Quote.Status.STANDING, is_live
    save_changed(change, quote, fields=["status", "is_live"])
    went = changed_records(rejection) if rejection else []
    gone = {(record.instance_type, record.id) for record in went}
    for statement in quote.statements.filter(status="REJECTED"):
        if (type(statement), statement.pk) in gone:
            statement.status, statement.is_live = statement.Status.STANDING, is_live
            save_changed(change, statement, fields=["status", "is_live"])
    for attribution in quote.attributions.filter(is_live=False):
        if (type(attribution), attribution.pk) in gone:
            attribution.is_live = is_live
            save_changed(change, attribution, fields=["is_live"])
    settle_quotes([quote])
    return quote


@transaction.atomic
def confirm_quote(*, quote: Quote, by: User) -> Quote:
    """Say that a quote is right as it stands: it leaves the list "to check", and programs leave it alone."""
    require_reviewer(by)
    quote = _standing(quote)
    change = _begin("confirm_quote", f"confirmed {_shown(quote)}", by)
    quote.confidence = PERSON_CONFIDENCE
    save_changed(change, quote, fields=["confidence"])
    return quote


@transaction.atomic
def change_kind(*, quote: Quote, kind: str, by: User) -> Quote:
    """Say whose words a quote holds: direct, mixed or indirect."""
    require_reviewer(by)
    quote = _standing(quote)
    if quote.kind == kind:
        return quote
    change = _begin("change_kind", f"called {_shown(quote)} {Kind(kind).label}", by)
    quote.kind = Kind(kind)
    save_changed(change, quote, fields=["kind"])
    return quote


@transaction.atomic
def add_quote(
    *, article: Article, start: int, end: int, kind: str, speakers: Sequence[Speaker] = (), by: User
) -> Quote:
    """Add a quote that the program missed, by the place of its words in the article.

    Outer blanks, and a direct quote's outer marks and dash, are left out. It is cut into statements.

    :raises UnableToCorrectQuote: if the words are a quote already, cross the border of one, or say nothing.
    """
    require_reviewer(by)
    try:
        selected = read_selection(article.text, article.body_start, start, end, kind, article.language)
    except UnableToSelect as problem:
        raise UnableToCorrectQuote(str(problem)) from problem
    outer = _quote_around(article, hull(selected.parts))
    change = _begin("add_quote", f"added “{_short(cut_parts(article.text, selected.parts))}”", by)
    quote = _save_added(change, article, kind, selected, outer)
    _add_statements(change, quote, article, selected)
    attribute(change, quote, speakers)
    settle_quotes([quote])
    Article.objects.filter(pk=article.pk).update(matches_run=None)
    return quote


def _standing(quote: Quote) -> Quote:
    """Return the quote as it is now.

    :raises UnableToCorrectQuote: if it does not stand.
    """
    quote = Quote.objects.select_for_update().get(pk=quote.pk)
    if quote.status == Quote.Status.REJECTED:
        raise UnableToCorrectQuote("This quote was rejected. Restore it first.")
    if quote.status == Quote.Status.WITHDRAWN:
        raise UnableToCorrectQuote("The program withdrew this quote. Add it again by selecting its words.")
    return quote


def _begin(verb: str, words: str, by: User) -> Change:
    return begin_change(verb=verb, words=words, by=by)


def _shown(quote: Quote) -> str:
    return f"“{_short(quote.exact)}”"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= SHOWN_WORDS else words[: SHOWN_WORDS - 1] + "…"


def _set_speakers(change: Change, quote: Quote, speakers: Sequence[Speaker]) -> Quote:
    attribute(change, quote, speakers)
    quote.confidence = PERSON_CONFIDENCE
    save_changed(change, quote, fields=["confidence"])
    settle_quotes([quote])
    return quote


def _rejection_of(quote: Quote) -> Change | None:
    """Return the change that rejected a quote which is rejected now."""
    last = None
    for record in quote.history.filter(status=Quote.Status.REJECTED).order_by("-history_id"):
        before = record.prev_record
        last = record.change
        if before is None or before.status != Quote.Status.REJECTED:
            break
    return last


def _quote_around(article: Article, span: Span) -> Quote | None:
    """Return the smallest standing quote that the span lies in.

    :raises UnableToCorrectQuote: if the span is a quote already, or crosses the border of one.
    """
    standing = Quote.objects.filter(article=article, status=Quote.Status.STANDING)
    around: list[Quote] = []
    for other in standing.filter(start__lt=span.end, end__gt=span.start):
        theirs = Span(other.start, other.end)
        if theirs == span:
            raise UnableToCorrectQuote(
                "These words are a quote already. Correct that one, or select other words."
            )
        if theirs.holds(span):
            around.append(other)
        elif not span.holds(theirs):
            raise UnableToCorrectQuote(
                f"These words hold only a part of {_shown(other)}. Reject it first, or choose other words."
            )
    return min(around, key=lambda quote: quote.end - quote.start, default=None)


def _save_added(
    change: Change, article: Article, kind: str, selected: Selected, outer: Quote | None
) -> Quote:
    """Save the row of an added quote: a new one, or the rejected or withdrawn one of the same span."""
    span = hull(selected.parts)
    quote = Quote.objects.filter(article=article, start=span.start, end=span.end).first()
    is_new = quote is None
    if quote is None:
        quote = Quote(article=article, start=span.start, end=span.end)
    quote.parts, quote.quoted = parts_of(selected.parts), parts_of(selected.quoted)
    quote.exact = cut_parts(article.text, selected.parts)
    quote.kind, quote.form, quote.inside = Kind(kind), selected.form, outer
    quote.confidence = PERSON_CONFIDENCE
    quote.status, quote.is_live = Quote.Status.STANDING, article.is_live
    quote.day, quote.outlet_id = article.day, article.outlet_id
    if is_new:
        save_new(change, quote)
    else:
        fields = ["parts", "quoted", "exact", "kind", "form", "inside", "confidence", "status", "is_live"]
        save_changed(change, quote, fields=[*fields, "day", "outlet"])
    QuoteFold.objects.update_or_create(quote=quote, defaults={"folded": fold_text(quote.exact)})
    return quote


def _add_statements(change: Change, quote: Quote, article: Article, selected: Selected) -> None:
    for parts in selected.statements:
        span, exact = hull(parts), cut_parts(article.text, parts)
        statement = Statement(
            quote=quote,
            article=article,
            start=span.start,
            end=span.end,
            parts=parts_of(parts),
            exact=exact,
            words_hash=hash_words(exact),
            is_live=quote.is_live,
            day=article.day,
        )
        save_new(change, statement)
