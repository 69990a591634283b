"""Weighed texts where other processes read them: a file without a name, open since before they were made as copies of this one.

It is gone with the last process that has it open, however that ends.
"""

from __future__ import annotations

import os
import struct
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from hearsay_to_sqlite.resolve.matching.weighing import Beside, Scale, Weighed

HEAD = struct.Struct("IIddd")
"""Before a text: of how many bytes its terms and its runs are, and what it weighs."""

SIZE = 24
"""Bits of a place that tell of how many bytes a text is; those above tell where it begins."""

REMEMBERED = 2_048
"""Texts that a process remembers: fetching one again costs as much as comparing two."""

_open: list[int] = []


@contextmanager
def opened() -> Iterator[None]:
    """Open the file, for this process and those that are made as copies of it inside."""
    with tempfile.TemporaryFile() as file:
        _open.append(file.fileno())
        try:
            yield
        finally:
            _open.remove(file.fileno())


def there() -> bool:
    """Whether other processes can read what is put on a shelf."""
    return bool(_open)


@dataclass(frozen=True, slots=True)
class Block:
    """Texts to be compared by one process: the place of each, then those of the texts that it is held beside."""

    weights: tuple[int, int, int]
    least: float
    rows: tuple[array[int], ...]


class Shelf:
    """The texts of one collection, by their numbers."""

    def __init__(self, texts: Iterable[Weighed], scale: Scale) -> None:
        """Write them behind what stands in the file; ``scale`` is what they were weighed with."""
        self.places = array("q")
        for one in texts:
            own, runs = one.terms.tobytes(), one.runs.tobytes()
            head = HEAD.pack(len(own), len(runs), one.sharp_terms, one.sharp_runs, one.total)
            self.places.append(_written(b"".join((head, own, runs))))
        known = (scale.terms.weights, scale.terms.sharp, scale.runs.sharp)
        begin = _end()
        self.weights = begin, len(scale.terms), len(scale.runs)
        for numbers in known:
            _written(numbers.tobytes())

    def block(self, rows: Iterable[tuple[int, Iterable[int]]], least: float) -> Block:
        """Return the work of comparing texts, by their numbers, each with several others."""
        return Block(
            self.weights,
            least,
            tuple(array("q", [self.places[n], *map(self.places.__getitem__, others)]) for n, others in rows),
        )


def likenesses(block: Block) -> list[list[float]]:
    """Return how alike each text of a block is to each of those it is held beside, as ``Beside.likeness``; for a worker to do."""
    scale = _scale(*block.weights)
    found = []
    for own, *others in block.rows:
        beside = Beside(scale, _text(own))
        found.append([beside.likeness(_text(other), block.least) for other in others])
    return found


def _end() -> int:
    return os.lseek(_open[-1], 0, os.SEEK_END)


def _written(data: bytes) -> int:
    """Write at the end; return the place."""
    begin, rest = _end(), memoryview(data)
    while rest:
        rest = rest[os.write(_open[-1], rest) :]
    return begin << SIZE | len(data)


@lru_cache(REMEMBERED)
def _text(place: int) -> Weighed:
    data = os.pread(_open[-1], place & ((1 << SIZE) - 1), place >> SIZE)
    terms, runs, *sums = HEAD.unpack_from(data)
    middle = HEAD.size + terms
    return Weighed(array("I", data[HEAD.size : middle]), array("I", data[middle : middle + runs]), *sums)


@lru_cache(1)
def _scale(begin: int, terms: int, runs: int) -> Scale:
    numbers = array("d")
    size = numbers.itemsize * (2 * terms + runs)
    numbers.frombytes(b"".join(_pieces(begin, size)))
    return Scale.of(numbers[:terms], numbers[terms : 2 * terms], numbers[2 * terms :])


def _pieces(begin: int, size: int) -> Iterator[bytes]:
    while size > 0:
        piece = os.pread(_open[-1], size, begin)
        yield piece
        begin, size = begin + len(piece), size - len(piece)
