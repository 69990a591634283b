"""Which texts share their rare words: the first, cheap pass before any closer comparison.

Source of the method: rare-term retrieval with idf-weighted containment; unlike shingles it survives translation there
and back, which keeps names, numbers and rare nouns but hardly any run of words.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

MAX_POSTINGS = 200
"""A term that stands in more texts than this brings no pairs together; it still weighs in their comparison."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each term tells: log of texts by texts that have it (inverse document frequency)."""

    known: Mapping[str, float]
    unknown: float

    @classmethod
    def of(cls, terms: Mapping[str, frozenset[str]]) -> Weights:
        """Count in how many of the texts each term stands."""
        counts: Counter[str] = Counter()
        for own in terms.values():
            counts.update(own)
        texts = len(terms)
        return cls({term: _weight(texts, count) for term, count in counts.items()}, _weight(texts, 0))

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


def pairs(terms: Mapping[str, frozenset[str]], least: int = 2) -> Iterator[tuple[str, str]]:
    """Yield the pairs of text ids that share at least ``least`` terms that are rare enough, each once, in order."""
    postings: dict[str, list[str]] = defaultdict(list)
    for name in sorted(terms):
        for term in terms[name]:
            postings[term].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in postings.values():
        if len(names) <= MAX_POSTINGS:
            shared.update((one, other) for i, one in enumerate(names) for other in names[i + 1 :])
    yield from sorted(pair for pair, count in shared.items() if count >= least)
