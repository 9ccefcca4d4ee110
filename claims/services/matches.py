"""Matches: related statements found by a program, judged by people.

Articles are claimed one by one (``services.claiming``), so that any number of processes divide them and
no pair is computed twice: a pair is found from the article of its later statement.
"""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from enum import Enum
from typing import NamedTuple
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Min, Q, QuerySet

from claims.matching.matcher import Matcher, ScoredPair
from claims.models import Article, Change, Match, Run, Statement, User, Verdict, VerdictKind
from claims.models.match import STORED_FROM
from claims.queries.verdicts import standing_verdicts
from claims.services.changes import begin_change, save_changed, save_new, save_quietly
from claims.services.claiming import claimed
from claims.services.held_matcher import HeldMatcher, matcher_at_hand
from claims.services.pair_writing import write_pairs
from claims.services.progress import SILENT, Progress
from claims.services.reach import measure_reach, regroup_and_measure
from claims.services.recounts import batches
from claims.services.rights import require_reviewer
from claims.services.settling import settle_matches
from claims.services.terms import note_as_compared, store_terms
from claims.services.utterances import regroup_around
from claims.services.yielding import give_way, write_alone

#: an article that changes while it is compared is compared again, so often at most in one run
MOST_TRIES = 5
#: between two looks at articles that other processes are at
WAIT_SECONDS = 0.2


class UnableToJudgeMatch(Exception):
    """The match cannot be judged; the words say why and what to do."""


Pairs = dict[tuple[int, int], ScoredPair]


@dataclass(slots=True)
class Matched:
    """What a matching run did: articles, and matches made, changed, and gone."""

    articles: int = 0
    new: int = 0
    changed: int = 0
    gone: int = 0

    def __iadd__(self, other: "Matched") -> "Matched":
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))
        return self


class _Own(NamedTuple):
    """A live statement of the article at work, as it is compared."""

    id: int
    start: int
    end: int
    stamp: int | None
    #: later statements may have been compared without it
    is_changed: bool | None


class _Compared(NamedTuple):
    """What was found for an article."""

    own: list[_Own]
    found: "Pairs"
    #: stored pairs with later statements that are found, or not, for good now
    settled: set[tuple[int, int]]


class _Outcome(Enum):
    DONE = "done"
    #: by another process, or before
    DONE_ALREADY = "done already"
    #: another process is at it
    BUSY = "busy"


def match_articles(*, articles: QuerySet[Article], run: Run, progress: Progress = SILENT) -> Matched:
    """Match the statements of articles against all live ones, one transaction an article.

    Any number of processes may do so at once: they divide the articles. A pair is found from its later
    statement, whichever article is taken first, so that a run which was stopped and gone on with finds
    what one run finds. Matches with a verdict are left alone.

    :param articles: those left to be matched; one that falls out of the query meanwhile was done by others.
    :raises Stopped: if a stop was asked for; what is done stays.
    """
    left = _in_order_of_statements(articles)
    if not left:
        return Matched()
    with matcher_at_hand(progress) as held:
        store_terms(Statement.objects.filter(article__in=articles.order_by().values("pk")), progress=progress)
        progress.begin(len(left), "articles")
        matching = _Matching(articles, run, held, set(left))
        while left:
            left = list(matching.take(left, progress))
            if left:
                time.sleep(WAIT_SECONDS)
                progress.advance(0)  # hears a stop
        matching.refresh()
    return matching.matched


class _Matching:
    """One run of one process over articles."""

    def __init__(self, articles: QuerySet[Article], run: Run, held: HeldMatcher, left: set[int]) -> None:
        self.articles, self.run, self.held = articles, run, held
        #: articles of this run that were not reached yet
        self.left = left
        self.matched = Matched()

    def take(self, ids: Iterable[int], progress: Progress) -> Iterator[int]:
        """Match articles; give those that are to be tried again, since others are at them."""
        for article in ids:
            outcome = self._match(article)
            if outcome is _Outcome.BUSY:
                yield article
                continue
            self.left.discard(article)
            self.matched.articles += outcome is _Outcome.DONE
            progress.advance()
            if outcome is _Outcome.DONE:
                give_way()

    def refresh(self) -> None:
        """Bring the matcher up to date; a match that was written while its statement went goes too."""
        gone = self.held.refresh()
        if gone:
            settle_matches(gone)

    def _match(self, article: int) -> _Outcome:
        with claimed(article) as is_mine:
            if not is_mine:
                return _Outcome.BUSY
            if not self.articles.filter(pk=article).exists():
                return _Outcome.DONE_ALREADY
            for _ in range(MOST_TRIES):
                compared = self._compare(article)
                if compared is None:
                    return _Outcome.BUSY
                if self._write(article, compared):
                    return _Outcome.DONE
        return _Outcome.BUSY

    def _compare(self, article: int) -> "_Compared | None":
        """Compare the statements of an article with all earlier ones, and changed ones with later ones too.

        None if another process is at a later article that one of its pairs may belong to.
        """
        store_terms(Statement.objects.filter(article=article))
        self.refresh()
        self.held.texts.take(article)
        own = _statements_of(article)
        found = find_pairs(self.held.matcher, [row.id for row in own])
        settled: set[tuple[int, int]] = set()
        changed = [row.id for row in own if row.is_changed]
        if changed:
            later = pairs_with_later(self.held.matcher, changed)
            stored = set(Match.objects.live().filter(left__in=changed).values_list("left_id", "right_id"))
            rights = {right for _, right in stored.union(later)} - {row.id for row in own}
            missed = self._not_found_by_others(rights)
            if missed is None:
                return None
            settled = {pair for pair in stored if pair[1] in missed}
            found.update((pair, scored) for pair, scored in later.items() if pair[1] in missed)
        within = {row.id: (row.start, row.end) for row in own}
        return _Compared(
            own, {pair: scored for pair, scored in found.items() if not _is_within(pair, within)}, settled
        )

    def _not_found_by_others(self, later: set[int]) -> set[int] | None:
        """Return the later statements whose own articles were compared already, without the changed ones.

        The others will find the pairs themselves; None if another process is about to.
        """
        missed: set[int] = set()
        rows = Statement.objects.filter(pk__in=later).values_list("article_id", "id")
        statements_of: dict[int, set[int]] = defaultdict(set)
        for other, number in rows:
            statements_of[other].add(number)
        for other, numbers in statements_of.items():
            with claimed(other) as is_mine:
                if not is_mine:
                    return None
                if not self._is_to_come(other):
                    missed |= numbers
        return missed

    def _is_to_come(self, article: int) -> bool:
        rows = Article.objects.without_matches_run().filter(pk=article)
        return rows.exists() or (article in self.left and self.articles.filter(pk=article).exists())

    def _write(self, article: int, compared: "_Compared") -> bool:
        """Write the pairs of an article; False if its statements changed since they were compared."""
        own, found, settled = compared
        ids = [row.id for row in own]
        involved = {number for pair in found for number in pair}
        try:
            with transaction.atomic():
                write_alone()
                if _stamps(_statements_of(article)) != _stamps(own):
                    return False
                hidden = _hidden(involved)
                standing = {pair: scored for pair, scored in found.items() if hidden.isdisjoint(pair)}
                new, changed, gone = write_pairs(ids, standing, self.run, settled=settled)
                note_as_compared(ids)
                regroup_around(ids)
                measure_reach(ids)
                row = Article.objects.only("id", "matches_run").get(pk=article)
                row.matches_run = self.run
                save_quietly(row, fields=["matches_run"])
        except IntegrityError:  # a person linked two of these statements just now
            return False
        self.matched.new += new
        self.matched.changed += changed
        self.matched.gone += gone
        return self._still_stands(article, own, involved)

    def _still_stands(self, article: int, own: list[_Own], involved: set[int]) -> bool:
        """Mend what people changed while the pairs were written, which a transaction does not see."""
        hidden = _hidden(involved)
        if hidden:
            settle_matches(hidden)
        if _stamps(_statements_of(article)) == _stamps(own):
            return True
        Article.objects.filter(pk=article).update(matches_run=None)
        return False


def find_pairs(matcher: Matcher, ids: list[int]) -> Pairs:
    """Return the pairs worth storing whose later statement is among ``ids``, by their two ids.

    Whatever else finds candidates joins here; a pair says by which method it was found.
    """
    return {(pair.left, pair.right): pair for pair in matcher.all_pairs(ids, min_score=STORED_FROM)}


def pairs_with_later(matcher: Matcher, ids: list[int]) -> Pairs:
    """Return the pairs worth storing whose earlier statement is among ``ids``, by their two ids."""
    pairs = matcher.pairs_touching(ids, min_score=STORED_FROM)
    chosen = set(ids)
    return {(pair.left, pair.right): pair for pair in pairs if pair.left in chosen}


def _statements_of(article: int) -> list[_Own]:
    rows = Statement.objects.live().filter(article=article).order_by("id")
    return [_Own(*row) for row in rows.values_list("id", "start", "end", "terms__stamp", "terms__is_changed")]


@transaction.atomic
def judge_match(*, match: Match, kind: str, by: User, note: str = "", token: UUID | None = None) -> Verdict:
    """Record one reviewer's verdict on a match.

    An earlier verdict by the same reviewer stays; the latest one counts. What stands on the match is what
    all its reviewers' verdicts come to (``claims.queries.verdicts``). The same ``token`` again (a
    double click, a form sent twice) returns the verdict it made.

    :raises UnableToJudgeMatch: if either statement was withdrawn since.
    """
    require_reviewer(by)
    sent_before = Verdict.objects.filter(token=token, by=by).first() if token else None
    if sent_before is not None:
        return sent_before
    match = Match.objects.select_for_update().get(pk=match.pk)
    if not match.is_live:
        raise UnableToJudgeMatch(
            "One of the two statements does not stand any more. Go on to the next match."
        )
    kind = VerdictKind(kind)
    change = begin_change(verb="judge_match", words=f"judged match {match.pk}: {kind.label}", by=by)
    verdict = record_verdict(change, match=match, kind=kind, by=by, note=note, token=token)
    regroup_and_measure([match.left_id, match.right_id])
    return verdict


def record_verdict(
    change: Change, *, match: Match, kind: str, by: User, note: str = "", token: UUID | None = None
) -> Verdict:
    """Write a reviewer's verdict on a live match as part of another service's ``change``.

    Whoever calls it regroups the two statements.
    """
    for earlier in Verdict.objects.standing().filter(match=match, by=by):
        earlier.is_latest = False
        save_changed(change, earlier, fields=["is_latest"])
    verdict = Verdict(match=match, kind=VerdictKind(kind), note=note.strip(), by=by, token=token)
    save_new(change, verdict)
    match.verdict = standing_verdicts([match.pk])[match.pk]
    match.save(update_fields=["verdict"])
    return verdict


def _stamps(own: list[_Own]) -> list[tuple[int, int | None]]:
    return [(row.id, row.stamp) for row in own]


def _hidden(statements: Iterable[int]) -> set[int]:
    hidden: set[int] = set()
    for some in batches(statements):
        rows = Statement.objects.filter(pk__in=some, is_live=False)
        hidden.update(rows.values_list("id", flat=True))
    return hidden


def _in_order_of_statements(articles: QuerySet[Article]) -> list[int]:
    """Return the ids of the articles, those with the oldest statements first."""
    first = Min("statements__id", filter=Q(statements__is_live=True))
    ids = dict(articles.order_by().annotate(first_statement=first).values_list("id", "first_statement"))
    return sorted(ids, key=lambda article: (ids[article] or 0, article))


def _is_within(pair: tuple[int, int], spans: dict[int, tuple[int, int]]) -> bool:
    """Say whether both statements are of this article and one lies over the other (a quote in a quote)."""
    if pair[0] not in spans or pair[1] not in spans:
        return False
    (left_start, left_end), (right_start, right_end) = spans[pair[0]], spans[pair[1]]
    return left_start < right_end and right_start < left_end
