"""Proof that copies are what a recount would make them, that matches keep their laws, and that nothing
that people made was changed around the services."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.db.models import Count, F, Max, Min, Q

from claims.models import Alias, Annotation, Attribution, Match, Speaker, Statement, Utterance, Verdict
from claims.models.base import UNKNOWN_DAY, Made
from claims.queries.counting import Counting, distinct
from claims.queries.findings import ASK, BACKUP, MATCH, RECOUNT, Finding
from claims.queries.speakers import name_key
from claims.queries.verdicts import standing_verdicts, with_verdicts

AT_ONCE = 2_000
#: rows that only people make: each has a history from its first day
PEOPLES = (Annotation, Verdict)
#: a merge rewrites them by moving names: their history is the name's
MOVED_BY_NAMES = {Attribution: {"speaker_id", "alias_id"}}


def check_database() -> Iterator[Finding]:
    """Ask the database itself whether its file and its keys are whole."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for (problem,) in cursor.execute("PRAGMA quick_check").fetchall():
            if problem != "ok":
                yield Finding("database", 0, str(problem), BACKUP)
        for table, row, parent, _ in cursor.execute("PRAGMA foreign_key_check").fetchall():
            yield Finding(table, row or 0, f"it points to a row of {parent} that is missing", BACKUP)


def check_speakers() -> Iterator[Finding]:
    """Check names, counts and merges."""
    for alias in (
        Alias.objects.select_related("speaker")
        .annotate(right=Count("attributions", filter=Q(attributions__is_live=True)))
        .iterator(chunk_size=AT_ONCE)
    ):
        if alias.name_folded != name_key(alias.name):
            yield Finding("name", alias.pk, "what it is looked up by is not its name folded", RECOUNT)
        if alias.mentions != alias.right:
            yield Finding(
                "name", alias.pk, f"it counts {alias.mentions} quotes, there are {alias.right}", RECOUNT
            )
    yield from _check_said()
    live = Q(attributions__is_live=True)
    counted = Speaker.objects.annotate(
        right=Count("attributions__quote", filter=live, distinct=True),
        right_day=Max("attributions__day", filter=live),
    )
    for speaker in counted.select_related("merged_into").iterator(chunk_size=AT_ONCE):
        yield from _check_speaker(speaker)
    named = Alias.objects.filter(name=F("speaker__name")).values("speaker")
    for pk in Speaker.objects.live().exclude(pk__in=named).values_list("id", flat=True):
        yield Finding("speaker", pk, "its canonical name is not among its names", RECOUNT)


def _check_said() -> Iterator[Finding]:
    """Check how many statements and utterances speakers count."""
    attribution = "quote__attributions"
    said = Statement.objects.live().filter(
        **{f"{attribution}__is_live": True, f"{attribution}__speaker__isnull": False}
    )
    rows = said.values_list(f"{attribution}__speaker")
    right = {
        speaker: counts
        for speaker, *counts in rows.annotate(
            said=distinct(Counting.STATEMENTS), once=distinct(Counting.UTTERANCES)
        )
    }
    counted = Speaker.objects.values_list("id", "statement_count", "utterance_count")
    for speaker, *counts in counted.iterator(chunk_size=AT_ONCE):
        if counts != right.get(speaker, [0, 0]):
            yield Finding("speaker", speaker, "it counts other statements or utterances than it has", RECOUNT)


def _check_speaker(speaker: Any) -> Iterator[Finding]:
    if speaker.quote_count != speaker.right:
        problem = f"it counts {speaker.quote_count} quotes, there are {speaker.right}"
        yield Finding("speaker", speaker.pk, problem, RECOUNT)
    if speaker.last_day != (speaker.right_day or UNKNOWN_DAY):
        yield Finding("speaker", speaker.pk, "its last day is not that of its last quote", RECOUNT)
    if speaker.slot and not speaker.is_live:
        yield Finding("speaker", speaker.pk, "it was merged and still has a colour", RECOUNT)
    if speaker.right and not speaker.is_live:
        yield Finding("speaker", speaker.pk, "it was merged or retired, and quotes still name it", ASK)


def check_matches() -> Iterator[Finding]:
    """Check order, liveness and verdicts of matches."""
    both_live = Q(left__is_live=True, right__is_live=True)
    wrong = Match.objects.filter(is_live=True).exclude(both_live)
    for pk in wrong.values_list("id", flat=True):
        yield Finding("match", pk, "it is shown, and one of its statements is not", RECOUNT)
    for pk in Match.objects.filter(left__gte=F("right")).values_list("id", flat=True):
        yield Finding("match", pk, "its left statement is not the older one", MATCH)
    for pk in Match.objects.filter(left__quote=F("right__quote"), is_live=True).values_list("id", flat=True):
        yield Finding("match", pk, "both of its statements are of one quote", MATCH)
    copied = dict(Match.objects.filter(verdict__gt="").values_list("id", "verdict"))
    for pk, verdict in standing_verdicts(with_verdicts()).items():
        if verdict != copied.get(pk, ""):
            yield Finding("match", pk, "its verdict is not what its reviewers say", RECOUNT)


def check_utterances() -> Iterator[Finding]:
    """Check that each matched live statement is in one live utterance, and what utterances count."""
    live = Q(members__is_live=True)
    counted = Utterance.objects.annotate(
        right=Count("members", filter=live, distinct=True),
        right_outlets=Count("members__article__outlet", filter=live, distinct=True),
        unknown_outlets=Count(
            "members", filter=live & Q(members__article__outlet__isnull=True), distinct=True
        ),
        first_one=Min("members__day", filter=live),
        last_one=Max("members__day", filter=live),
    )
    for row in counted.iterator(chunk_size=AT_ONCE):
        if row.is_live != bool(row.right):
            yield Finding("utterance", row.pk, "it is shown without statements, or hidden with some", RECOUNT)
        outlets = row.right_outlets + bool(row.unknown_outlets)
        if row.is_live and (row.statements, row.outlets) != (row.right, outlets):
            yield Finding("utterance", row.pk, "it counts other statements or outlets than it has", RECOUNT)
    alone = Statement.objects.live().filter(
        Q(utterance__isnull=True) | Q(utterance__is_live=False), article__matches_run__isnull=False
    )
    for pk in alone.values_list("id", flat=True):
        yield Finding("statement", pk, "it was matched and is in no utterance", RECOUNT)


def check_history() -> Iterator[Finding]:
    """Check that what people made or changed is what its history says last."""
    for model in apps.get_app_config("claims").get_models():
        if not hasattr(model, "history"):
            continue
        touched = model._base_manager.all()
        if issubclass(model, Made):
            touched = touched.filter(touched_by__isnull=False)
        yield from _check_history_of(model, touched)


def _check_history_of(model: Any, rows: models.QuerySet) -> Iterator[Finding]:
    records = model.history.model
    left_out = MOVED_BY_NAMES.get(model, set())
    names = [field.attname for field in records.tracked_fields if field.attname not in left_out]
    must_have = model in PEOPLES or issubclass(model, Made)
    group: list[Any] = []
    for row in rows.order_by("pk").iterator(chunk_size=AT_ONCE):
        group.append(row)
        if len(group) == AT_ONCE:
            yield from _compare(group, records, names, must_have)
            group = []
    yield from _compare(group, records, names, must_have)


def _compare(rows: list[Any], records: Any, names: list[str], must_have: bool) -> Iterator[Finding]:
    said = records.objects.filter(id__in=[row.pk for row in rows])
    latest = said.values("id").annotate(latest=Max("history_id")).values("latest")
    last = {record.id: record for record in records.objects.filter(history_id__in=latest)}
    for row in rows:
        record = last.get(row.pk)
        table = row._meta.verbose_name
        if record is None:
            if must_have:
                yield Finding(table, row.pk, "a person made or changed it, and it has no history", ASK)
        elif any(getattr(row, name) != getattr(record, name) for name in names):
            yield Finding(table, row.pk, "it is not what its history says last", ASK)
