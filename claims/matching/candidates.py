"""Which statements of an index share enough information with one to be worth comparing in full.

The rarest terms are opened first, until what is left could not matter or a budget of postings is spent;
their weights are added up in one array: a few numpy calls whatever the size of the index. Which terms
are opened depends on the weights alone, sums are made in one order, each statement is counted once, and
ties are broken by id: the shards of an index find what the whole finds.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.matching.features import LEAST_INFORMATION, LEAST_SHARE, WHOLE
from claims.matching.index import Index, IndexRow
from claims.matching.terms import blob_hashes

#: postings opened for one statement, as the weights count them (there are up to twice as many); the
#: first, rarest term is opened whatever it costs
BUDGET = 50_000
#: terms that together hold less than this share of the asker's information are not opened
NEGLIGIBLE = 0.04
#: sums of rounded weights may be that much too small
SLACK = 1.0001
#: how many candidates are compared in full
MOST_CANDIDATES = 40

# Rank of a candidate: alike as a whole, with a weak preference for the same length, and a little for
# one that holds the other. Measured on verses in two translations and on news statements.
LENGTH_PIVOT = 0.6
CONTAINED_MASS = 6.0
CONTAINED_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement of the index and how promising it is; a larger rank is better."""

    id: int
    rank: float


def find_candidates(
    index: Index,
    asker: IndexRow,
    *,
    below: int | None = None,
    among: NDArray[np.int64] | None = None,
    most: int = MOST_CANDIDATES,
    least_share: float = LEAST_SHARE,
    is_sure: bool = False,
) -> list[Candidate]:
    """Find the statements that share most with ``asker``, best first; ties by id.

    The asker itself, the statements of its own quote and those declared to be in another language are
    left out, with ``below`` those whose id is not smaller, and with ``among`` those that are not among
    these ids. ``least_share`` is the part of the shorter
    statement's information that a candidate must be able to share; with 0 every statement is one. With
    ``is_sure`` those of the best that do not share enough after all are left out: three of four.
    """
    hashes = blob_hashes(asker.blob)
    weights = index.weights.of_hashes(hashes)
    opened = _terms_to_open(hashes, weights, index.weights.counts_of(hashes))
    touched = _add_up(index, hashes, weights, opened)
    if not len(touched):
        return []
    shared = index.sums[touched]
    index.sums[touched] = 0.0
    mass = float(weights.sum())
    masses = index.masses[touched]
    # few pass: the costlier questions are asked of those alone
    reachable = shared + np.float32(mass - float(weights[opened].sum()))
    fits = np.flatnonzero(_is_worthwhile(reachable, masses, mass, least_share))
    fits = fits[_may_match(index, asker, touched[fits], below)]
    if among is not None:
        fits = fits[np.isin(index.ids[touched[fits]], among)]
    ranks = _ranks(index, shared[fits], masses[fits], mass)
    best = _best(index, touched[fits], ranks, most)
    if is_sure:
        chosen = fits[best]
        unopened = np.setdiff1d(np.arange(len(hashes)), opened)
        reached = shared[chosen] + _shared_beside(index, touched[chosen], hashes[unopened], weights[unopened])
        best = best[_is_worthwhile(reached * np.float32(SLACK), masses[chosen], mass, least_share)]
    ids = index.ids[touched[fits[best]]]
    return [Candidate(*found) for found in zip(ids.tolist(), ranks[best].tolist(), strict=True)]


def _shared_beside(
    index: Index, places: NDArray[np.int32], hashes: NDArray[np.uint32], weights: NDArray[np.float64]
) -> NDArray[np.float32]:
    """Add up, for a few places, the weights of the terms not opened that their statements hold."""
    sums = np.zeros(len(places), np.float32)
    for term, weight in zip(hashes.tolist(), weights.tolist(), strict=True):
        for postings in index.postings_of(term):  # they rise
            at = np.minimum(np.searchsorted(postings, places), len(postings) - 1)
            sums[postings[at] == places] += np.float32(weight)
    return sums


def _is_worthwhile(
    reachable: NDArray[np.float32], masses: NDArray[np.float32], mass: float, least_share: float
) -> NDArray[np.bool_]:
    """Say which statements may share enough, as ``Comparison.is_worthwhile`` says of a pair."""
    shorter, longer = np.minimum(masses, np.float32(mass)), np.maximum(masses, np.float32(mass))
    enough = reachable >= least_share * shorter
    if least_share:
        enough &= reachable >= np.minimum(np.float32(LEAST_INFORMATION), np.float32(WHOLE) * longer)
    return enough


def _terms_to_open(
    hashes: NDArray[np.uint32], weights: NDArray[np.float64], counts: NDArray[np.uint32]
) -> NDArray[np.intp]:
    """Return the places of the terms worth opening, most informative first."""
    order = np.lexsort((hashes, -weights))
    left = weights.sum() - np.cumsum(weights[order]) + weights[order]
    cost = np.cumsum(counts[order].astype(np.int64))
    is_worth = (cost <= BUDGET) & (left >= NEGLIGIBLE * weights.sum())
    is_worth[:1] = True
    return order[: len(order) if is_worth.all() else int(np.argmin(is_worth))]


def _add_up(
    index: Index, hashes: NDArray[np.uint32], weights: NDArray[np.float64], opened: NDArray[np.intp]
) -> NDArray[np.int32]:
    """Add the weights of the opened terms to ``index.sums``; return the places touched, each once."""
    sums = index.sums
    touched = [np.zeros(0, np.int32)]
    for term, weight in zip(hashes[opened].tolist(), weights[opened].tolist(), strict=True):
        for postings in index.postings_of(term):
            before = sums[postings]
            touched.append(postings[before == 0.0])
            sums[postings] = before + np.float32(weight)
    return np.concatenate(touched)


def _may_match(
    index: Index, asker: IndexRow, places: NDArray[np.int32], below: int | None
) -> NDArray[np.bool_]:
    """Say of each place whether its statement may be compared with the asker at all."""
    ids = index.ids[places]
    fits = ~index.is_gone[places]
    fits &= ids != asker.id
    if below is not None:
        fits &= ids < below
    if asker.quote is not None:
        fits &= index.quotes[places] != asker.quote
    if asker.language:
        tongues = index.tongues[places]
        fits &= (tongues == 0) | (tongues == index.languages.get(asker.language, -1))
    return fits


def _ranks(
    index: Index, shared: NDArray[np.float32], masses: NDArray[np.float32], mass: float
) -> NDArray[np.floating]:
    pivot = np.float32(LENGTH_PIVOT * index.weights.mean_mass)
    whole = shared / (masses + pivot)
    part = shared / (np.minimum(masses, np.float32(mass)) + np.float32(CONTAINED_MASS))
    return whole + np.float32(CONTAINED_SHARE) * part


def _best(
    index: Index, places: NDArray[np.int32], ranks: NDArray[np.floating], most: int
) -> NDArray[np.intp]:
    """Return which have the highest ranks, best first; those that tie at the border by smaller id."""
    chosen = np.arange(len(ranks))
    if len(ranks) > most:
        border = np.partition(ranks, len(ranks) - most)[len(ranks) - most]
        chosen = np.flatnonzero(ranks >= border)
    order = np.lexsort((index.ids[places[chosen]], -ranks[chosen]))[:most]
    return chosen[order]
