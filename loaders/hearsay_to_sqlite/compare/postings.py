"""Which earlier articles share the rare words and sentences of a new one: kept in the file, read as far as needed.

Source of the method: rare-term retrieval with idf-weighted containment; unlike shingles it survives translation there
and back, which keeps names, numbers and rare nouns but hardly any run of words. An article is held against those
that came before it, with the rarity that a word had then: what is found does not depend on what comes later, so that
looking at new articles alone gives what looking at all of them again would give.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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
"""Weight of the commonest print that brings articles together."""

CROWDED = 4
"""A sentence that too many articles hold counts as so many of the commonest prints for the first that had it."""

PLACES = 1000
"""So many holders of an article's rarest prints are counted first: who is of its kin is among them."""

LEAST_SHARED = 4
"""Of these prints two articles must share so many to be proposed."""

LOOKED_AT = 40
"""Of the articles that share most of them so many are weighed."""

CONTAINED = 0.28
"""... and the share of the lighter one's weight that these must have."""

REMEMBERED = 1 << 14
"""Weights of articles that are remembered."""

FOUR_BYTES = next(code for code in "IL" if array(code).itemsize == 4)

Weighed = Sequence[Sequence[Sequence[int]]]
"""The holders of an article's prints, by the weight of the print."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """An article's number, the weight of its prints, and the earlier ones most likely to be of its kin, likeliest first."""

    n: int
    weight: int
    candidates: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """The holders of the prints of a batch, the prints that became crowded in it, and the first holder of crowded sentences."""

    holders: dict[int, array[int]]
    crowded: dict[int, array[int]] = field(default_factory=dict)
    firsts: dict[int, int] = field(default_factory=dict)

    def crowd(self, code: int) -> None:
        """Forget who holds a print, but for the first."""
        first = self.crowded[code] = self.holders.pop(code)[:1]
        if code < 0:
            self.firsts[code] = first[0]

    def rows(self) -> Iterator[tuple[int, bytes, bool]]:
        """Yield what is to be written: every print that was not crowded before has a new holder."""
        for code, numbers in self.holders.items():
            yield code, numbers.tobytes(), False
        for code, numbers in self.crowded.items():
            yield code, numbers.tobytes(), True


@dataclass
class Postings:
    """The holders of prints, over one open transaction; what is known of crowded words and of articles' weights is kept."""

    connection: sqlite3.Connection
    _crowded: set[int] = field(default_factory=set)
    _weights: dict[int, int] = field(default_factory=dict)

    def propose(self, batch: Sequence[tuple[int, Sequence[int]]]) -> list[Proposed]:
        """Return what is proposed for each article of a batch (number, prints), and remember the articles."""
        held = self._read({code for _, codes in batch for code in codes} - self._crowded)
        found = []
        for n, codes in batch:
            proposed = self._one(n, codes, held)
            self._remember(n, proposed.weight)
            found.append(proposed)
        self.connection.executemany(read("compare/keep_print"), held.rows())
        return found

    def _one(self, n: int, codes: Sequence[int], held: _Held) -> Proposed:
        weighed: list[list[array[int]]] = [[] for _ in range(TOP + 1)]
        own, full = [], []
        total = 0
        for code in codes:
            if (numbers := held.holders.get(code)) is None:
                continue
            holders = len(numbers)
            weight = TOP - holders.bit_length()
            total += weight
            if holders:
                weighed[weight].append(numbers)
            if holders < MAX_HOLDERS:
                own.append(numbers)
            else:
                full.append(code)
        firsts = [held.firsts[code] for code in codes if code in held.firsts] if held.firsts else []
        likely = self._likely(total, weighed, firsts)
        for numbers in own:
            numbers.append(n)
        for code in full:
            held.crowd(code)
        return Proposed(n, total, likely)

    def _likely(self, total: int, weighed: Weighed, firsts: Sequence[int]) -> tuple[int, ...]:
        shared = Counter(chain.from_iterable(_rarest(weighed)))
        for first in firsts:
            shared[first] += CROWDED
        alike = [(-count, n) for n, count in shared.items() if count >= LEAST_SHARED]
        if not alike:
            return ()
        near = {n for _, n in sorted(alike)[:LOOKED_AT]}
        scores = dict.fromkeys(near, 0)
        for weight, lists in enumerate(weighed):
            for numbers in lists:
                for n in near.intersection(numbers):
                    scores[n] += weight
        for first in near.intersection(firsts):
            scores[first] += LEAST * CROWDED * firsts.count(first)
        ranked = sorted((-score, n) for n, score in scores.items())[: 4 * MOST]
        found = [n for score, n in ranked if -score >= CONTAINED * min(total, self._weight(n))]
        return tuple(found[:MOST])

    def _weight(self, n: int) -> int:
        if n not in self._weights:
            (weight,) = self.connection.execute("select weight from _compared where n = ?", (n,)).fetchone()
            self._remember(n, weight)
        return self._weights[n]

    def _remember(self, n: int, weight: int) -> None:
        if len(self._weights) >= REMEMBERED:
            self._weights.clear()
        self._weights[n] = weight

    def _read(self, codes: Iterable[int]) -> _Held:
        held = _Held({code: array(FOUR_BYTES) for code in codes})
        rows = self.connection.execute(read("compare/prints"), (json.dumps(list(held.holders)),))
        for code, holders, crowded in rows:
            held.holders[code].frombytes(holders)
            if crowded:
                first = held.holders.pop(code)
                if code > 0:
                    self._crowded.add(code)
                else:
                    held.firsts[code] = first[0]
        return held


def _rarest(weighed: Weighed) -> Iterator[Sequence[int]]:
    """Yield the lists of the rarest prints, in steps of rarity, until there are enough places in them."""
    left = PLACES
    for lists in reversed(weighed):
        for numbers in lists:
            yield numbers
            left -= len(numbers)
        if left <= 0:
            return
