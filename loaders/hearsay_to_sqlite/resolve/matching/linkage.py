"""Average-link grouping of a sparse graph: the pair of groups that is most alike on average is joined first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush


def groups(count: int, pairs: Iterable[tuple[int, int, float]], least: float) -> list[list[int]]:
    """Return the groups of the numbers below ``count``, each sorted, in the order of their first members.

    ``pairs`` names each pair once, with how alike the two are; a pair that is not named is not alike at all. Groups are
    joined while their mean is ``least`` or more (UPGMA, Sokal and Michener 1958). Equals are joined in the order of
    their numbers, so the same numbers always give the same groups.
    """
    members: list[list[int]] = [[n] for n in range(count)]
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for one, other, alike in pairs:
        sums[one][other] = sums[other][one] = alike
    # Less alike than that, and two can be joined only after others have joined them.
    heap = [
        (-alike, one, other)
        for one in range(count)
        for other, alike in sums[one].items()
        if one < other and alike >= least
    ]
    heapify(heap)
    while heap:
        value, one, other = heappop(heap)
        if members[one] and members[other] and -value == _mean(one, other, sums, members):
            _join(one, other, sums, members)
            for near in sums[one]:
                first, second = sorted((one, near))
                mean = _mean(first, second, sums, members)
                if mean >= least:
                    heappush(heap, (-mean, first, second))
    return sorted(sorted(group) for group in members if group)


def _mean(one: int, other: int, sums: Sequence[dict[int, float]], members: Sequence[Sequence[int]]) -> float:
    return sums[one].get(other, 0.0) / (len(members[one]) * len(members[other]))


def _join(one: int, other: int, sums: list[dict[int, float]], members: list[list[int]]) -> None:
    members[one] += members[other]
    members[other] = []
    for near, total in sums[other].items():
        del sums[near][other]
        if near != one:
            sums[one][near] = sums[near][one] = sums[one].get(near, 0.0) + total
    sums[other] = {}
