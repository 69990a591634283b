"""What a million texts weigh, kept in a temporary file of SQLite's, so that few of them are ever in memory."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache

from hearsay_to_sqlite.resolve.matching.weighing import Weighed

NEARBY = 8_192
"""Texts in memory, those that were asked for last: fetching one again costs as much as comparing two."""

MAKE = "create table weighed (n integer primary key, terms blob, runs blob, sharp_terms real, sharp_runs real, total real)"
ADD = "insert into weighed values (?, ?, ?, ?, ?, ?)"
ONE = "select terms, runs, sharp_terms, sharp_runs, total from weighed where n = ?"


class Spool:
    """Weighed texts by their place; close it when done."""

    def __init__(self, texts: Iterable[Weighed]) -> None:
        # A database without a name is a file that is gone when it is closed.
        self._connection = sqlite3.connect("")
        self._connection.execute(MAKE)
        rows = (
            (n, _packed(one.terms), _packed(one.runs), one.sharp_terms, one.sharp_runs, one.total)
            for n, one in enumerate(texts)
        )
        self._connection.executemany(ADD, rows)
        self._connection.commit()
        self.get = lru_cache(NEARBY)(self._get)

    def _get(self, n: int) -> Weighed:
        own, runs, *sums = self._connection.execute(ONE, (n,)).fetchone()
        return Weighed(_unpacked(own), _unpacked(runs), *sums)

    def terms(self) -> Iterator[tuple[int, ...]]:
        """Yield the numbers of the terms of each text, in order."""
        for (own,) in self._connection.execute("select terms from weighed order by n"):
            yield _unpacked(own)

    def close(self) -> None:
        """Let go of the file."""
        self.get.cache_clear()
        self._connection.close()


def _packed(numbers: tuple[int, ...]) -> bytes:
    return array("I", numbers).tobytes()


def _unpacked(data: bytes) -> tuple[int, ...]:
    return tuple(array("I", data))
