"""Generated statements for measuring speed: words as frequent as in news, a tenth of them said again."""

from collections.abc import Iterator

import numpy as np

#: words of the generated language; their frequency falls with their rank (Zipf)
VOCABULARY = 150_000
ZIPF = 1.05
SHORTEST, LONGEST = 6, 34
#: every so manieth statement says an earlier one again with a few words changed
EVERY_AGAIN = 10
CHANGED_SHARE = 0.15
SYLLABLES = [first + vowel for first in "bdfgklmnprstvz" for vowel in "aeiou"]


def word(rank: int) -> str:
    """Return the word of a rank: shorter for a frequent one."""
    syllables = []
    rank += len(SYLLABLES)
    while rank:
        rank, syllable = divmod(rank, len(SYLLABLES))
        syllables.append(SYLLABLES[syllable])
    return "".join(syllables)


def statements(count: int, seed: int = 1) -> Iterator[str]:
    """Give so many statements, the same for the same seed."""
    chance = np.random.default_rng(seed)
    words = np.array([word(rank) for rank in range(VOCABULARY)], dtype=object)
    weights = 1.0 / np.arange(10, VOCABULARY + 10) ** ZIPF
    border = np.cumsum(weights / weights.sum())
    lengths = chance.integers(SHORTEST, LONGEST, count)
    said: list[np.ndarray] = []
    for place, length in enumerate(lengths.tolist()):
        if place % EVERY_AGAIN == EVERY_AGAIN - 1:
            ranks = said[int(chance.integers(len(said)))].copy()
            is_changed = chance.random(len(ranks)) < CHANGED_SHARE
            ranks[is_changed] = np.searchsorted(border, chance.random(int(is_changed.sum())))
        else:
            ranks = np.searchsorted(border, chance.random(length))
        ranks = np.minimum(ranks, VOCABULARY - 1)
        said.append(ranks)
        yield " ".join(words[ranks])
