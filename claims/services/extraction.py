"""What an extraction found in one article, written to its rows so that what people did outlives it.

A quote that a person answers for (edited, confirmed, rejected, added), or whose statements somebody
tagged, decided on or judged, stays exactly as it is, and so do its speakers and statements. Of the rest,
a span found again keeps its row, a new one gets a row, and one that is gone is withdrawn. Nothing is
deleted; a span that comes back gets its old row back.

The first extraction of an article writes no history. A later one replaces something, so each row that it
makes or changes goes into the history of one Change that names the run (``services.extraction_back``).

The whole article is one transaction: a run that is killed leaves it as it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from django.db import models, transaction

from claims.models import Article, Attribution, Change, Quote, QuoteFold, Run, Statement
from claims.services.article_rows import (
    ArticleRows,
    Comparison,
    aliases_of,
    attribution_columns,
    best_by_span,
    load_rows,
    quote_columns,
    set_columns,
    statement_columns,
)
from claims.services.bulk_changes import insert_many, update_many
from claims.services.changes import begin_change_of_run
from claims.services.differences import Difference, lost_quotes
from claims.services.recounts import (
    NOTHING_SAID,
    Counted,
    add_to_counts,
    number_statements,
    statements_by_quote,
)
from claims.services.resolving import Resolver, note_positions
from claims.services.settling import settle_matches
from claims.services.terms import forget_terms
from claims.services.utterances import regroup_around
from claims.services.yielding import write_alone
from claims.text.folding import fold_text
from claims.text.found import FoundQuote
from claims.text.spans import hull

#: what a program may set on a row that it finds again
QUOTE_COLUMNS = (
    "parts", "quoted", "exact", "kind", "form", "cue_start", "cue_end", "via_start", "via_end",
    "rule", "confidence", "status", "is_live", "day", "outlet", "inside", "run",
)  # fmt: skip
ATTRIBUTION_COLUMNS = (
    "order", "alias", "mention_start", "mention_end", "mention", "rule", "confidence", "is_live", "day",
    "run",
)  # fmt: skip
STATEMENT_COLUMNS = ("article", "parts", "exact", "words_hash", "status", "is_live", "day", "run")
VERB = "extract_again"


@dataclass(slots=True)
class Written:
    """What a run did to quotes: how many it made, found again, moved, withdrew, left alone."""

    new: int = 0
    #: as they were, with another speaker or with other details
    again: int = 0
    #: of those found again
    other_speaker: int = 0
    other_details: int = 0
    moved: int = 0
    withdrawn: int = 0
    #: because a person answers for them
    kept: int = 0

    def __iadd__(self, other: "Written") -> "Written":
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))
        return self

    def in_words(self) -> str:
        """Return what is different from before, in words."""
        told = (
            (self.new, "new"),
            (self.moved, "moved"),
            (self.other_speaker, "with another speaker"),
            (self.other_details, "with other details"),
            (self.withdrawn, "withdrawn"),
        )
        return ", ".join(f"{count:,} {words}" for count, words in told if count) or "nothing different"


@transaction.atomic
def write_found_quotes(*, article: Article, found: Sequence[FoundQuote], run: Run) -> Written:
    """Bring the rows of an article into line with what was found in its text."""
    write_alone()  # two extractions at once would make one speaker twice
    article = Article.objects.select_related("outlet").get(pk=article.pk)
    (rows,) = load_rows([article])
    return _ArticleWriter(rows, run).write(found)


class _ArticleWriter:
    """Writes what was found in one article to its rows."""

    def __init__(self, rows: ArticleRows, run: Run) -> None:
        self.rows, self.article, self.run = rows, rows.article, run
        self.is_first = self.article.quotes_run_id is None
        self.change: Change | None = None
        self.words = ""
        self.changed_quotes: dict[int, Quote] = {}
        self.changed_attributions: list[Attribution] = []
        self.new_attributions: list[Attribution] = []
        self.new_statements: list[Statement] = []
        #: stored statements that went, came back, or have other words
        self.changed_statements: list[Statement] = []

    def write(self, found: Sequence[FoundQuote]) -> Written:
        """Write it all."""
        before = counted(self.rows)
        self.resolver = Resolver(self.article, self.run, [who for quote in found for who in quote.speakers])
        compared = Comparison(self.rows, found, self.resolver)
        written = _count(compared)
        self.words = f"looked for the quotes again: {written.in_words()}"
        self.resolver.store()
        rows = self._rows_of(compared)
        self._withdraw_lost(compared)
        for quote, row in zip(found, rows, strict=True):
            if row is not None and row.pk not in self.rows.held:
                outer = rows[quote.inside] if quote.inside is not None else None
                if row.inside_id != (outer.pk if outer else None):
                    row.inside = outer
                    self._note_quote(row)
                self._write_attributions(row, quote)
                self._write_statements(row, quote)
        self._save()
        add_to_counts(before, counted(self.rows))
        note_positions(given=self.resolver.positions(), day=self.article.day, run=self.run)
        return written

    def _rows_of(self, compared: Comparison) -> list[Quote | None]:
        """Return the row of each found quote, making new ones; None where a person's word keeps it out."""
        rows: list[Quote | None] = []
        fresh: list[Quote] = []
        for quote, place, row in zip(compared.found, compared.places, compared.quotes, strict=True):
            if row is None and not place.is_kept_out:
                row = Quote(article=self.article, start=quote.span.start, end=quote.span.end, run=self.run)
                set_columns(row, quote_columns(self.article, quote))
                fresh.append(row)
            elif row is not None and row.pk not in self.rows.held:
                words = row.exact
                if set_columns(row, quote_columns(self.article, quote)):
                    self._note_quote(row)
                if row.exact != words:
                    QuoteFold.objects.filter(quote=row).update(folded=fold_text(row.exact))
            rows.append(row)
        self._insert(fresh)
        QuoteFold.objects.bulk_create([QuoteFold(quote=row, folded=fold_text(row.exact)) for row in fresh])
        return rows

    def _note_quote(self, row: Quote) -> None:
        row.run = self.run
        self.changed_quotes[row.pk] = row

    def _withdraw_lost(self, compared: Comparison) -> None:
        """Withdraw the standing quotes that nobody touched and that were not found again."""
        lost = {row.number for row in lost_quotes(compared.stored, compared.places)}
        for row in self.rows.quotes.values():
            if row.pk in lost:
                row.status, row.is_live = Quote.Status.WITHDRAWN, False
                self.changed_quotes[row.pk] = row
                for attribution in self.rows.attributions[row.pk]:
                    self._set_dead(attribution)
                for statement in self.rows.statements[row.pk]:
                    self._withdraw(statement)

    def _set_dead(self, attribution: Attribution) -> None:
        if attribution.is_live:
            attribution.is_live = False
            self.changed_attributions.append(attribution)

    def _withdraw(self, statement: Statement) -> None:
        if statement.status == Statement.Status.STANDING:
            statement.status, statement.is_live = Statement.Status.WITHDRAWN, False
            self.changed_statements.append(statement)

    def _write_attributions(self, row: Quote, quote: FoundQuote) -> None:
        """Let a quote have an attribution for each speaker, or one that says unknown."""
        aliases = aliases_of(quote, self.resolver)
        existing = {attribution.speaker_id: attribution for attribution in self.rows.attributions[row.pk]}
        for known in self.rows.attributions[row.pk]:
            if known is not existing[known.speaker_id] or known.speaker_id not in aliases:
                self._set_dead(known)
        for order, (speaker, alias) in enumerate(aliases.items()):
            columns = attribution_columns(self.article, quote, alias, order)
            attribution = existing.get(speaker)
            if attribution is None:
                attribution = Attribution(quote=row, run=self.run)
                set_columns(attribution, columns)
                self.rows.attributions[row.pk].append(attribution)
                self.new_attributions.append(attribution)
            elif set_columns(attribution, columns):
                attribution.run = self.run
                self.changed_attributions.append(attribution)

    def _write_statements(self, row: Quote, quote: FoundQuote) -> None:
        """Let a quote have the found statements: the row of a span found again is kept, or comes back."""
        existing = best_by_span(self.rows.statements[row.pk])
        wanted = {hull(parts): parts for parts in quote.statements}
        for span, known in existing.items():
            if span not in wanted:
                self._withdraw(known)
        for span, parts in wanted.items():
            columns = statement_columns(self.article, parts)
            statement = existing.get(span)
            if statement is None:
                statement = Statement(quote=row, start=span.start, end=span.end, run=self.run)
                set_columns(statement, columns)
                self.new_statements.append(statement)
            elif set_columns(statement, columns):
                statement.run = self.run
                self.changed_statements.append(statement)

    def _save(self) -> None:
        """Save what is new or changed, number the statements, and have them matched if they are others."""
        is_numbered = not any(self.rows.statements.values())
        if is_numbered:
            self.new_statements.sort(key=lambda statement: (statement.start, -statement.end))
            for number, statement in enumerate(self.new_statements, start=1):
                statement.number = number if statement.is_live else 0
        self._update(list(self.changed_quotes.values()), QUOTE_COLUMNS)
        self._update(self.changed_attributions, ATTRIBUTION_COLUMNS)
        self._update(self.changed_statements, STATEMENT_COLUMNS)
        self._insert(self.new_attributions)
        self._insert(self.new_statements)
        changed = [statement.pk for statement in self.changed_statements]
        if changed:
            forget_terms(changed)
            settle_matches(changed)
        spoken = {row.quote_id for row in self.changed_attributions}
        said = (row.pk for quote in spoken for row in self.rows.statements[quote])
        regroup_around({*changed, *said})
        now: dict[str, Run | None] = {"quotes_run": self.run}
        if changed or self.new_statements or self.is_first:
            now["matches_run"] = None
            if not is_numbered:
                number_statements([self.article.pk])
        Article.objects.filter(pk=self.article.pk).update(**now)

    def _insert(self, rows: Sequence[models.Model]) -> None:
        if not rows:
            return
        if self.is_first:
            manager: models.Manager[Any] = type(rows[0])._base_manager
            manager.bulk_create(rows)
        else:
            insert_many(self._change_of_run(), rows)

    def _update(self, rows: Sequence[Quote | Attribution | Statement], columns: Sequence[str]) -> None:
        """Save changed rows, those that go before those that come: of some, one may live at a place."""
        for is_live in (False, True):
            some = [row for row in rows if row.is_live == is_live]
            if some and self.is_first:
                manager: models.Manager[Any] = type(some[0])._base_manager
                manager.bulk_update(some, columns)
            elif some:
                update_many(self._change_of_run(), some, fields=columns)

    def _change_of_run(self) -> Change:
        """Return the Change that this article's history belongs to, begun at the first row."""
        if self.change is None:
            self.change = begin_change_of_run(verb=VERB, words=self.words, run=self.run)
        return self.change


def counted(rows: ArticleRows) -> list[Counted]:
    """Return what the counts of speakers and names count in an article, as it is stored now."""
    if not any(rows.attributions.values()):
        return []
    said = statements_by_quote(rows.article.pk)
    return [
        Counted(row.speaker_id, row.alias_id, row.day, *said.get(row.quote_id, NOTHING_SAID))
        for attributions in rows.attributions.values()
        for row in attributions
        if row.is_live and row.speaker_id is not None and row.alias_id is not None
    ]


def _count(compared: Comparison) -> Written:
    kinds = [change.kind for change in compared.changes]
    new, moved = kinds.count(Difference.NEW), kinds.count(Difference.MOVED)
    held = compared.rows.held
    found = sum(not place.is_kept_out and place.quote not in held for place in compared.places)
    return Written(
        new=new,
        again=found - new - moved,
        other_speaker=kinds.count(Difference.SPEAKER),
        other_details=kinds.count(Difference.DETAILS),
        moved=moved,
        withdrawn=kinds.count(Difference.LOST),
        kept=len(held),
    )
