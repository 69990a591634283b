"""What a million texts weigh, and which are how alike, kept in temporary files of SQLite's, so that little is ever in memory."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from hearsay_to_sqlite.resolve.matching.weighing import Weighed

NEARBY = 8_192
"""Texts in memory, those that were asked for last: fetching one again costs as much as comparing two."""

MAKE = "create table weighed (n integer primary key, terms blob, runs blob, sharp_terms real, sharp_runs real, total real)"
ADD = "insert into weighed values (?, ?, ?, ?, ?, ?)"
ONE = "select terms, runs, sharp_terms, sharp_runs, total from weighed where n = ?"

Pair = tuple[int, int, float]
"""The places of two texts, the smaller first, and how alike they are."""


class Spool:
    """Weighed texts by their place; close it when done."""

    def __init__(self, texts: Iterable[Weighed]) -> None:
        # A database without a name is a file that is gone when it is closed.
        self._connection = sqlite3.connect("")
        self._connection.execute(MAKE)
        rows = (
            (n, one.terms.tobytes(), one.runs.tobytes(), one.sharp_terms, one.sharp_runs, one.total)
            for n, one in enumerate(texts)
        )
        self._connection.executemany(ADD, rows)
        self._connection.commit()
        (self.size,) = self._connection.execute("select count(*) from weighed").fetchone()
        self.get = lru_cache(NEARBY)(self._get)

    def _get(self, n: int) -> Weighed:
        own, runs, *sums = self._connection.execute(ONE, (n,)).fetchone()
        return Weighed(_unpacked(own), _unpacked(runs), *sums)

    def all(self) -> Iterator[Weighed]:
        """Yield the texts in order."""
        select = "select terms, runs, sharp_terms, sharp_runs, total from weighed order by n"
        for own, runs, *sums in self._connection.execute(select):
            yield Weighed(_unpacked(own), _unpacked(runs), *sums)

    def terms(self) -> Iterator[array[int]]:
        """Yield the numbers of the terms of each text, in order."""
        for (own,) in self._connection.execute("select terms from weighed order by n"):
            yield _unpacked(own)

    def close(self) -> None:
        """Let go of the file."""
        self.get.cache_clear()
        self._connection.close()


class Pairs:
    """Pairs of texts, as they were found; close it when done."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("")
        self._connection.execute("create table pairs (one integer, other integer, alike real)")

    def add(self, pairs: Iterable[Pair]) -> None:
        """Keep these pairs, each of which is met once."""
        self._connection.executemany("insert into pairs values (?, ?, ?)", pairs)
        self._connection.commit()

    def best_first(self, least: float) -> Iterator[tuple[int, int]]:
        """Yield the places of the pairs that are at least so alike, equals in the order of their places."""
        order = "select one, other from pairs where alike >= ? order by alike desc, one, other"
        yield from self._connection.execute(order, (least,))

    def by_group(self, head: Callable[[int], int]) -> Iterator[Iterator[Pair]]:
        """Yield the pairs inside each group, which ``head`` tells of a place, in order; groups in the order of their heads."""
        self._connection.create_function("head", 1, head, deterministic=True)
        held = "select head(one) as held, one, other, alike from pairs where head(one) = head(other) order by held, one, other"
        for _, rows in groupby(self._connection.execute(held), key=itemgetter(0)):
            yield ((one, other, alike) for _, one, other, alike in rows)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _unpacked(data: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(data)
    return numbers
