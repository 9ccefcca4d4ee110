"""How fast articles are imported, extracted and matched: ``python benchmarks/pipeline.py [--articles 5000]``.

Makes articles, stores them in a new database in a temporary folder (or in ``--data``), and prints the
rate and the memory of each step, then the same for what is new after one more article. With
``DATABASE_URL`` it measures on PostgreSQL; the database must be empty.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--articles", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", type=Path, help="folder of the database; a temporary one if left out")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="on-record-benchmark-") as folder:
        data = options.data or Path(folder)
        set_up(data)
        measure(data, options.articles, options.seed)


def set_up(data: Path) -> None:
    """Make an empty database."""
    os.environ["ON_RECORD_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
    import django
    from django.core.management import call_command

    from project.secret_key import make_key

    data.mkdir(parents=True, exist_ok=True)
    make_key(data)
    django.setup()
    call_command("migrate", verbosity=0)


def measure(data: Path, number: int, seed: int) -> None:
    """Run each step over all articles, then over one more, and print what it took."""
    from benchmarks.generated_articles import write_articles
    from claims.models import Article, Match, Quote, Statement

    whole = data / "articles.jsonl"
    write_articles(whole, number, seed=seed)
    print(f"{number:,} generated articles, {whole.stat().st_size / 1e6:.1f} MB")
    for name, step in steps(whole):
        timed(name, step, number)
    print(
        f"{Quote.objects.live().count():,} quotes, {Statement.objects.live().count():,} statements, "
        f"{Match.objects.live().count():,} matches in {Article.objects.count():,} articles"
    )
    one_more = data / "one-more.jsonl"
    write_articles(one_more, 1, seed=seed + 1)
    print("one more article")
    for name, step in steps(one_more):
        timed(name, step, 1)


def steps(path: Path) -> list[tuple[str, Callable[[], object]]]:
    """Return the steps over what is new, by name."""
    from claims.services.extracting import extract_new
    from claims.services.imports import prepare_paths, store_import
    from claims.services.over_corpus import find_new_copies, match_new

    def store() -> object:
        return store_import(imported=prepare_paths(paths=[path], by=None), paths=[path])

    return [("import", store), ("copies", find_new_copies), ("extract", extract_new), ("match", match_new)]


def timed(name: str, step: Callable[[], object], number: int) -> None:
    """Run a step and print its time, its rate and the largest memory so far."""
    began = time.perf_counter()
    step()
    seconds = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:8} {seconds:8.2f} s {number / seconds:8.1f} articles a second {memory:8.0f} MB", flush=True)


if __name__ == "__main__":
    main()
