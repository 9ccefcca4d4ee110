"""Python's collector of cycles, put off while one article is read.

Reading an article makes many small objects and hardly any cycles; looking through them again and again for
cycles took a fifth of the time. Memory is bounded by the article, and the collector runs after it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_put_off() -> Iterator[None]:
    """Keep the collector from running, if it was on, until the block is left."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
