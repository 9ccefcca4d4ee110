"""Matches: related statements found by a program, judged by people."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Min, Q, QuerySet

from claims.matching.explain import to_data
from claims.matching.index import IndexRow
from claims.matching.matcher import Matcher, ScoredPair, StatementsOf, primary_language
from claims.matching.matcher import Statement as Compared
from claims.matching.terms import VERSION as TERMS_VERSION
from claims.matching.terms import terms_blob
from claims.models import Article, Change, Match, Run, Statement, StatementTerms, User, Verdict, VerdictKind
from claims.models.match import STORED_FROM
from claims.queries.verdicts import standing_verdicts
from claims.services.changes import begin_change, save_changed, save_new, save_quietly
from claims.services.progress import SILENT, Progress
from claims.services.recounts import BATCH, batches
from claims.services.rights import require_reviewer
from claims.services.utterances import regroup_around
from claims.services.yielding import give_way

MATCH_COLUMNS = (
    "score", "raw_score", "relation", "features", "negation_differs", "numbers_differ", "is_live", "run",
    "method",
)  # fmt: skip
DIGITS = 4  # of scores and features as they are stored


class UnableToJudgeMatch(Exception):
    """The match cannot be judged; the words say why and what to do."""


@dataclass(slots=True)
class Matched:
    """What a matching run did: articles, and matches made, changed, and gone."""

    articles: int = 0
    new: int = 0
    changed: int = 0
    gone: int = 0


def match_articles(*, articles: QuerySet[Article], run: Run, progress: Progress = SILENT) -> Matched:
    """Match the statements of articles against all live ones, one transaction an article.

    A pair is found from its later statement, whichever article is taken first, so that a run which was
    stopped and gone on with finds what one run finds. Matches with a verdict are left alone.

    :raises Stopped: if a stop was asked for; what is done stays.
    """
    store_terms(progress=progress)
    ids = _in_order_of_statements(articles)
    latest = _latest_of_others(articles)
    progress.begin(len(ids), "articles")
    matched = Matched()
    if not ids:
        return matched
    texts = StatementTexts()
    matcher = load_matcher(texts)
    for article in ids:
        texts.take(article)
        _match_article(article, matcher, latest, run, matched)
        matched.articles += 1
        progress.advance()
        give_way()
    return matched


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
    regroup_around([match.left_id, match.right_id])
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


def store_terms(*, progress: Progress = SILENT) -> int:
    """Store the terms of live statements that have none, or those of other rules. Returns how many."""
    missing = Q(terms__isnull=True) | ~Q(terms__version=TERMS_VERSION)
    ids = list(Statement.objects.live().filter(missing).order_by("id").values_list("id", flat=True))
    if not ids:
        return 0
    progress.begin(len(ids), "statements read")
    for place in range(0, len(ids), BATCH):
        some = ids[place : place + BATCH]
        rows = Statement.objects.filter(pk__in=some).values_list("id", "exact", "article__language")
        fresh = [
            StatementTerms(statement_id=number, terms=terms_blob(exact, language), version=TERMS_VERSION)
            for number, exact, language in rows
        ]
        StatementTerms.objects.bulk_create(
            fresh, update_conflicts=True, unique_fields=["statement"], update_fields=["terms", "version"]
        )
        progress.advance(len(some))
        give_way()
    return len(ids)


def load_matcher(statements_of: StatementsOf) -> Matcher:
    """Return a matcher over all live statements, from their stored terms."""
    rows = StatementTerms.objects.filter(statement__is_live=True).order_by("statement")
    columns = rows.values_list("statement_id", "terms", "statement__quote_id", "statement__article__language")
    return Matcher.from_blobs(_index_rows(columns.iterator(chunk_size=5_000)), statements_of)


def _index_rows(columns: Iterable[tuple[int, bytes | memoryview, int, str]]) -> Iterator[IndexRow]:
    for number, blob, quote, language in columns:
        yield IndexRow(number, bytes(blob), quote, primary_language(language))


class StatementTexts:
    """Gives the matcher the statements it compares; those of the article at work are read at once."""

    def __init__(self) -> None:
        self.at_hand: dict[int, Compared] = {}

    def take(self, article_id: int) -> None:
        """Read the statements of an article."""
        rows = _to_compare(Statement.objects.filter(article=article_id))
        self.at_hand = {statement.id: statement for statement in rows}

    def __call__(self, ids: Collection[int]) -> list[Compared]:
        """Return statements by their ids."""
        known = [self.at_hand[number] for number in ids if number in self.at_hand]
        missing = [number for number in ids if number not in self.at_hand]
        return known + _to_compare(Statement.objects.filter(pk__in=missing)) if missing else known


def _to_compare(statements: QuerySet[Statement]) -> list[Compared]:
    """Return statements as the matcher takes them."""
    rows = statements.values_list("id", "exact", "article__language", "quote_id")
    return [Compared(number, exact, language, quote=quote) for number, exact, language, quote in rows]


def _in_order_of_statements(articles: QuerySet[Article]) -> list[int]:
    """Return the ids of the articles, those with the oldest statements first."""
    first = Min("statements__id", filter=Q(statements__is_live=True))
    ids = dict(articles.order_by().annotate(first_statement=first).values_list("id", "first_statement"))
    return sorted(ids, key=lambda article: (ids[article] or 0, article))


def _latest_of_others(articles: QuerySet[Article]) -> int:
    """Return the largest id of the live statements that are not to be matched now."""
    others = Statement.objects.live().exclude(article__in=articles.order_by().values("pk"))
    return others.aggregate(latest=Max("id"))["latest"] or 0


@transaction.atomic
def _match_article(article_id: int, matcher: Matcher, latest: int, run: Run, matched: Matched) -> None:
    rows = Statement.objects.live().filter(article=article_id).order_by("id")
    spans = {row.pk: (row.start, row.end) for row in rows.only("id", "start", "end")}
    ids = [number for number in spans if number in matcher.index]
    found = {(pair.left, pair.right): pair for pair in matcher.all_pairs(ids, min_score=STORED_FROM)}
    if ids and ids[0] < latest:
        # a statement that came back, older than some that are not matched now: they look for it no more
        touching = matcher.pairs_touching(ids, min_score=STORED_FROM)
        found.update(((pair.left, pair.right), pair) for pair in touching if pair.right not in spans)
    for pair in [pair for pair in found if _is_within(pair, spans)]:
        del found[pair]
    _write_pairs(list(spans), found, run, matched)
    article = Article.objects.only("id", "matches_run").get(pk=article_id)
    article.matches_run = run
    save_quietly(article, fields=["matches_run"])
    regroup_around(spans)


def _is_within(pair: tuple[int, int], spans: dict[int, tuple[int, int]]) -> bool:
    """Say whether both statements are of this article and one lies over the other (a quote in a quote)."""
    if pair[0] not in spans or pair[1] not in spans:
        return False
    (left_start, left_end), (right_start, right_end) = spans[pair[0]], spans[pair[1]]
    return left_start < right_end and right_start < left_end


def _write_pairs(
    ids: list[int], found: dict[tuple[int, int], ScoredPair], run: Run, matched: Matched
) -> None:
    """Write what was found; of the stored matches those whose later statement is of this article may go."""
    stored = _stored(ids, found)
    fresh: list[Match] = []
    changed: list[Match] = []
    for pair, scored in found.items():
        match = stored.get(pair)
        if match is None:
            match = Match(left_id=pair[0], right_id=pair[1], run=run)
            _fill(match, scored)
            fresh.append(match)
        elif not match.verdict and _fill(match, scored):
            match.run = run
            changed.append(match)
    own = set(ids)
    gone = [
        match
        for pair, match in stored.items()
        if pair[1] in own and pair not in found and match.is_live and not match.verdict
    ]
    for match in gone:
        match.is_live = False
    Match.objects.bulk_create(fresh, batch_size=BATCH)
    Match.objects.bulk_update([*changed, *gone], MATCH_COLUMNS, batch_size=BATCH)
    matched.new += len(fresh)
    matched.changed += len(changed)
    matched.gone += len(gone)


def _stored(ids: Sequence[int], found: Collection[tuple[int, int]]) -> dict[tuple[int, int], Match]:
    """Return the matches stored already: those that were found, live or not, and the live ones that may go.

    Hidden matches are asked for by their left side, the one that they have an index by.
    """
    stored: dict[tuple[int, int], Match] = {}
    for some in batches(ids):
        for match in Match.objects.live().filter(right__in=some):
            stored[match.left_id, match.right_id] = match
    rights = {right for _, right in found}
    for some in batches(left for left, _ in found):
        for match in Match.objects.filter(left__in=some, right__in=rights):
            stored[match.left_id, match.right_id] = match
    return stored


def _fill(match: Match, pair: ScoredPair) -> bool:
    """Set on a match what was found. Returns whether anything is different from before."""
    numbers = {name: round(value, DIGITS) for name, value in sorted(pair.features.items())}
    values = {
        "score": round(pair.score, DIGITS),
        "raw_score": round(pair.raw_score, DIGITS),
        "relation": pair.relation.value.upper(),
        "features": {**to_data(pair.explanation), "counted": numbers},
        "negation_differs": pair.negation_differs,
        "numbers_differ": pair.numbers_differ,
        "is_live": True,
        "method": Match.Method.WORDS,
    }
    is_changed = any(getattr(match, name) != value for name, value in values.items())
    for name, value in values.items():
        setattr(match, name, value)
    return is_changed
