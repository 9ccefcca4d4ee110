"""What an extraction found in one article, written to its rows so that what people did outlives it.

A quote that a person answers for (edited, confirmed, rejected, added), or whose statements somebody
tagged, decided on or judged, stays exactly as it is, and so do its speakers and statements. Of the rest,
a span found again keeps its row, a new one gets a row, and one that is gone is withdrawn. Nothing is
deleted; a span that comes back gets its old row back.

The whole article is one transaction: a run that is killed leaves it as it was.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date

from django.db import transaction
from django.db.models import Model, QuerySet

from claims.models import (
    Annotation,
    Article,
    Attribution,
    Decision,
    Quote,
    QuoteFold,
    Run,
    Statement,
    Verdict,
)
from claims.queries.statements import hash_words, parts_of
from claims.services.changes import save_quietly
from claims.services.recounts import add_to_counts, number_statements
from claims.services.resolving import Resolver, note_positions
from claims.services.settling import settle_matches
from claims.services.terms import forget_terms
from claims.services.utterances import regroup_around
from claims.services.yielding import write_alone
from claims.text.folding import fold_text
from claims.text.found import FoundQuote
from claims.text.spans import Span, cut_parts, hull

#: a rejected quote keeps out a found one that shares at least this part of the longer of the two:
#: a better extractor moves borders a little, and the person's word still holds
SAME_STRETCH = 0.5
RULE_LENGTH = 60  # of the column
#: what a program may set on a quote that it finds again
QUOTE_COLUMNS = (
    "parts", "quoted", "exact", "kind", "form", "cue_start", "cue_end", "via_start", "via_end",
    "rule", "confidence", "status", "is_live", "day", "outlet_id",
)  # fmt: skip
STATEMENT_COLUMNS = ("article_id", "parts", "exact", "words_hash", "status", "is_live", "day")
ATTRIBUTION_COLUMNS = (
    "speaker_id", "alias_id", "order", "mention_start", "mention_end", "mention", "rule", "confidence",
    "is_live", "day",
)  # fmt: skip


@dataclass(slots=True)
class Written:
    """How many quotes a run made, found again, withdrew, and left alone because a person answers for them."""

    new: int = 0
    again: int = 0
    withdrawn: int = 0
    kept: int = 0

    def __iadd__(self, other: "Written") -> "Written":
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))
        return self


@transaction.atomic
def write_found_quotes(*, article: Article, found: Sequence[FoundQuote], run: Run) -> Written:
    """Bring the rows of an article into line with what was found in its text."""
    write_alone()  # two extractions at once would make one speaker twice
    article = Article.objects.select_related("outlet").get(pk=article.pk)
    return _ArticleQuotes(article, run).write(found)


class _ArticleQuotes:
    """The rows of one article while what was found is written to them."""

    def __init__(self, article: Article, run: Run) -> None:
        self.article, self.run = article, run
        self.by_span: dict[Span, Quote] = {}
        self.attributions: dict[int, list[Attribution]] = defaultdict(list)
        self.statements: dict[int, list[Statement]] = defaultdict(list)
        for quote in Quote.objects.filter(article=article):
            self.by_span[Span(quote.start, quote.end)] = quote
        for attribution in Attribution.objects.filter(quote__article=article).order_by("order", "id"):
            self.attributions[attribution.quote_id].append(attribution)
        for statement in Statement.objects.filter(article=article).order_by("start", "id"):
            self.statements[statement.quote_id].append(statement)
        self.held = self._held_quotes()
        self.is_first = article.quotes_run_id is None
        self.new_attributions: list[Attribution] = []
        self.new_statements: list[Statement] = []
        #: stored statements that went, came back, or have other words
        self.changed: list[Statement] = []

    def _held_quotes(self) -> set[int]:
        """Return the quotes that people did something with."""
        held = {quote.pk for quote in self.by_span.values() if quote.is_touched}
        for rows in (self.attributions, self.statements):
            held |= {key for key, hanging in rows.items() if any(row.is_touched for row in hanging)}
        of_article = Statement.objects.filter(article=self.article)
        # a tag leaves a decision behind, even when it is taken back
        did_something: tuple[QuerySet, ...] = (
            Annotation.objects.standing().filter(statement__article=self.article).values("statement"),
            Decision.objects.filter(statement__article=self.article).values("statement"),
            Verdict.objects.filter(match__left__article=self.article).values("match__left"),
            Verdict.objects.filter(match__right__article=self.article).values("match__right"),
        )
        for statements in did_something:
            held |= set(of_article.filter(pk__in=statements).values_list("quote", flat=True))
        return held

    def write(self, found: Sequence[FoundQuote]) -> Written:
        """Write it all."""
        before = self._counted()
        self.resolver = Resolver(self.article, self.run, [who for quote in found for who in quote.speakers])
        self.resolver.store()
        written = Written(kept=len(self.held))
        rows = self._rows_of(found, written)
        self._withdraw_gone({row.pk for row in rows if row is not None}, written)
        for quote, row in zip(found, rows, strict=True):
            if row is not None and row.pk not in self.held:
                self._write_inside(row, rows[quote.inside] if quote.inside is not None else None)
                self._write_attributions(row, quote)
                self._write_statements(row, quote)
        self._insert_and_settle()
        add_to_counts(before, self._counted())
        note_positions(given=self.resolver.positions(), day=self.article.day, run=self.run)
        return written

    def _counted(self) -> list[tuple[int, int, date]]:
        """Return what the counts of speakers and names count here: speaker, name, day."""
        return [
            (row.speaker_id, row.alias_id, row.day)
            for rows in self.attributions.values()
            for row in rows
            if row.is_live and row.speaker_id is not None and row.alias_id is not None
        ]

    def _rows_of(self, found: Sequence[FoundQuote], written: Written) -> list[Quote | None]:
        """Return the row of each found quote, making new ones; None where a person's word keeps it out."""
        spans = {quote.span for quote in found}
        guards = [row for span, row in self.by_span.items() if row.pk in self.held and span not in spans]
        rows: list[Quote | None] = []
        fresh: list[tuple[Quote, FoundQuote]] = []
        for quote in found:
            row = self.by_span.get(quote.span)
            if row is None and any(_keeps_out(guard, quote.span) for guard in guards):
                rows.append(None)
                continue
            if row is None:
                row = Quote(article=self.article, start=quote.span.start, end=quote.span.end, run=self.run)
                self._fill(row, quote)
                fresh.append((row, quote))
                written.new += 1
            elif row.pk not in self.held:
                written.again += 1
                if self._fill(row, quote):
                    row.run = self.run
                    save_quietly(row, fields=[*QUOTE_COLUMNS, "run"])
            rows.append(row)
        self._insert_quotes([row for row, _ in fresh])
        return rows

    def _fill(self, row: Quote, quote: FoundQuote) -> bool:
        """Set on a row what was found. Returns whether anything is different from before."""
        article = self.article
        return _set_columns(
            row,
            parts=parts_of(quote.parts),
            quoted=parts_of(quote.quoted),
            exact=cut_parts(article.text, quote.parts),
            kind=quote.kind.value.upper(),
            form=quote.form.value.upper(),
            cue_start=quote.cue.start if quote.cue else None,
            cue_end=quote.cue.end if quote.cue else None,
            via_start=quote.via.start if quote.via else None,
            via_end=quote.via.end if quote.via else None,
            rule=quote.rule[:RULE_LENGTH],
            confidence=quote.confidence,
            status=Quote.Status.STANDING,
            is_live=article.is_live,
            day=article.day,
            outlet_id=article.outlet_id,
        )

    def _insert_quotes(self, fresh: list[Quote]) -> None:
        Quote.objects.bulk_create(fresh)
        QuoteFold.objects.bulk_create(QuoteFold(quote=row, folded=fold_text(row.exact)) for row in fresh)

    def _withdraw_gone(self, found: set[int], written: Written) -> None:
        """Withdraw the standing quotes that nobody touched and that were not found again."""
        for row in self.by_span.values():
            if row.pk in found or row.pk in self.held or row.status != Quote.Status.STANDING:
                continue
            written.withdrawn += 1
            row.status, row.is_live = Quote.Status.WITHDRAWN, False
            save_quietly(row, fields=["status", "is_live"])
            for attribution in self.attributions[row.pk]:
                self._set_dead(attribution)
            for statement in self.statements[row.pk]:
                self._withdraw(statement)

    def _set_dead(self, attribution: Attribution) -> None:
        if attribution.is_live:
            attribution.is_live = False
            save_quietly(attribution, fields=["is_live"])

    def _withdraw(self, statement: Statement) -> None:
        if statement.status == Statement.Status.STANDING:
            statement.status, statement.is_live = Statement.Status.WITHDRAWN, False
            save_quietly(statement, fields=["status", "is_live"])
            self.changed.append(statement)

    def _write_inside(self, row: Quote, outer: Quote | None) -> None:
        if row.inside_id != (outer.pk if outer else None):
            row.inside = outer
            save_quietly(row, fields=["inside"])

    def _write_attributions(self, row: Quote, quote: FoundQuote) -> None:
        """Let a quote have an attribution for each speaker, or one that says unknown."""
        aliases = {
            alias.speaker_id if alias else None: alias
            for alias in map(self.resolver.alias_of, quote.speakers)
        } or {None: None}
        existing = {attribution.speaker_id: attribution for attribution in self.attributions[row.pk]}
        for speaker, attribution in existing.items():
            if speaker not in aliases:
                self._set_dead(attribution)
        for order, (speaker, alias) in enumerate(aliases.items()):
            attribution = existing.get(speaker) or Attribution(quote=row, run=self.run)
            is_changed = _set_columns(
                attribution,
                speaker_id=speaker,
                alias_id=alias.pk if alias else None,
                order=order,
                mention_start=quote.mention.start if quote.mention else None,
                mention_end=quote.mention.end if quote.mention else None,
                mention=quote.mention.cut(self.article.text) if quote.mention else "",
                rule=row.rule,
                confidence=quote.confidence,
                is_live=row.is_live,
                day=row.day,
            )
            if attribution.pk is None:
                self.attributions[row.pk].append(attribution)
                self.new_attributions.append(attribution)
            elif is_changed:
                attribution.run = self.run
                save_quietly(attribution, fields=[*ATTRIBUTION_COLUMNS, "run"])

    def _write_statements(self, row: Quote, quote: FoundQuote) -> None:
        """Let a quote have the found statements: the row of a span found again is kept, or comes back."""
        existing = _best_by_span(self.statements[row.pk])
        wanted = {hull(parts): parts for parts in quote.statements}
        for span, statement in existing.items():
            if span not in wanted:
                self._withdraw(statement)
        for span, parts in wanted.items():
            statement = existing.get(span) or Statement(
                quote=row, start=span.start, end=span.end, run=self.run
            )
            exact = cut_parts(self.article.text, parts)
            is_changed = _set_columns(
                statement,
                article_id=self.article.pk,
                parts=parts_of(parts),
                exact=exact,
                words_hash=hash_words(exact),
                status=Statement.Status.STANDING,
                is_live=row.is_live,
                day=row.day,
            )
            if statement.pk is None:
                self.new_statements.append(statement)
            elif is_changed:
                statement.run = self.run
                save_quietly(statement, fields=[*STATEMENT_COLUMNS, "run"])
                self.changed.append(statement)

    def _insert_and_settle(self) -> None:
        """Insert what is new, number the statements, and have them matched if they are others than before."""
        Attribution.objects.bulk_create(self.new_attributions)
        is_numbered = not any(self.statements.values())
        if is_numbered:
            self.new_statements.sort(key=lambda statement: (statement.start, -statement.end))
            for number, statement in enumerate(self.new_statements, start=1):
                statement.number = number if statement.is_live else 0
        Statement.objects.bulk_create(self.new_statements)
        changed = [statement.pk for statement in self.changed]
        if changed:
            forget_terms(changed)
            settle_matches(changed)
            regroup_around(changed)
        article = self.article
        article.quotes_run = self.run
        if changed or self.new_statements or self.is_first:
            article.matches_run = None
            if not is_numbered:
                number_statements([article.pk])
        save_quietly(article, fields=["quotes_run", "matches_run"])


def _keeps_out(guard: Quote, span: Span) -> bool:
    """Say whether a quote that a person answers for forbids a new one on ``span``.

    A rejected one forbids what is nearly the same stretch; a standing one whatever it overlaps, except
    a quote that it stands inside of.
    """
    kept = Span(guard.start, guard.end)
    if not kept.overlaps(span):
        return False
    if guard.status == Quote.Status.STANDING:
        return not (guard.inside_id is not None and span.holds(kept))
    shared = min(kept.end, span.end) - max(kept.start, span.start)
    return shared >= SAME_STRETCH * max(kept.end - kept.start, span.end - span.start)


def _best_by_span(statements: Iterable[Statement]) -> dict[Span, Statement]:
    """Return for each span the statement to keep: the standing one, else the last that was withdrawn."""
    best: dict[Span, Statement] = {}
    for statement in statements:
        span = Span(statement.start, statement.end)
        known = best.get(span)
        if statement.status == Statement.Status.STANDING or (
            statement.status == Statement.Status.WITHDRAWN
            and (known is None or known.status != Statement.Status.STANDING)
        ):
            best[span] = statement
    return best


def _set_columns(row: Model, **values: object) -> bool:
    """Set columns of a row. Returns whether any had another value."""
    is_changed = False
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
            is_changed = True
    return is_changed
