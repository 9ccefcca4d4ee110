"""Measures how soon one more article is matched by a worker that holds the index of a large corpus.

    python -m benchmarks.matching.worker [--statements 1000000] [--data FOLDER]

Writes generated statements into a new database (in a temporary folder, in ``--data``, or where
``DATABASE_URL`` says), past the services, since only their number matters here. Then, in one process as
the worker is one: loads the index, imports, extracts and matches one article after the other, and prints
how long each step takes, by the clock, in processor time and in the database, and the memory. A folder
that holds such a database already is measured as it is.
"""

import argparse
import json
import os
import resource
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.matching.generated import statements
from claims.matching.terms import VERSION, terms_blob

ARTICLE = 40  # statements
QUOTE = 4
AT_ONCE = 20_000
ARTICLES_MEASURED = 5
#: of the new article's statements, how many were said before
AGAIN = 10
NOW = datetime.now(UTC)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--data", type=Path, help="folder of the database; a temporary one if left out")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="on-record-benchmark-") as folder:
        data = options.data or Path(folder)
        set_up(data)
        measure(data, options.statements)


def set_up(data: Path) -> None:
    """Make the database, if it is not there."""
    os.environ["ON_RECORD_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
    import django
    from django.core.management import call_command

    from project.secret_key import make_key

    data.mkdir(parents=True, exist_ok=True)
    make_key(data)
    django.setup()
    call_command("migrate", verbosity=0)


def measure(data: Path, number: int) -> None:
    """Print the figures."""
    from claims.models import Match, StatementTerms
    from claims.services.extracting import extract_new
    from claims.services.held_matcher import matcher_at_hand
    from claims.services.imports import prepare_paths, store_import
    from claims.services.over_corpus import match_new

    if not StatementTerms.objects.exists():
        timed("written past the services", lambda: fill(number))

    def load() -> None:
        with matcher_at_hand():
            pass

    timed("index loaded by a cold worker", load)
    timed("looked whether it is up to date", load)
    said = list(statements(number + ARTICLE * ARTICLES_MEASURED))
    for place in range(ARTICLES_MEASURED):
        path = data / f"one-more-{place}-{time.time_ns()}.jsonl"
        fresh = said[number + place * ARTICLE :][: ARTICLE - AGAIN]
        path.write_text(json.dumps(article(place, [*fresh, *said[place * 1_000 :][:AGAIN]])) + "\n")
        before = Match.objects.count()
        whole = -time.perf_counter()
        timed(
            "one more article stored",
            lambda path=path: store_import(imported=prepare_paths(paths=[path], by=None), paths=[path]),
        )
        timed("its quotes found", extract_new)
        timed("its statements matched", match_new)
        whole += time.perf_counter()
        print(f"{'all of it':34} {whole:8.2f} s  {Match.objects.count() - before} matches")


def timed(name: str, step: Callable[[], object]) -> None:
    """Run a step and print its time, how much of it the database took, and the largest memory so far."""
    from django.db import connection

    in_database = 0.0

    def ask(execute: Callable[..., object], *question: object) -> object:
        nonlocal in_database
        started = time.perf_counter()
        try:
            return execute(*question)
        finally:
            in_database += time.perf_counter() - started

    clock, processor = time.perf_counter(), time.process_time()
    with connection.execute_wrapper(ask):
        step()
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name:34} {clock:8.2f} s, {processor:8.2f} s of processor, "
        f"{in_database:8.2f} s in the database {memory:8.0f} MB",
        flush=True,
    )


def article(place: int, said: list[str]) -> dict[str, str]:
    """Return an article in which somebody says the statements."""
    sentences = [f"{words[0].upper()}{words[1:]}." for words in said]
    paragraphs = [
        f"“{' '.join(sentences[start : start + QUOTE])[:-1]},” President Ilyana Vosk said."
        for start in range(0, len(sentences), QUOTE)
    ]
    return {
        "title": f"What Vosk said, part {place}, {time.time_ns()}",
        "text": "\n\n".join(paragraphs),
        "outlet": "Radio Halden",
        "published_at": "2026-03-14",
        "language": "en",
    }


def fill(number: int) -> None:
    """Write articles of 40 statements, four to a quote, as if they had been extracted and matched."""
    from claims.models import Run
    from claims.services.runs import begin_run

    run = begin_run(program=Run.Program.MATCHES, version="benchmark")
    write(articles(number, run))
    write(quotes(number, run))
    texts = enumerate(statements(number), 1)
    while some := list(islice(texts, AT_ONCE)):
        write(statement(place, words, run) for place, words in some)
        write(terms(place, words) for place, words in some)
    go_on_counting()
    count_rows()


def articles(number: int, run: Any) -> Iterator[Any]:
    """Give the articles of so many statements."""
    from claims.models import Article

    for place in range(1, -(-number // ARTICLE) + 1):
        yield Article(
            id=place,
            text="-",
            length=1,
            text_hash=str(place),
            language="en",
            read_run=run,
            quotes_run=run,
            matches_run=run,
        )


def quotes(number: int, run: Any) -> Iterator[Any]:
    """Give the quotes of so many statements."""
    from claims.models import Quote

    for place in range(1, -(-number // QUOTE) + 1):
        yield Quote(
            id=place,
            article_id=1 + (place - 1) * QUOTE // ARTICLE,
            start=2 * place,
            end=2 * place + 1,
            parts=[],
            quoted=[],
            exact="-",
            kind="DIRECT",
            form="MARKS",
            rule="benchmark",
            confidence=1.0,
            run=run,
        )


def statement(place: int, words: str, run: Any) -> Any:
    """Return the statement of a place."""
    from claims.models import Statement
    from claims.models.base import UNKNOWN_DAY

    return Statement(
        id=place,
        quote_id=1 + (place - 1) // QUOTE,
        article_id=1 + (place - 1) // ARTICLE,
        number=1 + (place - 1) % ARTICLE,
        start=2 * place,
        end=2 * place + 1,
        parts=[],
        exact=words,
        words_hash=str(place),
        day=UNKNOWN_DAY,
        run=run,
    )


def terms(place: int, words: str) -> Any:
    """Return the stored terms of the statement of a place."""
    from claims.models import StatementTerms

    return StatementTerms(statement_id=place, terms=terms_blob(words, "en"), version=VERSION)


def write(rows: Iterable) -> None:
    """Insert rows past Django: the columns in which they all agree are prepared once."""
    from django.db import connection, transaction

    rows = iter(rows)
    while some := list(islice(rows, AT_ONCE)):
        fields = some[0]._meta.concrete_fields
        columns = ", ".join(f'"{field.column}"' for field in fields)
        places = ", ".join(["%s"] * len(fields))
        values = [_column(field, [getattr(row, field.attname) for row in some]) for field in fields]
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(
                f'INSERT INTO "{some[0]._meta.db_table}" ({columns}) VALUES ({places})',
                list(zip(*values, strict=True)),
            )


def _column(field: Any, values: list[Any]) -> list[Any]:
    """Return the values of one column as the driver takes them."""
    from django.db import connection

    if isinstance(values[0], (int, str, float)):
        return values
    if values[0] is None and field.name == "stored_at":
        return [field.get_db_prep_save(NOW, connection)] * len(values)
    prepared: dict[str, Any] = {}
    for value in values:
        if repr(value) not in prepared:
            prepared[repr(value)] = field.get_db_prep_save(value, connection)
    return [prepared[repr(value)] for value in values]


def go_on_counting() -> None:
    """Let new rows have ids behind those that were written with theirs."""
    from django.core.management.color import no_style
    from django.db import connection

    from claims.models import Article, Quote, Statement

    with connection.cursor() as cursor:
        for line in connection.ops.sequence_reset_sql(no_style(), [Article, Quote, Statement]):
            cursor.execute(line)


def count_rows() -> None:
    """Let PostgreSQL count its rows, as it does by itself within a minute where it is not forbidden to."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


if __name__ == "__main__":
    main()
