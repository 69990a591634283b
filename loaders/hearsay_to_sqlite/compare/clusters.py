"""Which texts say the same in other words: average-link groups of near neighbours, the same whatever the order."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence

from hearsay_to_sqlite.compare.connected import heads
from hearsay_to_sqlite.compare.neighbours import Weights, pairs

ALIKE = 0.42
"""Mean weighted Jaccard between two groups from which on they are one; between .40 and .45 hardly anything moves."""

ROUNDING = 1e-9
"""By so much two texts may be less alike by a quick reckoning than by the exact one."""


def clusters(texts: Sequence[tuple[str, frozenset[str]]], weights: Weights) -> list[tuple[str, ...]]:
    """Return the groups of the ids of ``texts`` (id, terms), each sorted, in the order of their first ids.

    Singletons are left out. Pairs that share no two terms count as not alike at all, so only neighbours are compared;
    ``weights`` are those of a collection that the texts are of.
    """
    names = [name for name, _ in texts]
    alike: dict[tuple[str, str], float] = {}
    for here, there, likeness in _alike([own for _, own in texts], weights):
        pair = names[here], names[there]
        alike[min(pair), max(pair)] = likeness
    group_of: dict[str, tuple[str, ...]] = {}
    for one, other in sorted(alike, key=lambda pair: (-alike[pair], pair)):
        if alike[one, other] < ALIKE:
            break
        first, second = group_of.get(one, (one,)), group_of.get(other, (other,))
        if first is not second and _mean(first, second, alike) >= ALIKE:
            joined = tuple(sorted(first + second))
            for name in joined:
                group_of[name] = joined
    return sorted(set(group_of.values()))


def _alike(own: Sequence[frozenset[str]], weights: Weights) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs that are ``ALIKE``, then the others between texts that such pairs hold together.

    The mean of two groups is as high as that only where a pair is, so no other pair can make a difference.
    """
    totals = [weights.total(terms) for terms in own]
    certain: list[tuple[int, int]] = []
    others = array("I")
    for one, other in pairs(own, weights.rare):
        common = weights.total(own[one] & own[other])
        # What they have jointly, but for rounding.
        if common >= (ALIKE - ROUNDING) * (totals[one] + totals[other] - common):
            likeness = weights.jaccard(own[one], own[other])
            if likeness >= ALIKE:
                certain.append((one, other))
            yield one, other, likeness
        else:
            others.extend((one, other))
    head = heads(certain)
    for one, other in zip(others[::2], others[1::2], strict=True):
        if one in head and head[one] == head.get(other):
            yield one, other, weights.jaccard(own[one], own[other])


def _mean(first: tuple[str, ...], second: tuple[str, ...], alike: Mapping[tuple[str, str], float]) -> float:
    total = sum(alike.get((min(a, b), max(a, b)), 0.0) for a in first for b in second)
    return total / (len(first) * len(second))


def medoid(group: tuple[str, ...], terms: Mapping[str, frozenset[str]], weights: Weights) -> str:
    """Return the member that is most like all the others; the smallest id among equals."""
    return max(group, key=lambda name: (round(_fit(name, group, terms, weights), 9), [-ord(c) for c in name]))


def _fit(name: str, group: tuple[str, ...], terms: Mapping[str, frozenset[str]], weights: Weights) -> float:
    return sum(weights.jaccard(terms[name], terms[other]) for other in group)
