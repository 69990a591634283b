"""Which texts share their rare words: the first, cheap pass before any closer comparison.

Source of the method: rare-term retrieval with idf-weighted containment; unlike shingles it survives translation there
and back, which keeps names, numbers and rare nouns but hardly any run of words.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

MAX_POSTINGS = 200
"""A term that stands in more texts than this brings no pairs together; it still weighs in their comparison."""


LEAST = 2
"""Rare terms that two texts share, or they are not alike at all."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each term tells: log of texts by texts that have it (inverse document frequency)."""

    known: Mapping[str, float]
    unknown: float
    rare: frozenset[str]
    """The terms that stand in few enough texts to bring them together."""

    @classmethod
    def of(cls, texts: Iterable[frozenset[str]]) -> Weights:
        """Count in how many of the texts each term stands."""
        counts: Counter[str] = Counter()
        total = 0
        for own in texts:
            counts.update(own)
            total += 1
        rare = frozenset(term for term, count in counts.items() if count <= MAX_POSTINGS)
        weights = {term: _weight(total, count) for term, count in counts.items()}
        return cls(weights, _weight(total, 0), rare)

    def of_term(self, term: str) -> float:
        """Return the weight of one term, above zero even where all texts have it."""
        return self.known.get(term, self.unknown)

    def total(self, terms: frozenset[str]) -> float:
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


def pairs(
    texts: Iterable[frozenset[str]], rare: frozenset[str], least: int = LEAST
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of texts, by their places, that share at least ``least`` of the ``rare`` terms, each once."""
    postings: dict[str, list[int]] = defaultdict(list)
    for n, own in enumerate(texts):
        telling = own & rare
        shared = Counter(chain.from_iterable([postings[term] for term in telling]))
        yield from ((other, n) for other, count in shared.items() if count >= least)
        for term in telling:
            postings[term].append(n)
