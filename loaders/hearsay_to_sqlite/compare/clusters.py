"""Which texts say the same in other words: average-link groups of near neighbours, the same whatever the order."""

from __future__ import annotations

from collections.abc import Mapping

from hearsay_to_sqlite.compare.neighbours import Weights, pairs

ALIKE = 0.42
"""Mean weighted Jaccard between two groups from which on they are one; between .40 and .45 hardly anything moves."""


def clusters(terms: Mapping[str, frozenset[str]]) -> list[tuple[str, ...]]:
    """Return the groups of text ids, singletons included, each sorted, in the order of their first ids.

    Pairs that share no two terms count as not alike at all, so only neighbours are ever compared.
    """
    weights = Weights.of(terms)
    alike = {pair: weights.jaccard(terms[pair[0]], terms[pair[1]]) for pair in pairs(terms)}
    group_of: dict[str, tuple[str, ...]] = {name: (name,) for name in terms}
    for one, other in sorted(alike, key=lambda pair: (-alike[pair], pair)):
        if alike[one, other] < ALIKE:
            break
        first, second = group_of[one], group_of[other]
        if first is not second and _mean(first, second, alike) >= ALIKE:
            joined = tuple(sorted(first + second))
            for name in joined:
                group_of[name] = joined
    return sorted(set(group_of.values()))


def _mean(first: tuple[str, ...], second: tuple[str, ...], alike: Mapping[tuple[str, str], float]) -> float:
    total = sum(alike.get((min(a, b), max(a, b)), 0.0) for a in first for b in second)
    return total / (len(first) * len(second))


def medoid(group: tuple[str, ...], terms: Mapping[str, frozenset[str]], weights: Weights) -> str:
    """Return the member that is most like all the others; the smallest id among equals."""
    return max(group, key=lambda name: (round(_fit(name, group, terms, weights), 9), [-ord(c) for c in name]))


def _fit(name: str, group: tuple[str, ...], terms: Mapping[str, frozenset[str]], weights: Weights) -> float:
    return sum(weights.jaccard(terms[name], terms[other]) for other in group)
