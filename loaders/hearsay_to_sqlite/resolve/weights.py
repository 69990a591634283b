"""How much the words of statements tell, by how many statements have them."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

MAX_POSTINGS = 200
"""A term that stands in more texts than this brings no pairs together; it still weighs in their comparison."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each term tells: log of texts by texts that have it (inverse document frequency)."""

    numbers: dict[str, int]
    """The terms, numbered as they were met."""
    counts: array[int]
    """In how many texts each stands, by number."""
    known: array[float]
    """How much each tells, by number."""
    unknown: float

    @classmethod
    def of(cls, texts: Iterable[Iterable[str]]) -> Weights:
        """Count in how many of the texts, given as their different terms, each term stands."""
        counts: Counter[str] = Counter()
        total = 0
        for own in texts:
            counts.update(own)
            total += 1
        numbers = {term: number for number, term in enumerate(counts)}
        weights = array("d", (_weight(total, count) for count in counts.values()))
        return cls(numbers, array("I", counts.values()), weights, _weight(total, 0))

    def of_term(self, term: str) -> float:
        """Return the weight of one term, above zero even where all texts have it."""
        number = self.numbers.get(term)
        return self.unknown if number is None else self.known[number]

    def is_rare(self, term: str) -> bool:
        """Return whether a term of these texts stands in few enough to bring them together."""
        return self.counts[self.numbers[term]] <= MAX_POSTINGS

    def total(self, terms: Iterable[str]) -> float:
        """Return the weight of a set of terms; summed exactly, so that it is the same in whatever order they come."""
        return math.fsum(map(self.of_term, terms))

    def heaviest(self, terms: frozenset[str], most: int = 6) -> list[str]:
        """Return the terms that tell most, heaviest first."""
        return sorted(terms, key=lambda term: (-self.of_term(term), term))[:most]

    def jaccard(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the shared weight by the joint weight of two texts, 0 to 1."""
        joint = self.total(one | other)
        return self.total(one & other) / joint if joint else 0.0


def _weight(texts: int, count: int) -> float:
    return math.log((texts + 1) / (count + 0.5)) + 0.1
