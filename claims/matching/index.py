"""An inverted index in memory: for each term the statements that hold it.

A packed base (one array of postings, rising by term and place) and a small growing part. It is asked by
``claims.matching.candidates``. The weights are handed in and never change with the index, so that an
index built at once, one grown statement by statement and the shards of one give the same answers.

The places of the base rise by the information of their statements: of a term that tells little only the
short statements matter, and these stand first.
"""

import io
import zipfile
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.matching.terms import blob_hashes
from claims.matching.weights import Weights

#: written for "no quote": it equals no statement's own
NO_QUOTE = -1
#: terms whose information is added up at once: keeps the memory of building flat
WEIGHED_AT_ONCE = 20_000
#: postings that get their new places at once, for the same reason
PLACED_AT_ONCE = 1_000_000
#: of the format of ``to_bytes``
FORMAT = 2
NO_PLACES = np.zeros(0, np.int32)
#: how the bytes of every index begin
ZIP_MARK = b"PK"
#: what is stored beside the weights, in this order
STORED = ("ids", "quotes", "tongues", "terms", "starts", "postings")


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One statement as the index keeps it."""

    id: int
    #: as ``claims.matching.terms.terms_blob`` gives it
    blob: bytes
    quote: int | None = None
    #: as declared; empty if unknown: then it is compared with every language
    language: str = ""


class Index:
    """Statements by their terms. Ids are unique; one that was removed is found no more until it is added."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        #: number of each declared language; 0 is unknown
        self.languages: dict[str, int] = {"": 0}
        #: statements that hold a place, removed ones too
        self.size = 0
        # by place
        self.ids = np.zeros(0, np.int64)
        self.quotes = np.zeros(0, np.int64)
        self.tongues = np.zeros(0, np.int16)
        self.masses = np.zeros(0, np.float32)
        self.is_gone = np.zeros(0, np.bool_)
        #: zero at rest; candidates add up here
        self.sums = np.zeros(0, np.float32)
        # the base: postings[starts[k]:starts[k + 1]] are the places of terms[k]
        self.terms = np.zeros(0, np.uint32)
        self.starts = np.zeros(1, np.int64)
        self.postings = np.zeros(0, np.int32)
        #: postings of what was added since
        self.grown: dict[int, array[int]] = {}
        #: statements in the base, whose masses rise
        self.in_base = 0
        #: the places of the base in the order of ids, and those of the statements added since
        self._by_id = np.zeros(0, np.int32)
        self._added: dict[int, int] = {}

    @classmethod
    def build(cls, rows: Iterable[IndexRow], weights: Weights | None = None) -> "Index":
        """Build an index at once; without weights the rows themselves are counted (``steady_weights``).

        :raises ValueError: if an id comes twice.
        """
        ids, quotes, tongues, lengths = array("q"), array("q"), array("h"), array("i")
        languages: dict[str, int] = {"": 0}
        blobs = bytearray()
        for row in rows:
            ids.append(row.id)
            quotes.append(NO_QUOTE if row.quote is None else row.quote)
            tongues.append(languages.setdefault(row.language, len(languages)))
            lengths.append(len(row.blob) // 4)
            blobs += row.blob
        hashes = blob_hashes(blobs)
        if weights is None:
            weights = steady_weights(np.array(ids), np.array(lengths), hashes)
        index = cls(weights)
        index.languages = languages
        index._set_statements(np.array(ids), np.array(quotes), np.array(tongues))
        places = np.repeat(np.arange(index.size, dtype=np.int32), np.array(lengths))
        index._pack(hashes, places)
        return index

    def _set_statements(
        self, ids: NDArray[np.int64], quotes: NDArray[np.int64], tongues: NDArray[np.int16]
    ) -> None:
        """Give each statement a place, as they come."""
        self.ids, self.quotes, self.tongues = ids, quotes, tongues
        self.size = self.in_base = len(ids)
        self.is_gone = np.zeros(self.size, np.bool_)
        self.sums = np.zeros(self.size, np.float32)
        self._by_id = np.argsort(ids, kind="stable").astype(np.int32)
        rising = ids[self._by_id]
        twice = rising[1:][rising[1:] == rising[:-1]]
        if len(twice):
            raise ValueError(f"statement {twice[0]} comes twice")

    def _pack(self, hashes: NDArray[np.uint32], places: NDArray[np.int32]) -> None:
        """Sort pairs of a term and the place of a statement that holds it into the base."""
        keys = np.empty(len(hashes), "<u8")
        halves = keys.view("<u4").reshape(-1, 2)
        halves[:, 0], halves[:, 1] = places, hashes
        keys.sort()
        is_border = np.ones(len(keys), np.bool_)
        is_border[1:] = halves[1:, 1] != halves[:-1, 1]
        borders = np.flatnonzero(is_border)
        self.terms = halves[borders, 1].astype(np.uint32)
        self.starts = np.append(borders, len(keys)).astype(np.int64)
        self.postings = halves[:, 0].astype(np.int32)
        self._weigh()
        ranks = self._order_by_mass()
        for first in range(0, len(keys), PLACED_AT_ONCE):
            some = halves[first : first + PLACED_AT_ONCE, 0]
            some[:] = ranks[some]
        keys.sort()
        self.postings[:] = halves[:, 0]

    def _order_by_mass(self) -> NDArray[np.int32]:
        """Let the places rise by mass, then by id; return the new place of each."""
        order = np.lexsort((self.ids, self.masses))
        self.masses = self.masses[order]
        self._set_statements(self.ids[order], self.quotes[order], self.tongues[order])
        ranks = np.empty(self.size, np.int32)
        ranks[order] = np.arange(self.size, dtype=np.int32)
        return ranks

    def _weigh(self) -> None:
        """Sum up each statement's information, in the order of its terms as ``add`` does."""
        masses = np.zeros(self.size, np.float64)
        weights, counts = self.weights.of_hashes(self.terms), np.diff(self.starts)
        for first in range(0, len(self.terms), WEIGHED_AT_ONCE):
            last = min(first + WEIGHED_AT_ONCE, len(self.terms))
            some = self.postings[self.starts[first] : self.starts[last]]
            np.add.at(masses, some, np.repeat(weights[first:last], counts[first:last]))
        self.masses = masses.astype(np.float32)

    def __len__(self) -> int:
        return self.size - int(self.is_gone[: self.size].sum())

    def __contains__(self, statement: int) -> bool:
        place = self._place_of(statement)
        return place is not None and not self.is_gone[place]

    def __iter__(self) -> Iterator[int]:
        """Give the ids in rising order."""
        yield from sorted(self.ids[: self.size][~self.is_gone[: self.size]].tolist())

    @property
    def grown_by(self) -> int:
        """How many statements were added since the base was packed."""
        return self.size - self.in_base

    def _place_of(self, statement: int) -> int | None:
        """Return the last place that a statement got, be it gone or not."""
        if statement in self._added:
            return self._added[statement]
        at = bisect_left(self._by_id, statement, key=self.ids.__getitem__)
        if at < self.in_base and self.ids[self._by_id[at]] == statement:
            return int(self._by_id[at])
        return None

    def add(self, row: IndexRow) -> None:
        """Add one statement; the cost grows with its length alone.

        :raises ValueError: if its id is in the index.
        """
        if row.id in self:
            raise ValueError(f"statement {row.id} comes twice")
        hashes = blob_hashes(row.blob)
        self._make_room()
        place = self.size
        self.ids[place] = row.id
        self.quotes[place] = NO_QUOTE if row.quote is None else row.quote
        self.tongues[place] = self.languages.setdefault(row.language, len(self.languages))
        if len(hashes):
            self.masses[place] = np.cumsum(self.weights.of_hashes(hashes))[-1]
        for term in hashes.tolist():
            self.grown.setdefault(term, array("i")).append(place)
        self._added[row.id] = place
        self.size += 1

    def _make_room(self) -> None:
        if self.size < len(self.sums):
            return
        more = max(1_024, self.size // 8)
        for name in ("ids", "quotes", "tongues", "masses", "is_gone", "sums"):
            old = getattr(self, name)[: self.size]
            setattr(self, name, np.concatenate([old, np.zeros(more, old.dtype)]))

    def remove(self, statement: int) -> None:
        """Take one statement out of all answers.

        :raises KeyError: if it is not in the index.
        """
        place = self._place_of(statement)
        if place is None:
            raise KeyError(statement)
        self.is_gone[place] = True

    def postings_of(self, terms: NDArray[np.uint32]) -> Iterator[tuple[NDArray[np.int32], NDArray[np.int32]]]:
        """Give for each term the places of the statements that hold it: the base's, the grown part's."""
        found = np.searchsorted(self.terms, terms).tolist()
        for term, place in zip(terms.tolist(), found, strict=True):
            base = NO_PLACES
            if place < len(self.terms) and self.terms[place] == term:
                base = self.postings[self.starts[place] : self.starts[place + 1]]
            yield base, np.array(self.grown[term], np.int32) if term in self.grown else NO_PLACES

    def to_bytes(self) -> bytes:
        """Return the index with its weights as bytes: the same statements, however added, the same bytes."""
        packed = self.packed()
        names = np.array(list(packed.languages), dtype=np.str_)
        weights = np.frombuffer(packed.weights.to_bytes(), np.uint8)
        file = io.BytesIO()
        np.savez(
            file,
            format=np.array(FORMAT),
            languages=names,
            weights=weights,
            **{name: getattr(packed, name) for name in STORED},
        )
        return file.getvalue()

    def packed(self) -> "Index":
        """Return an index of the statements that are not gone, all of them in the base: asked sooner."""
        terms = [np.repeat(self.terms, np.diff(self.starts))]
        places = [self.postings]
        for term, added in self.grown.items():
            terms.append(np.full(len(added), term, np.uint32))
            places.append(np.array(added, np.int32))
        all_terms, all_places = np.concatenate(terms), np.concatenate(places)
        stays = ~self.is_gone[: self.size]
        rank = (np.cumsum(stays) - 1).astype(np.int32)
        packed = Index(self.weights)
        packed.languages = {name: number for number, name in enumerate(sorted(self.languages))}
        renumbered = np.array([packed.languages[name] for name in self.languages], np.int16)
        tongues = renumbered[self.tongues[: self.size]]
        packed._set_statements(self.ids[: self.size][stays], self.quotes[: self.size][stays], tongues[stays])
        is_kept = stays[all_places]
        packed._pack(all_terms[is_kept], rank[all_places[is_kept]])
        return packed

    @classmethod
    def from_bytes(cls, data: bytes) -> "Index":
        """Return the index that ``to_bytes`` wrote.

        :raises ValueError: if the bytes are something else or of another format.
        """
        if not data.startswith(ZIP_MARK):
            raise ValueError("these bytes are no index")
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as stored:
                if int(stored["format"]) != FORMAT:
                    raise ValueError(f"an index of format {stored['format']}, not {FORMAT}")
                index = cls(Weights.from_bytes(stored["weights"].tobytes()))
                index.languages = {name: place for place, name in enumerate(stored["languages"].tolist())}
                index._set_statements(stored["ids"], stored["quotes"], stored["tongues"])
                index.terms, index.starts = stored["terms"], stored["starts"]
                index.postings = stored["postings"]
        except (zipfile.BadZipFile, KeyError, EOFError, OSError) as error:
            raise ValueError("these bytes are no index") from error
        index._weigh()
        return index


def steady_weights(ids: NDArray[np.int64], lengths: NDArray[np.int32], hashes: NDArray[np.uint32]) -> Weights:
    """Count the terms of the oldest statements, as many as the largest power of two that there are.

    A collection that grows has the same weights until it doubles: scores do not drift with each article.
    ``hashes`` has the distinct terms of all statements one after the other, ``lengths`` how many each has.
    """
    counted = 1 << (len(ids).bit_length() - 1) if len(ids) else 0
    is_counted = np.zeros(len(ids), np.bool_)
    is_counted[np.argsort(ids, kind="stable")[:counted]] = True
    return Weights.counted_flat(hashes[np.repeat(is_counted, lengths)], counted)
