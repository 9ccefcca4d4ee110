"""Settling: what hangs on quotes, statements and names is brought into line after somebody changed them."""

from collections.abc import Collection, Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from claims.models import Attribution, Match, Quote, Statement, Verdict
from claims.services.reach import measure_reach, regroup_and_measure
from claims.services.recounts import batches, number_statements, recount_speakers, recount_verdicts
from claims.services.terms import settle_terms
from claims.services.utterances import regroup_around

#: a pair that the program did not find, and of which no reviewer says anything any more
LINKS_NOTHING = Q(method=Match.Method.PERSON) & ~Exists(
    Verdict.objects.standing().filter(match=OuterRef("pk"))
)


def settle_quotes(quotes: Iterable[Quote]) -> None:
    """Bring what hangs on quotes into line with them after a person changed, rejected or restored them.

    Statements and matches live where their quotes do; statements are numbered and grouped, speakers counted.
    """
    quotes = list(quotes)
    ids = [quote.pk for quote in quotes]
    for some in batches(ids):
        dead = Q(quote__is_live=False) | ~Q(status=Statement.Status.STANDING)
        Statement.objects.filter(dead, quote__in=some, is_live=True).update(is_live=False)
        Attribution.objects.filter(quote__in=some, quote__is_live=False, is_live=True).update(is_live=False)
    statement_ids = Statement.objects.filter(quote__in=ids).values_list("id", flat=True)
    settle_matches(set(statement_ids))
    number_statements({quote.article_id for quote in quotes})
    speakers = Attribution.objects.filter(quote__in=ids, speaker__isnull=False)
    recount_speakers(set(speakers.values_list("speaker_id", flat=True)))
    regroup_around(statement_ids)


def settle_matches(statement_ids: Collection[int]) -> int:
    """Let the matches of these statements live exactly where both of their statements do.

    A pair that only people linked lives only while a verdict stands on it. Returns how many changed.
    """
    settle_terms(statement_ids)
    changed = 0
    both_live = Q(left__is_live=True, right__is_live=True) & ~LINKS_NOTHING
    for some in batches(statement_ids):
        back = list(Statement.objects.live().filter(pk__in=some).values_list("id", flat=True))
        for side in ("left__in", "right__in"):
            dead = Match.objects.live().filter(**{side: some}).exclude(both_live)
            changed += _set_live(dead, False)
            if back:  # hidden matches have no index by their right side: they are asked for only if need be
                changed += _set_live(Match.objects.filter(both_live, is_live=False, **{side: back}), True)
    return changed


def settle_verdicts(match_ids: Collection[int]) -> None:
    """Bring what hangs on verdicts into line with them after some were taken back."""
    recount_verdicts(match_ids)
    sides = Match.objects.filter(pk__in=match_ids).values_list("left_id", "right_id")
    statements = {side for pair in sides for side in pair}
    settle_matches(statements)
    regroup_and_measure(statements)
    measure_reach(statements)  # of what is unjudged again, too


def _set_live(matches: QuerySet[Match], is_live: bool) -> int:
    ids = list(matches.values_list("id", flat=True))
    for some in batches(ids):
        Match.objects.filter(pk__in=some).update(is_live=is_live)
    return len(ids)


def statements_said_by(speaker_ids: Collection[int]) -> set[int]:
    """Return the live statements of speakers."""
    said = Attribution.objects.live().filter(speaker__in=speaker_ids).values("quote")
    return set(Statement.objects.live().filter(quote__in=said).values_list("id", flat=True))


def statements_under_names(alias_ids: Collection[int]) -> set[int]:
    """Return the live statements that were said under names."""
    said = Attribution.objects.live().filter(alias__in=alias_ids).values("quote")
    return set(Statement.objects.live().filter(quote__in=said).values_list("id", flat=True))
