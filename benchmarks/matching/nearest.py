"""Measures the search for the nearest in meaning: exact, over all vectors, of generated ones.

    python -m benchmarks.matching.nearest [--sizes 10000 100000 1000000] [--numbers 384]

Prints a line for each size: building the index, its memory, and one pass over it for one asker, for an
article of 40 statements and for 256 askers at once, in seconds of processor time and of the clock.
"""

import argparse
import time
from collections.abc import Iterator

import numpy as np

from claims.matching.meaning import on_grid
from claims.matching.neighbours import Asker, VectorIndex, VectorRow

ASKERS = (1, 40, 256)
AT_ONCE = 10_000
#: generated vectors are hardly alike: few answers, as with statements
LEAST, MOST = 0.2, 20


def rows(size: int, numbers: int) -> Iterator[VectorRow]:
    """Give so many vectors, the same each time."""
    chance = np.random.default_rng(1)
    for first in range(0, size, AT_ONCE):
        vectors = on_grid(chance.standard_normal((min(AT_ONCE, size - first), numbers), dtype=np.float32))
        yield from (VectorRow(first + place, vector) for place, vector in enumerate(vectors, 1))


def measure(size: int, numbers: int) -> None:
    """Print the figures of one size."""
    started = time.process_time()
    index = VectorIndex.build(rows(size, numbers))
    building = time.process_time() - started
    memory = sum(block.rows.nbytes for block in index.blocks)
    figures = []
    for count in ASKERS:
        askers = [Asker(row.id, row.vector) for row in rows(count, numbers)]
        clock, processor = time.perf_counter(), time.process_time()
        index.nearest(askers, least=LEAST, most=MOST)
        figures.append(f"{time.process_time() - processor:.2f} s ({time.perf_counter() - clock:.2f} s)")
    print(f"| {size:,} | {building:.1f} s | {memory / 2**20:.0f} MiB | {' | '.join(figures)} |", flush=True)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    options.add_argument("--numbers", type=int, default=384, help="of a vector (default: %(default)s)")
    given = options.parse_args()
    asked = " | ".join(f"{count} at once" for count in ASKERS)
    print(f"| statements | index built | memory | {asked} |\n| --- | --- | --- |{' --- |' * len(ASKERS)}")
    for size in given.sizes:
        measure(size, given.numbers)


if __name__ == "__main__":
    main()
