"""Which statements of an index share enough information with one to be worth comparing in full.

The rarest terms are opened first, until what is left could not matter or a budget of postings is spent;
their weights are added up in one array: a few numpy calls whatever the size of the index. Which terms
are opened depends on the weights alone, sums are made in one order, each statement is counted once, and
ties are broken by id: the shards of an index find what the whole finds.

Common terms have most of the postings and can make few new candidates: what they and all terms behind
them tell together is enough for short statements alone. Those stand first in their postings; of the rest
only statements that share a rarer term are counted on (the idea of MaxScore, Turtle and Flood 1995).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.matching.features import LEAST_INFORMATION, LEAST_SHARE, WHOLE
from claims.matching.index import NO_PLACES, Index, IndexRow
from claims.matching.terms import blob_hashes

#: postings opened for one statement, as the weights count them (there are up to twice as many); the
#: first, rarest term is opened whatever it costs
BUDGET = 50_000
#: terms that together hold less than this share of the asker's information are not opened
NEGLIGIBLE = 0.04
#: sums of rounded weights may be that much too small
SLACK = 1.0001
#: stands for a part of nothing where it is divided by
SMALLEST = 1e-9
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
    ends = _ends(index, weights[opened], float(weights.sum()), least_share)
    touched = _add_up(index, hashes[opened], weights[opened].astype(np.float32), ends)
    if not len(touched):
        return []
    shared = index.sums.take(touched)
    index.sums[touched] = 0.0
    mass = float(weights.sum())
    masses = index.masses.take(touched)
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
    for found, weight in zip(index.postings_of(hashes), weights.astype(np.float32), strict=True):
        for postings in found:  # they rise
            if len(postings):
                at = np.minimum(np.searchsorted(postings, places), len(postings) - 1)
                sums[postings[at] == places] += weight
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


def _ends(index: Index, weights: NDArray[np.float64], mass: float, least_share: float) -> NDArray[np.int32]:
    """Return for each opened term the first place whose statement is too long to share only what is left.

    Such a statement shares enough of itself and of the asker only if it holds a term opened before.
    """
    left = SLACK * (mass - np.cumsum(weights) + weights)
    is_enough = left >= least_share * mass
    longest = np.where(is_enough, np.inf, left / max(least_share, SMALLEST)).astype(np.float32)
    return np.searchsorted(index.masses[: index.in_base], longest, side="right").astype(np.int32)


def _add_up(
    index: Index, hashes: NDArray[np.uint32], weights: NDArray[np.float32], ends: NDArray[np.int32]
) -> NDArray[np.int32]:
    """Add the weights of opened terms to ``index.sums``; return the places touched, each once."""
    touched = [NO_PLACES]
    for (base, grown), weight, end in zip(index.postings_of(hashes), weights, ends, strict=True):
        cut = base.searchsorted(end)
        touched += [_add(index.sums, places, weight) for places in (base[:cut], grown) if len(places)]
        if cut < len(base):
            _add_on(index.sums, base[cut:], weight)
    return np.concatenate(touched)


def _add(sums: NDArray[np.float32], places: NDArray[np.int32], weight: np.float32) -> NDArray[np.int32]:
    """Add a weight at some places; return those that had nothing before."""
    before = sums.take(places)
    sums[places] = before + weight
    return places[before == 0.0]


def _add_on(sums: NDArray[np.float32], places: NDArray[np.int32], weight: np.float32) -> None:
    """Add a weight at those of some places that have something already."""
    before = sums.take(places)
    has_some = np.flatnonzero(before > 0.0)
    sums[places[has_some]] = before[has_some] + weight


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
