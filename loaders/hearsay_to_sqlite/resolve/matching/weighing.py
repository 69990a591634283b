"""How alike two texts of one collection are: their words and runs of letters, each by its rarity, and the share held."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hearsay_to_sqlite.resolve.matching import terms

SHARP = 2.0
"""Power of a term's rarity in the cosines: 1 gave .880, 1.5 .883, 2 .889."""

PARTS = 3
"""Figures of which the likeness is the mean."""

ROUNDING = 1e-9
"""By so much what a pair can reach at most is taken for more than it is, so that no last digit decides."""


@dataclass(frozen=True, slots=True)
class Counts:
    """In how many of so many ``texts``, those of the same words counted once, each term and each run stands."""

    texts: int
    terms: Mapping[str, int]
    runs: Mapping[str, int]

    def term(self, name: str) -> float:
        """Return the rarity of a term."""
        return self._rarity(self.terms.get(name, 1))

    def run(self, name: str) -> float:
        """Return the rarity of a run of letters."""
        return self._rarity(self.runs.get(name, 1))

    def _rarity(self, count: int) -> float:
        return math.log((self.texts + 1) / (count + 0.5))


def counted(texts: Iterable[Sequence[str]]) -> Counts:
    """Count the terms and runs of texts, given as folded words, one after the other."""
    return counted_once(_once(texts))


def counted_once(texts: Iterable[Sequence[str]]) -> Counts:
    """As ``counted``, of texts that are all different and have words."""
    total = 0
    stems: Counter[str] = Counter()
    runs: Counter[str] = Counter()
    for words in texts:
        total += 1
        stems.update(stems_of(words))
        runs.update(terms.runs(terms.line(words)))
    return Counts(total, stems, runs)


def _once(texts: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    seen: set[int] = set()
    for words in texts:
        if words and (mark := hash(tuple(words))) not in seen:
            seen.add(mark)
            yield words


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """Return the terms of folded words, those without content left out."""
    return frozenset(map(terms.term, words)) - terms.common()


class _Numbers(dict[str, int]):
    """Numbers for names, given when they are first met; ``weights`` and ``sharp`` tell by number how much each tells."""

    def __init__(self, rarity: Callable[[str], float]) -> None:
        self.rarity = rarity
        self.weights = array("d")
        self.sharp = array("d")

    def __missing__(self, name: str) -> int:
        number = self[name] = len(self.weights)
        weight = self.rarity(name)
        self.weights.append(weight)
        self.sharp.append(weight ** (2 * SHARP))
        return number

    def of(self, names: Iterable[str]) -> array[int]:
        """Return the numbers of names, four bytes each."""
        return array("I", map(self.__getitem__, names))


@dataclass(frozen=True, slots=True)
class Weighed:
    """Numbers of the terms and runs of a text, and what they weigh together."""

    terms: array[int]
    runs: array[int]
    sharp_terms: float
    sharp_runs: float
    total: float


class Scale:
    """Weighs the texts of one collection."""

    def __init__(self, counts: Counts) -> None:
        self.terms = _Numbers(counts.term)
        self.runs = _Numbers(counts.run)

    @classmethod
    def of(cls, weights: array[float], sharp_terms: array[float], sharp_runs: array[float]) -> Scale:
        """A scale that only compares what another has weighed, by how much each number tells there."""
        scale = cls(Counts(0, {}, {}))
        scale.terms.weights, scale.terms.sharp, scale.runs.sharp = weights, sharp_terms, sharp_runs
        return scale

    def weighed(self, words: Iterable[str]) -> Weighed:
        """Return what a text of these folded words weighs."""
        words = list(words)
        own = self.terms.of(sorted(stems_of(words)))
        runs = self.runs.of(terms.runs(terms.line(words)))
        return Weighed(
            own,
            runs,
            math.fsum(map(self.terms.sharp.__getitem__, own)),
            math.fsum(map(self.runs.sharp.__getitem__, runs)),
            math.fsum(map(self.terms.weights.__getitem__, own)),
        )


class Beside:
    """One text that others are held beside."""

    def __init__(self, scale: Scale, own: Weighed) -> None:
        self.own = own
        self.terms, self.runs = frozenset(own.terms), frozenset(own.runs)
        self.weight = scale.terms.weights.__getitem__
        self.sharp_term, self.sharp_run = scale.terms.sharp.__getitem__, scale.runs.sharp.__getitem__

    def likeness(self, other: Weighed, least: float = 0.0) -> float:
        """Return how alike the two are, 0 to 1; 0 as soon as it is certain that they are less than ``least`` alike.

        It is the mean of two cosines, over terms and over runs, and of the share of the lighter text's terms held.
        """
        own = self.own
        shared = self.terms.intersection(other.terms)
        by_term = math.fsum(map(self.sharp_term, shared)) / (
            math.sqrt(own.sharp_terms * other.sharp_terms) or 1.0
        )
        held = math.fsum(map(self.weight, shared)) / (min(own.total, other.total) or 1.0)
        runs = math.sqrt(own.sharp_runs * other.sharp_runs) or 1.0
        # What is shared is no more than all of the lighter one.
        most = min(own.sharp_runs, other.sharp_runs) / runs
        if by_term + held + most < PARTS * least - ROUNDING:
            return 0.0
        by_run = math.fsum(map(self.sharp_run, self.runs.intersection(other.runs))) / runs
        return (by_term + by_run + held) / PARTS
