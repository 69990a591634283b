"""Which earlier articles share the rare words and sentences of a new one: kept in the file, read as far as needed.

Source of the method: rare-term retrieval with idf-weighted containment; unlike shingles it survives translation there
and back, which keeps names, numbers and rare nouns but hardly any run of words. An article is held against those
that came before it, with the rarity that a word had then: what is found does not depend on what comes later, so that
looking at new articles alone gives what looking at all of them again would give.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from hearsay_to_sqlite.sql import read

MAX_HOLDERS = 128
"""A word that more articles hold brings none together; a sentence then still leads to the first that had it."""

TOP = 17
"""Weight of a print that nobody had before; one less each time the number of its holders doubles (as idf, base 2)."""

MOST = 5
"""So many earlier articles are proposed for one at the most."""

LEAST = TOP - MAX_HOLDERS.bit_length()
"""Weight of a sentence that too many articles hold."""

LEAST_SHARED = 4
"""Prints that two articles must share to be proposed."""

LOOKED_AT = 40
"""Of the articles that share most prints with one so many are weighed."""

CONTAINED = 0.28
"""... and the share of the lighter one's weight that these must have."""

FOUR_BYTES = next(code for code in "IL" if array(code).itemsize == 4)


@dataclass(slots=True)
class _Holders:
    numbers: array[int]
    crowded: bool
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Proposed:
    """An article's number, the weight of its prints, and the earlier ones most likely to be of its kin, likeliest first."""

    n: int
    weight: int
    candidates: tuple[int, ...]


@dataclass
class Postings:
    """The holders of prints, over one open transaction; ``weights`` are those of the articles met so far."""

    connection: sqlite3.Connection
    crowded: set[int] = field(default_factory=set)

    def propose(self, batch: Sequence[tuple[int, Sequence[int]]]) -> list[Proposed]:
        """Return what is proposed for each article of a batch (number, prints), and remember the articles."""
        held = self._read({code for _, codes in batch for code in codes} - self.crowded)
        weights: dict[int, int] = {}
        found = []
        for n, codes in batch:
            proposed = self._one(n, codes, held, weights)
            weights[n] = proposed.weight
            found.append(proposed)
        self._write(held)
        return found

    def _one(
        self, n: int, codes: Sequence[int], held: dict[int, _Holders], weights: dict[int, int]
    ) -> Proposed:
        total = 0
        levels: dict[int, list[array[int]]] = defaultdict(list)
        own = []
        for code in codes:
            # Crowded words are not read again; only a sentence is worth following then.
            if (holders := held.get(code)) is None:
                continue
            if holders.crowded:
                if code < 0:
                    levels[LEAST].append(holders.numbers[:1] * LEAST_SHARED)
                continue
            weight = TOP - len(holders.numbers).bit_length()
            total += weight
            if holders.numbers:
                levels[weight].append(holders.numbers)
            own.append(holders)
        likely = self._likely(total, levels, weights)
        for holders in own:
            self._add(holders, n)
        return Proposed(n, total, likely)

    @staticmethod
    def _add(holders: _Holders, n: int) -> None:
        holders.changed = True
        if len(holders.numbers) < MAX_HOLDERS:
            holders.numbers.append(n)
        else:
            holders.crowded = True
            del holders.numbers[1:]

    def _likely(
        self, total: int, levels: Mapping[int, Sequence[array[int]]], weights: dict[int, int]
    ) -> tuple[int, ...]:
        shared = Counter(chain.from_iterable(chain.from_iterable(levels.values())))
        alike = [(-count, n) for n, count in shared.items() if count >= LEAST_SHARED]
        if not alike:
            return ()
        near = {n for _, n in sorted(alike)[:LOOKED_AT]}
        scores: Counter[int] = Counter()
        for weight, lists in levels.items():
            for n, count in Counter(filter(near.__contains__, chain.from_iterable(lists))).items():
                scores[n] += weight * count
        ranked = sorted((-score, n) for n, score in scores.items())
        found = []
        for score, n in ranked[: 4 * MOST]:
            if -score >= CONTAINED * min(total, self._weight(n, weights)):
                found.append(n)
        return tuple(found[:MOST])

    def _weight(self, n: int, weights: dict[int, int]) -> int:
        if n not in weights:
            (weights[n],) = self.connection.execute(
                "select weight from _compared where n = ?", (n,)
            ).fetchone()
        return weights[n]

    def _read(self, codes: Iterable[int]) -> dict[int, _Holders]:
        held = {}
        select = "select holders, crowded from _prints where print = ?"
        for code in sorted(codes):
            row = self.connection.execute(select, (code,)).fetchone()
            if row is not None and row[1] and code > 0:
                self.crowded.add(code)
                continue
            numbers = array(FOUR_BYTES)
            if row is not None:
                numbers.frombytes(row[0])
            held[code] = _Holders(numbers, bool(row and row[1]))
        return held

    def _write(self, held: dict[int, _Holders]) -> None:
        self.connection.executemany(read("compare/keep_print"), _rows(held))


def _rows(held: dict[int, _Holders]) -> Iterator[tuple[int, bytes, bool]]:
    for code, holders in held.items():
        if holders.changed:
            yield code, holders.numbers.tobytes(), holders.crowded
